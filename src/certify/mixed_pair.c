#include <math.h>
#include <stdlib.h>

#include "certify/mixed.h"
#include "certify/mixed_moments.h"

void lyc_mixed_pair_init(lyc_mixed_pair *p, const lyc_affine_draw *x,
                         const lyc_affine_draw *y, slong prec)
{
    const lyc_affine_draw *draw[2] = {x, y};
    arb_t a;
    arb_init(a);
    for (int j = 0; j < 2; j++)
    {
        arb_init(p->centre[j]);
        arb_init(p->half[j]);
        lyc_number_get_arb(a, draw[j]->term->number, prec);
        lyc_number_get_arb(p->half[j], draw[j]->term->number + 1, prec);
        arb_add(p->centre[j], a, p->half[j], prec);
        arb_sub(p->half[j], p->half[j], a, prec);
        arb_mul_2exp_si(p->centre[j], p->centre[j], -1);
        arb_mul_2exp_si(p->half[j], p->half[j], -1);
    }
    arb_clear(a);
}

void lyc_mixed_pair_clear(lyc_mixed_pair *p)
{
    for (int j = 0; j < 2; j++)
    {
        arb_clear(p->centre[j]);
        arb_clear(p->half[j]);
    }
}

/* What does not depend on the cell. */
typedef struct
{
    const lyc_mixed_pair *pair;
    arb_srcptr rho;
    arb_struct alpha[2]; /* |kappa_j| half_j */
    arb_t bottom, top;   /* of z - centre */
    arb_t centre;        /* of z */
    arb_struct mean[2];  /* E s at vertex k */
    arb_struct slack[2]; /* |(s - E s) - (z - centre)| at vertex k */
    int sign[2];         /* of kappa_j */
    slong prec;
} strip;

static void strip_init(strip *s, const lyc_mixed_pair *p, const double kappa[2],
                       arb_srcptr rho, slong prec)
{
    arb_t t, d;
    arb_init(t);
    arb_init(d);
    s->pair = p;
    s->rho = rho;
    s->prec = prec;
    arb_init(s->bottom);
    arb_init(s->top);
    arb_init(s->centre);
    for (int j = 0; j < 2; j++)
    {
        arb_init(s->alpha + j);
        arb_init(s->mean + j);
        arb_init(s->slack + j);
        s->sign[j] = kappa[j] < 0 ? -1 : 1;
        arb_set_d(t, fabs(kappa[j]));
        arb_mul(s->alpha + j, t, p->half[j], prec);
        arb_add(s->top, s->top, s->alpha + j, prec);
        arb_set_d(t, kappa[j]);
        arb_addmul(s->centre, t, p->centre[j], prec);
    }
    arb_neg(s->bottom, s->top);
    for (int k = 0; k < 2; k++)
        for (int j = 0; j < 2; j++)
        {
            arb_addmul(s->mean + k, rho + 2 * k + j, p->centre[j], prec);
            arb_set_d(d, kappa[j]);
            arb_sub(d, rho + 2 * k + j, d, prec);
            arb_abs(d, d);
            arb_addmul(s->slack + k, d, p->half[j], prec);
        }
    arb_clear(t);
    arb_clear(d);
}

static void strip_clear(strip *s)
{
    arb_clear(s->bottom);
    arb_clear(s->top);
    arb_clear(s->centre);
    for (int j = 0; j < 2; j++)
    {
        arb_clear(s->alpha + j);
        arb_clear(s->mean + j);
        arb_clear(s->slack + j);
    }
}

/* The mean at vertex k: E s + sum rho_j half_j sign_j E(e_j; cell)/mass, or,
 * where the mass is not known to be positive, anything that s can be. */
static void set_vertex(lyc_mixed_cell *cell, int k, const strip *s,
                       const lyc_moments *m, const arb_t from, const arb_t to)
{
    const slong prec = s->prec;
    arb_t mean, low, high;
    arb_init(mean);
    arb_init(low);
    arb_init(high);
    for (int j = 0; j < 2; j++)
    {
        arb_mul(low, s->rho + 2 * k + j, s->pair->half[j], prec);
        if (s->sign[j] < 0)
            arb_neg(low, low);
        arb_addmul(mean, low, m->first[j], prec);
    }
    arb_div(mean, mean, m->mass, prec);
    arb_add(mean, mean, s->mean + k, prec);
    arb_add(low, from, s->mean + k, prec);
    arb_sub(low, low, s->slack + k, prec);
    arb_add(high, to, s->mean + k, prec);
    arb_add(high, high, s->slack + k, prec);
    if (!arb_is_finite(mean))
        arb_union(mean, low, high, prec);
    cell->mean[k] = lyc_near_arb(mean);
    arb_sub(low, mean, low, prec);
    arb_sub(high, high, mean, prec);
    arb_max(high, high, low, prec);
    const lyc_near h = lyc_near_arb(high);
    cell->half[k] = lyc_max_up(0, lyc_up(h.c + h.r));
    arb_clear(mean);
    arb_clear(low);
    arb_clear(high);
}

/* The variance of c_0 e_0 + c_1 e_1 given the cell: a ball, perhaps
 * indeterminate. */
static void variance(arb_t v, const lyc_moments *m, arb_srcptr c, slong prec)
{
    arb_t t, mean;
    arb_init(t);
    arb_init(mean);
    arb_zero(v);
    for (int i = 0; i < 3; i++) /* e_0^2, e_0 e_1, e_1^2 */
    {
        arb_mul(t, c + i / 2, c + (i + 1) / 2, prec);
        arb_mul_2exp_si(t, t, i == 1);
        arb_addmul(v, t, m->second[i], prec);
    }
    arb_div(v, v, m->mass, prec);
    arb_mul(mean, c, m->first[0], prec);
    arb_addmul(mean, c + 1, m->first[1], prec);
    arb_div(mean, mean, m->mass, prec);
    arb_submul(v, mean, mean, prec);
    arb_clear(t);
    arb_clear(mean);
}

/* Variances of s at both vertices and of their difference; |s_0 - s_1| itself
 * is at most the sum of both slacks. */
static void set_variances(lyc_mixed_cell *cell, const strip *s,
                          const lyc_moments *m)
{
    const slong prec = s->prec;
    arb_ptr c = _arb_vec_init(6);
    arb_t v, most;
    arb_init(v);
    arb_init(most);
    for (int k = 0; k < 2; k++)
        for (int j = 0; j < 2; j++)
        {
            arb_mul(c + 2 * k + j, s->rho + 2 * k + j, s->pair->half[j], prec);
            if (s->sign[j] < 0)
                arb_neg(c + 2 * k + j, c + 2 * k + j);
        }
    _arb_vec_sub(c + 4, c, c + 2, 2, prec);
    for (int k = 0; k < 2; k++)
    {
        variance(v, m, c + 2 * k, prec);
        const int known = arb_is_finite(v);
        const lyc_near x = lyc_near_arb(v);
        const double bound = lyc_up(cell->half[k] * cell->half[k]);
        cell->variance_low[k] = known ? lyc_size_down(lyc_down(x.c - x.r)) : 0;
        cell->variance_high[k] =
            known ? lyc_min_up(bound, lyc_up(x.c + x.r)) : bound;
    }
    variance(v, m, c + 4, prec);
    if (!arb_is_finite(v))
    {
        arb_add(most, s->slack, s->slack + 1, prec);
        arb_mul(v, most, most, prec);
    }
    const lyc_near x = lyc_near_arb(v);
    cell->apart = lyc_max_up(0, lyc_up(x.c + x.r));
    _arb_vec_clear(c, 6);
    arb_clear(v);
    arb_clear(most);
}

static void set_cell(lyc_mixed_cell *cell, const strip *s, const lyc_moments *m,
                     const arb_t from, const arb_t to)
{
    const lyc_near mass = lyc_near_arb(m->mass);
    cell->low = lyc_share_down(lyc_down(mass.c - mass.r));
    cell->high = lyc_share_up(lyc_up(mass.c + mass.r));
    cell->is_tail = 0;
    cell->reach = INFINITY;
    cell->end[0] = -INFINITY;
    cell->end[1] = INFINITY;
    for (int k = 0; k < 2; k++)
        set_vertex(cell, k, s, m, from, to);
    set_variances(cell, s, m);
    const double strip = lyc_near_arb(to).c - lyc_near_arb(from).c;
    const double slack = lyc_near_arb(s->slack).c;
    cell->width = strip > slack ? strip / 2 : 0;
}

/* Edges of cells: z - centre, and the moments up to them. Cuts that are not
 * proved to lie inside the range are passed over. */
static slong set_edges(arb_ptr at, lyc_moments *m, const strip *s,
                       const double *cut, slong cuts, double shift)
{
    const slong prec = s->prec;
    const int a = arf_cmp(arb_midref(s->alpha), arb_midref(s->alpha + 1)) < 0;
    slong n = 0;
    arb_set(at + n++, s->bottom);
    for (slong i = 0; i < cuts; i++)
    {
        arb_set_d(at + n, cut[i] + shift);
        arb_sub(at + n, at + n, s->centre, prec);
        if (!arb_gt(at + n, s->bottom) || !arb_lt(at + n, s->top))
            continue;
        lyc_moments_up_to(m + n, s->alpha, a, at + n, prec);
        n++;
    }
    arb_set(at + n, s->top);
    /* all of the square: E e_j^2 = 1/3 */
    arb_one(m[n].mass);
    for (int i = 0; i < 3; i += 2)
    {
        arb_one(m[n].second[i]);
        arb_div_ui(m[n].second[i], m[n].second[i], 3, prec);
    }
    return n;
}

/* Theorem continuous-laws.strips */
void lyc_mixed_pair_cells(lyc_mixed_cells *c, const lyc_mixed_pair *p,
                          const double kappa[2], arb_srcptr rho,
                          const double *cut, slong cuts, double shift,
                          slong prec)
{
    strip s;
    lyc_moments m;
    if (kappa[0] == 0 && kappa[1] == 0)
        cuts = 0;
    lyc_moments *edge = lyc_malloc((size_t)(cuts + 2) * sizeof *edge);
    arb_ptr at = _arb_vec_init(cuts + 2);
    for (slong i = 0; i < cuts + 2; i++)
        lyc_moments_init(edge + i);
    lyc_moments_init(&m);
    strip_init(&s, p, kappa, rho, prec);
    const slong n = set_edges(at, edge, &s, cut, cuts, shift);
    lyc_mixed_cells_init(c, n);
    for (slong l = 0; l < c->levels; l++)
        for (slong i = 0; i < lyc_mixed_cells_of(c, l); i++)
        {
            const slong a = i << l, b = FLINT_MIN((i + 1) << l, n);
            lyc_moments_sub(&m, edge + b, edge + a, prec);
            set_cell(c->cell + c->first[l] + i, &s, &m, at + a, at + b);
        }
    strip_clear(&s);
    lyc_moments_clear(&m);
    for (slong i = 0; i < cuts + 2; i++)
        lyc_moments_clear(edge + i);
    free(edge);
    _arb_vec_clear(at, cuts + 2);
}
