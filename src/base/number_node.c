#include <stdlib.h>

#include "base/number_node.h"

#define BALL_PREC 64

lyc_node *lyc_node_share(lyc_node *n)
{
    atomic_fetch_add(&n->references, 1);
    return n;
}

/* Puts n on the list when this was its last reference. */
static lyc_node *drop(lyc_node *n, lyc_node *list)
{
    if (n == NULL || atomic_fetch_sub(&n->references, 1) != 1)
        return list;
    n->next = list;
    return n;
}

static void clear_parameter(lyc_parameter *p)
{
    if (p == NULL)
        return;
    fmpq_clear(p->lower);
    fmpq_clear(p->upper);
    free(p->name);
    free(p);
}

void lyc_node_release(lyc_node *n)
{
    lyc_node *list = drop(n, NULL);

    while (list != NULL)
    {
        lyc_node *dead = list;

        list = drop(dead->b, drop(dead->a, dead->next));
        fmpq_clear(dead->value);
        clear_parameter(dead->parameter);
        arb_clear(dead->ball);
        free(dead);
    }
}

static ulong mix(ulong h, ulong value)
{
    h ^= value + UWORD(0x9e3779b97f4a7c15) + (h << 6) + (h >> 2);
    h ^= h >> 29;
    h *= UWORD(0xbf58476d1ce4e5b9);
    return h ^ (h >> 32);
}

static lyc_node *new_node(lyc_op_t op)
{
    lyc_node *n = lyc_malloc(sizeof *n);

    atomic_init(&n->references, 1);
    atomic_init(&n->zero, -1);
    n->op = op;
    n->hash = mix(1, (ulong)op);
    n->size = 1;
    fmpq_init(n->value);
    n->parameter = NULL;
    n->is_parametric = 0;
    n->a = n->b = n->next = NULL;
    arb_init(n->ball);
    return n;
}

static void mix_rational(lyc_node *n, const fmpq_t q)
{
    /* Any large modulus will do. */
    const ulong modulus = UWORD(0x7fffffffffffffe7);

    n->hash = mix(n->hash, fmpz_fdiv_ui(fmpq_numref(q), modulus));
    n->hash = mix(n->hash, fmpz_fdiv_ui(fmpq_denref(q), modulus));
    n->size += (double)(fmpz_bits(fmpq_numref(q)) / FLINT_BITS);
    n->size += (double)(fmpz_bits(fmpq_denref(q)) / FLINT_BITS);
}

lyc_node *lyc_node_rational(const fmpq_t q)
{
    lyc_node *n = new_node(LYC_OP_RATIONAL);

    fmpq_set(n->value, q);
    mix_rational(n, q);
    arb_set_fmpq(n->ball, q, BALL_PREC);
    return n;
}

lyc_node *lyc_node_parameter(const char *name, const fmpq_t lower,
                             const fmpq_t upper)
{
    lyc_node *n = new_node(LYC_OP_PARAMETER);
    lyc_parameter *p = lyc_malloc(sizeof *p);
    size_t i;

    p->name = lyc_strdup(name);
    fmpq_init(p->lower);
    fmpq_init(p->upper);
    fmpq_set(p->lower, lower);
    fmpq_set(p->upper, upper);
    n->parameter = p;
    n->is_parametric = 1;
    for (i = 0; name[i] != 0; i++)
        n->hash = mix(n->hash, (ulong)(unsigned char)name[i]);
    mix_rational(n, lower);
    mix_rational(n, upper);
    lyc_node_apply(n->ball, n, n->ball, n->ball, BALL_PREC);
    return n;
}

lyc_node *lyc_node_operation(lyc_op_t op, lyc_node *a, lyc_node *b)
{
    lyc_node *n = new_node(op);

    if (a != NULL)
    {
        n->a = lyc_node_share(a);
        n->hash = mix(n->hash, a->hash);
        n->size += a->size;
        n->is_parametric |= a->is_parametric;
    }
    if (b != NULL)
    {
        n->b = lyc_node_share(b);
        n->hash = mix(n->hash, b->hash);
        n->size += b->size;
        n->is_parametric |= b->is_parametric;
    }
    if (n->size > 1e300)
        n->size = 1e300;
    lyc_node_apply(n->ball, n, a != NULL ? a->ball : n->ball,
                   b != NULL ? b->ball : n->ball, BALL_PREC);
    return n;
}

void lyc_node_give(lyc_number_t x, lyc_node *n)
{
    lyc_node_release(x->node);
    x->node = n;
}
