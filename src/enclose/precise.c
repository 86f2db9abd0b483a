#include <math.h>

#include "enclose/enclose.h"

#define PREC_CAP 262144

/* Over a box the result is about as wide as the box, whatever the bits. */
static slong first_prec(const lyc_law_t law, const lyc_request *request)
{
    const slong prec = lyc_request_prec(request);
    const double width = lyc_box_width(law->box);

    return width > 0 ? FLINT_MIN(prec, 100 + (slong)fmax(0, -log2(width)))
                     : prec;
}

int lyc_enclosure_accept_precise(lyc_enclosure_t e, const char *name,
                                 lyc_propose propose, const void *data,
                                 const lyc_law_t law,
                                 const lyc_request *request,
                                 const lyc_limits_t limits)
{
    lyc_evidence_t best, next;
    lyc_facts_t best_facts, trial;
    slong prec = first_prec(law, request);
    int held = 0;

    lyc_evidence_init(best);
    lyc_facts_init(best_facts, e->facts->dim);
    lyc_facts_init(trial, e->facts->dim);
    for (;;)
    {
        lyc_evidence_init(next);
        propose(next, prec, data);
        if (lyc_enclosure_try(trial, e, next, law, limits) != LYC_PROVED)
        {
            lyc_evidence_clear(next);
            break;
        }
        lyc_evidence_clear(best);
        *best = *next;
        lyc_facts_set(best_facts, trial);
        held = 1;
        if (lyc_request_all_met(request, trial) || 2 * prec > PREC_CAP ||
            law->box->length > 0 || /* what is left is the width of the box */
            lyc_limits_out_of_time(limits))
        {
            break;
        }
        prec *= 2;
    }
    if (held)
    {
        lyc_enclosure_adopt(e, name, best_facts, best);
    }
    lyc_evidence_clear(best);
    lyc_facts_clear(best_facts);
    lyc_facts_clear(trial);
    return held;
}
