#include <math.h>
#include <string.h>

#include "enclose/approx/sampler.h"

static void apply_dense(const lyc_sampler_node *node, double *y,
                        const double *x, int turned)
{
    slong rows = node->term->rows, columns = node->term->columns;

    if (turned)
    {
        memset(y, 0, (size_t)columns * sizeof *y);
    }
    for (slong i = 0; i < rows; i++)
    {
        const double *a = node->value + i * columns;
        double sum = 0;

        for (slong j = 0; j < columns; j++)
        {
            if (turned)
            {
                y[j] += a[j] * x[i];
            }
            else
            {
                sum += a[j] * x[j];
            }
        }
        if (!turned)
        {
            y[i] = sum;
        }
    }
}

/* A matrix of independent normal numbers that no other vector meets. */
static void apply_lazy(lyc_sampler *s, const lyc_sampler_node *node, double *y,
                       const double *x, int turned)
{
    slong rows = turned ? node->term->columns : node->term->rows;
    slong columns = turned ? node->term->rows : node->term->columns;
    double squares = 0;

    for (slong j = 0; j < columns; j++)
    {
        squares += x[j] * x[j];
    }
    for (slong i = 0; i < rows; i++)
    {
        y[i] = sqrt(squares) * lyc_random_normal(s->random);
    }
}

static void apply_diagonal(const lyc_sampler_node *node, double *y,
                           const double *x)
{
    slong step = node->term->kind == LYC_TERM_GATES;

    for (slong i = 0; i < node->term->rows; i++)
    {
        y[i] = node->value[i * step] * x[i];
    }
}

static void apply_sum(lyc_sampler *s, const lyc_sampler_node *node, double *y,
                      const double *x, int turned)
{
    slong n = turned ? node->term->columns : node->term->rows;

    lyc_sampler_apply_node(s, node->child[0], y, x, turned);
    for (slong k = 1; k < node->term->length; k++)
    {
        lyc_sampler_apply_node(s, node->child[k], node->temp, x, turned);
        for (slong i = 0; i < n; i++)
        {
            y[i] += node->temp[i];
        }
    }
}

static int is_scalar(const lyc_term *t)
{
    return t->rows == 1 && t->columns == 1;
}

/* Scalars are collected; the other factors act one after the other. */
static void apply_product(lyc_sampler *s, const lyc_sampler_node *node,
                          double *y, const double *x, int turned)
{
    slong n = node->term->length;
    slong end = turned ? node->term->columns : node->term->rows;
    double *to = node->temp, *other = node->temp + node->longest, c = 1;
    int moved = 0;

    for (slong k = 0; k < n; k++)
    {
        slong at = turned ? k : n - 1 - k;
        double *swap;

        if (is_scalar(node->term->child[at]))
        {
            c *= lyc_sampler_scalar(s, node->child[at]);
            continue;
        }
        lyc_sampler_apply_node(s, node->child[at], to, moved ? other : x,
                               turned);
        moved = 1;
        swap = to;
        to = other;
        other = swap;
    }
    for (slong i = 0; i < end; i++)
    {
        y[i] = c * (moved ? other[i] : x[i]);
    }
}

void lyc_sampler_apply_node(lyc_sampler *s, slong i, double *y, const double *x,
                            int turned)
{
    lyc_sampler_node *node = s->node + i;

    switch (node->term->kind)
    {
    case LYC_TERM_IDENTITY:
    case LYC_TERM_GATES:
        apply_diagonal(node, y, x);
        break;
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
        lyc_sampler_apply_node(s, node->child[node->choice], y, x, turned);
        break;
    case LYC_TERM_ADD:
        apply_sum(s, node, y, x, turned);
        break;
    case LYC_TERM_MUL:
        apply_product(s, node, y, x, turned);
        break;
    case LYC_TERM_TRANSPOSE:
        lyc_sampler_apply_node(s, node->child[0], y, x, !turned);
        break;
    default:
        if (node->is_lazy)
        {
            apply_lazy(s, node, y, x, turned);
        }
        else
        {
            apply_dense(node, y, x, turned);
        }
    }
}

double lyc_sampler_scalar(lyc_sampler *s, slong i)
{
    double one = 1, value = 0;

    lyc_sampler_apply_node(s, i, &value, &one, 0);
    return value;
}

void lyc_sampler_apply(lyc_sampler *s, double *y, const double *x)
{
    lyc_sampler_apply_node(s, s->order->length - 1, y, x, 0);
}

static void swap_rows(double *a, slong n, slong i, slong j)
{
    for (slong k = 0; k < n; k++)
    {
        double t = a[i * n + k];

        a[i * n + k] = a[j * n + k];
        a[j * n + k] = t;
    }
}

/* Gauss-Jordan with row pivots: inverse, set to I, follows a, which becomes
 * I. */
static void eliminate(double *inverse, double *a, slong n)
{
    for (slong k = 0; k < n; k++)
    {
        slong pivot = k;

        for (slong i = k + 1; i < n; i++)
        {
            pivot = fabs(a[i * n + k]) > fabs(a[pivot * n + k]) ? i : pivot;
        }
        swap_rows(a, n, k, pivot);
        swap_rows(inverse, n, k, pivot);
        for (slong i = 0; i < n; i++)
        {
            double c = a[i * n + k] / a[k * n + k];

            for (slong j = 0; j < n && i != k; j++)
            {
                a[i * n + j] -= c * a[k * n + j];
                inverse[i * n + j] -= c * inverse[k * n + j];
            }
        }
    }
    for (slong k = 0; k < n; k++)
    {
        for (slong j = 0; j < n; j++)
        {
            inverse[k * n + j] /= a[k * n + k];
        }
    }
}

void lyc_sampler_invert(lyc_sampler *s, slong i)
{
    lyc_sampler_node *node = s->node + i;
    slong n = node->term->rows;
    double *a = lyc_malloc((size_t)(n * n) * sizeof *a);
    double *x = node->temp, *y = node->temp + node->longest;

    for (slong j = 0; j < n; j++)
    {
        memset(x, 0, (size_t)n * sizeof *x);
        x[j] = 1;
        lyc_sampler_apply_node(s, node->child[0], y, x, 0);
        for (slong k = 0; k < n; k++)
        {
            a[k * n + j] = y[k];
            node->value[k * n + j] = k == j;
        }
    }
    eliminate(node->value, a, n);
    free(a);
}
