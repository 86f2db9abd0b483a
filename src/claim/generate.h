/* Laws by chance: the parts of lyc_generator_law. */
#ifndef LYAPCERT_CLAIM_GENERATE_H
#define LYAPCERT_CLAIM_GENERATE_H

#include "lyapcert/theorem.h"

typedef struct
{
    slong dim, length;
    fmpq_mat_struct *atom;
    ulong *part; /* weight of atom i: part[i] / (sum of all) */
} lyc_sample_struct;
typedef lyc_sample_struct lyc_sample_t[1];

void lyc_sample_init(lyc_sample_t x, slong dim, slong length);
void lyc_sample_clear(lyc_sample_t x);

/* least..most, each as likely. */
slong lyc_random_si(gmp_randstate_t state, slong least, slong most);

/* Atoms and weights, before anything is scaled. */
void lyc_sample_draw(lyc_sample_t x, const lyc_generator_t g,
                     gmp_randstate_t state);

/* 1 when no two atoms are equal. */
int lyc_sample_is_distinct(const lyc_sample_t x);

/* 1 when the atoms have no common invariant subspace but 0 and all, over the
 * complex numbers: by Burnside's theorem, when I and their products span all
 * matrices. For dimension 2: no common eigenvector, and they do not all
 * commute. */
int lyc_sample_is_irreducible(const lyc_sample_t x);

/* Sign of the largest norm minus c. */
int lyc_sample_norm_sign(const lyc_sample_t x, const fmpq_t c);

/* Multiplies all atoms by one rational number so that the norm bounds of g
 * hold. 0 where the norm is 0 and must not be. */
int lyc_sample_fit_norm(lyc_sample_t x, const lyc_generator_t g,
                        gmp_randstate_t state);

#endif
