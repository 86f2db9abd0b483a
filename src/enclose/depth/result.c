#include <math.h>
#include <stdlib.h>

#include "certify/conclusion.h"
#include "enclose/depth/depth.h"

void lyc_depth_init(lyc_depth_t r, slong levels)
{
    r->is_known = 0;
    arf_init(r->lower);
    arf_init(r->upper);
    arf_init(r->norm_lower);
    arf_init(r->norm_upper);
    r->levels = levels;
    r->probability = lyc_calloc((size_t)levels, sizeof *r->probability);
    for (slong i = 0; i < levels; i++)
    {
        r->probability[i] = (lyc_depth_probability){1, 1, 1};
    }
    r->method = NULL;
    r->cones = 0;
    r->seconds = 0;
    lyc_certificate_init(r->certificate);
}

void lyc_depth_clear(lyc_depth_t r)
{
    arf_clear(r->lower);
    arf_clear(r->upper);
    arf_clear(r->norm_lower);
    arf_clear(r->norm_upper);
    free(r->probability);
    lyc_certificate_clear(r->certificate);
}

/* Outward to a grid of 2^-40 max(1, |x|), and at least half of it. */
static void relax(arf_t x, double bound, int side)
{
    arf_t half;
    arf_set_d(x, bound);
    if (!arf_is_finite(x))
    {
        return;
    }
    const slong scale =
        40 - (fabs(bound) <= 1 ? 0 : arf_abs_bound_lt_2exp_si(x));
    arf_init(half);
    arf_set_d(half, 0.5);
    arf_mul_2exp_si(x, x, scale);
    if (side < 0)
    {
        arf_sub(x, x, half, ARF_PREC_EXACT, ARF_RND_FLOOR);
        arf_floor(x, x);
    }
    else
    {
        arf_add(x, x, half, ARF_PREC_EXACT, ARF_RND_CEIL);
        arf_ceil(x, x);
    }
    arf_mul_2exp_si(x, x, -scale);
    arf_clear(half);
}

static void conclude(lyc_certificate_t c, lyc_depth_kind what, slong n,
                     const arf_t lower, const arf_t upper)
{
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    q->kind = LYC_CONCLUDE_DEPTH;
    q->k = 1;
    q->depth = n;
    q->what = what;
    arf_set(q->lower, lower);
    arf_set(q->upper, upper);
}

/* A little more than p; 1 is no news. */
static void conclude_probability(lyc_depth_t r, slong i,
                                 const lyc_depth_request *request)
{
    lyc_depth_probability *p = r->probability + i;
    arf_t level, bound;
    if (!(p->best < 1))
    {
        return;
    }
    p->best = fmin(1, p->best * (1 + 0x1p-30));
    arf_init(level);
    arf_init(bound);
    arf_set_d(level, lyc_depth_level_double(request->level + i));
    arf_set_d(bound, p->best);
    arf_set_round(bound, bound, 32, ARF_RND_CEIL);
    p->best = arf_get_d(bound, ARF_RND_CEIL);
    conclude(r->certificate,
             request->level[i].side > 0 ? LYC_DEPTH_ABOVE : LYC_DEPTH_BELOW,
             request->depth, level, bound);
    arf_clear(level);
    arf_clear(bound);
}

void lyc_depth_conclude(lyc_depth_t r, const lyc_depth_request *request,
                        const lyc_transit_means *m)
{
    const slong n = request->depth;
    relax(r->lower, m->lower, -1);
    relax(r->upper, m->upper, 1);
    relax(r->norm_lower, m->norm_lower, -1);
    relax(r->norm_upper, m->norm_upper, 1);
    conclude(r->certificate, LYC_DEPTH_VECTOR, n, r->lower, r->upper);
    conclude(r->certificate, LYC_DEPTH_NORM, n, r->norm_lower, r->norm_upper);
    for (slong i = 0; i < request->levels; i++)
    {
        conclude_probability(r, i, request);
    }
    r->is_known = 1;
}
