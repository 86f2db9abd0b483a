/* Critical scales: up to which e a reading of chapter residual holds for e A.
 *
 * A certificate that concludes SCALE is about A, the law of its text, where no
 * box is named, and about I + scale A over the boxes of its one parameter
 * `scale`. */
#ifndef LYC_CERTIFY_SCALE_H
#define LYC_CERTIFY_SCALE_H

#include "lyapcert/certificate.h"

#define LYC_SCALE_NAME "scale"

/* law = I + e A for every e in the box, which has the one parameter
 * LYC_SCALE_NAME, its range above 0. 0 for other boxes. */
int lyc_scale_law(lyc_law_t law, const lyc_law_t plain, const lyc_box_t box);

/* A dyadic number, > 0, up to which R2 holds by the norm alone; 0 when the law
 * has no atoms. */
int lyc_scale_start(arf_t start, const lyc_law_t plain);

/* Whether R1 (readings = 1) or R2 (2) holds for all e in the box, or fails for
 * all of them: from facts of A and of I + e A. */
lyc_truth_t lyc_scale_decide(const lyc_facts_t plain,
                             const lyc_facts_t residual, const lyc_box_t box,
                             int reading);

int lyc_certificate_is_scale(const lyc_certificate_t c);
lyc_verdict_t lyc_certificate_check_scale(lyc_facts_t facts,
                                          const lyc_certificate_t c,
                                          const char *file,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d);

#endif
