/* Reading the atoms of a law. */
#include <math.h>

#include "enclose/gauge/gauge.h"

/* m / s for a matrix of rationals that are short enough. */
static int set_exact(fmpz *entry, double *scale, const lyc_matrix_t a)
{
    if (!lyc_matrix_is_rational(a))
        return 0;
    fmpz_mat_t m;
    fmpz_t s;
    fmpz_mat_init(m, 2, 2);
    fmpz_init(s);
    lyc_matrix_get_fmpz_mat(m, s, a);
    const slong bits = FLINT_ABS(fmpz_mat_max_bits(m));
    const int fits =
        bits <= LYC_GAUGE_EXACT_BITS && fmpz_bits(s) <= LYC_GAUGE_EXACT_BITS;
    for (slong k = 0; fits && k < 4; k++)
        fmpz_set(entry + k, fmpz_mat_entry(m, k / 2, k % 2));
    *scale = fits ? fmpz_get_d(s) : 0.0;
    fmpz_clear(s);
    fmpz_mat_clear(m);
    return fits;
}

/* Midpoints, rounded to LYC_GAUGE_ENTRY_BITS bits under the largest entry. */
static void set_rounded(fmpz *entry, double *scale, const lyc_matrix_t a)
{
    arb_mat_t m;
    arf_t x;
    arb_mat_init(m, 2, 2);
    arf_init(x);
    lyc_matrix_get_arb_mat(m, a, LYC_GAUGE_ENTRY_BITS + 32);
    slong top = -500;
    for (slong k = 0; k < 4; k++)
    {
        const arf_struct *mid = arb_midref(arb_mat_entry(m, k / 2, k % 2));
        if (!arf_is_special(mid))
            top = FLINT_MAX(top, arf_abs_bound_lt_2exp_si(mid));
    }
    const slong shift = LYC_GAUGE_ENTRY_BITS - top;
    for (slong k = 0; k < 4; k++)
    {
        arf_mul_2exp_si(x, arb_midref(arb_mat_entry(m, k / 2, k % 2)), shift);
        if (arf_is_finite(x))
            arf_get_fmpz(entry + k, x, ARF_RND_NEAR);
        else
            fmpz_zero(entry + k);
    }
    *scale = ldexp(1.0, (int)FLINT_MAX(-900, FLINT_MIN(900, shift)));
    arf_clear(x);
    arb_mat_clear(m);
}

static void set_atom(fmpz *entry, double *scale, const lyc_matrix_t a)
{
    if (!set_exact(entry, scale, a))
        set_rounded(entry, scale, a);
}

int lyc_gauge_atoms_set_law(lyc_gauge_atoms_t a, const lyc_law_t law,
                            lyc_acts_t acts)
{
    int fine = 1;
    lyc_matrix_t b;
    arb_t p;
    arb_init(p);
    lyc_matrix_init(b, 2, 2);
    for (slong i = 0; i < law->length && fine; i++)
    {
        if (acts == LYC_ACTS_LAW)
            lyc_matrix_set(b, law->atom + i);
        else if (acts == LYC_ACTS_TRANSPOSE)
            lyc_matrix_transpose(b, law->atom + i);
        else
            fine = lyc_matrix_inv(b, law->atom + i) == LYC_TRUE;
        lyc_number_get_arb(p, law->weight + i, 64);
        a->weight[i] = arf_get_d(arb_midref(p), ARF_RND_NEAR);
        set_atom(a->entry + 4 * i, a->scale + i, b);
    }
    lyc_matrix_clear(b);
    arb_clear(p);
    return fine && lyc_gauge_atoms_finish(a);
}
