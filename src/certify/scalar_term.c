#include "certify/scalar_term.h"

#include "certify/term_affine.h"

/* Outcomes of finite draws that are worked out one by one, and products
 * within products. */
#define MAX_OUTCOMES 20000
#define MAX_DEPTH 64

typedef struct
{
    slong prec, outcomes;
    int depth;
} walk;

static lyc_truth_t finish(arb_t value)
{
    return arb_is_finite(value) ? LYC_TRUE : LYC_UNKNOWN;
}

static lyc_truth_t log_number(arb_t value, const lyc_number_t c, slong prec)
{
    const lyc_truth_t zero = lyc_number_is_zero(c);
    if (zero == LYC_TRUE)
        return LYC_FALSE;
    lyc_number_get_arb(value, c, prec);
    arb_abs(value, value);
    arb_log(value, value, prec);
    return zero == LYC_FALSE ? finish(value) : LYC_UNKNOWN;
}

/* value + (log a)/halves */
static void add_log(arb_t value, const arb_t a, slong halves, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_abs(t, a);
    arb_log(t, t, prec);
    arb_div_si(t, t, halves, prec);
    arb_add(value, value, t, prec);
    arb_clear(t);
}

/* c + N(0, a): log sqrt(a) + E log|c/sqrt(a) + N|. */
static void of_normal(arb_t value, const arb_t c, const arb_t a, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_sqrt(t, a, prec);
    arb_div(t, c, t, prec);
    lyc_normal_log_mean(value, t, prec);
    add_log(value, a, 2, prec);
    arb_clear(t);
}

/* log|c + ia| */
static void of_cauchy(arb_t value, const arb_t c, const arb_t a, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_hypot(t, c, a, prec);
    arb_log(value, t, prec);
    arb_clear(t);
}

/* c + a u for u on [low, high]: exact ends, so that 0 stays 0. */
static void of_uniform(arb_t value, const lyc_affine_t f, const lyc_number_t a,
                       const lyc_term *draw, slong prec)
{
    arb_t end[2];
    lyc_number_t t;
    lyc_number_init(t);
    for (int i = 0; i < 2; i++)
    {
        arb_init(end[i]);
        lyc_number_mul(t, a, draw->number + i);
        lyc_number_add(t, t, f->c);
        lyc_number_get_arb(end[i], t, prec);
    }
    lyc_uniform_log_mean(value, end[0], end[1], prec);
    for (int i = 0; i < 2; i++)
        arb_clear(end[i]);
    lyc_number_clear(t);
}

/* c + (a/r) gamma = (a/r)(y + gamma), y = c r/a. */
static void of_gamma(arb_t value, const arb_t c, const arb_t a,
                     const lyc_term *draw, slong prec)
{
    arb_t p, r;
    arb_init(p);
    arb_init(r);
    lyc_number_get_arb(p, draw->number, prec);
    lyc_number_get_arb(r, draw->number + 1, prec);
    arb_div(r, a, r, prec);
    arb_t y;
    arb_init(y);
    arb_div(y, c, r, prec);
    lyc_gamma_log_mean(value, p, y, prec);
    add_log(value, r, 1, prec);
    arb_clear(p);
    arb_clear(r);
    arb_clear(y);
}

static const lyc_term *draw_of_kind(const lyc_affine_t f, lyc_term_kind kind)
{
    for (slong i = 0; i < f->length; i++)
        if (f->draw[i]->kind == kind &&
            lyc_number_is_zero(f->factor + i) == LYC_FALSE)
            return f->draw[i];
    return NULL;
}

static lyc_truth_t of_continuous(arb_t value, const lyc_affine_t f, slong prec)
{
    lyc_number_t a;
    lyc_term_kind kind;
    arb_t x, y;
    lyc_truth_t truth = LYC_UNKNOWN;
    lyc_number_init(a);
    if (!lyc_affine_kind(&kind, a, f))
    {
        lyc_number_clear(a);
        return LYC_UNKNOWN;
    }
    arb_init(x);
    arb_init(y);
    lyc_number_get_arb(x, f->c, prec);
    lyc_number_get_arb(y, a, prec);
    arb_indeterminate(value);
    if (kind == LYC_TERM_NORMAL)
        of_normal(value, x, y, prec);
    else if (kind == LYC_TERM_CAUCHY)
        of_cauchy(value, x, y, prec);
    else if (kind == LYC_TERM_UNIFORM)
        of_uniform(value, f, a, draw_of_kind(f, kind), prec);
    else if (kind == LYC_TERM_GAMMA)
        of_gamma(value, x, y, draw_of_kind(f, kind), prec);
    truth = kind == LYC_TERM_CONSTANT ? log_number(value, f->c, prec)
                                      : finish(value);
    lyc_number_clear(a);
    arb_clear(x);
    arb_clear(y);
    return truth;
}

static lyc_truth_t of_affine(arb_t value, const lyc_affine_t f, walk *w);

/* The draw at i is replaced by its outcome j of probability p. */
static int substitute(lyc_affine_t g, lyc_number_t p, const lyc_affine_t f,
                      slong i, slong j)
{
    const lyc_term *t = f->draw[i];
    lyc_number_t a;
    int held = 1;
    lyc_number_init(a);
    lyc_affine_set(g, f);
    lyc_affine_take(a, g, i);
    if (t->kind == LYC_TERM_GATES)
    {
        if (j == 1)
            lyc_number_add(g->c, g->c, a);
        lyc_number_set_si(p, 1);
        lyc_number_sub(p, p, t->number);
        if (j == 1)
            lyc_number_set(p, t->number);
    }
    else
    {
        lyc_number_set(p, t->number + j);
        held = lyc_affine_add(g, a, t->child[j]);
    }
    lyc_number_clear(a);
    return held;
}

/* E over the outcomes of the draw at i. A -inf wins; then what is unknown. */
static lyc_truth_t of_finite(arb_t value, const lyc_affine_t f, slong i,
                             walk *w)
{
    const lyc_term *t = f->draw[i];
    const slong n = t->kind == LYC_TERM_GATES ? 2 : t->length;
    lyc_truth_t all = LYC_TRUE;
    lyc_affine_t g;
    lyc_number_t p;
    arb_t x, y;
    arb_init(x);
    arb_init(y);
    lyc_number_init(p);
    lyc_affine_init(g);
    arb_zero(value);
    for (slong j = 0; j < n && all != LYC_FALSE; j++)
    {
        lyc_truth_t one = LYC_UNKNOWN;
        if (++w->outcomes <= MAX_OUTCOMES && substitute(g, p, f, i, j))
            one = of_affine(x, g, w);
        lyc_number_get_arb(y, p, w->prec);
        arb_addmul(value, x, y, w->prec);
        all = one == LYC_TRUE ? all : one == LYC_FALSE ? one : LYC_UNKNOWN;
    }
    arb_clear(x);
    arb_clear(y);
    lyc_number_clear(p);
    lyc_affine_clear(g);
    return all;
}

static int has_outcomes(const lyc_term *t)
{
    return t->kind == LYC_TERM_FINITE || t->kind == LYC_TERM_MIXTURE ||
           t->kind == LYC_TERM_GATES;
}

static lyc_truth_t of_affine(arb_t value, const lyc_affine_t f, walk *w)
{
    if (++w->depth > MAX_DEPTH)
        return LYC_UNKNOWN;
    lyc_truth_t truth = LYC_UNKNOWN;
    slong i = 0;
    while (i < f->length && (!has_outcomes(f->draw[i]) ||
                             lyc_number_is_zero(f->factor + i) == LYC_TRUE))
        i++;
    truth = i < f->length ? of_finite(value, f, i, w)
                          : of_continuous(value, f, w->prec);
    w->depth--;
    return truth;
}

static lyc_truth_t of_term(arb_t value, const lyc_term *t, walk *w);

/* E log|xy| = E log|x| + E log|y|, independent or not. */
static lyc_truth_t of_product(arb_t value, const lyc_term *t, walk *w)
{
    lyc_truth_t all = LYC_TRUE;
    arb_t x;
    arb_init(x);
    arb_zero(value);
    for (slong i = 0; i < t->length && all != LYC_FALSE; i++)
    {
        const lyc_truth_t one = of_term(x, t->child[i], w);
        arb_add(value, value, x, w->prec);
        all = one == LYC_TRUE ? all : one == LYC_FALSE ? one : LYC_UNKNOWN;
    }
    arb_clear(x);
    return all;
}

static lyc_truth_t of_inverse(arb_t value, const lyc_term *t, walk *w)
{
    const lyc_truth_t truth = of_term(value, t->child[0], w);
    arb_neg(value, value);
    return truth == LYC_TRUE ? truth : LYC_UNKNOWN;
}

static lyc_truth_t of_term(arb_t value, const lyc_term *t, walk *w)
{
    lyc_affine_t f;
    lyc_number_t one;
    lyc_truth_t truth = LYC_UNKNOWN;
    arb_indeterminate(value);
    if (t->rows != 1 || t->columns != 1 || ++w->depth > MAX_DEPTH)
        return LYC_UNKNOWN;
    lyc_affine_init(f);
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    if (t->kind == LYC_TERM_MUL)
        truth = of_product(value, t, w);
    else if (t->kind == LYC_TERM_INVERSE)
        truth = of_inverse(value, t, w);
    else if (lyc_affine_add(f, one, t))
        truth = of_affine(value, f, w);
    lyc_affine_clear(f);
    lyc_number_clear(one);
    w->depth--;
    return truth;
}

/* Theorem closed-forms.scalar */
lyc_truth_t lyc_scalar_log_mean(arb_t value, const lyc_term *t, slong prec)
{
    walk w = {prec, 0, 0};
    return of_term(value, t, &w);
}
