/* Intervals of extended reals [-inf, inf]: lower <= x <= upper, both ends
 * included. What is not defined (inf - inf, 0 inf, inf / inf, x / 0, …) or
 * might not be is never given a value: it decides nothing. */
#ifndef LYAPCERT_INTERVAL_H
#define LYAPCERT_INTERVAL_H

#include "lyapcert/arith.h"

typedef struct
{
    int is_defined;
    arf_t lower, upper;
} lyc_interval_struct;
typedef lyc_interval_struct lyc_interval_t[1];

void lyc_interval_init(lyc_interval_t z); /* not defined */
void lyc_interval_clear(lyc_interval_t z);
void lyc_interval_swap(lyc_interval_t z, lyc_interval_t x);
void lyc_interval_set(lyc_interval_t z, const lyc_interval_t x);
void lyc_interval_set_arf(lyc_interval_t z, const arf_t lower,
                          const arf_t upper);
/* Not defined unless the ball is finite. */
void lyc_interval_set_arb(lyc_interval_t z, const arb_t b, slong prec);
/* Both enclose the same number: the tighter of both on each side. */
void lyc_interval_intersect(lyc_interval_t z, const lyc_interval_t x);
int lyc_interval_is_point(const lyc_interval_t x);

/* Outputs may be inputs. Ends are rounded outward at prec bits. */
void lyc_interval_neg(lyc_interval_t z, const lyc_interval_t x);
void lyc_interval_abs(lyc_interval_t z, const lyc_interval_t x);
void lyc_interval_min(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y);
void lyc_interval_max(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y);
void lyc_interval_add(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec);
void lyc_interval_sub(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec);
void lyc_interval_mul(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec);
void lyc_interval_div(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec);
void lyc_interval_pow_si(lyc_interval_t z, const lyc_interval_t x, slong n,
                         slong prec);
/* exp(-inf) = 0, log(inf) = inf; log needs a positive lower end, sqrt one
 * that is not negative. */
void lyc_interval_exp(lyc_interval_t z, const lyc_interval_t x, slong prec);
void lyc_interval_log(lyc_interval_t z, const lyc_interval_t x, slong prec);
void lyc_interval_sqrt(lyc_interval_t z, const lyc_interval_t x, slong prec);

#endif
