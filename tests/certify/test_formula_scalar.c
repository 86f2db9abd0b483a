#include <math.h>

#include "certify/close.h"
#include "lyapcert/formula.h"

static void expect_uniform(const char *a, const char *b, const char *value)
{
    arb_t x, y, v, w;
    arb_init(x);
    arb_init(y);
    arb_init(v);
    arb_init(w);
    test_number(x, a, 300);
    test_number(y, b, 300);
    test_number(w, value, 300);
    lyc_uniform_log_mean(v, x, y, 200);
    expect_close(v, w, 30, "uniform(%s, %s)", a, b);
    arb_clear(x);
    arb_clear(y);
    arb_clear(v);
    arb_clear(w);
}

Test(scalar, uniform)
{
    expect_uniform("-1", "1", "-1");
    expect_uniform("0", "1", "-1");
    expect_uniform("-1", "0", "-1");
    /* log 4 - 1 */
    expect_uniform("0", "4", "0.38629436111989061883446424291635313615");
    /* 2 log 2 - 1 */
    expect_uniform("1", "2", "0.38629436111989061883446424291635313615");
}

Test(scalar, uniform_with_an_end_near_zero)
{
    arb_t x, y, v;
    arb_init(x);
    arb_init(y);
    arb_init(v);
    mag_set_ui_2exp_si(arb_radref(x), 1, -100); /* 0 +- 2^-100 */
    arb_one(y);
    lyc_uniform_log_mean(v, x, y, 200);
    arb_set_si(y, -1);
    expect_close(v, y, 25, "0 +- 2^-100");
    mag_set_ui_2exp_si(arb_radref(x), 1, 0);
    arb_set_si(y, 3);
    lyc_uniform_log_mean(v, x, y, 200);
    cr_expect_not(arb_is_finite(v));
    arb_clear(x);
    arb_clear(y);
    arb_clear(v);
}

/* E log|x + N| = log|x| + lambda_1(1 + G/x). */
Test(scalar, normal_and_residual)
{
    static const char *const text[] = {"1", "-3", "1/7", "20"};
    arb_t x, v, w, t;
    arb_init(x);
    arb_init(v);
    arb_init(w);
    arb_init(t);
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
    {
        test_number(x, text[i], 400);
        lyc_normal_log_mean(v, x, 130);
        arb_inv(t, x, 400);
        lyc_residual_gaussian_sum(w, NULL, 1, 1, t, 130);
        arb_abs(t, x);
        arb_log(t, t, 200);
        arb_add(w, w, t, 200);
        expect_close(v, w, 33, "%s", text[i]);
    }
    arb_clear(x);
    arb_clear(v);
    arb_clear(w);
    arb_clear(t);
}

/* Whole p by its own formula, the other one right beside it. */
Test(scalar, gamma_whole_and_not)
{
    arb_t p, q, y, v, w;
    arb_init(p);
    arb_init(q);
    arb_init(y);
    arb_init(v);
    arb_init(w);
    for (slong n = 1; n <= 6; n++)
        for (int i = -4; i <= 4; i++)
        {
            if (i == 0)
                continue;
            arb_set_si(p, n);
            arb_set_si(q, 1);
            arb_mul_2exp_si(q, q, -150);
            arb_add(q, q, p, 300);
            arb_set_d(y, 1.25 * i);
            lyc_gamma_log_mean(v, p, y, 128);
            lyc_gamma_log_mean(w, q, y, 128);
            expect_close(v, w, 36, "p = %ld, y = %g", (long)n, 1.25 * i);
        }
    arb_clear(p);
    arb_clear(q);
    arb_clear(y);
    arb_clear(v);
    arb_clear(w);
}

Test(scalar, gamma_simulation)
{
    static const double row[][2] = {
        {0.5, 1}, {2.25, -2}, {3, 1.5}, {3, -1.5}, {0.75, 0}};
    arb_t p, y, v;
    arb_init(p);
    arb_init(y);
    arb_init(v);
    test_seed(3);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
    {
        test_mean m = {0, 0, 0};
        for (long n = 0; n < 500000; n++)
            test_mean_add(&m, log(fabs(row[i][1] + test_gamma(row[i][0]))));
        arb_set_d(p, row[i][0]);
        arb_set_d(y, row[i][1]);
        lyc_gamma_log_mean(v, p, y, 100);
        cr_expect(mag_cmp_2exp_si(arb_radref(v), -90) < 0);
        test_mean_expect(&m, v, "gamma");
    }
    arb_clear(p);
    arb_clear(y);
    arb_clear(v);
}

Test(scalar, gamma_out_of_range)
{
    arb_t p, y, v;
    arb_init(p);
    arb_init(y);
    arb_init(v);
    arb_set_d(p, 2);
    arb_set_d(y, 1e9);
    lyc_gamma_log_mean(v, p, y, 64);
    cr_expect_not(arb_is_finite(v));
    mag_set_d(arb_radref(y), 2e9);
    lyc_gamma_log_mean(v, p, y, 64);
    cr_expect_not(arb_is_finite(v));
    arb_set_d(y, 1);
    arb_set_d(p, -1);
    lyc_gamma_log_mean(v, p, y, 64);
    cr_expect_not(arb_is_finite(v));
    arb_clear(p);
    arb_clear(y);
    arb_clear(v);
}

static void simulate_line(test_mean *m, int kind, double a, double b)
{
    double z = 1;
    test_seed(11);
    for (long n = -1000; n < 1000000; n++)
    {
        if (kind == 0)
            z = test_gamma(a) / b + 1 / z;
        else
            z = a + b * tan(3.141592653589793 * (test_uniform() - 0.5)) +
                kind / z;
        if (n >= 0)
            test_mean_add(m, log(fabs(z)));
    }
}

/* Steps of a chain: their errors are not independent, but nearly so. */
Test(line, simulation)
{
    static const double row[][3] = {{1, 0, 1},  {1, 1, 0.5}, {-1, 1, 0.5},
                                    {-1, 3, 2}, {0, 1, 1},   {0, 2.5, 3}};
    arb_t a, b, v;
    arb_init(a);
    arb_init(b);
    arb_init(v);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
    {
        const int kind = (int)row[i][0];
        test_mean m = {0, 0, 0};
        arb_set_d(a, row[i][1]);
        arb_set_d(b, row[i][2]);
        if (kind == 0)
            lyc_gamma_line(v, a, b, 200);
        else
            lyc_cauchy_line(v, a, b, kind, 200);
        cr_expect(mag_cmp_2exp_si(arb_radref(v), -160) < 0);
        simulate_line(&m, kind, row[i][1], row[i][2]);
        test_mean_expect(&m, v, kind == 0 ? "gamma" : "Cauchy");
    }
    arb_clear(a);
    arb_clear(b);
    arb_clear(v);
}

/* d/dp log K_p(z) against a difference quotient of log K_p. */
Test(line, bessel_derivative)
{
    arb_t p, r, v, w, t;
    arb_init(p);
    arb_init(r);
    arb_init(v);
    arb_init(w);
    arb_init(t);
    for (int i = 1; i <= 6; i++)
    {
        arb_set_d(p, 0.5 * i * i);
        arb_set_d(r, 4.0 / i);
        lyc_gamma_line(v, p, r, 150);
        arb_mul_2exp_si(r, r, 1);
        for (int side = 1; side >= -1; side -= 2)
        {
            arb_set_si(t, side);
            arb_mul_2exp_si(t, t, -60);
            arb_add(t, t, p, 400);
            arb_hypgeom_bessel_k(t, t, r, 400);
            arb_log(t, t, 400);
            if (side == 1)
                arb_set(w, t);
        }
        arb_sub(w, w, t, 400);
        arb_mul_2exp_si(w, w, 59);
        expect_close(v, w, 28, "p = %g", 0.5 * i * i);
    }
    arb_clear(p);
    arb_clear(r);
    arb_clear(v);
    arb_clear(w);
    arb_clear(t);
}
