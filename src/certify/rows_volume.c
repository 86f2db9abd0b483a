#include "certify/rows_volume.h"

#include "certify/bilinear_log.h"

/* base + s side, s uniform on [-1, 1], with a weight. */
typedef struct
{
    lyc_number_t base[2], side[2], weight;
} segment;

/* E log|<v, r>| = shift + sum of weight E log|<v, base + s side>|, for every v,
 * r uniform on a row. */
typedef struct
{
    segment at[4];
    slong length;
    double shift; /* 0 or -1/2 */
} edges;

static void edges_init(edges *e)
{
    e->length = 0;
    e->shift = 0;
    for (int i = 0; i < 4; i++)
    {
        for (int c = 0; c < 2; c++)
        {
            lyc_number_init(e->at[i].base[c]);
            lyc_number_init(e->at[i].side[c]);
        }
        lyc_number_init(e->at[i].weight);
    }
}

static void edges_clear(edges *e)
{
    for (int i = 0; i < 4; i++)
    {
        for (int c = 0; c < 2; c++)
        {
            lyc_number_clear(e->at[i].base[c]);
            lyc_number_clear(e->at[i].side[c]);
        }
        lyc_number_clear(e->at[i].weight);
    }
}

/* x_1 y_2 - x_2 y_1 */
static void cross(lyc_number_t z, const lyc_number_t x[2],
                  const lyc_number_t y[2])
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_mul(t, x[1], y[0]);
    lyc_number_mul(z, x[0], y[1]);
    lyc_number_sub(z, z, t);
    lyc_number_clear(t);
}

/* The sides s_i = -1 and s_i = 1 of a parallelogram, of weights (1 - p)/4 and
 * (1 + p)/4. */
static void add_sides(edges *e, const lyc_affine_row *a, int i,
                      const lyc_number_t p)
{
    lyc_number_t quarter;
    lyc_number_init(quarter);
    lyc_number_set_str(quarter, "0.25");
    for (int side = -1; side <= 1; side += 2)
    {
        segment *s = e->at + e->length++;
        lyc_number_set_si(s->weight, 1);
        for (int c = 0; c < 2; c++)
        {
            lyc_number_set(s->side[c], a->side[1 - i][c]);
            if (side < 0)
                lyc_number_sub(s->base[c], a->base[c], a->side[i][c]);
            else
                lyc_number_add(s->base[c], a->base[c], a->side[i][c]);
        }
        if (side < 0)
            lyc_number_sub(s->weight, s->weight, p);
        else
            lyc_number_add(s->weight, s->weight, p);
        lyc_number_mul(s->weight, s->weight, quarter);
    }
    lyc_number_clear(quarter);
}

/* p = (base x side_2, side_1 x base)/(side_1 x side_2); 0 where the sides are
 * not proved to span a plane. */
/* Theorem continuous-laws.sides */
static int edges_of_plane(edges *e, const lyc_affine_row *a)
{
    lyc_number_t area, p, q;
    lyc_number_init(area);
    lyc_number_init(p);
    lyc_number_init(q);
    cross(area, a->side[0], a->side[1]);
    cross(p, a->base, a->side[1]);
    cross(q, a->side[0], a->base);
    const int held = lyc_number_div(p, p, area) == LYC_TRUE &&
                     lyc_number_div(q, q, area) == LYC_TRUE;
    if (held)
    {
        e->shift = -0.5;
        add_sides(e, a, 0, p);
        add_sides(e, a, 1, q);
    }
    lyc_number_clear(area);
    lyc_number_clear(p);
    lyc_number_clear(q);
    return held;
}

static int edges_set(edges *e, const lyc_affine_row *a)
{
    if (a->sides == 2)
        return edges_of_plane(e, a);
    for (int c = 0; c < 2; c++)
    {
        lyc_number_set(e->at->base[c], a->base[c]);
        if (a->sides == 1)
            lyc_number_set(e->at->side[c], a->side[0][c]);
    }
    lyc_number_set_si(e->at->weight, 1);
    e->length = 1;
    return 1;
}

/* value += weights times E log|(a + s u) x (b + t v)|; nothing where a weight
 * is 0. */
static void add_pair(arb_t value, const segment *x, const segment *y,
                     slong prec)
{
    lyc_number_struct c[4];
    arb_t mean, weight;
    if (lyc_number_is_zero(x->weight) == LYC_TRUE ||
        lyc_number_is_zero(y->weight) == LYC_TRUE)
        return;
    arb_init(mean);
    arb_init(weight);
    for (int i = 0; i < 4; i++)
    {
        lyc_number_init(c + i);
        cross(c + i, i & 1 ? x->side : x->base, i & 2 ? y->side : y->base);
    }
    lyc_bilinear_log_mean(mean, c, prec);
    lyc_number_get_arb(weight, x->weight, prec);
    arb_mul(mean, mean, weight, prec);
    lyc_number_get_arb(weight, y->weight, prec);
    arb_addmul(value, mean, weight, prec);
    for (int i = 0; i < 4; i++)
        lyc_number_clear(c + i);
    arb_clear(mean);
    arb_clear(weight);
}

/* Theorem continuous-laws.sides */
int lyc_rows_volume(arb_t value, const lyc_affine_rows *r, slong prec)
{
    edges e[2];
    arb_zero(value);
    edges_init(e);
    edges_init(e + 1);
    const int held = edges_set(e, r->row) && edges_set(e + 1, r->row + 1);
    if (held)
    {
        arb_set_d(value, e[0].shift + e[1].shift);
        for (slong i = 0; i < e[0].length; i++)
            for (slong j = 0; j < e[1].length; j++)
                add_pair(value, e[0].at + i, e[1].at + j, prec);
    }
    edges_clear(e);
    edges_clear(e + 1);
    return held;
}
