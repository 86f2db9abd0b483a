/* The dominating eigenvalue of a matrix, approximately. */
#include <math.h>

#include "enclose/approx/traces.h"

/* mu^2 - t mu + D = 0: mu = (t +- sqrt(t^2 - 4 D))/2 with the sign of t, and
 * the other one is D/mu. */
static int trace_2(arb_t mu, arb_t trace, const arb_mat_t a, slong prec)
{
    arb_t t, det, s;
    arb_init(t);
    arb_init(det);
    arb_init(s);
    arb_mat_trace(t, a, prec);
    arb_mat_det(det, a, prec);
    arb_mul(s, t, t, prec);
    arb_submul_si(s, det, 4, prec);
    const int ok = arb_is_positive(s);
    if (ok)
    {
        arb_sqrt(s, s, prec);
        if (arf_sgn(arb_midref(t)) < 0)
            arb_neg(s, s);
        arb_add(mu, t, s, prec);
        arb_mul_2exp_si(mu, mu, -1);
        arb_mul(s, mu, mu, prec);
        arb_sub(t, s, det, prec);
        arb_div(trace, s, t, prec);
    }
    arb_clear(t);
    arb_clear(det);
    arb_clear(s);
    return ok && arb_is_finite(trace);
}

#define STEPS 500

/* By powers of the matrix in doubles, scaled; 0 when they do not settle. */
static double power_iteration(const arb_mat_t a)
{
    const slong n = arb_mat_nrows(a);
    double *x = lyc_malloc((size_t)(2 * n) * sizeof(double)), *y = x + n;
    double mu = 0, before;
    int settled = 0;
    for (slong i = 0; i < n; i++)
        x[i] = 1 + 0.1 * (double)i;
    for (int step = 0; step < STEPS && settled < 3; step++)
    {
        double top = 0, low = 0;
        before = mu;
        for (slong i = 0; i < n; i++)
        {
            y[i] = 0;
            for (slong j = 0; j < n; j++)
                y[i] += arf_get_d(arb_midref(arb_mat_entry(a, i, j)),
                                  ARF_RND_NEAR) *
                        x[j];
            top += y[i] * x[i];
            low += x[i] * x[i];
        }
        mu = top / low;
        const double size = sqrt(low) * fabs(mu);
        for (slong i = 0; i < n; i++)
            x[i] = y[i] / size;
        settled = fabs(mu - before) <= 1e-13 * fabs(mu) ? settled + 1 : 0;
    }
    free(x);
    return settled >= 3 ? mu : 0;
}

/* Newton's method on the characteristic polynomial; the trace is
 * mu^(d-1) / chi'(mu). */
static int trace_any(arb_t mu, arb_t trace, const arb_mat_t a, slong prec)
{
    const double begin = power_iteration(a);
    arb_poly_t chi, slope;
    arb_t y, s;
    if (begin == 0 || !isfinite(begin))
        return 0;
    arb_poly_init(chi);
    arb_poly_init(slope);
    arb_init(y);
    arb_init(s);
    arb_mat_charpoly(chi, a, prec);
    arb_poly_derivative(slope, chi, prec);
    arb_set_d(mu, begin);
    for (slong bits = 20; bits < 2 * prec; bits *= 2)
    {
        arb_poly_evaluate(y, chi, mu, prec);
        arb_poly_evaluate(s, slope, mu, prec);
        arb_div(y, y, s, prec);
        arb_sub(mu, mu, y, prec);
        mag_zero(arb_radref(mu));
    }
    arb_poly_evaluate(s, slope, mu, prec);
    arb_pow_ui(trace, mu, (ulong)arb_mat_nrows(a) - 1, prec);
    arb_div(trace, trace, s, prec);
    arb_poly_clear(chi);
    arb_poly_clear(slope);
    arb_clear(y);
    arb_clear(s);
    return arb_is_finite(trace);
}

int lyc_word_trace_approx(arb_t log, arb_t trace, const arb_mat_t a, slong prec)
{
    int ok;
    if (arb_mat_nrows(a) == 1)
    {
        arb_set(log, arb_mat_entry(a, 0, 0));
        arb_one(trace);
        ok = 1;
    }
    else if (arb_mat_nrows(a) == 2)
        ok = trace_2(log, trace, a, prec);
    else
        ok = trace_any(log, trace, a, prec);
    arb_abs(log, log);
    arb_log(log, log, prec);
    return ok && arb_is_finite(log);
}
