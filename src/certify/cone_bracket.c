/* R at the nodes, and what follows for the exponent. */
#include "certify/cone.h"
#include "certify/extreme_arf.h"
#include "certify/kinds.h"

/* A letter of weight 2^-k needs k bits less than the others. The polynomials
 * are kept at LEVELS precisions, the last one that of the cone. */
#define LEVELS 8
#define LEAST_PREC 64
#define SPARE 16

static slong level_prec(slong prec, int level)
{
    return FLINT_MIN(prec, FLINT_MAX(LEAST_PREC, prec * (level + 1) / LEVELS));
}

static int level_of(const arb_t weight, slong prec)
{
    int level = 0;
    const slong light = arf_is_zero(arb_midref(weight))
                            ? prec
                            : -arf_abs_bound_lt_2exp_si(arb_midref(weight));
    while (level < LEVELS - 1 && level_prec(prec, level) < prec - light + SPARE)
        level++;
    return level;
}

/* r = sum_i p_i (log L_i(s) + h(g_i(s))) - h_a(s) at a node of arc a. */
static void rate(arb_t r, const lyc_cone_t cone, const lyc_cheb_struct *h,
                 slong a, const arb_t s)
{
    const slong n = cone->letters->length;
    arb_t log, image;
    arb_init(log);
    arb_init(image);
    lyc_cheb_eval(r, h + a * LEVELS + LEVELS - 1, s);
    arb_neg(r, r);
    for (slong i = 0; i < n; i++)
    {
        const lyc_cone_chart *chart = cone->chart + a * n + i;
        const int level = level_of(cone->weight + i, cone->prec);
        const slong prec = level_prec(cone->prec, level);
        lyc_cone_image(log, image, chart, s, prec);
        lyc_cheb_eval(image, h + chart->to * LEVELS + level, image);
        arb_add(log, log, image, prec);
        arb_addmul(r, cone->weight + i, log, cone->prec);
    }
    arb_clear(log);
    arb_clear(image);
}

void lyc_cone_survey(arf_t centre, mag_t most, const arb_t r, slong prec)
{
    arb_t t;
    mag_t m;
    arb_init(t);
    mag_init(m);
    if (arf_is_nan(centre))
        arf_set(centre, arb_midref(r));
    arb_sub_arf(t, r, centre, prec);
    arb_get_mag(m, t);
    mag_max(most, most, m);
    arb_clear(t);
    mag_clear(m);
}

/* most >= |R_a - centre| at all nodes of arc a; the first rate is the centre.
 */
static lyc_verdict_t find_rates(arf_t centre, mag_t most, const lyc_cone_t cone,
                                const lyc_cheb_struct *h, slong a,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    const slong n = cone->c->nodes;
    lyc_verdict_t v = LYC_PROVED;
    arb_t s, r;
    arb_init(s);
    arb_init(r);
    mag_zero(most);
    for (slong j = 0; j < n && v == LYC_PROVED; j++)
    {
        lyc_cheb_node(s, j, n, cone->prec);
        rate(r, cone, h, a, s);
        lyc_cone_survey(centre, most, r, cone->prec);
        if (lyc_limits_out_of_time(limits))
            v = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    }
    arb_clear(s);
    arb_clear(r);
    return v;
}

/* distance >= |R - centre| on all arcs, from the nodes and the tails; the rest
 * of the law is not in it. */
static lyc_verdict_t bound_distance(arf_t centre, mag_t distance,
                                    const lyc_cone_t cone,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_collocation_struct *c = cone->c;
    lyc_verdict_t v = LYC_PROVED;
    mag_t most, norm, tail;
    lyc_cheb_struct *h =
        lyc_malloc((size_t)c->arcs * LEVELS * sizeof(lyc_cheb_struct));
    mag_init(most);
    mag_init(norm);
    mag_init(tail);
    for (slong a = 0; a < c->arcs * LEVELS; a++)
        lyc_cheb_init(h + a, c, a / LEVELS,
                      level_prec(cone->prec, (int)(a % LEVELS)));
    arf_nan(centre);
    mag_zero(distance);
    lyc_cheb_norm(norm, c->nodes);
    for (slong a = 0; a < c->arcs && v == LYC_PROVED; a++)
    {
        v = find_rates(centre, most, cone, h, a, limits, d);
        mag_mul(most, most, norm);
        lyc_cone_tail(tail, cone, a);
        mag_add(most, most, tail);
        mag_max(distance, distance, most);
    }
    for (slong a = 0; a < c->arcs * LEVELS; a++)
        lyc_cheb_clear(h + a);
    free(h);
    mag_clear(most);
    mag_clear(norm);
    mag_clear(tail);
    return v;
}

/* bound >= |the part of R that comes from letters left out|. */
static lyc_verdict_t bound_rest(arf_t bound, const lyc_cone_t cone,
                                lyc_diag_t d)
{
    const lyc_cone_letters_struct *letters = cone->letters;
    lyc_verdict_t v = LYC_PROVED;
    arf_zero(bound);
    if (letters->rest == NULL)
        return v;
    mag_t one, height, most;
    arf_t high, part;
    mag_init(one);
    mag_init(height);
    mag_init(most);
    arf_init(high);
    arf_init(part);
    mag_one(one);
    for (slong a = 0; a < cone->c->arcs; a++)
    {
        lyc_cone_height(height, cone->c, a, one);
        mag_max(most, most, height);
    }
    arf_set_mag(high, most);
    for (slong a = 0; a < cone->c->arcs && v == LYC_PROVED; a++)
    {
        v = letters->rest(part, letters, cone->c, a, high, cone->prec, d);
        lyc_arf_max_up(bound, bound, part);
    }
    mag_clear(one);
    mag_clear(height);
    mag_clear(most);
    arf_clear(high);
    arf_clear(part);
    return v;
}

void lyc_cone_bounds(arf_t lower, arf_t upper, const arf_t centre,
                     const mag_t distance, const arf_t rest, slong prec)
{
    arf_t t;
    arf_init(t);
    arf_set_mag(t, distance);
    arf_add(t, t, rest, prec, ARF_RND_CEIL);
    arf_sub(lower, centre, t, prec, ARF_RND_FLOOR);
    arf_add(upper, centre, t, prec, ARF_RND_CEIL);
    if (!arf_is_finite(lower) || !arf_is_finite(upper))
    {
        arf_neg_inf(lower);
        arf_pos_inf(upper);
    }
    arf_clear(t);
}

/* Bytes. */
#define MEMORY 1e9

lyc_verdict_t lyc_cone_memory(double numbers, slong prec, lyc_diag_t d)
{
    if (numbers * ((double)prec / 8 + 64) <= MEMORY)
        return LYC_PROVED;
    return lyc_evidence_fail(d, LYC_UNDECIDED,
                             "the check would take more than 1 GB");
}

/* Theorem collocation.main */
lyc_verdict_t lyc_cone_bracket(arf_t lower, arf_t upper,
                               const lyc_collocation_t c,
                               const lyc_cone_letters_t letters, slong prec,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    arf_neg_inf(lower);
    arf_pos_inf(upper);
    lyc_verdict_t v = lyc_cone_memory(
        (double)c->arcs * (double)(c->degree + 1 + 4 * letters->length), prec,
        d);
    if (v != LYC_PROVED)
        return v;
    lyc_cone_t cone;
    mag_t distance;
    arf_t centre, rest;
    mag_init(distance);
    arf_init(centre);
    arf_init(rest);
    v = lyc_cone_init(cone, c, letters, prec, limits, d);
    if (v == LYC_PROVED)
        v = bound_rest(rest, cone, d);
    if (v == LYC_PROVED)
        v = bound_distance(centre, distance, cone, limits, d);
    if (v == LYC_PROVED)
        lyc_cone_bounds(lower, upper, centre, distance, rest, prec);
    lyc_cone_clear(cone);
    mag_clear(distance);
    arf_clear(centre);
    arf_clear(rest);
    return v;
}
