#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/text.h"

Test(text, grows)
{
    lyc_text_t t;
    int i;

    lyc_text_init(t);
    cr_assert_str_eq(t->bytes, "");
    for (i = 0; i < 10000; i++)
        lyc_text_printf(t, "%d,", i % 10);
    cr_assert_eq(t->length, 20000);
    cr_assert_eq(strlen(t->bytes), 20000);
    cr_assert_eq(memcmp(t->bytes + 19990, "5,6,7,8,9,", 10), 0);
    lyc_text_reset(t);
    cr_assert_str_eq(t->bytes, "");
    lyc_text_add_n(t, "a\0b", 3);
    lyc_text_add(t, "c");
    cr_assert_eq(t->length, 4);
    cr_assert_eq(memcmp(t->bytes, "a\0bc", 5), 0);
    lyc_text_clear(t);
}

Test(text, memory_of_size_zero)
{
    void *p = lyc_malloc(0), *q = lyc_calloc(0, 8);
    char *s = lyc_strdup("copy");

    cr_assert_not_null(p);
    cr_assert_not_null(q);
    p = lyc_realloc(p, 0);
    cr_assert_not_null(p);
    cr_assert_str_eq(s, "copy");
    free(p);
    free(q);
    free(s);
}
