/* A continuous even function on the directions of the plane that is linear
 * between knots.
 *
 * A direction has a place w on the circle of length 4: (1, w - 1) for
 * 0 <= w <= 2 and (3 - w, 1) for 2 <= w <= 4, where 4 is 0 again. Knot i lies
 * at at[i] 2^-scale, the function is height[i] 2^-height_scale there. */
#ifndef LYAPCERT_KNOTS_H
#define LYAPCERT_KNOTS_H

#include "lyapcert/fan.h"

#define LYC_KNOTS_MAX_SCALE 40
#define LYC_KNOTS_MAX_HEIGHT ((int64_t)1 << 52)
#define LYC_KNOTS_MAX_LENGTH 100000

typedef struct
{
    lyc_acts_t acts; /* LAW or TRANSPOSE */
    slong length, scale, height_scale;
    int64_t *at; /* strictly rising, the first 0, below 4 2^scale; one of them
                    is 2 2^scale */
    int64_t *height;
} lyc_knots_struct;
typedef lyc_knots_struct lyc_knots_t[1];

/* length >= 0 knots, all 0. */
void lyc_knots_init(lyc_knots_t k, slong length);
void lyc_knots_clear(lyc_knots_t k);
/* k is initialised by this call. */
void lyc_knots_set(lyc_knots_t k, const lyc_knots_t from);
void lyc_knots_swap(lyc_knots_t a, lyc_knots_t b);

#endif
