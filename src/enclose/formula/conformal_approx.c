#include <math.h>

#include "enclose/enclose.h"

/* Rows of A^T Q A - |det A| Q in (q11, q12, q22), A scaled to |det| = 1. */
static void rows_approx(double row[3][3], const lyc_matrix_t atom)
{
    double a[4], root;
    arb_mat_t m;
    int i;

    arb_mat_init(m, 2, 2);
    lyc_matrix_get_arb_mat(m, atom, 64);
    for (i = 0; i < 4; i++)
    {
        a[i] =
            arf_get_d(arb_midref(arb_mat_entry(m, i / 2, i % 2)), ARF_RND_NEAR);
    }
    arb_mat_clear(m);
    root = sqrt(fabs(a[0] * a[3] - a[1] * a[2]));
    for (i = 0; i < 4; i++)
    {
        a[i] /= root;
    }
    row[0][0] = a[0] * a[0] - 1;
    row[0][1] = 2 * a[0] * a[2];
    row[0][2] = a[2] * a[2];
    row[1][0] = a[0] * a[1];
    row[1][1] = a[0] * a[3] + a[1] * a[2] - 1;
    row[1][2] = a[2] * a[3];
    row[2][0] = a[1] * a[1];
    row[2][1] = 2 * a[1] * a[3];
    row[2][2] = a[3] * a[3] - 1;
}

static double norm2(const double x[3])
{
    return x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
}

static void cross(double out[3], const double x[3], const double y[3])
{
    out[0] = x[1] * y[2] - x[2] * y[1];
    out[1] = x[2] * y[0] - x[0] * y[2];
    out[2] = x[0] * y[1] - x[1] * y[0];
}

/* The vector that is orthogonal to the first row and the row least parallel
 * to it. */
static void kernel_approx(double x[3], const lyc_law_t law)
{
    double row[3][3], first[3] = {0, 0, 0}, next[3], best = 0;
    slong m;
    int i, j;

    x[0] = x[2] = 1;
    x[1] = 0;
    for (m = 0; m < law->length; m++)
    {
        rows_approx(row, law->atom + m);
        for (i = 0; i < 3; i++)
        {
            if (norm2(first) < 1e-12)
            {
                for (j = 0; j < 3; j++)
                {
                    first[j] = row[i][j];
                }
            }
            cross(next, first, row[i]);
            if (norm2(next) > best && norm2(next) > 1e-12)
            {
                best = norm2(next);
                for (j = 0; j < 3; j++)
                {
                    x[j] = next[j];
                }
            }
        }
    }
}

/* The fraction of denominator <= 1000 that x seems to be; 0 when it does not
 * seem to be one. */
static int rational_guess(fmpq_t q, double x)
{
    slong den;

    for (den = 1; den <= 1000 && fabs(x) < 1e6; den++)
    {
        double num = nearbyint(x * (double)den);

        if (fabs(x * (double)den - num) < 1e-9 * (double)den)
        {
            fmpq_set_si(q, (slong)num, (ulong)den);
            return 1;
        }
    }
    return 0;
}

int lyc_conformal_form_approx(lyc_matrix_t q, const lyc_law_t law)
{
    double x[3];
    fmpq_t r, s;
    int found;

    kernel_approx(x, law);
    fmpq_init(r);
    fmpq_init(s);
    found = rational_guess(r, x[1] / x[0]) && rational_guess(s, x[2] / x[0]);
    if (found)
    {
        lyc_number_set_si(lyc_matrix_entry(q, 0, 0), 1);
        lyc_number_set_fmpq(lyc_matrix_entry(q, 0, 1), r);
        lyc_number_set_fmpq(lyc_matrix_entry(q, 1, 0), r);
        lyc_number_set_fmpq(lyc_matrix_entry(q, 1, 1), s);
        fmpq_mul(r, r, r);
        found = fmpq_cmp(s, r) > 0;
    }
    fmpq_clear(r);
    fmpq_clear(s);
    return found;
}
