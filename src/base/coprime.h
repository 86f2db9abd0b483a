/* Coprime bases: private to src/base. */
#ifndef LYC_BASE_COPRIME_H
#define LYC_BASE_COPRIME_H

#include "lyapcert/arith.h"

/* Pairwise coprime integers >= 2. */
typedef struct
{
    slong length, capacity;
    fmpz *element;
} lyc_coprime_struct;
typedef lyc_coprime_struct lyc_coprime_t[1];

void lyc_coprime_init(lyc_coprime_t base);
void lyc_coprime_clear(lyc_coprime_t base);

/* Refines the base until n >= 1 and all that was added before are products of
 * its elements. */
void lyc_coprime_add(lyc_coprime_t base, const fmpz_t n);

#endif
