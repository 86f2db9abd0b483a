/* Nodes behind lyc_number_t: private to src/base/number*.c. */
#ifndef LYC_BASE_NUMBER_NODE_H
#define LYC_BASE_NUMBER_NODE_H

#include <stdatomic.h>

#include "lyapcert/number.h"

typedef enum
{
    LYC_OP_RATIONAL,
    LYC_OP_PARAMETER,
    LYC_OP_PI,
    LYC_OP_ADD,
    LYC_OP_SUB,
    LYC_OP_MUL,
    LYC_OP_DIV,
    LYC_OP_NEG,
    LYC_OP_ABS,
    LYC_OP_MIN,
    LYC_OP_MAX,
    LYC_OP_SQRT,
    LYC_OP_EXP,
    LYC_OP_LOG
} lyc_op_t;

/* One unknown real number of [lower, upper]. */
typedef struct
{
    char *name;
    fmpq_t lower, upper;
} lyc_parameter;

typedef struct lyc_number_node
{
    atomic_long references;
    /* What is_zero found, -1 before it was asked. */
    atomic_int zero;
    lyc_op_t op;
    ulong hash;   /* of the expression; the same in every run */
    double size;  /* operations of the expression written out, and words of its
                     rationals; never more than 1e300 */
    fmpq_t value; /* LYC_OP_RATIONAL */
    lyc_parameter *parameter;  /* LYC_OP_PARAMETER, else NULL */
    int is_parametric;         /* a parameter stands in the expression */
    struct lyc_number_node *a; /* operands, or NULL */
    struct lyc_number_node *b;
    struct lyc_number_node *next; /* while being freed */
    arb_t ball;                   /* the value, to some 60 bits */
} lyc_node;

/* ---- number_node.c; each returns a node the caller owns ---- */
lyc_node *lyc_node_share(lyc_node *n);
void lyc_node_release(lyc_node *n);
lyc_node *lyc_node_rational(const fmpq_t q);
lyc_node *lyc_node_parameter(const char *name, const fmpq_t lower,
                             const fmpq_t upper);
/* Shares a and b (b NULL where op has one operand, both NULL for pi). */
lyc_node *lyc_node_operation(lyc_op_t op, lyc_node *a, lyc_node *b);
/* x = n, given to x. */
void lyc_node_give(lyc_number_t x, lyc_node *n);

/* ---- number_walk.c: the distinct nodes below some roots, operands before
 * what uses them ---- */
typedef struct
{
    slong length, capacity;
    lyc_node **node; /* borrowed */
    slong *a, *b;    /* indices of the operands; -1: none */
    slong slots;     /* a power of two */
    slong *slot;     /* hash table of indices; -1: free */
} lyc_walk_struct;
typedef lyc_walk_struct lyc_walk_t[1];

void lyc_walk_init(lyc_walk_t w);
void lyc_walk_clear(lyc_walk_t w);
slong lyc_walk_add(lyc_walk_t w, lyc_node *root); /* the index of root */

/* ---- number_eval.c ---- */
/* r contains the value of n for all numbers of a and b, its operands, within
 * the domain; always finite or [-inf, inf], never NaN. r may be a or b. */
void lyc_node_apply(arb_t r, const lyc_node *n, arb_srcptr a, arb_srcptr b,
                    slong prec);
/* The value, working at prec bits throughout. */
void lyc_node_eval(arb_t r, const lyc_node *n, slong prec);

/* ---- number_zero.c, number_linear.c, number_quadratic.c, number_calcium.c,
 * number_formal.c ---- */
lyc_truth_t lyc_node_is_zero(lyc_node *n);
lyc_truth_t lyc_node_is_zero_linear(lyc_node *n);
lyc_truth_t lyc_node_is_zero_quadratic(lyc_node *n);
lyc_truth_t lyc_node_is_zero_calcium(lyc_node *n);
/* For all values of the parameters: LYC_TRUE and LYC_FALSE where n is 0, or
 * another rational number, as a fraction of polynomials in the parameters and
 * in what is no sum, product or quotient; else LYC_UNKNOWN. */
lyc_truth_t lyc_node_is_zero_formal(lyc_node *n);
lyc_truth_t lyc_node_sign(int *sign, lyc_node *n);

/* ---- number_order.c ---- */
int lyc_node_order(const lyc_node *x, const lyc_node *y);
/* -1, 0, 1: leaves of one kind (RATIONAL, PARAMETER, PI). */
int lyc_leaf_order(const lyc_node *x, const lyc_node *y);
/* id[i] = the first node of w that is the same expression as node i; to be
 * freed by the caller. */
slong *lyc_walk_classify(const lyc_walk_t w);

#endif
