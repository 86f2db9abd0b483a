/* Identities of exact matrices, rational and not. */
#include <stdio.h>
#include <string.h>

#include "law/laws.h"

static void random_number(lyc_number_t x, flint_rand_t state, int is_rational)
{
    lyc_number_t root;
    fmpq_t q;

    fmpq_init(q);
    fmpq_set_si(q, (slong)n_randint(state, 19) - 9, 1 + n_randint(state, 6));
    lyc_number_set_fmpq(x, q);
    if (!is_rational && n_randint(state, 2) == 0)
    {
        lyc_number_init(root);
        lyc_number_set_si(root, 2 + (slong)n_randint(state, 2));
        lyc_number_sqrt(root, root);
        lyc_number_add(x, x, root);
        lyc_number_clear(root);
    }
    fmpq_clear(q);
}

static void random_matrix(lyc_matrix_t a, slong rows, slong columns,
                          flint_rand_t state, int is_rational)
{
    slong i;

    lyc_matrix_init(a, rows, columns);
    for (i = 0; i < rows * columns; i++)
        random_number(a->entry + i, state, is_rational);
}

static void assert_equal(const lyc_matrix_t a, const lyc_matrix_t b)
{
    slong i;

    cr_assert_eq(a->rows, b->rows);
    cr_assert_eq(a->columns, b->columns);
    for (i = 0; i < a->rows * a->columns; i++)
        cr_assert_eq(lyc_number_equal(a->entry + i, b->entry + i), LYC_TRUE);
}

static void check_det(flint_rand_t state, slong n, int is_rational)
{
    lyc_number_t x, y, z;
    lyc_matrix_t a, b, c;

    lyc_number_init(x);
    lyc_number_init(y);
    lyc_number_init(z);
    random_matrix(a, n, n, state, is_rational);
    random_matrix(b, n, n, state, is_rational);
    lyc_matrix_init(c, 0, 0);

    lyc_matrix_mul(c, a, b);
    lyc_matrix_det(x, a);
    lyc_matrix_det(y, b);
    lyc_matrix_det(z, c);
    lyc_number_mul(x, x, y);
    cr_assert_eq(lyc_number_equal(x, z), LYC_TRUE, "det(ab) = det a det b");
    lyc_matrix_transpose(c, a);
    lyc_matrix_det(x, c);
    lyc_matrix_det(y, a);
    cr_assert_eq(lyc_number_equal(x, y), LYC_TRUE, "det(a^T) = det a");

    lyc_matrix_clear(a);
    lyc_matrix_clear(b);
    lyc_matrix_clear(c);
    lyc_number_clear(x);
    lyc_number_clear(y);
    lyc_number_clear(z);
}

static void check_inverse(flint_rand_t state, slong n, int is_rational)
{
    lyc_matrix_t a, b, c, identity;
    lyc_truth_t regular, zero;
    lyc_number_t det;
    slong i;

    random_matrix(a, n, n, state, is_rational);
    lyc_matrix_init(b, 0, 0);
    lyc_matrix_init(c, 0, 0);
    lyc_matrix_init(identity, n, n);
    lyc_number_init(det);
    for (i = 0; i < n; i++)
        lyc_number_set_si(lyc_matrix_entry(identity, i, i), 1);
    lyc_matrix_det(det, a);
    zero = lyc_number_is_zero(det);
    regular = lyc_matrix_inv(b, a);
    cr_assert_neq(regular, LYC_UNKNOWN);
    cr_assert_eq(regular == LYC_TRUE, zero == LYC_FALSE);
    if (regular == LYC_TRUE)
    {
        lyc_matrix_mul(c, a, b);
        assert_equal(c, identity);
        lyc_matrix_mul(c, b, a);
        assert_equal(c, identity);
    }
    lyc_matrix_clear(a);
    lyc_matrix_clear(b);
    lyc_matrix_clear(c);
    lyc_matrix_clear(identity);
    lyc_number_clear(det);
}

Test(matrix, determinants)
{
    flint_rand_t state;
    int i;

    flint_randinit(state);
    for (i = 0; i < 60; i++)
        check_det(state, 1 + i % 6, 1);
    for (i = 0; i < 12; i++)
        check_det(state, 1 + i % 3, 0);
    flint_randclear(state);
}

Test(matrix, inverses)
{
    flint_rand_t state;
    int i;

    flint_randinit(state);
    for (i = 0; i < 60; i++)
        check_inverse(state, 1 + i % 6, 1);
    for (i = 0; i < 9; i++)
        check_inverse(state, 1 + i % 2, 0);
    flint_randclear(state);
}

/* Rational by expansion: the same entries, once through sqrt(2) - sqrt(2). */
Test(matrix, expansion_agrees_with_elimination)
{
    flint_rand_t state;
    lyc_number_t x, y, zero, root;
    lyc_matrix_t a, b;
    slong n;

    flint_randinit(state);
    lyc_number_init(x);
    lyc_number_init(y);
    lyc_number_init(zero);
    lyc_number_init(root);
    lyc_number_set_si(root, 2);
    lyc_number_sqrt(root, root);
    lyc_number_set_si(zero, 1);
    lyc_number_add(zero, zero, root);
    lyc_number_sub(zero, zero, root);
    lyc_number_set_si(x, 1);
    lyc_number_sub(zero, zero, x);
    for (n = 2; n <= 6; n++)
    {
        random_matrix(a, n, n, state, 1);
        lyc_matrix_init(b, 0, 0);
        lyc_matrix_set(b, a);
        lyc_number_add(b->entry, b->entry, zero);
        lyc_matrix_det(x, a);
        lyc_matrix_det(y, b);
        cr_assert_eq(lyc_number_equal(x, y), LYC_TRUE);
        lyc_matrix_clear(a);
        lyc_matrix_clear(b);
    }
    lyc_number_clear(x);
    lyc_number_clear(y);
    lyc_number_clear(zero);
    lyc_number_clear(root);
    flint_randclear(state);
}

Test(matrix, integers_over_the_least_denominator)
{
    lyc_law_t law;
    fmpz_mat_t m;
    lyc_text_t t;
    fmpz_t s;

    law_of(law, "law a = [1/2,-1/3;0,5]");
    fmpz_mat_init(m, 2, 2);
    fmpz_init(s);
    lyc_matrix_get_fmpz_mat(m, s, law->atom);
    cr_assert(fmpz_equal_si(s, 6));
    cr_assert(fmpz_equal_si(fmpz_mat_entry(m, 0, 0), 3));
    cr_assert(fmpz_equal_si(fmpz_mat_entry(m, 0, 1), -2));
    cr_assert(fmpz_equal_si(fmpz_mat_entry(m, 1, 0), 0));
    cr_assert(fmpz_equal_si(fmpz_mat_entry(m, 1, 1), 30));
    lyc_text_init(t);
    lyc_matrix_get_text(t, law->atom);
    cr_assert_str_eq(t->bytes, "[1/2,-1/3;0,5]");
    lyc_text_clear(t);
    fmpz_clear(s);
    fmpz_mat_clear(m);
    lyc_law_clear(law);
}
