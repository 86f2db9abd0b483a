#include "certify/second_moment.h"

#include "certify/affine_law.h"

/* m += w a^T q a */
static void add(arb_mat_t m, const arb_t w, const lyc_matrix_struct *a,
                const arb_mat_t q, slong prec)
{
    arb_mat_t x, y;
    arb_mat_init(x, arb_mat_nrows(m), arb_mat_nrows(m));
    arb_mat_init(y, arb_mat_nrows(m), arb_mat_nrows(m));
    lyc_matrix_get_arb_mat(x, a, prec);
    arb_mat_mul(y, q, x, prec);
    arb_mat_transpose(x, x);
    arb_mat_mul(x, x, y, prec);
    arb_mat_scalar_mul_arb(x, x, w, prec);
    arb_mat_add(m, m, x, prec);
    arb_mat_clear(x);
    arb_mat_clear(y);
}

/* z = x / n */
static int divide(lyc_number_t z, const lyc_number_t x, slong n)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_set_si(t, n);
    const int held = lyc_number_div(z, x, t) == LYC_TRUE;
    lyc_number_clear(t);
    return held;
}

/* Mean and variance of a draw; 0 where it has none. */
static int moments(lyc_number_t mean, lyc_number_t variance,
                   const lyc_affine_draw *x)
{
    const lyc_number_struct *p = x->term->number;
    lyc_number_set_si(mean, 0);
    lyc_number_set_si(variance, 1);
    if (x->kind == LYC_TERM_UNIFORM) /* (a+b)/2, (b-a)^2/12 */
    {
        lyc_number_add(mean, p, p + 1);
        lyc_number_sub(variance, p + 1, p);
        lyc_number_mul(variance, variance, variance);
        return divide(mean, mean, 2) && divide(variance, variance, 12);
    }
    if (x->kind == LYC_TERM_GAMMA) /* p/r, p/r^2 */
        return lyc_number_div(mean, p, p + 1) == LYC_TRUE &&
               lyc_number_div(variance, mean, p + 1) == LYC_TRUE;
    return x->kind == LYC_TERM_NORMAL;
}

/* The part of one outcome: M^T Q M for the mean M of A, and variances. */
static int add_outcome(arb_mat_t m, const lyc_affine_law_t f,
                       const lyc_affine_outcome *o, const arb_mat_t q,
                       slong prec)
{
    int held = 1;
    lyc_matrix_t mean;
    lyc_number_t t, v;
    arb_t w, wv;
    lyc_matrix_init(mean, f->dim, f->dim);
    lyc_number_init(t);
    lyc_number_init(v);
    arb_init(w);
    arb_init(wv);
    lyc_number_get_arb(w, o->weight, prec);
    lyc_matrix_set(mean, o->part);
    for (slong j = 1; j <= f->draws && held; j++)
    {
        lyc_number_t z;
        lyc_number_init(z);
        held = moments(t, v, f->draw + j - 1);
        for (slong e = 0; e < f->dim * f->dim; e++)
        {
            lyc_number_mul(z, t, o->part[j].entry + e);
            lyc_number_add(mean->entry + e, mean->entry + e, z);
        }
        lyc_number_get_arb(wv, v, prec);
        arb_mul(wv, wv, w, prec);
        add(m, wv, o->part + j, q, prec);
        lyc_number_clear(z);
    }
    add(m, w, mean, q, prec);
    lyc_matrix_clear(mean);
    lyc_number_clear(t);
    lyc_number_clear(v);
    arb_clear(w);
    arb_clear(wv);
    return held;
}

static int of_term(arb_mat_t m, const char **why, const lyc_law_t law,
                   const arb_mat_t q, slong prec)
{
    lyc_affine_law_t f;
    lyc_affine_law_init(f);
    int held = lyc_affine_law_set_long(f, why, law);
    for (slong o = 0; o < f->outcomes && held; o++)
        if (!add_outcome(m, f, f->outcome + o, q, prec))
        {
            *why = "a draw has no second moment";
            held = 0;
        }
    lyc_affine_law_clear(f);
    return held;
}

int lyc_second_moment(arb_mat_t m, const char **why, const lyc_law_t law,
                      const arb_mat_t q, slong prec)
{
    arb_t w;
    arb_mat_zero(m);
    if (law->term != NULL)
        return of_term(m, why, law, q, prec);
    arb_init(w);
    for (slong n = 0; n < law->length; n++)
    {
        lyc_number_get_arb(w, law->weight + n, prec);
        add(m, w, law->atom + n, q, prec);
    }
    arb_clear(w);
    return 1;
}
