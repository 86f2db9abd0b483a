/* Conclusions about S_n at one depth n. */
#ifndef LYC_CERTIFY_DEPTH_H
#define LYC_CERTIFY_DEPTH_H

#include "certify/kinds.h"
#include "certify/transit.h"
#include "lyapcert/certificate.h"

/* The conclusions and the evidence of one box of c, which are about a depth.
 * facts: made anew for the law's dimension; nothing is known in them. */
lyc_verdict_t lyc_certificate_check_depth(lyc_facts_t facts,
                                          const lyc_certificate_t c, slong box,
                                          const char *file,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d);

#endif
