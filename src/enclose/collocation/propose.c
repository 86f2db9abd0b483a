/* Degree, precision, ellipses and nodes. */
#include <math.h>

#include "enclose/collocation/collocation.h"

double lyc_mag_log2(const mag_t x)
{
    arf_t t;
    double value = INFINITY;
    if (mag_is_inf(x))
        return value;
    arf_init(t);
    arf_set_mag(t, x);
    fmpz_t e;
    fmpz_init(e);
    arf_frexp(t, e, t);
    value = mag_is_zero(x) ? -INFINITY : fmpz_get_d(e);
    fmpz_clear(e);
    arf_clear(t);
    return value;
}

static double tail_log2(const lyc_cone_t cone, slong a)
{
    mag_t tail;
    mag_init(tail);
    lyc_cone_tail(tail, cone, a);
    const double t = lyc_mag_log2(tail);
    mag_clear(tail);
    return t;
}

#define CANDIDATES 12

/* The ellipse that needs the fewest nodes for a tail below 2^-bits, from
 * smaller than rho to much larger; that number. A tail falls by the factor rho
 * with each node. */
static slong best_ellipse(lyc_collocation_t c, const lyc_cone_t cone, slong a,
                          double rho, double bits)
{
    const slong most = 4 * (c->degree + 32);
    slong chosen = (slong)ldexp(rho, LYC_ELLIPSE_SCALE), least = most;
    for (int i = 0; i < CANDIDATES; i++)
    {
        const double rate = (0.8 + 0.1 * i) * log2(rho);
        c->ellipse[a] = (slong)ldexp(fmin(exp2(rate), 1e6), LYC_ELLIPSE_SCALE);
        const double more = ceil((tail_log2(cone, a) + bits) / rate);
        if (!(more < (double)most))
            continue;
        const slong n = c->nodes + FLINT_MAX((slong)more, 0);
        if (n < least)
        {
            least = n;
            chosen = c->ellipse[a];
        }
    }
    c->ellipse[a] = chosen;
    return least;
}

void lyc_tails_choose(lyc_collocation_t c, const lyc_cone_t cone,
                      const double *rho, double bits)
{
    slong nodes = c->nodes = c->degree + 2;
    for (slong a = 0; a < c->arcs; a++)
        nodes = FLINT_MAX(nodes, best_ellipse(c, cone, a, rho[a], bits));
    c->nodes = nodes;
}

/* Bits that rounding may eat, in the solver and in the checker, with the twelve
 * by which a certificate weakens its bounds. */
#define GUARD 48
#define SOLVER_GUARD 24
/* More coefficients than convergence asks for. */
#define EXTRA 4
#define MAX_DEGREE 100000

/* Bytes of the system, and of its factors in double precision. */
static double memory_of(double size, double prec)
{
    return size * size * (prec / 8 + 48 + sizeof(double));
}

/* Rough: a product of p bits takes p^1.5 / 2e11 seconds and 30 ns. */
static double seconds_of(double size, double degree, double prec,
                         const lyc_cone_letters_t letters)
{
    const double product = 3e-8 + pow(prec, 1.5) * 5e-12;
    const double pairs = size * degree * ((double)letters->length + 1);
    return 3 * pairs * product + size * size * size * 4e-10 +
           size * size * prec * prec * 1e-12;
}

#define MEMORY 3e9

static int fits(const lyc_collocation_t c, const lyc_cone_letters_t letters,
                slong prec, const lyc_limits_t limits)
{
    const double degree = (double)c->degree + 1;
    const double size = (double)c->arcs * degree;
    const double most =
        limits->max_memory > 0 ? (double)limits->max_memory : MEMORY;
    const double bytes = memory_of(size, (double)prec);
    const double seconds = seconds_of(size, degree, (double)prec, letters);
    const int ok = bytes <= most &&
                   lyc_limits_elapsed(limits) + seconds < limits->max_seconds;
    if (!ok)
        lyc_limits_say(limits, 1,
                       "collocation: degree %ld on %ld arcs would take about "
                       "%.0f s and %.0f MB",
                       (long)c->degree, (long)c->arcs, seconds, bytes / 1e6);
    return ok;
}

static int propose_at(lyc_collocation_t c, slong *prec,
                      const lyc_cone_letters_t letters, const double *rho,
                      double bits, const lyc_limits_t limits)
{
    lyc_collocation_t wide;
    lyc_cone_t cone;
    lyc_diag_t why;
    double slowest = INFINITY;
    for (slong a = 0; a < c->arcs; a++)
        slowest = fmin(slowest, log2(rho[a]));
    if (!(bits / slowest < MAX_DEGREE))
    {
        lyc_limits_say(limits, 1,
                       "collocation: the law contracts too slowly: degree "
                       "%.0f",
                       bits / slowest);
        return 0;
    }
    lyc_collocation_init(wide, c->arcs, (slong)(bits / slowest) + EXTRA);
    _fmpz_vec_set(wide->end, c->end, 4 * c->arcs);
    lyc_collocation_swap(c, wide);
    lyc_collocation_clear(wide);
    *prec = (slong)bits + GUARD + 2 * (slong)FLINT_BIT_COUNT((ulong)c->degree);
    if (!fits(c, letters, *prec, limits))
        return 0;
    lyc_diag_init(why);
    int ok = lyc_cone_init(cone, c, letters, *prec + SOLVER_GUARD, limits,
                           why) == LYC_PROVED &&
             lyc_collocation_solve(c, cone, *prec, limits);
    if (ok)
        lyc_tails_choose(c, cone, rho, bits + 2);
    lyc_cone_clear(cone);
    lyc_diag_clear(why);
    return ok;
}

/* Accuracy at which the arcs' ellipses are looked for. */
#define ROUGH 64

int lyc_collocation_propose(lyc_collocation_t c, slong *prec,
                            const lyc_cone_letters_t letters, double bits,
                            const lyc_limits_t limits)
{
    lyc_cone_t cone;
    lyc_diag_t why;
    double *rho = lyc_malloc((size_t)c->arcs * sizeof(double));
    lyc_diag_init(why);
    int ok = lyc_cone_init(cone, c, letters, ROUGH, limits, why) == LYC_PROVED;
    ok = ok && lyc_ellipses_find(rho, cone, limits);
    lyc_cone_clear(cone);
    lyc_diag_clear(why);
    ok = ok && propose_at(c, prec, letters, rho, bits, limits);
    free(rho);
    return ok;
}
