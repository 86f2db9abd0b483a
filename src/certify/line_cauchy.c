#include "lyapcert/formula.h"

/* asinh and acosh of half the modulus: for s = 1, 2 sinh(value) =
 * |e + iw|; for s = -1, 4 cosh(value) = |2 + e + iw| + |2 - e + iw|. */
/* Theorem closed-forms.cauchy */
void lyc_cauchy_line(arb_t value, const arb_t e, const arb_t w, int s,
                     slong prec)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    if (s > 0)
    {
        arb_hypot(t, e, w, prec);
        arb_mul_2exp_si(t, t, -1);
        arb_asinh(value, t, prec);
    }
    else
    {
        arb_add_si(t, e, 2, prec);
        arb_hypot(t, t, w, prec);
        arb_sub_si(u, e, 2, prec);
        arb_hypot(u, u, w, prec);
        arb_add(t, t, u, prec);
        arb_mul_2exp_si(t, t, -2);
        arb_acosh(value, t, prec);
    }
    arb_clear(t);
    arb_clear(u);
}
