/* Images under atoms that are known as balls: predicates that may fail to
 * decide, ranges of cones instead of single ones. */
#ifndef LYC_CERTIFY_GAUGE_BALL_H
#define LYC_CERTIFY_GAUGE_BALL_H

#include "certify/gauge.h"

/* (y0, y1) = sign A x. */
void lyc_ball_image(arb_t y0, arb_t y1, const lyc_gauge_atom_struct *atom,
                    int sign, const lyc_vector_t x, slong prec);

/* z = det(R_l, y). */
void lyc_ball_ray_det(arb_t z, const lyc_fan_struct *fan, slong l,
                      const arb_t y0, const arb_t y1, slong prec);

/* Extended cones low … high whose union, a convex cone, is proved to hold y;
 * the search begins at cone hint. 0 when none is found. */
int lyc_ball_range(slong *low, slong *high, const lyc_fan_struct *fan,
                   slong hint, const arb_t y0, const arb_t y1, slong prec);

#endif
