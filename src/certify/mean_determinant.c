#include "certify/mean_determinant.h"

#include <stdlib.h>

#include "certify/log_mean.h"

lyc_verdict_t lyc_facts_mean_determinant(lyc_facts_t facts, const lyc_law_t law,
                                         const lyc_number_struct *det,
                                         slong prec, const lyc_limits_t limits,
                                         lyc_diag_t d)
{
    lyc_log_mean_t m;
    lyc_log_mean_init(m);
    const lyc_verdict_t v = lyc_log_mean_set(m, law, det, prec, limits, d);
    lyc_log_mean_div(m, law->dim, prec);
    for (slong k = 1; k <= law->dim; k++)
        lyc_facts_exponent_mean(facts, k, m, prec);
    lyc_log_mean_clear(m);
    return v;
}

lyc_number_struct *lyc_law_determinants(const lyc_law_t law)
{
    lyc_number_struct *det =
        lyc_malloc((size_t)law->length * sizeof(lyc_number_struct));
    for (slong i = 0; i < law->length; i++)
    {
        lyc_number_init(det + i);
        lyc_matrix_det(det + i, law->atom + i);
    }
    return det;
}

void lyc_law_determinants_clear(lyc_number_struct *det, const lyc_law_t law)
{
    for (slong i = 0; i < law->length; i++)
        lyc_number_clear(det + i);
    free(det);
}
