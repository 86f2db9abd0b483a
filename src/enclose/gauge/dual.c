/* The stationary measure of the cones, and what each cone contributes to the
 * width. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

#define GROUPS 256

typedef struct
{
    const lyc_gauge_fan_struct *fan;
    const lyc_gauge_pieces_struct *pieces;
    const lyc_gauge_images_struct *images;
    const lyc_gauge_atoms_struct *atoms;
    const int32_t *choice;
    int32_t *at;
} walk;

/* The part of cone j's mass that takes piece q. */
static double portion(const walk *w, slong j, int64_t q)
{
    if (w->choice == NULL)
        return (double)w->pieces->share[q];
    return q == w->pieces->first[j] + w->choice[j] ? 1.0 : 0.0;
}

static slong turned(const walk *w, slong i)
{
    const slong l = w->at[i] + w->atoms->turn[i];
    return l < 0 ? w->fan->cones - 1 : l == w->fan->cones ? 0 : l;
}

static void begin(walk *w, slong j)
{
    memcpy(w->at, w->images->cone + j * w->atoms->length,
           sizeof(int32_t) * (size_t)w->atoms->length);
}

/* One step of the mass, each cone's mass being spread evenly over it. */
static void spread(walk *w, double *out, const double *mass)
{
    const lyc_gauge_pieces_struct *p = w->pieces;
    memset(out, 0, sizeof(double) * (size_t)w->fan->cones);
    for (slong j = 0; j < w->fan->cones; j++)
    {
        begin(w, j);
        for (int64_t q = p->first[j]; q < p->first[j + 1]; q++)
        {
            const double part = mass[j] * portion(w, j, q);
            for (slong i = 0; i < w->atoms->length; i++)
                out[w->at[i]] += w->atoms->weight[i] * part;
            if (p->turn[q] >= 0)
                w->at[p->turn[q]] = (int32_t)turned(w, p->turn[q]);
        }
    }
}

static void init(walk *w, const lyc_gauge_fan_t f, const lyc_gauge_pieces_t p,
                 const lyc_gauge_images_t m, const lyc_gauge_atoms_t a)
{
    w->fan = f;
    w->pieces = p;
    w->images = m;
    w->atoms = a;
    w->at = lyc_malloc(sizeof(int32_t) * (size_t)a->length);
}

/* The mass between groups of neighbouring cones set right, the distribution
 * inside each group kept: with C the chain of the groups, pi C = pi, that is
 * pi (I - C + 1 u) = u for u = (1, …, 1)/groups. */
static void rebalance(walk *w, double *mass)
{
    const lyc_gauge_pieces_struct *p = w->pieces;
    const slong n = w->fan->cones, m = FLINT_MIN(GROUPS, n);
    int32_t *group = lyc_malloc(sizeof(int32_t) * (size_t)n);
    double *a = lyc_malloc(sizeof(double) * (size_t)(m * m));
    double *pi = lyc_malloc(sizeof(double) * (size_t)m);
    double *total = lyc_calloc((size_t)m, sizeof(double));
    slong *pivot = lyc_malloc(sizeof(slong) * (size_t)m);
    double sum = 0.0;
    for (slong j = 0; j < n; j++)
    {
        /* Half by mass, half by number. */
        const double at = 0.5 * sum + 0.5 * (double)j / (double)n;
        group[j] = (int32_t)FLINT_MIN(m - 1, (slong)(at * (double)m));
        sum += mass[j];
        total[group[j]] += mass[j];
    }
    /* Transposed: row of the target, column of the source. */
    for (slong k = 0; k < m * m; k++)
        a[k] = 1.0 / (double)m + (k / m == k % m ? 1.0 : 0.0);
    for (slong j = 0; j < n; j++)
    {
        const slong from = group[j];
        begin(w, j);
        for (int64_t q = p->first[j]; q < p->first[j + 1]; q++)
        {
            const double part = mass[j] / total[from] * portion(w, j, q);
            for (slong i = 0; i < w->atoms->length; i++)
                a[group[w->at[i]] * m + from] -= w->atoms->weight[i] * part;
            if (p->turn[q] >= 0)
                w->at[p->turn[q]] = (int32_t)turned(w, p->turn[q]);
        }
    }
    for (slong k = 0; k < m; k++)
        pi[k] = 1.0 / (double)m;
    if (lyc_gauge_lu(a, pivot, m))
    {
        lyc_gauge_lu_solve(pi, a, pivot, m);
        for (slong j = 0; j < n; j++)
        {
            const double factor = pi[group[j]] / total[group[j]];
            mass[j] *= factor >= 0.0 && isfinite(factor) ? factor : 0.0;
        }
    }
    free(group);
    free(a);
    free(pi);
    free(total);
    free(pivot);
}

void lyc_gauge_approx_mass(double *mass, const int32_t *choice,
                           const lyc_gauge_fan_t f, const lyc_gauge_pieces_t p,
                           const lyc_gauge_images_t m,
                           const lyc_gauge_atoms_t a, slong sweeps)
{
    const slong n = f->cones;
    double *next = lyc_malloc(sizeof(double) * (size_t)n);
    walk w;
    init(&w, f, p, m, a);
    w.choice = choice;
    for (slong k = 0; k < sweeps; k++)
    {
        if (k == 1)
            rebalance(&w, mass);
        spread(&w, next, mass);
        double sum = 0.0;
        for (slong j = 0; j < n; j++)
        {
            mass[j] = 0.5 * (mass[j] + next[j]) + 1e-30;
            sum += mass[j];
        }
        for (slong j = 0; j < n; j++)
            mass[j] /= sum;
    }
    free(w.at);
    free(next);
}

static double mean_offset(const lyc_gauge_fan_t f, slong l)
{
    return 0.5 * (f->lower[l] + f->upper[l]);
}

void lyc_gauge_approx_errors(double *error, unsigned char *trapped,
                             const lyc_gauge_fan_t f,
                             const lyc_gauge_pieces_t p,
                             const lyc_gauge_images_t m,
                             const lyc_gauge_atoms_t a)
{
    walk w;
    init(&w, f, p, m, a);
    for (slong j = 0; j < f->cones; j++)
    {
        double low = INFINITY, high = -INFINITY, sum = 0.0;
        slong home = 0;
        begin(&w, j);
        for (slong i = 0; i < a->length; i++)
        {
            sum += a->weight[i] * mean_offset(f, w.at[i]);
            home += w.at[i] == j;
        }
        trapped[j] = 0;
        for (int64_t q = p->first[j]; q < p->first[j + 1]; q++)
        {
            const slong i = p->turn[q];
            low = fmin(low, p->lower[q] + sum);
            high = fmax(high, p->upper[q] + sum);
            if (home == a->length)
                trapped[j] = 1;
            if (i < 0)
                break;
            const slong from = w.at[i], to = turned(&w, i);
            sum += a->weight[i] * (mean_offset(f, to) - mean_offset(f, from));
            home += (to == j) - (from == j);
            w.at[i] = (int32_t)to;
        }
        error[j] = fmin(high - low, 1e3);
    }
    free(w.at);
}
