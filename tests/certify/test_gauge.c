#include <criterion/criterion.h>
#include <stdio.h>

#include "certify/fans.h"
#include "certify/random_laws.h"
#include "certify/reference.h"
#include "lyapcert/evidence.h"

/* Takes the fan. Bounds of lambda_1. */
static lyc_verdict_t bracket(arf_t lower, arf_t upper, const lyc_fan_t fan,
                             const lyc_law_t law, slong prec)
{
    lyc_fan_t copy;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_limits_t l;
    lyc_diag_t d;
    lyc_fan_init(copy, fan->length, fan->is_projective);
    for (slong j = 0; j < fan->length; j++)
    {
        fmpz_set(copy->x + j, fan->x + j);
        fmpz_set(copy->y + j, fan->y + j);
        copy->value[j] = fan->value[j];
        copy->lower[j] = fan->lower[j];
        copy->upper[j] = fan->upper[j];
    }
    copy->value_scale = fan->value_scale;
    copy->offset_scale = fan->offset_scale;
    lyc_evidence_init(e);
    lyc_evidence_set_gauge(e, prec, copy);
    lyc_facts_init(f, 2);
    lyc_limits_init(l);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, l, d);
    cr_assert(v == LYC_PROVED || d->is_set);
    arf_set(lower, f->exponent_lower);
    arf_set(upper, f->exponent_upper);
    lyc_fan_clear(copy);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(l);
    lyc_diag_clear(d);
    return v;
}

/* The bracket against every sample of the slow route: never crossed; the
 * lower bound is the infimum itself, the upper one at most `slack` above. */
static void compare(const lyc_fan_t fan, const lyc_law_t law, double slack,
                    unsigned long *seed, const char *what)
{
    arf_t lower, upper, low, high;
    arf_init(lower), arf_init(upper), arf_init(low), arf_init(high);
    cr_assert_eq(bracket(lower, upper, fan, law, 128), LYC_PROVED);
    reference_extreme(low, fan, law, -1, seed);
    reference_extreme(high, fan, law, 1, seed);
    cr_assert(arf_cmp(lower, low) <= 0, "%s: lower bound above a sample", what);
    cr_assert(arf_cmp(upper, high) >= 0, "%s: upper bound below a sample",
              what);
    if (arf_is_neg_inf(low))
        cr_assert(arf_is_neg_inf(lower), "%s", what);
    else
    {
        const double gap =
            arf_get_d(low, ARF_RND_NEAR) - arf_get_d(lower, ARF_RND_NEAR);
        cr_assert(gap < 1e-12, "%s: lower bound is %g too low", what, gap);
    }
    const double gap =
        arf_get_d(upper, ARF_RND_NEAR) - arf_get_d(high, ARF_RND_NEAR);
    cr_assert(gap < slack, "%s: upper bound is %g too high", what, gap);
    arf_clear(lower), arf_clear(upper), arf_clear(low), arf_clear(high);
}

static void compare_random(slong seeds, slong rays, slong bits, long entry,
                           slong shift, int is_projective, double slack)
{
    for (unsigned long seed = 1; seed <= (unsigned long)seeds; seed++)
    {
        unsigned long s = seed * 1000 + (unsigned long)bits;
        char what[100];
        lyc_law_t law;
        lyc_fan_t fan;
        random_law(law, 1 + (slong)(seed % 4), is_projective ? -entry : 0,
                   entry, shift, &s);
        random_fan(fan, 2 + (slong)(seed % (ulong)rays), is_projective, bits,
                   &s);
        snprintf(what, sizeof what, "seed %lu, %ld rays", seed,
                 (long)fan->length);
        compare(fan, law, slack, &s, what);
        lyc_fan_clear(fan);
        lyc_law_clear(law);
    }
}

Test(gauge, small_coordinates)
{
    /* Small entries: many singular atoms, images on walls, equal cuts. */
    compare_random(150, 12, 3, 2, 0, 1, 3.0);
}

Test(gauge, negative_and_positive_determinants)
{
    compare_random(60, 20, 12, 9, 0, 1, 3.0);
}

Test(gauge, coordinates_of_two_hundred_bits)
{
    compare_random(20, 12, 200, 5, 190, 1, 3.0);
}

Test(gauge, cone_fans)
{
    compare_random(80, 12, 4, 3, 0, 0, 3.0);
}

Test(gauge, fine_fans_lose_little_to_curvature)
{
    unsigned long seed = 7;
    lyc_law_t law;
    lyc_fan_t fan;
    test_law(law, "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}");
    test_fan_uniform(fan, 60, 40);
    test_fan_sweep(fan, law, 60);
    compare(fan, law, 1e-3, &seed, "fibonacci");
    lyc_fan_clear(fan);
    lyc_law_clear(law);
}
