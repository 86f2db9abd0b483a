#include <math.h>

#include "enclose/root/root.h"

/* Newton with balls: while a change of sign stays proved, the root is
 *     m - F(m)/D,  D the slope over the cell,  for any m in the cell. */

enum
{
    MAX_STEPS = 400,
    MAX_PREC = 1 << 20
};

typedef struct
{
    lyc_equation_struct *q;
    fmpq_t lower, upper; /* F changes sign between them */
    int left;            /* the sign of F at lower */
    slong prec;
    lyc_diag_struct *d;
} bracket;

static double width_bits(const bracket *b)
{
    arb_t w;
    fmpq_t t;
    arb_init(w);
    fmpq_init(t);
    fmpq_sub(t, b->upper, b->lower);
    arb_set_fmpq(w, t, 64);
    fmpz_t e;
    fmpz_init(e);
    arf_frexp(arb_midref(w), e, arb_midref(w));
    double bits = fmpz_get_d(e);
    fmpz_clear(e);
    fmpq_clear(t);
    arb_clear(w);
    return bits;
}

/* width <= tol, or width 10^digits <= the smaller modulus of both ends. */
static int is_narrow(const bracket *b, const lyc_root_request *request)
{
    fmpq_t w, t;
    fmpq_init(w);
    fmpq_init(t);
    fmpq_sub(w, b->upper, b->lower);
    int ok;
    if (request->digits > 0)
    {
        fmpz_t ten;
        fmpz_init_set_ui(ten, 10);
        fmpz_pow_ui(ten, ten, (ulong)request->digits);
        fmpq_mul_fmpz(w, w, ten);
        fmpq_abs(t, fmpq_sgn(b->lower) > 0 ? b->lower : b->upper);
        ok = fmpq_sgn(b->lower) * fmpq_sgn(b->upper) > 0 && fmpq_cmp(w, t) <= 0;
        fmpz_clear(ten);
    }
    else
    {
        arf_t tol;
        arf_init(tol);
        arf_set_d(tol, request->tol);
        arf_get_fmpq(t, tol);
        ok = fmpq_cmp(w, t) <= 0;
        arf_clear(tol);
    }
    fmpq_clear(w);
    fmpq_clear(t);
    return ok;
}

/* x, when it lies strictly inside, becomes an end. 1 when it did; *ok. */
static int take(int *ok, bracket *b, const fmpq_t x)
{
    *ok = 1;
    if (fmpq_cmp(x, b->lower) <= 0 || fmpq_cmp(x, b->upper) >= 0)
    {
        return 0;
    }
    int sign = lyc_equation_sign(ok, b->q, x, b->prec, b->d);
    if (!*ok || sign == 0)
    {
        return 0;
    }
    fmpq_set(sign == b->left ? b->lower : b->upper, x);
    return 1;
}

/* A dyadic near the middle, on a grid of 2^-12 of the width. */
static void middle(fmpq_t m, const bracket *b)
{
    fmpz_t n;
    double grid = width_bits(b) - 12;
    fmpz_init(n);
    fmpq_add(m, b->lower, b->upper);
    fmpq_div_2exp(m, m, 1);
    if (grid >= 0)
    {
        fmpq_div_2exp(m, m, (ulong)grid);
    }
    else
    {
        fmpq_mul_2exp(m, m, (ulong)-grid);
    }
    fmpz_fdiv_q(n, fmpq_numref(m), fmpq_denref(m));
    fmpq_set_fmpz(m, n);
    if (grid >= 0)
    {
        fmpq_mul_2exp(m, m, (ulong)grid);
    }
    else
    {
        fmpq_div_2exp(m, m, (ulong)-grid);
    }
    fmpz_clear(n);
}

/* Tries dyadic ends a little outside of the Newton ball. 1 when the bracket
 * became narrower by a good factor; *ok = 0 on an error. */
static int newton(int *ok, bracket *b)
{
    lyc_dual_t at, over;
    arb_t n;
    fmpq_t m;
    arf_t end;
    int improved = 0;
    double before = width_bits(b);
    lyc_dual_init(at);
    lyc_dual_init(over);
    arb_init(n);
    arf_init(end);
    fmpq_init(m);
    middle(m, b);
    *ok = lyc_equation_eval(over, b->q, b->lower, b->upper, b->prec, b->d) &&
          lyc_equation_eval(at, b->q, m, m, b->prec, b->d);
    if (*ok && lyc_dual_is_finite(over) && arb_is_finite(at->value) &&
        !arb_contains_zero(over->slope))
    {
        arb_set_fmpq(n, m, b->prec);
        arb_div(at->value, at->value, over->slope, b->prec);
        arb_sub(n, n, at->value, b->prec);
        /* Room for the noise of F at the ends. */
        mag_mul_2exp_si(arb_radref(n), arb_radref(n), 2);
        mag_t floor_radius;
        mag_init(floor_radius);
        mag_set_ui_2exp_si(floor_radius, 1, (slong)before - b->prec / 2);
        mag_max(arb_radref(n), arb_radref(n), floor_radius);
        mag_clear(floor_radius);
        arb_get_lbound_arf(end, n, b->prec);
        arf_get_fmpq(m, end);
        take(ok, b, m);
        arb_get_ubound_arf(end, n, b->prec);
        arf_get_fmpq(m, end);
        if (*ok)
        {
            take(ok, b, m);
        }
        improved = *ok && width_bits(b) < before - 2;
    }
    lyc_dual_clear(at);
    lyc_dual_clear(over);
    arb_clear(n);
    arf_clear(end);
    fmpq_clear(m);
    return improved;
}

static int bisect(int *ok, bracket *b)
{
    fmpq_t m;
    fmpq_init(m);
    middle(m, b);
    int moved = take(ok, b, m);
    fmpq_clear(m);
    return moved;
}

/* The ends become dyadic: found inside the first bracket. */
static int has_dyadic_ends(const bracket *b)
{
    return fmpz_popcnt(fmpq_denref(b->lower)) == 1 &&
           fmpz_popcnt(fmpq_denref(b->upper)) == 1;
}

static lyc_verdict_t run(bracket *b, int *narrow,
                         const lyc_root_request *request,
                         const lyc_limits_t limits)
{
    int ok = 1;
    for (slong step = 0; step < MAX_STEPS; step++)
    {
        *narrow = is_narrow(b, request);
        if (*narrow && has_dyadic_ends(b))
        {
            return LYC_PROVED;
        }
        if (lyc_limits_out_of_time(limits))
        {
            return LYC_PROVED;
        }
        int moved = newton(&ok, b);
        if (ok && !moved)
        {
            moved = bisect(&ok, b);
        }
        if (!ok)
        {
            return b->d->is_set ? b->d->status : LYC_MALFORMED;
        }
        if (!moved && b->prec < MAX_PREC)
        {
            b->prec *= 2;
        }
        lyc_limits_say(limits, 2, "solve: root within 2^%.0f, %ld bits",
                       width_bits(b), (long)b->prec);
    }
    return LYC_PROVED;
}

lyc_verdict_t lyc_equation_narrow(arf_t lower, arf_t upper, slong *prec,
                                  int *is_narrow_enough, lyc_equation_t q,
                                  const lyc_root_count *count,
                                  const lyc_root_request *request,
                                  const lyc_limits_t limits, lyc_diag_t d)
{
    int ok;
    bracket b = {.q = q, .prec = *prec, .d = d};
    fmpq_init(b.lower);
    fmpq_init(b.upper);
    fmpq_set(b.lower, count->lower);
    fmpq_set(b.upper, count->upper);
    b.left = lyc_equation_sign(&ok, q, b.lower, b.prec, d);
    if (request->digits > 0)
    {
        b.prec += (slong)(3.33 * (double)request->digits) + 32;
    }
    else if (request->tol < 1)
    {
        b.prec += (slong)(-log2(request->tol)) + 32;
    }
    lyc_verdict_t v = run(&b, is_narrow_enough, request, limits);
    if (v == LYC_PROVED && !has_dyadic_ends(&b))
    {
        lyc_diag_fail(d, LYC_UNDECIDED,
                      "the root could not be enclosed by dyadic numbers");
        v = LYC_UNDECIDED;
    }
    if (v == LYC_PROVED)
    {
        *prec = b.prec;
        arf_set_fmpz(lower, fmpq_numref(b.lower));
        arf_div_fmpz(lower, lower, fmpq_denref(b.lower), ARF_PREC_EXACT,
                     ARF_RND_DOWN);
        arf_set_fmpz(upper, fmpq_numref(b.upper));
        arf_div_fmpz(upper, upper, fmpq_denref(b.upper), ARF_PREC_EXACT,
                     ARF_RND_DOWN);
    }
    fmpq_clear(b.lower);
    fmpq_clear(b.upper);
    return v;
}
