/* Finding invariant subspaces of rational atoms. */
#ifndef LYAPCERT_ENCLOSE_FIND_H
#define LYAPCERT_ENCLOSE_FIND_H

#include "enclose/block/algebra.h"
#include "enclose/enclose.h"

/* What is to be said of matrices of which no rational invariant subspace is
 * known. */
typedef struct
{
    lyc_block_kind kind;
    int is_split;            /* v spans an invariant subspace */
    lyc_surd_mat_t v;        /* over its own root */
    fmpq_mat_t commuting[2]; /* as in lyc_block */
} lyc_finding;

void lyc_finding_init(lyc_finding *f, slong dim);
void lyc_finding_clear(lyc_finding *f);

/* Looks at rational matrices whose algebra is a: an invariant subspace, or
 * the kind of the block, open where neither is found. */
void lyc_find_invariant(lyc_finding *f, const lyc_algebra_t a,
                        const lyc_surd_mat_struct *m);
/* The part of it for algebras without radical, z the commutant, row by row. */
void lyc_find_by_commutant(lyc_finding *f, const lyc_surd_mat_t z, slong dim);

/* f->v = ker(c - root of x^2 + p x + q), where c is rational and the
 * discriminant positive and no square. 0 where the root is too large. */
int lyc_find_eigenspace(lyc_finding *f, const fmpq_mat_t c, const fmpq_t p,
                        const fmpq_t q);

/* Fills b for a law with rational atoms; bases and kinds with words, no
 * evidence. 0 where it has irrational atoms or too large a dimension. */
#define LYC_FIND_MAX_DIM 6
int lyc_blocks_find(lyc_blocks_t b, const lyc_law_t law);

/* Puts the blocks of b, whose top exponents are about top[j], into the order
 * of the flag of Furstenberg and Kifer, and says where its spaces begin; tops
 * that differ by less than near are taken as equal. Nothing happens where that
 * is not found. Block j was block old[j]. */
void lyc_blocks_order(lyc_blocks_t b, slong *old, const double *top,
                      double near, const lyc_law_t law,
                      const lyc_limits_t limits);

#endif
