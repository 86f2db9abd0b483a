#include "certify/signs.h"

/* log(|det A| / |A|_F) <= log|A x| <= log |A|_F for |x| = 1, added to the sums
 * with this weight; 0 where A may be singular or the weight may be 0. */
static int add_atom(arb_t low, arb_t high, const lyc_law_t law, slong i,
                    slong prec)
{
    lyc_number_t det;
    arb_mat_t m;
    arb_t w, norm, x;
    lyc_number_init(det);
    arb_mat_init(m, law->dim, law->dim);
    arb_init(w);
    arb_init(norm);
    arb_init(x);
    lyc_number_get_arb(w, law->weight + i, prec);
    lyc_matrix_get_arb_mat(m, law->atom + i, prec);
    arb_mat_frobenius_norm(norm, m, prec);
    int ok = lyc_matrix_det(det, law->atom + i) == LYC_TRUE;
    if (ok)
        lyc_number_get_arb(x, det, prec);
    ok = ok && arb_is_positive(w) && arb_is_finite(x) && arb_is_finite(norm) &&
         !arb_contains_zero(x) && arb_is_positive(norm);
    if (ok)
    {
        arb_log(norm, norm, prec);
        arb_addmul(high, w, norm, prec);
        arb_abs(x, x);
        arb_log(x, x, prec);
        arb_sub(x, x, norm, prec);
        arb_addmul(low, w, x, prec);
    }
    lyc_number_clear(det);
    arb_mat_clear(m);
    arb_clear(w);
    arb_clear(norm);
    arb_clear(x);
    return ok;
}

/* A finite law in GL_2 for every value of the parameter: crude bounds of both
 * exponents, which are continuous. */
static int bound_exponent(lyc_dual_t z, const lyc_law_t law, slong k,
                          slong call, void *data)
{
    const slong prec = *(const slong *)data;
    arb_t low, high;
    (void)k;
    (void)call;
    lyc_dual_indeterminate(z);
    arb_init(low);
    arb_init(high);
    int ok = law->term == NULL && law->dim == 2;
    for (slong i = 0; i < law->length && ok; i++)
        ok = add_atom(low, high, law, i, prec);
    if (ok)
        arb_union(z->value, low, high, prec);
    arb_clear(low);
    arb_clear(high);
    return 1;
}

/* F is made by operations that are continuous where their results are finite,
 * from exponents that have a slope and from those above. */
int lyc_equation_is_continuous(int *is, lyc_equation_t q, const fmpq_t lower,
                               const fmpq_t upper, slong prec, lyc_diag_t d)
{
    lyc_dual_t z;
    lyc_dual_init(z);
    q->enclose = bound_exponent;
    q->context = &prec;
    const int ok = lyc_equation_eval(z, q, lower, upper, prec, d);
    q->enclose = NULL;
    *is = ok && arb_is_finite(z->value);
    lyc_dual_clear(z);
    return ok;
}
