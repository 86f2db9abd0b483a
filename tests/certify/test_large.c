/* Irrational matrices of more rows than determinants are expanded for. */
#include <criterion/criterion.h>
#include <math.h>

#include "certify/establish.h"
#include "certify/fans.h"

#define ROWS 9

/* x = sqrt(root) on the diagonal, 1 elsewhere. */
static void dense(lyc_text_t t, int root)
{
    lyc_text_add(t, "{[");
    for (int i = 0; i < ROWS * ROWS; i++)
    {
        lyc_text_add(t, i == 0 ? "" : i % ROWS == 0 ? ";" : ",");
        if (i / ROWS == i % ROWS)
            lyc_text_printf(t, "sqrt(%d)", root);
        else
            lyc_text_add(t, "1");
    }
    lyc_text_add(t, "]}");
}

static lyc_verdict_t determinant(lyc_facts_t f, int root)
{
    lyc_evidence_t e;
    lyc_text_t law;
    lyc_text_init(law);
    dense(law, root);
    lyc_evidence_init(e);
    lyc_evidence_set_determinant(e, 64);
    const lyc_verdict_t v = test_establish(f, e, law->bytes);
    lyc_text_clear(law);
    return v;
}

/* det((x - 1) I + J) = (x - 1)^8 (x + 8), J all ones. */
Test(large, determinant_as_a_ball)
{
    lyc_facts_t f;
    cr_assert_eq(determinant(f, 5), LYC_PROVED);
    const double x = sqrt(5);
    test_bounds(f, -ROWS, (ROWS - 1) * log(x - 1) + log(x + ROWS - 1), 1e-12);
    lyc_facts_clear(f);
}

/* 0 on the diagonal, not rational as represented: no ball excludes 0. */
Test(large, singular_is_not_decided)
{
    lyc_facts_t f;
    lyc_evidence_t e;
    lyc_text_t law;
    static const char one[] = "sqrt(3 - 2*sqrt(2)) - sqrt(2) + 2";
    lyc_text_init(law);
    lyc_text_add(law, "{diag(");
    for (int i = 0; i < ROWS; i++)
        lyc_text_printf(law, "%s%s - 1", i > 0 ? "," : "", one);
    lyc_text_add(law, ")}");
    lyc_evidence_init(e);
    lyc_evidence_set_determinant(e, 64);
    cr_expect_eq(test_establish(f, e, law->bytes), LYC_UNDECIDED);
    cr_expect(arf_is_pos_inf(f->sum_upper + ROWS - 1));
    lyc_facts_clear(f);
    lyc_text_clear(law);
}

Test(large, rank_is_not_decided)
{
    lyc_facts_t f;
    lyc_evidence_t e;
    lyc_text_t law;
    lyc_text_init(law);
    dense(law, 5);
    lyc_evidence_init(e);
    lyc_evidence_set_rank(e);
    cr_expect_eq(test_establish(f, e, law->bytes), LYC_UNDECIDED);
    lyc_facts_clear(f);
    lyc_text_clear(law);
}

Test(large, no_expansion)
{
    lyc_law_t law;
    lyc_text_t text;
    lyc_number_t det;
    lyc_text_init(text);
    lyc_number_init(det);
    lyc_number_set_si(det, 7);
    dense(text, 5);
    test_law(law, text->bytes);
    cr_expect_eq(lyc_matrix_det(det, law->atom), LYC_UNKNOWN);
    cr_expect(lyc_number_is_rational(det), "it is as it was");
    lyc_law_clear(law);
    lyc_number_clear(det);
    lyc_text_clear(text);
}
