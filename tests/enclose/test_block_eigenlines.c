#include "enclosing.h"

#include "enclose/enclose.h"

/* det(A v, v) = 0 with v != 0. */
static int keeps(const lyc_matrix_t a, const lyc_matrix_t v)
{
    lyc_number_struct *x = lyc_matrix_entry(v, 0, 0);
    lyc_number_struct *y = lyc_matrix_entry(v, 1, 0);
    lyc_matrix_t image;
    lyc_number_t s, t;
    int kept;

    lyc_matrix_init(image, 2, 1);
    lyc_number_init(s);
    lyc_number_init(t);
    lyc_matrix_mul(image, a, v);
    lyc_number_mul(s, lyc_matrix_entry(image, 0, 0), y);
    lyc_number_mul(t, lyc_matrix_entry(image, 1, 0), x);
    kept = lyc_number_equal(s, t) == LYC_TRUE &&
           (lyc_number_is_zero(x) == LYC_FALSE ||
            lyc_number_is_zero(y) == LYC_FALSE);
    lyc_matrix_clear(image);
    lyc_number_clear(s);
    lyc_number_clear(t);
    return kept;
}

static void set_matrix(lyc_matrix_t a, const long *entry)
{
    int i;

    for (i = 0; i < 4; i++)
    {
        lyc_number_set_si(lyc_matrix_entry(a, i / 2, i % 2), entry[i]);
    }
}

/* All integer matrices with entries from -3 to 3: the number of lines is read
 * off the discriminant, and each line is kept. */
Test(block, eigenlines_of_small_matrices)
{
    lyc_matrix_t a, v, w;
    long n;

    lyc_matrix_init(a, 2, 2);
    lyc_matrix_init(v, 2, 1);
    lyc_matrix_init(w, 2, 1);
    for (n = 0; n < 7 * 7 * 7 * 7; n++)
    {
        long x[4] = {n % 7 - 3, n / 7 % 7 - 3, n / 49 % 7 - 3, n / 343 - 3};
        long disc = (x[0] - x[3]) * (x[0] - x[3]) + 4 * x[1] * x[2];
        int scalar = x[1] == 0 && x[2] == 0 && x[0] == x[3];
        int count;

        set_matrix(a, x);
        count = lyc_eigenlines(v, w, a);
        cr_assert(count == (scalar     ? LYC_EIGENLINES_ALL
                            : disc < 0 ? 0
                                       : 1 + (disc > 0)));
        cr_assert(count < 1 || keeps(a, v));
        cr_assert(count < 2 || keeps(a, w));
    }
    lyc_matrix_clear(a);
    lyc_matrix_clear(v);
    lyc_matrix_clear(w);
}

/* A^T Q A = |det A| Q for the form found, over products of two similarities
 * written in a basis with small entries. */
Test(formula, conformal_form_is_kept)
{
    static const char *const laws[] = {
        "[1,2;3,5]^-1 * {[1,-3;3,1],[2,1;1,-2]} * [1,2;3,5]",
        "[7,-2;1,4]^-1 * {[1,-1;1,1],[5,0;0,5],[0,3;3,0]} * [7,-2;1,4]",
        "{[0,2;1,0],[5,0;0,-5]}", "{[0,-3;1,0]}", "{[3,4;2,-3],[-3,-4;-2,3]}"};
    size_t i;
    slong m, j;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        lyc_matrix_t q, left, right;
        lyc_number_t det;
        lyc_law_t law;
        int sign = 0;

        law_of(law, laws[i]);
        lyc_matrix_init(q, 2, 2);
        lyc_matrix_init(left, 2, 2);
        lyc_matrix_init(right, 2, 2);
        lyc_number_init(det);
        cr_assert(lyc_conformal_form(q, law), "%s", laws[i]);
        lyc_matrix_det(det, q);
        cr_assert(lyc_number_sign(&sign, det) == LYC_TRUE && sign > 0);
        cr_assert(lyc_number_sign(&sign, lyc_matrix_entry(q, 0, 0)) ==
                      LYC_TRUE &&
                  sign > 0);
        for (m = 0; m < law->length; m++)
        {
            lyc_matrix_transpose(left, law->atom + m);
            lyc_matrix_mul(right, left, q);
            lyc_matrix_mul(left, right, law->atom + m);
            lyc_matrix_det(det, law->atom + m);
            lyc_number_abs(det, det);
            for (j = 0; j < 4; j++)
            {
                lyc_number_mul(lyc_matrix_entry(right, j / 2, j % 2), det,
                               lyc_matrix_entry(q, j / 2, j % 2));
            }
            cr_assert(lyc_matrix_order(left, right) == 0, "%s", laws[i]);
        }
        lyc_matrix_clear(q);
        lyc_matrix_clear(left);
        lyc_matrix_clear(right);
        lyc_number_clear(det);
        lyc_law_clear(law);
    }
}

Test(formula, no_conformal_form)
{
    static const char *const laws[] = {"{[2,1;1,1]}", "{[1,1;0,1]}",
                                       "{[0,-1;1,0],[1,-1;1,1001/1000]}",
                                       "{[3,4;2,-3],[1,0;0,-2]}"};
    size_t i;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        lyc_matrix_t q;
        lyc_law_t law;

        law_of(law, laws[i]);
        lyc_matrix_init(q, 2, 2);
        cr_assert(!lyc_conformal_form(q, law), "%s", laws[i]);
        lyc_matrix_clear(q);
        lyc_law_clear(law);
    }
}
