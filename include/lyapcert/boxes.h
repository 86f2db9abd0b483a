/* A fan over the surface of a cube, or over the planes of R^4, and two gauges
 * linear on its cones.
 *
 * Vectors x of R^d, d = 2 to 4. Face a of the cube consists of the points with
 * x_a = 1 and |x_c| <= 1 (projective fan: with its negatives it covers all of
 * R^d\{0}) or 0 <= x_c <= 1 (orthant: the d faces cover the vectors whose
 * coordinates are >= 0). Axis i of face a is coordinate i, or i + 1 from a on.
 * Each face is a tree of boxes, halved again and again; the cells are the
 * leaves, the cones are the cones over the cells, and they cover because a box
 * is the union of its halves.
 *
 * Planes, dim 6: vectors [x, y] of the chapter spectrum. Face a consists of the
 * vectors with x_a = 1, |x_c| <= 1 for c != a, 5 - a, and x_(5-a) = -(u_0 u_3 +
 * u_1 u_2) for these four coordinates u, which belong to the axes.
 *
 * On the cone over cell j the gauge is <v_j, x> with the integer vector
 * v_j = form[j*d …], times exp(lower[j] 2^-34) for the lower bound and
 * exp(upper[j] 2^-34) for the upper bound (mathematics: chapter spectrum). */
#ifndef LYAPCERT_BOXES_H
#define LYAPCERT_BOXES_H

#include <stdint.h>

#include "lyapcert/fan.h"
#include "lyapcert/law.h"

#define LYC_BOXES_MAX_DIM 4
#define LYC_BOXES_PLANES_DIM 6
#define LYC_BOXES_MAX_CELLS (1L << 28)
/* Halvings of one axis on the way to a cell: corners of cells, and of pieces
 * that are 12 halvings smaller, are exact doubles. */
#define LYC_BOXES_MAX_LEVEL 40
#define LYC_BOXES_SCALE 34
/* |lower|, |upper| are at most this: logarithms of at most 256. */
#define LYC_BOXES_MAX_OFFSET ((int64_t)1 << 42)

#define LYC_BOXES_MAX_EXPONENT 100

typedef struct
{
    slong dim;       /* of the vectors */
    slong power;     /* 1: the law itself; dim - 1: its cofactors; 2: planes */
    lyc_acts_t acts; /* law or transpose */
    /* NULL, or the matrix M of a basis of R^d, in its columns: the law is that
     * of M^-1 A M before anything else is done with it. */
    lyc_matrix_struct *basis;
    int is_projective; /* or orthant; planes: 1 */
    slong cells;
    /* The trees of faces 0 … dim - 1, one after the other, in preorder, as
     * text: the digit of the axis that is halved (first half first), or '.'
     * for a cell; 2 cells - dim letters and a NUL. */
    char *tree;
    int32_t *form; /* cells x dim */
    /* NULL, or for each cell e, |e| <= LYC_BOXES_MAX_EXPONENT: the form is 2^e
     * times the integers, and means of forms are taken without offsets. */
    int16_t *exponent;
    int64_t *lower, *upper; /* cells */
    /* Bounds that cells are cut for, in units of 2^-40: not trusted. */
    int64_t lower_goal, upper_goal;
} lyc_boxes_struct;
typedef lyc_boxes_struct lyc_boxes_t[1];

void lyc_boxes_init(lyc_boxes_t b, slong dim, slong cells);
void lyc_boxes_clear(lyc_boxes_t b);
/* Makes room for exponents, all 0. */
void lyc_boxes_add_exponents(lyc_boxes_t b);
/* A copy of m. */
void lyc_boxes_set_basis(lyc_boxes_t b, const lyc_matrix_t m);
void lyc_boxes_swap(lyc_boxes_t a, lyc_boxes_t b);

#endif
