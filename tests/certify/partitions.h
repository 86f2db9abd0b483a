/* The sum over partitions as it is stated, one partition after the other. */
#ifndef TEST_CERTIFY_PARTITIONS_H
#define TEST_CERTIFY_PARTITIONS_H

#include "lyapcert/arith.h"

/* lambda_1 + … + lambda_k of I + sigma G from all partitions of at most
 * `largest`, and the mass of their weights; zonal polynomials by their own
 * formula. No error bound: what is left out is 1 - mass. */
void test_partition_sum(arb_t sum, arb_t mass, slong d, slong k,
                        const arb_t sigma, slong largest, slong prec);

/* The weights of those with J <= kappa_k and kappa_1 <= K alone. */
void test_partition_mass(arb_t mass, slong k, const arb_t omega, slong J,
                         slong K, slong largest, slong prec);

#endif
