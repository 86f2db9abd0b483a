/* An orthonormal frame carried along by random draws, in doubles. */
#ifndef LYAPCERT_ENCLOSE_APPROX_FRAME_H
#define LYAPCERT_ENCLOSE_APPROX_FRAME_H

#include "enclose/approx/sampler.h"
#include "lyapcert/law.h"

typedef struct
{
    slong dim, length;
    slong columns, rank; /* rank: columns that no product has killed */
    double *cumulative;  /* of the weights */
    double *entry;       /* dim^2 an atom, scaled to modulus <= 1 */
    double *scale;       /* log of what an atom was divided by */
    double *least;       /* an atom: columns shorter than this are 0 */
    double *q;           /* columns one after the other */
    double *x;           /* dim: the column at work */
    int is_lossy;        /* an entry that is not 0 is 0 in doubles */
    lyc_random random;
    lyc_sampler *sampler; /* of a law without atoms, or NULL */
    double singular;      /* columns shorter than this times the longest one
                             are 0; 0: draws are invertible */
} lyc_frame;

/* 1; or 0 where one step would take too long. Either way to be cleared. The
 * frame is drawn at random: a fixed one might lie in a subspace that the
 * law keeps, or be killed where a generic one is not. */
int lyc_frame_init(lyc_frame *f, const lyc_law_t law, slong columns,
                   unsigned long seed);
void lyc_frame_clear(lyc_frame *f);

/* Q <- the orthonormal factor of A Q; growth[k] += log of the k-th diagonal
 * entry of the other factor, for k < rank. */
void lyc_frame_step(lyc_frame *f, double *growth);

#endif
