#include "certify/extreme.h"
#include "certify/isotropic.h"
#include "certify/isotropic_steps.h"
#include "certify/scalar_term.h"

#define MAX_SECONDS 60
/* Bits: balls of scales that are wider come from the range of a parameter. */
#define WIDE 30

/* sum += k log|c| */
static void add_log(arb_t sum, slong k, const lyc_number_t c, slong prec)
{
    arb_t t;
    arb_init(t);
    lyc_number_get_arb(t, c, prec);
    arb_abs(t, t);
    arb_log(t, t, prec);
    arb_addmul_si(sum, t, k, prec);
    arb_clear(t);
}

/* N(0, variance) entries. */
static void add_gaussian(arb_t sum, const lyc_step *s, slong k, slong prec)
{
    arb_t t;
    arb_init(t);
    lyc_gaussian_sum(t, s->rows, k, prec);
    arb_add(sum, sum, t, prec);
    lyc_number_get_arb(t, s->variance, prec);
    arb_log(t, t, prec);
    arb_mul_2exp_si(t, t, -1);
    arb_addmul_si(sum, t, k, prec);
    arb_clear(t);
}

/* alpha (I + (sigma/|alpha|) G). Where nobody would wait for the sum, whatever
 * the limit, elementary bounds serve, unless the lower one is far off. */
static lyc_truth_t add_residual(arb_t sum, const char **why, const lyc_step *s,
                                slong k, double seconds, slong prec)
{
    lyc_truth_t truth = LYC_TRUE;
    arb_t sigma, slope, t;
    arb_init(sigma);
    arb_init(slope);
    arb_init(t);
    lyc_number_get_arb(sigma, s->variance, 2 * prec + 64);
    arb_sqrtpos(sigma, sigma, 2 * prec + 64);
    lyc_number_get_arb(t, s->alpha, 2 * prec + 64);
    arb_abs(t, t);
    arb_div(sigma, sigma, t, 2 * prec + 64);
    const double needed =
        lyc_residual_gaussian_seconds(s->rows, k, sigma, prec);
    if (needed <= seconds && arb_rel_accuracy_bits(sigma) < WIDE)
        lyc_residual_gaussian_range(t, slope, s->rows, k, sigma, prec);
    else if (needed <= seconds)
        lyc_residual_gaussian_sum(t, NULL, s->rows, k, sigma, prec);
    else if (needed > MAX_SECONDS && k < s->rows)
        lyc_residual_gaussian_small(t, s->rows, k, sigma, prec);
    else
    {
        *why = "the scale is so small that the sum over partitions takes too "
               "long";
        truth = LYC_UNKNOWN;
    }
    if (truth == LYC_TRUE)
    {
        arb_add(sum, sum, t, prec);
        add_log(sum, k, s->alpha, prec);
    }
    arb_clear(sigma);
    arb_clear(slope);
    arb_clear(t);
    return truth;
}

static lyc_truth_t add_blocks(arb_t sum, const char **why, const lyc_step *s,
                              slong k, double seconds, slong prec)
{
    lyc_truth_t truth = LYC_UNKNOWN;
    arb_t t;
    *why = k > 1 ? "with blocks only lambda_1 has a formula here"
                 : "blocks beside a Gaussian summand have no formula here";
    if (k > 1 || s->has_gaussian)
        return LYC_UNKNOWN;
    arb_init(t);
    *why = "the blocks are too wide, or their scales too far apart";
    if (lyc_isotropic_blocks(t, s, seconds, prec))
    {
        arb_add(sum, sum, t, prec);
        add_log(sum, 1, s->alpha, prec);
        truth = LYC_TRUE;
    }
    arb_clear(t);
    return truth;
}

static lyc_truth_t add_step(arb_t sum, const char **why, const lyc_step *s,
                            slong k, double seconds, slong prec)
{
    if (s->blocks > 0)
        return add_blocks(sum, why, s, k, seconds, prec);
    if (s->has_identity && s->has_gaussian)
        return add_residual(sum, why, s, k, seconds, prec);
    if (s->has_identity)
        add_log(sum, k, s->alpha, prec);
    else
        add_gaussian(sum, s, k, prec);
    return LYC_TRUE;
}

/* Theorem closed-forms.isotropic */
lyc_truth_t lyc_isotropic_sum(arb_t sum, const char **why,
                              const lyc_isotropic_t f, slong k, double seconds,
                              slong prec)
{
    lyc_truth_t truth = k <= f->least ? LYC_TRUE : LYC_UNKNOWN;
    arb_t t;
    *why = "the rank is smaller";
    arb_init(t);
    arb_zero(sum);
    seconds = lyc_min_up(seconds, MAX_SECONDS);
    for (slong i = 0; i < f->steps && truth == LYC_TRUE; i++)
        truth = add_step(sum, why, f->step + i, k, seconds, prec);
    for (slong i = 0; i < f->scalars && truth == LYC_TRUE; i++)
    {
        truth = lyc_scalar_log_mean(t, f->scalar[i], prec);
        *why = "a scalar factor has no formula here";
        arb_addmul_si(sum, t, k, prec);
    }
    add_log(sum, k, f->factor, prec);
    if (truth == LYC_TRUE && !arb_is_finite(sum))
    {
        *why = "the precision does not suffice";
        truth = LYC_UNKNOWN;
    }
    arb_clear(t);
    return truth;
}
