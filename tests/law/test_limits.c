/* Limits end in UNDECIDED with a count, quickly. */
#include <stdlib.h>
#include <string.h>

#include "law/laws.h"

static void check(const char *text, const char *expected)
{
    char message[256];

    cr_assert_eq(status_of(message, text), LYC_UNDECIDED, "%s: %s", text,
                 message);
    cr_assert_str_eq(message, expected);
}

Test(limits, outcomes)
{
    check("law s = {1,2,3,4,5,6,7,8,9,10}\n"
          "law p = s*fresh(s)\n"
          "law a = [fresh(p), fresh(p); fresh(p), fresh(p)]",
          "test:3:9: 3111696 outcomes, more than the limit 1000000");
}

Test(limits, sizes)
{
    char message[256];
    lyc_text_t t;
    int i;

    lyc_text_init(t);
    lyc_text_add(t, "law a = diag(1");
    for (i = 0; i < 64; i++)
        lyc_text_add(t, ",1");
    lyc_text_add(t, ")");
    cr_assert_eq(status_of(message, t->bytes), LYC_UNDECIDED);
    cr_assert_str_eq(message, "test:1:9: a 65 x 65 matrix, this version takes "
                              "at most 64 rows and columns");
    lyc_text_clear(t);
    check("law a = [2^1000000]^1000",
          "test:1:20: cannot carry out the power: numbers too long, or a 0 "
          "not decided");
}

Test(limits, repeated_squaring)
{
    char message[256];
    lyc_text_t t;
    int i;

    lyc_text_init(t);
    lyc_text_add(t, "let a0 = 3/7\n");
    for (i = 1; i < 60; i++)
        lyc_text_printf(t, "let a%d = a%d*a%d\n", i, i - 1, i - 1);
    lyc_text_add(t, "law b = [a59]\n");
    cr_assert_eq(status_of(message, t->bytes), LYC_UNDECIDED);
    cr_assert(strstr(message, "a number grows beyond 100000 words") != NULL,
              "%s", message);
    lyc_text_reset(t);
    lyc_text_add(t, "let a0 = sqrt(2)\n");
    for (i = 1; i < 60; i++)
        lyc_text_printf(t, "let a%d = a%d + sqrt(a%d)\n", i, i - 1, i - 1);
    lyc_text_add(t, "law b = [a59]\n");
    cr_assert_eq(status_of(message, t->bytes), LYC_UNDECIDED);
    lyc_text_clear(t);
}

Test(limits, many_atoms)
{
    lyc_law_t law;
    lyc_text_t t;
    int i;

    lyc_text_init(t);
    lyc_text_add(t, "law a = {");
    for (i = 0; i < 100000; i++)
        lyc_text_printf(t, "%s1/100000: [%d/7,1;1,%d]", i > 0 ? "," : "", i,
                        -i);
    lyc_text_add(t, "}");
    law_of(law, t->bytes);
    cr_assert_eq(law->length, 100000);
    lyc_law_clear(law);
    lyc_text_add(t, "\nlaw b = a + fresh(a)");
    check(t->bytes,
          "test:2:11: 10000000000 outcomes, more than the limit 1000000");
    lyc_text_clear(t);
}

Test(limits, long_chains)
{
    lyc_law_t law;
    lyc_text_t t;
    int i;

    lyc_text_init(t);
    lyc_text_add(t, "law a = [1");
    for (i = 0; i < 100000; i++)
        lyc_text_add(t, "+1");
    lyc_text_add(t, "]");
    law_of(law, t->bytes);
    same_law(t->bytes, "law a = [100001]");
    lyc_law_clear(law);
    lyc_text_reset(t);
    lyc_text_add(t, "law a0 = {1,2}\n");
    for (i = 1; i < 20000; i++)
        lyc_text_printf(t, "law a%d = a%d\n", i, i - 1);
    same_law(t->bytes, "law a = {1,2}");
    lyc_text_clear(t);
}
