/* Small fans for tests: built quickly, in doubles, good enough to bound. */
#ifndef TEST_CERTIFY_FANS_H
#define TEST_CERTIFY_FANS_H

#include "lyapcert/fan.h"
#include "lyapcert/law.h"

/* n rays at equal angles of the half-turn (projective) or of the sector from
 * angle `begin` to `end`, coordinates about 2^bits; gauge max(|x|, |y|) on
 * rays: value 2^30, scale 30. */
void test_fan_uniform(lyc_fan_t fan, slong n, int bits);
void test_fan_sector(lyc_fan_t fan, slong n, double begin, double end,
                     int bits);

/* Replaces the values by those of so many sweeps of the law. */
void test_fan_sweep(lyc_fan_t fan, const lyc_law_t law, int sweeps);

/* Offsets in [-size, size] drawn from *seed, scale 30. */
void test_fan_offsets(lyc_fan_t fan, int64_t size, unsigned long *seed);

/* A law from its text; ends the test when it does not parse. */
void test_law(lyc_law_t law, const char *text);

/* Next number of a 64-bit linear congruential generator, top 31 bits. */
unsigned long test_random(unsigned long *seed);

#endif
