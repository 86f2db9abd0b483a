/* Values together with slopes in one parameter, as balls.
 *
 * x = (value, slope) over a set S of parameters says of a function f on S:
 * f(s) lies in value for all s of S, and (f(t) - f(s)) / (t - s) lies in slope
 * for all s != t of S. A function with a finite slope is continuous; where 0 is
 * not in its slope it is strictly monotone. Results that may leave the domain
 * of an operation are indeterminate. */
#ifndef LYAPCERT_DUAL_H
#define LYAPCERT_DUAL_H

#include "lyapcert/interval.h"
#include "lyapcert/number.h"

typedef struct
{
    arb_t value, slope;
    lyc_interval_t range; /* of f, -inf and inf among its values; counts only
                             where value is not finite */
} lyc_dual_struct;
typedef lyc_dual_struct lyc_dual_t[1];

void lyc_dual_init(lyc_dual_t x); /* 0 */
void lyc_dual_clear(lyc_dual_t x);
void lyc_dual_set(lyc_dual_t x, const lyc_dual_t y);
void lyc_dual_set_arb(lyc_dual_t x, const arb_t value); /* a constant */
void lyc_dual_indeterminate(lyc_dual_t x);
int lyc_dual_is_finite(const lyc_dual_t x);
/* r = what is known of the values of f, infinite ones too. */
void lyc_dual_get_range(lyc_interval_t r, const lyc_dual_t x, slong prec);
/* 1: f is nowhere 0, infinite values included. */
int lyc_dual_is_nonzero(const lyc_dual_t x);
/* f takes values of r: no finite ball, no slope. */
void lyc_dual_set_range(lyc_dual_t x, const lyc_interval_t r);

/* Outputs may be inputs. Theorem critical-scales.slopes. */
void lyc_dual_neg(lyc_dual_t z, const lyc_dual_t x);
void lyc_dual_add(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec);
void lyc_dual_sub(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec);
void lyc_dual_mul(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec);
void lyc_dual_div(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec);
void lyc_dual_pow_si(lyc_dual_t z, const lyc_dual_t x, slong n, slong prec);
void lyc_dual_abs(lyc_dual_t z, const lyc_dual_t x, slong prec);
void lyc_dual_min(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec);
void lyc_dual_max(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec);
void lyc_dual_sqrt(lyc_dual_t z, const lyc_dual_t x, slong prec);
void lyc_dual_exp(lyc_dual_t z, const lyc_dual_t x, slong prec);
void lyc_dual_log(lyc_dual_t z, const lyc_dual_t x, slong prec);
/* log|x|, with log 0 = -inf: what logarithms of entries mean. */
void lyc_dual_log_abs(lyc_dual_t z, const lyc_dual_t x, slong prec);

/* x over the range of the parameter `name`; other parameters count as
 * constants. */
void lyc_number_get_dual(lyc_dual_t z, const lyc_number_t x, const char *name,
                         slong prec);

#endif
