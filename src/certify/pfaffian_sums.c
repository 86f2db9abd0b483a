#include "certify/pfaffian_sums.h"

#include "lyapcert/limits.h"

void lyc_pfaffian_sums_init(lyc_pfaffian_sums_t s, slong k, int with_n)
{
    s->k = k;
    s->size = k + k % 2;
    s->with_n = with_n;
    for (int f = 0; f < LYC_TILTS; f++)
        arb_mat_init(s->matrix[f], s->size, s->size);
}

void lyc_pfaffian_sums_clear(lyc_pfaffian_sums_t s)
{
    for (int f = 0; f < LYC_TILTS; f++)
        arb_mat_clear(s->matrix[f]);
}

/* At one l: phi[f * k + a] = tilt f of phi_a(l). */
typedef struct
{
    slong k, centre;
    int with_n;
    arb_t weight, psi; /* weight up to a constant for each parity */
    arb_ptr phi;
} point;

static void point_init(point *p, const lyc_pfaffian_sums_t s, slong d,
                       slong centre, slong l, slong prec)
{
    p->k = s->k;
    p->centre = centre;
    p->with_n = s->with_n;
    arb_init(p->weight);
    arb_one(p->weight);
    arb_init(p->psi);
    arb_set_si(p->psi, d - s->k + l + 1);
    arb_mul_2exp_si(p->psi, p->psi, -1);
    arb_digamma(p->psi, p->psi, prec);
    p->phi = _arb_vec_init(LYC_TILTS * s->k);
}

static void point_clear(point *p)
{
    arb_clear(p->weight);
    arb_clear(p->psi);
    _arb_vec_clear(p->phi, LYC_TILTS * p->k);
}

static void point_evaluate(point *p, slong l, slong prec)
{
    const slong k = p->k;
    for (slong a = 0; a < k; a++)
    {
        arb_ptr x = p->phi + a;
        if (a == 0)
            arb_set(x, p->weight);
        else
            arb_mul_si(x, x - 1, l - p->centre, prec);
        arb_mul(x + LYC_TILT_G * k, x, p->psi, prec);
        if (p->with_n)
        {
            arb_mul_si(x + LYC_TILT_N * k, x, l / 2, prec);
            arb_mul_si(x + LYC_TILT_GN * k, x + LYC_TILT_G * k, l / 2, prec);
        }
    }
}

/* From l to l + 2: the weight is omega^(l/2) / Gamma(l/2 + 1). */
static void point_advance(point *p, slong l, slong d, const arb_t omega,
                          slong prec)
{
    arb_t t;
    arb_init(t);
    arb_mul(p->weight, p->weight, omega, prec);
    arb_mul_2exp_si(p->weight, p->weight, 1);
    arb_div_si(p->weight, p->weight, l + 2, prec);
    arb_set_si(t, 2);
    arb_div_si(t, t, d - p->k + l + 1, prec);
    arb_add(p->psi, p->psi, t, prec);
    arb_clear(t);
}

/* M_ab += phi_a(x) P_b - P_a phi_b(x) for tilt r at x and c in P. */
static void add_pairs(arb_mat_t m, const point *x, int r, arb_srcptr below,
                      int c, slong prec)
{
    const slong k = x->k;
    for (slong a = 0; a < k; a++)
        for (slong b = a + 1; b < k; b++)
        {
            arb_ptr t = arb_mat_entry(m, a, b);
            arb_addmul(t, x->phi + r * k + a, below + c * k + b, prec);
            arb_submul(t, x->phi + r * k + b, below + c * k + a, prec);
        }
}

/* Both factors' tilts: f(x, y) = sum over the ways to share it. */
static void add_tilts(lyc_pfaffian_sums_t s, const point *x, arb_srcptr below,
                      slong prec)
{
    static const int share[][3] = {
        {LYC_TILT_NONE, LYC_TILT_NONE, LYC_TILT_NONE},
        {LYC_TILT_G, LYC_TILT_G, LYC_TILT_NONE},
        {LYC_TILT_G, LYC_TILT_NONE, LYC_TILT_G},
        {LYC_TILT_N, LYC_TILT_N, LYC_TILT_NONE},
        {LYC_TILT_N, LYC_TILT_NONE, LYC_TILT_N},
        {LYC_TILT_GN, LYC_TILT_GN, LYC_TILT_NONE},
        {LYC_TILT_GN, LYC_TILT_NONE, LYC_TILT_GN},
        {LYC_TILT_GN, LYC_TILT_G, LYC_TILT_N},
        {LYC_TILT_GN, LYC_TILT_N, LYC_TILT_G},
    };
    const int n = s->with_n ? 9 : 3;
    for (int i = 0; i < n; i++)
        add_pairs(s->matrix[share[i][0]], x, share[i][1], below, share[i][2],
                  prec);
}

/* The last row for odd k, and the lower triangle. */
static void complete(lyc_pfaffian_sums_t s, arb_srcptr below)
{
    for (int f = 0; f < LYC_TILTS; f++)
        for (slong a = 0; a < s->size; a++)
        {
            if (a < s->k && s->size > s->k)
                arb_neg(arb_mat_entry(s->matrix[f], a, s->k),
                        below + f * s->k + a);
            for (slong b = 0; b < a; b++)
                arb_neg(arb_mat_entry(s->matrix[f], a, b),
                        arb_mat_entry(s->matrix[f], b, a));
        }
}

void lyc_pfaffian_sums_set(lyc_pfaffian_sums_t s, slong d, const arb_t omega,
                           slong J, slong K, slong prec)
{
    const slong k = s->k, first = 2 * J, last = 2 * K + k - 1;
    const double centre = 2 * arf_get_d(arb_midref(omega), ARF_RND_NEAR);
    point y, x;
    point_init(&y, s, d, (slong)centre, first, prec);
    point_init(&x, s, d, (slong)centre, first + 1, prec);
    arb_ptr below = _arb_vec_init(LYC_TILTS * k);
    for (int f = 0; f < LYC_TILTS; f++)
        arb_mat_zero(s->matrix[f]);
    for (slong l = first; l <= last; l += 2)
    {
        if (l % 256 == 0 && lyc_limits_expired())
        {
            arb_mat_indeterminate(s->matrix[LYC_TILT_NONE]);
            break;
        }
        point_evaluate(&y, l, prec);
        _arb_vec_add(below, below, y.phi, LYC_TILTS * k, prec);
        point_advance(&y, l, d, omega, prec);
        if (l + 1 > last)
            break;
        point_evaluate(&x, l + 1, prec);
        add_tilts(s, &x, below, prec);
        point_advance(&x, l + 1, d, omega, prec);
    }
    complete(s, below);
    point_clear(&y);
    point_clear(&x);
    _arb_vec_clear(below, LYC_TILTS * k);
}
