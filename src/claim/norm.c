/* The spectral norm. M = A^T A is positive semidefinite, so for every p >= 1
 *     lambda_max(M)^p <= tr(M^p) <= d lambda_max(M)^p,
 * and ||A|| = lambda_max(M)^(1/2). With p = 2^j both ends agree to a relative
 * log(d) / (2p). */
#include "claim/norm.h"

/* M -> M^(2^j) by j squarings; the entries lose fewer than 2 + log2(d) bits
 * at each. */
static void gram_power(arb_mat_t m, const lyc_matrix_t a, slong j, slong prec)
{
    arb_mat_t x, t;
    arb_mat_init(x, a->rows, a->columns);
    arb_mat_init(t, a->columns, a->rows);
    lyc_matrix_get_arb_mat(x, a, prec);
    arb_mat_transpose(t, x);
    arb_mat_mul(m, t, x, prec);
    for (slong i = 0; i < j; i++)
    {
        arb_mat_mul(m, m, m, prec);
    }
    arb_mat_clear(x);
    arb_mat_clear(t);
}

void lyc_matrix_norm_arb(arb_t b, const lyc_matrix_t a, slong prec)
{
    slong j = prec + 8;
    slong bits =
        prec + (j + 1) * (3 + (slong)FLINT_BIT_COUNT((ulong)a->columns));
    arb_mat_t m;
    arb_t trace, low;
    arb_mat_init(m, a->columns, a->columns);
    arb_init(trace);
    arb_init(low);
    gram_power(m, a, j, bits);
    arb_mat_trace(trace, m, bits);
    if (arb_is_positive(trace))
    {
        arb_log(trace, trace, bits);
        arb_log_ui(low, (ulong)a->columns, bits);
        arb_sub(low, trace, low, bits);
        arb_union(b, low, trace, bits);
        arb_mul_2exp_si(b, b, -(j + 1));
        arb_exp(b, b, prec);
    }
    else
    {
        /* 0 <= ||A|| <= tr(A^T A)^(1/2), the Frobenius norm. */
        arf_t upper;
        arf_init(upper);
        gram_power(m, a, 0, bits);
        arb_mat_trace(trace, m, bits);
        arb_get_ubound_arf(upper, trace, bits);
        arf_sqrt(upper, upper, prec, ARF_RND_CEIL);
        arb_zero(low);
        arb_set_arf(b, upper);
        arb_union(b, low, b, prec);
        arf_clear(upper);
    }
    arb_mat_clear(m);
    arb_clear(trace);
    arb_clear(low);
}

/* d = 2: ||A||^2 = (t + sqrt(t^2 - 4 D^2)) / 2, t = sum a_ij^2, D = det A. */
static int exact_norm(lyc_number_t x, const lyc_matrix_t a)
{
    if (a->rows == 1)
    {
        lyc_number_abs(x, a->entry);
        return 1;
    }
    lyc_number_t t, s, four;
    lyc_number_init(t);
    lyc_number_init(s);
    lyc_number_init(four);
    for (slong i = 0; i < 4; i++)
    {
        lyc_number_mul(s, a->entry + i, a->entry + i);
        lyc_number_add(t, t, s);
    }
    lyc_number_set_si(four, 4);
    lyc_matrix_det(s, a);
    lyc_number_mul(s, s, s);
    lyc_number_mul(s, s, four);
    lyc_number_mul(x, t, t);
    lyc_number_sub(s, x, s);
    int known = lyc_number_sqrt(s, s) == LYC_TRUE;
    if (known)
    {
        lyc_number_add(x, t, s);
        lyc_number_set_si(four, 2);
        known = lyc_number_div(x, x, four) == LYC_TRUE &&
                lyc_number_sqrt(x, x) == LYC_TRUE;
    }
    lyc_number_clear(t);
    lyc_number_clear(s);
    lyc_number_clear(four);
    return known;
}

static void atom_norm(lyc_value_t v, const lyc_matrix_t a, int exactly,
                      slong prec)
{
    lyc_number_t x;
    lyc_number_init(x);
    if (exactly && a->rows <= 2 && exact_norm(x, a))
    {
        lyc_value_set_number(v, x, prec);
    }
    else
    {
        arb_t b;
        arb_init(b);
        lyc_matrix_norm_arb(b, a, 64);
        lyc_value_set_arb(v, b, prec);
        arb_clear(b);
    }
    lyc_number_clear(x);
}

/* Atoms whose norm, by balls, may be the largest: at most this many are
 * compared exactly. */
enum
{
    MAX_EXACT = 32
};

void lyc_value_set_norm(lyc_value_t v, const lyc_law_t law, slong prec)
{
    slong n = law->length, rivals = 0;
    lyc_value_struct *norm = flint_malloc(sizeof *norm * (size_t)n);
    lyc_value_t t;
    arf_t least;
    if (n == 0)
    {
        arb_t b;
        arb_init(b);
        if (lyc_affine_norm_arb(b, law, 64))
        {
            lyc_value_set_arb(v, b, prec);
        }
        else
        {
            lyc_value_set_term_norm(v, law->term, prec);
        }
        arb_clear(b);
        flint_free(norm);
        return;
    }
    lyc_value_init(t);
    arf_init(least);
    for (slong i = 0; i < n; i++)
    {
        lyc_value_init(norm + i);
        atom_norm(norm + i, law->atom + i, 0, prec);
        arf_max(least, least, norm[i].range->lower);
    }
    for (slong i = 0; i < n; i++)
    {
        rivals += arf_cmp(norm[i].range->upper, least) >= 0;
    }
    int first = 1;
    for (slong i = 0; i < n; i++)
    {
        if (arf_cmp(norm[i].range->upper, least) >= 0)
        {
            atom_norm(t, law->atom + i, rivals <= MAX_EXACT, prec);
            if (first)
            {
                lyc_value_swap(v, t);
            }
            else
            {
                lyc_value_extreme(v, 1, v, t, prec);
            }
            first = 0;
        }
        lyc_value_clear(norm + i);
    }
    flint_free(norm);
    lyc_value_clear(t);
    arf_clear(least);
}
