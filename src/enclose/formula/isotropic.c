#include <stdlib.h>

#include "certify/isotropic_form.h"
#include "enclose/enclose.h"

#define MAX_EXTRA 500000

typedef struct
{
    slong first, last, extra; /* bits more than the request says */
} range;

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    const range *k = data;
    lyc_evidence_set_isotropic(evidence, prec + k->extra, k->first, k->last);
}

/* Sums first..last decide lambda_k when both k - 1 and k are in. */
static int accept_range(lyc_enclosure_t e, const range *r, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits)
{
    lyc_request part = *request;
    int held;
    part.wanted = lyc_calloc((size_t)law->dim, sizeof(int));
    for (slong k = 1; k <= law->dim; k++)
        part.wanted[k - 1] =
            (request->wanted == NULL || request->wanted[k - 1]) &&
            k <= r->last && (k == 1 || k > r->first);
    held = lyc_enclosure_accept_precise(e, "formula", propose, r, law, &part,
                                        limits);
    free(part.wanted);
    return held;
}

/* The sums that the wanted exponents need; empty when last = 0. */
static void wanted_range(range *r, const lyc_enclosure_t e,
                         const lyc_request *request, slong least)
{
    r->first = least;
    r->last = 0;
    for (slong k = 1; k <= least; k++)
    {
        if ((request->wanted != NULL && !request->wanted[k - 1]) ||
            lyc_request_met(request, e->facts, k))
            continue;
        r->last = k;
        if (k - 1 < r->first)
            r->first = k > 1 ? k - 1 : 1;
    }
}

/* Where digits are asked for of a lambda_1 far below 1, like E_1(omega)/2, the
 * bounds in the certificate must be finer than it: they are dyadics of a
 * common grid. */
static slong extra_bits(const lyc_isotropic_t f, const lyc_request *request,
                        const range *r)
{
    const char *why;
    slong extra = 0;
    arb_t sum;
    if (request->digits == 0 || r->first > 1)
        return 0;
    arb_init(sum);
    if (lyc_isotropic_sum(sum, &why, f, 1, 1.0, 64) == LYC_TRUE &&
        !arb_contains_zero(sum) && arf_cmpabs_2exp_si(arb_midref(sum), 0) < 0)
        extra = -arf_abs_bound_lt_2exp_si(arb_midref(sum));
    arb_clear(sum);
    return extra < MAX_EXTRA ? extra : 0; /* out of reach */
}

/* Why the sum of k has no value: asked again with no time. */
static const char *reason(const lyc_isotropic_t f, slong k)
{
    const char *why;
    arb_t sum;
    arb_init(sum);
    if (lyc_isotropic_sum(sum, &why, f, k, 0, 64) == LYC_TRUE)
        why = "the precision does not suffice";
    arb_clear(sum);
    return why;
}

int lyc_formula_isotropic(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits)
{
    lyc_isotropic_t f;
    const char *why;
    range all, one;
    int held = 0;
    if (law->term == NULL)
        return 0;
    lyc_isotropic_init(f);
    if (lyc_isotropic_set(f, law->term, &why))
    {
        wanted_range(&all, e, request, f->least);
        all.extra = one.extra = extra_bits(f, request, &all);
        held = all.last > 0 && accept_range(e, &all, law, request, limits);
        int goes_on = !held && all.last > all.first;
        for (slong k = all.first; k <= all.last && goes_on; k++)
        {
            one.first = k > 1 ? k - 1 : k;
            one.last = k;
            goes_on = accept_range(e, &one, law, request, limits);
            held |= goes_on;
            if (!goes_on)
                e->stop = reason(f, k);
        }
    }
    else
        lyc_limits_say(limits, 2, "isotropic: %s", why);
    lyc_isotropic_clear(f);
    return held;
}
