#include "certify/affine_volume.h"

#include "certify/rows_volume.h"
#include "certify/scalar_term.h"

/* z = the coefficient of s_i s_j in det(sum s_i part[i]), i <= j, s_0 = 1. */
static void coefficient(lyc_number_t z, const lyc_affine_outcome *o, slong i,
                        slong j)
{
    const lyc_number_struct *a = o->part[i].entry, *b = o->part[j].entry;
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_mul(z, a, b + 3);
    lyc_number_mul(t, a + 1, b + 2);
    lyc_number_sub(z, z, t);
    if (i != j)
    {
        lyc_number_mul(t, a + 3, b);
        lyc_number_add(z, z, t);
        lyc_number_mul(t, a + 2, b + 1);
        lyc_number_sub(z, z, t);
    }
    lyc_number_clear(t);
}

/* Draw j as a 1x1 term; entries of a Gaussian matrix are normal draws. */
static lyc_term *draw_term(const lyc_affine_law_t f, slong j)
{
    const lyc_affine_draw *x = f->draw + j;
    if (x->term->kind == LYC_TERM_GAUSSIAN)
        return lyc_term_draw(LYC_TERM_NORMAL, 1, 1, 0, NULL);
    return lyc_term_share((lyc_term *)x->term);
}

/* The determinant as an affine term, NULL where it is not proved to be one. */
static lyc_term *affine_term(const lyc_affine_law_t f,
                             const lyc_affine_outcome *o)
{
    lyc_number_t c;
    lyc_term *sum[LYC_AFFINE_LAW_MAX_DRAWS + 1];
    slong n = 0;
    int is_affine = 1;
    lyc_number_init(c);
    for (slong i = 1; i <= f->draws && is_affine; i++)
        for (slong j = i; j <= f->draws && is_affine; j++)
        {
            coefficient(c, o, i, j);
            is_affine = lyc_number_is_zero(c) == LYC_TRUE;
        }
    for (slong j = 0; j <= f->draws && is_affine; j++)
    {
        coefficient(c, o, 0, j);
        sum[n++] = j == 0 ? lyc_term_scalar(c)
                          : lyc_term_scale(c, draw_term(f, j - 1));
    }
    lyc_number_clear(c);
    return is_affine ? lyc_term_add(n, sum) : NULL;
}

/* Through the rows, else through the columns. */
static lyc_truth_t by_rows(arb_t value, const lyc_affine_law_t f,
                           const lyc_affine_outcome *o, slong prec)
{
    lyc_truth_t held = LYC_UNKNOWN;
    for (int turned = 0; turned < 2 && held == LYC_UNKNOWN; turned++)
    {
        lyc_affine_rows r;
        lyc_affine_rows_init(&r);
        if (lyc_affine_rows_set(&r, f, o, turned) &&
            lyc_rows_volume(value, &r, prec) && arb_is_finite(value))
            held = LYC_TRUE;
        lyc_affine_rows_clear(&r);
    }
    return held;
}

/* Theorem continuous-laws.volume */
lyc_truth_t lyc_affine_volume(arb_t value, const lyc_affine_law_t f, slong prec)
{
    lyc_truth_t all = LYC_TRUE;
    arb_t t, p;
    arb_init(t);
    arb_init(p);
    arb_zero(value);
    for (slong i = 0; i < f->outcomes && all != LYC_FALSE; i++)
    {
        lyc_truth_t one = LYC_UNKNOWN;
        lyc_term *det = affine_term(f, f->outcome + i);
        if (det != NULL)
            one = lyc_scalar_log_mean(t, det, prec);
        if (one == LYC_UNKNOWN)
            one = by_rows(t, f, f->outcome + i, prec);
        lyc_term_release(det);
        lyc_number_get_arb(p, f->outcome[i].weight, prec);
        arb_addmul(value, p, t, prec);
        all = one == LYC_TRUE ? all : one == LYC_FALSE ? one : LYC_UNKNOWN;
    }
    arb_clear(t);
    arb_clear(p);
    return all;
}
