#include <stdlib.h>

#include "base/number_node.h"

/* How tightly a text binds: a sum may stand in parentheses or alone, a product
 * may be a term, an atom may be anything. */
typedef enum
{
    LEVEL_SUM,
    LEVEL_PRODUCT,
    LEVEL_ATOM
} level;

/* Still to be written, last first: a fixed text, or an expression where one of
 * at least that level is needed. */
typedef struct
{
    const char *fixed;
    const lyc_node *node;
    level at_least;
} item;

typedef struct
{
    item *items;
    size_t length, capacity;
} pending;

static void push(pending *p, item i)
{
    if (p->length == p->capacity)
    {
        p->capacity *= 2;
        p->items = lyc_realloc(p->items, p->capacity * sizeof *p->items);
    }
    p->items[p->length++] = i;
}

static void push_fixed(pending *p, const char *s)
{
    item i = {s, NULL, LEVEL_SUM};

    push(p, i);
}

static void push_node(pending *p, const lyc_node *n, level at_least)
{
    item i = {NULL, n, at_least};

    push(p, i);
}

static void add_rational(lyc_text_t t, const fmpq_t q)
{
    char *s = fmpq_get_str(NULL, 10, q);

    lyc_text_add(t, s);
    flint_free(s);
}

static level level_of(const lyc_node *n)
{
    switch (n->op)
    {
    case LYC_OP_ADD:
    case LYC_OP_SUB:
    case LYC_OP_NEG:
        return LEVEL_SUM;
    case LYC_OP_MUL:
    case LYC_OP_DIV:
        return LEVEL_PRODUCT;
    case LYC_OP_RATIONAL:
        if (fmpq_sgn(n->value) < 0)
            return LEVEL_SUM;
        return fmpz_is_one(fmpq_denref(n->value)) ? LEVEL_ATOM : LEVEL_PRODUCT;
    default:
        return LEVEL_ATOM;
    }
}

/* a between, then b; both of one level, b one tighter: a - (b - c). */
static void push_infix(pending *p, const lyc_node *n, const char *between,
                       level left)
{
    push_node(p, n->b, left == LEVEL_SUM ? LEVEL_PRODUCT : LEVEL_ATOM);
    push_fixed(p, between);
    push_node(p, n->a, left);
}

static void push_call(pending *p, const lyc_node *n, const char *name)
{
    push_fixed(p, ")");
    if (n->b != NULL)
    {
        push_node(p, n->b, LEVEL_SUM);
        push_fixed(p, ", ");
    }
    push_node(p, n->a, LEVEL_SUM);
    push_fixed(p, name);
}

static void expand(lyc_text_t t, pending *p, const lyc_node *n)
{
    switch (n->op)
    {
    case LYC_OP_RATIONAL:
        add_rational(t, n->value);
        break;
    case LYC_OP_PARAMETER:
        lyc_text_add(t, n->parameter->name);
        break;
    case LYC_OP_PI:
        lyc_text_add(t, "pi");
        break;
    case LYC_OP_ADD:
        push_infix(p, n, " + ", LEVEL_SUM);
        break;
    case LYC_OP_SUB:
        push_infix(p, n, " - ", LEVEL_SUM);
        break;
    case LYC_OP_MUL:
        push_infix(p, n, "*", LEVEL_PRODUCT);
        break;
    case LYC_OP_DIV:
        push_infix(p, n, "/", LEVEL_PRODUCT);
        break;
    case LYC_OP_NEG:
        push_node(p, n->a, LEVEL_ATOM);
        push_fixed(p, "-");
        break;
    case LYC_OP_ABS:
        push_call(p, n, "abs(");
        break;
    case LYC_OP_MIN:
        push_call(p, n, "min(");
        break;
    case LYC_OP_MAX:
        push_call(p, n, "max(");
        break;
    case LYC_OP_SQRT:
        push_call(p, n, "sqrt(");
        break;
    case LYC_OP_EXP:
        push_call(p, n, "exp(");
        break;
    case LYC_OP_LOG:
        push_call(p, n, "log(");
        break;
    }
}

void lyc_number_get_text(lyc_text_t t, const lyc_number_t x)
{
    pending p = {NULL, 0, 16};

    p.items = lyc_malloc(p.capacity * sizeof *p.items);
    push_node(&p, x->node, LEVEL_SUM);
    while (p.length > 0)
    {
        item i = p.items[--p.length];

        if (i.fixed != NULL)
            lyc_text_add(t, i.fixed);
        else if (level_of(i.node) < i.at_least)
        {
            lyc_text_add(t, "(");
            push_fixed(&p, ")");
            push_node(&p, i.node, LEVEL_SUM);
        }
        else
            expand(t, &p, i.node);
    }
    free(p.items);
}
