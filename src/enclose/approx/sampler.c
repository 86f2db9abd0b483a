#include "enclose/approx/sampler.h"

#include <math.h>
#include <stdlib.h>

static double get_double(lyc_sampler *s, const lyc_number_t x)
{
    double value;
    arb_t b;

    arb_init(b);
    lyc_number_get_arb(b, x, 80);
    value = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    s->is_lossy |= isinf(value) || (value == 0 && !arf_is_zero(arb_midref(b)));
    arb_clear(b);
    return value;
}

static int is_choice(const lyc_term *t)
{
    return t->kind == LYC_TERM_FINITE || t->kind == LYC_TERM_MIXTURE;
}

/* Numbers that a node keeps of one draw. */
static double count_values(const lyc_sampler_node *node)
{
    const lyc_term *t = node->term;

    if (node->is_lazy)
    {
        return 0;
    }
    switch (t->kind)
    {
    case LYC_TERM_IDENTITY:
        return 1;
    case LYC_TERM_GATES:
        return (double)t->rows;
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
    case LYC_TERM_ADD:
    case LYC_TERM_MUL:
    case LYC_TERM_TRANSPOSE:
        return 0;
    default:
        return (double)t->rows * (double)t->columns;
    }
}

static void init_node(lyc_sampler *s, slong i)
{
    lyc_sampler_node *node = s->node + i;
    const lyc_term *t = node->term;
    double values = count_values(node);

    node->child = lyc_malloc(((size_t)t->length + 1) * sizeof *node->child);
    node->cost = node->is_lazy ? (double)(t->rows + t->columns) : values;
    node->longest = t->rows > t->columns ? t->rows : t->columns;
    for (slong k = 0; k < t->length; k++)
    {
        slong j = lyc_term_order_find(s->order, t->child[k]);
        const lyc_sampler_node *child = s->node + j;

        node->child[k] = j;
        node->depth =
            child->depth + 1 > node->depth ? child->depth + 1 : node->depth;
        node->longest =
            child->longest > node->longest ? child->longest : node->longest;
        if (values == 0)
        {
            node->cost += child->cost + (double)t->child[k]->rows;
        }
    }
}

static void fill_node(lyc_sampler *s, slong i)
{
    lyc_sampler_node *node = s->node + i;
    const lyc_term *t = node->term;
    size_t values = (size_t)count_values(node);

    node->value = lyc_calloc(values + 1, sizeof(double));
    node->number = lyc_calloc((size_t)t->numbers + 1, sizeof(double));
    if (t->kind == LYC_TERM_ADD || t->kind == LYC_TERM_MUL ||
        t->kind == LYC_TERM_INVERSE)
    {
        node->temp = lyc_calloc(2 * (size_t)node->longest, sizeof(double));
    }
    for (slong k = 0; k < t->numbers; k++)
    {
        node->number[k] = get_double(s, t->number + k);
        if (is_choice(t) && k > 0)
        {
            node->number[k] += node->number[k - 1];
        }
        if (lyc_term_is_constant(t))
        {
            node->value[k] = node->number[k];
        }
    }
}

/* A scalar, an entry or an inverse is evaluated apart from the vector. */
static void find_lazy(lyc_sampler *s)
{
    slong n = s->order->length;

    s->node[n - 1].paths = 1;
    for (slong i = n - 1; i >= 0; i--)
    {
        lyc_sampler_node *node = s->node + i;
        const lyc_term *t = node->term;
        int is_apart = (t->rows == 1 && t->columns == 1) ||
                       t->kind == LYC_TERM_ENTRIES ||
                       t->kind == LYC_TERM_INVERSE;

        node->is_lazy = t->kind == LYC_TERM_GAUSSIAN && node->paths <= 1;
        for (slong k = 0; k < t->length; k++)
        {
            s->node[lyc_term_order_find(s->order, t->child[k])].paths +=
                is_apart ? 2 : node->paths;
        }
    }
}

int lyc_sampler_init(lyc_sampler *s, const lyc_term *t, int is_single,
                     lyc_random *r)
{
    double values = 0;
    int fits = 1;

    *s = (lyc_sampler){.random = r};
    lyc_term_order_init(s->order, t);
    s->node = lyc_calloc((size_t)s->order->length, sizeof *s->node);
    for (slong i = 0; i < s->order->length; i++)
    {
        s->node[i].term = s->order->node[i];
    }
    if (is_single)
    {
        find_lazy(s);
    }
    for (slong i = 0; i < s->order->length; i++)
    {
        init_node(s, i);
        values += count_values(s->node + i) + 2 * (double)s->node[i].longest;
        fits &= s->node[i].cost <= LYC_SAMPLER_MAX_COST &&
                s->node[i].depth <= LYC_SAMPLER_MAX_DEPTH;
    }
    fits &= values <= LYC_SAMPLER_MAX_VALUES;
    for (slong i = 0; i < s->order->length && fits; i++)
    {
        fill_node(s, i);
    }
    return fits;
}

void lyc_sampler_clear(lyc_sampler *s)
{
    for (slong i = 0; i < s->order->length; i++)
    {
        free(s->node[i].child);
        free(s->node[i].value);
        free(s->node[i].number);
        free(s->node[i].temp);
    }
    free(s->node);
    lyc_term_order_clear(s->order);
}

double lyc_sampler_cost(const lyc_sampler *s)
{
    return s->node[s->order->length - 1].cost;
}

/* P(m >= n) = q^n. */
static void draw_countable(lyc_sampler *s, lyc_sampler_node *node)
{
    const lyc_term *t = node->term;
    double u = 1 - lyc_random_uniform(s->random);
    double m = floor(log(u) / log(node->number[0]));

    for (slong i = 0; i < t->rows * t->columns; i++)
    {
        double value = 0;

        for (slong k = t->length - 1; k >= 0; k--)
        {
            value = value * m + s->node[node->child[k]].value[i];
        }
        node->value[i] = value;
    }
}

static void draw_node(lyc_sampler *s, slong i)
{
    lyc_random *r = s->random;
    lyc_sampler_node *node = s->node + i;
    const lyc_term *t = node->term;
    const double *p = node->number;

    switch (t->kind)
    {
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
        node->choice = lyc_random_index(r, p, t->length);
        break;
    case LYC_TERM_UNIFORM:
        *node->value = p[0] + (p[1] - p[0]) * lyc_random_uniform(r);
        break;
    case LYC_TERM_NORMAL:
        *node->value = lyc_random_normal(r);
        break;
    case LYC_TERM_CAUCHY:
        *node->value = p[0] * lyc_random_cauchy(r);
        break;
    case LYC_TERM_GAMMA:
        *node->value = lyc_random_gamma(r, p[0]) / p[1];
        break;
    case LYC_TERM_GAUSSIAN:
        for (slong k = 0; k < t->rows * t->columns && !node->is_lazy; k++)
        {
            node->value[k] = lyc_random_normal(r);
        }
        break;
    case LYC_TERM_GATES:
        for (slong k = 0; k < t->rows; k++)
        {
            node->value[k] = lyc_random_uniform(r) < p[0];
        }
        break;
    case LYC_TERM_COUNTABLE:
        draw_countable(s, node);
        break;
    case LYC_TERM_ENTRIES:
        for (slong k = 0; k < t->length; k++)
        {
            node->value[k] = lyc_sampler_scalar(s, node->child[k]);
        }
        break;
    case LYC_TERM_INVERSE:
        lyc_sampler_invert(s, i);
        break;
    default:
        break;
    }
}

void lyc_sampler_draw(lyc_sampler *s)
{
    for (slong i = 0; i < s->order->length; i++)
    {
        draw_node(s, i);
    }
}
