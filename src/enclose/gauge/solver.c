/* One step: refine, look up images, solve for values, cut, solve for offsets,
 * weigh the errors. */
#include <math.h>
#include <string.h>
#include <time.h>

#include "enclose/gauge/gauge.h"

#define FIRST_LEVEL 5
#define LAST_ARC_LEVEL 11
/* Solvers stop at these fractions of the present width. */
#define POISSON_SHARE 0.04
#define OFFSETS_SHARE 0.4
#define POLISH_SHARE 0.04
/* Linear solutions for offsets on the way, and in the end. */
#define POLICIES 1
#define POLISH_POLICIES 14
/* A game width beyond so many estimates has not been solved for. */
#define UNSETTLED 4.0
#define SETTLE_CONES 3000

void lyc_gauge_solver_init_atoms(lyc_gauge_solver_t s, lyc_gauge_atoms_t a,
                                 lyc_acts_t acts)
{
    memset(s, 0, sizeof(*s));
    s->acts = acts;
    s->atoms[0] = a[0];
    lyc_gauge_fan_init(s->fan, 1, 0);
    lyc_gauge_fan_set_uniform(s->fan, FIRST_LEVEL);
    lyc_gauge_images_init(s->images, 1, 1);
    lyc_gauge_pieces_init(s->pieces);
    s->lower = -INFINITY;
    s->upper = INFINITY;
    s->estimate = 1.0;
    s->caution = 1.0;
}

int lyc_gauge_solver_init(lyc_gauge_solver_t s, const lyc_law_t law,
                          lyc_acts_t acts)
{
    lyc_gauge_atoms_t a;
    lyc_gauge_atoms_init(a, law->length);
    if (!lyc_gauge_atoms_set_law(a, law, acts))
    {
        lyc_gauge_atoms_clear(a);
        return 0;
    }
    lyc_gauge_solver_init_atoms(s, a, acts);
    return 1;
}

void lyc_gauge_solver_clear(lyc_gauge_solver_t s)
{
    lyc_gauge_atoms_clear(s->atoms);
    lyc_gauge_fan_clear(s->fan);
    lyc_gauge_images_clear(s->images);
    lyc_gauge_pieces_clear(s->pieces);
    free(s->error);
    free(s->trapped);
}

int lyc_gauge_solver_set_arc(lyc_gauge_solver_t s)
{
    for (int level = FIRST_LEVEL; level <= LAST_ARC_LEVEL; level += 2)
        if (lyc_gauge_find_arc(s->fan, s->atoms, level))
            return 1;
    return 0;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The width that this fan allows, or the target where that is wider. */
static double goal(const lyc_gauge_solver_t s)
{
    return fmax(fmin(lyc_gauge_solver_width(s), s->estimate), s->target);
}

static int is_unsettled(const lyc_gauge_solver_t s)
{
    const double width = lyc_gauge_solver_width(s);
    return width > UNSETTLED * s->estimate && width > s->target;
}

/* Errors far from where mass is seen matter as long as an adversary can stay
 * there. */
static void adapt_caution(lyc_gauge_solver_t s)
{
    const double most = s->fan->cones <= SETTLE_CONES ? 1.0 : 0.05;
    s->caution *= is_unsettled(s) ? 4.0 : 0.5;
    s->caution = fmax(1e-4, fmin(most, s->caution));
}

/* Masses of the walk and of both adversaries, errors, their product. */
static void weigh(lyc_gauge_solver_t s, const lyc_gauge_images_t m)
{
    const size_t n = (size_t)s->fan->cones;
    lyc_gauge_fan_struct *f = s->fan;
    int32_t *choice = lyc_malloc(n * sizeof(int32_t));
    lyc_gauge_approx_mass(f->mass, NULL, f, s->pieces, m, s->atoms, 3);
    lyc_gauge_approx_choice(choice, f, s->pieces, m, s->atoms, -1);
    lyc_gauge_approx_mass(f->mass_lower, choice, f, s->pieces, m, s->atoms, 4);
    lyc_gauge_approx_choice(choice, f, s->pieces, m, s->atoms, 1);
    lyc_gauge_approx_mass(f->mass_upper, choice, f, s->pieces, m, s->atoms, 4);
    free(choice);
    s->error = lyc_realloc(s->error, n * sizeof(double));
    s->trapped = lyc_realloc(s->trapped, n);
    lyc_gauge_approx_errors(s->error, s->trapped, f, s->pieces, m, s->atoms);
    s->estimate = 0.0;
    for (slong j = 0; j < f->cones; j++)
        s->estimate += s->error[j] * lyc_gauge_fan_mass(f, j);
}

static void solve_offsets(lyc_gauge_solver_t s, double share, slong policies)
{
    const lyc_gauge_game_t g = lyc_gauge_approx_offsets(
        s->fan, s->pieces, s->images, s->atoms, share * goal(s), policies);
    s->lower = s->lambda + g.lower;
    s->upper = s->lambda + g.upper;
    s->sweeps += g.sweeps;
}

static int solve(lyc_gauge_solver_t s, const lyc_limits_t limits)
{
    lyc_gauge_images_clear(s->images);
    lyc_gauge_images_init(s->images, s->fan->rays, s->atoms->length);
    if (!lyc_gauge_images_locate(s->images, s->fan, s->atoms))
        return 0;
    const slong before = s->sweeps;
    const lyc_gauge_poisson_t p = lyc_gauge_approx_poisson(
        s->fan, s->images, s->atoms, POISSON_SHARE * goal(s));
    s->sup = p.sup;
    s->lambda = p.lambda;
    s->sweeps += p.sweeps;
    lyc_gauge_quantise(s->fan);
    lyc_gauge_approx_pieces(s->pieces, s->fan, s->images, s->atoms, p.lambda);
    solve_offsets(s, OFFSETS_SHARE, POLICIES);
    weigh(s, s->images);
    if (is_unsettled(s) && s->fan->cones <= SETTLE_CONES)
    {
        solve_offsets(s, OFFSETS_SHARE, POLISH_POLICIES);
        weigh(s, s->images);
    }
    adapt_caution(s);
    lyc_limits_say(limits, 2,
                   "gauge: %ld cones, %ld pieces, sweeps %ld + %ld, residual "
                   "%.1e, sup width %.2e, game width %.2e, estimate %.2e",
                   (long)s->fan->cones, (long)s->pieces->length, (long)p.sweeps,
                   (long)(s->sweeps - before - p.sweeps), p.residual, p.sup,
                   lyc_gauge_solver_width(s), s->estimate);
    return 1;
}

void lyc_gauge_solver_polish(lyc_gauge_solver_t s, const lyc_limits_t limits)
{
    const slong before = s->sweeps;
    solve_offsets(s, POLISH_SHARE, POLISH_POLICIES);
    lyc_limits_say(limits, 2, "gauge: %ld cones, sweeps %ld, game width %.2e",
                   (long)s->fan->cones, (long)(s->sweeps - before),
                   lyc_gauge_solver_width(s));
}

int lyc_gauge_solver_step(lyc_gauge_solver_t s, slong cones,
                          const lyc_limits_t limits)
{
    const double begin = now();
    if (s->steps > 0 && lyc_gauge_refine(s->fan, s->error, s->trapped,
                                         0.1 * goal(s), s->caution, cones) == 0)
    {
        s->is_exhausted = 1;
        return 0;
    }
    s->steps++;
    const int solved = solve(s, limits);
    s->seconds = now() - begin;
    return solved;
}
