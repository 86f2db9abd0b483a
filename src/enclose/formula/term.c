#include "enclose/enclose.h"

static void propose_scalar(lyc_evidence_t evidence, slong prec,
                           const void *data)
{
    (void)data;
    lyc_evidence_set_scalar(evidence, prec);
}

static void propose_line(lyc_evidence_t evidence, slong prec, const void *data)
{
    (void)data;
    lyc_evidence_set_line(evidence, prec);
}

int lyc_formula_scalar(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits)
{
    return law->term != NULL && law->dim == 1 &&
           lyc_enclosure_accept_precise(e, "formula", propose_scalar, NULL, law,
                                        request, limits);
}

static void propose_coordinates(lyc_evidence_t evidence, slong prec,
                                const void *data)
{
    (void)data;
    lyc_evidence_set_coordinates(evidence, prec);
}

int lyc_formula_coordinates(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits)
{
    return law->term != NULL && law->dim > 1 &&
           lyc_enclosure_accept_precise(e, "formula", propose_coordinates, NULL,
                                        law, request, limits);
}

int lyc_formula_line(lyc_enclosure_t e, const lyc_law_t law,
                     const lyc_request *request, const lyc_limits_t limits)
{
    return law->term != NULL && law->dim == 2 &&
           lyc_enclosure_accept_precise(e, "formula", propose_line, NULL, law,
                                        request, limits);
}

int lyc_formula_term_rank(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    (void)request;
    if (law->term == NULL || law->dim == 1)
        return 0;
    lyc_evidence_init(evidence);
    lyc_evidence_set_rank(evidence);
    const int held = lyc_enclosure_accept(e, "formula", evidence, law, limits);
    lyc_evidence_clear(evidence);
    return held;
}
