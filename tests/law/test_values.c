/* What expressions evaluate to. */
#include <stdlib.h>
#include <string.h>

#include "law/laws.h"

#define M "let m = [1,2;3,4]\n"

Test(values, numbers_are_exact)
{
    same_law("law a = [0.1]", "law a = [1/10]");
    same_law("law a = [1.5e-3 + 2E1]", "law a = [40003/2000]");
    same_law("law a = [1/3 + 1/6]", "law a = [1/2]");
    same_law("law a = [abs(-2) + max(1, 2, 3) - min(4, 5)]", "law a = [1]");
    same_law("law a = [max(pi, 22/7)]", "law a = [22/7]");
    same_law("law a = [sqrt(2)^2]", "law a = [2]");
    same_law("law a = 3", "law a = [3]");
}

Test(values, precedence_is_that_of_gp)
{
    same_law("law a = [-2^2]", "law a = [-4]");
    same_law("law a = [2^3^2]", "law a = [512]");
    same_law("law a = [2^-1*4]", "law a = [2]");
    same_law("law a = [2 - 3 - 4]", "law a = [-5]");
    same_law("law a = [12/3/2]", "law a = [2]");
    same_law("law a = [2*-3 + +1]", "law a = [-5]");
    same_law("law a = [2--3]", "law a = [5]");
    same_law(M "law a = m^-1", M "law a = m^(-1)");
    same_law(M "law a = -m^2", M "law a = -(m*m)");
}

Test(values, matrices)
{
    same_law(M "law a = m*m", "law a = [7,10;15,22]");
    same_law(M "law a = m^0", "law a = [1,0;0,1]");
    same_law(M "law a = inv(m)", "law a = [-2,1;3/2,-1/2]");
    same_law(M "law a = m^-2", M "law a = inv(m*m)");
    same_law(M "law a = transpose(m)", "law a = [1,3;2,4]");
    same_law(M "law a = m/2", "law a = [1/2,1;3/2,2]");
    same_law("law a = [1;2]*[3,4]", "law a = [3,4;6,8]");
    same_law("law a = [3,4]*[1;2]", "law a = [11]");
    same_law("law a = diag(1,2,3)", "law a = [1,0,0;0,2,0;0,0,3]");
}

Test(values, identity_takes_its_size_from_the_context)
{
    same_law(M "law a = I + m", "law a = [2,2;3,5]");
    same_law(M "law a = m - 2*I", "law a = [-1,2;3,2]");
    same_law(M "law a = I*m*I", M "law a = m");
    same_law(M "law a = (I + I)^2*m", M "law a = 4*m");
    same_law(M "law a = I/2 + m", "law a = [3/2,2;3,9/2]");
    same_law(M "law a = {1/2: m, 1/2: I}", "law a = {[1,0;0,1], [1,2;3,4]}");
    same_law(M "law a = {1/2: -I, 1/2: m}", "law a = {[-1,0;0,-1], [1,2;3,4]}");
    same_law(M "law a = transpose(inv(2*I)) + m", "law a = [3/2,2;3,9/2]");
}

Test(values, equal_atoms_are_merged_and_sorted)
{
    lyc_law_t law;

    law_of(law, "law a = {1/4: [2], 1/4: [1], 1/8: [2], 3/8: [2]}");
    cr_assert_eq(law->length, 2);
    cr_assert_eq(law->dim, 1);
    cr_assert(law->is_rational);
    cr_assert_lt(lyc_matrix_order(law->atom, law->atom + 1), 0);
    lyc_law_clear(law);
    same_law("law a = {1/4: [2], 1/4: [1], 1/8: [2], 3/8: [2]}",
             "law a = {3/4: [2], 1/4: [1]}");
}

Test(values, irrational_weights)
{
    lyc_law_t law;

    law_of(law, "law a = {sqrt(2) - 1: [1], 2 - sqrt(2): [2]}");
    cr_assert_eq(law->length, 2);
    cr_assert_not(law->is_rational);
    lyc_law_clear(law);
    law_of(law, "let p = log(2)/log(6)\n"
                "law a = {p: [1], log(3)/log(6): [2]}");
    cr_assert_eq(law->length, 2);
    lyc_law_clear(law);
}

Test(values, numbers_by_themselves)
{
    const char *text = "let s = 1/10\nlaw a = {s, 1}";
    lyc_source source = {"test", text, strlen(text), 1};
    lyc_source more = {"more", "2*s + 1", 7, 1};
    lyc_program_t p;
    lyc_tokens_t t;
    lyc_number_t x;
    lyc_diag_t d;
    lyc_text_t out;
    lyc_expr *e;

    lyc_program_init(p);
    lyc_tokens_init(t);
    lyc_number_init(x);
    lyc_diag_init(d);
    lyc_text_init(out);
    cr_assert(lyc_program_parse(p, &source, d));
    cr_assert(lyc_tokens_scan(t, &more, d));
    e = lyc_expr_parse(t, 0, t->length, 0, d);
    cr_assert_not_null(e);
    cr_assert(lyc_number_eval(x, p, e, d));
    lyc_number_get_text(out, x);
    cr_assert_str_eq(out->bytes, "6/5");
    cr_assert_not(lyc_number_eval(x, p, p->definition[1].value, d));
    cr_assert_str_eq(d->text, "test:2:9: expected a number, found a law");
    lyc_expr_free(e);
    lyc_text_clear(out);
    lyc_diag_clear(d);
    lyc_number_clear(x);
    lyc_tokens_clear(t);
    lyc_program_clear(p);
}
