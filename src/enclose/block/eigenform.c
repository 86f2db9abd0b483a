#include "enclose/enclose.h"

void lyc_eigenform(fmpz_t alpha, fmpz_t beta, fmpz_t gamma,
                   const lyc_matrix_t a)
{
    fmpz_mat_t m;
    fmpz_t g;

    fmpz_mat_init(m, 2, 2);
    fmpz_init(g);
    lyc_matrix_get_fmpz_mat(m, g, a);
    fmpz_set(alpha, fmpz_mat_entry(m, 1, 0));
    fmpz_sub(beta, fmpz_mat_entry(m, 1, 1), fmpz_mat_entry(m, 0, 0));
    fmpz_neg(gamma, fmpz_mat_entry(m, 0, 1));
    fmpz_gcd(g, alpha, beta);
    fmpz_gcd(g, g, gamma);
    if (!fmpz_is_zero(g))
    {
        fmpz_divexact(alpha, alpha, g);
        fmpz_divexact(beta, beta, g);
        fmpz_divexact(gamma, gamma, g);
    }
    fmpz_mat_clear(m);
    fmpz_clear(g);
}

/* v = (x, y) / gcd(x, y) */
static void set_rational_line(lyc_matrix_t v, const fmpz_t x, const fmpz_t y)
{
    fmpz_t g;
    fmpq_t q;

    fmpz_init(g);
    fmpq_init(q);
    fmpz_gcd(g, x, y);
    fmpq_set_fmpz_frac(q, x, g);
    lyc_number_set_fmpq(lyc_matrix_entry(v, 0, 0), q);
    fmpq_set_fmpz_frac(q, y, g);
    lyc_number_set_fmpq(lyc_matrix_entry(v, 1, 0), q);
    fmpz_clear(g);
    fmpq_clear(q);
}

/* x = p^2 q with small primes squared out: q keeps what is beyond them. */
static void split_square(fmpz_t p, fmpz_t q, const fmpz_t x)
{
    ulong k;
    fmpz_t square;

    fmpz_init(square);
    fmpz_one(p);
    fmpz_set(q, x);
    for (k = 2; k < 1000; k++)
    {
        fmpz_set_ui(square, k * k);
        while (fmpz_divisible(q, square))
        {
            fmpz_divexact(q, q, square);
            fmpz_mul_ui(p, p, k);
        }
    }
    fmpz_clear(square);
}

/* v = (-beta + sign p sqrt(q), 2 alpha) */
static void set_quadratic_line(lyc_matrix_t v, int sign, const fmpz_t alpha,
                               const fmpz_t beta, const fmpz_t p,
                               const fmpz_t q)
{
    lyc_number_struct *x = lyc_matrix_entry(v, 0, 0);
    lyc_number_t root, c;
    fmpz_t g, twice;
    fmpq_t r;

    lyc_number_init(root);
    lyc_number_init(c);
    fmpz_init(g);
    fmpz_init(twice);
    fmpq_init(r);
    fmpz_mul_ui(twice, alpha, 2);
    fmpz_gcd(g, twice, beta);
    fmpz_gcd(g, g, p);
    fmpz_one(fmpq_denref(r));
    fmpz_set(fmpq_numref(r), q);
    lyc_number_set_fmpq(root, r);
    (void)lyc_number_sqrt(root, root);
    fmpz_divexact(fmpq_numref(r), p, g);
    lyc_number_set_fmpq(c, r);
    lyc_number_mul(root, c, root);
    fmpz_divexact(fmpq_numref(r), beta, g);
    fmpq_neg(r, r);
    lyc_number_set_fmpq(x, r);
    if (sign > 0)
    {
        lyc_number_add(x, x, root);
    }
    else
    {
        lyc_number_sub(x, x, root);
    }
    fmpz_divexact(fmpq_numref(r), twice, g);
    lyc_number_set_fmpq(lyc_matrix_entry(v, 1, 0), r);
    lyc_number_clear(root);
    lyc_number_clear(c);
    fmpz_clear(g);
    fmpz_clear(twice);
    fmpq_clear(r);
}

/* alpha = 0: y (beta x + gamma y) = 0. */
static int lines_of_linear(lyc_matrix_t v, lyc_matrix_t w, const fmpz_t beta,
                           const fmpz_t gamma)
{
    lyc_number_set_si(lyc_matrix_entry(v, 0, 0), 1);
    lyc_number_set_si(lyc_matrix_entry(v, 1, 0), 0);
    if (fmpz_is_zero(beta))
    {
        return fmpz_is_zero(gamma) ? LYC_EIGENLINES_ALL : 1;
    }
    {
        fmpz_t x;

        fmpz_init(x);
        fmpz_neg(x, gamma);
        set_rational_line(w, x, beta);
        fmpz_clear(x);
    }
    return 2;
}

int lyc_eigenform_lines(lyc_matrix_t v, lyc_matrix_t w, const fmpz_t alpha,
                        const fmpz_t beta, const fmpz_t gamma)
{
    fmpz_t disc, p, q, x;
    int count;

    if (fmpz_is_zero(alpha))
    {
        return lines_of_linear(v, w, beta, gamma);
    }
    fmpz_init(disc);
    fmpz_init(p);
    fmpz_init(q);
    fmpz_init(x);
    fmpz_mul(x, alpha, gamma);
    fmpz_mul_ui(x, x, 4);
    fmpz_mul(disc, beta, beta);
    fmpz_sub(disc, disc, x);
    count = fmpz_sgn(disc) + 1;
    if (count > 0 && fmpz_is_square(disc))
    {
        fmpz_sqrt(p, disc);
        fmpz_mul_ui(q, alpha, 2);
        fmpz_sub(x, p, beta);
        set_rational_line(v, x, q);
        fmpz_add(x, p, beta);
        fmpz_neg(x, x);
        set_rational_line(w, x, q);
    }
    else if (count > 0)
    {
        split_square(p, q, disc);
        set_quadratic_line(v, 1, alpha, beta, p, q);
        set_quadratic_line(w, -1, alpha, beta, p, q);
    }
    fmpz_clear(disc);
    fmpz_clear(p);
    fmpz_clear(q);
    fmpz_clear(x);
    return count;
}
