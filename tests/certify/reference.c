#include <criterion/criterion.h>

#include "certify/fans.h"
#include "certify/reference.h"

#define PREC 256
/* Enough bits for the integers of these tests. */
#define EXACT 4096

static void get_ray(fmpz_t x, fmpz_t y, const lyc_fan_t fan, slong j)
{
    const slong n = fan->length;
    fmpz_set(x, fan->x + j % n);
    fmpz_set(y, fan->y + j % n);
    if (j >= n)
    {
        fmpz_neg(x, x);
        fmpz_neg(y, y);
    }
}

static void det(arb_t z, const arb_t ax, const arb_t ay, const arb_t bx,
                const arb_t by)
{
    arb_mul(z, ax, by, EXACT);
    arb_submul(z, ay, bx, EXACT);
}

/* value_j max(|x_j|, |y_j|) */
static void height(arb_t z, const lyc_fan_t fan, slong j)
{
    const slong i = j % fan->length;
    const int c = fmpz_cmpabs(fan->x + i, fan->y + i) >= 0;
    arb_set_fmpz(z, c ? fan->x + i : fan->y + i);
    arb_abs(z, z);
    arb_mul_si(z, z, (slong)fan->value[i], PREC);
}

/* log f at (u, v), rational numbers held exactly. */
static int log_f(arb_t value, const lyc_fan_t fan, const arb_t u, const arb_t v,
                 int side)
{
    int found = 0;
    fmpz_t px, py, qx, qy;
    arb_t ax, ay, bx, by, d, s, t, f, h;
    fmpz_init(px), fmpz_init(py), fmpz_init(qx), fmpz_init(qy);
    arb_init(ax), arb_init(ay), arb_init(bx), arb_init(by), arb_init(d);
    arb_init(s), arb_init(t), arb_init(f), arb_init(h);
    for (slong j = 0; j < lyc_fan_cones(fan); j++)
    {
        get_ray(px, py, fan, j);
        get_ray(qx, qy, fan, j + 1);
        arb_set_fmpz(ax, px), arb_set_fmpz(ay, py);
        arb_set_fmpz(bx, qx), arb_set_fmpz(by, qy);
        det(d, ax, ay, bx, by);
        det(s, u, v, bx, by);
        det(t, ax, ay, u, v);
        const int plus = arb_is_nonnegative(s) && arb_is_nonnegative(t);
        const int minus = arb_is_nonpositive(s) && arb_is_nonpositive(t);
        if (!plus && !minus)
            continue;
        height(h, fan, j);
        arb_mul(f, h, s, PREC);
        height(h, fan, j + 1);
        arb_addmul(f, h, t, PREC);
        arb_div(f, f, d, PREC);
        arb_abs(f, f);
        arb_log(f, f, PREC);
        arb_set_si(h, (slong)(side < 0 ? fan->lower[j] : fan->upper[j]));
        arb_mul_2exp_si(h, h, -fan->offset_scale);
        arb_add(f, f, h, PREC);
        if (!found)
            arb_set(value, f);
        else if (side < 0)
            arb_max(value, value, f, PREC);
        else
            arb_min(value, value, f, PREC);
        found = 1;
    }
    fmpz_clear(px), fmpz_clear(py), fmpz_clear(qx), fmpz_clear(qy);
    arb_clear(ax), arb_clear(ay), arb_clear(bx), arb_clear(by), arb_clear(d);
    arb_clear(s), arb_clear(t), arb_clear(f), arb_clear(h);
    return found;
}

void reference_r(arb_t value, int *minus_inf, const lyc_fan_t fan,
                 const lyc_law_t law, const fmpz_t x, const fmpz_t y, int side)
{
    arb_mat_t a;
    arb_t u, v, w, p;
    arb_mat_init(a, 2, 2);
    arb_init(u), arb_init(v), arb_init(w), arb_init(p);
    *minus_inf = 0;
    arb_set_fmpz(u, x), arb_set_fmpz(v, y);
    cr_assert(log_f(value, fan, u, v, side), "a direction is in no cone");
    arb_neg(value, value);
    for (slong i = 0; i < law->length; i++)
    {
        /* Scaled to integers, so that nothing is rounded. */
        fmpz_mat_t m;
        fmpz_t s;
        fmpz_mat_init(m, 2, 2);
        fmpz_init(s);
        lyc_matrix_get_fmpz_mat(m, s, law->atom + i);
        arb_mat_set_fmpz_mat(a, m);
        for (int e = 0; e < 2; e++)
        {
            arb_struct *z = e == 0 ? u : v;
            arb_mul_fmpz(z, arb_mat_entry(a, e, 0), x, EXACT);
            arb_addmul_fmpz(z, arb_mat_entry(a, e, 1), y, EXACT);
        }
        if (arb_is_zero(u) && arb_is_zero(v))
            *minus_inf = 1;
        else
        {
            cr_assert(log_f(w, fan, u, v, side), "an image is in no cone");
            arb_log_fmpz(p, s, PREC);
            arb_sub(w, w, p, PREC);
            lyc_number_get_arb(p, law->weight + i, PREC);
            arb_addmul(value, p, w, PREC);
        }
        fmpz_mat_clear(m);
        fmpz_clear(s);
    }
    arb_mat_clear(a);
    arb_clear(u), arb_clear(v), arb_clear(w), arb_clear(p);
}

static void take(arf_t best, const lyc_fan_t fan, const lyc_law_t law,
                 const fmpz_t x, const fmpz_t y, int side)
{
    int minus_inf;
    arb_t r;
    arf_t e;
    arb_init(r);
    arf_init(e);
    reference_r(r, &minus_inf, fan, law, x, y, side);
    if (minus_inf)
        arf_neg_inf(e);
    else if (side < 0)
        arb_get_ubound_arf(e, r, PREC);
    else
        arb_get_lbound_arf(e, r, PREC);
    if (side < 0)
        arf_min(best, best, e);
    else
        arf_max(best, best, e);
    arb_clear(r);
    arf_clear(e);
}

/* (x, y) and its neighbours 2^600 (x, y) -+ (-y, x) on either side. */
static void take_about(arf_t best, const lyc_fan_t fan, const lyc_law_t law,
                       const fmpz_t x, const fmpz_t y, int side)
{
    fmpz_t u, v, s, t;
    fmpz_init(u), fmpz_init(v), fmpz_init(s), fmpz_init(t);
    for (int e = -1; e <= 1; e++)
    {
        fmpz_mul_2exp(u, x, 600);
        fmpz_mul_2exp(v, y, 600);
        fmpz_mul_si(s, y, -e);
        fmpz_mul_si(t, x, e);
        fmpz_add(u, u, s);
        fmpz_add(v, v, t);
        int inside = fan->is_projective;
        for (int sign = 1; sign >= -1 && !inside; sign -= 2)
        {
            const slong n = fan->length - 1;
            fmpz_mul(s, fan->x, v);
            fmpz_submul(s, fan->y, u);
            fmpz_mul(t, u, fan->y + n);
            fmpz_submul(t, v, fan->x + n);
            inside = sign * fmpz_sgn(s) >= 0 && sign * fmpz_sgn(t) >= 0;
        }
        if (inside)
            take(best, fan, law, u, v, side);
    }
    fmpz_clear(u), fmpz_clear(v), fmpz_clear(s), fmpz_clear(t);
}

static void take_preimages(arf_t best, const lyc_fan_t fan, const lyc_law_t law,
                           int side)
{
    fmpz_t s, u, v;
    fmpz_mat_t m;
    fmpz_init(s), fmpz_init(u), fmpz_init(v);
    fmpz_mat_init(m, 2, 2);
    for (slong i = 0; i < law->length; i++)
    {
        lyc_matrix_get_fmpz_mat(m, s, law->atom + i);
        for (slong j = 0; j < fan->length; j++)
        {
            fmpz_mul(u, fmpz_mat_entry(m, 1, 1), fan->x + j);
            fmpz_submul(u, fmpz_mat_entry(m, 0, 1), fan->y + j);
            fmpz_mul(v, fmpz_mat_entry(m, 0, 0), fan->y + j);
            fmpz_submul(v, fmpz_mat_entry(m, 1, 0), fan->x + j);
            if (!fmpz_is_zero(u) || !fmpz_is_zero(v))
                take_about(best, fan, law, u, v, side);
        }
    }
    fmpz_clear(s), fmpz_clear(u), fmpz_clear(v);
    fmpz_mat_clear(m);
}

void reference_extreme(arf_t value, const lyc_fan_t fan, const lyc_law_t law,
                       int side, unsigned long *seed)
{
    fmpz_t x, y, u, v;
    fmpz_init(x), fmpz_init(y), fmpz_init(u), fmpz_init(v);
    if (side < 0)
        arf_pos_inf(value);
    else
        arf_neg_inf(value);
    for (slong j = 0; j < fan->length; j++)
        take_about(value, fan, law, fan->x + j, fan->y + j, side);
    take_preimages(value, fan, law, side);
    for (slong j = 0; j < lyc_fan_cones(fan); j++)
    {
        get_ray(x, y, fan, j);
        get_ray(u, v, fan, j + 1);
        for (int k = 0; k < 8; k++)
        {
            const ulong p = 1 + test_random(seed) % 1000;
            fmpz_addmul_ui(x, u, p);
            fmpz_addmul_ui(y, v, p);
            take(value, fan, law, x, y, side);
            fmpz_set(u, x), fmpz_set(v, y);
            get_ray(x, y, fan, j + (k % 2));
        }
    }
    fmpz_clear(x), fmpz_clear(y), fmpz_clear(u), fmpz_clear(v);
}
