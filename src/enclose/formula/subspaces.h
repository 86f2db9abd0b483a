/* A set of subspaces of Q^d, each the row space of a canonical matrix, with
 * the word that led to it. */
#ifndef LYAPCERT_ENCLOSE_SUBSPACES_H
#define LYAPCERT_ENCLOSE_SUBSPACES_H

#include "lyapcert/arith.h"

typedef struct
{
    fmpz_mat_struct basis; /* reduced echelon form, primitive rows */
    slong parent, letter;  /* parent -1: the image of the letter itself */
} lyc_subspace;

typedef struct
{
    lyc_subspace *item;
    slong length, capacity;
    slong *slot; /* hash table of indices, -1 where free */
    slong slots; /* a power of 2 */
} lyc_subspaces_struct;
typedef lyc_subspaces_struct lyc_subspaces_t[1];

void lyc_subspaces_init(lyc_subspaces_t s);
void lyc_subspaces_clear(lyc_subspaces_t s);
/* Adds the row space of rows unless it is there. The new index, -1 where it
 * was there, or -2 where the space is 0. rows is destroyed. */
slong lyc_subspaces_add(lyc_subspaces_t s, fmpz_mat_t rows, slong parent,
                        slong letter);

#endif
