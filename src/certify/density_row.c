#include "certify/density.h"

#include <math.h>

void lyc_density_outcome_init(lyc_density_outcome *o)
{
    for (int r = 0; r < 2; r++)
        for (int c = 0; c < 2; c++)
        {
            arb_init(o->base[r][c]);
            arb_init(o->side[r][0][c]);
            arb_init(o->side[r][1][c]);
        }
}

void lyc_density_outcome_clear(lyc_density_outcome *o)
{
    for (int r = 0; r < 2; r++)
        for (int c = 0; c < 2; c++)
        {
            arb_clear(o->base[r][c]);
            arb_clear(o->side[r][0][c]);
            arb_clear(o->side[r][1][c]);
        }
}

/* *x = a double near a; *error += the distance, up. */
static void nearest(double *x, double *error, const arb_t a)
{
    arf_t t;
    mag_t r;
    arf_init(t);
    mag_init(r);
    *x = arf_get_d(arb_midref(a), ARF_RND_NEAR);
    if (!arb_is_finite(a) || !isfinite(*x))
    {
        *x = 0;
        *error = INFINITY;
    }
    else
    {
        arf_set_d(t, *x);
        arf_sub(t, t, arb_midref(a), 30, ARF_RND_UP);
        arf_get_mag(r, t);
        mag_add(r, r, arb_radref(a));
        *error = lyc_up(*error + lyc_up(mag_get_d(r)));
    }
    arf_clear(t);
    mag_clear(r);
}

void lyc_density_outcome_set(lyc_density_outcome *o, const lyc_affine_rows *r,
                             const lyc_number_t weight, slong prec)
{
    arb_t w;
    arb_init(w);
    for (int i = 0; i < 2; i++)
        for (int c = 0; c < 2; c++)
        {
            lyc_number_get_arb(o->base[i][c], r->row[i].base[c], prec);
            for (int j = 0; j < 2; j++)
                lyc_number_get_arb(o->side[i][j][c], r->row[i].side[j][c],
                                   prec);
        }
    lyc_number_get_arb(w, weight, prec);
    o->weight_error = 0;
    nearest(&o->weight, &o->weight_error, w);
    arb_clear(w);
}

/* x_0 a_0 + x_1 a_1 */
static void at(double *value, double *error, const arb_t a0, const arb_t a1,
               const double x[2], slong prec)
{
    arb_t s, t;
    arb_init(s);
    arb_init(t);
    arb_set_d(t, x[0]);
    arb_mul(s, a0, t, prec);
    arb_set_d(t, x[1]);
    arb_addmul(s, a1, t, prec);
    nearest(value, error, s);
    arb_clear(s);
    arb_clear(t);
}

/* Ratios beta/alpha below this are taken as 0. */
#define NARROW 0x1p-60

void lyc_density_rows(lyc_density_row row[2], const lyc_density_outcome *o,
                      const double x[2], slong prec)
{
    for (int r = 0; r < 2; r++)
    {
        lyc_density_row *a = row + r;
        a->error = 0;
        at(&a->m, &a->error, o->base[r][0], o->base[r][1], x, prec);
        for (int j = 0; j < 2; j++)
            at(a->side + j, &a->error, o->side[r][j][0], o->side[r][j][1], x,
               prec);
        a->alpha = lyc_max_up(fabs(a->side[0]), fabs(a->side[1]));
        a->beta = lyc_min_down(fabs(a->side[0]), fabs(a->side[1]));
        if (a->beta < NARROW * a->alpha)
        {
            a->error = lyc_up(a->error + a->beta);
            a->beta = 0;
        }
    }
}
