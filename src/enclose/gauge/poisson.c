/* The Poisson equation h + lambda = E log |A r| + E h(A r) on the rays, with
 * h = log phi: T(h)_j = sum_i p_i log fhat(A_i r_j), wanted T(h) = h + lambda.
 * The derivative of T is a stochastic matrix P. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

/* Images are not seen as smaller than this part of phi (kernels). */
#define TINY 1e-9
#define MAX_PLAIN 12
#define MAX_NEWTON 6

/* r = T(h) - h */
static void residuals(double *r, const lyc_gauge_fan_t f,
                      const lyc_gauge_images_t m, const lyc_gauge_atoms_t a)
{
    for (slong j = 0; j < f->rays; j++)
    {
        double sum = -log(f->value[j]);
        for (slong i = 0; i < a->length; i++)
        {
            const slong k = j * a->length + i, l = m->cone[k];
            const double image =
                m->near[2 * k] * f->value[l] +
                m->near[2 * k + 1] * f->value[lyc_gauge_fan_next(f, l)];
            sum += a->weight[i] * log(fmax(image, TINY * f->value[j]));
        }
        r[j] = sum;
    }
}

static lyc_gauge_poisson_t measure(const double *r, const double *w, slong n,
                                   slong sweeps)
{
    lyc_gauge_poisson_t p = {0.0, 0.0, 0.0, sweeps};
    double top = -INFINITY, bottom = INFINITY;
    for (slong j = 0; j < n; j++)
    {
        p.lambda += w[j] * r[j];
        top = fmax(top, r[j]);
        bottom = fmin(bottom, r[j]);
    }
    for (slong j = 0; j < n; j++)
        p.residual += w[j] * fabs(r[j] - p.lambda);
    p.sup = top - bottom;
    return p;
}

/* The derivative of T at the present values. */
static void linearise(lyc_gauge_chain_t c, const lyc_gauge_fan_t f,
                      const lyc_gauge_images_t m, const lyc_gauge_atoms_t a)
{
    for (slong k = 0; k < f->rays * a->length; k++)
    {
        const slong l = m->cone[k], end = lyc_gauge_fan_next(f, l);
        const double first = m->near[2 * k] * f->value[l];
        const double second = m->near[2 * k + 1] * f->value[end];
        const double p = a->weight[k % a->length];
        const double sum = fmax(first + second, 1e-300);
        c->to[2 * k] = (int32_t)l;
        c->to[2 * k + 1] = (int32_t)end;
        c->rate[2 * k] = p * first / sum;
        c->rate[2 * k + 1] = p * second / sum;
    }
}

/* h += step, shifted so that its mean stays near 0. */
static void update(lyc_gauge_fan_t f, const double *w, const double *step)
{
    double mean = 0.0;
    for (slong j = 0; j < f->rays; j++)
        mean += w[j] * step[j];
    for (slong j = 0; j < f->rays; j++)
    {
        const double change = fmax(-30.0, fmin(30.0, step[j] - mean));
        f->value[j] = fmax(1e-300, f->value[j] * exp(change));
    }
}

static void newton(lyc_gauge_fan_t f, slong *used, const lyc_gauge_images_t m,
                   const lyc_gauge_atoms_t a, const double *w, const double *r,
                   double tol)
{
    lyc_gauge_chain_t c;
    double *step = lyc_malloc(sizeof(double) * (size_t)f->rays);
    lyc_gauge_chain_init(c, f->rays, 2 * a->length);
    linearise(c, f, m, a);
    lyc_gauge_approx_solve(step, used, c, w, r, tol, 30);
    update(f, w, step);
    lyc_gauge_chain_clear(c);
    free(step);
}

/* The smallest residual of what plain sweeps reach; 1 when that is tol. */
static int plain(lyc_gauge_poisson_t *p, lyc_gauge_fan_t f, double *r,
                 const lyc_gauge_images_t m, const lyc_gauge_atoms_t a,
                 const double *w, double tol)
{
    for (slong k = 0; k < MAX_PLAIN && p->residual > tol; k++)
    {
        const double before = p->residual;
        update(f, w, r);
        residuals(r, f, m, a);
        *p = measure(r, w, f->rays, p->sweeps + 1);
        if (k > 1 && p->residual > 0.8 * before)
            break;
    }
    return p->residual <= tol;
}

/* Weights of the rays for averages of residuals: those of their cones. */
static double *ray_weights(const lyc_gauge_fan_t f)
{
    const slong n = f->rays;
    double *w = lyc_malloc(sizeof(double) * (size_t)n);
    lyc_gauge_fan_weights(w, f);
    if (!f->is_projective)
        w[n - 1] = w[n - 2] *= 0.5;
    return w;
}

lyc_gauge_poisson_t lyc_gauge_approx_poisson(lyc_gauge_fan_t f,
                                             const lyc_gauge_images_t m,
                                             const lyc_gauge_atoms_t a,
                                             double tol)
{
    const size_t bytes = sizeof(double) * (size_t)f->rays;
    double *r = lyc_malloc(bytes), *w = ray_weights(f);
    double *saved = lyc_malloc(bytes);
    residuals(r, f, m, a);
    lyc_gauge_poisson_t p = measure(r, w, f->rays, 1);
    for (slong k = 0; k < MAX_NEWTON; k++)
    {
        if (plain(&p, f, r, m, a, w, tol))
            break;
        const double before = p.residual;
        memcpy(saved, f->value, bytes);
        newton(f, &p.sweeps, m, a, w, r, fmax(0.3 * tol, 1e-3 * before));
        residuals(r, f, m, a);
        p = measure(r, w, f->rays, p.sweeps + 1);
        if (!(p.residual < before))
        {
            memcpy(f->value, saved, bytes);
            residuals(r, f, m, a);
            p = measure(r, w, f->rays, p.sweeps + 1);
            break;
        }
    }
    free(r);
    free(w);
    free(saved);
    return p;
}
