#include <stdlib.h>

#include "certify/countable.h"
#include "certify/kinds.h"

/* Taylor's shift, in n(n-1)/2 steps. */
void lyc_numbers_shift(lyc_number_struct *p, slong n, slong start)
{
    lyc_number_t s, t;

    lyc_number_init(s);
    lyc_number_init(t);
    lyc_number_set_si(s, start);
    for (slong i = 0; i < n - 1; i++)
        for (slong k = n - 2; k >= i; k--)
        {
            lyc_number_mul(t, s, p + k + 1);
            lyc_number_add(p + k, p + k, t);
        }
    lyc_number_clear(s);
    lyc_number_clear(t);
}

static void mul_fmpz(lyc_number_t z, const fmpz_t a, const lyc_number_t x)
{
    lyc_number_t t;
    fmpq_t q;

    lyc_number_init(t);
    fmpq_init(q);
    fmpq_set_fmpz(q, a);
    lyc_number_set_fmpq(t, q);
    lyc_number_mul(z, t, x);
    fmpq_clear(q);
    lyc_number_clear(t);
}

/* z = a x - b y. */
static void cross(lyc_number_t z, const fmpz_t a, const lyc_number_t x,
                  const fmpz_t b, const lyc_number_t y)
{
    lyc_number_t t;

    lyc_number_init(t);
    mul_fmpz(t, b, y);
    mul_fmpz(z, a, x);
    lyc_number_sub(z, z, t);
    lyc_number_clear(t);
}

/* Component i of M_m r as a polynomial in m. */
static void set_component(lyc_number_struct *p, const lyc_family *f, slong i,
                          const fmpz *r)
{
    lyc_number_t t;

    lyc_number_init(t);
    for (slong k = 0; k < f->length; k++)
    {
        const lyc_matrix_struct *a = f->coefficient + k;

        mul_fmpz(p + k, r, lyc_matrix_entry(a, i, 0));
        mul_fmpz(t, r + 1, lyc_matrix_entry(a, i, 1));
        lyc_number_add(p + k, p + k, t);
    }
    lyc_number_clear(t);
}

/* det(u, M r), then det(M r, v), with M = M_(start + j): polynomials in j of
 * n = f->length coefficients each; u, v the ends of an arc. */
static void set_image(lyc_number_struct *p, const lyc_family *f, slong start,
                      const fmpz *r, const fmpz *end)
{
    const slong n = f->length;
    lyc_number_struct *x = lyc_malloc(2 * (size_t)n * sizeof *x);

    for (slong k = 0; k < 2 * n; k++)
        lyc_number_init(x + k);
    set_component(x, f, 0, r);
    set_component(x + n, f, 1, r);
    for (slong k = 0; k < n; k++)
    {
        cross(p + k, end, x + n + k, end + 1, x + k);
        cross(p + n + k, end + 3, x + k, end + 2, x + n + k);
    }
    lyc_numbers_shift(p, n, start);
    lyc_numbers_shift(p + n, n, start);
    for (slong k = 0; k < 2 * n; k++)
        lyc_number_clear(x + k);
    free(x);
}

/* None of the numbers has the sign opposite to `sign`. */
static lyc_truth_t have_sign(const lyc_number_struct *p, slong n, int sign)
{
    for (slong k = 0; k < n; k++)
    {
        int s;

        if (lyc_number_sign(&s, p + k) != LYC_TRUE)
            return LYC_UNKNOWN;
        if (s * sign < 0)
            return LYC_FALSE;
    }
    return LYC_TRUE;
}

/* Coefficients at M u_a and M v_a, 2 n each: M maps arc a into arc b for all
 * members from `start` on. */
static lyc_truth_t maps_into(lyc_number_struct *p, const lyc_family *f,
                             slong start, const fmpz *a, const fmpz *b)
{
    const slong n = f->length;

    set_image(p, f, start, a, b);
    set_image(p + 2 * n, f, start, a + 2, b);
    const lyc_truth_t truth = have_sign(p, 4 * n, 1);
    return truth == LYC_FALSE ? have_sign(p, 4 * n, -1) : truth;
}

/* ell_b = |det(u, x) + det(x, v)| / det(u, v), added over coefficients. */
static void add_form(arb_t ell, const lyc_number_struct *p, slong n,
                     slong coefficients, const fmpz *b, slong prec)
{
    arb_t t;
    fmpz_t det;

    arb_init(t);
    fmpz_init(det);
    fmpz_mul(det, b, b + 3);
    fmpz_submul(det, b + 1, b + 2);
    arb_zero(ell);
    for (slong k = 0; k < 2 * n; k++)
    {
        if (k % n >= coefficients)
            continue;
        lyc_number_get_arb(t, p + k, prec);
        arb_add(ell, ell, t, prec);
    }
    arb_abs(ell, ell);
    arb_div_fmpz(ell, ell, det, prec);
    arb_clear(t);
    fmpz_clear(det);
}

/* bound = max(|log alpha|, |log beta + D q/(1 - q)|), or more; not finite where
 * alpha is not proved to be positive. */
static void set_bound(arb_t bound, const lyc_number_struct *p,
                      const lyc_family *f, const arb_t q, const fmpz *b,
                      slong prec)
{
    const slong n = f->length;
    arb_t growth, t;

    arb_init(growth);
    arb_init(t);
    arb_sub_ui(t, q, 1, prec);
    arb_neg(t, t);
    arb_div(growth, q, t, prec);
    arb_mul_si(growth, growth, n - 1, prec);
    arb_zero(bound);
    for (slong r = 0; r < 2; r++)
    {
        add_form(t, p + 2 * n * r, n, 1, b, prec);
        arb_log(t, t, prec);
        arb_abs(t, t);
        arb_max(bound, bound, t, prec);
        add_form(t, p + 2 * n * r, n, n, b, prec);
        arb_log(t, t, prec);
        arb_abs(t, t);
        arb_add(t, t, growth, prec);
        arb_max(bound, bound, t, prec);
    }
    arb_clear(growth);
    arb_clear(t);
}

/* sum += tau (bound + height), tau = w q^start/(1 - q). */
static void add_family(arb_t sum, const lyc_number_struct *p,
                       const lyc_family *f, slong start, const fmpz *b,
                       const arf_t height, slong prec)
{
    arb_t bound, q, t;

    arb_init(bound);
    arb_init(q);
    arb_init(t);
    lyc_number_get_arb(q, f->ratio, prec);
    set_bound(bound, p, f, q, b, prec);
    arb_set_arf(t, height);
    arb_add(bound, bound, t, prec);
    lyc_number_get_arb(t, f->weight, prec);
    arb_mul(bound, bound, t, prec);
    arb_pow_ui(t, q, (ulong)start, prec);
    arb_mul(bound, bound, t, prec);
    arb_sub_ui(t, q, 1, prec);
    arb_neg(t, t);
    arb_div(bound, bound, t, prec);
    arb_add(sum, sum, bound, prec);
    arb_clear(bound);
    arb_clear(q);
    arb_clear(t);
}

/* The same for the arc that the rest of the family maps `arc` into. */
static lyc_truth_t add_rest(arb_t sum, const lyc_family *f, slong start,
                            const lyc_collocation_t c, slong arc,
                            const arf_t height, slong prec)
{
    const size_t n = 4 * (size_t)f->length;
    lyc_number_struct *p = lyc_malloc(n * sizeof *p);
    lyc_truth_t truth = LYC_FALSE;

    for (size_t k = 0; k < n; k++)
        lyc_number_init(p + k);
    for (slong b = 0; b < c->arcs && truth == LYC_FALSE; b++)
    {
        truth = maps_into(p, f, start, c->end + 4 * arc, c->end + 4 * b);
        if (truth == LYC_TRUE)
            add_family(sum, p, f, start, c->end + 4 * b, height, prec);
    }
    for (size_t k = 0; k < n; k++)
        lyc_number_clear(p + k);
    free(p);
    return truth;
}

/* Theorem induced.tail */
lyc_verdict_t lyc_countable_tail(arf_t bound, const lyc_cone_letters_t letters,
                                 const lyc_collocation_t c, slong arc,
                                 const arf_t height, slong prec, lyc_diag_t d)
{
    const lyc_countable_letters_struct *x = letters->data;
    lyc_truth_t truth = LYC_TRUE;
    arb_t sum;

    arb_init(sum);
    for (slong i = 0; i < x->law->length && truth == LYC_TRUE; i++)
        if (lyc_number_is_zero(x->law->family[i].ratio) != LYC_TRUE)
            truth = add_rest(sum, x->law->family + i, x->count[i], c, arc,
                             height, prec);
    arb_get_ubound_arf(bound, sum, prec);
    if (truth == LYC_TRUE && !arf_is_finite(bound))
        truth = LYC_UNKNOWN;
    arb_clear(sum);
    return lyc_evidence_require(
        truth, "what is left out of a family maps arcs into arcs", -1, d);
}
