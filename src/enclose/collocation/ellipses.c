/* Bernstein ellipses that the letters map into each other, in doubles. */
#include <math.h>

#include "enclose/collocation/collocation.h"

#define LARGEST 1e4
#define POINTS 48
#define SWEEPS 40
#define HALVINGS 24

static double axis_of(double rho)
{
    return (rho + 1 / rho) / 2;
}

static double rho_of(double axis)
{
    return axis < 1 ? 1 : axis + sqrt(axis * axis - 1);
}

static void get_chart(double *b, const lyc_cone_chart *chart)
{
    for (int i = 0; i < 4; i++)
        b[i] = arf_get_d(arb_midref(chart->b + i), ARF_RND_NEAR);
}

/* The largest ellipse on which the letter has no zero. */
static double pole(const double *b)
{
    const double constant = b[0] + b[1] + b[2] + b[3];
    const double slope = fabs(b[1] + b[3] - b[0] - b[2]);
    return slope * LARGEST < constant ? LARGEST : rho_of(constant / slope);
}

static double image(const double *b, double rho)
{
    const double axis = axis_of(rho);
    double most = 1;
    for (int j = 0; j < POINTS; j++)
    {
        const double t = cos(3.14159265358979 * j / (POINTS - 1));
        double m[3];
        double sum[2] = {0, 0};
        for (int i = 0; i < 3; i++)
        {
            const double n0 = i < 2 ? (b[2 * i] + b[2 * i + 1]) / 2 : sum[0];
            const double n1 = i < 2 ? (b[2 * i + 1] - b[2 * i]) / 2 : sum[1];
            sum[0] += n0;
            sum[1] += n1;
            m[i] = hypot(n0 + n1 * axis * t,
                         n1 * sqrt((axis * axis - 1) * (1 - t * t)));
        }
        most = fmax(most, (m[0] + m[1]) / m[2]);
    }
    return rho_of(most);
}

/* Nothing fits when the time is up. */
static int fits(double rho, const double *most, const lyc_cone_t cone, slong a,
                const lyc_limits_t limits)
{
    const slong n = cone->letters->length;
    for (slong i = 0; i < n; i++)
    {
        const lyc_cone_chart *chart = cone->chart + a * n + i;
        double b[4];
        get_chart(b, chart);
        if (!(rho < 0.999 * pole(b)) || !(image(b, rho) <= most[chart->to]))
            return 0;
        if (i % 64 == 63 && lyc_limits_out_of_time(limits))
            return 0;
    }
    return 1;
}

/* The largest rho, up to the present one, that fits. */
static double shrink(const double *rho, const lyc_cone_t cone, slong a,
                     const lyc_limits_t limits)
{
    double low = 0, high = log(rho[a]);
    if (fits(rho[a], rho, cone, a, limits))
        return rho[a];
    for (int i = 0; i < HALVINGS; i++)
    {
        const double t = (low + high) / 2;
        if (fits(exp(t), rho, cone, a, limits))
            low = t;
        else
            high = t;
    }
    return exp(low);
}

int lyc_ellipses_find(double *rho, const lyc_cone_t cone,
                      const lyc_limits_t limits)
{
    const slong arcs = cone->c->arcs;
    for (slong a = 0; a < arcs; a++)
        rho[a] = LARGEST;
    for (int sweep = 0; sweep < SWEEPS; sweep++)
    {
        double change = 0;
        for (slong a = 0; a < arcs; a++)
        {
            const double next = shrink(rho, cone, a, limits);
            change = fmax(change, log(rho[a] / next));
            rho[a] = next;
        }
        if (lyc_limits_out_of_time(limits))
            return 0;
        if (change < 1e-3)
            break;
    }
    for (slong a = 0; a < arcs; a++)
        if (!(rho[a] > 1 + ldexp(1, 4 - LYC_ELLIPSE_SCALE)))
            return 0;
    return 1;
}
