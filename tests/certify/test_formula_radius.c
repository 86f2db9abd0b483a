#include <math.h>

#include "certify/close.h"
#include "certify/isotropic.h"

typedef struct
{
    slong width;
    const char *p, *scale, *keep;
} row;

static void number(lyc_number_t x, const char *text)
{
    fmpq_t q;
    fmpq_init(q);
    cr_assert_eq(fmpq_set_str(q, text, 10), 0);
    lyc_number_set_fmpq(x, q);
    fmpq_clear(q);
}

/* One layer of the sum of these parts; 0 when it is refused. */
static int add_layer(lyc_radius_t y, const row *r, slong n, slong prec)
{
    lyc_radius_part part[8];
    for (slong i = 0; i < n; i++)
    {
        lyc_radius_part_init(part + i);
        part[i].width = r[i].width;
        number(part[i].p, r[i].p);
        number(part[i].scale, r[i].scale);
        number(part[i].keep, r[i].keep);
    }
    const int held = lyc_radius_add_layer(y, part, n, prec);
    for (slong i = 0; i < n; i++)
        lyc_radius_part_clear(part + i);
    return held;
}

static void block(arb_t v, slong d, const row *r, slong n, slong prec)
{
    lyc_radius_t y;
    lyc_radius_init(y);
    cr_assert(add_layer(y, r, n, prec + 30));
    lyc_radius_log_mean(v, d, y, prec);
    lyc_radius_clear(y);
}

/* E F_d(sqrt(c chi^2_m)) by the trapezoidal rule in the logarithm of the
 * chi square, F_d from its own formula: nothing of the Mellin integral. */
static double quadrature(slong d, slong m, double c)
{
    double total = 0, a = (double)m / 2;
    arb_t s, v;
    arb_init(s);
    arb_init(v);
    for (int i = -400; i <= 140; i++)
    {
        const double u = 0.03125 * i, x = exp(u);
        const double density = exp(a * u - x - lgamma(a));
        if (density < 1e-18 || 2 * c * x < 1e-4)
            continue;
        arb_set_d(s, sqrt(2 * c * x));
        lyc_residual_gaussian_sum(v, NULL, d, 1, s, 53);
        total += 0.03125 * density * arf_get_d(arb_midref(v), ARF_RND_NEAR);
    }
    arb_clear(s);
    arb_clear(v);
    return total;
}

Test(radius, chi_square_by_quadrature)
{
    arb_t v, w;
    arb_init(v);
    arb_init(w);
    for (slong d = 1; d <= 4; d++)
        for (slong m = 2; m <= 6; m += 2)
        {
            const row r = {m, "1", "3/8", "1"};
            block(v, d, &r, 1, 80);
            arb_set_d(w, quadrature(d, m, 0.375));
            expect_close(v, w, 7, "d = %ld, m = %ld", (long)d, (long)m);
        }
    arb_clear(v);
    arb_clear(w);
}

/* Equal scales merge; an extremely close scale gives nearly the same by the
 * other route (Ruben's series); switches and gates of width 1 are the same. */
Test(radius, blocks_merge)
{
    static const row two[] = {{3, "1/2", "1/4", "1"}, {2, "1/2", "1/4", "1"}};
    static const row one[] = {{5, "1/2", "1/4", "1"}};
    static const row near[] = {{3, "1/2", "1/4", "1"},
                               {2, "1/2", "1000000001/4000000000", "1"}};
    static const row gate[] = {{1, "1/3", "1/4", "1"}};
    static const row keep[] = {{1, "1", "1/4", "1/3"}};
    arb_t v, w;
    arb_init(v);
    arb_init(w);
    for (slong d = 1; d <= 3; d++)
    {
        block(v, d, two, 2, 100);
        block(w, d, one, 1, 100);
        expect_close(v, w, 28, "merged, d = %ld", (long)d);
        block(v, d, near, 2, 80);
        expect_close(v, w, 8, "near, d = %ld", (long)d);
        cr_expect_not(test_are_close(v, w, 13));
        block(v, d, gate, 1, 100);
        block(w, d, keep, 1, 100);
        expect_close(v, w, 28, "switch, d = %ld", (long)d);
    }
    arb_clear(v);
    arb_clear(w);
}

/* The precision of the bound is the precision asked for. */
Test(radius, precision)
{
    static const row r[] = {{4, "1/3", "1/2", "1"}, {2, "1", "1/8", "1"}};
    arb_t v, w;
    arb_init(v);
    arb_init(w);
    block(w, 3, r, 2, 160);
    for (slong prec = 40; prec <= 120; prec += 40)
    {
        block(v, 3, r, 2, prec);
        cr_expect(arb_overlaps(v, w), "%ld", (long)prec);
        cr_expect(mag_cmp_2exp_si(arb_radref(v), -prec + 8) < 0, "%ld",
                  (long)prec);
    }
    arb_clear(v);
    arb_clear(w);
}

static double chi_square(slong n)
{
    return n == 0 ? 0 : 2 * test_gamma((double)n / 2);
}

static slong binomial(slong n, double p)
{
    slong k = 0;
    for (slong i = 0; i < n; i++)
        k += test_uniform() < p;
    return k;
}

static double log_length(slong d, double y)
{
    const double s = sqrt(y), x = 1 + s * test_normal();
    return log(x * x + y * chi_square(d - 1)) / 2;
}

Test(radius, simulation_of_unequal_scales)
{
    static const row r[] = {{4, "1/2", "1/10", "1"}, {3, "1", "1/2", "1/4"}};
    arb_t v;
    arb_init(v);
    for (slong d = 1; d <= 3; d++)
    {
        test_mean m = {0, 0, 0};
        test_seed(7);
        for (long i = 0; i < 400000; i++)
        {
            double y = 0.1 * chi_square(binomial(4, 0.5));
            if (test_uniform() < 0.25)
                y += 0.5 * chi_square(3);
            test_mean_add(&m, log_length(d, y));
        }
        block(v, d, r, 2, 64);
        test_mean_expect(&m, v, "two scales");
    }
    arb_clear(v);
}

Test(radius, simulation_of_two_hidden_layers)
{
    static const row first[] = {{3, "1/2", "1/2", "1"}};
    static const row second[] = {{4, "2/3", "1", "1"}};
    lyc_radius_t y;
    test_mean m = {0, 0, 0};
    arb_t v;
    arb_init(v);
    lyc_radius_init(y);
    cr_assert(add_layer(y, first, 1, 100));
    cr_assert(add_layer(y, second, 1, 100));
    lyc_radius_log_mean(v, 2, y, 64);
    test_seed(9);
    for (long i = 0; i < 400000; i++)
        test_mean_add(&m, log_length(2, 0.5 * chi_square(binomial(3, 0.5)) *
                                            chi_square(binomial(4, 2.0 / 3))));
    test_mean_expect(&m, v, "two layers");
    lyc_radius_clear(y);
    arb_clear(v);
}

Test(radius, too_long)
{
    static const row r[] = {{4, "1", "1/10000000", "1"}, {4, "1", "1", "1"}};
    lyc_radius_t y;
    lyc_radius_init(y);
    cr_expect_not(add_layer(y, r, 2, 100));
    cr_expect_eq(y->layers, 0);
    lyc_radius_clear(y);
}
