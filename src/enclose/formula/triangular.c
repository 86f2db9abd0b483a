#include "enclose/enclose.h"

static int is_triangular(const lyc_law_t law, int upper)
{
    slong m, i, j;

    for (m = 0; m < law->length; m++)
    {
        for (i = 0; i < law->dim; i++)
        {
            for (j = 0; j < i; j++)
            {
                const lyc_number_struct *x =
                    upper ? lyc_matrix_entry(law->atom + m, i, j)
                          : lyc_matrix_entry(law->atom + m, j, i);

                if (lyc_number_is_zero(x) != LYC_TRUE)
                {
                    return 0;
                }
            }
        }
    }
    return 1;
}

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    lyc_evidence_set_triangular(evidence, prec, *(const int *)data);
}

int lyc_formula_triangular(lyc_enclosure_t e, const lyc_law_t law,
                           const lyc_request *request,
                           const lyc_limits_t limits)
{
    int upper;

    for (upper = 1; upper >= 0; upper--)
    {
        if (is_triangular(law, upper))
        {
            return lyc_enclosure_accept_precise(e, "formula", propose, &upper,
                                                law, request, limits);
        }
    }
    return 0;
}
