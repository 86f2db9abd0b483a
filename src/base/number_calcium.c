#include <math.h>
#include <stdlib.h>

#include "base/number_node.h"

#define LARGEST_WALK 1000
#define LARGEST_SIZE 20000.0
#define MOST_GENERATORS 60
/* Monomials of a numerator. */
#define MOST_TERMS 1000000.0
/* Calcium factors what stands under a root. */
#define LONGEST_RADICAND 256

/* Bounds on a fraction of polynomials in the generators. */
typedef struct
{
    double degree[2]; /* of numerator and denominator */
    double terms[2];
} bounds;

/* The product of part i of x and part j of y becomes part k of r, or is added
 * to it. */
static void multiply(bounds *r, int k, const bounds *x, int i, const bounds *y,
                     int j)
{
    r->degree[k] = fmax(r->degree[k], x->degree[i] + y->degree[j]);
    r->terms[k] += x->terms[i] * y->terms[j];
}

static bounds bounds_of(lyc_op_t op, const bounds *x, const bounds *y)
{
    const bounds empty = {{0, 0}, {0, 0}};
    bounds r = {{1, 0}, {1, 1}}; /* a root, pi, exp, log: a generator */

    switch (op)
    {
    case LYC_OP_RATIONAL:
        r.degree[0] = 0;
        break;
    case LYC_OP_NEG:
    case LYC_OP_ABS:
        r = *x;
        break;
    case LYC_OP_MUL:
        r = empty;
        multiply(&r, 0, x, 0, y, 0);
        multiply(&r, 1, x, 1, y, 1);
        break;
    case LYC_OP_DIV:
        r = empty;
        multiply(&r, 0, x, 0, y, 1);
        multiply(&r, 1, x, 1, y, 0);
        break;
    case LYC_OP_ADD:
    case LYC_OP_SUB:
    case LYC_OP_MIN:
    case LYC_OP_MAX:
        r = empty;
        multiply(&r, 0, x, 0, y, 1);
        multiply(&r, 0, x, 1, y, 0);
        multiply(&r, 1, x, 1, y, 1);
        break;
    case LYC_OP_PARAMETER:
    case LYC_OP_PI:
    case LYC_OP_SQRT:
    case LYC_OP_EXP:
    case LYC_OP_LOG:
        break;
    }
    return r;
}

/* Polynomials of degree D in g generators have at most binomial(D + g, g)
 * terms. 1 when that or what was counted stays small. */
static int limit_terms(bounds *r, double g)
{
    int k;

    for (k = 0; k < 2; k++)
        r->terms[k] =
            fmin(r->terms[k], exp(lgamma(r->degree[k] + g + 1) -
                                  lgamma(r->degree[k] + 1) - lgamma(g + 1)));
    return r->terms[0] <= MOST_TERMS && r->terms[1] <= MOST_TERMS;
}

static int is_generator(lyc_op_t op)
{
    return op == LYC_OP_PI || op == LYC_OP_SQRT || op == LYC_OP_EXP ||
           op == LYC_OP_LOG;
}

static int count_generators(const lyc_walk_t w)
{
    slong i, *id = lyc_walk_classify(w);
    int generators = 0;

    for (i = 0; i < w->length; i++)
        generators += id[i] == i && is_generator(w->node[i]->op);
    free(id);
    return generators;
}

static int is_long_radicand(const lyc_node *n)
{
    return n->op == LYC_OP_SQRT && n->a->op == LYC_OP_RATIONAL &&
           fmpq_height_bits(n->a->value) > LONGEST_RADICAND;
}

/* 1 when what Calcium would build stays small. */
static int is_small(const lyc_walk_t w)
{
    bounds *of;
    slong i;
    int generators, small;

    if (w->length > LARGEST_WALK ||
        !(w->node[w->length - 1]->size <= LARGEST_SIZE))
        return 0;
    generators = count_generators(w);
    small = generators <= MOST_GENERATORS;
    of = lyc_malloc((size_t)w->length * sizeof *of);
    for (i = 0; i < w->length && small; i++)
    {
        of[i] = bounds_of(w->node[i]->op, of + (w->a[i] < 0 ? i : w->a[i]),
                          of + (w->b[i] < 0 ? i : w->b[i]));
        small =
            limit_terms(of + i, generators) && !is_long_radicand(w->node[i]);
    }
    free(of);
    return small;
}

/* r = the smaller (larger) of a and b; 0 when Calcium cannot tell. */
static int choose(ca_t r, const ca_t a, const ca_t b, int smaller,
                  ca_ctx_t context)
{
    truth_t less = ca_check_lt(a, b, context);

    if (less == T_UNKNOWN)
        return 0;
    ca_set(r, (less == T_TRUE) == (smaller != 0) ? a : b, context);
    return 1;
}

static int apply(ca_t r, const lyc_node *n, const ca_struct *a,
                 const ca_struct *b, ca_ctx_t context)
{
    truth_t negative;

    switch (n->op)
    {
    case LYC_OP_RATIONAL:
        ca_set_fmpq(r, n->value, context);
        return 1;
    case LYC_OP_PARAMETER: /* no number */
        return 0;
    case LYC_OP_PI:
        ca_pi(r, context);
        return 1;
    case LYC_OP_ADD:
        ca_add(r, a, b, context);
        return 1;
    case LYC_OP_SUB:
        ca_sub(r, a, b, context);
        return 1;
    case LYC_OP_MUL:
        ca_mul(r, a, b, context);
        return 1;
    case LYC_OP_DIV:
        ca_div(r, a, b, context);
        return 1;
    case LYC_OP_NEG:
        ca_neg(r, a, context);
        return 1;
    case LYC_OP_ABS:
        negative = ca_check_is_negative_real(a, context);
        if (negative == T_TRUE)
            ca_neg(r, a, context);
        else
            ca_set(r, a, context);
        return negative != T_UNKNOWN;
    case LYC_OP_MIN:
    case LYC_OP_MAX:
        return choose(r, a, b, n->op == LYC_OP_MIN, context);
    case LYC_OP_SQRT:
        ca_sqrt(r, a, context);
        return 1;
    case LYC_OP_EXP:
        ca_exp(r, a, context);
        return 1;
    case LYC_OP_LOG:
        ca_log(r, a, context);
        return 1;
    }
    return 0;
}

static lyc_truth_t decide(const lyc_walk_t w, ca_ctx_t context)
{
    ca_ptr value = _ca_vec_init(w->length, context);
    truth_t zero = T_UNKNOWN;
    slong i;
    int ok = 1;

    for (i = 0; i < w->length && ok; i++)
        ok = apply(value + i, w->node[i], value + (w->a[i] < 0 ? i : w->a[i]),
                   value + (w->b[i] < 0 ? i : w->b[i]), context) &&
             ca_check_is_number(value + i, context) == T_TRUE;
    if (ok)
        zero = ca_check_is_zero(value + (w->length - 1), context);
    _ca_vec_clear(value, w->length, context);
    return zero == T_TRUE    ? LYC_TRUE
           : zero == T_FALSE ? LYC_FALSE
                             : LYC_UNKNOWN;
}

/* A context of its own for each question: answers do not depend on what was
 * asked before, and nothing is kept. */
lyc_truth_t lyc_node_is_zero_calcium(lyc_node *n)
{
    lyc_truth_t answer = LYC_UNKNOWN;
    ca_ctx_t context;
    lyc_walk_t w;

    lyc_walk_init(w);
    lyc_walk_add(w, n);
    if (is_small(w))
    {
        ca_ctx_init(context);
        answer = decide(w, context);
        ca_ctx_clear(context);
    }
    lyc_walk_clear(w);
    return answer;
}
