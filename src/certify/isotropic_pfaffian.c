#include "certify/isotropic.h"

#include "certify/pfaffian_sums.h"

void lyc_partition_moments_init(lyc_partition_moments_t m)
{
    arb_init(m->g);
    arb_init(m->n);
    arb_init(m->covariance);
}

void lyc_partition_moments_clear(lyc_partition_moments_t m)
{
    arb_clear(m->g);
    arb_clear(m->n);
    arb_clear(m->covariance);
}

/* tr(A B) / 2 */
static void half_trace(arb_t t, const arb_mat_t a, const arb_mat_t b,
                       slong prec)
{
    arb_zero(t);
    for (slong i = 0; i < arb_mat_nrows(a); i++)
        for (slong j = 0; j < arb_mat_ncols(a); j++)
            arb_addmul(t, arb_mat_entry(a, i, j), arb_mat_entry(b, j, i), prec);
    arb_mul_2exp_si(t, t, -1);
}

/* d log Pf(M) = tr(M^-1 dM) / 2, for each tilt and once more for both. */
static void differentiate(lyc_partition_moments_t m, lyc_pfaffian_sums_t s,
                          const arb_mat_t inverse, slong prec)
{
    half_trace(m->g, inverse, s->matrix[LYC_TILT_G], prec);
    if (!s->with_n)
        return;
    const slong size = arb_mat_nrows(inverse);
    arb_t t;
    arb_mat_t left, right;
    arb_init(t);
    arb_mat_init(left, size, size);
    arb_mat_init(right, size, size);
    half_trace(m->n, inverse, s->matrix[LYC_TILT_N], prec);
    half_trace(m->covariance, inverse, s->matrix[LYC_TILT_GN], prec);
    arb_mat_mul(left, inverse, s->matrix[LYC_TILT_G], prec);
    arb_mat_mul(right, inverse, s->matrix[LYC_TILT_N], prec);
    half_trace(t, left, right, prec);
    arb_sub(m->covariance, m->covariance, t, prec);
    arb_clear(t);
    arb_mat_clear(left);
    arb_mat_clear(right);
}

/* Theorem closed-forms.pfaffian */
void lyc_partition_moments(lyc_partition_moments_t m, slong d, slong k,
                           const arb_t omega, slong J, slong K, int with_n,
                           slong prec)
{
    lyc_pfaffian_sums_t s;
    lyc_pfaffian_sums_init(s, k, with_n);
    lyc_pfaffian_sums_set(s, d, omega, J, K, prec);
    arb_mat_t inverse;
    arb_mat_init(inverse, s->size, s->size);
    arb_indeterminate(m->g);
    arb_indeterminate(m->n);
    arb_indeterminate(m->covariance);
    if (arb_mat_inv(inverse, s->matrix[LYC_TILT_NONE], prec))
        differentiate(m, s, inverse, prec);
    /* The sums count floor(l / 2), l = 2 kappa_i + k - i. */
    for (slong i = 1; i <= k; i++)
        arb_sub_si(m->n, m->n, (k - i) / 2, prec);
    arb_mat_clear(inverse);
    lyc_pfaffian_sums_clear(s);
}
