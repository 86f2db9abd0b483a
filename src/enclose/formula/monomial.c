#include "enclose/enclose.h"

typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
} target;

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    lyc_evidence_set_lines(evidence, prec, (const lyc_matrix_struct *)data);
}

/* Proposes the pair of eigenlines of a. */
static int try_eigenlines(const target *t, const lyc_matrix_t a)
{
    lyc_matrix_t v, w, lines;
    int i, held = 0;

    lyc_matrix_init(v, 2, 1);
    lyc_matrix_init(w, 2, 1);
    lyc_matrix_init(lines, 2, 2);
    if (lyc_eigenlines(v, w, a) == 2)
    {
        for (i = 0; i < 2; i++)
        {
            lyc_number_set(lyc_matrix_entry(lines, i, 0),
                           lyc_matrix_entry(v, i, 0));
            lyc_number_set(lyc_matrix_entry(lines, i, 1),
                           lyc_matrix_entry(w, i, 0));
        }
        held = lyc_enclosure_accept_precise(t->e, "formula", propose, lines,
                                            t->law, t->request, t->limits);
    }
    lyc_matrix_clear(v);
    lyc_matrix_clear(w);
    lyc_matrix_clear(lines);
    return held;
}

static int has_trace(const lyc_matrix_t a)
{
    lyc_number_t trace;
    int is_not_zero;

    lyc_number_init(trace);
    lyc_number_add(trace, lyc_matrix_entry(a, 0, 0), lyc_matrix_entry(a, 1, 1));
    is_not_zero = lyc_number_is_zero(trace) == LYC_FALSE;
    lyc_number_clear(trace);
    return is_not_zero;
}

/* With every trace 0: both A and B swap the lines only if AB keeps them, and
 * A^2, B^2 are scalar; so the lines are the eigenlines of A, B or AB, where B
 * is any atom such that AB is not scalar. */
static int try_traceless(const target *t, const lyc_matrix_t a)
{
    lyc_matrix_t product, v, w;
    slong m;
    int held = try_eigenlines(t, a), count = LYC_EIGENLINES_ALL;

    lyc_matrix_init(product, 2, 2);
    lyc_matrix_init(v, 2, 1);
    lyc_matrix_init(w, 2, 1);
    for (m = 0; m < t->law->length && !held && count == LYC_EIGENLINES_ALL; m++)
    {
        const lyc_matrix_struct *b = t->law->atom + m;

        lyc_matrix_mul(product, a, b);
        if (lyc_eigenlines(v, w, b) != LYC_EIGENLINES_ALL)
        {
            count = lyc_eigenlines(v, w, product);
            if (count != LYC_EIGENLINES_ALL)
            {
                held = try_eigenlines(t, b) || try_eigenlines(t, product);
            }
        }
    }
    lyc_matrix_clear(product);
    lyc_matrix_clear(v);
    lyc_matrix_clear(w);
    return held;
}

/* Each row and each column has one entry that is not 0. */
static int is_monomial(const lyc_matrix_struct *a)
{
    slong i, j;

    for (i = 0; i < a->rows; i++)
    {
        slong row = 0, column = 0;

        for (j = 0; j < a->rows; j++)
        {
            const lyc_truth_t here =
                lyc_number_is_zero(lyc_matrix_entry(a, i, j));
            const lyc_truth_t there =
                lyc_number_is_zero(lyc_matrix_entry(a, j, i));

            row += here != LYC_TRUE;
            column += there != LYC_TRUE;
            if (here == LYC_UNKNOWN || there == LYC_UNKNOWN)
            {
                return 0;
            }
        }
        if (row != 1 || column != 1)
        {
            return 0;
        }
    }
    return 1;
}

/* d > 2: the lines of the coordinates. */
static int try_coordinates(const target *t)
{
    const slong dim = t->law->dim;
    lyc_matrix_t lines;
    slong m;
    int held;

    if (dim < 2 || dim > LYC_FORMULA_MAX_DIM)
    {
        return 0;
    }
    for (m = 0; m < t->law->length; m++)
    {
        if (!is_monomial(t->law->atom + m))
        {
            return 0;
        }
    }
    lyc_matrix_init(lines, dim, dim);
    for (m = 0; m < dim; m++)
    {
        lyc_number_set_si(lyc_matrix_entry(lines, m, m), 1);
    }
    held = lyc_enclosure_accept_precise(t->e, "formula", propose, lines, t->law,
                                        t->request, t->limits);
    lyc_matrix_clear(lines);
    return held;
}

/* A matrix that swaps two lines has trace 0; one that keeps both has them for
 * eigenlines. */
int lyc_formula_monomial(lyc_enclosure_t e, const lyc_law_t law,
                         const lyc_request *request, const lyc_limits_t limits)
{
    target t = {e, law, request, limits};
    slong m, first;

    if (arf_is_neg_inf(e->facts->sum_upper + law->dim - 1))
    {
        return 0;
    }
    if (law->dim != 2)
    {
        return try_coordinates(&t);
    }
    first = lyc_law_first_nonscalar(law);
    if (first < 0)
    {
        return 0;
    }
    for (m = first; m < law->length; m++)
    {
        lyc_matrix_t v, w;
        int count;

        if (!has_trace(law->atom + m))
        {
            continue;
        }
        lyc_matrix_init(v, 2, 1);
        lyc_matrix_init(w, 2, 1);
        count = lyc_eigenlines(v, w, law->atom + m);
        lyc_matrix_clear(v);
        lyc_matrix_clear(w);
        if (count != LYC_EIGENLINES_ALL)
        {
            return try_eigenlines(&t, law->atom + m);
        }
    }
    return try_traceless(&t, law->atom + first);
}
