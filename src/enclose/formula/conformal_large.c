/* Forms that all atoms multiply, in dimension 3 and more. */
#include <math.h>
#include <stdlib.h>

#include "enclose/enclose.h"

/* Forms that are tried where more than one is multiplied. */
#define TRIES 64
#define SCALE 1024

/* The place of q_ij, i <= j, among the unknowns. */
static slong place(slong i, slong j)
{
    return i <= j ? j * (j + 1) / 2 + i : i * (i + 1) / 2 + j;
}

/* c with c^d = det(A)^2, A integer; 0 where it is no integer. */
static int factor_of(fmpz_t c, const fmpz_mat_t a)
{
    fmpz_t square, power;
    int ok;

    fmpz_init(square);
    fmpz_init(power);
    fmpz_mat_det(square, a);
    fmpz_mul(square, square, square);
    fmpz_root(c, square, fmpz_mat_nrows(a));
    fmpz_pow_ui(power, c, (ulong)fmpz_mat_nrows(a));
    ok = !fmpz_is_zero(c) && fmpz_equal(power, square);
    fmpz_clear(square);
    fmpz_clear(power);
    return ok;
}

/* Rows of m from `row` on: (A^T Q A)_ij - c q_ij, i <= j. */
static void set_equations(fmpz_mat_t m, slong row, const fmpz_mat_t a,
                          const fmpz_t c)
{
    const slong d = fmpz_mat_nrows(a);
    slong i, j, k, l;

    for (j = 0; j < d; j++)
    {
        for (i = 0; i <= j; i++)
        {
            const slong at = row + place(i, j);

            for (k = 0; k < fmpz_mat_ncols(m); k++)
            {
                fmpz_zero(fmpz_mat_entry(m, at, k));
            }
            for (k = 0; k < d; k++)
            {
                for (l = 0; l < d; l++)
                {
                    fmpz_addmul(fmpz_mat_entry(m, at, place(k, l)),
                                fmpz_mat_entry(a, k, i),
                                fmpz_mat_entry(a, l, j));
                }
            }
            fmpz_sub(fmpz_mat_entry(m, at, place(i, j)),
                     fmpz_mat_entry(m, at, place(i, j)), c);
        }
    }
}

static void make_primitive(fmpz_mat_t m, slong rank)
{
    fmpz_t g;
    slong i;

    fmpz_init(g);
    for (i = 0; i < rank; i++)
    {
        fmpz *row = fmpz_mat_entry(m, i, 0);

        _fmpz_vec_content(g, row, fmpz_mat_ncols(m));
        _fmpz_vec_scalar_divexact_fmpz(row, row, fmpz_mat_ncols(m), g);
    }
    fmpz_clear(g);
}

/* Rows 0 to n - 1 of system: the equations of all atoms, reduced; 0 where only
 * 0 solves them or some factor is irrational. */
static int reduce_equations(fmpz_mat_t system, const lyc_law_t law)
{
    const slong n = fmpz_mat_ncols(system);
    fmpz_mat_t a;
    fmpz_t den, c;
    slong m, rank = 0;
    int ok = 1;

    fmpz_mat_init(a, law->dim, law->dim);
    fmpz_init(den);
    fmpz_init(c);
    for (m = 0; m < law->length && ok; m++)
    {
        lyc_matrix_get_fmpz_mat(a, den, law->atom + m);
        ok = factor_of(c, a);
        if (ok)
        {
            set_equations(system, n, a, c);
            rank = fmpz_mat_rref(system, den, system);
            make_primitive(system, rank);
            ok = rank < n;
        }
    }
    fmpz_mat_clear(a);
    fmpz_clear(den);
    fmpz_clear(c);
    return ok;
}

static void set_form(fmpq_mat_t q, const fmpz *x)
{
    slong i, j;

    for (i = 0; i < fmpq_mat_nrows(q); i++)
    {
        for (j = 0; j < fmpq_mat_nrows(q); j++)
        {
            fmpq_set_fmpz(fmpq_mat_entry(q, i, j), x + place(i, j));
        }
    }
}

/* All leading minors are positive. */
static int is_positive(const fmpq_mat_t q)
{
    slong n, i;
    int ok = 1;

    for (n = 1; n <= fmpq_mat_nrows(q) && ok; n++)
    {
        fmpq_mat_t m;
        fmpq_t det;

        fmpq_mat_init(m, n, n);
        fmpq_init(det);
        for (i = 0; i < n * n; i++)
        {
            fmpq_set(fmpq_mat_entry(m, i / n, i % n),
                     fmpq_mat_entry(q, i / n, i % n));
        }
        fmpq_mat_det(det, m);
        ok = fmpq_sgn(det) > 0;
        fmpq_mat_clear(m);
        fmpq_clear(det);
    }
    return ok;
}

/* Combination number `try` of the solutions: the first one, its negative, and
 * then small coefficients of a fixed sequence. */
static void combine(fmpz *x, const fmpz_mat_t kernel, slong nullity, slong try,
                    ulong *state)
{
    slong i, k;

    _fmpz_vec_zero(x, fmpz_mat_nrows(kernel));
    for (k = 0; k < nullity; k++)
    {
        slong c = k == 0 ? (try % 2 == 0 ? 1 : -1) : 0;

        if (try >= 2)
        {
            *state = *state * 6364136223846793005UL + 1442695040888963407UL;
            c = (slong)((*state >> 33) % 13) - 6;
        }
        for (i = 0; i < fmpz_mat_nrows(kernel); i++)
        {
            fmpz_addmul_si(x + i, fmpz_mat_entry(kernel, i, k), c);
        }
    }
}

/* The solution nearest to the identity, by normal equations in doubles, its
 * coefficients rounded. */
static void near_identity(fmpz *x, const fmpz_mat_t kernel, slong nullity,
                          slong dim)
{
    const slong n = fmpz_mat_nrows(kernel);
    double g[10][11], largest = 0;
    slong i, j, k;

    for (i = 0; i < nullity; i++)
    {
        for (j = 0; j <= nullity; j++)
        {
            g[i][j] = 0;
            for (k = 0; k < n && j < nullity; k++)
            {
                g[i][j] += fmpz_get_d(fmpz_mat_entry(kernel, k, i)) *
                           fmpz_get_d(fmpz_mat_entry(kernel, k, j));
            }
            for (k = 0; k < dim && j == nullity; k++)
            {
                g[i][j] += fmpz_get_d(fmpz_mat_entry(kernel, place(k, k), i));
            }
        }
    }
    for (i = 0; i < nullity; i++)
    {
        for (k = 0; k < nullity; k++)
        {
            const double f = k == i ? 0 : g[k][i] / g[i][i];

            for (j = i; j <= nullity && k != i; j++)
            {
                g[k][j] -= f * g[i][j];
            }
        }
    }
    for (i = 0; i < nullity; i++)
    {
        largest = fmax(largest, fabs(g[i][nullity] / g[i][i]));
    }
    _fmpz_vec_zero(x, n);
    for (i = 0; i < nullity && largest > 0 && isfinite(largest); i++)
    {
        const slong c = lrint(SCALE * g[i][nullity] / g[i][i] / largest);

        for (k = 0; k < n; k++)
        {
            fmpz_addmul_si(x + k, fmpz_mat_entry(kernel, k, i), c);
        }
    }
}

static int find_positive(fmpq_mat_t q, const fmpz_mat_t kernel, slong nullity)
{
    fmpz *x = _fmpz_vec_init(fmpz_mat_nrows(kernel));
    ulong state = 1;
    slong try;
    int found = 0;

    if (nullity <= 10)
    {
        near_identity(x, kernel, nullity, fmpq_mat_nrows(q));
        set_form(q, x);
        found = is_positive(q);
    }
    for (try = 0; try < (nullity == 1 ? 2 : TRIES) && !found; try++)
    {
        combine(x, kernel, nullity, try, &state);
        set_form(q, x);
        found = is_positive(q);
    }
    _fmpz_vec_clear(x, fmpz_mat_nrows(kernel));
    return found;
}

int lyc_conformal_form_large(lyc_matrix_t q, const lyc_law_t law)
{
    const slong n = law->dim * (law->dim + 1) / 2;
    fmpz_mat_t system, kernel;
    fmpq_mat_t form;
    slong i;
    int found = 0;

    fmpz_mat_init(system, 2 * n, n);
    fmpz_mat_init(kernel, n, n);
    fmpq_mat_init(form, law->dim, law->dim);
    if (reduce_equations(system, law))
    {
        found = find_positive(form, kernel, fmpz_mat_nullspace(kernel, system));
    }
    for (i = 0; found && i < law->dim * law->dim; i++)
    {
        lyc_number_set_fmpq(lyc_matrix_entry(q, i / law->dim, i % law->dim),
                            fmpq_mat_entry(form, i / law->dim, i % law->dim));
    }
    fmpz_mat_clear(system);
    fmpz_mat_clear(kernel);
    fmpq_mat_clear(form);
    return found;
}
