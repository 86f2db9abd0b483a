#include "enclose/enclose.h"

typedef int (*formula)(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits);

int lyc_enclose_formula(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits)
{
    static const formula finite[] = {
        lyc_formula_rank,     lyc_formula_triangular, lyc_formula_conformal,
        lyc_formula_monomial, lyc_formula_vanishing,  NULL};
    static const formula term[] = {
        lyc_formula_scalar,    lyc_formula_coordinates, lyc_formula_line,
        lyc_formula_term_rank, lyc_formula_isotropic,   NULL};
    const formula *table = law->length == 0 ? term : finite;
    size_t i;
    int contributed = 0;

    for (i = 0; table[i] != NULL; i++)
    {
        if (lyc_request_all_met(request, e->facts))
        {
            break;
        }
        lyc_limits_blind(1);
        contributed |= table[i](e, law, request, limits);
        lyc_limits_blind(-1);
    }
    return contributed;
}
