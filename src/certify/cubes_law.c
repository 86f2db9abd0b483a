#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/affine_volume.h"
#include "certify/cubes.h"
#include "certify/cubes_parts.h"

/* A power of two that is at least x, as its logarithm. */
static slong exponent_above(double x)
{
    int e;
    frexp(x, &e);
    return x > 0 ? e : 0;
}

static double largest_end(const lyc_cubes_law_t a, slong j)
{
    const double reach = lyc_max_up(fabs(a->end[j][0]), fabs(a->end[j][1]));
    return isfinite(reach) ? reach : 8;
}

/* About the largest modulus of an entry of A. */
static double size_of(const lyc_cubes_law_t a, const lyc_matrix_struct *part,
                      slong prec)
{
    double most = 0;
    arb_t x;
    arb_init(x);
    for (slong i = 0; i < LYC_CUBES_ENTRIES; i++)
    {
        double sum = 0;
        for (int s = 0; s < 1 << a->draws; s++)
        {
            double reach = 1;
            for (slong j = 0; j < a->draws; j++)
                reach *= s >> j & 1 ? largest_end(a, j) : 1;
            lyc_number_get_arb(x, part[s].entry + i, prec);
            sum += reach * fabs(arf_get_d(arb_midref(x), ARF_RND_NEAR));
        }
        most = lyc_max_up(most, sum);
    }
    arb_clear(x);
    return isfinite(most) ? most : 1;
}

/* M_j, or M_j + t M_ij at the ends of the other draw i, where these move
 * anything. None are known where one of them is beyond doubles. */
static void set_slopes(lyc_cubes_outcome *o, const lyc_cubes_law_t a)
{
    const int all = (1 << a->draws) - 1;
    int is_bilinear = 0, held = 1;
    for (int i = 0; i < LYC_CUBES_ENTRIES && a->draws == 2; i++)
        is_bilinear |= o->part[all][i] != 0 || o->error > 0;
    o->slope_error = o->error;
    for (slong j = 0; j < a->draws; j++)
    {
        const double *end = a->end[a->draws - 1 - j];
        const int is_known =
            !is_bilinear || (isfinite(end[0]) && isfinite(end[1]));
        o->slopes[j] = !is_known ? 0 : is_bilinear ? 2 : 1;
        for (int n = 0; n < o->slopes[j]; n++)
            for (int i = 0; i < LYC_CUBES_ENTRIES; i++)
            {
                const double t = is_bilinear ? end[n] : 0;
                const double x = o->part[1 << j][i] + t * o->part[all][i];
                o->slope[j][n][i] = x;
                held = held && isfinite(x);
                o->slope_error =
                    lyc_max_up(o->slope_error,
                               lyc_up(lyc_up((1 + fabs(t)) *
                                             (o->error + 0x1p-48 * o->size))));
            }
    }
    for (slong j = 0; j < a->draws; j++)
        o->slopes[j] = held && isfinite(o->slope_error) ? o->slopes[j] : 0;
}

/* Of what acts, 2^-e taken out: det (2^-e A) = 2^-3e det A, and of the
 * cofactors 2^-3e (det A)^2. */
static void set_determinant(lyc_cubes_outcome *o, const lyc_affine_law_t f,
                            slong outcome, slong power, slong e, slong prec)
{
    lyc_number_struct c[LYC_CUBES_MAX_DRAWS + 1];
    arb_t x;
    const slong half = power == 1 ? 3 * e : (3 * e - (e & 1)) / 2;
    arb_init(x);
    for (slong j = 0; j <= f->draws; j++)
        lyc_number_init(c + j);
    o->det_power = lyc_affine_determinant(c, f, outcome) ? (int)power : 0;
    o->det_scale = power == 1 || (e & 1) == 0 ? 1 : 0.5;
    for (slong j = 0; j <= f->draws; j++)
    {
        lyc_number_get_arb(x, c + j, prec);
        arb_mul_2exp_si(x, x, -half);
        const lyc_near z = lyc_near_arb(x);
        o->det[j][0] = arb_is_zero(x) ? 0 : lyc_down(z.c - z.r);
        o->det[j][1] = arb_is_zero(x) ? 0 : lyc_up(z.c + z.r);
        lyc_number_clear(c + j);
    }
    arb_clear(x);
}

static double norm_of(const lyc_cubes_outcome *o, int s)
{
    double sum = 0;
    for (int i = 0; i < LYC_CUBES_ENTRIES; i++)
    {
        const double t = lyc_up(fabs(o->part[s][i]) + o->error);
        sum = lyc_up(sum + lyc_up(t * t));
    }
    return lyc_up(sqrt(sum));
}

static void set_outcome(lyc_cubes_outcome *o, const lyc_matrix_struct *part,
                        const lyc_number_t weight, slong draws, slong e,
                        slong prec)
{
    arb_t x;
    arb_init(x);
    lyc_number_get_arb(x, weight, prec);
    const lyc_near p = lyc_near_arb(x);
    o->low = lyc_share_down(lyc_down(p.c - p.r));
    o->high = lyc_share_up(lyc_up(p.c + p.r));
    o->error = o->size = 0;
    o->is_moved = 0;
    for (int s = 0; s < 1 << draws; s++)
        for (slong i = 0; i < LYC_CUBES_ENTRIES; i++)
        {
            lyc_number_get_arb(x, part[s].entry + i, prec);
            arb_mul_2exp_si(x, x, -e);
            const lyc_near z = lyc_near_arb(x);
            o->part[s][i] = z.c;
            o->error = lyc_max_up(o->error, z.r);
            o->size = lyc_max_up(o->size, lyc_near_size(z));
            o->is_moved |= arb_is_zero(x) ? 0 : s;
        }
    for (int s = 0; s < 1 << draws; s++)
        o->norm[s] = norm_of(o, s);
    arb_clear(x);
}

/* Strictly rising for every draw, also as doubles. */
static int has_rising_cuts(const lyc_cubes_t c)
{
    for (slong j = 0; j < c->draws; j++)
        for (slong i = c->first[j]; i + 1 < c->first[j + 1]; i++)
            if (!((double)c->cut[i] < (double)c->cut[i + 1]))
                return 0;
    return 1;
}

static int is_for(const lyc_affine_law_t f, const lyc_cubes_t c, lyc_diag_t d)
{
    if (f->dim != LYC_CUBES_DIM)
        return lyc_diag_fail(d, LYC_DISPROVED, "cubes are for dimension 3");
    if (f->draws != c->draws)
        return lyc_diag_fail(d, LYC_DISPROVED,
                             "the law has %ld scalar draws, not %ld",
                             (long)f->draws, (long)c->draws);
    for (slong j = 0; j < f->draws; j++)
        if (f->draw[j].kind == LYC_TERM_CAUCHY)
            return lyc_diag_fail(d, LYC_DISPROVED,
                                 "cells of draws without a mean are not known");
    return has_rising_cuts(c) ||
           lyc_diag_fail(d, LYC_DISPROVED, "the cuts do not rise");
}

static void set_draws(lyc_cubes_law_t a, const lyc_affine_law_t f,
                      const lyc_cubes_t c, slong prec)
{
    for (slong j = 0; j < f->draws; j++)
    {
        const lyc_mixed_cells *cells = a->cells + j;
        const slong from = c->first[j];
        lyc_mixed_draw_cells(a->cells + j, f->draw + j, c->cut + from,
                             c->first[j + 1] - from, c->cut_scale, prec);
        const lyc_mixed_cell *all =
            cells->cell + cells->first[cells->levels - 1];
        a->end[j][0] = all->end[0];
        a->end[j][1] = all->end[1];
        a->density[j] = lyc_mixed_density(f->draw + j, prec);
        a->draws++;
    }
}

static lyc_verdict_t set_outcomes(lyc_cubes_law_t a, const lyc_affine_law_t f,
                                  slong power, slong prec, lyc_diag_t d)
{
    const slong parts = 1 << f->draws;
    const size_t n = (size_t)(f->outcomes * parts);
    lyc_matrix_struct *part = lyc_malloc(n * sizeof *part);
    double size = 0;
    int ok = 1;
    for (size_t i = 0; i < n; i++)
        lyc_matrix_init(part + i, LYC_CUBES_DIM, LYC_CUBES_DIM);
    for (slong o = 0; o < f->outcomes && ok; o++)
    {
        ok = lyc_cubes_parts(part + o * parts, f, o, power);
        size = lyc_max_up(size, size_of(a, part + o * parts, prec));
    }
    const slong e = exponent_above(size);
    a->outcome = lyc_malloc((size_t)f->outcomes * sizeof *a->outcome);
    for (slong o = 0; o < f->outcomes && ok; o++)
    {
        set_outcome(a->outcome + o, part + o * parts, f->outcome[o].weight,
                    f->draws, e, prec);
        set_slopes(a->outcome + o, a);
        set_determinant(a->outcome + o, f, o, power, e, prec);
    }
    a->outcomes = ok ? f->outcomes : 0;
    arb_const_log2(a->log_scale, prec);
    arb_mul_si(a->log_scale, a->log_scale, e, prec);
    for (size_t i = 0; i < n; i++)
        lyc_matrix_clear(part + i);
    free(part);
    if (!ok)
        lyc_diag_fail(d, LYC_UNDECIDED,
                      "the cofactors are not proved to be affine in each draw");
    return ok ? LYC_PROVED : LYC_UNDECIDED;
}

/* Theorem continuous-laws.cubes */
lyc_verdict_t lyc_cubes_law_init(lyc_cubes_law_t a, const lyc_affine_law_t f,
                                 const lyc_cubes_t c, slong prec, lyc_diag_t d)
{
    memset(a, 0, sizeof *a);
    arb_init(a->log_scale);
    a->split = ldexp((double)c->split, -40);
    if (!is_for(f, c, d))
        return LYC_DISPROVED;
    set_draws(a, f, c, prec);
    return set_outcomes(a, f, c->boxes->power, prec, d);
}

void lyc_cubes_law_clear(lyc_cubes_law_t a)
{
    for (slong j = 0; j < a->draws; j++)
        lyc_mixed_cells_clear(a->cells + j);
    free(a->outcome);
    arb_clear(a->log_scale);
}
