/* Which coordinates a law mixes: classes that follow each other like the
 * diagonal blocks of a triangular matrix. */
#ifndef LYC_CERTIFY_COORDINATES_H
#define LYC_CERTIFY_COORDINATES_H

#include "certify/affine_law.h"

#define LYC_COORDINATES_MAX_DIM 64

/* Arrays of dim x dim: is_there[o][i * dim + j] is 0 where entry (i, j) of
 * outcome o is proved to be 0. */
typedef struct
{
    slong dim, outcomes;
    char **is_there;
    slong *group; /* of each coordinate: the smallest member of its class */
    slong *size;  /* of the class of each coordinate */
} lyc_coordinates_struct;
typedef lyc_coordinates_struct lyc_coordinates_t[1];

/* f->dim <= LYC_COORDINATES_MAX_DIM. Coordinates i and j are in one class
 * when i = j or each is led to the other by entries that are there. */
void lyc_coordinates_init(lyc_coordinates_t c, const lyc_affine_law_t f);
void lyc_coordinates_clear(lyc_coordinates_t c);

/* 1 when, in every outcome and every class of two or more, each row and each
 * column has one entry that is there. */
int lyc_coordinates_are_permuted(const lyc_coordinates_t c);
/* 1 when entry (i, j) is a stretch of class g in an outcome: it may be there,
 * or is the whole of a class of one. */
int lyc_coordinates_stretch(const lyc_coordinates_t c, slong outcome, slong g,
                            slong i, slong j);

#endif
