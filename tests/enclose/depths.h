/* Simulated growth at a finite depth. */
#ifndef TESTS_ENCLOSE_DEPTHS_H
#define TESTS_ENCLOSE_DEPTHS_H

#include "enclosing.h"
#include "lyapcert/depth.h"

/* out[r] = log(|S_n x|/|x|) in run r, from independent draws of the law. */
void simulate_depth(double *out, const lyc_law_t law, const double *x, slong n,
                    slong runs, unsigned long seed);

/* lyc_depth_enclose of `law` (residual: of the law of I + A) at depth n with
 * levels text[i] of sides side[i]; r is initialised and filled. law_out,
 * unless NULL, is initialised and set to the law enclosed. */
lyc_verdict_t enclose_depth(lyc_depth_t r, lyc_law_struct *law_out,
                            const char *law, int residual, slong n,
                            const char *const *text, const int *side,
                            slong levels);

#endif
