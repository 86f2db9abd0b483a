#include "certify/scale.h"

#include <string.h>

#include "certify/extreme_arf.h"
#include "certify/words.h"

#define PREC 128

int lyc_scale_law(lyc_law_t law, const lyc_law_t plain, const lyc_box_t box)
{
    lyc_number_t e;
    if (box->length != 1 || strcmp(box->name[0], LYC_SCALE_NAME) != 0 ||
        fmpq_sgn(box->lower) <= 0 || plain->box->length != 0)
        return 0;
    lyc_number_init(e);
    lyc_number_set_parameter(e, LYC_SCALE_NAME, box->lower, box->upper);
    lyc_law_scale(law, e, plain);
    lyc_law_residual(law, law);
    if (!lyc_number_is_rational(e))
        lyc_box_set(law->box, box);
    lyc_number_clear(e);
    return 1;
}

/* Theorem residual.half */
/* e ||A|| <= 1/2: e = 1/(2N) rounded down, N the largest norm of an atom,
 * rounded up (any e is good where all atoms are 0). */
int lyc_scale_start(arf_t start, const lyc_law_t plain)
{
    arf_t norm, t;
    arb_mat_t m;
    arf_init(norm);
    arf_init(t);
    arb_mat_init(m, plain->dim, plain->dim);
    for (slong i = 0; i < plain->length; i++)
    {
        lyc_matrix_get_arb_mat(m, plain->atom + i, PREC);
        lyc_norm_upper(t, m, PREC);
        lyc_arf_max_up(norm, norm, t);
    }
    arf_set_si_2exp_si(start, 1, -1);
    if (!arf_is_zero(norm))
        arf_div(start, start, norm, 53, ARF_RND_FLOOR);
    const int ok = plain->length > 0 && plain->box->length == 0 &&
                   arf_is_finite(norm) && arf_sgn(start) > 0;
    arf_clear(norm);
    arf_clear(t);
    arb_mat_clear(m);
    return ok;
}

/* low <= |x| <= high for all x in [lower, upper], which may be infinite. */
static void moduli(arf_t low, arf_t high, const arf_t lower, const arf_t upper)
{
    arf_t t;
    arf_init(t);
    arf_neg(t, lower);
    lyc_arf_max_up(high, t, upper);
    arf_neg(t, upper);
    lyc_arf_max_down(low, lower, t);
    if (arf_sgn(low) < 0)
        arf_zero(low);
    arf_clear(t);
}

/* lambda_k(A) + log e over the box. */
static void plain_range(arf_t lower, arf_t upper, const lyc_facts_t plain,
                        slong k, const lyc_box_t box)
{
    arb_t t;
    arf_t s;
    arb_init(t);
    arf_init(s);
    arb_set_fmpq(t, box->lower, PREC);
    arb_log(t, t, PREC);
    arb_get_lbound_arf(s, t, PREC);
    arf_add(lower, plain->exponent_lower + k, s, PREC, ARF_RND_FLOOR);
    arb_set_fmpq(t, box->upper, PREC);
    arb_log(t, t, PREC);
    arb_get_ubound_arf(s, t, PREC);
    arf_add(upper, plain->exponent_upper + k, s, PREC, ARF_RND_CEIL);
    arb_clear(t);
    arf_clear(s);
}

/* Theorem critical-scales.readings */
lyc_truth_t lyc_scale_decide(const lyc_facts_t plain,
                             const lyc_facts_t residual, const lyc_box_t box,
                             int reading)
{
    const slong n = reading == 1 ? 1 : plain->dim;
    int holds = 1, fails = 0;
    arf_t x, y, left[2], right[2];
    arf_init(x);
    arf_init(y);
    for (int i = 0; i < 2; i++)
    {
        arf_init(left[i]);
        arf_init(right[i]);
    }
    for (slong k = 0; k < n; k++)
    {
        moduli(left[0], left[1], residual->exponent_lower + k,
               residual->exponent_upper + k);
        plain_range(x, y, plain, k, box);
        moduli(right[0], right[1], x, y);
        holds = holds && lyc_arf_is_le(left[1], right[0]);
        fails = fails || arf_cmp(left[0], right[1]) > 0;
    }
    arf_clear(x);
    arf_clear(y);
    for (int i = 0; i < 2; i++)
    {
        arf_clear(left[i]);
        arf_clear(right[i]);
    }
    return holds ? LYC_TRUE : fails ? LYC_FALSE : LYC_UNKNOWN;
}
