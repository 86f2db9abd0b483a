#include <math.h>
#include <string.h>

#include "enclose/enclose.h"

int lyc_method_set_str(lyc_method_t *method, const char *name)
{
    static const struct
    {
        const char *name;
        lyc_method_t method;
    } known[] = {{"auto", LYC_METHOD_AUTO},
                 {"formula", LYC_METHOD_FORMULA},
                 {"block", LYC_METHOD_BLOCK},
                 {"gauge", LYC_METHOD_GAUGE},
                 {"collocation", LYC_METHOD_COLLOCATION},
                 {"product", LYC_METHOD_PRODUCT},
                 {"determinant", LYC_METHOD_DETERMINANT}};
    size_t i;

    for (i = 0; i < sizeof known / sizeof known[0]; i++)
    {
        if (strcmp(name, known[i].name) == 0)
        {
            *method = known[i].method;
            return 1;
        }
    }
    return 0;
}

/* width 10^digits <= min(|lower|, |upper|), lower and upper of one sign. */
static int has_digits(const arf_t width, const arf_t lower, const arf_t upper,
                      slong digits)
{
    arb_t product;
    arf_t modulus, bound;
    int met = 0;

    if (arf_sgn(lower) * arf_sgn(upper) <= 0)
    {
        return 0;
    }
    arb_init(product);
    arf_init(modulus);
    arf_init(bound);
    arf_abs(modulus, arf_sgn(lower) > 0 ? lower : upper);
    arb_set_ui(product, 10);
    arb_pow_ui(product, product, (ulong)digits, 64);
    arb_get_ubound_arf(bound, product, 64);
    arf_mul(bound, bound, width, 64, ARF_RND_CEIL);
    met = arf_is_finite(bound) && arf_cmp(bound, modulus) <= 0;
    arb_clear(product);
    arf_clear(modulus);
    arf_clear(bound);
    return met;
}

static int is_narrow(const lyc_request *request, const lyc_facts_t facts,
                     slong k)
{
    const arf_struct *lower = facts->exponent_lower + k - 1;
    const arf_struct *upper = facts->exponent_upper + k - 1;
    arf_t width, tol;
    int narrow;

    if (!arf_is_finite(lower) || !arf_is_finite(upper))
    {
        return arf_is_neg_inf(lower) && arf_is_neg_inf(upper);
    }
    arf_init(width);
    arf_init(tol);
    lyc_facts_width(width, facts, k);
    if (request->digits > 0)
    {
        narrow = has_digits(width, lower, upper, request->digits);
    }
    else
    {
        arf_set_d(tol, request->tol);
        narrow = !arf_is_nan(tol) && arf_cmp(width, tol) <= 0;
    }
    arf_clear(width);
    arf_clear(tol);
    return narrow;
}

/* The sign of an exact value is the costly question, and the last one. */
int lyc_request_met(const lyc_request *request, const lyc_facts_t facts,
                    slong k)
{
    if (request->wanted != NULL && !request->wanted[k - 1])
    {
        return 1;
    }
    return is_narrow(request, facts, k) ||
           (facts->is_exact[k - 1] &&
            lyc_logsum_sign(facts->exact + k - 1) == 0);
}

int lyc_request_all_met(const lyc_request *request, const lyc_facts_t facts)
{
    slong k;

    for (k = 1; k <= facts->dim; k++)
    {
        if (!lyc_request_met(request, facts, k))
        {
            return 0;
        }
    }
    return 1;
}

slong lyc_request_prec(const lyc_request *request)
{
    double bits = 128;

    if (request->digits > 0)
    {
        bits += 3.3219280948873624 * (double)request->digits;
    }
    else if (request->tol < 1)
    {
        bits -= log2(request->tol);
    }
    return bits < 1048576 ? (slong)bits : 1048576;
}

double lyc_facts_first_width(const lyc_facts_t facts)
{
    arf_t w;
    arf_init(w);
    lyc_facts_width(w, facts, 1);
    const double width = arf_get_d(w, ARF_RND_UP);
    arf_clear(w);
    return width;
}

double lyc_request_first_width(const lyc_request *request,
                               const lyc_facts_t facts)
{
    if (request->digits <= 0)
        return request->tol;
    const arf_struct *x = facts->exponent_lower;
    const double lambda =
        arf_is_finite(x) ? fabs(arf_get_d(x, ARF_RND_NEAR)) : 1;
    return fmax(1e-9, lambda) * pow(10.0, -(double)request->digits);
}
