#include "certify/bilinear_log.h"

#include "lyapcert/formula.h"
#include "lyapcert/limits.h"

/* The inner mean is V(alpha, beta) = E log|alpha + beta t|, alpha = c_0 + c_1 s
 * and beta = c_2 + c_3 s. */
typedef struct
{
    arb_t c[4];
} form;

static void form_init(form *f)
{
    for (int i = 0; i < 4; i++)
        arb_init(f->c[i]);
}

static void form_clear(form *f)
{
    for (int i = 0; i < 4; i++)
        arb_clear(f->c[i]);
}

/* w log|w| for real w, continued to complex ones off the imaginary axis; for a
 * real interval around 0, |w log|w|| <= r log(1/r) where |w| <= r <= 1/4. */
static void continued(acb_t v, const acb_t w, int is_analytic, slong prec)
{
    acb_t u;
    arf_t r;
    acb_init(u);
    arf_init(r);
    acb_get_abs_ubound_arf(r, w, 64);
    if (arb_is_positive(acb_realref(w)))
        acb_log(u, w, prec);
    else if (arb_is_negative(acb_realref(w)))
    {
        acb_neg(u, w);
        acb_log(u, u, prec);
    }
    else if (is_analytic || !acb_is_real(w) || arf_cmpabs_2exp_si(r, -2) > 0)
        acb_indeterminate(u);
    if (!arb_contains_zero(acb_realref(w)) || !acb_is_finite(u))
        acb_mul(v, w, u, prec);
    else
    {
        mag_t m;
        mag_init(m);
        acb_zero(v);
        if (!arf_is_zero(r))
        {
            arb_t t;
            arb_init(t);
            arb_set_arf(t, r);
            arb_log(t, t, 64);
            arb_mul_arf(t, t, r, 64);
            arb_get_mag(m, t);
            arb_clear(t);
        }
        arb_add_error_mag(acb_realref(v), m);
        mag_clear(m);
    }
    arf_clear(r);
    acb_clear(u);
}

/* V = ((alpha + beta) log|alpha + beta| - (alpha - beta) log|alpha -
 * beta|)/(2 beta) - 1 where beta is not 0. */
static void by_ends(acb_t v, const acb_t alpha, const acb_t beta,
                    int is_analytic, slong prec)
{
    acb_t p, q;
    acb_init(p);
    acb_init(q);
    acb_add(p, alpha, beta, prec);
    acb_sub(q, alpha, beta, prec);
    continued(p, p, is_analytic, prec);
    continued(q, q, is_analytic, prec);
    acb_sub(v, p, q, prec);
    acb_div(v, v, beta, prec);
    acb_mul_2exp_si(v, v, -1);
    acb_sub_ui(v, v, 1, prec);
    acb_clear(p);
    acb_clear(q);
}

/* A mean of values of the logarithm lies in a rectangle that holds them all;
 * this is analytic where alpha + beta t stays in one half-plane. */
static void by_range(acb_t v, const acb_t alpha, const acb_t beta, slong prec)
{
    acb_t w;
    arb_t t;
    acb_init(w);
    arb_init(t);
    arb_one(t);
    mag_one(arb_radref(t));
    arf_zero(arb_midref(t));
    acb_mul_arb(w, beta, t, prec);
    acb_add(w, w, alpha, prec);
    if (arb_is_negative(acb_realref(w)))
        acb_neg(w, w);
    if (arb_is_positive(acb_realref(w)))
        acb_log(v, w, prec);
    else
        acb_indeterminate(v);
    acb_clear(w);
    arb_clear(t);
}

/* For acb_calc_integrate: order is 1 where the value must be analytic. */
static int inner(acb_ptr v, const acb_t s, void *param, slong order, slong prec)
{
    const form *f = param;
    acb_t alpha, beta;
    if (lyc_limits_expired())
    {
        acb_indeterminate(v);
        return 0;
    }
    acb_init(alpha);
    acb_init(beta);
    acb_mul_arb(alpha, s, f->c[1], prec);
    acb_add_arb(alpha, alpha, f->c[0], prec);
    acb_mul_arb(beta, s, f->c[3], prec);
    acb_add_arb(beta, beta, f->c[2], prec);
    if (acb_contains_zero(beta))
        by_range(v, alpha, beta, prec);
    else
        by_ends(v, alpha, beta, order > 0, prec);
    acb_clear(alpha);
    acb_clear(beta);
    return 0;
}

/* Half the integral of V over [-1, 1]. */
static void integrate(arb_t value, form *f, slong prec)
{
    acb_t a, b, v;
    mag_t tol;
    acb_init(a);
    acb_init(b);
    acb_init(v);
    mag_init(tol);
    mag_set_ui_2exp_si(tol, 1, -prec / 2 - 8);
    acb_one(b);
    acb_neg(a, b);
    acb_calc_integrate(v, inner, f, a, b, prec / 2, tol, NULL, prec);
    arb_mul_2exp_si(value, acb_realref(v), -1);
    acb_clear(a);
    acb_clear(b);
    acb_clear(v);
    mag_clear(tol);
}

/* E log|p + q s| */
static void linear_mean(arb_t value, const arb_t p, const arb_t q, slong prec)
{
    arb_t a, b;
    arb_init(a);
    arb_init(b);
    if (arb_is_zero(q))
    {
        arb_abs(a, p);
        arb_log(value, a, prec);
    }
    else
    {
        arb_sub(a, p, q, prec);
        arb_add(b, p, q, prec);
        lyc_uniform_log_mean(value, a, b, prec);
    }
    arb_clear(a);
    arb_clear(b);
}

/* c_0 c_3 = c_1 c_2, exactly. */
static int is_product(const lyc_number_struct c[4])
{
    lyc_number_t p, q;
    lyc_number_init(p);
    lyc_number_init(q);
    lyc_number_mul(p, c, c + 3);
    lyc_number_mul(q, c + 1, c + 2);
    const int held = lyc_number_equal(p, q) == LYC_TRUE;
    lyc_number_clear(p);
    lyc_number_clear(q);
    return held;
}

/* (c_2 + c_3 s)(kappa + t), kappa = c_1/c_3 or c_0/c_2. */
static void product_mean(arb_t value, const form *f, slong prec)
{
    const int i = arb_is_zero(f->c[3]) ? 0 : 1;
    arb_t kappa, v;
    arb_init(kappa);
    arb_init(v);
    arb_div(kappa, f->c[i], f->c[2 + i], prec);
    linear_mean(value, f->c[2], f->c[3], prec);
    arb_one(v);
    linear_mean(v, kappa, v, prec);
    arb_add(value, value, v, prec);
    arb_clear(kappa);
    arb_clear(v);
}

/* Theorem continuous-laws.bilinear */
void lyc_bilinear_log_mean(arb_t value, const lyc_number_struct c[4],
                           slong prec)
{
    form f;
    form_init(&f);
    for (int i = 0; i < 4; i++)
        if (lyc_number_is_zero(c + i) != LYC_TRUE)
            lyc_number_get_arb(f.c[i], c + i, prec);
    if (arb_is_zero(f.c[2]) && arb_is_zero(f.c[3]))
        linear_mean(value, f.c[0], f.c[1], prec);
    else if (is_product(c))
        product_mean(value, &f, prec);
    else
        integrate(value, &f, prec);
    form_clear(&f);
}
