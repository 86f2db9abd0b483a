#include <stdlib.h>

#include "certify/gauge_cross.h"
#include "certify/kinds.h"
#include "certify/transit.h"
#include "certify/transit_round.h"
#include "lyapcert/text.h"

/* The walk that is being filled in; log s_i of the atoms M_i / s_i. */
typedef struct
{
    lyc_transit_struct *walk;
    double *scale_low, *scale_high;
} filling;

/* log of the ratio at an end, from above; -inf for 0. */
static double log_up(const lyc_end_struct *e, slong i, slong prec)
{
    if (arb_is_finite(e->log_high + i))
        return lyc_arb_up(e->log_high + i);
    arb_t t;
    arb_init(t);
    arb_get_ubound_arf(arb_midref(t), e->high + i, prec);
    const int is_zero = arf_is_zero(arb_midref(t));
    arb_log(t, t, prec);
    const double y = is_zero ? -INFINITY : lyc_arb_up(t);
    arb_clear(t);
    return y;
}

/* Ratios are linear over the piece, or convex between its ends where the
 * image passes through 0: the larger end bounds them from above, the smaller
 * one, unless it does, from below. */
static void set_ratio(filling *f, slong q, slong i,
                      const lyc_crossing_struct *c)
{
    lyc_transit_struct *w = f->walk;
    const lyc_end_struct *from = c->from, *to = c->to;
    const int is_exact = c->g->atom[i].is_exact;
    const double a = log_up(from, i, c->g->prec), b = log_up(to, i, c->g->prec);
    double low = lyc_min_down(lyc_arb_down(from->log_low + i),
                              lyc_arb_down(to->log_low + i));
    if (is_exact && from->side[i] * to->side[i] <= 0)
        low = -INFINITY;
    const slong at = q * w->atoms + i;
    w->high[at] = lyc_max_up(a, b);
    w->high[at] = w->high[at] > -INFINITY
                      ? lyc_up(w->high[at] - f->scale_low[i])
                      : -INFINITY;
    w->low[at] = low > -INFINITY ? lyc_down(low - f->scale_high[i]) : -INFINITY;
}

/* The closed cones that hold the image of the piece under atom i. */
static void lead(lyc_transit_struct *w, const lyc_image_struct *im,
                 const lyc_fan_struct *fan)
{
    const slong last = im->atom->is_exact ? im->cone : im->last;
    for (slong l = im->cone; l <= last; l++)
        lyc_transit_lead(w, lyc_ray_index(fan, l));
    if (im->atom->is_exact && im->atom->turn == 0 && im->beside != im->cone)
        lyc_transit_lead(w, lyc_ray_index(fan, im->beside));
    lyc_transit_close(w);
}

static void visit(void *data, const lyc_crossing_struct *c, slong j)
{
    filling *f = data;
    const lyc_gauge_struct *g = c->g;
    lyc_transit_struct *w = f->walk;
    const slong q = lyc_transit_add_piece(w, j);
    if (q < 0)
        return;
    arf_t t;
    arb_t r;
    arf_init(t);
    arb_init(r);
    lyc_piece_lower(t, c->from, c->to, g);
    arb_set_arf(r, t);
    arb_sub(r, r, g->log_scale, g->prec);
    w->lower[q] = lyc_arb_down(r);
    lyc_piece_upper(t, c->from, c->to, g);
    arb_set_arf(r, t);
    arb_sub(r, r, g->log_scale, g->prec);
    w->upper[q] = lyc_arb_up(r);
    for (slong i = 0; i < g->length; i++)
    {
        set_ratio(f, q, i, c);
        lead(w, c->image + i, g->fan);
    }
    arf_clear(t);
    arb_clear(r);
}

/* The ends of the cone, u and v, made so long that fhat is 1 there: fhat is 1
 * on the segment between them. */
static void set_segment(arb_t ux, arb_t uy, const lyc_fan_struct *fan, slong l,
                        slong prec)
{
    fmpz_t n;
    lyc_vector_t v;
    arb_t t;
    fmpz_init(n);
    lyc_vector_init(v);
    arb_init(t);
    lyc_ray_get(v, fan, l);
    lyc_ray_norm(n, fan, l);
    arb_set_fmpz(t, n);
    arb_mul_2exp_si(t, t, -fan->value_scale);
    arb_set_fmpz(ux, v->x);
    arb_set_fmpz(uy, v->y);
    arb_div(ux, ux, t, prec);
    arb_div(uy, uy, t, prec);
    arb_clear(t);
    lyc_vector_clear(v);
    fmpz_clear(n);
}

/* Theorem finite-depth.lengths */
/* |x| is convex on the segment: at most its larger value at the ends; its
 * least value is that of an end when it grows from there on, else at least the
 * distance of the line. */
static void set_norm(lyc_transit_struct *w, const lyc_fan_struct *fan, slong j,
                     slong prec)
{
    arb_t a[4], dx, dy, s, t, most, least;
    for (int n = 0; n < 4; n++)
        arb_init(a[n]);
    arb_init(dx);
    arb_init(dy);
    arb_init(s);
    arb_init(t);
    arb_init(most);
    arb_init(least);
    set_segment(a[0], a[1], fan, j, prec);
    set_segment(a[2], a[3], fan, j + 1, prec);
    arb_hypot(s, a[0], a[1], prec);
    arb_hypot(t, a[2], a[3], prec);
    arb_max(most, s, t, prec);
    arb_sub(dx, a[2], a[0], prec);
    arb_sub(dy, a[3], a[1], prec);
    arb_mul(least, a[0], dx, prec);
    arb_addmul(least, a[1], dy, prec);
    const int grows = arb_is_nonnegative(least);
    arb_mul(least, a[2], dx, prec);
    arb_addmul(least, a[3], dy, prec);
    const int falls = arb_is_nonpositive(least);
    if (grows || falls)
        arb_set(least, grows ? s : t);
    else
    {
        arb_mul(least, a[0], a[3], prec);
        arb_submul(least, a[1], a[2], prec);
        arb_hypot(s, dx, dy, prec);
        arb_div(least, least, s, prec);
    }
    arb_log(most, most, prec);
    arb_log(least, least, prec);
    w->norm_low[j] = -lyc_arb_up(most);
    w->norm_high[j] = -lyc_arb_down(least);

    /* Its angle over pi. */
    arb_mul(s, a[0], a[3], prec);
    arb_submul(s, a[1], a[2], prec);
    arb_mul(t, a[0], a[2], prec);
    arb_addmul(t, a[1], a[3], prec);
    arb_atan2(s, s, t, prec);
    arb_const_pi(t, prec);
    arb_div(s, s, t, prec);
    w->share[j] = lyc_size_down(lyc_arb_down(s));
    for (int n = 0; n < 4; n++)
        arb_clear(a[n]);
    arb_clear(dx);
    arb_clear(dy);
    arb_clear(s);
    arb_clear(t);
    arb_clear(most);
    arb_clear(least);
}

static void set_atoms(filling *f, const lyc_gauge_struct *g,
                      const lyc_law_t law)
{
    lyc_transit_struct *w = f->walk;
    fmpz_mat_t m;
    fmpz_t s;
    arb_t t;
    fmpz_mat_init(m, 2, 2);
    fmpz_init(s);
    arb_init(t);
    for (slong i = 0; i < g->length; i++)
    {
        w->weight_low[i] = lyc_share_down(lyc_arb_down(g->atom[i].weight));
        w->weight_high[i] = lyc_arb_up(g->atom[i].weight);
        if (!g->atom[i].is_exact)
            continue;
        lyc_matrix_get_fmpz_mat(m, s, law->atom + i);
        arb_log_fmpz(t, s, g->prec);
        f->scale_low[i] = lyc_arb_down(t);
        f->scale_high[i] = lyc_arb_up(t);
    }
    fmpz_mat_clear(m);
    fmpz_clear(s);
    arb_clear(t);
}

static lyc_verdict_t cross(lyc_transit_t w, const lyc_gauge_t g,
                           const lyc_law_t law, lyc_diag_t d)
{
    const size_t n = (size_t)g->length;
    filling f = {w, lyc_calloc(n, sizeof(double)),
                 lyc_calloc(n, sizeof(double))};
    lyc_crossing_t c;
    set_atoms(&f, g, law);
    for (slong j = 0; j < w->cells; j++)
        set_norm(w, g->fan, j, g->prec);
    lyc_crossing_init(c, g);
    c->visit = visit;
    c->data = &f;
    lyc_verdict_t v = lyc_crossing_run(c, 0, w->cells);
    if (v != LYC_PROVED)
        lyc_evidence_fail(d, v,
                          v == LYC_UNDECIDED ? "out of time"
                                             : "an image leaves the fan");
    else if (w->is_full)
        v = lyc_evidence_fail(d, LYC_UNDECIDED,
                              "the fan has too many pieces for finite depth");
    lyc_crossing_clear(c);
    free(f.scale_low);
    free(f.scale_high);
    return v;
}

/* Theorem finite-depth.walk */
lyc_verdict_t lyc_transit_set_fan(lyc_transit_t w, const lyc_law_t law,
                                  const lyc_fan_struct *fan, slong prec,
                                  const lyc_limits_t limits, lyc_diag_t d)
{
    if (law->dim != 2 || law->length == 0 || fan->acts != LYC_ACTS_LAW ||
        !fan->is_projective)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "finite depth needs a gauge of the law itself "
                                 "on all directions");
    if (!lyc_fan_prove(fan, d))
        return LYC_DISPROVED;
    lyc_gauge_t g;
    lyc_verdict_t v = lyc_gauge_init(g, fan, law, prec, limits, d);
    if (v == LYC_PROVED)
    {
        lyc_transit_init(w, 2, g->length, lyc_fan_cones(fan));
        v = cross(w, g, law, d);
        if (v != LYC_PROVED)
            lyc_transit_clear(w);
    }
    lyc_gauge_clear(g);
    return v;
}
