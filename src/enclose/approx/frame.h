/* An orthonormal frame carried along by random draws, in doubles. */
#ifndef LYAPCERT_ENCLOSE_APPROX_FRAME_H
#define LYAPCERT_ENCLOSE_APPROX_FRAME_H

#include "lyapcert/law.h"

typedef struct
{
    slong dim, length, rank; /* rank: columns that no product has killed */
    double *cumulative;      /* of the weights */
    double *entry;           /* dim^2 an atom, scaled to modulus <= 1 */
    double *scale;           /* log of what an atom was divided by */
    double *least;           /* an atom: columns shorter than this are 0 */
    double *q;               /* columns one after the other */
    double *x;               /* dim: the column at work */
    int is_lossy;            /* an entry that is not 0 is 0 in doubles */
    gmp_randstate_t random;
} lyc_frame;

/* The frame is drawn at random: a fixed one might lie in a subspace that the
 * law keeps, or be killed where a generic one is not. */
void lyc_frame_init(lyc_frame *f, const lyc_law_t law, unsigned long seed);
void lyc_frame_clear(lyc_frame *f);

/* Q <- the orthonormal factor of A Q; growth[k] += log of the k-th diagonal
 * entry of the other factor, for k < rank. */
void lyc_frame_step(lyc_frame *f, double *growth);

#endif
