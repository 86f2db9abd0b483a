/* Flexible GMRES for x - Px + (w·x) 1 = b with a two-grid preconditioner. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

#define GROUPS 320
#define MAX_STEPS 30

typedef struct
{
    const lyc_gauge_chain_struct *chain;
    const double *w;
    lyc_gauge_coarse_t coarse;
    double *scratch;
    slong used;
} problem;

static double dot(const double *w, const double *x, const double *y, slong n)
{
    double sum = 0.0;
    for (slong j = 0; j < n; j++)
        sum += w[j] * x[j] * y[j];
    return sum;
}

static double weighted_norm(const double *w, const double *x, slong n)
{
    double sum = 0.0;
    for (slong j = 0; j < n; j++)
        sum += w[j] * fabs(x[j]);
    return sum;
}

/* z = approximate solution for v: coarse solution, then one sweep. */
static void precondition(double *z, problem *q, const double *v)
{
    const slong n = q->chain->states;
    lyc_gauge_coarse_apply(z, q->coarse, n, v);
    if (q->coarse->groups == n)
        return;
    lyc_gauge_chain_apply(q->scratch, q->chain, q->w, z);
    for (slong j = 0; j < n; j++)
        z[j] += v[j] - q->scratch[j];
    q->used++;
}

/* Rotates the new column h of the Hessenberg matrix into upper triangular
 * form, carries the right-hand side g along. */
static void rotate(double *h, double *c, double *s, double *g, slong k)
{
    for (slong i = 0; i < k; i++)
    {
        const double t = c[i] * h[i] + s[i] * h[i + 1];
        h[i + 1] = c[i] * h[i + 1] - s[i] * h[i];
        h[i] = t;
    }
    const double r = hypot(h[k], h[k + 1]);
    c[k] = r > 0.0 ? h[k] / r : 1.0;
    s[k] = r > 0.0 ? h[k + 1] / r : 0.0;
    h[k] = r;
    h[k + 1] = 0.0;
    g[k + 1] = -s[k] * g[k];
    g[k] *= c[k];
}

/* x = Z y with R y = g. */
static void combine(double *x, double *const *z, double (*h)[MAX_STEPS + 1],
                    double *g, slong k, slong n)
{
    for (slong i = k - 1; i >= 0; i--)
    {
        for (slong l = i + 1; l < k; l++)
            g[i] -= h[l][i] * g[l];
        g[i] = h[i][i] != 0.0 ? g[i] / h[i][i] : 0.0;
    }
    memset(x, 0, (size_t)n * sizeof(double));
    for (slong i = 0; i < k; i++)
        for (slong j = 0; j < n; j++)
            x[j] += g[i] * z[i][j];
}

/* Until the w-weighted l2 norm of the residual is at most `goal`. */
static slong iterate(double *x, problem *q, const double *b, double goal,
                     slong steps)
{
    const slong n = q->chain->states;
    const size_t bytes = (size_t)n * sizeof(double);
    double *v[MAX_STEPS + 1], *z[MAX_STEPS];
    double h[MAX_STEPS][MAX_STEPS + 1];
    double c[MAX_STEPS], s[MAX_STEPS], g[MAX_STEPS + 1];
    slong k = 0;
    const double norm = sqrt(dot(q->w, b, b, n));
    v[0] = lyc_malloc(bytes);
    g[0] = norm;
    for (slong j = 0; j < n; j++)
        v[0][j] = b[j] / norm;
    while (k < steps && fabs(g[k]) > goal)
    {
        z[k] = lyc_malloc(bytes);
        v[k + 1] = lyc_malloc(bytes);
        precondition(z[k], q, v[k]);
        lyc_gauge_chain_apply(v[k + 1], q->chain, q->w, z[k]);
        q->used++;
        for (slong i = 0; i <= k; i++)
        {
            h[k][i] = dot(q->w, v[i], v[k + 1], n);
            for (slong j = 0; j < n; j++)
                v[k + 1][j] -= h[k][i] * v[i][j];
        }
        h[k][k + 1] = sqrt(dot(q->w, v[k + 1], v[k + 1], n));
        const double next = h[k][k + 1];
        for (slong j = 0; j < n && next > 0.0; j++)
            v[k + 1][j] /= next;
        rotate(h[k], c, s, g, k);
        k++;
        if (!(next > 0.0))
            break;
    }
    combine(x, z, h, g, k, n);
    for (slong i = 0; i <= k; i++)
        free(v[i]);
    for (slong i = 0; i < k; i++)
        free(z[i]);
    return k;
}

double lyc_gauge_approx_solve(double *x, slong *used, const lyc_gauge_chain_t c,
                              const double *w, const double *b, double tol,
                              slong steps)
{
    const slong n = c->states;
    const double start = weighted_norm(w, b, n);
    problem q = {.chain = c, .w = w, .used = 0};
    memset(x, 0, (size_t)n * sizeof(double));
    if (!(start > tol) || !isfinite(start))
        return start;
    double residual = start;
    q.scratch = lyc_malloc((size_t)n * sizeof(double));
    if (lyc_gauge_coarse_init(q.coarse, c, w, GROUPS))
    {
        /* The w-weighted l1 norm is at most the w-weighted l2 norm. */
        iterate(x, &q, b, tol, FLINT_MIN(steps, MAX_STEPS));
        lyc_gauge_chain_apply(q.scratch, c, w, x);
        for (slong j = 0; j < n; j++)
            q.scratch[j] = b[j] - q.scratch[j];
        residual = weighted_norm(w, q.scratch, n);
        if (!(residual < start))
        {
            memset(x, 0, (size_t)n * sizeof(double));
            residual = start;
        }
    }
    lyc_gauge_coarse_clear(q.coarse);
    free(q.scratch);
    *used += q.used;
    return residual;
}
