/* Random numbers in doubles from the Mersenne Twister of GMP. */
#ifndef LYAPCERT_ENCLOSE_APPROX_RANDOM_H
#define LYAPCERT_ENCLOSE_APPROX_RANDOM_H

#include "lyapcert/arith.h"

typedef struct
{
    gmp_randstate_t state;
    double spare; /* the second normal of a pair */
    int has_spare;
} lyc_random;

void lyc_random_init(lyc_random *r, unsigned long seed);
void lyc_random_clear(lyc_random *r);

/* In [0, 1), 53 bits. */
double lyc_random_uniform(lyc_random *r);
/* N(0, 1): the polar method. G. Marsaglia, T. A. Bray, A convenient method for
 * generating normal variables. SIAM Rev. 6 (1964) 260-264. */
double lyc_random_normal(lyc_random *r);
/* Density x^(p-1) e^(-x) / Gamma(p), p > 0. G. Marsaglia, W. W. Tsang, A
 * simple method for generating gamma variables. ACM Trans. Math. Software 26
 * (2000) 363-372. */
double lyc_random_gamma(lyc_random *r, double p);
/* Density 1 / (pi (1 + x^2)): the tangent of a uniform angle. */
double lyc_random_cauchy(lyc_random *r);

/* The index i < n with cumulative[i-1] <= u < cumulative[i]. */
long lyc_random_index(lyc_random *r, const double *cumulative, long n);

#endif
