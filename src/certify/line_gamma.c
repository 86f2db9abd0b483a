#include <math.h>

#include "lyapcert/formula.h"
#include "lyapcert/limits.h"

/* K_p(z) = int_0^oo e^(-z cosh t) cosh(pt) dt and
 * dK_p/dp = int_0^oo f(t) dt, f(t) = t sinh(pt) e^(-z cosh t), z = 2r: the
 * trapezoidal rule with step h, by Theorem closed-forms.letac-seshadri.
 * Strip |Im t| <= 1: cos 1 >= 1/2 and |f(t + iy)| <= 4 e^((p+1)|t|)
 * e^(-(z/2) cosh t). */
#define BOUND_PREC 64
#define MAX_NODES 1000000

static void integrand(arb_t v, const arb_t t, const arb_t p, const arb_t z,
                      slong prec)
{
    arb_t u;
    arb_init(u);
    arb_mul(u, p, t, prec);
    arb_sinh(u, u, prec);
    arb_mul(v, u, t, prec);
    arb_cosh(u, t, prec);
    arb_mul(u, u, z, prec);
    arb_neg(u, u);
    arb_exp(u, u, prec);
    arb_mul(v, v, u, prec);
    arb_clear(u);
}

/* Over the whole line: 2 M/(e^(2 pi/h) - 1), M = 16 K_{p+1}(z/2). */
static void step_error(arb_t error, const arb_t p, const arb_t z, double h)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    arb_add_si(t, p, 1, BOUND_PREC);
    arb_mul_2exp_si(u, z, -1);
    arb_hypgeom_bessel_k(error, t, u, BOUND_PREC);
    arb_mul_2exp_si(error, error, 5);
    arb_const_pi(t, BOUND_PREC);
    arb_mul_2exp_si(t, t, 1);
    arb_set_d(u, h);
    arb_div(t, t, u, BOUND_PREC);
    arb_expm1(t, t, BOUND_PREC);
    arb_div(error, error, t, BOUND_PREC);
    arb_clear(t);
    arb_clear(u);
}

/* Bound of the integral of f beyond T where z sinh T >= p + 2: the exponent of
 * e^((p+1)t - z cosh t) falls at slope 1 at least. */
static void end_error(arb_t error, const arb_t p, const arb_t z, double T)
{
    arb_t t, u, v;
    arb_init(t);
    arb_init(u);
    arb_init(v);
    arb_set_d(t, T);
    arb_sinh(u, t, BOUND_PREC);
    arb_mul(u, u, z, BOUND_PREC);
    arb_sub(u, u, p, BOUND_PREC);
    arb_sub_si(u, u, 2, BOUND_PREC);
    if (!arb_is_nonnegative(u))
        arb_indeterminate(error);
    else
    {
        arb_add_si(u, p, 1, BOUND_PREC);
        arb_mul(u, u, t, BOUND_PREC);
        arb_cosh(v, t, BOUND_PREC);
        arb_submul(u, v, z, BOUND_PREC);
        arb_exp(error, u, BOUND_PREC);
    }
    arb_clear(t);
    arb_clear(u);
    arb_clear(v);
}

static void add_error(arb_t value, const arb_t error)
{
    mag_t m;
    mag_init(m);
    arb_get_mag(m, error);
    arb_add_error_mag(value, m);
    mag_clear(m);
}

/* int_0^oo f, steps h = T/nodes. */
static void derivative(arb_t v, const arb_t p, const arb_t z, double h,
                       slong nodes, slong prec)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    arb_zero(v); /* f(0) = 0 */
    for (slong n = 1; n <= nodes; n++)
    {
        if (n % 64 == 0 && lyc_limits_expired())
        {
            arb_indeterminate(v);
            break;
        }
        arb_set_d(t, h);
        arb_mul_si(t, t, n, prec + 64);
        integrand(u, t, p, z, prec);
        arb_add(v, v, u, prec);
    }
    arb_set_d(t, h);
    arb_mul(v, v, t, prec);
    step_error(u, p, z, h);
    add_error(v, u);
    end_error(u, p, z, h * (double)nodes * (1 - 1e-15));
    add_error(v, u);
    arb_clear(t);
    arb_clear(u);
}

/* Natural logarithm of K_p(z), roughly. */
static double log_bessel(const arb_t k)
{
    arb_t t;
    arb_init(t);
    arb_log(t, k, BOUND_PREC);
    const double v = arf_get_d(arb_midref(t), ARF_RND_NEAR);
    arb_clear(t);
    return v;
}

/* T with (p+1) T - z cosh T < goal */
static double choose_end(double p, double z, double goal)
{
    double T = asinh((p + 3) / z);
    while ((p + 1) * T - z * cosh(T) > goal && T < 700)
        T += 0.125;
    return T;
}

/* Theorem closed-forms.letac-seshadri */
void lyc_gamma_line(arb_t value, const arb_t p, const arb_t r, slong prec)
{
    arb_t z, k, t;
    arb_init(z);
    arb_init(k);
    arb_init(t);
    arb_mul_2exp_si(z, r, 1);
    arb_hypgeom_bessel_k(k, p, z, prec);
    arb_add_si(t, p, 1, BOUND_PREC);
    arb_mul_2exp_si(value, r, 0);
    arb_hypgeom_bessel_k(t, t, value, BOUND_PREC);
    const double scale = log_bessel(k), mass = log_bessel(t);
    const double goal = scale - 0.6931471805599453 * (double)(prec + 8);
    const double T = choose_end(arf_get_d(arb_midref(p), ARF_RND_NEAR),
                                arf_get_d(arb_midref(z), ARF_RND_NEAR), goal);
    const double h =
        ldexp(floor(ldexp(6.2831853 / (mass + 4 - goal), 40)), -40);
    if (!(h > 0) || !(h < 10) || !(T < 700) || T / h > MAX_NODES)
        arb_indeterminate(value);
    else
    {
        derivative(value, p, z, h, (slong)(T / h) + 1, prec + 16);
        arb_div(value, value, k, prec);
    }
    arb_clear(z);
    arb_clear(k);
    arb_clear(t);
}
