/* Laws on 3x3 matrices that map a simplicial cone into itself. */
#include <math.h>

#include "enclose/collocation/collocation.h"

#define FIRST_DEGREE 5
#define MAX_DEGREE 60
#define MEMORY 3e9
#define GUARD 40

/* A width of 2^-bits is asked; the tails need not be better than that. */
static int attempt(lyc_evidence_t out, lyc_facts_t trial, lyc_enclosure_t e,
                   const lyc_square_t cone, slong degree, double bits,
                   const lyc_law_t law, const lyc_limits_t limits)
{
    const slong prec = (slong)bits + GUARD;
    lyc_square_t q;
    lyc_solid_t solid;
    lyc_diag_t why;
    lyc_diag_init(why);
    lyc_square_init(q, degree);
    _fmpz_vec_set(q->end, cone->end, 9);
    int ok = lyc_solid_init(solid, q, law, prec + GUARD, limits, why) ==
                 LYC_PROVED &&
             lyc_solid_solve(q, solid, prec, limits);
    if (ok)
        lyc_solid_tails(q, solid, bits + 2);
    lyc_solid_clear(solid);
    if (ok)
    {
        lyc_limits_say(limits, 1,
                       "collocation: degree %ld, %ld nodes, %ld bits",
                       (long)degree, (long)q->nodes, (long)prec);
        lyc_evidence_set_square(out, prec, q);
        ok = lyc_enclosure_try(trial, e, out, law, limits) == LYC_PROVED;
    }
    lyc_square_clear(q);
    lyc_diag_clear(why);
    return ok;
}

/* Seconds and bytes of the system are within the limits. */
static int fits(slong degree, double bits, const lyc_law_t law,
                const lyc_limits_t limits)
{
    const double n = pow((double)degree + 1, 2);
    const double most =
        limits->max_memory > 0 ? (double)limits->max_memory : MEMORY;
    const double seconds =
        n * n * ((double)law->length + 3) * 4e-7 + n * n * n * 4e-10;
    return degree <= MAX_DEGREE && n * n * (bits / 8 + 70) < most &&
           lyc_limits_elapsed(limits) + seconds < limits->max_seconds;
}

static double log2_width(const lyc_facts_t f)
{
    arf_t w;
    arf_init(w);
    lyc_facts_width(w, f, 1);
    const double t = arf_is_finite(w) ? log2(arf_get_d(w, ARF_RND_UP)) : 0;
    arf_clear(w);
    return t;
}

/* The degree at which the width goes on to 2^-bits. */
static slong next_degree(slong degree, double width, double bits)
{
    const double ratio = width < 0 ? bits / -width : 2;
    const double next = (double)degree * fmin(fmax(ratio, 1.2), 2) + 1;
    return (slong)next;
}

static int run(lyc_enclosure_t e, const lyc_square_t cone, const lyc_law_t law,
               const lyc_request *request, const lyc_limits_t limits)
{
    lyc_evidence_t best, next;
    lyc_facts_t best_facts, trial;
    slong degree = FIRST_DEGREE;
    int held = 0;
    lyc_evidence_init(best);
    lyc_facts_init(best_facts, 3);
    lyc_facts_init(trial, 3);
    lyc_facts_set(trial, e->facts);
    for (;;)
    {
        const double bits = lyc_collocation_bits(request, trial);
        if (!fits(degree, bits, law, limits))
        {
            e->stop =
                "a polynomial of higher degree would go beyond the limits";
            break;
        }
        lyc_evidence_init(next);
        if (!attempt(next, trial, e, cone, degree, bits, law, limits))
        {
            lyc_evidence_clear(next);
            break;
        }
        lyc_evidence_clear(best);
        *best = *next;
        lyc_facts_set(best_facts, trial);
        held = 1;
        e->degree = degree;
        if (lyc_request_met(request, trial, 1))
            break;
        degree = next_degree(degree, log2_width(trial), bits);
    }
    if (held)
        lyc_enclosure_adopt(e, "collocation", best_facts, best);
    lyc_evidence_clear(best);
    lyc_facts_clear(best_facts);
    lyc_facts_clear(trial);
    return held;
}

int lyc_enclose_solid(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    lyc_square_t cone;
    int held = 0;
    lyc_square_init(cone, 0);
    if (lyc_solid_find(cone, law, limits))
        held = run(e, cone, law, request, limits);
    else
        lyc_limits_say(limits, 1,
                       "collocation: the law does not map positive vectors "
                       "strictly into themselves");
    lyc_square_clear(cone);
    return held;
}
