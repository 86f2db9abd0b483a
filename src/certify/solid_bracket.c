/* R at the nodes of the square, and what follows for the exponent. */
#include "certify/kinds.h"
#include "certify/solid.h"

typedef struct
{
    slong n, prec;
    fmpz *fixed, *column; /* coefficients; the inner sums */
    mag_t noise, slope_s, slope_t;
} sums;

static void sums_init(sums *h, const lyc_square_t q, slong prec)
{
    const slong n = q->degree + 1;
    mag_t c, t;
    mag_init(c);
    mag_init(t);
    h->n = n;
    h->prec = prec;
    h->fixed = _fmpz_vec_init(n * n);
    h->column = _fmpz_vec_init(n);
    mag_init(h->noise);
    mag_init(h->slope_s);
    mag_init(h->slope_t);
    lyc_cheb_fixed(h->fixed, q->coefficient, n * n, q->scale, prec);
    /* Two units a coefficient, and one for each outer step. */
    mag_set_ui_2exp_si(h->noise, 2 * (ulong)(n * n) + (ulong)n, -prec);
    for (slong k = 0; k < n; k++)
        for (slong l = 0; l < n; l++)
        {
            mag_set_fmpz(c, q->coefficient + k * n + l);
            mag_mul_ui(t, c, (ulong)(k * k));
            mag_add(h->slope_s, h->slope_s, t);
            mag_mul_ui(t, c, (ulong)(l * l));
            mag_add(h->slope_t, h->slope_t, t);
        }
    mag_mul_2exp_si(h->slope_s, h->slope_s, -q->scale);
    mag_mul_2exp_si(h->slope_t, h->slope_t, -q->scale);
    mag_clear(c);
    mag_clear(t);
}

static void sums_clear(sums *h)
{
    _fmpz_vec_clear(h->fixed, h->n * h->n);
    _fmpz_vec_clear(h->column, h->n);
    mag_clear(h->noise);
    mag_clear(h->slope_s);
    mag_clear(h->slope_t);
}

/* y = h(s, t) for the points of [-1, 1]^2 in the balls: Theorem
 * collocation.clenshaw in each variable. */
static void sums_eval(arb_t y, sums *h, const arb_t s, const arb_t t)
{
    fmpz_t m;
    mag_t error, all;
    if (!arb_is_finite(s) || !arb_is_finite(t))
    {
        arb_indeterminate(y);
        return;
    }
    fmpz_init(m);
    mag_init(error);
    mag_init(all);
    mag_set(all, h->noise);
    lyc_cheb_point(m, error, t, h->prec);
    mag_addmul(all, error, h->slope_t);
    for (slong k = 0; k < h->n; k++)
        lyc_cheb_sum(h->column + k, h->fixed + k * h->n, h->n - 1, m, h->prec);
    lyc_cheb_point(m, error, s, h->prec);
    mag_addmul(all, error, h->slope_s);
    lyc_cheb_sum(m, h->column, h->n - 1, m, h->prec);
    arb_set_fmpz(y, m);
    arb_mul_2exp_si(y, y, -h->prec);
    arb_add_error_mag(y, all);
    fmpz_clear(m);
    mag_clear(error);
    mag_clear(all);
}

static void rate(arb_t r, const lyc_solid_t solid, sums *h, const arb_t s,
                 const arb_t t)
{
    arb_t log, image_s, image_t;
    arb_init(log);
    arb_init(image_s);
    arb_init(image_t);
    sums_eval(r, h, s, t);
    arb_neg(r, r);
    for (slong i = 0; i < solid->length; i++)
    {
        lyc_solid_image(log, image_s, image_t, solid->letter + i, s, t,
                        solid->prec);
        sums_eval(image_s, h, image_s, image_t);
        arb_add(log, log, image_s, solid->prec);
        arb_addmul(r, solid->weight + i, log, solid->prec);
    }
    arb_clear(log);
    arb_clear(image_s);
    arb_clear(image_t);
}

static lyc_verdict_t find_rates(arf_t centre, mag_t most,
                                const lyc_solid_t solid,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    const slong n = solid->q->nodes, prec = solid->prec;
    lyc_verdict_t v = LYC_PROVED;
    arb_t s, t, r;
    sums h;
    arb_init(s);
    arb_init(t);
    arb_init(r);
    sums_init(&h, solid->q, prec);
    arf_nan(centre);
    for (slong j = 0; j < n && v == LYC_PROVED; j++)
    {
        lyc_cheb_node(s, j, n, prec);
        for (slong k = 0; k < n; k++)
        {
            lyc_cheb_node(t, k, n, prec);
            rate(r, solid, &h, s, t);
            lyc_cone_survey(centre, most, r, prec);
        }
        if (lyc_limits_out_of_time(limits))
            v = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    }
    sums_clear(&h);
    arb_clear(s);
    arb_clear(t);
    arb_clear(r);
    return v;
}

/* Theorem collocation.product */
/* most, from the nodes, becomes norm^2 most + tail in s + norm * tail in t. */
static void add_tails(mag_t most, const lyc_solid_t solid)
{
    mag_t norm, tail;
    mag_init(norm);
    mag_init(tail);
    lyc_cheb_norm(norm, solid->q->nodes);
    for (int variable = 1; variable >= 0; variable--)
    {
        mag_mul(most, most, norm);
        lyc_solid_tail(tail, solid, variable);
        mag_add(most, most, tail);
    }
    mag_clear(norm);
    mag_clear(tail);
}

/* Theorem collocation.space */
lyc_verdict_t lyc_solid_bracket(arf_t lower, arf_t upper, const lyc_square_t q,
                                const lyc_law_t law, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    const double n = (double)(q->degree + 1);
    arf_neg_inf(lower);
    arf_pos_inf(upper);
    lyc_verdict_t v =
        lyc_cone_memory(n * n + 9.0 * (double)law->length, prec, d);
    if (v != LYC_PROVED)
        return v;
    lyc_solid_t solid;
    mag_t distance;
    arf_t centre, nothing;
    mag_init(distance);
    arf_init(centre);
    arf_init(nothing);
    v = lyc_solid_init(solid, q, law, prec, limits, d);
    if (v == LYC_PROVED)
        v = find_rates(centre, distance, solid, limits, d);
    if (v == LYC_PROVED)
    {
        add_tails(distance, solid);
        lyc_cone_bounds(lower, upper, centre, distance, nothing, prec);
    }
    lyc_solid_clear(solid);
    mag_clear(distance);
    arf_clear(centre);
    arf_clear(nothing);
    return v;
}
