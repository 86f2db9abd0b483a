/* Dense LU factorisation with partial pivoting, PANEL columns at a time: the
 * rest of the matrix is read and written once a panel. */
#include <math.h>

#include "enclose/gauge/gauge.h"

#define PANEL 4

static slong find_pivot(const double *a, slong n, slong k)
{
    slong best = k;
    for (slong i = k + 1; i < n; i++)
        if (fabs(a[i * n + k]) > fabs(a[best * n + k]))
            best = i;
    return best;
}

static void swap_rows(double *a, slong n, slong i, slong k)
{
    for (slong j = 0; j < n && i != k; j++)
    {
        const double t = a[i * n + j];
        a[i * n + j] = a[k * n + j];
        a[k * n + j] = t;
    }
}

/* Columns k … end - 1, below the diagonal and above. */
static int factor_panel(double *a, slong *pivot, slong n, slong k, slong end)
{
    for (; k < end; k++)
    {
        pivot[k] = find_pivot(a, n, k);
        swap_rows(a, n, pivot[k], k);
        const double top = a[k * n + k];
        if (!(fabs(top) > 0.0) || !isfinite(top))
            return 0;
        for (slong i = k + 1; i < n; i++)
        {
            const double q = a[i * n + k] / top;
            a[i * n + k] = q;
            for (slong j = k + 1; j < end; j++)
                a[i * n + j] -= q * a[k * n + j];
        }
    }
    return 1;
}

/* row -= q[0] from_0 + … + q[PANEL - 1] from_(PANEL - 1), columns j … n - 1 */
static void eliminate(double *restrict row, const double *q,
                      const double *restrict from, slong j, slong n)
{
    const double q0 = q[0], q1 = q[1], q2 = q[2], q3 = q[3];
    const double *restrict f0 = from, *restrict f1 = from + n;
    const double *restrict f2 = from + 2 * n, *restrict f3 = from + 3 * n;
    for (; j + 4 <= n; j += 4)
        for (int c = 0; c < 4; c++)
            row[j + c] -= (q0 * f0[j + c] + q1 * f1[j + c]) +
                          (q2 * f2[j + c] + q3 * f3[j + c]);
    for (; j < n; j++)
        row[j] -= (q0 * f0[j] + q1 * f1[j]) + (q2 * f2[j] + q3 * f3[j]);
}

int lyc_gauge_lu(double *a, slong *pivot, slong n)
{
    slong k = 0;
    for (; k + PANEL <= n; k += PANEL)
    {
        const slong end = k + PANEL;
        if (!factor_panel(a, pivot, n, k, end))
            return 0;
        for (slong i = k + 1; i < end; i++)
            for (slong l = k; l < i; l++)
                for (slong j = end; j < n; j++)
                    a[i * n + j] -= a[i * n + l] * a[l * n + j];
        for (slong i = end; i < n; i++)
            eliminate(a + i * n, a + i * n + k, a + k * n, end, n);
    }
    return factor_panel(a, pivot, n, k, n);
}

/* b[0] a[0] + … + b[n-1] a[n-1], in four sums that do not wait for another */
static double product(const double *a, const double *b, slong n)
{
    double sum[4] = {0.0, 0.0, 0.0, 0.0};
    slong j = 0;
    for (; j + 4 <= n; j += 4)
        for (int c = 0; c < 4; c++)
            sum[c] += a[j + c] * b[j + c];
    for (; j < n; j++)
        sum[0] += a[j] * b[j];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

void lyc_gauge_lu_solve(double *b, const double *lu, const slong *pivot,
                        slong n)
{
    for (slong k = 0; k < n; k++)
    {
        const double t = b[pivot[k]];
        b[pivot[k]] = b[k];
        b[k] = t;
    }
    for (slong i = 0; i < n; i++)
        b[i] -= product(lu + i * n, b, i);
    for (slong i = n - 1; i >= 0; i--)
    {
        b[i] -= product(lu + i * n + i + 1, b + i + 1, n - i - 1);
        b[i] /= lu[i * n + i];
    }
}
