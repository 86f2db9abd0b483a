#include <stdlib.h>

#include "certify/kinds.h"
#include "certify/log_mean.h"

static const char *const shape_words[] = {"lower", "upper", NULL};

static int read_triangular(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    int upper;
    if (!lyc_reader_choice(&upper, r, shape_words, d) || !lyc_reader_end(r, d))
        return 0;
    lyc_evidence_set_triangular(e, e->prec, upper);
    return 1;
}

static void write_triangular(lyc_text_t out, const lyc_evidence_t e)
{
    const int *upper = e->data;
    lyc_text_printf(out, " %s\n", shape_words[*upper]);
}

static lyc_verdict_t require_zeros(const lyc_law_t law, int upper,
                                   const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    for (slong n = 0; n < law->length && v == LYC_PROVED; n++)
    {
        for (slong i = 0; i < law->dim; i++)
            for (slong j = 0; j < i && v == LYC_PROVED; j++)
                v = lyc_evidence_require(
                    lyc_number_is_zero(lyc_matrix_entry(
                        law->atom + n, upper ? i : j, upper ? j : i)),
                    "triangular", n, d);
        if (v == LYC_PROVED)
            v = lyc_evidence_in_time(limits, d);
    }
    return v;
}

/* Theorem setting.triangular */
/* Zeros on the diagonal are allowed: their mean is -inf. */
static lyc_verdict_t establish_triangular(lyc_facts_t facts,
                                          const lyc_evidence_t e,
                                          const lyc_law_t law,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d)
{
    const int *upper = e->data;
    lyc_verdict_t v = require_zeros(law, *upper, limits, d);
    if (v != LYC_PROVED)
        return v;
    lyc_log_mean_struct *m =
        lyc_malloc((size_t)law->dim * sizeof(lyc_log_mean_struct));
    lyc_number_struct *x =
        lyc_malloc((size_t)law->length * sizeof(lyc_number_struct));
    for (slong n = 0; n < law->length; n++)
        lyc_number_init(x + n);
    for (slong i = 0; i < law->dim; i++)
    {
        for (slong n = 0; n < law->length; n++)
            lyc_number_set(x + n, lyc_matrix_entry(law->atom + n, i, i));
        lyc_log_mean_init(m + i);
        if (v == LYC_PROVED)
            v = lyc_log_mean_set(m + i, law, x, e->prec, limits, d);
    }
    if (v == LYC_PROVED)
        lyc_facts_exponents_sorted(facts, m, e->prec);
    for (slong i = 0; i < law->dim; i++)
        lyc_log_mean_clear(m + i);
    for (slong n = 0; n < law->length; n++)
        lyc_number_clear(x + n);
    free(m);
    free(x);
    return v;
}

const lyc_evidence_type lyc_evidence_triangular = {"triangular",
                                                   read_triangular,
                                                   write_triangular,
                                                   establish_triangular,
                                                   free,
                                                   0,
                                                   LYC_BOXES_FINITE};

void lyc_evidence_set_triangular(lyc_evidence_t e, slong prec, int upper)
{
    int *data = lyc_malloc(sizeof *data);
    *data = upper != 0;
    lyc_evidence_set_type(e, &lyc_evidence_triangular, prec, data);
}
