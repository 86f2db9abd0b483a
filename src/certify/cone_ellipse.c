/* Bounds on Bernstein ellipses. */
#include "certify/cone.h"

#define PREC 64
/* The ellipse is cut at the values -1, …, 1 of the cosine; pieces are halved
 * until the bound is within 2^-fine of what is attained, DEPTH times at most.
 */
#define PIECES 8
#define DEPTH 12

void lyc_ellipse_axis(arb_t axis, slong ellipse)
{
    arb_t rho;
    arb_init(rho);
    arb_set_si(rho, ellipse);
    arb_mul_2exp_si(rho, rho, -LYC_ELLIPSE_SCALE);
    arb_inv(axis, rho, PREC);
    arb_add(axis, axis, rho, PREC);
    arb_mul_2exp_si(axis, axis, -1);
    arb_clear(rho);
}

/* The linear functions N_0, N_1 and L = N_0 + N_1 of z, as constant and slope:
 * the coordinates of B ((1 - z)/2, (1 + z)/2). */
typedef struct
{
    arb_t axis;
    arb_t n[3][2];
} forms;

static void forms_init(forms *f, const lyc_cone_chart *chart, slong ellipse)
{
    arb_init(f->axis);
    lyc_ellipse_axis(f->axis, ellipse);
    for (int i = 0; i < 3; i++)
    {
        arb_init(f->n[i][0]);
        arb_init(f->n[i][1]);
    }
    for (int i = 0; i < 2; i++)
    {
        const arb_struct *b = chart->b + 2 * i;
        arb_add(f->n[i][0], b, b + 1, PREC);
        arb_sub(f->n[i][1], b + 1, b, PREC);
        arb_mul_2exp_si(f->n[i][0], f->n[i][0], -1);
        arb_mul_2exp_si(f->n[i][1], f->n[i][1], -1);
        for (int j = 0; j < 2; j++)
            arb_add(f->n[2][j], f->n[2][j], f->n[i][j], PREC);
    }
}

static void forms_clear(forms *f)
{
    arb_clear(f->axis);
    for (int i = 0; i < 3; i++)
    {
        arb_clear(f->n[i][0]);
        arb_clear(f->n[i][1]);
    }
}

/* |n_0 + n_1 z|, z on the ellipse with real part axis * t: the square is
 * (n_1 t)^2 + 2 n_0 n_1 axis t + n_0^2 + n_1^2 (axis^2 - 1)
 *     = (n_0 + n_1 axis t)^2 + n_1^2 (axis^2 - 1)(1 - t^2). */
static void modulus(arb_t m, const forms *f, int i, double t)
{
    arb_t u, v;
    arb_init(u);
    arb_init(v);
    arb_set_d(u, t);
    arb_mul(u, u, f->axis, PREC);
    arb_mul(u, u, f->n[i][1], PREC);
    arb_add(u, u, f->n[i][0], PREC);
    arb_mul(u, u, u, PREC);
    arb_mul(v, f->axis, f->axis, PREC);
    arb_sub_ui(v, v, 1, PREC);
    arb_mul(v, v, f->n[i][1], PREC);
    arb_mul(v, v, f->n[i][1], PREC);
    arb_set_d(m, t);
    arb_mul(m, m, m, PREC);
    arb_sub_ui(m, m, 1, PREC);
    arb_submul(u, v, m, PREC);
    arb_sqrtpos(m, u, PREC);
    arb_clear(u);
    arb_clear(v);
}

typedef struct
{
    double t;
    mag_t n[2], l; /* upper bounds of |N_0|, |N_1|, a lower one of |L| */
} point;

static void point_init(point *p, const forms *f, double t)
{
    arb_t m;
    arb_init(m);
    p->t = t;
    for (int i = 0; i < 2; i++)
    {
        mag_init(p->n[i]);
        modulus(m, f, i, t);
        arb_get_mag(p->n[i], m);
    }
    mag_init(p->l);
    modulus(m, f, 2, t);
    arb_get_mag_lower(p->l, m);
    arb_clear(m);
}

static void point_clear(point *p)
{
    mag_clear(p->n[0]);
    mag_clear(p->n[1]);
    mag_clear(p->l);
}

/* (|N_0| + |N_1|)/|L| for real parts between those of p and q: |N_i|^2 is
 * convex in t, and |L| is monotone because the zero of L lies outside. */
static void piece_bound(mag_t bound, const point *p, const point *q)
{
    mag_t t;
    mag_init(t);
    mag_max(bound, p->n[0], q->n[0]);
    mag_max(t, p->n[1], q->n[1]);
    mag_add(bound, bound, t);
    mag_min(t, p->l, q->l);
    mag_div(bound, bound, t);
    mag_clear(t);
}

/* attained grows with the points seen; most is a bound for all of the piece. */
static void piece_refine(mag_t most, mag_t attained, const point *p,
                         const point *q, const forms *f, int fine, int depth)
{
    mag_t bound, t;
    mag_init(bound);
    mag_init(t);
    piece_bound(bound, p, q);
    mag_mul_2exp_si(t, attained, -fine);
    mag_add(t, t, attained);
    if (depth == 0 || mag_cmp(bound, t) <= 0)
        mag_max(most, most, bound);
    else
    {
        point r;
        point_init(&r, f, (p->t + q->t) / 2);
        piece_bound(t, &r, &r);
        mag_max(attained, attained, t);
        piece_refine(most, attained, p, &r, f, fine, depth - 1);
        piece_refine(most, attained, &r, q, f, fine, depth - 1);
        point_clear(&r);
    }
    mag_clear(bound);
    mag_clear(t);
}

/* most >= (|w - 1| + |w + 1|)/2 for w in the image. */
static void image_axis(mag_t most, const forms *f, int fine)
{
    point p[PIECES + 1];
    mag_t attained, t;
    mag_init(attained);
    mag_init(t);
    for (int i = 0; i <= PIECES; i++)
    {
        point_init(p + i, f, (2 * i - PIECES) / (double)PIECES);
        piece_bound(t, p + i, p + i);
        mag_max(attained, attained, t);
    }
    mag_zero(most);
    for (int i = 0; i < PIECES; i++)
        piece_refine(most, attained, p + i, p + i + 1, f, fine, DEPTH);
    for (int i = 0; i <= PIECES; i++)
        point_clear(p + i);
    mag_clear(attained);
    mag_clear(t);
}

/* rho with (rho + 1/rho)/2 = axis, axis >= 1. */
static void ellipse_of_axis(mag_t rho, const mag_t axis)
{
    arb_t a, b;
    arb_init(a);
    arb_init(b);
    arf_set_mag(arb_midref(a), axis);
    arb_mul(b, a, a, PREC);
    arb_sub_ui(b, b, 1, PREC);
    arb_sqrtpos(b, b, PREC);
    arb_add(a, a, b, PREC);
    arb_get_mag(rho, a);
    if (mag_cmp_2exp_si(rho, 0) < 0)
        mag_one(rho);
    arb_clear(a);
    arb_clear(b);
}

/* L is real and linear: its real part on the ellipse is between its values at
 * the ends of the long axis, its modulus at most the larger of them. */
static int bound_log(mag_t log, const forms *f)
{
    arb_t l[2];
    mag_t t;
    arb_init(l[0]);
    arb_init(l[1]);
    mag_init(t);
    arb_mul(l[0], f->axis, f->n[2][1], PREC);
    arb_add(l[1], f->n[2][0], l[0], PREC);
    arb_sub(l[0], f->n[2][0], l[0], PREC);
    const int ok = arb_is_positive(l[0]) && arb_is_positive(l[1]);
    mag_const_pi(log);
    mag_mul_2exp_si(log, log, -1);
    mag_t most;
    mag_init(most);
    for (int i = 0; i < 2 && ok; i++)
    {
        arb_log(l[i], l[i], PREC);
        arb_get_mag(t, l[i]);
        mag_max(most, most, t);
    }
    mag_add(log, log, most);
    mag_clear(most);
    mag_clear(t);
    arb_clear(l[0]);
    arb_clear(l[1]);
    return ok;
}

/* Theorem collocation.ellipse */
int lyc_ellipse_image(mag_t image, mag_t log, const lyc_cone_chart *chart,
                      slong ellipse, int fine)
{
    forms f;
    forms_init(&f, chart, ellipse);
    const int ok = bound_log(log, &f);
    if (ok)
    {
        image_axis(image, &f, fine);
        ellipse_of_axis(image, image);
    }
    forms_clear(&f);
    return ok;
}
