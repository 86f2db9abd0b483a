#include <math.h>

#include "enclose/enclose.h"
#include "enclose/gauge/offer.h"

/* Seconds a cone before anything has been measured. */
#define RATE_GUESS 3e-5
/* Checks until the end: this one, the one of the whole certificate, and its
 * writing and reading. */
#define CHECKS 2.5
#define PREC 64

static double log_det_approx(const lyc_law_t law)
{
    arb_t b;
    int minus_inf = 0;
    double value = -INFINITY;
    arb_init(b);
    if (lyc_law_log_det(b, &minus_inf, law, 64) == LYC_TRUE && !minus_inf)
        value = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    arb_clear(b);
    return value;
}

void lyc_gauge_run_init(lyc_gauge_run_t r, lyc_enclosure_t e,
                        const lyc_law_t law, const lyc_request *request,
                        const lyc_limits_t limits)
{
    r->e = e;
    r->law = law;
    r->request = request;
    r->limits = limits;
    r->log_det = log_det_approx(law);
    r->has_best = 0;
    r->rate = 0.0;
    r->last_check = lyc_limits_elapsed(limits);
    r->sweeps = 0;
    r->most_cones = 0;
    lyc_evidence_init(r->best);
    lyc_facts_init(r->facts, 2);
    lyc_facts_set(r->facts, e->facts);
    r->best_width = lyc_facts_first_width(e->facts);
}

int lyc_gauge_run_finish(lyc_gauge_run_t r)
{
    const int contributed = r->has_best;
    if (contributed)
    {
        r->e->cones = lyc_fan_cones(lyc_evidence_fan(r->best));
        lyc_enclosure_adopt(r->e, "gauge", r->facts, r->best);
    }
    r->e->sweeps += r->sweeps;
    lyc_evidence_clear(r->best);
    lyc_facts_clear(r->facts);
    return contributed;
}

static int is_wanted(const lyc_request *q, slong k)
{
    return q->wanted == NULL || q->wanted[k - 1];
}

double lyc_gauge_run_asked(const lyc_gauge_run_t r, double lambda)
{
    if (r->request->digits <= 0)
        return r->request->tol;
    double least = INFINITY;
    if (is_wanted(r->request, 1))
        least = fabs(lambda);
    if (is_wanted(r->request, 2) && isfinite(r->log_det))
        least = fmin(least, fabs(r->log_det - lambda));
    return 0.95 * least * pow(10.0, -(double)r->request->digits);
}

double lyc_gauge_run_reserve(const lyc_gauge_run_t r, slong cones)
{
    const double rate = r->rate > 0.0 ? r->rate : RATE_GUESS;
    return CHECKS * rate * (double)cones;
}

static slong longest(const lyc_fan_t fan)
{
    slong bits = 0;
    for (slong j = 0; j < fan->length; j++)
        bits = FLINT_MAX(bits, (slong)FLINT_MAX(fmpz_bits(fan->x + j),
                                                fmpz_bits(fan->y + j)));
    return bits;
}

/* Narrower, or a smaller upper bound where there is no lower one. */
static int is_better(const lyc_gauge_run_t r, const lyc_facts_t trial,
                     double width)
{
    if (!r->has_best || width < r->best_width)
        return 1;
    return isinf(width) && isinf(r->best_width) &&
           arf_cmp(trial->exponent_upper, r->facts->exponent_upper) < 0;
}

static int all_met(const lyc_gauge_run_t r)
{
    return lyc_request_met(r->request, r->facts, 1) &&
           lyc_request_met(r->request, r->facts, 2);
}

int lyc_gauge_run_offer(lyc_gauge_run_t r, const lyc_gauge_fan_t f,
                        lyc_acts_t acts)
{
    lyc_fan_t fan;
    lyc_gauge_export(fan, f, acts);
    return lyc_gauge_run_offer_fan(r, fan);
}

int lyc_gauge_run_offer_fan(lyc_gauge_run_t r, lyc_fan_t fan)
{
    const double begin = lyc_limits_elapsed(r->limits);
    const slong cones = lyc_fan_cones(fan);
    lyc_evidence_t next;
    lyc_facts_t trial;
    /* Balls of irrational atoms must resolve the cones. */
    const slong prec = PREC + (r->law->is_rational ? 0 : 2 * longest(fan));
    lyc_evidence_init(next);
    lyc_evidence_set_gauge(next, prec, fan);
    lyc_fan_clear(fan);
    lyc_facts_init(trial, 2);
    const lyc_verdict_t verdict =
        lyc_enclosure_try(trial, r->e, next, r->law, r->limits);
    const double end = lyc_limits_elapsed(r->limits),
                 width = lyc_facts_first_width(trial);
    if (verdict == LYC_PROVED)
        r->rate = (end - begin) / (double)cones;
    r->last_check = end;
    lyc_limits_say(r->limits, 2,
                   "gauge: certified width %.3e, %ld cones, "
                   "%.2f seconds",
                   width, (long)cones, end - begin);
    if (verdict == LYC_PROVED && is_better(r, trial, width))
    {
        lyc_evidence_clear(r->best);
        *r->best = *next;
        lyc_evidence_init(next);
        lyc_facts_set(r->facts, trial);
        r->best_width = width;
        r->has_best = 1;
    }
    lyc_facts_clear(trial);
    lyc_evidence_clear(next);
    return r->has_best && all_met(r);
}
