/* A second route to the law of an expression: every combination of choices is
 * gone through, with rational matrices of the arithmetic library and no part
 * of src/law. */
#ifndef TESTS_LAW_BRUTE_H
#define TESTS_LAW_BRUTE_H

#include "lyapcert/arith.h"
#include "lyapcert/text.h"

typedef enum
{
    BRUTE_NAME,  /* one of the base laws: one draw in its scope */
    BRUTE_LAW,   /* {w: x, …} */
    BRUTE_CONST, /* a matrix */
    BRUTE_IDENTITY,
    BRUTE_ADD,
    BRUTE_SUB,
    BRUTE_MUL,
    BRUTE_SQUARE,
    BRUTE_SCALE,
    BRUTE_TRANSPOSE,
    BRUTE_FRESH
} brute_kind;

typedef struct brute
{
    brute_kind kind;
    int name;         /* BRUTE_NAME */
    int number;       /* BRUTE_SCALE: the factor; BRUTE_LAW: outcomes */
    int weight[3];    /* BRUTE_LAW, over their sum */
    fmpq_mat_t value; /* BRUTE_CONST */
    struct brute *child[3];
} brute;

#define BRUTE_NAMES 2

/* A random expression of at most this depth; sources of chance are rationed
 * by *chances. */
brute *brute_random(flint_rand_t state, int depth, int *chances);
void brute_free(brute *b);
void brute_text(lyc_text_t t, const brute *b);

typedef struct
{
    slong length;
    fmpq *weight;
    fmpq_mat_struct *atom;
} brute_law;

/* The law of b where name k stands for base[k]. */
void brute_eval(brute_law *law, const brute *b, brute *const *base);
void brute_law_clear(brute_law *law);

#endif
