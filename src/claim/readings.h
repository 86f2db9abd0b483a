/* The words of the five readings, from what is known of both spectra. */
#ifndef LYAPCERT_CLAIM_READINGS_H
#define LYAPCERT_CLAIM_READINGS_H

#include "claim/value.h"
#include "lyapcert/readings.h"

void lyc_reading_init(lyc_reading *r); /* UNDECIDED, no margin */
void lyc_reading_clear(lyc_reading *r);

/* Evaluates every reading from the enclosures. */
void lyc_readings_evaluate(lyc_comparison_t c, slong prec);

/* Decides R1 to R4 by equality where the law of I + A is that of -A. */
void lyc_readings_mirror(lyc_comparison_t c);

/* Decides R5 where ||A|| < 1 and numbers have not separated its sides, as in
 * the case of equality. */
void lyc_readings_by_window(lyc_comparison_t c);

/* ---- sides of the readings; which: 0 plain, 1 residual ---- */

/* |lambda_k| */
void lyc_readings_modulus(lyc_value_t v, const lyc_comparison_t c, int which,
                          slong k, slong prec);
/* max_k |lambda_k| */
void lyc_readings_largest(lyc_value_t v, const lyc_comparison_t c, int which,
                          slong prec);
/* lambda_1 - lambda_d, 0 in dimension 1 */
void lyc_readings_gap(lyc_value_t v, const lyc_comparison_t c, int which,
                      slong prec);
/* -log(1 - ess sup ||A||) */
void lyc_readings_window(lyc_value_t v, const lyc_law_t law, slong prec);

#endif
