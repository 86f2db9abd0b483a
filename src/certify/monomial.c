#include "certify/monomial.h"

#include <stdlib.h>

#include "certify/kinds.h"
#include "certify/log_mean.h"

typedef struct
{
    const lyc_law_struct *law;
    const lyc_matrix_struct *lines;
    slong *orbit;             /* of line j: its smallest line */
    lyc_number_struct *scale; /* A_i v_j = scale[j * length + i] v_image */
} action;

/* Column j of w is a multiple of column k of v. */
static lyc_truth_t is_multiple(const lyc_matrix_t w, slong j,
                               const lyc_matrix_struct *v, slong k)
{
    lyc_truth_t t = LYC_TRUE;
    lyc_number_t x, y;
    lyc_number_init(x);
    lyc_number_init(y);
    for (slong p = 0; p < v->rows; p++)
        for (slong q = 0; q < p && t == LYC_TRUE; q++)
        {
            lyc_number_mul(x, lyc_matrix_entry(w, p, j),
                           lyc_matrix_entry(v, q, k));
            lyc_number_mul(y, lyc_matrix_entry(w, q, j),
                           lyc_matrix_entry(v, p, k));
            t = lyc_number_equal(x, y);
        }
    lyc_number_clear(x);
    lyc_number_clear(y);
    return t;
}

/* z = the factor, which is not 0. */
static lyc_truth_t factor(lyc_number_t z, const lyc_matrix_t w, slong j,
                          const lyc_matrix_struct *v, slong k)
{
    for (slong p = 0; p < v->rows; p++)
        if (lyc_number_is_zero(lyc_matrix_entry(v, p, k)) == LYC_FALSE)
            return lyc_number_div(z, lyc_matrix_entry(w, p, j),
                                  lyc_matrix_entry(v, p, k)) == LYC_TRUE &&
                           lyc_number_is_zero(z) == LYC_FALSE
                       ? LYC_TRUE
                       : LYC_UNKNOWN;
    return LYC_UNKNOWN;
}

/* The orbits of j and k become one. */
static void join(slong *orbit, slong dim, slong j, slong k)
{
    const slong from = FLINT_MAX(orbit[j], orbit[k]);
    const slong to = FLINT_MIN(orbit[j], orbit[k]);
    for (slong i = 0; i < dim; i++)
        if (orbit[i] == from)
            orbit[i] = to;
}

/* Atom i permutes the lines: orbits and factors. No two lines have one image,
 * each image is not 0. */
static lyc_verdict_t follow(action *x, slong i, lyc_diag_t d)
{
    const slong dim = x->law->dim;
    lyc_verdict_t v = LYC_PROVED;
    lyc_matrix_t w;
    char *is_hit = lyc_calloc((size_t)dim, 1);
    lyc_matrix_init(w, dim, dim);
    lyc_matrix_mul(w, x->law->atom + i, x->lines);
    for (slong j = 0; j < dim && v == LYC_PROVED; j++)
    {
        lyc_truth_t t = LYC_FALSE;
        for (slong k = 0; k < dim && t != LYC_TRUE; k++)
        {
            const lyc_truth_t here = is_multiple(w, j, x->lines, k);
            if (here == LYC_TRUE && is_hit[k])
            {
                t = LYC_FALSE;
                break;
            }
            if (here == LYC_TRUE)
            {
                is_hit[k] = 1;
                join(x->orbit, dim, j, k);
                t = factor(x->scale + j * x->law->length + i, w, j, x->lines,
                           k);
                break;
            }
            t = here == LYC_UNKNOWN ? here : t;
        }
        v = lyc_evidence_require(t, "the lines are permuted", i, d);
    }
    lyc_matrix_clear(w);
    free(is_hit);
    return v;
}

/* m = the mean of the orbit that begins with line j. */
static lyc_verdict_t take_mean(lyc_log_mean_t m, const action *x, slong j,
                               slong prec, const lyc_limits_t limits,
                               lyc_diag_t d)
{
    const slong n = x->law->length;
    slong size = 0;
    lyc_number_struct *product = lyc_malloc((size_t)n * sizeof *product);
    for (slong i = 0; i < n; i++)
    {
        lyc_number_init(product + i);
        lyc_number_set_si(product + i, 1);
    }
    for (slong k = 0; k < x->law->dim; k++)
    {
        if (x->orbit[k] != j)
            continue;
        size++;
        for (slong i = 0; i < n; i++)
            lyc_number_mul(product + i, product + i, x->scale + k * n + i);
    }
    const lyc_verdict_t v =
        lyc_log_mean_set(m, x->law, product, prec, limits, d);
    lyc_log_mean_div(m, size, prec);
    for (slong i = 0; i < n; i++)
        lyc_number_clear(product + i);
    free(product);
    return v;
}

static lyc_verdict_t sort_means(lyc_facts_t facts, const action *x, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    const slong dim = x->law->dim;
    lyc_verdict_t v = LYC_PROVED;
    lyc_log_mean_struct *m = lyc_malloc((size_t)dim * sizeof *m);
    for (slong j = 0; j < dim; j++)
    {
        lyc_log_mean_init(m + j);
        if (v == LYC_PROVED)
            v = take_mean(m + j, x, x->orbit[j], prec, limits, d);
    }
    if (v == LYC_PROVED)
        lyc_facts_exponents_sorted(facts, m, prec);
    for (slong j = 0; j < dim; j++)
        lyc_log_mean_clear(m + j);
    free(m);
    return v;
}

static lyc_verdict_t require_basis(const lyc_matrix_t lines, lyc_diag_t d)
{
    lyc_number_t z;
    lyc_number_init(z);
    lyc_truth_t t = lyc_matrix_det(z, lines);
    if (t == LYC_TRUE)
        t = lyc_number_is_zero(z);
    lyc_number_clear(z);
    return lyc_evidence_require(t == LYC_UNKNOWN ? t
                                : t == LYC_TRUE  ? LYC_FALSE
                                                 : LYC_TRUE,
                                "the lines are independent", -1, d);
}

/* Theorem setting.monomial */
lyc_verdict_t lyc_facts_monomial(lyc_facts_t facts, const lyc_law_t law,
                                 const lyc_matrix_t lines, slong prec,
                                 const lyc_limits_t limits, lyc_diag_t d)
{
    const slong n = law->dim * law->length;
    action x = {.law = law, .lines = lines};
    lyc_verdict_t v = require_basis(lines, d);
    x.orbit = lyc_malloc((size_t)law->dim * sizeof(slong));
    x.scale = lyc_malloc((size_t)n * sizeof(lyc_number_struct));
    for (slong j = 0; j < law->dim; j++)
        x.orbit[j] = j;
    for (slong j = 0; j < n; j++)
        lyc_number_init(x.scale + j);
    for (slong i = 0; i < law->length && v == LYC_PROVED; i++)
    {
        v = follow(&x, i, d);
        if (v == LYC_PROVED)
            v = lyc_evidence_in_time(limits, d);
    }
    if (v == LYC_PROVED)
        v = sort_means(facts, &x, prec, limits, d);
    for (slong j = 0; j < n; j++)
        lyc_number_clear(x.scale + j);
    free(x.orbit);
    free(x.scale);
    return v;
}
