#include "certify/extreme.h"
#include "certify/extreme_arf.h"
#include "certify/gauge.h"

/* max(g0 + (1 - t)^2 v, g1 + t^2 v) at about the best t. */
static void balance(arf_t upper, const arf_t g0, const arf_t g1, const arf_t v)
{
    arf_t s, w;
    arf_init(s);
    arf_init(w);
    arf_sub(w, g0, g1, 53, ARF_RND_NEAR);
    const double m = arf_get_d(w, ARF_RND_NEAR);
    double t = 0.5 + 0.5 * m / arf_get_d(v, ARF_RND_NEAR);
    t = lyc_share_up(lyc_size_down(t));

    arf_set_d(s, t);
    arf_sub_ui(w, s, 1, 53, ARF_RND_UP); /* |t - 1|, away from 0 */
    arf_mul(w, w, w, 53, ARF_RND_CEIL);
    arf_mul(w, w, v, 53, ARF_RND_CEIL);
    arf_mul(s, s, s, 53, ARF_RND_CEIL);
    arf_mul(s, s, v, 53, ARF_RND_CEIL);

    arf_add(w, w, g0, 128, ARF_RND_CEIL);
    arf_add(s, s, g1, 128, ARF_RND_CEIL);
    lyc_arf_max_up(upper, w, s);
    arf_clear(s);
    arf_clear(w);
}

/* Theorem bracket.curvature */
/* On a piece let l_i0, l_i1 be logarithms of upper bounds of the ratios at
 * its ends, g_k = sum p_i l_ik, and let every l_i0 - l_i1 lie in an interval
 * of length `spread`. Theorem bracket.cone with log H_i = t l_i0 + (1 - t) l_i1
 * and Hoeffding's lemma, log E exp(s Z) <= s E Z + s^2 spread^2 / 8, give
 *     R <= max(g_0 + (1 - t)^2 V, g_1 + t^2 V),   V = spread^2 / 8,
 * for every t in [0, 1]. The terms are equal at t = 1/2 + (g_0 - g_1) / 2V;
 * where |g_0 - g_1| >= V, t = 0 or 1 gives max(g_0, g_1). */
void lyc_curvature_upper(arf_t upper, const arf_t g0, const arf_t g1,
                         const arf_t spread)
{
    const int first = arf_cmp(g0, g1) >= 0;
    arf_t v, s;
    arf_init(v);
    arf_init(s);
    arf_mul(v, spread, spread, 53, ARF_RND_CEIL);
    arf_mul_2exp_si(v, v, -3);
    arf_add(s, first ? g1 : g0, v, 128, ARF_RND_CEIL);
    if (arf_is_nan(g0) || arf_is_nan(g1) || arf_is_nan(v))
        arf_pos_inf(upper);
    else if (lyc_arf_is_le(s, first ? g0 : g1))
        arf_set(upper, first ? g0 : g1);
    else
        balance(upper, g0, g1, v);
    arf_clear(v);
    arf_clear(s);
}
