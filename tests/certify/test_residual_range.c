/* lambda_1 + … + lambda_k of I + sigma G over ranges of sigma. */
#include "certify/close.h"

#include "certify/isotropic.h"
#include "lyapcert/dual.h"

static void at(arb_t v, slong d, slong k, double sigma)
{
    arb_t s;
    arb_init(s);
    arb_set_d(s, sigma);
    lyc_residual_gaussian_sum(v, NULL, d, k, s, 80);
    arb_clear(s);
}

static void set_range(arb_t s, double x, double y)
{
    arb_t t;
    arb_init(t);
    arb_set_d(s, x);
    arb_set_d(t, y);
    arb_union(s, s, t, 80);
    arb_clear(t);
}

/* Values, and difference quotients of neighbouring points, at nine points. */
static void check_range(slong d, slong k, double x, double y)
{
    arb_t s, value, slope, v, before;
    double last = 0;
    arb_init(s);
    arb_init(value);
    arb_init(slope);
    arb_init(v);
    arb_init(before);
    set_range(s, x, y);
    lyc_residual_gaussian_range(value, slope, d, k, s, 80);
    for (int i = 0; i <= 8; i++)
    {
        const double t = x + (y - x) * i / 8;
        if (t > 0)
            at(v, d, k, t);
        else
            arb_zero(v);
        cr_expect(arb_overlaps(value, v) && arb_is_finite(value),
                  "d = %ld, k = %ld, [%g, %g], %d", (long)d, (long)k, x, y, i);
        if (i > 0 && x > 0)
        {
            arb_sub(before, v, before, 80);
            arb_set_d(s, t - last);
            arb_div(before, before, s, 80);
            cr_expect(arb_overlaps(slope, before) && arb_is_finite(slope),
                      "slope: d = %ld, k = %ld, [%g, %g], %d", (long)d, (long)k,
                      x, y, i);
        }
        arb_set(before, v);
        last = t;
    }
    arb_clear(s);
    arb_clear(value);
    arb_clear(slope);
    arb_clear(v);
    arb_clear(before);
}

Test(residual_range, against_points)
{
    static const double end[][2] = {{0, 0.125},  {0, 2},        {0.125, 0.25},
                                    {0.25, 1.5}, {0.5, 0.5001}, {1, 8}};
    for (slong d = 1; d <= 4; d++)
        for (slong k = 1; k <= d; k++)
            for (size_t i = 0; i < sizeof end / sizeof end[0]; i++)
                check_range(d, k, end[i][0], end[i][1]);
}

/* What does not fall for k < d does fall for k = d: the theorem tells them
 * apart. And k log sigma is needed: S_1 itself rises. */
Test(residual_range, last_sum_falls)
{
    arb_t a, b, s, slope;
    arb_init(a);
    arb_init(b);
    arb_init(s);
    arb_init(slope);
    at(a, 2, 2, 0.125);
    at(b, 2, 2, 0.5);
    cr_expect(arb_gt(a, b));
    at(a, 3, 2, 0.125);
    at(b, 3, 2, 0.5);
    cr_expect(arb_lt(a, b));
    /* Twice as far off is outside. */
    set_range(s, 0.25, 0.5);
    lyc_residual_gaussian_range(a, slope, 3, 1, s, 80);
    at(b, 3, 1, 1);
    cr_expect(!arb_overlaps(a, b));
    arb_clear(a);
    arb_clear(b);
    arb_clear(s);
    arb_clear(slope);
}

static void expect_ends(const lyc_interval_t r, double lower, double upper)
{
    cr_expect(r->is_defined);
    cr_expect_eq(arf_get_d(r->lower, ARF_RND_NEAR), lower);
    cr_expect_eq(arf_get_d(r->upper, ARF_RND_NEAR), upper);
}

/* Values of log|x|, where x may be 0, through the operations. */
Test(residual_range, infinite_values)
{
    lyc_dual_t x, y;
    lyc_interval_t r;
    lyc_dual_init(x);
    lyc_dual_init(y);
    lyc_interval_init(r);
    set_range(x->value, 0, 1);
    arb_one(x->slope);
    lyc_dual_log_abs(y, x, 80);
    cr_expect(!lyc_dual_is_finite(y));
    lyc_dual_get_range(r, y, 80);
    cr_expect(arf_is_neg_inf(r->lower) && r->is_defined);
    cr_expect(arf_cmpabs_2exp_si(r->upper, -20) < 0);
    cr_expect_not(lyc_dual_is_nonzero(y));
    arb_one(x->value); /* 1 + log|x|, and its modulus */
    arb_zero(x->slope);
    lyc_dual_sub(y, y, x, 80);
    cr_expect(lyc_dual_is_nonzero(y));
    lyc_dual_abs(y, y, 80);
    lyc_dual_get_range(r, y, 80);
    cr_expect(arf_is_pos_inf(r->upper));
    cr_expect(arf_sgn(r->lower) > 0);
    /* inf - inf says nothing, nor does 0 inf. */
    lyc_dual_sub(x, y, y, 80);
    lyc_dual_get_range(r, x, 80);
    cr_expect_not(r->is_defined);
    arb_zero(x->value);
    lyc_dual_mul(x, x, y, 80);
    lyc_dual_get_range(r, x, 80);
    cr_expect_not(r->is_defined);
    /* A finite value makes what was known of infinite ones void. */
    arb_one(x->value);
    arb_zero(x->slope);
    lyc_dual_add(y, x, x, 80);
    lyc_dual_get_range(r, y, 80);
    expect_ends(r, 2, 2);
    lyc_dual_clear(x);
    lyc_dual_clear(y);
    lyc_interval_clear(r);
}
