/* finite_laws: every law is what its description says, by other routes than
 * those of the generator. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "claim/describing.h"
#include "lyapcert/law.h"

#define LAWS 40

static void make(lyc_law_t law, const lyc_generator_t g, unsigned long seed,
                 long i)
{
    lyc_text_t t, definition;
    lyc_diag_t d;
    lyc_text_init(t);
    lyc_text_init(definition);
    lyc_diag_init(d);
    cr_assert(lyc_generator_law(t, g, seed, i));
    lyc_text_printf(definition, "law a = %s\n", t->bytes);
    lyc_source source = {"t", definition->bytes, definition->length, 1};
    cr_assert(lyc_law_parse(law, &source, d), "%s", definition->bytes);
    cr_assert(law->is_rational);
    lyc_text_clear(t);
    lyc_text_clear(definition);
    lyc_diag_clear(d);
}

typedef int property(const lyc_law_t law);

static void check_all(const char *options, property *holds)
{
    lyc_generator_t g;
    lyc_script_t s;
    describe(g, s, options);
    printf("%s: seed 11\n", options);
    for (long i = 0; i < LAWS; i++)
    {
        lyc_law_t law;
        lyc_law_init(law);
        make(law, g, 11, i);
        cr_expect(holds(law), "%s, law %ld", options, i);
        lyc_law_clear(law);
    }
    lyc_generator_clear(g);
    lyc_script_clear(s);
}

static void entry(fmpq_t q, const lyc_matrix_t a, slong i, slong j)
{
    lyc_number_get_fmpq(q, lyc_matrix_entry(a, i, j));
}

/* The sign of ||a|| - c by trace and determinant: ||a||^2 is the larger root
 * of x^2 - t x + D^2, t = tr(a^T a), D = det a. */
static int norm_sign(const lyc_matrix_t a, const fmpq_t c)
{
    fmpq_t t, q, x, p;
    lyc_number_t det;
    fmpq_init(t);
    fmpq_init(q);
    fmpq_init(x);
    fmpq_init(p);
    lyc_number_init(det);
    for (slong k = 0; k < 4; k++)
    {
        entry(q, a, k / 2, k % 2);
        fmpq_addmul(t, q, q);
    }
    lyc_matrix_det(det, a);
    lyc_number_get_fmpq(q, det);
    fmpq_mul(x, c, c);
    fmpq_sub(p, x, t);
    fmpq_mul(p, p, x);
    fmpq_addmul(p, q, q); /* x^2 - t x + D^2 at x = c^2 */
    fmpq_add(x, x, x);
    fmpq_sub(x, x, t); /* 2 c^2 - t */
    int sign = fmpq_sgn(x) < 0 ? 1 : -fmpq_sgn(p);
    fmpq_clear(t);
    fmpq_clear(q);
    fmpq_clear(x);
    fmpq_clear(p);
    lyc_number_clear(det);
    return sign;
}

static int largest_norm_sign(const lyc_law_t law, slong p, ulong q)
{
    fmpq_t c;
    int sign = -1;
    fmpq_init(c);
    fmpq_set_si(c, p, q);
    for (slong i = 0; i < law->length; i++)
    {
        int one = norm_sign(law->atom + i, c);
        sign = one > sign ? one : sign;
    }
    fmpq_clear(c);
    return sign;
}

static int at_most_half(const lyc_law_t law)
{
    return law->dim == 2 && law->length >= 2 && law->length <= 4 &&
           largest_norm_sign(law, 1, 2) <= 0;
}

static int half_to_one(const lyc_law_t law)
{
    return law->dim == 2 && largest_norm_sign(law, 1, 2) > 0 &&
           largest_norm_sign(law, 1, 1) <= 0;
}

/* Multiples of 1/7 in [0, 3/2]. */
static int sevenths(const lyc_law_t law)
{
    int ok = law->dim == 3 && law->length == 5;
    fmpq_t q;
    fmpz_t seven;
    fmpq_init(q);
    fmpz_init_set_ui(seven, 7);
    for (slong k = 0; k < 9 * law->length; k++)
    {
        entry(q, law->atom + k / 9, k % 9 / 3, k % 3);
        ok &= fmpq_sgn(q) >= 0 && fmpq_cmp_si(q, 2) < 0;
        ok &= fmpz_divisible(seven, fmpq_denref(q));
        fmpq_mul_si(q, q, 2);
        ok &= fmpq_cmp_si(q, 3) <= 0;
    }
    fmpq_clear(q);
    fmpz_clear(seven);
    return ok;
}

static int is_singular(const lyc_law_t law)
{
    lyc_number_t det;
    int found = 0;
    lyc_number_init(det);
    for (slong i = 0; i < law->length; i++)
    {
        lyc_matrix_det(det, law->atom + i);
        found |= lyc_number_is_zero(det) == LYC_TRUE;
    }
    lyc_number_clear(det);
    return found;
}

static int commutes(const lyc_matrix_t a, const lyc_matrix_t b)
{
    lyc_matrix_t ab, ba;
    lyc_matrix_init(ab, a->rows, a->rows);
    lyc_matrix_init(ba, a->rows, a->rows);
    lyc_matrix_mul(ab, a, b);
    lyc_matrix_mul(ba, b, a);
    int equal = lyc_matrix_order(ab, ba) == 0;
    lyc_matrix_clear(ab);
    lyc_matrix_clear(ba);
    return equal;
}

static int all_commute(const lyc_law_t law)
{
    int ok = 1;
    for (slong i = 0; i < law->length; i++)
    {
        ok &= commutes(law->atom, law->atom + i);
    }
    return ok && law->length == 3;
}

static int is_triangular(const lyc_law_t law)
{
    int ok = 1;
    for (slong i = 0; i < law->length; i++)
    {
        ok &= lyc_number_is_zero(lyc_matrix_entry(law->atom + i, 1, 0)) ==
              LYC_TRUE;
    }
    return ok;
}

/* Two matrices of dimension 2 have a common eigenvector (over the complex
 * numbers) iff det(ab - ba) = 0 (Shemesh 1984). */
static int has_no_eigenvector(const lyc_law_t law)
{
    fmpq_mat_t a[2], c;
    fmpq_t det;
    fmpq_init(det);
    fmpq_mat_init(c, 2, 2);
    for (slong i = 0; i < 2; i++)
    {
        fmpq_mat_init(a[i], 2, 2);
        for (slong k = 0; k < 4; k++)
        {
            entry(fmpq_mat_entry(a[i], k / 2, k % 2), law->atom + i, k / 2,
                  k % 2);
        }
    }
    fmpq_mat_mul(c, a[0], a[1]);
    fmpq_mat_mul(a[0], a[1], a[0]);
    fmpq_mat_sub(c, c, a[0]);
    fmpq_mat_det(det, c);
    int ok = !fmpq_is_zero(det);
    fmpq_mat_clear(a[0]);
    fmpq_mat_clear(a[1]);
    fmpq_mat_clear(c);
    fmpq_clear(det);
    return ok;
}

static int irreducible_pair(const lyc_law_t law)
{
    return law->length == 2 && !commutes(law->atom, law->atom + 1) &&
           has_no_eigenvector(law);
}

/* Entries of A - I between -1/20 and 1/20. */
static int is_near_identity(const lyc_law_t law)
{
    int ok = 1;
    fmpq_t q;
    fmpq_init(q);
    for (slong k = 0; k < 4 * law->length; k++)
    {
        entry(q, law->atom + k / 4, k % 4 / 2, k % 2);
        fmpq_sub_si(q, q, k % 4 == 0 || k % 4 == 3);
        fmpq_mul_si(q, q, 20);
        ok &= fmpq_cmp_si(q, 1) <= 0 && fmpq_cmp_si(q, -1) >= 0;
    }
    fmpq_clear(q);
    return ok;
}

static int has_weights(const lyc_law_t law)
{
    fmpq_t least, q;
    fmpq_init(least);
    fmpq_init(q);
    fmpq_set_si(least, 1, 8 * 6);
    int ok = law->length == 6;
    for (slong i = 0; i < law->length; i++)
    {
        lyc_number_get_fmpq(q, law->weight + i);
        ok &= fmpq_cmp(q, least) >= 0;
    }
    fmpq_clear(least);
    fmpq_clear(q);
    return ok;
}

Test(generate, descriptions)
{
    check_all("dim=2, atoms=2..4, norm<=1/2", at_most_half);
    check_all("entries=-1000..1000, norm<=1/2, irreducible, atoms=2..4",
              at_most_half);
    check_all("norm=1/2..1, atoms=1..5, weights=random", half_to_one);
    check_all("norm=1/2..1, entries=-1/100..1/100, commuting", half_to_one);
    check_all("dim=3, atoms=5, denominator=7, entries=-1..3/2, "
              "signs=nonnegative",
              sevenths);
    check_all("dim=3, singular, atoms=2", is_singular);
    check_all("dim=2, singular, norm<=1/2, irreducible", is_singular);
    check_all("dim=2, singular, commuting", is_singular);
    check_all("dim=3, commuting, atoms=3, norm<=1/2", all_commute);
    check_all("triangular, atoms=1..9, singular", is_triangular);
    check_all("irreducible, entries=-1..1, denominator=1", irreducible_pair);
    check_all("near_identity=1/20, irreducible, atoms=2..4", is_near_identity);
    check_all("atoms=6, weights=random", has_weights);
}

/* Small entries, so that both answers occur. */
Test(generate, irreducible_by_another_route)
{
    lyc_generator_t g;
    lyc_script_t s;
    int found[2] = {0, 0};
    gmp_randstate_t state;
    gmp_randinit_mt(state);
    gmp_randseed_ui(state, 5);
    describe(g, s, "entries=-1..1, denominator=1");
    for (int i = 0; i < 300; i++)
    {
        lyc_sample_t x;
        lyc_law_t law;
        lyc_matrix_struct atom[2];
        lyc_sample_init(x, 2, 2);
        lyc_sample_draw(x, g, state);
        for (slong k = 0; k < 8; k++)
        {
            if (k % 4 == 0)
            {
                lyc_matrix_init(atom + k / 4, 2, 2);
            }
            lyc_number_set_fmpq(
                lyc_matrix_entry(atom + k / 4, k % 4 / 2, k % 2),
                fmpq_mat_entry(x->atom + k / 4, k % 4 / 2, k % 2));
        }
        law->atom = atom;
        law->length = 2;
        int is = lyc_sample_is_irreducible(x);
        cr_expect_eq(is, has_no_eigenvector(law));
        found[is]++;
        lyc_matrix_clear(atom);
        lyc_matrix_clear(atom + 1);
        lyc_sample_clear(x);
    }
    printf("seed 5: %d reducible, %d irreducible\n", found[0], found[1]);
    cr_expect_gt(found[0], 30);
    cr_expect_gt(found[1], 30);
    gmp_randclear(state);
    lyc_generator_clear(g);
    lyc_script_clear(s);
}
