/* Laws that map arcs of directions into themselves: exponentially many digits.
 */
#include <math.h>

#include "enclose/collocation/collocation.h"
#include "enclose/gauge/gauge.h"

#define FIRST_BITS 60
#define MAX_BITS 60000
#define ROUNDS 5
/* Bits beyond those asked for. */
#define SLACK 6

typedef struct
{
    const lyc_law_struct *law;
    const lyc_collocation_struct *arcs;
} own;

static double log2_abs(const arf_t x)
{
    fmpz_t e;
    arf_t m;
    fmpz_init(e);
    arf_init(m);
    arf_frexp(m, e, x);
    const double t = arf_is_zero(x) ? 0 : fmpz_get_d(e);
    fmpz_clear(e);
    arf_clear(m);
    return t;
}

double lyc_collocation_bits(const lyc_request *request, const lyc_facts_t f)
{
    if (request->digits == 0)
        return fmax(SLACK - log2(request->tol), SLACK);
    double most = 0;
    for (slong k = 1; k <= f->dim; k++)
    {
        if (lyc_request_met(request, f, k))
            continue;
        const arf_struct *low = f->exponent_lower + k - 1;
        const arf_struct *high = f->exponent_upper + k - 1;
        const double size = arf_is_finite(low) && arf_is_finite(high)
                                ? fmin(log2_abs(low), log2_abs(high))
                                : 0;
        most = fmax(most, -size);
    }
    return 3.3219280948873624 * (double)request->digits + most + SLACK;
}

/* The atoms themselves as letters. */
static int propose(lyc_evidence_t out, const void *context, double bits,
                   const lyc_limits_t limits)
{
    const own *x = context;
    lyc_cone_letters_t letters;
    lyc_collocation_t c;
    slong prec;
    lyc_cone_letters_set_law(letters, x->law);
    lyc_collocation_init(c, x->arcs->arcs, 0);
    _fmpz_vec_set(c->end, x->arcs->end, 4 * x->arcs->arcs);
    const int ok = lyc_collocation_propose(c, &prec, letters, bits, limits);
    if (ok)
    {
        lyc_limits_say(
            limits, 1, "collocation: %ld arcs, degree %ld, %ld nodes, %ld bits",
            (long)c->arcs, (long)c->degree, (long)c->nodes, (long)prec);
        lyc_evidence_set_collocation(out, prec, c);
    }
    lyc_collocation_clear(c);
    return ok;
}

int lyc_collocation_rounds(lyc_enclosure_t e, lyc_propose_bits *propose_bits,
                           const void *context, const lyc_law_t law,
                           const lyc_request *request,
                           const lyc_limits_t limits)
{
    lyc_evidence_t best, next;
    lyc_facts_t best_facts, trial;
    double bits = FIRST_BITS;
    int held = 0;
    lyc_evidence_init(best);
    lyc_facts_init(best_facts, e->facts->dim);
    lyc_facts_init(trial, e->facts->dim);
    if (request->digits == 0)
        bits = fmin(lyc_collocation_bits(request, e->facts), FIRST_BITS);
    for (int round = 0; round < ROUNDS && bits <= MAX_BITS; round++)
    {
        lyc_evidence_init(next);
        if (!propose_bits(next, context, bits, limits) ||
            lyc_enclosure_try(trial, e, next, law, limits) != LYC_PROVED)
        {
            lyc_evidence_clear(next);
            break;
        }
        lyc_evidence_clear(best);
        *best = *next;
        lyc_facts_set(best_facts, trial);
        held = 1;
        if (lyc_request_all_met(request, trial))
            break;
        const double asked = lyc_collocation_bits(request, trial);
        bits = asked > bits ? asked : 1.2 * bits + 8;
    }
    if (held)
    {
        e->degree = lyc_evidence_degree(best);
        lyc_enclosure_adopt(e, "collocation", best_facts, best);
    }
    lyc_evidence_clear(best);
    lyc_facts_clear(best_facts);
    lyc_facts_clear(trial);
    return held;
}

/* With auto the gauge, which serves every law, comes first where its cones are
 * few. */
#define GAUGE_TOL 3e-6
#define GAUGE_DIGITS 5

int lyc_collocation_is_due(const lyc_request *request)
{
    return request->method == LYC_METHOD_COLLOCATION ||
           (request->digits > 0 ? request->digits > GAUGE_DIGITS
                                : request->tol < GAUGE_TOL);
}

/* Seconds for which auto does not ask what the gauge would take, and bits of
 * width that are beyond any gauge. */
#define PATIENCE 2.0
#define GAUGE_BITS 36

/* Laws that contract slowly want high degrees. With auto, what would take
 * longer than the gauge is left to the gauge. */
static int run_patiently(lyc_enclosure_t e, const own *x,
                         const lyc_request *request, const lyc_limits_t limits)
{
    lyc_limits_t brief = {*limits};
    const double begin = lyc_limits_elapsed(limits);
    if (request->method != LYC_METHOD_AUTO ||
        lyc_collocation_bits(request, e->facts) > GAUGE_BITS + SLACK)
        return lyc_collocation_rounds(e, propose, x, x->law, request, limits);
    brief->max_seconds = fmin(limits->max_seconds, begin + PATIENCE);
    if (lyc_collocation_rounds(e, propose, x, x->law, request, brief))
        return 1;
    const double gauge = lyc_gauge_forecast(x->law, request, limits);
    lyc_limits_say(limits, 1,
                   "collocation: given up where it takes longer than the "
                   "gauge would, about %.1f s",
                   gauge);
    brief->max_seconds =
        fmin(limits->max_seconds, lyc_limits_elapsed(limits) + gauge);
    return lyc_collocation_rounds(e, propose, x, x->law, request, brief);
}

int lyc_enclose_collocation(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits)
{
    lyc_cone_letters_t letters;
    lyc_collocation_t arcs;
    int held = 0;
    /* The gauge is for laws with atoms. */
    if (law->length > 0 && !lyc_collocation_is_due(request))
        return 0;
    lyc_cone_letters_set_law(letters, law);
    lyc_collocation_init(arcs, 0, 0);
    if (law->length > 0 && lyc_arcs_find(arcs, letters, limits))
        held = run_patiently(e, &(own){law, arcs}, request, limits);
    else if (law->length > 0)
        lyc_limits_say(limits, 1,
                       "collocation: the law was not found to map arcs of "
                       "directions into themselves");
    lyc_collocation_clear(arcs);
    return held || lyc_enclose_induced(e, law, request, limits);
}
