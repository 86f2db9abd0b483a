/* One variable at a time. */
#include "certify/solid.h"

/* y[0] = (1 - s)/2, y[1] = (1 + s)/2. */
static void halves(arb_struct *y, const arb_t s, slong prec)
{
    arb_neg(y, s);
    arb_set(y + 1, s);
    for (int i = 0; i < 2; i++)
    {
        arb_add_ui(y + i, y + i, 1, prec);
        arb_mul_2exp_si(y + i, y + i, -1);
    }
}

/* Row j of B times the coordinates at the ends -1 and 1 of the free variable,
 * y the halves of the fixed one. */
static void row_ends(arb_struct *w, const arb_struct *b, int variable,
                     const arb_struct *y, slong prec)
{
    if (variable == 0)
    {
        arb_set(w, b);
        arb_mul(w + 1, b + 1, y, prec);
        arb_addmul(w + 1, b + 2, y + 1, prec);
        return;
    }
    for (int i = 0; i < 2; i++)
    {
        arb_mul(w + i, b, y, prec);
        arb_addmul(w + i, b + 1 + i, y + 1, prec);
    }
}

void lyc_solid_charts(lyc_cone_chart *first, lyc_cone_chart *second,
                      const lyc_solid_letter *letter, int variable,
                      const arb_t other, slong prec)
{
    arb_struct y[2], w[6];
    for (int i = 0; i < 2; i++)
        arb_init(y + i);
    for (int i = 0; i < 6; i++)
        arb_init(w + i);
    halves(y, other, prec);
    for (int j = 0; j < 3; j++)
        row_ends(w + 2 * j, letter->b + 3 * j, variable, y, prec);
    first->to = 0;
    second->to = 0;
    for (int i = 0; i < 4; i++)
    {
        arb_init(first->b + i);
        arb_init(second->b + i);
        arb_set(second->b + i, w + 2 + i);
    }
    for (int i = 0; i < 2; i++)
    {
        arb_set(first->b + i, w + i);
        arb_add(first->b + 2 + i, w + 2 + i, w + 4 + i, prec);
    }
    for (int i = 0; i < 2; i++)
        arb_clear(y + i);
    for (int i = 0; i < 6; i++)
        arb_clear(w + i);
}

static void chart_clear(lyc_cone_chart *chart)
{
    for (int i = 0; i < 4; i++)
        arb_clear(chart->b + i);
}

void lyc_solid_image(arb_t log, arb_t image_s, arb_t image_t,
                     const lyc_solid_letter *letter, const arb_t s,
                     const arb_t t, slong prec)
{
    lyc_cone_chart first, second;
    arb_t unused;
    arb_init(unused);
    lyc_solid_charts(&first, &second, letter, 0, t, prec);
    lyc_cone_image(unused, image_t, &second, s, prec);
    lyc_cone_image(log, image_s, &first, s, prec);
    chart_clear(&first);
    chart_clear(&second);
    arb_clear(unused);
}

/* sum |c_kl| first^k second^l. */
static void height(mag_t most, const lyc_square_t q, const mag_t first,
                   const mag_t second)
{
    const slong n = q->degree + 1;
    mag_t row, t;
    mag_init(row);
    mag_init(t);
    mag_zero(most);
    for (slong k = n - 1; k >= 0; k--)
    {
        mag_zero(row);
        for (slong l = n - 1; l >= 0; l--)
        {
            mag_mul(row, row, second);
            mag_set_fmpz(t, q->coefficient + k * n + l);
            mag_add(row, row, t);
        }
        mag_mul(most, most, first);
        mag_add(most, most, row);
    }
    mag_mul_2exp_si(most, most, -q->scale);
    mag_clear(row);
    mag_clear(t);
}

/* The balls cost more than that. */
#define FINE 4

/* One letter on the ellipse of one variable: most >= |log L + h|. */
static int letter_bound(mag_t most, const lyc_solid_t solid, slong i,
                        int variable, const arb_t other)
{
    const slong ellipse = solid->q->ellipse[variable];
    lyc_cone_chart first, second;
    mag_t image[2], unused, h;
    mag_init(image[0]);
    mag_init(image[1]);
    mag_init(unused);
    mag_init(h);
    lyc_solid_charts(&first, &second, solid->letter + i, variable, other, 64);
    const int ok = lyc_ellipse_image(image[0], most, &first, ellipse, FINE) &&
                   lyc_ellipse_image(image[1], unused, &second, ellipse, FINE);
    if (ok)
    {
        height(h, solid->q, image[0], image[1]);
        mag_add(most, most, h);
    }
    chart_clear(&first);
    chart_clear(&second);
    mag_clear(image[0]);
    mag_clear(image[1]);
    mag_clear(unused);
    mag_clear(h);
    return ok;
}

/* The other variable runs through this many balls. */
#define BALLS 16

static int bound_on_ellipse(mag_t most, const lyc_solid_t solid, int variable)
{
    arb_t other;
    mag_t sum, part, weight;
    int ok = 1;
    arb_init(other);
    mag_init(sum);
    mag_init(part);
    mag_init(weight);
    mag_zero(most);
    for (int j = 0; j < BALLS && ok; j++)
    {
        arb_set_d(other, (2 * j + 1 - BALLS) / (double)BALLS);
        mag_set_d(arb_radref(other), 1 / (double)BALLS);
        mag_zero(sum);
        for (slong i = 0; i < solid->length && ok; i++)
        {
            ok = letter_bound(part, solid, i, variable, other);
            arb_get_mag(weight, solid->weight + i);
            mag_addmul(sum, weight, part);
        }
        mag_max(most, most, sum);
    }
    arb_clear(other);
    mag_clear(sum);
    mag_clear(part);
    mag_clear(weight);
    return ok;
}

/* Theorem collocation.product */
void lyc_solid_tail(mag_t tail, const lyc_solid_t solid, int variable)
{
    const lyc_square_struct *q = solid->q;
    mag_inf(tail);
    if (q->ellipse[variable] <= 1L << LYC_ELLIPSE_SCALE ||
        q->nodes <= q->degree)
        return;
    mag_t most;
    mag_init(most);
    if (bound_on_ellipse(most, solid, variable))
        lyc_ellipse_tail(tail, most, q->ellipse[variable], q->nodes);
    mag_clear(most);
}
