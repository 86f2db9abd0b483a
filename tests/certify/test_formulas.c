#include <criterion/criterion.h>
#include <math.h>

#include "certify/establish.h"

static lyc_verdict_t determinant(lyc_facts_t f, const char *law)
{
    lyc_evidence_t e;
    lyc_evidence_init(e);
    lyc_evidence_set_determinant(e, 64);
    return test_establish(f, e, law);
}

static lyc_verdict_t triangular(lyc_facts_t f, const char *law, int upper)
{
    lyc_evidence_t e;
    lyc_evidence_init(e);
    lyc_evidence_set_triangular(e, 64, upper);
    return test_establish(f, e, law);
}

typedef void setter(lyc_evidence_t e, slong prec, const lyc_matrix_t m);

static lyc_verdict_t with_matrix(lyc_facts_t f, const char *law, setter *set,
                                 const char *text)
{
    lyc_evidence_t e;
    lyc_matrix_t m;
    lyc_evidence_init(e);
    test_matrix(m, text);
    set(e, 64, m);
    lyc_matrix_clear(m);
    return test_establish(f, e, law);
}

Test(determinant, scalars_are_exact)
{
    lyc_facts_t f;
    cr_assert_eq(determinant(f, "{1/3: [-2], 2/3: [5/7]}"), LYC_PROVED);
    cr_assert(f->is_exact[0]);
    test_bounds(f, 1, log(2) / 3 + 2 * log(5.0 / 7) / 3, 1e-15);
    lyc_facts_clear(f);
}

Test(determinant, sums_and_singular_atoms)
{
    lyc_facts_t f;
    cr_assert_eq(determinant(f, "{[1,2;3,4],[sqrt(2),0;1,3]}"), LYC_PROVED);
    test_bounds(f, -2, 0.5 * log(2) + 0.5 * log(3 * sqrt(2)), 1e-15);
    lyc_facts_clear(f);
    cr_assert_eq(determinant(f, "{[1,2;3,4],[sqrt(2),2;1,sqrt(2)]}"),
                 LYC_PROVED);
    test_minus_inf(f, 2);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    lyc_facts_clear(f);
}

Test(triangular, sorted_exactly)
{
    lyc_facts_t f;
    cr_assert_eq(triangular(f, "{[1/2,7,1;0,3,1;0,0,-1]}", 1), LYC_PROVED);
    test_exact(f, 1, "log(3)");
    test_exact(f, 2, "0");
    cr_assert(f->is_exact[2]);
    test_bounds(f, 3, -log(2), 1e-15);
    lyc_facts_clear(f);
    /* Means that agree: log 4 + log 9 and 2 log 6. */
    cr_assert_eq(triangular(f, "{[4,1;0,6],[9,0;0,6]}", 1), LYC_PROVED);
    for (slong k = 1; k <= 2; k++)
    {
        cr_assert(f->is_exact[k - 1]);
        test_bounds(f, k, log(6), 1e-15);
    }
    lyc_facts_clear(f);
}

Test(triangular, zeros_on_the_diagonal)
{
    lyc_facts_t f;
    cr_assert_eq(triangular(f, "{[0,0;5,2],[1,0;1,2]}", 0), LYC_PROVED);
    test_exact(f, 1, "log(2)");
    test_minus_inf(f, 2);
    lyc_facts_clear(f);
    cr_assert_eq(triangular(f, "{[0,1;0,0]}", 1), LYC_PROVED);
    test_minus_inf(f, 1);
    test_minus_inf(f, 2);
    lyc_facts_clear(f);
}

Test(triangular, irrational_entries_are_enclosed)
{
    lyc_facts_t f;
    cr_assert_eq(triangular(f, "{[exp(1),sqrt(2);0,2],[exp(1),1;0,pi]}", 1),
                 LYC_PROVED);
    test_bounds(f, 1, 1, 1e-15);
    test_bounds(f, 2, 0.5 * log(2) + 0.5 * log(acos(-1)), 1e-15);
    cr_expect_not(f->is_exact[0]);
    lyc_facts_clear(f);
}

Test(triangular, refused)
{
    lyc_facts_t f;
    cr_assert_eq(triangular(f, "{[1,1;0,1],[1,0;1,1]}", 1), LYC_DISPROVED);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    lyc_facts_clear(f);
    cr_assert_eq(triangular(f, "{[1,1;0,1]}", 0), LYC_DISPROVED);
    lyc_facts_clear(f);
}

Test(eigenline, rational_and_quadratic)
{
    lyc_facts_t f;
    /* (1, 1): eigenvalues 3 and 1; the others 1 and -2. */
    cr_assert_eq(with_matrix(f, "{[2,1;1,2],[-1/2,3/2;1,0]}",
                             lyc_evidence_set_eigenline, "[1;1]"),
                 LYC_PROVED);
    cr_assert(f->is_exact[0] && f->is_exact[1]);
    test_bounds(f, 1, 0.5 * log(3), 1e-15);
    test_bounds(f, 2, 0.5 * log(1.5), 1e-15);
    lyc_facts_clear(f);
    cr_assert_eq(with_matrix(f, "{[0,2;1,0],[1,2;1,1]}",
                             lyc_evidence_set_eigenline, "[sqrt(2);1]"),
                 LYC_PROVED);
    test_bounds(f, 1, 0.5 * log(sqrt(2)) + 0.5 * log(1 + sqrt(2)), 1e-15);
    test_bounds(f, 2, 0.5 * log(sqrt(2)) + 0.5 * log(sqrt(2) - 1), 1e-15);
    lyc_facts_clear(f);
}

Test(eigenline, singular_atoms)
{
    lyc_facts_t f;
    cr_assert_eq(with_matrix(f, "{[0,0;0,5],[2,1;0,5]}",
                             lyc_evidence_set_eigenline, "[1;0]"),
                 LYC_PROVED);
    test_exact(f, 1, "log(5)");
    test_minus_inf(f, 2);
    lyc_facts_clear(f);
}

Test(eigenline, refused)
{
    lyc_facts_t f;
    cr_assert_eq(with_matrix(f, "{[2,1;1,2],[1,1;0,1]}",
                             lyc_evidence_set_eigenline, "[1;1]"),
                 LYC_DISPROVED);
    lyc_facts_clear(f);
    cr_assert_eq(
        with_matrix(f, "{[2,1;1,2]}", lyc_evidence_set_eigenline, "[0;0]"),
        LYC_DISPROVED);
    lyc_facts_clear(f);
    cr_assert_eq(with_matrix(f, "{[2,1,0;1,2,0;0,0,1]}",
                             lyc_evidence_set_eigenline, "[1;1]"),
                 LYC_DISPROVED);
    lyc_facts_clear(f);
}

Test(conformal, similarities_of_an_ellipse)
{
    lyc_facts_t f;
    cr_assert_eq(with_matrix(f, "{[0,-2;1,0],[3,0;0,-3]}",
                             lyc_evidence_set_conformal, "[1,0;0,2]"),
                 LYC_PROVED);
    for (slong k = 1; k <= 2; k++)
    {
        cr_assert(f->is_exact[k - 1]);
        test_bounds(f, k, 0.25 * log(2) + 0.5 * log(3), 1e-15);
    }
    lyc_facts_clear(f);
    cr_assert_eq(with_matrix(f, "{[0,-2;1,0],[0,0;0,0]}",
                             lyc_evidence_set_conformal, "[1,0;0,2]"),
                 LYC_PROVED);
    test_minus_inf(f, 1);
    lyc_facts_clear(f);
}

Test(conformal, refused)
{
    lyc_facts_t f;
    static const char *const q[] = {"[1,0;0,1]", "[-1,0;0,-2]", "[1,0;0,-2]",
                                    "[1,1;0,2]"};
    for (int i = 0; i < 4; i++)
    {
        cr_expect_eq(
            with_matrix(f, "{[0,-2;1,0]}", lyc_evidence_set_conformal, q[i]),
            LYC_DISPROVED);
        lyc_facts_clear(f);
    }
}

Test(lines, exchanged_axes)
{
    lyc_facts_t f;
    cr_assert_eq(with_matrix(f, "{1/4: [0,2;3,0], 3/4: [5,0;0,7]}",
                             lyc_evidence_set_lines, "[1,0;0,1]"),
                 LYC_PROVED);
    for (slong k = 1; k <= 2; k++)
        test_bounds(f, k, log(6) / 8 + 3 * log(35) / 8, 1e-15);
    cr_assert(f->is_exact[0] && f->is_exact[1]);
    lyc_facts_clear(f);
}

/* Orbits {1, 2} and {3}, in another basis too. */
Test(lines, permuted_in_space)
{
    lyc_facts_t f;
    static const char *const law[] = {
        "{1/3: [0,2,0;5,0,0;0,0,3], 2/3: [7,0,0;0,1,0;0,0,-1/2]}",
        "[1,1,2;0,1,1;1,0,0]*{1/3: [0,2,0;5,0,0;0,0,3], 2/3: "
        "[7,0,0;0,1,0;0,0,-1/2]}*inv([1,1,2;0,1,1;1,0,0])"};
    static const char *const lines[] = {"[1,0,0;0,1,0;0,0,1]",
                                        "[1,1,2;0,1,1;1,0,0]"};
    for (int i = 0; i < 2; i++)
    {
        cr_assert_eq(with_matrix(f, law[i], lyc_evidence_set_lines, lines[i]),
                     LYC_PROVED);
        test_bounds(f, 1, log(10) / 6 + log(7) / 3, 1e-15);
        test_bounds(f, 2, log(10) / 6 + log(7) / 3, 1e-15);
        test_bounds(f, 3, log(3) / 3 - 2 * log(2) / 3, 1e-15);
        cr_assert(f->is_exact[0] && f->is_exact[1] && f->is_exact[2]);
        lyc_facts_clear(f);
    }
}

Test(lines, refused_in_space)
{
    lyc_facts_t f;
    static const char *const law[] = {
        "{[0,2,0;5,0,0;0,1/1000000,3]}", /* a line leaves the set */
        "{[0,2,0;5,0,0;0,0,0],[1,0,0;0,1,0;0,0,1]}" /* singular */};
    for (int i = 0; i < 2; i++)
    {
        cr_expect_neq(with_matrix(f, law[i], lyc_evidence_set_lines,
                                  "[1,0,0;0,1,0;0,0,1]"),
                      LYC_PROVED);
        lyc_facts_clear(f);
    }
    static const char *const lines[] = {"[1,0,1;0,1,1;0,0,0]",
                                        "[1,1,0;0,1,0;0,0,1]", "[1,0;0,1]",
                                        "[1,0,0,0;0,1,0,0;0,0,1,0;0,0,0,1]"};
    for (int i = 0; i < 4; i++)
    {
        cr_expect_eq(with_matrix(f, "{[0,2,0;5,0,0;0,0,3]}",
                                 lyc_evidence_set_lines, lines[i]),
                     LYC_DISPROVED);
        lyc_facts_clear(f);
    }
}

/* Left multiplications by quaternions, and a rotation in another basis. */
Test(conformal, in_space)
{
    lyc_facts_t f;
    cr_assert_eq(with_matrix(f,
                             "{[1,-2,-3,-4;2,1,-4,3;3,4,1,-2;4,-3,2,1], "
                             "[1,0,-1,-1;0,1,-1,1;1,1,1,0;1,-1,0,1]}",
                             lyc_evidence_set_conformal,
                             "[1,0,0,0;0,1,0,0;0,0,1,0;0,0,0,1]"),
                 LYC_PROVED);
    for (slong k = 1; k <= 4; k++)
        test_bounds(f, k, log(30) / 4 + log(3) / 4, 1e-15);
    lyc_facts_clear(f);
    cr_assert_eq(with_matrix(f, "2*{[0,-2,0;1/2,0,0;0,0,1]}",
                             lyc_evidence_set_conformal, "[1,0,0;0,4,0;0,0,7]"),
                 LYC_PROVED);
    test_bounds(f, 3, log(2), 1e-15);
    lyc_facts_clear(f);
    static const char *const q[] = {"[1,0,0;0,1,0;0,0,1]",
                                    "[1,0,0;0,4,0;0,0,-7]",
                                    "[1,0,0;0,4,0;0,0,0]",
                                    "[1,0,1;0,4,0;0,0,7]",
                                    "[1,0;0,4]",
                                    "[1,0,2;0,4,0;2,0,3]",
                                    "[-1,0,0;0,-4,0;0,0,-7]"};
    for (size_t i = 0; i < sizeof q / sizeof q[0]; i++)
    {
        cr_expect_eq(with_matrix(f, "2*{[0,-2,0;1/2,0,0;0,0,1]}",
                                 lyc_evidence_set_conformal, q[i]),
                     LYC_DISPROVED, "%s", q[i]);
        lyc_facts_clear(f);
    }
}

Test(lines, refused)
{
    lyc_facts_t f;
    static const char *const law[] = {
        "{[2,0;0,3]}",           /* nothing is exchanged */
        "{[0,2;3,0],[1,1;0,1]}", /* not invariant */
        "{[0,2;3,0],[1,0;0,0]}"  /* singular */
    };
    for (int i = 0; i < 3; i++)
    {
        cr_expect_eq(
            with_matrix(f, law[i], lyc_evidence_set_lines, "[1,0;0,1]"),
            LYC_DISPROVED);
        lyc_facts_clear(f);
    }
    cr_expect_eq(
        with_matrix(f, "{[0,2;3,0]}", lyc_evidence_set_lines, "[1,2;1,2]"),
        LYC_DISPROVED);
    lyc_facts_clear(f);
}
