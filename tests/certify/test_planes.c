/* Boxes of planes: what acts on them, and tampered ones. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/box.h"
#include "certify/boxes.h"
#include "certify/establish.h"
#include "certify/fans.h"

/* All exponents are log(6) / 2. */
static const char turning[] = "{2*[3/5,-4/5,0,0;4/5,3/5,0,0;0,0,0,-1;0,0,1,0], "
                              "3*[0,0,0,1;1,0,0,0;0,1,0,0;0,0,1,0]}";

/* J b^T J b = det(a) I, and b [x, y] = [a x, a y] for x, y unit vectors. */
Test(planes, what_acts)
{
    static const slong first[] = {0, 0, 0, 1, 1, 2},
                       second[] = {1, 2, 3, 2, 3, 3};
    lyc_matrix_t a, b, j, t;
    lyc_number_t det, x, y;
    test_matrix(a, "[1,2,-3,1/3;4,1/5,6,0;sqrt(2),8,9,-1;2,0,1,5]");
    lyc_matrix_init(b, 6, 6);
    lyc_matrix_init(j, 6, 6);
    lyc_matrix_init(t, 6, 6);
    lyc_number_init(det);
    lyc_number_init(x);
    lyc_number_init(y);
    lyc_matrix_planes(b, a);
    lyc_matrix_det(det, a);
    for (slong i = 0; i < 6; i++)
        lyc_number_set_si(lyc_matrix_entry(j, i, 5 - i), 1);
    lyc_matrix_transpose(t, b);
    lyc_matrix_mul(t, t, j);
    lyc_matrix_mul(t, j, t);
    lyc_matrix_mul(t, t, b);
    for (slong k = 0; k < 36; k++)
    {
        if (k % 7 == 0)
            lyc_number_sub(x, t->entry + k, det);
        else
            lyc_number_set(x, t->entry + k);
        cr_expect_eq(lyc_number_is_zero(x), LYC_TRUE, "%ld", (long)k);
        const slong r = k / 6, c = k % 6;
        lyc_number_mul(x, lyc_matrix_entry(a, first[r], first[c]),
                       lyc_matrix_entry(a, second[r], second[c]));
        lyc_number_mul(y, lyc_matrix_entry(a, second[r], first[c]),
                       lyc_matrix_entry(a, first[r], second[c]));
        lyc_number_sub(x, x, y);
        if ((r == 1) != (c == 1))
            lyc_number_neg(x, x);
        cr_expect_eq(lyc_number_equal(x, b->entry + k), LYC_TRUE);
    }
    lyc_number_clear(det);
    lyc_number_clear(x);
    lyc_number_clear(y);
    lyc_matrix_clear(a);
    lyc_matrix_clear(b);
    lyc_matrix_clear(j);
    lyc_matrix_clear(t);
}

/* Faces in 16 cells each, forms that touch the Euclidean norm in their middles;
 * goals that no cell misses. */
static void norm_planes(lyc_boxes_t b)
{
    lyc_boxes_init(b, 6, 96);
    b->power = 2;
    lyc_boxes_add_exponents(b);
    for (int face = 0; face < 6; face++)
        strcat(b->tree, "0123..3..23..3..123..3..23..3..");
    for (slong l = 0; l < 96; l++)
    {
        double x[6], u[4], size = 0;
        for (int i = 0; i < 4; i++)
            u[i] = (l >> (3 - i) & 1) - 0.5;
        lyc_box_vector(x, (int)(l / 16), u, 6);
        for (int c = 0; c < 6; c++)
            size += x[c] * x[c];
        for (int c = 0; c < 6; c++)
            b->form[6 * l + c] = (int32_t)lrint(0x1p28 * x[c] / sqrt(size));
        b->exponent[l] = -28;
    }
    b->lower_goal = -(INT64_C(100) << 40);
    b->upper_goal = INT64_C(100) << 40;
}

static void set_basis(lyc_boxes_t b, unsigned long *seed)
{
    lyc_matrix_t m;
    lyc_matrix_init(m, 4, 4);
    for (slong k = 0; k < 16; k++)
        lyc_number_set_si(m->entry + k, (slong)(test_random(seed) % 5) - 2);
    lyc_boxes_set_basis(b, m);
    lyc_matrix_clear(m);
}

static void mutate(lyc_boxes_t b, unsigned long *seed)
{
    const ulong cells = (ulong)b->cells;
    const size_t n = strlen(b->tree), i = test_random(seed) % n;
    switch (test_random(seed) % 9)
    {
    case 0:
        b->tree[i] = ".0123"[test_random(seed) % 5];
        break;
    case 1:
        b->form[test_random(seed) % (6 * cells)] *= -1;
        break;
    case 2:
        b->form[test_random(seed) % (6 * cells)] +=
            (int32_t)(test_random(seed) % (1u << 28)) - (1 << 27);
        break;
    case 3:
        b->lower[test_random(seed) % cells] =
            (int64_t)(test_random(seed) << 4) - (INT64_C(1) << 34);
        break;
    case 4:
        b->upper[test_random(seed) % cells] =
            (int64_t)(test_random(seed) << 4) - (INT64_C(1) << 34);
        break;
    case 5:
        b->power = 1 + (slong)(test_random(seed) % 3);
        break;
    case 6:
        b->acts = (lyc_acts_t)(test_random(seed) % 2);
        break;
    case 7:
        set_basis(b, seed);
        break;
    default:
        b->exponent[test_random(seed) % cells] =
            (int16_t)(-28 + (int)(test_random(seed) % 3) - 1);
        break;
    }
}

/* What is proved holds. */
static lyc_verdict_t check(double *width, const lyc_boxes_t b,
                           const lyc_law_t law)
{
    lyc_boxes_t copy;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    copy_boxes(copy, b);
    lyc_evidence_init(e);
    lyc_evidence_set_boxes(e, 64, copy);
    lyc_facts_init(f, 4);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, limits, d);
    const double low = arf_get_d(f->sum_lower + 1, ARF_RND_DOWN);
    const double high = arf_get_d(f->sum_upper + 1, ARF_RND_UP);
    cr_assert(v == LYC_PROVED || d->is_set);
    cr_assert(low <= log(6) && log(6) <= high, "[%g, %g]", low, high);
    cr_assert(arf_is_neg_inf(f->exponent_lower) &&
              arf_is_pos_inf(f->exponent_upper) &&
              arf_is_pos_inf(f->sum_upper + 2));
    *width = high - low;
    lyc_boxes_clear(copy);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

Test(planes, mutants)
{
    unsigned long seed = 3;
    int proved = 0;
    double width;
    lyc_boxes_t b, m;
    lyc_law_t law;
    test_law(law, turning);
    norm_planes(b);
    cr_assert_eq(check(&width, b, law), LYC_PROVED);
    cr_expect_lt(width, 3);
    for (int n = 0; n < 100; n++)
    {
        copy_boxes(m, b);
        for (unsigned long k = 1 + test_random(&seed) % 3; k > 0; k--)
            mutate(m, &seed);
        proved += check(&width, m, law) == LYC_PROVED;
        lyc_boxes_clear(m);
    }
    printf("seed 3: %d of 100 mutants prove something\n", proved);
    cr_expect(proved > 20 && proved < 90);
    lyc_boxes_clear(b);
    lyc_law_clear(law);
}

Test(planes, what_is_refused)
{
    double width;
    lyc_boxes_t b;
    lyc_law_t law;
    lyc_matrix_t m;
    test_law(law, turning);
    norm_planes(b);
    cr_expect_eq(check(&width, b, law), LYC_PROVED);
    b->is_projective = 0;
    cr_expect_eq(check(&width, b, law), LYC_DISPROVED);
    b->is_projective = 1;
    for (b->power = 1; b->power < 6; b->power++)
        cr_expect_eq(check(&width, b, law),
                     b->power == 2 ? LYC_PROVED : LYC_DISPROVED);
    b->power = 2;
    lyc_matrix_init(m, 4, 4);
    lyc_boxes_set_basis(b, m); /* zero */
    cr_expect_eq(check(&width, b, law), LYC_DISPROVED);
    for (slong i = 0; i < 4; i++)
        lyc_number_set_si(lyc_matrix_entry(m, i, 3 - i), i + 1);
    lyc_boxes_set_basis(b, m);
    cr_expect_eq(check(&width, b, law), LYC_PROVED);
    lyc_matrix_clear(m);
    lyc_matrix_init(m, 3, 3);
    lyc_boxes_set_basis(b, m);
    cr_expect_eq(check(&width, b, law), LYC_DISPROVED);
    lyc_matrix_clear(m);
    lyc_boxes_clear(b);
    norm_planes(b);
    b->form[6 * 20 + 1] = -b->form[6 * 20 + 1]; /* not positive */
    cr_expect_eq(check(&width, b, law), LYC_DISPROVED);
    lyc_boxes_clear(b);
    lyc_law_clear(law);
}
