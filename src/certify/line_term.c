#include "certify/line_term.h"

#include "certify/term_affine.h"

/* Is the affine term a number? Then c = it. */
static int get_number(lyc_number_t c, const lyc_term *t)
{
    lyc_affine_t f;
    lyc_number_t one;
    lyc_affine_init(f);
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    const int held = lyc_affine_add(f, one, t) && f->length == 0;
    if (held)
        lyc_number_set(c, f->c);
    lyc_affine_clear(f);
    lyc_number_clear(one);
    return held;
}

/* x / beta = e + Cauchy(w): beta [x/beta, s; 1, 0] after a diagonal change. */
static void of_cauchy(arb_t first, const lyc_affine_t x, const lyc_number_t a,
                      const arb_t beta, int sign, slong prec)
{
    arb_t e, w;
    arb_init(e);
    arb_init(w);
    lyc_number_get_arb(e, x->c, prec);
    arb_div(e, e, beta, prec);
    lyc_number_get_arb(w, a, prec);
    arb_div(w, w, beta, prec);
    lyc_cauchy_line(first, e, w, sign, prec);
    arb_clear(e);
    arb_clear(w);
}

/* |a| gamma / beta has the rate r beta / |a|; the sign of a is that of a
 * diagonal change. */
static void of_gamma(arb_t first, const lyc_affine_t x, const lyc_number_t a,
                     const arb_t beta, slong prec)
{
    const lyc_term *draw = NULL;
    for (slong i = 0; i < x->length; i++)
        if (lyc_number_is_zero(x->factor + i) == LYC_FALSE)
            draw = x->draw[i];
    if (draw == NULL)
    {
        arb_indeterminate(first);
        return;
    }
    arb_t p, r, t;
    arb_init(p);
    arb_init(r);
    arb_init(t);
    lyc_number_get_arb(p, draw->number, prec);
    lyc_number_get_arb(r, draw->number + 1, prec);
    lyc_number_get_arb(t, a, prec);
    arb_abs(t, t);
    arb_mul(r, r, beta, prec);
    arb_div(r, r, t, prec);
    lyc_gamma_line(first, p, r, prec);
    arb_clear(p);
    arb_clear(r);
    arb_clear(t);
}

/* log beta = log|bc| / 2 is added to both exponents. */
static lyc_truth_t of_entries(arb_t first, arb_t sum, const lyc_affine_t x,
                              const lyc_number_t bc, int sign, slong prec)
{
    lyc_number_t a;
    lyc_term_kind kind;
    arb_t beta;
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_init(a);
    arb_init(beta);
    lyc_number_get_arb(beta, bc, prec);
    arb_abs(beta, beta);
    arb_log(sum, beta, prec);
    arb_sqrt(beta, beta, prec);
    if (!lyc_affine_kind(&kind, a, x))
        truth = LYC_FALSE;
    else if (kind == LYC_TERM_CAUCHY)
        of_cauchy(first, x, a, beta, sign, prec);
    else if (kind == LYC_TERM_GAMMA && sign > 0 &&
             lyc_number_is_zero(x->c) == LYC_TRUE)
        of_gamma(first, x, a, beta, prec);
    else
        truth = LYC_FALSE;
    if (truth == LYC_TRUE)
    {
        arb_mul_2exp_si(beta, sum, -1);
        arb_add(first, first, beta, prec);
        truth =
            arb_is_finite(first) && arb_is_finite(sum) ? LYC_TRUE : LYC_UNKNOWN;
    }
    lyc_number_clear(a);
    arb_clear(beta);
    return truth;
}

lyc_truth_t lyc_line_exponents(arb_t first, arb_t sum, const lyc_term *t,
                               slong prec)
{
    if (t->kind != LYC_TERM_ENTRIES || t->rows != 2 || t->columns != 2)
        return LYC_FALSE;
    lyc_affine_t x;
    lyc_number_t one, b, c;
    lyc_truth_t truth = LYC_FALSE;
    int sign = 0;
    lyc_affine_init(x);
    lyc_number_init(one);
    lyc_number_init(b);
    lyc_number_init(c);
    lyc_number_set_si(one, 1);
    /* The corner that is 0 stands last or first. */
    const slong zero = get_number(c, t->child[3]) ? 3 : 0;
    if (get_number(c, t->child[zero]) && lyc_number_is_zero(c) == LYC_TRUE &&
        get_number(b, t->child[1]) && get_number(c, t->child[2]) &&
        lyc_affine_add(x, one, t->child[3 - zero]))
    {
        lyc_number_mul(b, b, c);
        truth = lyc_number_sign(&sign, b);
        if (truth == LYC_TRUE)
            truth = sign == 0 ? LYC_FALSE
                              : of_entries(first, sum, x, b, sign, prec);
    }
    lyc_affine_clear(x);
    lyc_number_clear(one);
    lyc_number_clear(b);
    lyc_number_clear(c);
    return truth;
}
