#include "enclose/enclose.h"

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    lyc_evidence_set_conformal(evidence, prec, (const lyc_matrix_struct *)data);
}

int lyc_formula_conformal(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits)
{
    lyc_matrix_t q;
    int held;

    if (law->dim != 2 || arf_is_neg_inf(e->facts->sum_upper + 1))
    {
        return 0;
    }
    lyc_matrix_init(q, 2, 2);
    held =
        (lyc_law_has_rational_atoms(law) ? lyc_conformal_form(q, law)
                                         : lyc_conformal_form_approx(q, law)) &&
        lyc_enclosure_accept_precise(e, "formula", propose, q, law, request,
                                     limits);
    lyc_matrix_clear(q);
    return held;
}
