#include <stdlib.h>
#include <string.h>

#include "certify/transit.h"
#include "certify/transit_round.h"
#include "lyapcert/text.h"

/* After so many sweeps the last factor is repeated. */
#define MAX_SWEEPS 200

/* M_k(j) = value[j] 2^exponent */
typedef struct
{
    double *value;
    slong exponent;
} moments;

/* exp(s ratio) at its largest for each piece and atom. */
static double *factors(const lyc_transit_struct *w, double s)
{
    const slong n = w->pieces * w->atoms;
    double *f = lyc_malloc((size_t)(n > 0 ? n : 1) * sizeof *f);
    for (slong a = 0; a < n; a++)
        f[a] = lyc_exp_up(lyc_up(s * (s > 0 ? w->high[a] : w->low[a])));
    return f;
}

static double largest(const lyc_transit_struct *w, const double *value,
                      slong list)
{
    double best = 0;
    for (slong k = w->next[list]; k < w->next[list + 1]; k++)
        best = lyc_max_up(best, value[w->cell[k]]);
    return best;
}

/* Powers of two are taken out, so that nothing overflows. */
static void rescale(moments *m, slong cells)
{
    double most = 0;
    int e = 0;
    for (slong j = 0; j < cells; j++)
        most = lyc_max_up(most, m->value[j]);
    if (!(most < INFINITY) || (most > 0x1p-400 && most < 0x1p400))
        return;
    frexp(most, &e);
    for (slong j = 0; j < cells; j++)
        m->value[j] = lyc_up(ldexp(m->value[j], -e));
    m->exponent += e;
}

/* Theorem finite-depth.moments */
/* E|S_k x|^s <= M_k(j) f_j(x)^s on cell j becomes the same for k + 1. Returns
 * an upper bound of the factors by which the bounds grow. */
static double sweep_moments(moments *m, double *next,
                            const lyc_transit_struct *w, const double *factor)
{
    double growth = 0;
    for (slong j = 0; j < w->cells; j++)
    {
        double most = 0;
        for (slong q = w->first[j]; q < w->first[j + 1]; q++)
        {
            double sum = 0;
            for (slong i = 0; i < w->atoms; i++)
            {
                const slong a = q * w->atoms + i;
                const double t = lyc_up(factor[a] * largest(w, m->value, a));
                sum = lyc_up(sum + lyc_up(w->weight_high[i] * t));
            }
            most = lyc_max_up(most, sum);
        }
        next[j] = most;
        const double t = lyc_up(next[j] / m->value[j]);
        growth = lyc_max_up(growth, t);
    }
    memcpy(m->value, next, (size_t)w->cells * sizeof *next);
    return growth;
}

static double log_up(double x)
{
    double low, high;
    lyc_log_bounds(&low, &high, x);
    return high;
}

/* log of max_j M_n(j) exp(s nu_j), nu_j the larger value of s log(f_j(x)/|x|);
 * inf where nothing is proved or out of time. */
static double log_moment_up(const lyc_transit_struct *w, slong n, double s,
                            const lyc_limits_t limits)
{
    if (w->atoms == 0 && w->form == NULL)
        return INFINITY;
    if (w->form != NULL)
        return lyc_up((double)n * lyc_isotropic_log_moment_up(w->form, s));
    double *factor = factors(w, s), growth = 1, best = -INFINITY;
    double *next = lyc_malloc((size_t)w->cells * sizeof *next);
    moments m = {lyc_malloc((size_t)w->cells * sizeof(double)), 0};
    slong k = 0;
    for (slong j = 0; j < w->cells; j++)
        m.value[j] =
            lyc_exp_up(lyc_up(-s * (s > 0 ? w->norm_low[j] : w->norm_high[j])));
    for (; k < n && k < MAX_SWEEPS && !lyc_limits_out_of_time(limits); k++)
    {
        growth = sweep_moments(&m, next, w, factor);
        rescale(&m, w->cells);
    }
    const int is_late = k < n && k < MAX_SWEEPS;
    for (slong j = 0; j < w->cells; j++)
    {
        const double nu = s > 0 ? w->norm_high[j] : w->norm_low[j];
        const double t = lyc_up(log_up(m.value[j]) + lyc_up(s * nu));
        best = lyc_max_up(best, t);
    }
    /* log 2 from above or below */
    best = lyc_up(best + lyc_up((double)m.exponent *
                                (m.exponent >= 0 ? 0x1.62e42fefa39f0p-1
                                                 : 0x1.62e42fefa39efp-1)));
    if (k < n)
        best = lyc_up(best + lyc_up((double)(n - k) * log_up(growth)));
    free(factor);
    free(next);
    free(m.value);
    return is_late || !(best < INFINITY) ? INFINITY : best;
}

/* Theorem finite-depth.moments */
double lyc_transit_log_tail(const lyc_transit_t w, slong n, double level,
                            int side, double s, const lyc_limits_t limits)
{
    if (!(side > 0 ? s > 0 : s < 0))
        return INFINITY;
    return lyc_up(log_moment_up(w, n, s, limits) + lyc_up(-s * level));
}

double lyc_transit_moment(const lyc_transit_t w, slong n, double level,
                          int side, double s, const lyc_limits_t limits)
{
    const double p =
        lyc_exp_up(lyc_transit_log_tail(w, n, level, side, s, limits));
    return lyc_share_up(p);
}
