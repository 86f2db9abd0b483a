/* E log|det A| of independent uniform rows, by other routes. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "certify/bilinear_log.h"
#include "certify/fans.h"
#include "lyapcert/evidence.h"

/* The sum of both exponents; its width is checked. */
static double sum_of(const char *text)
{
    lyc_law_t law;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    test_law(law, text);
    lyc_evidence_init(e);
    lyc_evidence_set_volume(e, 128);
    lyc_facts_init(f, 2);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    cr_expect_eq(lyc_evidence_establish(f, e, law, limits, d), LYC_PROVED, "%s",
                 text);
    const double low = arf_get_d(f->sum_lower + 1, ARF_RND_DOWN);
    const double high = arf_get_d(f->sum_upper + 1, ARF_RND_UP);
    cr_expect_leq(high - low, 1e-14, "%s: [%.17g, %.17g]", text, low, high);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
    return (low + high) / 2;
}

/* x^2 log|x|/2 - 3 x^2/4: its second differences are means of log|.|. */
static double twice(double x)
{
    return x == 0 ? 0 : x * x * (log(fabs(x)) / 2 - 0.75);
}

/* E log|d - u c|, c and d uniform on [-1, 1]. */
static double slice(double u)
{
    return (twice(1 + u) - twice(1 - u)) / (2 * u);
}

/* The larger one of |a|, |b| has the density 2 r, and the quotient is uniform
 * on [-1, 1]: E log|ad - bc| = -1/2 + E log|d - u c|. */
Test(volume, four_uniform_entries)
{
    double sum = 0;
    const int n = 200000;
    for (int i = 0; i < n; i++)
        sum += slice((i + 0.5) / n) / n;
    cr_expect_float_eq(sum_of("[uniform(-1,1), uniform(-1,1); "
                              "uniform(-1,1), uniform(-1,1)]"),
                       sum - 0.5, 1e-9);
}

Test(volume, known)
{
    const double four = sum_of("[uniform(-1,1), uniform(-1,1); "
                               "uniform(-1,1), uniform(-1,1)]");
    /* E log|t| = -1, E log t = log 2 - 1 on [0, 2]. */
    cr_expect_float_eq(sum_of("[uniform(-1,1), 0; uniform(-1,1), "
                              "uniform(0,2)]"),
                       log(2) - 2, 1e-12);
    cr_expect_float_eq(sum_of("[uniform(-1,1), uniform(-1,1); 1, 0]"), -1,
                       1e-12);
    /* Constant factors and linear maps. */
    cr_expect_float_eq(sum_of("3*[uniform(-1,1), uniform(-1,1); "
                              "uniform(-1,1), uniform(-1,1)]"),
                       four + 2 * log(3), 1e-12);
    cr_expect_float_eq(sum_of("[2,1;1,3]*[uniform(-1,1), uniform(-1,1); "
                              "uniform(-1,1), uniform(-1,1)]"),
                       four + log(5), 1e-12);
    cr_expect_float_eq(sum_of("[uniform(-1,1), uniform(-1,1); "
                              "uniform(-1,1), uniform(-1,1)]*[0,1;-7,2]"),
                       four + log(7), 1e-12);
    /* Columns, one of them constant: E log|2 t - u| over t, u. */
    cr_expect_float_eq(sum_of("[uniform(-1,1), 1; uniform(-1,1), 2]"),
                       2 * (twice(3) - twice(1)) / 8, 1e-12);
    /* The origin on a side, and far away. */
    cr_expect_float_eq(sum_of("[uniform(0,1), uniform(0,1); 1, 0]"), -1, 1e-12);
    cr_expect_float_eq(sum_of("{1/2: [uniform(-1,1), uniform(-1,1); "
                              "uniform(-1,1), uniform(-1,1)], 1/2: 2*I}"),
                       four / 2 + log(2), 1e-12);
}

/* Against midpoints of both numbers. */
Test(volume, bilinear)
{
    unsigned long seed = 4;
    for (int n = 0; n < 200; n++)
    {
        lyc_number_t c[4];
        lyc_number_struct form[4];
        double k[4], sum = 0;
        const int points = 400;
        arb_t v;
        arb_init(v);
        for (int i = 0; i < 4; i++)
        {
            const slong m = (slong)(test_random(&seed) % 9) - 4;
            lyc_number_init(c[i]);
            lyc_number_set_si(c[i], i > 0 && n % 7 == i ? 0 : m);
            form[i] = *c[i];
            k[i] = i > 0 && n % 7 == i ? 0 : (double)m;
        }
        if (k[0] == 0 && k[1] == 0 && k[2] == 0 && k[3] == 0)
            continue;
        lyc_bilinear_log_mean(v, form, 96);
        for (int i = 0; i < points; i++)
            for (int j = 0; j < points; j++)
            {
                const double s = 2 * (i + 0.5) / points - 1;
                const double t = 2 * (j + 0.37) / points - 1;
                sum +=
                    log(fabs(k[0] + k[1] * s + k[2] * t + k[3] * s * t) + 1e-9);
            }
        const double value = arf_get_d(arb_midref(v), ARF_RND_NEAR);
        cr_expect(arb_is_finite(v) && mag_cmp_2exp_si(arb_radref(v), -40) < 0,
                  "%g %g %g %g", k[0], k[1], k[2], k[3]);
        cr_expect_float_eq(value, sum / points / points, 0.02,
                           "%g %g %g %g: %g, %g", k[0], k[1], k[2], k[3], value,
                           sum / points / points);
        for (int i = 0; i < 4; i++)
            lyc_number_clear(c[i]);
        arb_clear(v);
    }
    printf("seed 4\n");
}
