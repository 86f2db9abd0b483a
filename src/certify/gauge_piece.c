#include "certify/extreme_arf.h"
#include "certify/gauge.h"

void lyc_end_init(lyc_end_struct *e, slong length, int is_exact)
{
    lyc_vector_init(e->x);
    arb_init(e->norm);
    arb_init(e->mean_high);
    arb_init(e->mean_low);
    e->high = _arb_vec_init(length);
    e->log_high = _arb_vec_init(length);
    e->low = is_exact ? e->high : _arb_vec_init(length);
    e->log_low = is_exact ? e->log_high : _arb_vec_init(length);
    e->side = flint_calloc((size_t)length, sizeof(int));
}

void lyc_end_clear(lyc_end_struct *e, slong length, int is_exact)
{
    lyc_vector_clear(e->x);
    arb_clear(e->norm);
    arb_clear(e->mean_high);
    arb_clear(e->mean_low);
    _arb_vec_clear(e->high, length);
    _arb_vec_clear(e->log_high, length);
    if (!is_exact)
    {
        _arb_vec_clear(e->low, length);
        _arb_vec_clear(e->log_low, length);
    }
    flint_free(e->side);
}

/* A logarithm of what is not proved positive is indeterminate, and so is then
 * the mean; both are refused below by their not being finite. */
static void mean_log(arb_t mean, arb_ptr log, arb_srcptr ratio,
                     const lyc_gauge_struct *g)
{
    arb_zero(mean);
    for (slong i = 0; i < g->length; i++)
    {
        if (lyc_gauge_is_late(g, i))
        {
            arb_indeterminate(mean);
            return;
        }
        arb_log(log + i, ratio + i, g->prec);
        arb_addmul(mean, g->atom[i].weight, log + i, g->prec);
    }
}

void lyc_end_close(lyc_end_struct *e, const lyc_gauge_struct *g)
{
    mean_log(e->mean_high, e->log_high, e->high, g);
    if (g->is_exact)
        arb_set(e->mean_low, e->mean_high);
    else
        mean_log(e->mean_low, e->log_low, e->low, g);
}

/* 0 where a rank-one image passes through 0 on the piece or at an end. */
static int same_side(const lyc_end_struct *from, const lyc_end_struct *to,
                     const lyc_gauge_struct *g)
{
    for (slong i = 0; i < g->length; i++)
        if (g->atom[i].is_exact && from->side[i] * to->side[i] <= 0)
            return 0;
    return 1;
}

/* Theorem bracket.cone */
/* Lower half: a concave function of the point, hence at least its smaller
 * value at the ends. Rounded down. */
void lyc_piece_lower(arf_t lower, const lyc_end_struct *from,
                     const lyc_end_struct *to, const lyc_gauge_struct *g)
{
    arf_neg_inf(lower);
    if (!arb_is_finite(from->mean_low) || !arb_is_finite(to->mean_low) ||
        !same_side(from, to, g))
        return;
    arf_t t;
    arf_init(t);
    arb_get_lbound_arf(lower, from->mean_low, g->prec);
    arb_get_lbound_arf(t, to->mean_low, g->prec);
    lyc_arf_min_down(lower, lower, t);
    arf_clear(t);
}

/* Theorem bracket.cone */
/* Upper half, with H_i the mean of the ratios' upper
 * bounds at the ends: sum p_i log H_i + log max_k sum p_i hi_ik / H_i.
 * Rounded up; +inf where some H_i is not a positive number, or out
 * of time. */
static void plain_upper(arf_t upper, const lyc_end_struct *from,
                        const lyc_end_struct *to, const lyc_gauge_struct *g)
{
    const slong prec = g->prec;
    int ok = 1;
    arf_t u, v;
    arb_t h, t, sum, a, b;
    arf_init(u);
    arf_init(v);
    arb_init(h);
    arb_init(t);
    arb_init(sum);
    arb_init(a);
    arb_init(b);
    for (slong i = 0; i < g->length && ok; i++)
    {
        ok = !lyc_gauge_is_late(g, i);
        arb_srcptr p = g->atom[i].weight;
        arb_get_ubound_arf(u, from->high + i, prec);
        arb_get_ubound_arf(v, to->high + i, prec);
        arb_set_arf(h, u);
        arf_add(arb_midref(h), u, v, prec, ARF_RND_CEIL);
        arb_mul_2exp_si(h, h, -1);
        ok = ok && arb_is_finite(h) && arb_is_positive(h) && arf_sgn(u) >= 0 &&
             arf_sgn(v) >= 0;
        arb_log(t, h, prec);
        arb_addmul(sum, p, t, prec);
        arb_div(t, p, h, prec);
        arb_set_arf(h, u);
        arb_addmul(a, t, h, prec);
        arb_set_arf(h, v);
        arb_addmul(b, t, h, prec);
    }
    arb_max(a, a, b, prec);
    arb_log(a, a, prec);
    arb_add(sum, sum, a, prec);
    if (ok && arb_is_finite(sum))
        arb_get_ubound_arf(upper, sum, prec);
    else
        arf_pos_inf(upper);
    arf_clear(u);
    arf_clear(v);
    arb_clear(h);
    arb_clear(t);
    arb_clear(sum);
    arb_clear(a);
    arb_clear(b);
}

/* Length of an interval that holds every log_i(from) - log_i(to), upward. */
static void log_spread(arf_t spread, const lyc_end_struct *from,
                       const lyc_end_struct *to, const lyc_gauge_struct *g)
{
    arf_t low, high, s;
    arb_t t;
    arf_init(low);
    arf_init(high);
    arf_init(s);
    arb_init(t);
    arf_pos_inf(low);
    arf_neg_inf(high);
    for (slong i = 0; i < g->length; i++)
    {
        arb_sub(t, from->log_high + i, to->log_high + i, g->prec);
        arb_get_lbound_arf(s, t, 53);
        lyc_arf_min_down(low, low, s);
        arb_get_ubound_arf(s, t, 53);
        lyc_arf_max_up(high, high, s);
    }
    arf_sub(spread, high, low, 53, ARF_RND_CEIL);
    arf_clear(low);
    arf_clear(high);
    arf_clear(s);
    arb_clear(t);
}

void lyc_piece_upper(arf_t upper, const lyc_end_struct *from,
                     const lyc_end_struct *to, const lyc_gauge_struct *g)
{
    int is_coarse = 1;
    arf_pos_inf(upper);
    arf_t spread, g0, g1;
    arf_init(spread);
    arf_init(g0);
    arf_init(g1);
    if (arb_is_finite(from->mean_high) && arb_is_finite(to->mean_high))
    {
        arb_get_ubound_arf(g0, from->mean_high, g->prec);
        arb_get_ubound_arf(g1, to->mean_high, g->prec);
        log_spread(spread, from, to, g);
        lyc_curvature_upper(upper, g0, g1, spread);
        is_coarse = arf_cmp_2exp_si(spread, -1) > 0;
    }
    if (is_coarse)
    {
        plain_upper(g0, from, to, g);
        lyc_arf_min_up(upper, upper, g0);
    }
    arf_clear(spread);
    arf_clear(g0);
    arf_clear(g1);
}
