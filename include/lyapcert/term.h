/* Terms: how one draw of a random matrix is made from independent draws.
 *
 * A term is an immutable, shared graph. Two operands that are the same node
 * are the same draw; different nodes that draw are independent. Laws that are
 * not finite, and finite ones too large to be written out, are given so. */
#ifndef LYAPCERT_TERM_H
#define LYAPCERT_TERM_H

#include "lyapcert/number.h"
#include "lyapcert/text.h"

typedef enum
{
    LYC_TERM_CONSTANT, /* one exact matrix: number[i * columns + j] */
    LYC_TERM_IDENTITY, /* number[0] times I, rows = columns */
    /* ---- draws; parameters in number[], exact ---- */
    LYC_TERM_FINITE,  /* child[i], a CONSTANT, with probability number[i] */
    LYC_TERM_UNIFORM, /* 1x1, on [number[0], number[1]], number[0] < number[1]
                       */
    LYC_TERM_NORMAL,  /* 1x1, N(0, 1) */
    LYC_TERM_CAUCHY,  /* 1x1, density w / (pi (x^2 + w^2)), w = number[0] > 0 */
    LYC_TERM_GAMMA,   /* 1x1, density r^p x^(p-1) e^(-rx) / Gamma(p),
                         p = number[0] > 0, r = number[1] > 0 */
    LYC_TERM_GAUSSIAN, /* rows x columns independent N(0, 1) */
    LYC_TERM_GATES,    /* rows = columns; diagonal, each entry 1 with
                          probability number[0], else 0, independent */
    LYC_TERM_MIXTURE,  /* child[i] with probability number[i] */
    /* ---- operations ---- */
    LYC_TERM_ENTRIES, /* rows * columns children, 1x1, row by row */
    LYC_TERM_ADD,     /* two or more children of this shape */
    LYC_TERM_MUL,     /* two or more children, left to right; a 1x1 factor
                         beside a matrix is a scalar and stands first */
    LYC_TERM_TRANSPOSE,
    LYC_TERM_INVERSE
} lyc_term_kind;

typedef struct lyc_term_struct
{
    lyc_term_kind kind;
    slong rows, columns;
    slong numbers;
    lyc_number_struct *number;
    slong length;
    struct lyc_term_struct **child; /* each holds a reference */
    long references;
} lyc_term;

#endif
