#include <math.h>
#include <string.h>

#include "enclose/enclosing.h"
#include "lyapcert/simulate.h"

static const lyc_request narrow = {1e-6, 0, NULL, LYC_METHOD_AUTO};

static double end_of(const arf_struct *x)
{
    return arf_get_d(x, ARF_RND_NEAR);
}

/* By hand: c = v A^n u for A = [1,-1;3,2], u = (1,2), v = (1,2), weights
 * 1/2. */
Test(renewal, against_a_plain_sum)
{
    lyc_enclosure_t e;
    double x = 1, y = 2, p = 0.25, sum = 0;
    for (int n = 0; n < 60; n++, p /= 2)
    {
        const double t = x - y;
        sum += p * log(fabs(x + 2 * y));
        y = 3 * x + 2 * y;
        x = t;
    }
    cr_assert_eq(enclose_text(e, "{[1,2;2,4],[1,-1;3,2]}", &narrow, 20),
                 LYC_PROVED);
    cr_expect(end_of(e->facts->exponent_lower) <= sum + 1e-13);
    cr_expect(end_of(e->facts->exponent_upper) >= sum - 1e-13);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

/* lambda_1 of the text lies within 5 standard errors of a simulation. */
static void expect_simulated(const char *text)
{
    static const lyc_request wide = {1e-2, 0, NULL, LYC_METHOD_FORMULA};
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_simulation_t s;
    lyc_diag_t d;
    lyc_enclosure_t e;
    law_of(law, text);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_simulation_init(s, law->dim);
    cr_assert(lyc_simulate_approx(s, law, 200000, limits, d));
    (void)enclose_text(e, text, &wide, 20);
    const double low = end_of(e->facts->exponent_lower);
    const double high = end_of(e->facts->exponent_upper);
    cr_expect(isfinite(low) && isfinite(high) && high - low < 0.3,
              "%s: [%g, %g]", text, low, high);
    cr_expect(low - 5 * s->error[0] <= s->mean[0] &&
                  s->mean[0] <= high + 5 * s->error[0],
              "%s: %g not in [%g, %g]", text, s->mean[0], low, high);
    expect_certificate(e);
    lyc_enclosure_clear(e);
    lyc_simulation_clear(s);
    lyc_diag_clear(d);
    lyc_law_clear(law);
}

Test(renewal, simulated)
{
    expect_simulated("{1/3: [1,2;2,4], 2/3: [1,-1;3,2]}");
    expect_simulated("{1/5: [1/2,-1;1,-2], 4/5: [1/3,-1;3/2,2]}");
    expect_simulated("{[1,2;1,2],[3,-1;-6,2]}");
    expect_simulated("{[1,2;2,4],[1,0;2,0],[1,3;-3,1]}");
    expect_simulated("{[1,2,1;2,4,2;-1,-2,-1],[1,0,-1;2,1,0;0,1,2]}");
    expect_simulated("{2/3: [1,2;2,4], 1/6: [1,3;-3,1], 1/6: [4,-3;3,-2]}");
}

typedef struct
{
    const char *from, *to;
    lyc_verdict_t verdict;
} twin;

Test(renewal, tampered)
{
    static const twin twins[] = {
        {"evidence renewal ", "evidence renewal -", LYC_MALFORMED},
        {"evidence renewal", "evidence renewall", LYC_MALFORMED},
        {"conclude BOUNDS exponent 1 ", "conclude BOUNDS exponent 1 3",
         LYC_DISPROVED},
    };
    lyc_enclosure_t e;
    lyc_text_t text;
    lyc_digest_t digest;
    lyc_text_init(text);
    cr_assert_eq(enclose_text(e, "{[1,2;2,4],[1,-1;3,2]}", &narrow, 20),
                 LYC_PROVED);
    lyc_certificate_write(text, digest, e->certificate);
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
    {
        lyc_text_t changed;
        lyc_certificate_t c;
        lyc_facts_t facts;
        lyc_limits_t limits;
        lyc_diag_t d;
        lyc_verdict_t v = LYC_MALFORMED;
        const char *at = strstr(text->bytes, twins[i].from);
        cr_assert_not_null(at, "%s: %.600s", twins[i].from, text->bytes);
        lyc_text_init(changed);
        lyc_text_add_n(changed, text->bytes, (size_t)(at - text->bytes));
        lyc_text_add(changed, twins[i].to);
        lyc_text_add(changed, at + strlen(twins[i].from));
        lyc_limits_init(limits);
        lyc_diag_init(d);
        lyc_certificate_init(c);
        if (lyc_certificate_read(c, digest, changed->bytes, changed->length,
                                 "c", d))
        {
            v = lyc_certificate_check(facts, c, "c", limits, d);
            lyc_facts_clear(facts);
        }
        cr_expect_eq(v, twins[i].verdict, "%s", twins[i].from);
        lyc_certificate_clear(c);
        lyc_diag_clear(d);
        lyc_text_clear(changed);
    }
    lyc_text_clear(text);
    lyc_enclosure_clear(e);
}

/* What the evidence claims of a law, with a prime and a length. */
static lyc_verdict_t establish(const char *text, slong length, slong prime)
{
    lyc_law_t law;
    lyc_facts_t facts;
    lyc_evidence_t e;
    lyc_limits_t limits;
    lyc_diag_t d;
    law_of(law, text);
    lyc_facts_init(facts, law->dim);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_evidence_init(e);
    lyc_evidence_set_renewal(e, 64, length, prime);
    const lyc_verdict_t v = lyc_evidence_establish(facts, e, law, limits, d);
    if (v != LYC_PROVED)
    {
        cr_expect(arf_is_neg_inf(facts->exponent_lower));
        cr_expect(arf_is_pos_inf(facts->exponent_upper));
    }
    lyc_evidence_clear(e);
    lyc_diag_clear(d);
    lyc_facts_clear(facts);
    lyc_law_clear(law);
    return v;
}

/* c_n = 5 c_(n-1) - 10 c_(n-2), 2 modulo 4, is divisible by 5 from n = 2 on,
 * and would be 0 at n = -2: every other prime divides some c_n. */
Test(renewal, powers_of_primes)
{
    static const char *const law = "{[1,1;1,1],[1,-2;3,4]}";
    static const slong serve[] = {4, 8, 16, 1024};
    lyc_enclosure_t e;
    double before = 2, c = 6, sum = log(2) / 4, p = 0.125;
    for (size_t i = 0; i < sizeof serve / sizeof *serve; i++)
    {
        cr_expect_eq(establish(law, 10, serve[i]), LYC_PROVED, "%ld",
                     (long)serve[i]);
    }
    for (slong m = 2; m < 400; m++)
    {
        const int is_good = m >= 4 && (m & (m - 1)) == 0;
        cr_expect_eq(establish(law, 4, m), is_good ? LYC_PROVED : LYC_DISPROVED,
                     "%ld", (long)m);
    }
    for (int n = 0; n < 60; n++, p /= 2)
    {
        const double next = 5 * c - 10 * before;
        sum += p * log(fabs(c));
        before = c;
        c = next;
    }
    cr_assert_eq(enclose_text(e, law, &narrow, 20), LYC_PROVED);
    cr_expect(end_of(e->facts->exponent_lower) <= sum + 1e-13);
    cr_expect(end_of(e->facts->exponent_upper) >= sum - 1e-13);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

Test(renewal, refused)
{
    /* No power of a prime, a prime that divides the entry v u = 5 of the
     * shortest word, too many words. */
    cr_expect_eq(establish("{[1,2;2,4],[1,-1;3,2]}", 10, 6), LYC_DISPROVED);
    cr_expect_eq(establish("{[1,2;2,4],[1,-1;3,2]}", 10, 5), LYC_DISPROVED);
    cr_expect_eq(establish("{[1,2;2,4],[1,-1;3,2],[5,1;1,1]}", 60, 7),
                 LYC_DISPROVED);
    /* A word vanishes: no power of a prime will do. */
    for (slong p = 2; p < 60; p++)
    {
        cr_expect_eq(establish("{[1,2;2,4],[0,-1;1,0]}", 4, p), LYC_DISPROVED);
    }
    /* No atom of rank one; an atom 0; an irrational atom. */
    cr_expect_eq(establish("{[1,1;0,1],[1,0;1,1]}", 4, 7), LYC_DISPROVED);
    cr_expect_eq(establish("{[1,1;1,1],[0,0;0,0]}", 4, 7), LYC_DISPROVED);
    cr_expect_eq(establish("{[1,1;1,1],[sqrt(2),0;0,1]}", 4, 7), LYC_DISPROVED);
}
