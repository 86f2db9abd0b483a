#include "certify/words.h"

/* sqrt((a + s d)^2 + (b - s c)^2). */
static void hypot_part(arb_t z, const arb_mat_t m, int s, slong prec)
{
    arb_t u, v;
    arb_init(u);
    arb_init(v);
    arb_mul_si(u, arb_mat_entry(m, 1, 1), s, prec);
    arb_add(u, u, arb_mat_entry(m, 0, 0), prec);
    arb_mul_si(v, arb_mat_entry(m, 1, 0), -s, prec);
    arb_add(v, v, arb_mat_entry(m, 0, 1), prec);
    arb_hypot(z, u, v, prec);
    arb_clear(u);
    arb_clear(v);
}

/* d = 2: the larger singular value of (a, b; c, d) is half of
 * |(a + d, b - c)| + |(a - d, b + c)|. */
void lyc_norm_upper(arf_t norm, const arb_mat_t m, slong prec)
{
    arb_t s, t;
    arb_init(s);
    arb_init(t);
    if (arb_mat_nrows(m) == 2 && arb_mat_ncols(m) == 2)
    {
        hypot_part(s, m, 1, prec);
        hypot_part(t, m, -1, prec);
        arb_add(s, s, t, prec);
        arb_mul_2exp_si(s, s, -1);
    }
    else
        arb_mat_frobenius_norm(s, m, prec);
    arb_get_ubound_arf(norm, s, prec);
    arb_clear(s);
    arb_clear(t);
}
