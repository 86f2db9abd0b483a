#include "certify/gauge.h"

/* The offset to count with: the least favourable one among the cones that
 * hold the image of the piece (sign < 0: the least). A rank-one image stays on
 * its line: where that is on a shared ray, the gauge itself is the maximum
 * (lower bound) or minimum (upper bound) over both cones. */
static int64_t offset_of(const int64_t *c, const lyc_image_struct *im,
                         const lyc_fan_struct *fan, int sign)
{
    int64_t best = c[lyc_ray_index(fan, im->cone)];
    if (im->atom->is_exact && im->atom->turn == 0)
    {
        const int64_t t = c[lyc_ray_index(fan, im->beside)];
        return (sign < 0 ? t > best : t < best) ? t : best;
    }
    for (slong l = im->cone + 1; l <= im->last; l++)
    {
        const int64_t t = c[lyc_ray_index(fan, l)];
        if (sign < 0 ? t < best : t > best)
            best = t;
    }
    return best;
}

/* Theorem bracket.offsets */
/* Since the weights sum to 1: sum p_i (c[J_i] - c[j]); the minimum over the
 * cones of J_i for the lower gauge, the maximum for the upper one. */
static void offset_sum(arb_t sum, const int64_t *c, int sign,
                       const lyc_image_struct *image, const lyc_gauge_struct *g,
                       slong j)
{
    arb_zero(sum);
    for (slong i = 0; i < g->length; i++)
    {
        const int64_t t = offset_of(c, image + i, g->fan, sign) - c[j];
        if (t != 0)
            arb_addmul_si(sum, g->atom[i].weight, (slong)t, g->prec);
    }
    arb_mul_2exp_si(sum, sum, -g->fan->offset_scale);
}

void lyc_piece_offsets(arf_t lower, arf_t upper, const lyc_image_struct *image,
                       const lyc_gauge_struct *g, slong j)
{
    arb_t sum;
    arb_init(sum);
    offset_sum(sum, g->fan->lower, -1, image, g, j);
    arb_get_lbound_arf(lower, sum, g->prec);
    offset_sum(sum, g->fan->upper, 1, image, g, j);
    arb_get_ubound_arf(upper, sum, g->prec);
    arb_clear(sum);
}
