/* Laws some of whose atoms have rank one: renewal at these. */
#ifndef LYC_CERTIFY_RENEWAL_H
#define LYC_CERTIFY_RENEWAL_H

#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* Atoms u_i v_i^T of rank one and others B_k, all rational, times a common
 * denominator q: u_i primitive integer vectors, V_i = q v_i and Q_k = q B_k
 * with integer entries. */
typedef struct
{
    slong dim;
    fmpz_t q;
    slong ones, others;
    slong *one, *other; /* atoms of the law */
    fmpz_mat_struct *u; /* dim x 1 */
    fmpz_mat_struct *v; /* 1 x dim */
    fmpz_mat_struct *b;
} lyc_renewal_struct;
typedef lyc_renewal_struct lyc_renewal_t[1];

/* 0, and nothing to clear, unless the atoms are rational, not 0, and some of
 * them have rank one. */
int lyc_renewal_init(lyc_renewal_t r, const lyc_law_t law);
void lyc_renewal_clear(lyc_renewal_t r);

/* The largest p^dim, p a power of a prime, for which residues are followed. */
#define LYC_RENEWAL_RESIDUES 16777216.0

/* 1 when no V_j Q_w u_i, w any word of the others, is divisible by p, a power
 * of a prime: none is 0. The lines that the Q_w u_i span modulo p are followed.
 */
int lyc_renewal_is_free(const lyc_renewal_t r, ulong p);

#endif
