/* Certificates of depths that claim what their evidence does not give. */
#include <string.h>

#include "certify/conclusion.h"
#include "depths.h"

TestSuite(depth_tampered);

#define PAIR "{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}"
#define LEVELS 2
static const char *const level[] = {"2.5", "-1.5"};
static const int side[] = {1, -1};

static lyc_verdict_t check(const lyc_certificate_t c)
{
    lyc_facts_t facts;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_certificate_check(facts, c, "test", limits, d);
    cr_expect((v == LYC_PROVED) == !d->is_set);
    lyc_facts_clear(facts);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    return v;
}

static void enclose(lyc_depth_t r)
{
    cr_assert_eq(enclose_depth(r, NULL, PAIR, 1, 20, level, side, LEVELS),
                 LYC_PROVED);
    cr_assert_eq(r->certificate->conclusions, 2 + LEVELS);
    cr_assert_eq(check(r->certificate), LYC_PROVED);
}

/* x += 2^e, for one check. */
static void expect_refused(const lyc_certificate_t c, arf_t x, slong sign,
                           slong e)
{
    arf_t old, step;
    arf_init(old);
    arf_init(step);
    arf_set(old, x);
    arf_set_si_2exp_si(step, sign, e);
    arf_add(x, x, step, ARF_PREC_EXACT, ARF_RND_NEAR);
    cr_expect_eq(check(c), LYC_DISPROVED);
    arf_set(x, old);
    arf_clear(old);
    arf_clear(step);
}

Test(depth_tampered, stronger_conclusions_are_refused)
{
    lyc_depth_t r;
    enclose(r);
    lyc_conclusion *q = r->certificate->conclusion;
    for (int i = 0; i < 2; i++)
    {
        expect_refused(r->certificate, q[i].lower, 1, -25);
        expect_refused(r->certificate, q[i].upper, -1, -25);
    }
    expect_refused(r->certificate, q[2].lower, -1, -10); /* P(>= less) */
    expect_refused(r->certificate, q[3].lower, 1, -10);
    for (int i = 2; i < 4; i++)
    {
        arf_t p;
        arf_init(p);
        arf_set(p, q[i].upper);
        arf_mul_2exp_si(q[i].upper, q[i].upper, -1);
        cr_expect_eq(check(r->certificate), LYC_DISPROVED);
        arf_set(q[i].upper, p);
        arf_clear(p);
    }
    cr_expect_eq(check(r->certificate), LYC_PROVED);
    lyc_depth_clear(r);
}

Test(depth_tampered, other_depths_and_kinds_are_refused)
{
    lyc_depth_t r;
    enclose(r);
    lyc_conclusion *q = r->certificate->conclusion;
    q[0].depth = 21;
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    q[0].depth = 20;
    q[0].what = LYC_DEPTH_NORM; /* the vector's interval is the wider one */
    q[1].what = LYC_DEPTH_VECTOR;
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    q[0].what = LYC_DEPTH_VECTOR;
    q[1].what = LYC_DEPTH_NORM;
    q[2].what = LYC_DEPTH_BELOW;
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    q[2].what = LYC_DEPTH_ABOVE;
    q[1].kind = LYC_CONCLUDE_EXPONENT;
    cr_expect_eq(check(r->certificate), LYC_MALFORMED);
    q[1].kind = LYC_CONCLUDE_DEPTH;
    cr_expect_eq(check(r->certificate), LYC_PROVED);
    lyc_depth_clear(r);
}

/* The same evidence for another law, and other evidence for the same law. */
Test(depth_tampered, other_laws_and_evidence_are_refused)
{
    lyc_depth_t r;
    lyc_evidence_t e, keep;
    enclose(r);
    char *text = r->certificate->law_text;
    r->certificate->law_text =
        lyc_strdup("law it = {[13/20,-3/20;2/5,6/5],[5/4,3/10;-1/4,9/10]}\n");
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    free(r->certificate->law_text);
    r->certificate->law_text = text;
    *keep = r->certificate->evidence[0];
    lyc_evidence_init(e);
    lyc_evidence_set_length(e, 64);
    r->certificate->evidence[0] = *e;
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    lyc_evidence_set_determinant(r->certificate->evidence, 64);
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    lyc_evidence_set_rank(r->certificate->evidence);
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    lyc_evidence_clear(r->certificate->evidence);
    r->certificate->evidence[0] = *keep;
    const slong n = r->certificate->evidences;
    r->certificate->evidences = 1; /* no tails */
    cr_expect_eq(check(r->certificate), LYC_DISPROVED);
    r->certificate->evidences = n;
    cr_expect_eq(check(r->certificate), LYC_PROVED);
    lyc_depth_clear(r);
}

/* Edits of single bytes of the text: refused, or the same conclusions (what
 * they say is true), or weaker ones. */
Test(depth_tampered, random_edits_prove_nothing_false)
{
    enum
    {
        EDITS = 40
    };
    lyc_depth_t r;
    lyc_text_t text;
    lyc_digest_t digest;
    unsigned long state = 20261122;
    enclose(r);
    lyc_text_init(text);
    lyc_certificate_write(text, digest, r->certificate);
    const size_t end =
        (size_t)(strstr(text->bytes, "\nevidence gauge") + 4000 - text->bytes);
    for (int k = 0; k < EDITS; k++)
    {
        state = state * 6364136223846793005UL + 1442695040888963407UL;
        const size_t at_byte = (size_t)(state >> 33) % end;
        const char old = text->bytes[at_byte];
        text->bytes[at_byte] = (char)('0' + (state >> 20) % 10);
        lyc_certificate_t c;
        lyc_diag_t d;
        lyc_diag_init(d);
        lyc_certificate_init(c);
        if (lyc_certificate_read(c, digest, text->bytes, text->length, "edit",
                                 d) &&
            check(c) == LYC_PROVED)
        {
            for (slong i = 0; i < c->conclusions; i++)
            {
                const lyc_conclusion *q = c->conclusion + i;
                const lyc_conclusion *p = r->certificate->conclusion + i;
                /* 2^-20 of slack where the gauge itself was edited */
                cr_expect(arf_get_d(q->upper, ARF_RND_NEAR) >
                          arf_get_d(p->upper, ARF_RND_NEAR) - 1e-6);
                cr_expect_eq(q->depth, p->depth);
            }
        }
        lyc_certificate_clear(c);
        lyc_diag_clear(d);
        text->bytes[at_byte] = old;
    }
    lyc_text_clear(text);
    lyc_depth_clear(r);
}
