/* R_f of a fan straight from its definition, slow and obvious: every cone is
 * looked at, at 256 bits. */
#ifndef TEST_CERTIFY_REFERENCE_H
#define TEST_CERTIFY_REFERENCE_H

#include "lyapcert/fan.h"
#include "lyapcert/law.h"

/* E log(f(A x) / f(x)), f with the maximum on shared rays and offsets lower[]
 * (side = -1), or with the minimum and upper[] (side = 1). *minus_inf is set
 * where an image is 0. Ends the test where x or an image is in no cone. */
void reference_r(arb_t value, int *minus_inf, const lyc_fan_t fan,
                 const lyc_law_t law, const fmpz_t x, const fmpz_t y, int side);

/* Smallest (side = -1) or largest (side = 1) value of R_f, the ball's end that
 * no true bound can pass, over
 * many directions: all rays, points inside the cones, both neighbours of all
 * preimages of rays and of the kernels. Rational invertible or singular
 * atoms. */
void reference_extreme(arf_t value, const lyc_fan_t fan, const lyc_law_t law,
                       int side, unsigned long *seed);

#endif
