#include "enclose/enclose.h"

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    (void)data;
    lyc_evidence_set_determinant(evidence, prec);
}

int lyc_enclose_determinant(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    int held;

    if (law->length == 0)
    {
        return 0;
    }
    if (law->dim == 1)
    {
        return lyc_enclosure_accept_precise(e, "formula", propose, NULL, law,
                                            request, limits);
    }
    /* One exponent is not known from the sum: more bits would not help. */
    lyc_evidence_init(evidence);
    propose(evidence, lyc_request_prec(request), NULL);
    held = lyc_enclosure_accept(e, "logdet", evidence, law, limits);
    lyc_evidence_clear(evidence);
    return held;
}
