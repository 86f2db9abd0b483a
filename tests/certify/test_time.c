/* Limits on time and memory end in UNDECIDED, soon, whatever the evidence. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "certify/establish.h"
#include "certify/fans.h"
#include "certify/kinds.h"

/* Seconds that a step between two looks at the clock may take, generously. */
#define SLACK 20.0
/* A limit that was reached before the start; exact evidence has a second of
 * grace. */
#define OVER (-2.0)

static void expect_late(lyc_evidence_t e, const char *text, double seconds)
{
    lyc_law_t law;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    test_law(law, text);
    lyc_facts_init(f, law->dim);
    lyc_diag_init(d);
    lyc_limits_init(limits);
    limits->max_seconds = seconds;
    const char *name = lyc_evidence_name(e);
    cr_expect_eq(lyc_evidence_establish(f, e, law, limits, d), LYC_UNDECIDED,
                 "%s", name);
    cr_expect(d->is_set && strstr(d->text, "out of time") != NULL, "%s", name);
    cr_expect_lt(lyc_limits_elapsed(limits), fabs(seconds) + SLACK, "%s", name);
    cr_expect(arf_is_neg_inf(f->exponent_lower), "%s", name);
    cr_expect(arf_is_pos_inf(f->exponent_upper), "%s", name);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_law_clear(law);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
}

Test(time, every_kind_of_evidence)
{
    lyc_evidence_t e;
    lyc_matrix_t m;
    lyc_evidence_init(e);
    lyc_evidence_set_determinant(e, 64);
    expect_late(e, "{[sqrt(2),1;1,1],[2,1;1,1]}", OVER);
    lyc_evidence_set_triangular(e, 64, 1);
    expect_late(e, "{[2,1;0,3],[5,0;0,7]}", OVER);
    test_matrix(m, "[1;0]");
    lyc_evidence_set_eigenline(e, 64, m);
    lyc_matrix_clear(m);
    expect_late(e, "{[2,1;0,3],[5,0;0,7]}", OVER);
    test_matrix(m, "[1,0;0,1]");
    lyc_evidence_set_conformal(e, 64, m);
    expect_late(e, "{[0,1;-1,0],[2,0;0,2]}", OVER);
    lyc_evidence_set_lines(e, 64, m);
    lyc_matrix_clear(m);
    expect_late(e, "{[0,1;3,0],[2,0;0,5]}", OVER);
    lyc_evidence_set_rank(e);
    expect_late(e, "{[2,1;1,1],[1,1;1,2]}", OVER);
    lyc_evidence_set_product(e, 64, 4);
    expect_late(e, "{[2,1;1,1],[1,1;1,2]}", OVER);
    const slong word[] = {0, 1};
    lyc_evidence_set_vanishing(e, word, 2);
    expect_late(e, "{[2,1;1,1],[1,1;1,2]}", OVER);
}

/* What takes no time is still said when none is left. */
Test(time, grace)
{
    lyc_evidence_t e;
    lyc_law_t law;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    test_law(law, "{[0,1;1,1],[0,1;1,-1]}");
    lyc_facts_init(f, 2);
    lyc_diag_init(d);
    lyc_limits_init(limits);
    limits->max_seconds = 0;
    lyc_evidence_init(e);
    lyc_evidence_set_determinant(e, 64);
    cr_expect_eq(lyc_evidence_establish(f, e, law, limits, d), LYC_PROVED);
    cr_expect(arf_is_zero(f->sum_upper + 1));
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_law_clear(law);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
}

/* The positive quadrant as one cone; `atoms` are positive. */
static void set_quadrant(lyc_evidence_t e, slong prec)
{
    lyc_fan_t fan;
    lyc_fan_init(fan, 2, 0);
    fmpz_one(fan->x + 0);
    fmpz_one(fan->y + 1);
    fan->value[0] = 1;
    fan->value[1] = 1;
    lyc_evidence_init(e);
    lyc_evidence_set_gauge(e, prec, fan);
    lyc_fan_clear(fan);
}

/* Logarithms of 640 atoms at 2^20 bits take minutes at each end of a piece. */
Test(time, gauge_within_a_piece)
{
    lyc_evidence_t e;
    set_quadrant(e, 1L << 20);
    expect_late(e,
                "{[3,1;1,1],[2,1;1,1]}*{1,2,3,4,5,6,7,8,9,10}*"
                "{1,11,13,17,19,23,29,31}*{1,37,41,43}",
                0.5);
}

Test(time, gauge_is_proved_without_a_limit)
{
    lyc_evidence_t e;
    lyc_facts_t f;
    set_quadrant(e, 64);
    cr_expect_eq(test_establish(f, e, "{[3,1;1,1],[2,1;1,1]}"), LYC_PROVED);
    cr_expect(arf_is_finite(f->exponent_upper));
    lyc_facts_clear(f);
}

/* 10001 matrices of 64 x 64 balls of 2^20 bits would be 5 terabytes. */
Test(time, product_beyond_memory)
{
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_text_t law;
    lyc_text_init(law);
    lyc_text_add(law, "{diag(2");
    for (int i = 1; i < 64; i++)
        lyc_text_add(law, ",1");
    lyc_text_add(law, ")}");
    lyc_evidence_init(e);
    lyc_evidence_set_product(e, 1L << 20, 10000);
    cr_expect_eq(test_establish(f, e, law->bytes), LYC_UNDECIDED);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    lyc_facts_clear(f);
    lyc_evidence_set_product(e, 64, 3);
    cr_expect_eq(test_establish(f, e, law->bytes), LYC_PROVED);
    lyc_facts_clear(f);
    lyc_text_clear(law);
}

static lyc_verdict_t closed(double first, double sum)
{
    lyc_facts_t f;
    lyc_diag_t d;
    arf_t x;
    lyc_diag_init(d);
    arf_init(x);
    lyc_facts_init(f, 2);
    arf_set_d(x, first);
    lyc_facts_exponent_arf(f, 1, x, x);
    arf_set_d(x, sum);
    lyc_facts_sum_arf(f, 2, x, x);
    const lyc_verdict_t v = lyc_facts_close_consistent(f, 64, d);
    cr_expect_eq(d->is_set, v != LYC_PROVED);
    lyc_facts_clear(f);
    arf_clear(x);
    lyc_diag_clear(d);
    return v;
}

/* lambda_1 = 1 beside lambda_1 + lambda_2 = 4: neither alone is wrong, but
 * lambda_2 = 3 would be more than lambda_1. */
Test(consistency, seen_when_facts_are_closed)
{
    cr_expect_eq(closed(1, 1.5), LYC_PROVED);
    cr_expect_eq(closed(1, 4), LYC_FAILURE);
}
