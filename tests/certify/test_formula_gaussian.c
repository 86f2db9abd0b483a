#include "certify/close.h"

#include <math.h>

#include "certify/isotropic.h"
#include "certify/partitions.h"

static void residual(arb_t v, slong d, slong k, const char *sigma, slong prec)
{
    arb_t s;
    arb_init(s);
    test_number(s, sigma, 3 * prec);
    lyc_residual_gaussian_sum(v, NULL, d, k, s, prec);
    arb_clear(s);
}

Test(gaussian, chi_squares)
{
    /* d = 1: E log|N| = -(gamma + log 2)/2; d = 2: both exponents of G add up
     * to E log|det| = -gamma. */
    arb_t v, w, t;
    arb_init(v);
    arb_init(w);
    arb_init(t);
    arb_const_euler(w, 200);
    arb_neg(w, w);
    lyc_gaussian_sum(v, 2, 2, 200);
    expect_close(v, w, 55, "d = 2");
    arb_const_log2(t, 200);
    arb_sub(w, w, t, 200);
    arb_mul_2exp_si(w, w, -1);
    lyc_gaussian_sum(v, 1, 1, 200);
    expect_close(v, w, 55, "d = 1");
    lyc_gaussian_sum(v, 5, 0, 200);
    cr_expect(arb_is_zero(v));
    arb_clear(v);
    arb_clear(w);
    arb_clear(t);
}

Test(residual, partitions_one_by_one)
{
    static const struct
    {
        slong d, k, largest;
        const char *sigma;
    } row[] = {{1, 1, 80, "1"}, {2, 1, 80, "1"},   {2, 2, 80, "1"},
               {3, 2, 70, "1"}, {3, 3, 70, "1"},   {5, 2, 60, "3/2"},
               {5, 3, 50, "2"}, {4, 4, 40, "2"},   {6, 5, 28, "3"},
               {7, 6, 24, "4"}, {3, 3, 20, "100"}, {9, 1, 90, "1/2"}};
    arb_t v, w, s, mass, one;
    arb_init(v);
    arb_init(w);
    arb_init(s);
    arb_init(mass);
    arb_init(one);
    arb_one(one);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
    {
        test_number(s, row[i].sigma, 600);
        test_partition_sum(w, mass, row[i].d, row[i].k, s, row[i].largest, 200);
        residual(v, row[i].d, row[i].k, row[i].sigma, 150);
        expect_close(mass, one, 16, "mass %ld %ld", (long)row[i].d,
                     (long)row[i].k);
        expect_close(v, w, 14, "d = %ld, k = %ld, sigma = %s", (long)row[i].d,
                     (long)row[i].k, row[i].sigma);
    }
    arb_clear(v);
    arb_clear(w);
    arb_clear(s);
    arb_clear(mass);
    arb_clear(one);
}

/* lambda_1 by E_1 for d = 2 and by the Poisson sum; relative accuracy. */
Test(residual, plane_by_two_routes)
{
    static const char *const sigma[] = {"1/1000", "1/20", "1/10", "1",
                                        "7/3",    "1000", "-1"};
    arb_t v, w, s, omega, unused;
    arb_init(omega);
    arb_init(v);
    arb_init(w);
    arb_init(s);
    arb_init(unused);
    for (size_t i = 0; i < sizeof sigma / sizeof *sigma; i++)
    {
        residual(v, 2, 1, sigma[i], 200);
        cr_expect_geq(arb_rel_accuracy_bits(v), 195, "%s", sigma[i]);
        cr_expect(arb_is_positive(v), "%s", sigma[i]);
        test_number(s, sigma[i], 600);
        arb_mul(s, s, s, 600);
        arb_mul_2exp_si(s, s, 1);
        arb_inv(w, s, 600);
        arb_set(omega, w);
        lyc_poisson_digamma(w, unused, 2, omega, 300);
        arb_log(s, s, 300);
        arb_add(w, w, s, 300);
        arb_mul_2exp_si(w, w, -1);
        expect_close(w, v, 50, "%s", sigma[i]);
    }
    arb_clear(v);
    arb_clear(w);
    arb_clear(s);
    arb_clear(omega);
    arb_clear(unused);
}

/* Even d: F_d = E_1/2 + sum of int_0^1 t^i e^(-omega (1 - t)) dt / 2 over
 * i < d/2 - 1; the integrals by their recurrence. */
Test(residual, integral_identity)
{
    static const char *const sigma[] = {"1/10", "1/2", "1", "5"};
    arb_t v, w, s, t;
    arb_init(v);
    arb_init(w);
    arb_init(s);
    arb_init(t);
    for (size_t i = 0; i < sizeof sigma / sizeof *sigma; i++)
        for (slong d = 4; d <= 24; d += 4)
        {
            residual(v, d, 1, sigma[i], 200);
            residual(w, 2, 1, sigma[i], 200);
            test_number(s, sigma[i], 900);
            arb_mul(s, s, s, 900);
            arb_mul_2exp_si(s, s, 1); /* 1/omega */
            arb_inv(t, s, 900);
            arb_neg(t, t);
            arb_exp(t, t, 900);
            arb_sub_si(t, t, 1, 900);
            arb_neg(t, t);
            arb_mul(t, t, s, 900);
            for (slong j = 0; j < d / 2 - 1; j++)
            {
                if (j > 0)
                {
                    arb_mul_si(t, t, j, 900);
                    arb_sub_si(t, t, 1, 900);
                    arb_neg(t, t);
                    arb_mul(t, t, s, 900);
                }
                arb_mul_2exp_si(t, t, -1);
                arb_add(w, w, t, 900);
                arb_mul_2exp_si(t, t, 1);
            }
            expect_close(v, w, 50, "d = %ld, sigma = %s", (long)d, sigma[i]);
        }
    arb_clear(v);
    arb_clear(w);
    arb_clear(s);
    arb_clear(t);
}

/* The derivative against a symmetric difference quotient. */
Test(residual, derivative)
{
    arb_t s, h, a, b, slope;
    arb_init(s);
    arb_init(h);
    arb_init(a);
    arb_init(b);
    arb_init(slope);
    arb_one(h);
    arb_mul_2exp_si(h, h, -60);
    for (slong d = 1; d <= 5; d++)
        for (slong k = 1; k <= d; k++)
        {
            arb_set_d(s, 0.375 + 0.25 * (double)k);
            lyc_residual_gaussian_sum(a, slope, d, k, s, 100);
            cr_expect_geq(arb_rel_accuracy_bits(slope), 90);
            arb_add(s, s, h, 200);
            lyc_residual_gaussian_sum(a, NULL, d, k, s, 300);
            arb_submul_si(s, h, 2, 200);
            lyc_residual_gaussian_sum(b, NULL, d, k, s, 300);
            arb_sub(a, a, b, 300);
            arb_mul_2exp_si(a, a, 59);
            expect_close(slope, a, 25, "d = %ld, k = %ld", (long)d, (long)k);
            arb_neg(s, s);
            lyc_residual_gaussian_sum(b, a, d, k, s, 100);
            cr_expect(arb_is_negative(a) == arb_is_positive(slope));
        }
    arb_clear(s);
    arb_clear(h);
    arb_clear(a);
    arb_clear(b);
    arb_clear(slope);
}

/* A ball of scales holds the values at its points. */
Test(residual, balls_of_scales)
{
    arb_t ball, s, v, w;
    arb_init(ball);
    arb_init(s);
    arb_init(v);
    arb_init(w);
    for (slong k = 1; k <= 3; k++)
    {
        arb_set_d(ball, 0.75);
        mag_set_d(arb_radref(ball), 0.000001);
        lyc_residual_gaussian_sum(v, w, 3, k, ball, 100);
        cr_expect(arb_is_finite(v));
        cr_expect(mag_cmp_2exp_si(arb_radref(v), -12) < 0);
        for (int i = -1; i <= 1; i++)
        {
            arb_set_d(s, 0.75 + ldexp(i, -20));
            lyc_residual_gaussian_sum(w, NULL, 3, k, s, 100);
            cr_expect(arb_contains(v, w), "k = %ld", (long)k);
        }
    }
    arb_clear(ball);
    arb_clear(s);
    arb_clear(v);
    arb_clear(w);
}

/* lambda_1 + … + lambda_(d-1) is exponentially small, and small scales follow
 * sigma^2 k (d - k - 1)/2. */
Test(residual, small_scales)
{
    arb_t v, w;
    arb_init(v);
    arb_init(w);
    residual(v, 4, 3, "1/10", 100);
    cr_expect(arb_is_positive(v));
    cr_expect(arf_cmpabs_2exp_si(arb_midref(v), -60) < 0);
    for (slong k = 1; k <= 5; k++)
    {
        residual(v, 5, k, "1/200", 100);
        arb_mul_si(v, v, 40000, 100);
        arb_set_d(w, (double)(k * (4 - k)) / 2);
        expect_close(v, w, 3, "k = %ld", (long)k);
    }
    arb_clear(v);
    arb_clear(w);
}

Test(residual, scales_without_a_value)
{
    arb_t s, v, slope;
    arb_init(s);
    arb_init(v);
    arb_init(slope);
    lyc_residual_gaussian_sum(v, slope, 3, 2, s, 100);
    cr_expect(arb_is_zero(v));
    cr_expect(arb_is_zero(slope));
    mag_set_d(arb_radref(s), 0.5);
    lyc_residual_gaussian_sum(v, slope, 3, 2, s, 100);
    cr_expect_not(arb_is_finite(v));
    cr_expect_not(arb_is_finite(slope));
    arb_indeterminate(s);
    lyc_residual_gaussian_sum(v, slope, 3, 2, s, 100);
    cr_expect_not(arb_is_finite(v));
    arb_one(s);
    arb_mul_2exp_si(s, s, -40);
    lyc_residual_gaussian_sum(v, NULL, 3, 2, s, 100);
    cr_expect_not(arb_is_finite(v));
    arb_clear(s);
    arb_clear(v);
    arb_clear(slope);
}

/* Gram-Schmidt on 3 x 3 draws. */
Test(residual, simulation)
{
    test_mean m[3] = {{0, 0, 0}};
    arb_t v;
    arb_init(v);
    test_seed(4);
    for (long n = 0; n < 400000; n++)
    {
        double a[3][3], sum = 0;
        for (int j = 0; j < 3; j++)
        {
            double r = 0;
            for (int i = 0; i < 3; i++)
                a[j][i] = 0.5 * test_normal() + (i == j);
            for (int l = 0; l < j; l++)
            {
                double p = 0;
                for (int i = 0; i < 3; i++)
                    p += a[j][i] * a[l][i];
                for (int i = 0; i < 3; i++)
                    a[j][i] -= p * a[l][i];
            }
            for (int i = 0; i < 3; i++)
                r += a[j][i] * a[j][i];
            for (int i = 0; i < 3; i++)
                a[j][i] /= sqrt(r);
            sum += log(r) / 2;
            test_mean_add(m + j, sum);
        }
    }
    for (slong k = 1; k <= 3; k++)
    {
        residual(v, 3, k, "1/2", 64);
        test_mean_expect(m + k - 1, v, "d = 3, sigma = 1/2");
    }
    arb_clear(v);
}

/* Tails of partitions, against their weights added up one by one. */
Test(residual, tails_of_partitions)
{
    static const struct
    {
        slong k;
        double omega;
        slong J, K, largest;
    } row[] = {
        {2, 1, 0, 9, 60},    {2, 12, 3, 24, 120}, {3, 0.5, 0, 8, 40},
        {3, 4, 1, 14, 60},   {3, 6, 1, 20, 60},   {4, 1, 0, 11, 30},
        {2, 20, 8, 45, 130},
    };
    arb_t omega, inside, upper, lower, one;
    arb_init(omega);
    arb_init(inside);
    arb_init(upper);
    arb_init(lower);
    arb_init(one);
    arb_one(one);
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
        arb_set_d(omega, row[i].omega);
        lyc_partition_upper_tail(upper, row[i].k, omega, row[i].K);
        lyc_partition_lower_tail(lower, row[i].k, omega, row[i].J);
        test_partition_mass(inside, row[i].k, omega, 0, row[i].K,
                            row[i].largest, 200);
        arb_sub(inside, one, inside, 200); /* P(kappa_1 > K), about */
        cr_expect(arb_le(inside, upper), "upper tail %zu", i);
        cr_expect(arb_lt(upper, one), "upper tail %zu says nothing", i);
        test_partition_mass(inside, row[i].k, omega, row[i].J, row[i].largest,
                            row[i].largest, 200);
        arb_sub(inside, one, inside, 200);
        cr_expect(row[i].J == 0 || arb_le(inside, lower), "lower tail %zu", i);
    }
    arb_clear(omega);
    arb_clear(inside);
    arb_clear(upper);
    arb_clear(lower);
    arb_clear(one);
}

/* Elementary bounds hold what the formula says, at both ends of a ball; with
 * dimensions exchanged they would not. */
Test(residual, elementary_bounds)
{
    static const double scale[] = {0.001, 0.1, 0.7, 2};
    arb_t sigma, sum, all;
    arb_init(sigma);
    arb_init(sum);
    arb_init(all);
    for (slong d = 1; d <= 5; d++)
        for (slong k = 1; k <= d; k++)
            for (int i = 1; i < 4; i++)
            {
                arb_set_d(sigma, scale[i]);
                lyc_residual_gaussian_sum(sum, NULL, d, k, sigma, 64);
                lyc_residual_gaussian_small(all, d, k, sigma, 64);
                cr_expect(arb_contains(all, sum), "%ld %ld %d", (long)d,
                          (long)k, i);
                arb_set_d(sum, scale[i - 1]);
                arb_union(sigma, sigma, sum, 64);
                lyc_residual_gaussian_sum(sum, NULL, d, k, sum, 64);
                lyc_residual_gaussian_small(all, d, k, sigma, 64);
                cr_expect(arb_contains(all, sum), "%ld %ld %d", (long)d,
                          (long)k, i);
            }
    arb_set_d(sigma, 0.001);
    lyc_residual_gaussian_small(all, 6, 1, sigma, 64);
    cr_expect(mag_cmp_2exp_si(arb_radref(all), -18) < 0);
    lyc_residual_gaussian_sum(sum, NULL, 40, 1, sigma, 64);
    cr_expect(!arb_contains(all, sum));
    arb_clear(sigma);
    arb_clear(sum);
    arb_clear(all);
}
