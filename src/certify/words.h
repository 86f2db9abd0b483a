/* Norms of all products of n atoms. */
#ifndef LYC_CERTIFY_WORDS_H
#define LYC_CERTIFY_WORDS_H

#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* upper >= E log||S_n|| in a submultiplicative norm (spectral for d = 2,
 * Frobenius otherwise), n >= 1; +inf where balls are too wide. UNDECIDED when
 * out of time, or where matrices would take more than LYC_WORDS_BYTES. */
#define LYC_WORDS_BYTES (1L << 29)
lyc_verdict_t lyc_words_log_norm(arf_t upper, const lyc_law_t law, slong n,
                                 slong prec, const lyc_limits_t limits,
                                 lyc_diag_t d);

/* norm >= ||m||, rounded up. */
void lyc_norm_upper(arf_t norm, const arb_mat_t m, slong prec);

#endif
