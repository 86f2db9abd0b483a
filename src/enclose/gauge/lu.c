/* Dense LU factorisation with partial pivoting. */
#include <math.h>

#include "enclose/gauge/gauge.h"

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

int lyc_gauge_lu(double *a, slong *pivot, slong n)
{
    for (slong k = 0; k < n; k++)
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
            if (q == 0.0)
                continue;
            double *restrict row = a + i * n;
            const double *restrict from = a + k * n;
            for (slong j = k + 1; j < n; j++)
                row[j] -= q * from[j];
        }
    }
    return 1;
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
        for (slong j = 0; j < i; j++)
            b[i] -= lu[i * n + j] * b[j];
    for (slong i = n - 1; i >= 0; i--)
    {
        for (slong j = i + 1; j < n; j++)
            b[i] -= lu[i * n + j] * b[j];
        b[i] /= lu[i * n + i];
    }
}
