/* Terms: how one draw of a random matrix is made from independent draws.
 *
 * A term is an immutable, shared graph. Two operands that are the same node
 * are the same draw; different nodes that draw are independent. Laws that are
 * not finite, and finite ones too large to be written out, are given so. */
#ifndef LYAPCERT_TERM_H
#define LYAPCERT_TERM_H

#include <stdatomic.h>

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
    LYC_TERM_GAUSSIAN,  /* rows x columns independent N(0, 1) */
    LYC_TERM_GATES,     /* rows = columns; diagonal, each entry 1 with
                           probability number[0], else 0, independent */
    LYC_TERM_COUNTABLE, /* child[0] + m child[1] + m^2 child[2] + …, two or
                           more CONSTANT ones, with probability (1 - q) q^m,
                           m = 0, 1, …; q = number[0], 0 < q < 1 */
    LYC_TERM_MIXTURE,   /* child[i] with probability number[i] */
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
    atomic_long references;
} lyc_term;

/* Most rows or columns of a term. */
#define LYC_TERM_MAX_ROWS 100000

/* ---- memory ---- */
lyc_term *lyc_term_share(lyc_term *t); /* t, one reference more */
void lyc_term_release(lyc_term *t);    /* one less; NULL: nothing */

/* What follows makes one new reference, and takes over those of the terms it
 * is given (the arrays stay the caller's). Shapes must fit. What is returned
 * is simplified: numbers are folded, sums and products flattened, the zero
 * summand and the factor 1 left out, equal summands collected; a 1x1 identity
 * is a CONSTANT. */

/* ---- constants ---- */
lyc_term *lyc_term_constant(slong rows, slong columns,
                            const lyc_number_struct *entry);
lyc_term *lyc_term_scalar(const lyc_number_t c);
lyc_term *lyc_term_identity(slong n, const lyc_number_t c); /* c I */
lyc_term *lyc_term_zero(slong rows, slong columns);
int lyc_term_is_constant(const lyc_term *t); /* CONSTANT or IDENTITY */
int lyc_term_is_zero(const lyc_term *t);     /* 1: it is proved to be 0 */

/* ---- draws; every call is a new one, independent of all others ---- */
/* UNIFORM, NORMAL, CAUCHY, GAMMA (1x1), GAUSSIAN, GATES: parameters in their
 * ranges, probabilities of gates neither 0 nor 1. */
lyc_term *lyc_term_draw(lyc_term_kind kind, slong rows, slong columns,
                        slong numbers, const lyc_number_struct *number);
/* child[i] with probability weight[i]: FINITE where all children are
 * CONSTANT, the child itself where it is the only one, else MIXTURE. */
lyc_term *lyc_term_choice(slong n, const lyc_number_struct *weight,
                          lyc_term **child);
int lyc_term_is_draw(const lyc_term *t);
/* The same distribution, with draws of its own; constants are shared. */
lyc_term *lyc_term_copy(const lyc_term *t);

/* ---- operations ---- */
lyc_term *lyc_term_entries(slong rows, slong columns, lyc_term **child);
lyc_term *lyc_term_add(slong n, lyc_term **summand);
lyc_term *lyc_term_mul(slong n, lyc_term **factor);
lyc_term *lyc_term_scale(const lyc_number_t c, lyc_term *t);
lyc_term *lyc_term_transpose(lyc_term *t);
/* t must be square; no test that it has an inverse. */
lyc_term *lyc_term_inverse(lyc_term *t);
/* LYC_TRUE: t, square, is invertible almost surely. LYC_FALSE: it is singular
 * with positive probability. */
lyc_truth_t lyc_term_is_regular(const lyc_term *t);

/* ---- looking at terms ---- */

/* Every node of t once, children before what uses them; t is the last. */
typedef struct
{
    const lyc_term **node;
    slong length;
    slong *table; /* position + 1 of a node by address */
    slong size;   /* of the table, a power of two */
} lyc_term_order_struct;
typedef lyc_term_order_struct lyc_term_order_t[1];

void lyc_term_order_init(lyc_term_order_t o, const lyc_term *t);
void lyc_term_order_clear(lyc_term_order_t o);
/* The position of a node, which must be in o. */
slong lyc_term_order_find(const lyc_term_order_t o, const lyc_term *t);

/* An expression of the language; draws that stand in several places are
 * called x1, x2, …: " where x1 = gaussian(2)" follows. */
void lyc_term_get_text(lyc_text_t out, const lyc_term *t);
/* Definitions whose last, `law it = …`, is the law of t. 0, and nothing that
 * counts, where the language has no such text (a choice between terms that
 * stands in several places, very deep terms). */
int lyc_term_get_program(lyc_text_t out, const lyc_term *t);

#endif
