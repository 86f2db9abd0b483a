#include "certify/log_mean.h"

#include "certify/kinds.h"

/* More terms than this are summed as balls only. */
#define MAX_EXACT_TERMS 4096

void lyc_log_mean_init(lyc_log_mean_t m)
{
    arf_init(m->lower);
    arf_init(m->upper);
    arf_neg_inf(m->lower);
    arf_pos_inf(m->upper);
    m->is_exact = 0;
    lyc_logsum_init(m->exact);
}

void lyc_log_mean_clear(lyc_log_mean_t m)
{
    arf_clear(m->lower);
    arf_clear(m->upper);
    lyc_logsum_clear(m->exact);
}

/* b = the value of s, a term at a time. */
static lyc_verdict_t sum_logs(arb_t b, const lyc_logsum_t s, slong prec,
                              const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    arb_t c, t;
    arb_init(c);
    arb_init(t);
    arb_zero(b);
    for (slong i = 0; i < s->length && v == LYC_PROVED; i++)
    {
        arb_set_fmpq(t, s->argument + i, prec);
        arb_log(t, t, prec);
        arb_set_fmpq(c, s->coefficient + i, prec);
        arb_addmul(b, c, t, prec);
        v = lyc_evidence_in_time(limits, d);
    }
    arb_clear(c);
    arb_clear(t);
    return v;
}

static lyc_verdict_t set_exact(lyc_log_mean_t m, const lyc_law_t law,
                               const lyc_number_struct *x, slong prec,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    fmpq_t p, q;
    arb_t b;
    fmpq_init(p);
    fmpq_init(q);
    arb_init(b);
    for (slong i = 0; i < law->length; i++)
    {
        lyc_number_get_fmpq(p, law->weight + i);
        lyc_number_get_fmpq(q, x + i);
        fmpq_abs(q, q);
        lyc_logsum_add_log(m->exact, p, q);
    }
    const lyc_verdict_t v = sum_logs(b, m->exact, prec, limits, d);
    if (v == LYC_PROVED)
    {
        m->is_exact = 1;
        arb_get_lbound_arf(m->lower, b, prec);
        arb_get_ubound_arf(m->upper, b, prec);
    }
    fmpq_clear(p);
    fmpq_clear(q);
    arb_clear(b);
    return v;
}

/* Where |x| is not separated from 0 its logarithm is bounded above only. */
static lyc_verdict_t set_balls(lyc_log_mean_t m, const lyc_law_t law,
                               const lyc_number_struct *x, slong prec,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    arb_t low, high, p, t;
    arf_t u;
    arb_init(low);
    arb_init(high);
    arb_init(p);
    arb_init(t);
    arf_init(u);
    for (slong i = 0; i < law->length && v == LYC_PROVED; i++)
    {
        lyc_number_get_arb(p, law->weight + i, prec);
        lyc_number_get_arb(t, x + i, prec);
        arb_abs(t, t);
        arb_get_ubound_arf(u, t, prec);
        arb_log(t, t, prec);
        arb_addmul(low, p, t, prec);
        if (!arb_is_finite(t))
        {
            arb_set_arf(t, u);
            arb_log(t, t, prec);
        }
        arb_addmul(high, p, t, prec);
        v = lyc_evidence_in_time(limits, d);
    }
    if (v == LYC_PROVED && arb_is_finite(low))
        arb_get_lbound_arf(m->lower, low, prec);
    if (v == LYC_PROVED && arb_is_finite(high))
        arb_get_ubound_arf(m->upper, high, prec);
    arb_clear(low);
    arb_clear(high);
    arb_clear(p);
    arb_clear(t);
    arf_clear(u);
    return v;
}

lyc_verdict_t lyc_log_mean_set(lyc_log_mean_t m, const lyc_law_t law,
                               const lyc_number_struct *x, slong prec,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    int is_rational = law->length <= MAX_EXACT_TERMS;
    lyc_log_mean_clear(m);
    lyc_log_mean_init(m);
    for (slong i = 0; i < law->length; i++)
    {
        if (lyc_number_is_zero(x + i) == LYC_TRUE)
        {
            arf_neg_inf(m->upper);
            return LYC_PROVED;
        }
        v = lyc_evidence_in_time(limits, d);
        if (v != LYC_PROVED)
            return v;
        is_rational = is_rational && lyc_number_is_rational(x + i) &&
                      lyc_number_is_rational(law->weight + i);
    }
    if (is_rational)
        return set_exact(m, law, x, prec, limits, d);
    return set_balls(m, law, x, prec, limits, d);
}

void lyc_log_mean_div(lyc_log_mean_t m, slong n, slong prec)
{
    arf_div_si(m->lower, m->lower, n, prec, ARF_RND_FLOOR);
    arf_div_si(m->upper, m->upper, n, prec, ARF_RND_CEIL);
    if (!m->is_exact)
        return;
    fmpq_t q;
    lyc_logsum_t s;
    fmpq_init(q);
    lyc_logsum_init(s);
    fmpq_set_si(q, 1, (ulong)n);
    lyc_logsum_addmul(s, q, m->exact);
    lyc_logsum_set(m->exact, s);
    fmpq_clear(q);
    lyc_logsum_clear(s);
}
