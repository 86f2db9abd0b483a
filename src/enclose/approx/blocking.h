/* Standard errors of a mean of correlated terms, by blocking: Flyvbjerg,
 * Petersen, Error estimates on averages of correlated data. J. Chem. Phys. 91
 * (1989) 461-466. */
#ifndef LYAPCERT_ENCLOSE_APPROX_BLOCKING_H
#define LYAPCERT_ENCLOSE_APPROX_BLOCKING_H

#include "lyapcert/simulate.h"

/* Sums neighbours of `blocks` rows; an odd last one is dropped. Returns how
 * many are left. */
long lyc_blocking_halve(double *growth, slong dim, long blocks);

/* growth holds `blocks` rows of dim sums, each over `length` steps; it is
 * overwritten. Sets mean, error, block, plateau and levels of s. */
void lyc_blocking_estimate(lyc_simulation_t s, double *growth, long blocks,
                           long length);

#endif
