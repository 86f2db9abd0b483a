/* E A^T Q A, where the entries have second moments. */
#ifndef LYC_CERTIFY_SECOND_MOMENT_H
#define LYC_CERTIFY_SECOND_MOMENT_H

#include "lyapcert/law.h"

/* m, dim x dim, holds E A^T Q A. 1; or 0 and *why where the law is neither
 * finite nor affine in independent draws with second moments. */
int lyc_second_moment(arb_mat_t m, const char **why, const lyc_law_t law,
                      const arb_mat_t q, slong prec);

#endif
