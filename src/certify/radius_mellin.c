#include <math.h>

#include "certify/isotropic.h"
#include "lyapcert/limits.h"

/* Notation of Theorem closed-forms.mellin:
 * f(s) = Gamma(d/2)/Gamma(d/2 - s) pi/(s sin(pi s)) E[(2Y)^s; Y > 0],
 * value = (1/4 pi) int f(1/2 + it) dt = (h/4 pi) sum_n f(1/2 + i n h) + error;
 * eta = distance of the bounding lines from the poles at 0 and 1. */
#define ETA_EXPONENT (-4) /* eta = 1/16 */
#define BOUND_PREC 64
#define MAX_NODES 200000

typedef struct
{
    slong d;
    const lyc_radius_struct *y;
    slong prec, nodes;
    double h;
} mellin;

/* Gamma(d/2) pi / sin(pi x) B / |Gamma| with |f(x + it)| <= that times
 * cosh(pi t)^(-1/2) times the bound of |E (2Y)^s|. */
static void envelope(arb_t m, slong d, const arb_t x)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    arb_set_si(t, d);
    arb_mul_2exp_si(t, t, -1);
    arb_gamma(m, t, BOUND_PREC);
    arb_sub(t, t, x, BOUND_PREC); /* d/2 - x */
    if (d <= 2)
    {
        /* |z / s| <= 1 + d/(2x), z = d/2 - s; 1/Gamma(z) = z/Gamma(z + 1) */
        arb_add_si(t, t, 1, BOUND_PREC);
        arb_set_si(u, d);
        arb_mul_2exp_si(u, u, -1);
        arb_div(u, u, x, BOUND_PREC);
        arb_add_si(u, u, 1, BOUND_PREC);
    }
    else
        arb_inv(u, x, BOUND_PREC);
    arb_mul(m, m, u, BOUND_PREC);
    arb_rgamma(u, t, BOUND_PREC);
    arb_mul(m, m, u, BOUND_PREC);
    arb_const_pi(t, BOUND_PREC);
    arb_mul(m, m, t, BOUND_PREC);
    arb_sin_pi(u, x, BOUND_PREC);
    arb_div(m, m, u, BOUND_PREC);
    arb_clear(t);
    arb_clear(u);
}

/* Bound of the integral of |f| over the line Re s = x: the integral of
 * cosh(pi t)^(-1/2) is below 2. */
static void line_mass(arb_t m, const mellin *q, const arb_t x)
{
    arb_t t, zero;
    arb_init(t);
    arb_init(zero);
    envelope(m, q->d, x);
    lyc_radius_power_bound(t, q->y, x, zero, BOUND_PREC);
    arb_mul(m, m, t, BOUND_PREC);
    arb_mul_2exp_si(m, m, 1);
    arb_clear(t);
    arb_clear(zero);
}

/* (M_eta + M_(1-eta)) / (e^(2 pi (1/2 - eta)/h) - 1) */
static void step_error(arb_t error, const mellin *q)
{
    arb_t x, m;
    arb_init(x);
    arb_init(m);
    arb_one(x);
    arb_mul_2exp_si(x, x, ETA_EXPONENT);
    line_mass(error, q, x);
    arb_sub_si(x, x, 1, BOUND_PREC);
    arb_neg(x, x);
    line_mass(m, q, x);
    arb_add(error, error, m, BOUND_PREC);
    /* 2 pi (1/2 - eta) / h; here x = 1 - eta */
    arb_mul_2exp_si(x, x, 1);
    arb_sub_si(x, x, 1, BOUND_PREC);
    arb_const_pi(m, BOUND_PREC);
    arb_mul(x, x, m, BOUND_PREC);
    arb_set_d(m, q->h);
    arb_div(x, x, m, BOUND_PREC);
    arb_expm1(x, x, BOUND_PREC);
    arb_div(error, error, x, BOUND_PREC);
    arb_clear(x);
    arb_clear(m);
}

/* Both ends beyond t = T: 2 env (2 sqrt 2/pi) e^(-pi T/2) <= 2 env e^(...). */
static void end_error(arb_t error, const mellin *q, double T)
{
    arb_t x, t, m;
    arb_init(x);
    arb_init(t);
    arb_init(m);
    arb_set_d(x, 0.5);
    envelope(error, q->d, x);
    arb_set_d(t, T);
    lyc_radius_power_bound(m, q->y, x, t, BOUND_PREC);
    arb_mul(error, error, m, BOUND_PREC);
    arb_const_pi(m, BOUND_PREC);
    arb_mul(m, m, t, BOUND_PREC);
    arb_mul_2exp_si(m, m, -1);
    arb_neg(m, m);
    arb_exp(m, m, BOUND_PREC);
    arb_mul(error, error, m, BOUND_PREC);
    arb_mul_2exp_si(error, error, 1);
    arb_clear(x);
    arb_clear(t);
    arb_clear(m);
}

/* h and the least number of nodes (roughly) for errors below 2^-bits. */
static void choose_nodes(mellin *q, slong bits)
{
    const double digits = 0.6931471805599453 * (double)(bits + 16);
    arb_t error;
    arb_init(error);
    q->h = ldexp(floor(ldexp(2 * 3.14159 * 0.4375 / digits, 40)), -40);
    double low = 0, high = 2 * digits / 3.14159;
    while (high - low > 1 + high / 64)
    {
        const double T = (low + high) / 2;
        end_error(error, q, T);
        *(arf_cmpabs_2exp_si(arb_midref(error), -bits) < 0 ? &high : &low) = T;
    }
    q->nodes = (slong)(high / q->h) + 2;
    arb_clear(error);
}

/* Re f(1/2 + i n h) */
static void integrand(arb_t v, const mellin *q, slong n)
{
    acb_t s, z, m;
    acb_init(s);
    acb_init(z);
    acb_init(m);
    arb_set_d(acb_realref(s), 0.5);
    arb_set_d(acb_imagref(s), q->h);
    arb_mul_si(acb_imagref(s), acb_imagref(s), n, q->prec + 64);
    lyc_radius_power(m, q->y, s, q->prec);
    acb_sin_pi(z, s, q->prec);
    acb_mul(z, z, s, q->prec);
    acb_div(m, m, z, q->prec);
    arb_set_si(v, q->d);
    arb_mul_2exp_si(v, v, -1);
    acb_sub_arb(z, s, v, q->prec);
    acb_neg(z, z);
    acb_rgamma(z, z, q->prec);
    acb_mul(m, m, z, q->prec);
    arb_set(v, acb_realref(m));
    acb_clear(s);
    acb_clear(z);
    acb_clear(m);
}

/* h Gamma(d/2) / 4 times the sum of f / (pi Gamma(d/2)) over |n| < nodes. */
static void trapezoid(arb_t value, const mellin *q)
{
    arb_t v;
    arb_init(v);
    arb_zero(value);
    for (slong n = 1; n < q->nodes; n++)
    {
        if (lyc_limits_expired())
        {
            arb_indeterminate(value);
            break;
        }
        integrand(v, q, n);
        arb_add(value, value, v, q->prec);
    }
    arb_mul_2exp_si(value, value, 1);
    integrand(v, q, 0);
    arb_add(value, value, v, q->prec);
    arb_set_d(v, q->h);
    arb_mul(value, value, v, q->prec);
    arb_set_si(v, q->d);
    arb_mul_2exp_si(v, v, -1);
    arb_gamma(v, v, q->prec);
    arb_mul(value, value, v, q->prec);
    arb_mul_2exp_si(value, value, -2);
    arb_clear(v);
}

/* D >= length, one layer: -log 2 P (d = 1 only) to d c E(D; ...)/2. */
static void tail_error(arb_t error, slong d, const lyc_radius_t y)
{
    arb_zero(error);
    if (y->layers != 1)
        return;
    arb_mul_si(error, y->layer->tail_mean, d, BOUND_PREC);
    arb_mul(error, error, y->layer->scale, BOUND_PREC);
    arb_add(error, error, y->layer->tail_mass, BOUND_PREC);
}

static void add_error(arb_t value, const arb_t error)
{
    mag_t m;
    mag_init(m);
    arb_get_mag(m, error);
    arb_add_error_mag(value, m);
    mag_clear(m);
}

/* Theorem closed-forms.mellin */
void lyc_radius_log_mean(arb_t value, slong d, const lyc_radius_t y, slong prec)
{
    mellin q = {d, y, prec + 32, 0, 0};
    arb_t error;
    arb_init(error);
    choose_nodes(&q, prec);
    if (q.nodes > MAX_NODES)
        arb_indeterminate(value);
    else
    {
        trapezoid(value, &q);
        /* 1/(4 pi) <= 1 */
        step_error(error, &q);
        add_error(value, error);
        end_error(error, &q, q.h * (double)(q.nodes - 1) * (1 - 1e-15));
        add_error(value, error);
        tail_error(error, d, y);
        add_error(value, error);
    }
    arb_clear(error);
}
