/* How probabilities at a finite depth are bounded. */
#ifndef LYC_CERTIFY_TAILS_H
#define LYC_CERTIFY_TAILS_H

#include "lyapcert/evidence.h"

#define LYC_TAILS_MAX 1000

/* s[i] != 0: the moment of order s[i]; 0: the range of the increments. */
typedef struct
{
    slong length;
    double *s;
} lyc_tails;

/* NULL for other kinds. */
const lyc_tails *lyc_evidence_tails_of(const lyc_evidence_t e);

#endif
