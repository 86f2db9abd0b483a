#include "certify/affine_volume.h"

#include "certify/rows_volume.h"
#include "certify/scalar_term.h"

/* z = D(A_1, …, A_d), the symmetric multilinear form with D(A, …, A) = d! det
 * A: the sum over the subsets S of -1^(d - |S|) det(sum of A_i, i in S). */
static void polar(lyc_number_t z, const lyc_matrix_struct *const *a, slong dim)
{
    lyc_matrix_t sum;
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_set_si(z, 0);
    for (int s = 1; s < 1 << dim; s++)
    {
        int size = 0;
        lyc_matrix_init(sum, dim, dim);
        for (slong i = 0; i < dim; i++)
            if (s >> i & 1)
            {
                size++;
                lyc_matrix_add(sum, sum, a[i]);
            }
        lyc_matrix_det(t, sum); /* fewer than 8 rows: known */
        if ((dim - size) % 2 != 0)
            lyc_number_neg(t, t);
        lyc_number_add(z, z, t);
        lyc_matrix_clear(sum);
    }
    lyc_number_clear(t);
}

/* 1 when D is proved to be 0 whenever two of its matrices belong to draws: then
 * det is affine in the draws. */
static int is_affine(const lyc_affine_law_t f, const lyc_affine_outcome *o)
{
    lyc_number_t c;
    int ok = 1;
    lyc_number_init(c);
    for (slong i = 1; i <= f->draws; i++)
        for (slong j = i; j <= f->draws && ok; j++)
            for (slong k = f->dim == 2 ? j : 0;
                 k <= (f->dim == 2 ? j : f->draws) && ok; k++)
            {
                const lyc_matrix_struct *a[] = {o->part + i, o->part + j,
                                                o->part + k};
                polar(c, a, f->dim);
                ok = lyc_number_is_zero(c) == LYC_TRUE;
            }
    lyc_number_clear(c);
    return ok;
}

/* z = det M_0 for j = 0, else the coefficient of draw j: D(M_j, M_0, …) over
 * (d - 1)!. */
static void coefficient(lyc_number_t z, const lyc_affine_law_t f,
                        const lyc_affine_outcome *o, slong j)
{
    const lyc_matrix_struct *a[] = {o->part + j, o->part, o->part};
    lyc_number_t n;
    if (j == 0)
    {
        lyc_matrix_det(z, o->part);
        return;
    }
    polar(z, a, f->dim);
    lyc_number_init(n);
    lyc_number_set_si(n, f->dim - 1);
    lyc_number_div(z, z, n);
    lyc_number_clear(n);
}

int lyc_affine_determinant(lyc_number_struct *c, const lyc_affine_law_t f,
                           slong outcome)
{
    const lyc_affine_outcome *o = f->outcome + outcome;
    if (!is_affine(f, o))
        return 0;
    for (slong j = 0; j <= f->draws; j++)
        coefficient(c + j, f, o, j);
    return 1;
}

/* The determinant as an affine term, NULL where it is not proved to be one. */
static lyc_term *affine_term(const lyc_affine_law_t f, slong outcome)
{
    lyc_number_struct c[LYC_AFFINE_LAW_MOST_DRAWS + 1];
    lyc_term *sum = NULL;
    for (slong j = 0; j <= f->draws; j++)
        lyc_number_init(c + j);
    if (lyc_affine_determinant(c, f, outcome))
        sum = lyc_affine_law_combine(f, c);
    for (slong j = 0; j <= f->draws; j++)
        lyc_number_clear(c + j);
    return sum;
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
        lyc_term *det = affine_term(f, i);
        if (det != NULL)
            one = lyc_scalar_log_mean(t, det, prec);
        if (one == LYC_UNKNOWN && f->dim == 2)
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
