#include <math.h>

#include "certify/renewal.h"
#include "enclose/enclose.h"

/* Words that are gone through, and the longest of them. */
#define WORDS 65536.0
#define LONGEST 20000
/* Powers of primes that are tried are at most this. */
#define LARGEST 3000

static double target(const lyc_request *request)
{
    return 0.01 * (request->digits > 0 ? pow(10.0, -(double)request->digits)
                                       : request->tol);
}

/* Length at which the words left out count for about the target. */
static slong length_of(const lyc_renewal_t r, const lyc_law_t law,
                       double target)
{
    const double level = (double)r->others;
    double rest = 0, words = (double)r->ones * (double)r->ones, all = words;
    slong n = 0, i;
    arb_t w;

    arb_init(w);
    for (i = 0; i < r->others; i++)
    {
        lyc_number_get_arb(w, law->weight + r->other[i], 53);
        rest += arf_get_d(arb_midref(w), ARF_RND_NEAR);
    }
    arb_clear(w);
    while (r->others > 0 && n < LONGEST &&
           (double)(n + 2) * pow(rest, (double)n) > target)
    {
        words *= level;
        all += words;
        if (all > WORDS)
        {
            break;
        }
        n++;
    }
    return n;
}

/* The least power of a prime that serves; 0 where none is found. */
static ulong find_modulus(const lyc_renewal_t r, const lyc_limits_t limits)
{
    ulong m;

    for (m = 2; m <= LARGEST && !lyc_limits_out_of_time(limits); m++)
    {
        if (pow((double)m, (double)r->dim) > LYC_RENEWAL_RESIDUES)
        {
            return 0;
        }
        if (lyc_renewal_is_free(r, m))
        {
            return m;
        }
    }
    return 0;
}

int lyc_formula_renewal(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    lyc_renewal_t r;
    ulong p;
    int held = 0;

    if (!arf_is_neg_inf(e->facts->sum_upper + law->dim - 1) ||
        arf_is_neg_inf(e->facts->exponent_upper) || !lyc_renewal_init(r, law))
    {
        return 0;
    }
    p = find_modulus(r, limits);
    if (p > 0)
    {
        lyc_evidence_init(evidence);
        lyc_evidence_set_renewal(evidence, lyc_request_prec(request),
                                 length_of(r, law, target(request)), (slong)p);
        held = lyc_enclosure_accept(e, "formula", evidence, law, limits);
        lyc_evidence_clear(evidence);
    }
    lyc_renewal_clear(r);
    return held;
}
