/* E log|c_0 + c_1 s + c_2 t + c_3 s t|, s and t independent, uniform on
 * [-1, 1]. */
#ifndef LYC_CERTIFY_BILINEAR_LOG_H
#define LYC_CERTIFY_BILINEAR_LOG_H

#include "lyapcert/number.h"

/* A ball that holds the mean, perhaps indeterminate; so it is where all
 * coefficients are 0. */
void lyc_bilinear_log_mean(arb_t value, const lyc_number_struct c[4],
                           slong prec);

#endif
