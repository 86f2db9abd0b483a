/* Laws made from laws, against the same in the language; their text; moments
 * of determinants. */
#include <stdlib.h>
#include <string.h>

#include "law/laws.h"

#define A "law a = {1/3: [1,2;0,1], 1/6: [1,1/2;3,-1], 1/2: [0,1;1,5]}\n"

static void assert_same(const lyc_law_t law, const char *text)
{
    char *expected = canonical(text);
    lyc_text_t t;

    lyc_text_init(t);
    lyc_law_get_text(t, law);
    cr_assert_str_eq(t->bytes, expected);
    free(expected);
    lyc_text_clear(t);
}

Test(laws, from_laws)
{
    lyc_law_t law, out;
    lyc_number_t c;

    law_of(law, A);
    lyc_law_init(out);
    lyc_number_init(c);
    lyc_law_transpose(out, law);
    assert_same(out, A "law b = transpose(a)");
    lyc_law_residual(out, law);
    assert_same(out, A "law b = I + a");
    cr_assert_eq(lyc_law_inverse(out, law), LYC_TRUE);
    assert_same(out, A "law b = a^-1");
    lyc_number_set_si(c, -3);
    lyc_law_scale(out, c, law);
    assert_same(out, A "law b = -3*a");
    lyc_law_set(out, law);
    assert_same(out, A);
    cr_assert_str_eq(out->text, law->text);
    lyc_law_residual(out, out);
    assert_same(out, A "law b = I + a");
    lyc_number_clear(c);
    lyc_law_clear(law);
    lyc_law_clear(out);
}

Test(laws, inverse_of_a_singular_outcome)
{
    lyc_law_t law, out;

    lyc_law_init(out);
    law_of(law, "law a = {[1,2;2,4], [1,0;0,1]}");
    cr_assert_eq(lyc_law_inverse(out, law), LYC_FALSE);
    lyc_law_clear(law);
    law_of(law, "law a = {[sqrt(2),1;2,sqrt(2)], [1,0;0,1]}");
    cr_assert_eq(lyc_law_inverse(out, law), LYC_FALSE);
    lyc_law_clear(law);
    lyc_law_clear(out);
}

Test(laws, canonical_text_parses_to_the_same_law)
{
    const char *texts[] = {A, "law a = {sqrt(2) - 1: [pi], 2 - sqrt(2): [2]}",
                           "law a = gates(3, 1/7)", "law a = [-1/3]"};
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
    {
        char *once = canonical(texts[i]), *twice;
        lyc_text_t t;

        lyc_text_init(t);
        lyc_text_printf(t, "law again = %s", once);
        twice = canonical(t->bytes);
        cr_assert_str_eq(once, twice);
        lyc_text_clear(t);
        free(once);
        free(twice);
    }
}

/* E log|det| of text is sum q_i log r_i, given as text of a number. */
static void check_log_det(const char *text, const char *expected)
{
    int minus_inf = -1;
    lyc_text_t t;
    lyc_law_t law, value;
    arb_t b, c;

    lyc_text_init(t);
    lyc_text_printf(t, "law value = [%s]", expected);
    law_of(law, text);
    law_of(value, t->bytes);
    arb_init(b);
    arb_init(c);
    cr_assert_eq(lyc_law_log_det(b, &minus_inf, law, 100), LYC_TRUE);
    cr_assert_eq(minus_inf, 0);
    lyc_number_get_arb(c, value->atom->entry, 200);
    cr_assert(arb_contains(b, c), "%s", text);
    cr_assert_geq(arb_rel_accuracy_bits(b), 80);
    arb_clear(b);
    arb_clear(c);
    lyc_law_clear(law);
    lyc_law_clear(value);
    lyc_text_clear(t);
}

Test(laws, log_det)
{
    check_log_det("law a = {1/3: [2,0;0,3], 2/3: [1,1;1,6]}",
                  "log(6)/3 + 2*log(5)/3");
    check_log_det("law a = {sqrt(2)-1: [3], 2-sqrt(2): [-1/5]}",
                  "(sqrt(2)-1)*log(3) - (2-sqrt(2))*log(5)");
    check_log_det("law a = [exp(1),1;1,pi]", "log(exp(1)*pi - 1)");
    check_log_det("law a = diag(pi,2,3,4,5,6,7,8,9,10)",
                  "log(pi) + log(3628800)");
}

static void check_minus_inf(const char *text)
{
    int minus_inf = 0;
    lyc_law_t law;
    arb_t b;

    law_of(law, text);
    arb_init(b);
    cr_assert_eq(lyc_law_log_det(b, &minus_inf, law, 64), LYC_TRUE);
    cr_assert_eq(minus_inf, 1);
    cr_assert(arf_is_neg_inf(arb_midref(b)));
    arb_clear(b);
    lyc_law_clear(law);
}

Test(laws, log_det_of_singular_outcomes)
{
    check_minus_inf("law a = {1/1000: [1,2;2,4], 999/1000: [1,0;0,1]}");
    check_minus_inf("law a = {[sqrt(2),1;2,sqrt(2)], [1,0;0,1]}");
    check_minus_inf("law a = gates(2, 1/2)");
}

Test(laws, an_undecided_singularity_is_said_to_be_so)
{
    int minus_inf = 0;
    lyc_law_t law;
    arb_t b;

    /* 9 rows, irrational, singular: no ball shows it. */
    law_of(law, "law a = [1;sqrt(2);0;0;0;0;0;0;0]*[1,1,1,1,1,1,1,1,1]"
                " + diag(0,pi,1,1,1,1,1,1,0)");
    arb_init(b);
    cr_assert_eq(law->dim, 9);
    cr_assert_eq(lyc_law_log_det(b, &minus_inf, law, 64), LYC_UNKNOWN);
    cr_assert_eq(minus_inf, 0);
    cr_assert(arb_contains_zero(b));
    cr_assert(!arb_is_finite(b));
    arb_clear(b);
    lyc_law_clear(law);
}
