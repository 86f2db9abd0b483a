#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "certify/certificates.h"
#include "certify/fans.h"

/* Whether what a mutant concludes is implied by what was proved about the
 * same law before. */
static int is_implied(const lyc_certificate_t c, const lyc_facts_t f)
{
    for (slong i = 0; i < c->conclusions; i++)
    {
        const lyc_conclusion *q = c->conclusion + i;
        const slong k = q->k - 1;
        if (k < 0 || k >= f->dim)
            return 0;
        const int is_sum = q->kind == LYC_CONCLUDE_SUM;
        const arf_struct *low = (is_sum ? f->sum_lower : f->exponent_lower) + k;
        const arf_struct *high =
            (is_sum ? f->sum_upper : f->exponent_upper) + k;
        if (q->kind == LYC_CONCLUDE_MINUSINF && !arf_is_neg_inf(high))
            return 0;
        if (q->kind == LYC_CONCLUDE_EXACT)
        {
            lyc_text_t a, b;
            lyc_text_init(a);
            lyc_text_init(b);
            lyc_logsum_get_text(a, q->exact);
            lyc_logsum_get_text(b, f->exact + k);
            const int same = f->is_exact[k] && strcmp(a->bytes, b->bytes) == 0;
            lyc_text_clear(a);
            lyc_text_clear(b);
            if (!same)
                return 0;
        }
        /* Two enclosures of one number need not be nested: a mutant may prove
         * its own bound. They must not contradict each other. */
        if (q->kind <= LYC_CONCLUDE_SUM &&
            (arf_cmp(q->lower, high) > 0 || arf_cmp(q->upper, low) < 0))
            return 0;
    }
    return 1;
}

static void mutate_bytes(lyc_text_t t, unsigned long *seed)
{
    static const char letters[] = "0123456789-+*^ \n;,[]/:abcdefsuvwxyz\x80";
    const size_t at = test_random(seed) % t->length;
    const char other = letters[test_random(seed) % (sizeof letters - 1)];
    switch (test_random(seed) % 4)
    {
    case 0:
        t->bytes[at] = other;
        break;
    case 1:
        t->bytes[at] = (char)(t->bytes[at] ^ (1 << test_random(seed) % 8));
        break;
    case 2:
        memmove(t->bytes + at, t->bytes + at + 1, t->length - at);
        t->length--;
        break;
    default:
        lyc_text_add(t, "x");
        memmove(t->bytes + at + 1, t->bytes + at, t->length - 1 - at);
        t->bytes[at] = other;
        break;
    }
}

/* A digit for another one. */
static void mutate_digit(lyc_text_t t, unsigned long *seed)
{
    size_t at;
    do
        at = test_random(seed) % t->length;
    while (t->bytes[at] < '0' || t->bytes[at] > '9');
    t->bytes[at] = (char)('0' + test_random(seed) % 10);
}

static size_t line_begin(const lyc_text_t t, unsigned long *seed)
{
    size_t at = test_random(seed) % t->length;
    while (at > 0 && t->bytes[at - 1] != '\n')
        at--;
    return at;
}

/* A line left out, doubled, or put in front of another one. */
static void mutate_lines(lyc_text_t t, unsigned long *seed)
{
    const size_t a = line_begin(t, seed), b = line_begin(t, seed);
    const size_t n = strcspn(t->bytes + a, "\n") + 1;
    lyc_text_t s;
    lyc_text_init(s);
    const int how = (int)(test_random(seed) % 3);
    for (size_t at = 0; at < t->length;)
    {
        const size_t m = strcspn(t->bytes + at, "\n") + 1;
        if (at == (how == 1 ? a : b) && how > 0)
            lyc_text_add_n(s, t->bytes + a, n);
        if (at != a || how == 1)
            lyc_text_add_n(s, t->bytes + at, m);
        at += m;
    }
    lyc_text_reset(t);
    lyc_text_add_n(t, s->bytes, s->length);
    lyc_text_clear(s);
}

typedef void mutation(lyc_text_t t, unsigned long *seed);

/* Byte mutants that are PROVED must say what was proved of the same law. */
static void run(mutation *mutate, int count, unsigned long seed)
{
    int verdicts[5] = {0};
    for (int which = 0; which < TEST_CERTIFICATES; which++)
    {
        lyc_certificate_t c;
        lyc_facts_t f;
        lyc_text_t original, t;
        lyc_digest_t digest;
        test_certificate(c, f, which);
        lyc_text_init(original);
        lyc_certificate_write(original, digest, c);
        for (int i = 0; i < count; i++)
        {
            lyc_certificate_t m;
            lyc_facts_t g;
            lyc_text_init(t);
            lyc_text_add_n(t, original->bytes, original->length);
            mutate(t, &seed);
            const lyc_verdict_t v =
                test_certificate_check(g, m, t->bytes, t->length);
            verdicts[v]++;
            cr_assert_neq(v, LYC_FAILURE);
            if (v == LYC_PROVED)
            {
                cr_assert_str_eq(m->law_text, c->law_text);
                cr_assert(is_implied(m, f), "certificate %d, mutant %d:\n%s",
                          which, i, t->bytes);
            }
            lyc_certificate_clear(m);
            lyc_facts_clear(g);
            lyc_text_clear(t);
        }
        lyc_text_clear(original);
        lyc_certificate_clear(c);
        lyc_facts_clear(f);
    }
    printf("proved %d, disproved %d, undecided %d, malformed %d\n",
           verdicts[LYC_PROVED], verdicts[LYC_DISPROVED],
           verdicts[LYC_UNDECIDED], verdicts[LYC_MALFORMED]);
    cr_expect_gt(verdicts[LYC_MALFORMED], 0);
}

Test(mutants, bytes)
{
    printf("seed 1: ");
    run(mutate_bytes, 150, 1);
}

Test(mutants, digits)
{
    printf("seed 2: ");
    run(mutate_digit, 150, 2);
}

Test(mutants, lines)
{
    printf("seed 3: ");
    run(mutate_lines, 80, 3);
}
