#include "enclose/enclose.h"

/* Rows row, row+1, row+2 of m: A^T Q A - |det A| Q = 0 as linear equations
 * in (q11, q12, q22), A integer. */
static void set_equations(fmpz_mat_t m, slong row, const fmpz_mat_t a)
{
    const fmpz *p = fmpz_mat_entry(a, 0, 0), *q = fmpz_mat_entry(a, 0, 1);
    const fmpz *r = fmpz_mat_entry(a, 1, 0), *s = fmpz_mat_entry(a, 1, 1);
    fmpz_t det;
    slong i;

    fmpz_init(det);
    fmpz_mul(det, p, s);
    fmpz_submul(det, q, r);
    fmpz_abs(det, det);

    fmpz_mul(fmpz_mat_entry(m, row, 0), p, p);
    fmpz_mul(fmpz_mat_entry(m, row, 1), p, r);
    fmpz_mul_ui(fmpz_mat_entry(m, row, 1), fmpz_mat_entry(m, row, 1), 2);
    fmpz_mul(fmpz_mat_entry(m, row, 2), r, r);

    fmpz_mul(fmpz_mat_entry(m, row + 1, 0), p, q);
    fmpz_mul(fmpz_mat_entry(m, row + 1, 1), p, s);
    fmpz_addmul(fmpz_mat_entry(m, row + 1, 1), q, r);
    fmpz_mul(fmpz_mat_entry(m, row + 1, 2), r, s);

    fmpz_mul(fmpz_mat_entry(m, row + 2, 0), q, q);
    fmpz_mul(fmpz_mat_entry(m, row + 2, 1), q, s);
    fmpz_mul_ui(fmpz_mat_entry(m, row + 2, 1), fmpz_mat_entry(m, row + 2, 1),
                2);
    fmpz_mul(fmpz_mat_entry(m, row + 2, 2), s, s);

    for (i = 0; i < 3; i++)
    {
        fmpz_sub(fmpz_mat_entry(m, row + i, i), fmpz_mat_entry(m, row + i, i),
                 det);
    }
    fmpz_clear(det);
}

static void make_primitive(fmpz_mat_t system, slong rank)
{
    fmpz_t g;
    slong i;

    fmpz_init(g);
    for (i = 0; i < rank; i++)
    {
        fmpz *row = fmpz_mat_entry(system, i, 0);

        _fmpz_vec_content(g, row, 3);
        _fmpz_vec_scalar_divexact_fmpz(row, row, 3, g);
    }
    fmpz_clear(g);
}

/* Rows 0 to 2 of system: the equations of all atoms, reduced. Stops
 * when only 0 solves them. */
static void reduce_equations(fmpz_mat_t system, const lyc_law_t law)
{
    fmpz_mat_t a;
    fmpz_t den;
    slong m, rank = 0;

    fmpz_mat_init(a, 2, 2);
    fmpz_init(den);
    for (m = 0; m < law->length && rank < 3; m++)
    {
        lyc_matrix_get_fmpz_mat(a, den, law->atom + m);
        set_equations(system, 3, a);
        rank = fmpz_mat_rref(system, den, system);
        make_primitive(system, rank);
    }
    fmpz_mat_clear(a);
    fmpz_clear(den);
}

/* 4 (q11 q22 - q12^2) polarised: 2 (u1 v3 + u3 v1) - 4 u2 v2. */
static void polar(fmpz_t out, const fmpz_mat_t n, slong u, slong v)
{
    fmpz_mul(out, fmpz_mat_entry(n, 0, u), fmpz_mat_entry(n, 2, v));
    fmpz_addmul(out, fmpz_mat_entry(n, 2, u), fmpz_mat_entry(n, 0, v));
    fmpz_submul(out, fmpz_mat_entry(n, 1, u), fmpz_mat_entry(n, 1, v));
    fmpz_submul(out, fmpz_mat_entry(n, 1, u), fmpz_mat_entry(n, 1, v));
}

/* Integers s, t with det(s N_u + t N_v) > 0, where there are such. With
 * a, b, c the polar values: a s^2 + 2 b s t + c t^2 > 0. */
static int positive_combination(fmpz_t s, fmpz_t t, const fmpz_mat_t n)
{
    fmpz_t a, b, c, disc;
    int found = 1;

    fmpz_init(a);
    fmpz_init(b);
    fmpz_init(c);
    fmpz_init(disc);
    polar(a, n, 0, 0);
    polar(b, n, 0, 1);
    polar(c, n, 1, 1);
    fmpz_mul(disc, b, b);
    fmpz_submul(disc, a, c);
    if (fmpz_sgn(a) > 0)
    {
        fmpz_one(s);
        fmpz_zero(t);
    }
    else if (fmpz_sgn(c) > 0)
    {
        fmpz_zero(s);
        fmpz_one(t);
    }
    else if (fmpz_sgn(disc) <= 0)
    {
        found = 0;
    }
    else if (fmpz_sgn(c) < 0)
    {
        /* s = -c, t = b: c (a c - b^2) > 0 */
        fmpz_neg(s, c);
        fmpz_set(t, b);
    }
    else
    {
        /* c = 0, b != 0: s = 2 b, t = 1 - 2 a: 4 b^2 (1 - a) */
        fmpz_mul_ui(s, b, 2);
        fmpz_mul_ui(t, a, 2);
        fmpz_sub_ui(t, t, 1);
        fmpz_neg(t, t);
    }
    fmpz_clear(a);
    fmpz_clear(b);
    fmpz_clear(c);
    fmpz_clear(disc);
    return found;
}

/* Q from (q11, q12, q22), divided by its content and made positive. */
static void set_form(lyc_matrix_t q, fmpz *x)
{
    static const int entry[4] = {0, 1, 1, 2};
    fmpz_t g;
    fmpq_t r;
    slong i;

    fmpz_init(g);
    fmpq_init(r);
    _fmpz_vec_content(g, x, 3);
    if (fmpz_sgn(x) < 0)
    {
        fmpz_neg(g, g);
    }
    for (i = 0; i < 4; i++)
    {
        fmpq_set_fmpz_frac(r, x + entry[i], g);
        lyc_number_set_fmpq(lyc_matrix_entry(q, i / 2, i % 2), r);
    }
    fmpz_clear(g);
    fmpq_clear(r);
}

int lyc_conformal_form(lyc_matrix_t q, const lyc_law_t law)
{
    fmpz_mat_t system, kernel;
    fmpz *x = _fmpz_vec_init(3);
    fmpz_t s, t;
    slong i, nullity;
    int found = 0;

    fmpz_mat_init(system, 6, 3);
    fmpz_mat_init(kernel, 3, 3);
    fmpz_init(s);
    fmpz_init(t);
    reduce_equations(system, law);
    nullity = fmpz_mat_nullspace(kernel, system);
    if (nullity == 3)
    {
        fmpz_one(x);
        fmpz_one(x + 2);
        found = 1;
    }
    else if (nullity > 0 && positive_combination(s, t, kernel))
    {
        /* Columns of the kernel beyond its nullity are 0. */
        for (i = 0; i < 3; i++)
        {
            fmpz_mul(x + i, s, fmpz_mat_entry(kernel, i, 0));
            fmpz_addmul(x + i, t, fmpz_mat_entry(kernel, i, 1));
        }
        found = 1;
    }
    if (found)
    {
        set_form(q, x);
    }
    _fmpz_vec_clear(x, 3);
    fmpz_mat_clear(system);
    fmpz_mat_clear(kernel);
    fmpz_clear(s);
    fmpz_clear(t);
    return found;
}
