/* Random laws and fans for tests. */
#ifndef TEST_CERTIFY_RANDOM_LAWS_H
#define TEST_CERTIFY_RANDOM_LAWS_H

#include "lyapcert/fan.h"
#include "lyapcert/law.h"

/* `atoms` different atoms with entries in [low, high] 2^shift, over a random
 * denominator; random rational weights; no zero atom. */
void random_law(lyc_law_t law, slong atoms, long low, long high, slong shift,
                unsigned long *seed);

/* About n rays with coordinates of so many bits, values and offsets random;
 * a proper fan covers the first quadrant. */
void random_fan(lyc_fan_t fan, slong n, int is_projective, slong bits,
                unsigned long *seed);

#endif
