#include "certify/gauge_ball.h"

/* The sign s with s A C in C for the proper cone C, or 0. */
static int proper_sign(const lyc_gauge_atom_struct *a, const lyc_fan_t fan,
                       slong prec)
{
    int sign = 0;
    slong low, high;
    arb_t y0, y1;
    lyc_vector_t x;
    arb_init(y0);
    arb_init(y1);
    lyc_vector_init(x);
    for (int s = 1; s >= -1 && sign == 0; s -= 2)
    {
        lyc_ray_get(x, fan, 0);
        lyc_ball_image(y0, y1, a, s, x, prec);
        int ok = lyc_ball_range(&low, &high, fan, 0, y0, y1, prec);
        lyc_ray_get(x, fan, fan->length - 1);
        lyc_ball_image(y0, y1, a, s, x, prec);
        ok = ok && lyc_ball_range(&low, &high, fan, 0, y0, y1, prec);
        sign = ok ? s : 0;
    }
    arb_clear(y0);
    arb_clear(y1);
    lyc_vector_clear(x);
    return sign;
}

/* The sign of det A, or 1: it only tells where to look for cuts. */
static int likely_turn(const lyc_matrix_t atom)
{
    int s = 0;
    lyc_number_t det;
    lyc_number_init(det);
    lyc_matrix_det(det, atom);
    if (lyc_number_sign(&s, det) != LYC_TRUE || s == 0)
        s = 1;
    lyc_number_clear(det);
    return s;
}

lyc_verdict_t lyc_ball_atom_set(lyc_gauge_atom_struct *a, const lyc_fan_t fan,
                                const lyc_matrix_t atom, slong prec,
                                lyc_diag_t d)
{
    arf_t t;
    arf_init(t);
    a->is_exact = 0;
    a->turn = likely_turn(atom);
    a->sign = 1;
    for (slong i = 0; i < 4; i++)
    {
        lyc_number_get_arb(a->a + i, lyc_matrix_entry(atom, i / 2, i % 2),
                           prec);
        arf_mul_2exp_si(t, arb_midref(a->a + i), prec);
        if (arf_is_finite(t) && arf_cmpabs_2exp_si(t, 1L << 20) < 0)
            arf_get_fmpz(a->m + i, t, ARF_RND_NEAR);
    }
    arf_clear(t);
    if (!fan->is_projective)
        a->sign = proper_sign(a, fan, prec);
    if (a->sign != 0)
        return LYC_PROVED;
    lyc_diag_fail(d, LYC_UNDECIDED,
                  "an irrational atom is not proved to map the cone into "
                  "itself");
    return LYC_UNDECIDED;
}
