/* The essential supremum of ||X|| for a term X.
 *
 * Upper bounds: ||X + Y|| <= ||X|| + ||Y||, ||X Y|| <= ||X|| ||Y||, and the
 * Frobenius norm of a matrix of entries. It is infinite where an entry or an
 * outcome is unbounded; and where a summand is unbounded and independent of
 * the other summands, which are finite almost surely. */
#include "claim/norm.h"

typedef enum
{
    BOUNDED,
    UNBOUNDED,
    NOT_KNOWN
} bound_kind;

typedef struct
{
    bound_kind kind;
    int is_exact; /* upper is the supremum */
    arb_t upper;  /* of BOUNDED */
} bound;

static void set_matrix(bound *b, const lyc_term *t, slong prec)
{
    lyc_matrix_t a;
    lyc_matrix_init(a, t->rows, t->columns);
    for (slong i = 0; i < t->numbers; i++)
    {
        lyc_number_set(a->entry + i, t->number + i);
    }
    lyc_matrix_norm_arb(b->upper, a, prec);
    b->is_exact = 1;
    lyc_matrix_clear(a);
}

static void set_uniform(bound *b, const lyc_term *t, slong prec)
{
    arb_t x;
    arb_init(x);
    lyc_number_get_arb(b->upper, t->number, prec);
    lyc_number_get_arb(x, t->number + 1, prec);
    arb_abs(b->upper, b->upper);
    arb_abs(x, x);
    arb_max(b->upper, b->upper, x, prec);
    b->is_exact = 1;
    arb_clear(x);
}

/* Independent scalars times at most one matrix: the suprema multiply. */
static int is_scaled(const lyc_term *t)
{
    slong matrices = 0;
    for (slong i = 0; i < t->length; i++)
    {
        matrices += t->child[i]->rows > 1 || t->child[i]->columns > 1;
    }
    return t->kind == LYC_TERM_MUL && matrices <= 1;
}

/* The largest, the sum, the product or the root of the sum of squares. */
static void combine(bound *b, const lyc_term *t, const bound *child, int tree,
                    slong prec)
{
    arb_t square;
    arb_init(square);
    b->is_exact = t->kind == LYC_TERM_FINITE || t->kind == LYC_TERM_MIXTURE ||
                  t->kind == LYC_TERM_TRANSPOSE || (tree && is_scaled(t));
    arb_set_si(b->upper, t->kind == LYC_TERM_MUL);
    for (slong i = 0; i < t->length; i++)
    {
        const bound *x = child + i;
        b->is_exact &= x->is_exact;
        if (t->kind == LYC_TERM_ADD)
        {
            arb_add(b->upper, b->upper, x->upper, prec);
        }
        else if (t->kind == LYC_TERM_MUL)
        {
            arb_mul(b->upper, b->upper, x->upper, prec);
        }
        else if (t->kind == LYC_TERM_ENTRIES)
        {
            arb_mul(square, x->upper, x->upper, prec);
            arb_add(b->upper, b->upper, square, prec);
        }
        else
        {
            arb_max(b->upper, b->upper, x->upper, prec);
        }
    }
    if (t->kind == LYC_TERM_ENTRIES)
    {
        arb_sqrtpos(b->upper, b->upper, prec);
    }
    arb_clear(square);
}

/* Each child's draws stand nowhere else: the children are independent. */
static int is_tree(const lyc_term *t)
{
    lyc_term_order_t o;
    int is_tree = 1;
    lyc_term_order_init(o, t);
    char *seen = flint_calloc((size_t)o->length, 1);
    for (slong i = 0; i < o->length; i++)
    {
        for (slong k = 0; k < o->node[i]->length; k++)
        {
            const lyc_term *child = o->node[i]->child[k];
            slong j = lyc_term_order_find(o, child);
            is_tree &= !seen[j] || lyc_term_is_constant(child);
            seen[j] = 1;
        }
    }
    flint_free(seen);
    lyc_term_order_clear(o);
    return is_tree;
}

/* c G or G alone: c != 0 and G with unbounded entries. */
static int is_multiple(const lyc_term *t, const bound *child)
{
    int sign = 0;
    return t->length == 2 && lyc_term_is_constant(t->child[0]) &&
           t->child[0]->rows == 1 && t->child[0]->columns == 1 &&
           lyc_number_sign(&sign, t->child[0]->number) == LYC_TRUE &&
           sign != 0 && child[1].kind == UNBOUNDED;
}

/* c and any number of Gaussian matrices and gates: not 0, and as large as any
 * of the Gaussian ones. */
static int is_gaussian(const lyc_term *t)
{
    int gaussian = 0, sign = 1;
    for (slong i = 0; i < t->length; i++)
    {
        const lyc_term *x = t->child[i];
        gaussian |= x->kind == LYC_TERM_GAUSSIAN;
        if (x->kind == LYC_TERM_CONSTANT && x->rows == 1 && x->columns == 1 &&
            i == 0)
        {
            sign = 0;
            if (lyc_number_sign(&sign, x->number) != LYC_TRUE)
            {
                sign = 0;
            }
        }
        else if (x->kind != LYC_TERM_GAUSSIAN && x->kind != LYC_TERM_GATES)
        {
            return 0;
        }
    }
    return gaussian && sign != 0;
}

static void decide_kind(bound *b, const lyc_term *t, const bound *child,
                        int tree)
{
    slong unbounded = 0, unknown = 0;
    for (slong i = 0; i < t->length; i++)
    {
        unbounded += child[i].kind == UNBOUNDED;
        unknown += child[i].kind == NOT_KNOWN;
    }
    b->kind = unbounded + unknown == 0 ? BOUNDED : NOT_KNOWN;
    if (unbounded == 0)
    {
        return;
    }
    switch (t->kind)
    {
    case LYC_TERM_ENTRIES:
    case LYC_TERM_MIXTURE:
    case LYC_TERM_TRANSPOSE:
        b->kind = UNBOUNDED;
        break;
    case LYC_TERM_ADD:
        b->kind = tree ? UNBOUNDED : NOT_KNOWN;
        break;
    case LYC_TERM_MUL:
        b->kind = is_multiple(t, child) || (tree && is_gaussian(t)) ? UNBOUNDED
                                                                    : NOT_KNOWN;
        break;
    default:
        b->kind = NOT_KNOWN;
        break;
    }
}

/* The last coefficient of a polynomial in m is not 0. */
static int grows(const lyc_term *t)
{
    const lyc_term *last = t->child[t->length - 1];
    for (slong i = 0; i < last->numbers; i++)
    {
        if (lyc_number_is_zero(last->number + i) == LYC_FALSE)
        {
            return 1;
        }
    }
    return 0;
}

static void bound_node(bound *b, const lyc_term *t, const bound *child,
                       int tree, slong prec)
{
    b->kind = BOUNDED;
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
        set_matrix(b, t, prec);
        break;
    case LYC_TERM_IDENTITY:
        lyc_number_get_arb(b->upper, t->number, prec);
        arb_abs(b->upper, b->upper);
        b->is_exact = 1;
        break;
    case LYC_TERM_UNIFORM:
        set_uniform(b, t, prec);
        break;
    case LYC_TERM_GATES:
        arb_one(b->upper);
        b->is_exact = 1;
        break;
    case LYC_TERM_NORMAL:
    case LYC_TERM_CAUCHY:
    case LYC_TERM_GAMMA:
    case LYC_TERM_GAUSSIAN:
        b->kind = UNBOUNDED;
        break;
    case LYC_TERM_COUNTABLE:
        b->kind = grows(t) ? UNBOUNDED : NOT_KNOWN;
        break;
    case LYC_TERM_INVERSE:
        b->kind = NOT_KNOWN;
        break;
    default:
        decide_kind(b, t, child, tree);
        if (b->kind == BOUNDED)
        {
            combine(b, t, child, tree, prec);
        }
    }
}

static void bound_term(bound *result, const lyc_term *t, slong prec)
{
    lyc_term_order_t o;
    slong most = 0;
    int tree = is_tree(t);
    lyc_term_order_init(o, t);
    for (slong i = 0; i < o->length; i++)
    {
        most = o->node[i]->length > most ? o->node[i]->length : most;
    }
    bound *b = flint_calloc((size_t)o->length, sizeof *b);
    bound *child = flint_calloc((size_t)most + 1, sizeof *child);
    for (slong i = 0; i < o->length; i++)
    {
        for (slong k = 0; k < o->node[i]->length; k++)
        {
            child[k] = b[lyc_term_order_find(o, o->node[i]->child[k])];
        }
        arb_init(b[i].upper);
        bound_node(b + i, o->node[i], child, tree, prec);
    }
    result->kind = b[o->length - 1].kind;
    result->is_exact = b[o->length - 1].is_exact;
    arb_set(result->upper, b[o->length - 1].upper);
    for (slong i = 0; i < o->length; i++)
    {
        arb_clear(b[i].upper);
    }
    flint_free(child);
    flint_free(b);
    lyc_term_order_clear(o);
}

void lyc_value_set_term_norm(lyc_value_t v, const lyc_term *t, slong prec)
{
    bound b = {.kind = NOT_KNOWN};
    arf_t lower, upper;
    arb_init(b.upper);
    arf_init(lower);
    arf_init(upper);
    bound_term(&b, t, prec);
    arf_pos_inf(upper);
    if (b.kind == UNBOUNDED)
    {
        arf_pos_inf(lower);
    }
    if (b.kind == BOUNDED && arb_is_finite(b.upper))
    {
        arb_get_ubound_arf(upper, b.upper, prec);
        if (b.is_exact)
        {
            arb_get_lbound_arf(lower, b.upper, prec);
        }
    }
    lyc_value_set_arf(v, lower, upper);
    arb_clear(b.upper);
    arf_clear(lower);
    arf_clear(upper);
}

lyc_truth_t lyc_term_norm_below_one(const lyc_term *t)
{
    bound b = {.kind = NOT_KNOWN};
    lyc_truth_t truth = LYC_UNKNOWN;
    arb_t one;
    arb_init(one);
    arb_init(b.upper);
    arb_one(one);
    bound_term(&b, t, 64);
    if (b.kind == UNBOUNDED ||
        (b.kind == BOUNDED && b.is_exact && arb_ge(b.upper, one)))
    {
        truth = LYC_FALSE;
    }
    else if (b.kind == BOUNDED && arb_lt(b.upper, one))
    {
        truth = LYC_TRUE;
    }
    arb_clear(one);
    arb_clear(b.upper);
    return truth;
}
