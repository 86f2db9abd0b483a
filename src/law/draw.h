/* What an expression evaluates to: a finite distribution on scalars, on
 * matrices of one shape, or on multiples of an identity whose size the
 * context has still to give. */
#ifndef LYAPCERT_LAW_DRAW_H
#define LYAPCERT_LAW_DRAW_H

#include "law/matrix.h"

typedef enum
{
    LYC_DRAW_SCALAR,
    LYC_DRAW_IDENTITY, /* atoms 1x1: the factor of I */
    LYC_DRAW_MATRIX
} lyc_draw_kind;

typedef struct
{
    lyc_draw_kind kind;
    slong rows, columns; /* of every atom */
    slong length;
    lyc_number_struct *weight; /* NULL: one atom, of weight 1 */
    lyc_matrix_struct *atom;
} lyc_draw_struct;
typedef lyc_draw_struct lyc_draw_t[1];

void lyc_draw_init(lyc_draw_t x); /* nothing: length 0 */
void lyc_draw_clear(lyc_draw_t x);
void lyc_draw_swap(lyc_draw_t x, lyc_draw_t y);

/* x, cleared first, gets `length` atoms that are shells, and weights (none for
 * length 1) that hold nothing yet. */
void lyc_draw_shell(lyc_draw_t x, lyc_draw_kind kind, slong rows, slong columns,
                    slong length);

void lyc_draw_set(lyc_draw_t x, const lyc_draw_t y);
/* Atom i of y alone. */
void lyc_draw_set_atom(lyc_draw_t x, const lyc_draw_t y, slong i);

/* The same distribution with atoms sorted and pairwise different. */
void lyc_draw_merge(lyc_draw_t x);
/* The same for a part of a distribution, whose weights are all present and
 * stay so. */
void lyc_draw_merge_weighted(lyc_draw_t x);

/* w = weight i of x. */
void lyc_draw_weight(lyc_number_t w, const lyc_draw_t x, slong i);

/* IDENTITY becomes MATRIX with n rows. */
void lyc_draw_resize(lyc_draw_t x, slong n);

/* Moves the contents of x, square and not empty, into law. */
void lyc_law_take_draw(lyc_law_t law, lyc_draw_t x);

#endif
