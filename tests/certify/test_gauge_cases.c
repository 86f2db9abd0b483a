#include <criterion/criterion.h>
#include <math.h>

#include "certify/establish.h"
#include "certify/fans.h"

static void take_uniform(lyc_evidence_t e, const char *text, slong rays,
                         lyc_acts_t acts, slong prec, int sweeps)
{
    lyc_law_t law, acting;
    lyc_fan_t fan;
    test_law(law, text);
    lyc_law_init(acting);
    if (acts == LYC_ACTS_INVERSE)
        cr_assert_eq(lyc_law_inverse(acting, law), LYC_TRUE);
    else if (acts == LYC_ACTS_TRANSPOSE)
        lyc_law_transpose(acting, law);
    else
        lyc_law_set(acting, law);
    test_fan_uniform(fan, rays, 40);
    test_fan_sweep(fan, acting, sweeps);
    fan->acts = acts;
    lyc_evidence_init(e);
    lyc_evidence_set_gauge(e, prec, fan);
    cr_assert_eq(fan->length, 0);
    lyc_fan_clear(fan);
    lyc_law_clear(law);
    lyc_law_clear(acting);
}

static void uniform(lyc_facts_t f, const char *law, slong rays, lyc_acts_t acts,
                    slong prec)
{
    lyc_evidence_t e;
    take_uniform(e, law, rays, acts, prec, 80);
    cr_assert_eq(test_establish(f, e, law), LYC_PROVED);
}

static double low(const lyc_facts_t f, slong k)
{
    return arf_get_d(f->exponent_lower + k - 1, ARF_RND_NEAR);
}

static double high(const lyc_facts_t f, slong k)
{
    return arf_get_d(f->exponent_upper + k - 1, ARF_RND_NEAR);
}

static const char fibonacci[] = "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}";

/* Viswanath 2000: log 1.13198824… */
Test(gauge_case, random_fibonacci)
{
    lyc_facts_t f;
    uniform(f, fibonacci, 2000, LYC_ACTS_LAW, 64);
    test_bounds(f, 1, 0.123975598, 0.01);
    lyc_facts_clear(f);
}

Test(gauge_case, the_transpose_and_the_inverse)
{
    lyc_facts_t f;
    uniform(f, fibonacci, 2000, LYC_ACTS_TRANSPOSE, 64);
    test_bounds(f, 1, 0.123975598, 0.01);
    lyc_facts_clear(f);
    uniform(f, fibonacci, 2000, LYC_ACTS_INVERSE, 64);
    test_bounds(f, 2, -0.123975598, 0.01);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    lyc_facts_clear(f);
}

/* Pollicott 2010. The first quadrant is mapped into itself. */
Test(gauge_case, positive_matrices_on_their_cone)
{
    static const char law[] = "{[2,1;1,1],[3,1;2,1]}";
    lyc_law_t l;
    lyc_fan_t fan;
    lyc_evidence_t e;
    lyc_facts_t f;
    test_law(l, law);
    test_fan_sector(fan, 500, 0, acos(0.0), 40);
    fmpz_zero(fan->x + 499);
    test_fan_sweep(fan, l, 40);
    lyc_evidence_init(e);
    lyc_evidence_set_gauge(e, 64, fan);
    cr_assert_eq(test_establish(f, e, law), LYC_PROVED);
    test_bounds(f, 1, 1.1433110351029492, 1e-3);
    lyc_facts_clear(f);
    lyc_fan_clear(fan);
    lyc_law_clear(l);
}

/* A rotation by a right angle with scales: the gauge |.|_inf is exact. */
Test(gauge_case, two_cones_are_enough)
{
    lyc_fan_t fan;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_fan_init(fan, 2, 1);
    fmpz_one(fan->x);
    fmpz_one(fan->y + 1);
    fan->value[0] = fan->value[1] = 1;
    lyc_evidence_init(e);
    lyc_evidence_set_gauge(e, 64, fan);
    cr_assert_eq(test_establish(f, e, "{[0,-3;3,0],[0,2;2,0]}"), LYC_PROVED);
    test_bounds(f, 1, 0.5 * log(6), 1e-15);
    lyc_facts_clear(f);
    lyc_fan_clear(fan);
}

Test(gauge_case, singular_atoms_have_no_lower_bound)
{
    lyc_facts_t f;
    uniform(f, "{diag(1,0),[0,1;1,1]}", 400, LYC_ACTS_LAW, 64);
    cr_expect(arf_is_neg_inf(f->exponent_lower));
    cr_expect_lt(high(f, 1), 1);
    lyc_facts_clear(f);
}

Test(gauge_case, irrational_atoms_and_weights)
{
    lyc_facts_t f;
    /* Conjugate to scaled rotations: both exponents are log(2)/2. */
    uniform(f, "{sqrt(2)*[3/5,-4/5;4/5,3/5],sqrt(2)*[0,-1;1,0]}", 1000,
            LYC_ACTS_LAW, 80);
    test_bounds(f, 1, 0.5 * log(2), 1e-5);
    lyc_facts_clear(f);
    uniform(f, "{sqrt(2)-1: [0,1;1,1], 2-sqrt(2): [0,1;1,-1]}", 1000,
            LYC_ACTS_LAW, 64);
    cr_expect_lt(high(f, 1) - low(f, 1), 0.05);
    lyc_facts_clear(f);
}

/* The same matrices as rationals and as numbers that are not represented as
 * rationals: the two routes overlap and are about as wide. */
Test(gauge_case, balls_against_integers)
{
    static const char *const pair[][2] = {
        {"{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}",
         "{exp(0)*[1/4,3/10;-1/5,-1/10]*1,[-7/20,-3/20;2/5,1/5]}"},
        {"{[2,1;1,3],[1,-2;1,1]}",
         "{[sqrt(2)*sqrt(2),1;1,3],[1,-2;sqrt(3)/sqrt(3),1]}"},
        {"{[0,1;1,1],[0,1;1,-1]}",
         "{[0,1;1,(sqrt(2)-1)*(sqrt(2)+1)],[0,1;1,-1]}"},
    };
    for (int i = 0; i < 3; i++)
    {
        lyc_facts_t f, g;
        uniform(f, pair[i][0], 300, LYC_ACTS_LAW, 64);
        uniform(g, pair[i][1], 300, LYC_ACTS_LAW, 96);
        cr_expect(fabs(low(f, 1) - low(g, 1)) < 1e-6, "%g %g", low(f, 1),
                  low(g, 1));
        cr_expect(fabs(high(f, 1) - high(g, 1)) < 1e-6, "%g %g", high(f, 1),
                  high(g, 1));
        cr_expect(low(g, 1) <= high(f, 1) && low(f, 1) <= high(g, 1));
        lyc_facts_clear(f);
        lyc_facts_clear(g);
    }
}

Test(gauge_case, does_not_depend_on_what_is_asked_before)
{
    lyc_facts_t f, g;
    uniform(f, fibonacci, 5000, LYC_ACTS_LAW, 64);
    uniform(g, fibonacci, 5000, LYC_ACTS_LAW, 64);
    cr_expect(arf_equal(f->exponent_lower, g->exponent_lower));
    cr_expect(arf_equal(f->exponent_upper, g->exponent_upper));
    lyc_facts_clear(f);
    lyc_facts_clear(g);
}

Test(gauge_case, time_limit)
{
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_diag_t d;
    take_uniform(e, fibonacci, 20000, LYC_ACTS_LAW, 64, 1);
    test_law(law, fibonacci);
    lyc_limits_init(limits);
    limits->max_seconds = 0;
    lyc_diag_init(d);
    lyc_facts_init(f, 2);
    cr_assert_eq(lyc_evidence_establish(f, e, law, limits, d), LYC_UNDECIDED);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    cr_expect(arf_is_neg_inf(f->exponent_lower));
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_law_clear(law);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
}

typedef void tamper(lyc_fan_t fan);

static void drop_value(lyc_fan_t fan)
{
    fan->value[3] = 0;
}
static void negative_value(lyc_fan_t fan)
{
    fan->value[3] = -fan->value[3];
}
static void swap_rays(lyc_fan_t fan)
{
    fmpz_swap(fan->x + 3, fan->x + 4);
    fmpz_swap(fan->y + 3, fan->y + 4);
}
static void repeat_ray(lyc_fan_t fan)
{
    fmpz_set(fan->x + 3, fan->x + 4);
    fmpz_set(fan->y + 3, fan->y + 4);
}
static void zero_ray(lyc_fan_t fan)
{
    fmpz_zero(fan->x + 3);
    fmpz_zero(fan->y + 3);
}
static void turn_ray(lyc_fan_t fan)
{
    fmpz_neg(fan->x + 3, fan->x + 3);
    fmpz_neg(fan->y + 3, fan->y + 3);
}
static void forget_the_half_turn(lyc_fan_t fan)
{
    fan->is_projective = 0;
}
static void large_offset(lyc_fan_t fan)
{
    fan->lower[3] = INT64_MAX;
}
static void large_scale(lyc_fan_t fan)
{
    fan->offset_scale = 1001;
}

Test(gauge_case, fans_that_are_none)
{
    static tamper *const how[] = {
        drop_value, negative_value,       swap_rays,    repeat_ray, zero_ray,
        turn_ray,   forget_the_half_turn, large_offset, large_scale};
    for (size_t i = 0; i < sizeof how / sizeof *how; i++)
    {
        lyc_fan_t fan;
        lyc_evidence_t e;
        lyc_facts_t f;
        test_fan_uniform(fan, 20, 20);
        how[i](fan);
        lyc_evidence_init(e);
        lyc_evidence_set_gauge(e, 64, fan);
        cr_expect_eq(test_establish(f, e, fibonacci), LYC_DISPROVED, "case %zu",
                     i);
        cr_expect(arf_is_pos_inf(f->exponent_upper));
        lyc_facts_clear(f);
        lyc_fan_clear(fan);
    }
}

Test(gauge_case, a_cone_that_is_left)
{
    lyc_fan_t fan;
    lyc_evidence_t e;
    lyc_facts_t f;
    static const char *const law[] = {
        "{[1,1;0,1],[1,-1;1,1]}", /* straddles */
        "{[1,-1;0,0],[1,1;1,1]}", /* rank one, kernel inside: allowed */
        "{[1,1;-1,-1]}",          /* rank one, line outside */
        "{diag(0,0),[1,1;1,1]}",  /* zero */
    };
    for (int i = 0; i < 4; i++)
    {
        test_fan_sector(fan, 10, 0, acos(0.0), 10);
        fmpz_zero(fan->x + 9);
        lyc_evidence_init(e);
        lyc_evidence_set_gauge(e, 64, fan);
        cr_expect_eq(test_establish(f, e, law[i]),
                     i == 1 ? LYC_PROVED : LYC_DISPROVED, "case %d", i);
        if (i == 1)
            cr_expect(arf_is_neg_inf(f->exponent_lower) && high(f, 1) < 1);
        lyc_facts_clear(f);
        lyc_fan_clear(fan);
    }
}

Test(gauge_case, other_dimensions_and_singular_inverses)
{
    lyc_fan_t fan;
    lyc_evidence_t e;
    lyc_facts_t f;
    test_fan_uniform(fan, 20, 20);
    lyc_evidence_init(e);
    lyc_evidence_set_gauge(e, 64, fan);
    cr_expect_eq(test_establish(f, e, "{[1,0,0;0,1,0;0,0,1]}"), LYC_DISPROVED);
    lyc_facts_clear(f);
    lyc_fan_clear(fan);
    test_fan_uniform(fan, 20, 20);
    fan->acts = LYC_ACTS_INVERSE;
    lyc_evidence_set_gauge(e, 64, fan);
    cr_expect_eq(test_establish(f, e, "{[1,1;1,1],[1,0;0,1]}"), LYC_DISPROVED);
    lyc_facts_clear(f);
    lyc_fan_clear(fan);
}
