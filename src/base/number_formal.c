#include <stdlib.h>

#include "base/number_node.h"

#define LARGEST_WALK 2000
#define MOST_GENERATORS 32
#define MOST_TERMS 20000

typedef struct
{
    fmpq_mpoly_t p, q; /* p / q, q != 0 for all values of the parameters */
} fraction;

/* What is no sum, product or quotient of others stands for itself. */
static int is_generator(lyc_op_t op)
{
    switch (op)
    {
    case LYC_OP_RATIONAL:
    case LYC_OP_ADD:
    case LYC_OP_SUB:
    case LYC_OP_MUL:
    case LYC_OP_DIV:
    case LYC_OP_NEG:
        return 0;
    default:
        return 1;
    }
}

/* generator[i] = the variable of node i; -1: none; -2: not needed. Returns how
 * many there are. */
static slong name_generators(slong *generator, const lyc_walk_t w)
{
    slong *id = lyc_walk_classify(w), i, count = 0;

    for (i = 0; i < w->length; i++)
        generator[i] = -2;
    generator[w->length - 1] = -1;
    for (i = w->length - 1; i >= 0; i--)
    {
        if (generator[i] == -2 || is_generator(w->node[i]->op))
            continue;
        if (w->a[i] >= 0)
            generator[w->a[i]] = -1;
        if (w->b[i] >= 0)
            generator[w->b[i]] = -1;
    }
    /* Equal expressions are one variable; the first of them comes first. */
    for (i = 0; i < w->length; i++)
    {
        if (!is_generator(w->node[i]->op))
            continue;
        if (id[i] != i && generator[id[i]] >= 0)
            generator[i] = generator[id[i]];
        else if (generator[i] == -1 || id[i] == i)
            generator[i] = count++;
    }
    free(id);
    return count;
}

/* r = x y; 0 when that is long. */
static int multiply(fmpq_mpoly_t r, const fmpq_mpoly_t x, const fmpq_mpoly_t y,
                    fmpq_mpoly_ctx_t ring)
{
    if (fmpq_mpoly_length(x, ring) * fmpq_mpoly_length(y, ring) > MOST_TERMS)
        return 0;
    fmpq_mpoly_mul(r, x, y, ring);
    return 1;
}

/* r = x + sign y. */
static int add(fraction *r, const fraction *x, const fraction *y, int sign,
               fmpq_mpoly_ctx_t ring)
{
    fmpq_mpoly_t t;
    int ok;

    fmpq_mpoly_init(t, ring);
    ok = multiply(r->p, x->p, y->q, ring) && multiply(t, y->p, x->q, ring) &&
         multiply(r->q, x->q, y->q, ring);
    if (sign > 0)
        fmpq_mpoly_add(r->p, r->p, t, ring);
    else
        fmpq_mpoly_sub(r->p, r->p, t, ring);
    fmpq_mpoly_clear(t, ring);
    return ok;
}

static int apply(fraction *r, const lyc_node *n, const fraction *x,
                 const fraction *y, fmpq_mpoly_ctx_t ring)
{
    switch (n->op)
    {
    case LYC_OP_RATIONAL:
        fmpq_mpoly_set_fmpq(r->p, n->value, ring);
        return 1;
    case LYC_OP_ADD:
        return add(r, x, y, 1, ring);
    case LYC_OP_SUB:
        return add(r, x, y, -1, ring);
    case LYC_OP_MUL:
        return multiply(r->p, x->p, y->p, ring) &&
               multiply(r->q, x->q, y->q, ring);
    case LYC_OP_DIV: /* its domain was proved: y != 0 */
        return multiply(r->p, x->p, y->q, ring) &&
               multiply(r->q, x->q, y->p, ring);
    case LYC_OP_NEG:
        fmpq_mpoly_neg(r->p, x->p, ring);
        fmpq_mpoly_set(r->q, x->q, ring);
        return 1;
    default:
        return 0;
    }
}

/* p = 0 as a polynomial: 0 for all values. p = c q with a constant c != 0:
 * never 0. */
static lyc_truth_t judge(const fraction *x, fmpq_mpoly_ctx_t ring)
{
    lyc_truth_t answer = LYC_UNKNOWN;
    fmpq_mpoly_t c;

    if (fmpq_mpoly_is_zero(x->p, ring))
        return LYC_TRUE;
    fmpq_mpoly_init(c, ring);
    if (fmpq_mpoly_divides(c, x->p, x->q, ring) && fmpq_mpoly_is_fmpq(c, ring))
        answer = LYC_FALSE;
    fmpq_mpoly_clear(c, ring);
    return answer;
}

static lyc_truth_t decide(const lyc_walk_t w, const slong *generator,
                          slong generators)
{
    fraction *value = lyc_malloc((size_t)w->length * sizeof *value);
    lyc_truth_t answer = LYC_UNKNOWN;
    fmpq_mpoly_ctx_t ring;
    slong i;
    int ok = 1;

    fmpq_mpoly_ctx_init(ring, FLINT_MAX(generators, 1), ORD_LEX);
    for (i = 0; i < w->length; i++)
    {
        fmpq_mpoly_init(value[i].p, ring);
        fmpq_mpoly_init(value[i].q, ring);
        fmpq_mpoly_one(value[i].q, ring);
        if (generator[i] >= 0)
            fmpq_mpoly_gen(value[i].p, generator[i], ring);
        else if (ok && generator[i] == -1)
            ok = apply(value + i, w->node[i],
                       value + (w->a[i] < 0 ? i : w->a[i]),
                       value + (w->b[i] < 0 ? i : w->b[i]), ring);
    }
    if (ok)
        answer = judge(value + (w->length - 1), ring);
    for (i = 0; i < w->length; i++)
    {
        fmpq_mpoly_clear(value[i].p, ring);
        fmpq_mpoly_clear(value[i].q, ring);
    }
    fmpq_mpoly_ctx_clear(ring);
    free(value);
    return answer;
}

lyc_truth_t lyc_node_is_zero_formal(lyc_node *n)
{
    lyc_truth_t answer = LYC_UNKNOWN;
    slong *generator, generators;
    lyc_walk_t w;

    lyc_walk_init(w);
    lyc_walk_add(w, n);
    generator = lyc_malloc((size_t)w->length * sizeof *generator);
    if (w->length <= LARGEST_WALK)
    {
        generators = name_generators(generator, w);
        if (generators <= MOST_GENERATORS)
            answer = decide(w, generator, generators);
    }
    free(generator);
    lyc_walk_clear(w);
    return answer;
}
