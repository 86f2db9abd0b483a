#include "enclose/enclose.h"

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    lyc_evidence_set_conformal(evidence, prec, (const lyc_matrix_struct *)data);
}

static int find_form(lyc_matrix_t q, const lyc_law_t law)
{
    const int is_rational = lyc_law_has_rational_atoms(law);

    if (law->dim > 2)
    {
        return is_rational && lyc_conformal_form_large(q, law);
    }
    return is_rational ? lyc_conformal_form(q, law)
                       : lyc_conformal_form_approx(q, law);
}

int lyc_formula_conformal(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits)
{
    lyc_matrix_t q;
    int held;

    if (law->dim < 2 || law->dim > LYC_FORMULA_MAX_DIM ||
        arf_is_neg_inf(e->facts->sum_upper + law->dim - 1))
    {
        return 0;
    }
    lyc_matrix_init(q, law->dim, law->dim);
    held = find_form(q, law) &&
           lyc_enclosure_accept_precise(e, "formula", propose, q, law, request,
                                        limits);
    lyc_matrix_clear(q);
    return held;
}
