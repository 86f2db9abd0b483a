#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/text.h"

#define MOST 1000000

/* A text of n bytes that does not compress to nothing. */
static void fill(lyc_text_t t, size_t n)
{
    unsigned long x = 1;
    lyc_text_init(t);
    for (size_t i = 0; i < n; i++)
    {
        x = x * 6364136223846793005UL + 1442695040888963407UL;
        const char c = "0123456789abcdef"[x >> 60];
        lyc_text_add_n(t, &c, 1);
    }
}

static lyc_verdict_t expand(lyc_text_t t, size_t most)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    const lyc_verdict_t v =
        lyc_text_gunzip(t, most, "x.gz", d) ? LYC_PROVED : d->status;
    lyc_diag_clear(d);
    return v;
}

static void compress(lyc_text_t t)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_assert(lyc_text_gzip(t, d));
    lyc_diag_clear(d);
}

Test(gzip, there_and_back)
{
    static const size_t length[] = {0, 1, 2, 1000, 65536, 65537, 300000};
    for (size_t i = 0; i < sizeof length / sizeof length[0]; i++)
    {
        lyc_text_t t, s;
        fill(t, length[i]);
        fill(s, length[i]);
        compress(t);
        cr_expect(lyc_text_is_gzip(t));
        cr_expect_eq(expand(t, MOST), LYC_PROVED);
        cr_expect_eq(t->length, s->length);
        cr_expect_arr_eq(t->bytes, s->bytes, s->length + 1);
        lyc_text_clear(t);
        lyc_text_clear(s);
    }
}

Test(gzip, what_is_not_compressed_stays)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_add(t, "lyapcert certificate 1\n");
    cr_expect_eq(expand(t, 1), LYC_PROVED);
    cr_expect_str_eq(t->bytes, "lyapcert certificate 1\n");
    lyc_text_clear(t);
}

/* Every file that is cut off is noticed, and what is changed never gives
 * another text. */
Test(gzip, damage)
{
    lyc_text_t whole, text;
    fill(text, 300);
    fill(whole, 300);
    compress(whole);
    for (size_t i = 2; i < whole->length; i++)
    {
        lyc_text_t cut, changed;
        lyc_text_init(cut);
        lyc_text_init(changed);
        lyc_text_add_n(cut, whole->bytes, i);
        lyc_text_add_n(changed, whole->bytes, whole->length);
        changed->bytes[i] = (char)(changed->bytes[i] ^ 0x10);
        cr_expect_eq(expand(cut, MOST), LYC_MALFORMED, "cut at %zu", i);
        /* Some bits stand for nothing. */
        if (expand(changed, MOST) == LYC_PROVED)
            cr_expect_str_eq(changed->bytes, text->bytes, "byte %zu", i);
        lyc_text_clear(cut);
        lyc_text_clear(changed);
    }
    lyc_text_clear(whole);
    lyc_text_clear(text);
}

Test(gzip, nothing_may_follow)
{
    lyc_text_t t, twice;
    fill(t, 100);
    compress(t);
    lyc_text_init(twice);
    lyc_text_add_n(twice, t->bytes, t->length);
    lyc_text_add_n(twice, t->bytes, t->length);
    cr_expect_eq(expand(twice, MOST), LYC_MALFORMED);
    lyc_text_add_n(t, "\n", 1);
    cr_expect_eq(expand(t, MOST), LYC_MALFORMED);
    lyc_text_clear(t);
    lyc_text_clear(twice);
}

/* 50 million zeros take 50 kB. */
Test(gzip, more_than_may_be)
{
    lyc_text_t t;
    char *zeros = lyc_calloc(50, MOST);
    lyc_text_init(t);
    lyc_text_add_n(t, zeros, (size_t)50 * MOST);
    free(zeros);
    compress(t);
    cr_expect_lt(t->length, 100000);
    lyc_text_t again;
    lyc_text_init(again);
    lyc_text_add_n(again, t->bytes, t->length);
    cr_expect_eq(expand(t, (size_t)50 * MOST - 1), LYC_UNDECIDED);
    cr_expect_eq(expand(again, (size_t)50 * MOST), LYC_PROVED);
    lyc_text_clear(t);
    lyc_text_clear(again);
}

/* Neither a name nor a time is in it: the same bytes each time. */
Test(gzip, no_time)
{
    lyc_text_t t;
    fill(t, 1000);
    compress(t);
    for (size_t i = 3; i < 8; i++)
        cr_expect_eq(t->bytes[i], 0);
    lyc_text_clear(t);
}
