/* Anderson acceleration of x <- x + r(x), the residual r nearly affine. */
#include <math.h>
#include <string.h>

#include "enclose/box/solver.h"

#define MEMORY LYC_BOX_ANDERSON

void lyc_box_anderson_init(lyc_box_anderson_t a, slong length,
                           const double *weight)
{
    memset(a, 0, sizeof *a);
    a->length = length;
    a->weight = weight;
    a->last = lyc_malloc((size_t)length * sizeof(float));
    for (int k = 0; k < MEMORY; k++)
    {
        a->step[k] = lyc_malloc((size_t)length * sizeof(float));
        a->change[k] = lyc_malloc((size_t)length * sizeof(float));
    }
}

void lyc_box_anderson_clear(lyc_box_anderson_t a)
{
    free(a->last);
    for (int k = 0; k < MEMORY; k++)
    {
        free(a->step[k]);
        free(a->change[k]);
    }
}

static double dot(const lyc_box_anderson_t a, const float *u, const float *v)
{
    double sum = 0;
    for (slong n = 0; n < a->length; n++)
        sum += a->weight[n] * u[n] * v[n];
    return sum;
}

/* Gaussian elimination with a little regularisation; gamma is b at first. */
static void solve(double *gamma, double m[MEMORY][MEMORY], int k)
{
    for (int i = 0; i < k; i++)
        m[i][i] *= 1 + 1e-8;
    for (int i = 0; i < k; i++)
        for (int j = i + 1; j < k; j++)
        {
            const double t = m[i][i] > 0 ? m[j][i] / m[i][i] : 0;
            for (int c = i; c < k; c++)
                m[j][c] -= t * m[i][c];
            gamma[j] -= t * gamma[i];
        }
    for (int i = k - 1; i >= 0; i--)
    {
        for (int c = i + 1; c < k; c++)
            gamma[i] -= m[i][c] * gamma[c];
        gamma[i] = m[i][i] > 0 ? gamma[i] / m[i][i] : 0;
    }
}

/* Changes of the residual by the steps taken that come closest to it. */
static void mix(double *gamma, lyc_box_anderson_t a)
{
    double m[MEMORY][MEMORY];
    for (int i = 0; i < a->held; i++)
    {
        gamma[i] = dot(a, a->change[i], a->last);
        for (int j = 0; j <= i; j++)
            m[i][j] = m[j][i] = dot(a, a->change[i], a->change[j]);
    }
    solve(gamma, m, a->held);
}

void lyc_box_anderson_step(double *x, lyc_box_anderson_t a, const double *r)
{
    const int slot = (int)(a->count % MEMORY);
    double gamma[MEMORY], norm = 0;
    for (slong n = 0; n < a->length; n++)
        norm += a->weight[n] * r[n] * r[n];
    if (a->count > 0 && norm > 4 * a->norm)
        a->count = a->held = 0;
    a->norm = norm;
    if (a->count > 0)
    {
        const int before = (int)((a->count - 1) % MEMORY);
        for (slong n = 0; n < a->length; n++)
            a->change[before][n] = (float)r[n] - a->last[n];
        a->held = a->count < MEMORY ? (int)a->count : MEMORY;
    }
    for (slong n = 0; n < a->length; n++)
        a->last[n] = (float)r[n];
    mix(gamma, a);
    float *step = a->step[slot];
    for (slong n = 0; n < a->length; n++)
    {
        double move = r[n];
        for (int k = 0; k < a->held; k++)
            move -= gamma[k] * ((double)a->step[k][n] + a->change[k][n]);
        x[n] += move;
        step[n] = (float)move;
    }
    a->count++;
}
