#include <stdlib.h>

#include "base/number_node.h"

/* a + b sqrt(d), d > 0 not a square. */
typedef struct
{
    fmpq_t a, b;
} surd;

/* Exact fractions of sums of fractions grow: no more nodes times words. */
#define LARGEST_WORK 1000000.0

/* r = x y. r is neither. */
static void multiply(surd *r, const surd *x, const surd *y, const fmpq_t d)
{
    fmpq_mul(r->a, x->b, y->b);
    fmpq_mul(r->a, r->a, d);
    fmpq_addmul(r->a, x->a, y->a);
    fmpq_mul(r->b, x->a, y->b);
    fmpq_addmul(r->b, x->b, y->a);
}

/* norm = a^2 - b^2 d. */
static void set_norm(fmpq_t norm, const surd *x, const fmpq_t d)
{
    fmpq_mul(norm, x->b, x->b);
    fmpq_mul(norm, norm, d);
    fmpq_neg(norm, norm);
    fmpq_addmul(norm, x->a, x->a);
}

/* r = 1/x = (a - b sqrt d) / (a^2 - b^2 d); 0 when x = 0. r is not x. */
static int invert(surd *r, const surd *x, const fmpq_t d)
{
    fmpq_t norm;
    int ok;

    fmpq_init(norm);
    set_norm(norm, x, d);
    ok = !fmpq_is_zero(norm);
    if (ok)
    {
        fmpq_div(r->a, x->a, norm);
        fmpq_div(r->b, x->b, norm);
        fmpq_neg(r->b, r->b);
    }
    fmpq_clear(norm);
    return ok;
}

static int sign_of_rational(const fmpq_t q)
{
    int order = fmpq_cmp_si(q, 0);

    return (order > 0) - (order < 0);
}

/* The sign of a + b sqrt d: that of a and b where they agree, else that of
 * a (a^2 - b^2 d). */
static int sign_of(const surd *x, const fmpq_t d)
{
    int sa = sign_of_rational(x->a), sb = sign_of_rational(x->b), norm_sign;
    fmpq_t norm;

    if (sa * sb >= 0)
        return sa != 0 ? sa : sb;
    fmpq_init(norm);
    set_norm(norm, x, d);
    norm_sign = fmpq_sgn(norm);
    fmpq_clear(norm);
    return sa * norm_sign;
}

/* r = sqrt(q) = (sqrt(q d) / d) sqrt d, where q d is a square. d = 0: no root
 * was met yet, d becomes q. 0 when sqrt q is not in the field. */
static int root(surd *r, const fmpq_t q, fmpq_t d)
{
    fmpq_t product;
    int ok;

    if (fmpq_is_zero(d))
        fmpq_set(d, q);
    fmpq_init(product);
    fmpq_mul(product, q, d);
    ok = fmpz_is_square(fmpq_numref(product)) &&
         fmpz_is_square(fmpq_denref(product));
    if (ok)
    {
        fmpz_sqrt(fmpq_numref(product), fmpq_numref(product));
        fmpz_sqrt(fmpq_denref(product), fmpq_denref(product));
        fmpq_div(r->b, product, d);
    }
    fmpq_clear(product);
    return ok;
}

static void copy(surd *r, const surd *x, int negated)
{
    fmpq_set(r->a, x->a);
    fmpq_set(r->b, x->b);
    if (negated)
    {
        fmpq_neg(r->a, r->a);
        fmpq_neg(r->b, r->b);
    }
}

static void subtract(surd *r, const surd *x, const surd *y)
{
    fmpq_sub(r->a, x->a, y->a);
    fmpq_sub(r->b, x->b, y->b);
}

/* r = the value of n from those of its operands; 0 when it is not in the
 * field. r is zero before. */
static int apply(surd *r, const lyc_node *n, const surd *x, const surd *y,
                 fmpq_t d)
{
    surd t;
    int ok = 1;

    fmpq_init(t.a);
    fmpq_init(t.b);
    switch (n->op)
    {
    case LYC_OP_RATIONAL:
        fmpq_set(r->a, n->value);
        break;
    case LYC_OP_ADD:
        fmpq_add(r->a, x->a, y->a);
        fmpq_add(r->b, x->b, y->b);
        break;
    case LYC_OP_SUB:
        subtract(r, x, y);
        break;
    case LYC_OP_MUL:
        multiply(r, x, y, d);
        break;
    case LYC_OP_DIV:
        ok = invert(&t, y, d);
        multiply(r, x, &t, d);
        break;
    case LYC_OP_NEG:
        copy(r, x, 1);
        break;
    case LYC_OP_ABS:
        copy(r, x, sign_of(x, d) < 0);
        break;
    case LYC_OP_MIN:
    case LYC_OP_MAX:
        subtract(&t, x, y);
        copy(r, (sign_of(&t, d) < 0) == (n->op == LYC_OP_MIN) ? x : y, 0);
        break;
    case LYC_OP_SQRT:
        ok = n->a->op == LYC_OP_RATIONAL && root(r, n->a->value, d);
        break;
    case LYC_OP_PARAMETER:
    case LYC_OP_PI:
    case LYC_OP_EXP:
    case LYC_OP_LOG:
        ok = 0;
        break;
    }
    fmpq_clear(t.a);
    fmpq_clear(t.b);
    return ok;
}

/* Decides numbers of one real quadratic field Q(sqrt d), exactly. */
lyc_truth_t lyc_node_is_zero_quadratic(lyc_node *n)
{
    lyc_truth_t answer = LYC_UNKNOWN;
    lyc_walk_t w;
    surd *value;
    fmpq_t d;
    slong i;
    int inside;

    lyc_walk_init(w);
    lyc_walk_add(w, n);
    fmpq_init(d);
    value = lyc_malloc((size_t)w->length * sizeof *value);
    for (i = 0; i < w->length; i++)
    {
        fmpq_init(value[i].a);
        fmpq_init(value[i].b);
    }
    inside = (double)w->length * n->size <= LARGEST_WORK;
    for (i = 0; i < w->length && inside; i++)
        inside =
            apply(value + i, w->node[i], w->a[i] < 0 ? NULL : value + w->a[i],
                  w->b[i] < 0 ? NULL : value + w->b[i], d);
    if (inside)
        answer =
            sign_of(value + (w->length - 1), d) == 0 ? LYC_TRUE : LYC_FALSE;
    for (i = 0; i < w->length; i++)
    {
        fmpq_clear(value[i].a);
        fmpq_clear(value[i].b);
    }
    free(value);
    fmpq_clear(d);
    lyc_walk_clear(w);
    return answer;
}
