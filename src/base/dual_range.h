/* Ranges of duals that have no finite ball. */
#ifndef LYC_BASE_DUAL_RANGE_H
#define LYC_BASE_DUAL_RANGE_H

#include "lyapcert/dual.h"

/* z->range = f(x, y); cheap where both are finite, as nothing is asked then.
 * Comes before z gets its value: z may be x or y. */
void lyc_dual_apply(lyc_dual_t z,
                    void (*f)(lyc_interval_t, const lyc_interval_t,
                              const lyc_interval_t, slong),
                    const lyc_dual_t x, const lyc_dual_t y, slong prec);

#endif
