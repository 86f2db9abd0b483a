#include "certify/kinds.h"
#include "certify/transit.h"
#include "certify/transit_round.h"

/* ||(M^T M)^(2^SQUARINGS)||_F is at most d^(1/2) times the norm. */
#define SQUARINGS 6

/* Theorem finite-depth.singular */
/* log ||M|| from above, by Frobenius norms of powers of M^T M. */
static void log_norm(arb_t log, const arb_mat_t m, slong prec)
{
    const slong d = arb_mat_ncols(m);
    arb_mat_t b;
    arb_t f;
    arb_mat_init(b, d, d);
    arb_init(f);
    arb_mat_transpose(b, m);
    arb_mat_mul(b, b, m, prec);
    arb_zero(log);
    for (slong k = 0; k <= SQUARINGS; k++)
    {
        if (k > 0)
            arb_mat_sqr(b, b, prec);
        arb_mat_frobenius_norm(f, b, prec);
        arb_mat_scalar_div_arb(b, b, f, prec);
        arb_log(f, f, prec);
        arb_mul_2exp_si(f, f, -k - 1);
        arb_add(log, log, f, prec);
    }
    arb_mat_clear(b);
    arb_clear(f);
}

static int is_zero_matrix(const lyc_matrix_struct *a)
{
    for (slong k = 0; k < a->rows * a->columns; k++)
        if (lyc_number_is_zero(a->entry + k) != LYC_TRUE)
            return 0;
    return 1;
}

/* Bounds of log(|A x|/|x|): logarithms of singular values. */
static void set_atom(double *low, double *high, const lyc_matrix_struct *a,
                     slong prec)
{
    arb_mat_t m;
    arb_t log;
    *low = *high = -INFINITY;
    if (is_zero_matrix(a))
        return;
    arb_mat_init(m, a->rows, a->rows);
    arb_init(log);
    lyc_matrix_get_arb_mat(m, a, prec);
    log_norm(log, m, prec);
    *high = lyc_arb_up(log);
    if (arb_mat_inv(m, m, prec))
    {
        log_norm(log, m, prec);
        *low = -lyc_arb_up(log);
    }
    arb_mat_clear(m);
    arb_clear(log);
}

static void set_piece(lyc_transit_t w)
{
    double lower = 0, upper = 0;
    for (slong i = 0; i < w->atoms; i++)
    {
        const double a = w->weight_low[i], b = w->weight_high[i];
        lower = lyc_down(lower + lyc_times_down(a, b, w->low[i]));
        upper = w->high[i] == -INFINITY || upper == -INFINITY
                    ? -INFINITY
                    : lyc_up(upper + lyc_times_up(a, b, w->high[i]));
        lyc_transit_lead(w, 0);
        lyc_transit_close(w);
    }
    w->lower[0] = lower > -INFINITY ? lower : -INFINITY;
    w->upper[0] = upper;
}

lyc_verdict_t lyc_transit_set_length(lyc_transit_t w, const lyc_law_t law,
                                     slong prec, const lyc_limits_t limits,
                                     lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    arb_t p;
    if (law->length == 0)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the length needs a finite law");
    arb_init(p);
    lyc_transit_init(w, law->dim, law->length, 1);
    w->share[0] = 1;
    lyc_transit_add_piece(w, 0);
    for (slong i = 0; i < law->length && v == LYC_PROVED; i++)
    {
        lyc_number_get_arb(p, law->weight + i, prec);
        w->weight_low[i] = lyc_share_down(lyc_arb_down(p));
        w->weight_high[i] = lyc_arb_up(p);
        set_atom(w->low + i, w->high + i, law->atom + i, prec);
        v = lyc_evidence_in_time(limits, d);
    }
    set_piece(w);
    if (v != LYC_PROVED)
        lyc_transit_clear(w);
    arb_clear(p);
    return v;
}
