/* Offsets by value iteration (Lemma bracket.offsets):
 *     (T c)_j = min over pieces q of cone j of  r_q^- + sum_i p_i c_l(i,q)
 * for the lower bound, max and r_q^+ for the upper one. min (resp. max) of
 * T c - c is what the offsets c prove. Where sweeps are slow, the system of
 * the pieces chosen at present is solved for a better start. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

#define MAX_SWEEPS 60

typedef struct
{
    const lyc_gauge_fan_struct *fan;
    const lyc_gauge_pieces_struct *pieces;
    const lyc_gauge_images_struct *images;
    const lyc_gauge_atoms_struct *atoms;
    const lyc_gauge_spans_struct *spans; /* instead of pieces and images */
    int side; /* -1: min and lower, 1: max and upper */
    slong sweeps;
    double low, high; /* range of T c - c */
    int32_t *at;      /* scratch: one a atom */
} game;

/* Over a box of parameters cone j is one piece, and the adversary chooses
 * among the cones that its images may meet. */
static double best_span(const game *g, slong j, const double *c, int32_t *to)
{
    const lyc_gauge_spans_struct *s = g->spans;
    double sum = g->side < 0 ? s->lower[j] : s->upper[j];
    for (slong i = 0; i < s->atoms; i++)
    {
        const slong k = j * s->atoms + i;
        slong l = s->first[k], best = l;
        for (slong left = s->count[k]; left > 0; left--)
        {
            if (g->side < 0 ? c[l] < c[best] : c[l] > c[best])
                best = l;
            l = l + 1 == s->cones ? 0 : l + 1;
        }
        sum += g->atoms->weight[i] * c[best];
        if (to != NULL)
            to[i] = (int32_t)best;
    }
    return sum;
}

/* The extremal piece of cone j; leaves the cones it leads to in g->at where
 * `to` asks for them. */
static double best_piece(game *g, slong j, const double *c, int32_t *to,
                         int32_t *which)
{
    if (g->spans != NULL)
        return best_span(g, j, c, to);
    const lyc_gauge_pieces_struct *p = g->pieces;
    const lyc_gauge_atoms_struct *a = g->atoms;
    const int32_t *start = g->images->cone + j * a->length;
    const double *bound = g->side < 0 ? p->lower : p->upper;
    const slong atoms = a->length, cones = g->fan->cones;
    double best = g->side < 0 ? HUGE_VAL : -HUGE_VAL, sum = 0.0;
    for (slong i = 0; i < atoms; i++)
    {
        g->at[i] = start[i];
        sum += a->weight[i] * c[start[i]];
    }
    for (int64_t q = p->first[j]; q < p->first[j + 1]; q++)
    {
        const double v = sum + bound[q];
        if (g->side < 0 ? v < best : v > best)
        {
            best = v;
            if (to != NULL)
            {
                memcpy(to, g->at, (size_t)atoms * sizeof(int32_t));
                *which = (int32_t)(q - p->first[j]);
            }
        }
        const int32_t i = p->turn[q];
        if (i < 0)
            break;
        slong l = g->at[i] + a->turn[i];
        l = l < 0 ? cones - 1 : l == cones ? 0 : l;
        sum += a->weight[i] * (c[l] - c[g->at[i]]);
        g->at[i] = (int32_t)l;
    }
    return best;
}

/* out = T c - c, with its range. */
static void sweep(game *g, double *out, const double *c)
{
    g->low = INFINITY;
    g->high = -INFINITY;
    for (slong j = 0; j < g->fan->cones; j++)
    {
        out[j] = best_piece(g, j, c, NULL, NULL) - c[j];
        g->low = fmin(g->low, out[j]);
        g->high = fmax(g->high, out[j]);
    }
    g->sweeps++;
}

static void add(double *c, const double *step, slong n)
{
    double mean = 0.0;
    for (slong j = 0; j < n; j++)
        mean += step[j];
    mean /= (double)n;
    for (slong j = 0; j < n; j++)
        c[j] += step[j] - mean;
}

/* Solves the linear system of the pieces that are extremal for c. */
static void solve_policy(game *g, double *c, const double *change)
{
    const slong n = g->fan->cones, atoms = g->atoms->length;
    int32_t which;
    double *w = lyc_malloc(sizeof(double) * (size_t)n);
    double *step = lyc_malloc(sizeof(double) * (size_t)n);
    lyc_gauge_chain_t chain;
    lyc_gauge_fan_weights(w, g->fan);
    lyc_gauge_chain_init(chain, n, atoms);
    for (slong j = 0; j < n; j++)
    {
        best_piece(g, j, c, chain->to + j * atoms, &which);
        for (slong i = 0; i < atoms; i++)
            chain->rate[j * atoms + i] = g->atoms->weight[i];
    }
    const double size = fmax(fabs(g->low), fabs(g->high));
    lyc_gauge_approx_solve(step, &g->sweeps, chain, w, change, 1e-3 * size, 20);
    add(c, step, n);
    lyc_gauge_chain_clear(chain);
    free(step);
    free(w);
}

static double proved(const game *g)
{
    return g->side < 0 ? g->low : g->high;
}

/* Plain sweeps from c with change = T c - c; 1 when the range is at most
 * tol, 0 when it shrinks too slowly. */
static int iterate(game *g, double *c, double *change, double tol)
{
    for (slong k = 0; k < MAX_SWEEPS; k++)
    {
        const double before = g->high - g->low;
        if (before <= tol)
            return 1;
        add(c, change, g->fan->cones);
        sweep(g, change, c);
        if (k > 4 && g->high - g->low > 0.9 * before)
            return 0;
    }
    return 0;
}

/* Begins with c, with 0 or with something between, whichever proves most:
 * refinement has made the errors smaller that c makes up for. */
static void start(game *g, double *c, double *change, double *trial)
{
    static const double factor[] = {1.0, 0.6, 0.0};
    const slong n = g->fan->cones;
    double range = INFINITY, best = 0.0;
    for (size_t k = 0; k < sizeof factor / sizeof factor[0]; k++)
    {
        for (slong j = 0; j < n; j++)
            trial[j] = factor[k] * c[j];
        sweep(g, change, trial);
        if (g->high - g->low < range)
        {
            range = g->high - g->low;
            best = factor[k];
        }
    }
    for (slong j = 0; j < n; j++)
        c[j] *= best;
    sweep(g, change, c);
}

/* Improves c until T c - c has a range of at most tol, or nothing helps. */
static double improve(game *g, double *c, double tol, slong policies)
{
    const size_t bytes = sizeof(double) * (size_t)g->fan->cones;
    double *change = lyc_malloc(bytes), *best = lyc_malloc(bytes);
    start(g, c, change, best);
    double value = proved(g);
    slong idle = 0;
    memcpy(best, c, bytes);
    for (slong k = 0; k <= policies && idle < 4; k++)
    {
        const int done = iterate(g, c, change, tol);
        idle++;
        if (g->side * proved(g) < g->side * value)
        {
            idle = 0;
            value = proved(g);
            memcpy(best, c, bytes);
        }
        if (done || k == policies)
            break;
        solve_policy(g, c, change);
        sweep(g, change, c);
    }
    memcpy(c, best, bytes);
    free(change);
    free(best);
    return value;
}

lyc_gauge_game_t lyc_gauge_approx_span_offsets(lyc_gauge_fan_t f,
                                               const lyc_gauge_spans_t s,
                                               const lyc_gauge_atoms_t a,
                                               double tol, slong policies)
{
    lyc_gauge_game_t result;
    game g = {.fan = f, .spans = s, .atoms = a, .sweeps = 0};
    g.side = -1;
    result.lower = improve(&g, f->lower, tol, policies);
    g.side = 1;
    result.upper = improve(&g, f->upper, tol, policies);
    result.sweeps = g.sweeps;
    return result;
}

#define MASS_SWEEPS 8

/* The walk in which the adversary has chosen: lazy sweeps. */
static void span_mass(double *mass, game *g)
{
    const slong n = g->fan->cones, atoms = g->atoms->length;
    const double *c = g->side < 0 ? g->fan->lower : g->fan->upper;
    int32_t *to = lyc_malloc(sizeof(int32_t) * (size_t)(n * atoms));
    double *next = lyc_malloc(sizeof(double) * (size_t)n);
    for (slong j = 0; j < n; j++)
        best_span(g, j, c, to + j * atoms);
    for (slong k = 0; k < MASS_SWEEPS; k++)
    {
        memcpy(next, mass, sizeof(double) * (size_t)n);
        for (slong j = 0; j < n; j++)
            for (slong i = 0; i < atoms; i++)
                next[to[j * atoms + i]] += g->atoms->weight[i] * mass[j];
        for (slong j = 0; j < n; j++)
            mass[j] = 0.5 * next[j];
    }
    free(to);
    free(next);
}

void lyc_gauge_approx_span_masses(double *error, lyc_gauge_fan_t f,
                                  const lyc_gauge_spans_t s,
                                  const lyc_gauge_atoms_t a)
{
    game g = {.fan = f, .spans = s, .atoms = a, .side = -1};
    span_mass(f->mass_lower, &g);
    g.side = 1;
    span_mass(f->mass_upper, &g);
    for (slong j = 0; j < f->cones; j++)
    {
        f->mass[j] = 0.5 * (f->mass_lower[j] + f->mass_upper[j]);
        g.side = 1;
        error[j] = best_span(&g, j, f->upper, NULL);
        g.side = -1;
        error[j] -= best_span(&g, j, f->upper, NULL);
        error[j] = fmin(error[j], 1e3);
    }
}

lyc_gauge_game_t lyc_gauge_approx_offsets(lyc_gauge_fan_t f,
                                          const lyc_gauge_pieces_t p,
                                          const lyc_gauge_images_t m,
                                          const lyc_gauge_atoms_t a, double tol,
                                          slong policies)
{
    lyc_gauge_game_t result;
    game g = {.fan = f, .pieces = p, .images = m, .atoms = a, .sweeps = 0};
    g.at = lyc_malloc(sizeof(int32_t) * (size_t)a->length);
    g.side = -1;
    result.lower = improve(&g, f->lower, tol, policies);
    g.side = 1;
    result.upper = improve(&g, f->upper, tol, policies);
    result.sweeps = g.sweeps;
    free(g.at);
    return result;
}

void lyc_gauge_approx_choice(int32_t *choice, const lyc_gauge_fan_t f,
                             const lyc_gauge_pieces_t p,
                             const lyc_gauge_images_t m,
                             const lyc_gauge_atoms_t a, int side)
{
    const size_t bytes = sizeof(int32_t) * (size_t)a->length;
    const double *c = side < 0 ? f->lower : f->upper;
    game g = {.fan = f, .pieces = p, .images = m, .atoms = a, .side = side};
    int32_t *to = lyc_malloc(bytes);
    g.at = lyc_malloc(bytes);
    for (slong j = 0; j < f->cones; j++)
    {
        choice[j] = 0;
        best_piece(&g, j, c, to, choice + j);
    }
    free(to);
    free(g.at);
}
