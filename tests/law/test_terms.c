/* Terms: what they are made of, which draws are the same, their texts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/laws.h"

static void expect_text(const char *law, const char *expected)
{
    char *s = canonical(law);

    cr_expect_str_eq(s, expected, "%s\n%s\nnot %s", law, s, expected);
    free(s);
}

Test(terms, texts)
{
    expect_text("law a = gaussian(3)", "gaussian(3)");
    expect_text("law a = 0.5*gaussian(3)*2", "gaussian(3)");
    expect_text("law a = gaussian(3)/2 + I - 3*I",
                "(-2)*I + (1/2)*gaussian(3)");
    expect_text("law a = I + gaussian(4,8)*gates(8,1/2)*gaussian(8,4)",
                "I + gaussian(4, 8)*gates(8, 1/2)*gaussian(8, 4)");
    expect_text("law a = [uniform(-1,1), 1; 1, 0]", "[uniform(-1, 1),1;1,0]");
    expect_text("law a = normal()*cauchy(2)*[1,2;3,4]*gamma(1/2,3)",
                "normal()*cauchy(2)*gamma(1/2, 3)*[1,2;3,4]");
    expect_text("law a = {1/3: I, 2/3: gaussian(2)}",
                "{1/3: gates(2, 1), 2/3: gaussian(2)}");
    expect_text("law a = transpose(I + [1,2;3,4]*gaussian(2))",
                "I + transpose(gaussian(2))*[1,3;2,4]");
    expect_text("law a = transpose(gates(50, 1/3))", "gates(50, 1/3)");
    expect_text("law a = (2*gaussian(2))^-1", "(1/2)*inv(gaussian(2))");
    expect_text("law a = inv(inv(gaussian(2)))", "gaussian(2)");
    expect_text("law a = diag(normal(), 2)", "[normal(),0;0,2]");
    expect_text("law a = normal()*I + gaussian(2)",
                "normal()*gates(2, 1) + gaussian(2)");
    expect_text("law a = 2*(I + 3*(I + gaussian(2)))", "8*I + 6*gaussian(2)");
    expect_text("law a = exp({0,1})*gaussian(1)",
                "{1/2: 1, 1/2: exp(1)}*normal()");
}

/* As in test_draws.c for lists of outcomes. */
Test(terms, one_draw_or_several)
{
#define G "law g = gaussian(2)\n"
    expect_text(G "law a = g + g", "2*gaussian(2)");
    expect_text(G "law a = g - g", "{1: [0,0;0,0]}");
    expect_text(G "law a = g + fresh(g)", "gaussian(2) + gaussian(2)");
    expect_text(G "law a = fresh(g) - fresh(g)",
                "gaussian(2) + (-1)*gaussian(2)");
    expect_text(G "law a = g*g", "x1*x1 where x1 = gaussian(2)");
    expect_text(G "law a = g^3", "x1*x1*x1 where x1 = gaussian(2)");
    expect_text("law a = gaussian(2)^2", "x1*x1 where x1 = gaussian(2)");
    expect_text("law a = gaussian(2)*gaussian(2)", "gaussian(2)*gaussian(2)");
    expect_text(G "law a = g^0", "{1: [1,0;0,1]}");
    expect_text(G "law b = 2*g\nlaw a = g + b", "gaussian(2) + 2*gaussian(2)");
    expect_text(G "law b = g + g*g\nlaw a = fresh(b*b)",
                "(x1 + x1*x1)*(x1 + x1*x1) where x1 = gaussian(2)");
    expect_text(G "law m = {1/2: g, 1/2: transpose(g)}\nlaw a = m + g",
                "{1/2: x1, 1/2: transpose(x1)} + gaussian(2)"
                " where x1 = gaussian(2)");
    expect_text("law f = {[1,2;3,4], [0,1;1,0]}\nlaw a = f*gaussian(2)*f",
                "x1*gaussian(2)*x1 where x1 = {1/2: [0,1;1,0], "
                "1/2: [1,2;3,4]}");
    expect_text("law s = normal()\nlaw a = [s, 1; 1, s]",
                "[x1,1;1,x1] where x1 = normal()");
}

/* What is finite in the end is a list of atoms. */
Test(terms, exact_limits)
{
    same_law("law a = 0*gaussian(3)", "law a = [0,0,0;0,0,0;0,0,0]");
    same_law("law a = I + 0*gaussian(2)", "law a = [1,0;0,1]");
    same_law("law a = {[1,2;3,4], 2*I} + 0*gaussian(2)",
             "law a = {[1,2;3,4], 2*I}");
    same_law("law a = gaussian(2)*gates(2,0) + [1,2;3,4]", "law a = [1,2;3,4]");
    expect_text("law a = I + 0*gaussian(100000)", "gates(100000, 1)");
    expect_text("law a = 0*gaussian(50000,2)*gaussian(2,50000) + "
                "gaussian(50000)",
                "gaussian(50000)");
}

Test(terms, large_ones_are_small)
{
    lyc_term_order_t o;
    lyc_law_t law;

    law_of(law, "law a = I + 1/10*gaussian(10000)");
    cr_assert_eq(law->dim, 10000);
    cr_assert_eq(law->length, 0);
    cr_assert_null(law->atom);
    lyc_term_order_init(o, law->term);
    cr_expect_eq(o->length, 5);
    lyc_term_order_clear(o);
    lyc_law_clear(law);
    law_of(law, "law a = gaussian(10000)");
    cr_assert_eq(law->term->kind, LYC_TERM_GAUSSIAN);
    lyc_law_clear(law);
    law_of(law, "law a = gates(512,1/2)*gaussian(512)");
    cr_assert_eq(law->dim, 512);
    lyc_law_clear(law);
    law_of(law, "law a = gates(30,1/2)");
    cr_assert_eq(law->term->kind, LYC_TERM_GATES);
    lyc_law_clear(law);
}

/* A long chain of definitions, each a draw more: neither stack nor time. */
Test(terms, long_chains)
{
    lyc_law_t law;
    lyc_text_t t;
    char message[256];

    lyc_text_init(t);
    lyc_text_add(t, "law a0 = gaussian(2)\n");
    for (int i = 1; i <= 150; i++)
        lyc_text_printf(t, "law a%d = inv(a%d*[1,1;0,1]) + gaussian(2)\n", i,
                        i - 1);
    law_of(law, t->bytes);
    lyc_law_clear(law);
    for (int i = 151; i <= 20000; i++)
        lyc_text_printf(t, "law a%d = inv(a%d*[1,1;0,1]) + gaussian(2)\n", i,
                        i - 1);
    cr_expect_eq(status_of(message, t->bytes), LYC_UNDECIDED, "%s", message);
    /* Twice as many draws each time. */
    lyc_text_reset(t);
    lyc_text_add(t, "law a0 = gaussian(2)\n");
    for (int i = 1; i <= 60; i++)
        lyc_text_printf(t, "law a%d = a%d*fresh(a%d)\n", i, i - 1, i - 1);
    cr_expect_eq(status_of(message, t->bytes), LYC_UNDECIDED);
    cr_expect(strstr(message, "more than 200000 parts") != NULL, "%s", message);
    /* And as many factors, without new draws. */
    lyc_text_reset(t);
    lyc_text_add(t, "law a0 = gaussian(2)\n");
    for (int i = 1; i <= 60; i++)
        lyc_text_printf(t, "law a%d = I + a%d*a%d\n", i, i - 1, i - 1);
    law_of(law, t->bytes);
    lyc_law_clear(law);
    lyc_text_reset(t);
    lyc_text_add(t, "law a = normal()*I");
    for (int i = 0; i < 3000; i++)
        lyc_text_add(t, " + gaussian(3)");
    law_of(law, t->bytes);
    lyc_law_clear(law);
    lyc_text_clear(t);
}

Test(terms, laws_from_laws)
{
    lyc_law_t a, b;
    lyc_text_t t;
    lyc_number_t c;

    lyc_text_init(t);
    lyc_number_init(c);
    lyc_law_init(b);
    law_of(a, "law g = gaussian(2)\nlaw a = g + [0,1;2,0]*g");
    lyc_law_residual(b, a);
    lyc_law_get_text(t, b);
    cr_expect_str_eq(t->bytes, "I + x1 + [0,1;2,0]*x1 where x1 = gaussian(2)");
    lyc_text_reset(t);
    lyc_law_transpose(b, a);
    lyc_law_get_text(t, b);
    cr_expect_str_eq(t->bytes, "transpose(x1) + transpose(x1)*[0,2;1,0]"
                               " where x1 = gaussian(2)");
    lyc_text_reset(t);
    lyc_number_set_si(c, -2);
    lyc_law_scale(b, c, b);
    lyc_law_get_text(t, b);
    cr_expect_str_eq(t->bytes, "(-2)*transpose(x1) + "
                               "(-2)*transpose(x1)*[0,2;1,0]"
                               " where x1 = gaussian(2)");
    cr_expect_eq(lyc_law_inverse(b, a), LYC_UNKNOWN);
    lyc_law_set(b, a);
    cr_expect_eq(b->term, a->term);
    cr_expect_str_eq(b->text, a->text);
    lyc_text_clear(t);
    lyc_number_clear(c);
    lyc_law_clear(a);
    lyc_law_clear(b);
}

/* Invertible almost surely, or not, or not seen. */
static void expect_inverse(const char *law, lyc_truth_t expected)
{
    lyc_law_t a, b;

    law_of(a, law);
    lyc_law_init(b);
    cr_expect_eq(lyc_law_inverse(b, a), expected, "%s", law);
    lyc_law_clear(a);
    lyc_law_clear(b);
}

Test(terms, inverses)
{
    expect_inverse("law a = gaussian(3)", LYC_TRUE);
    expect_inverse("law a = I + [1,2;3,4]*gaussian(2)", LYC_TRUE);
    expect_inverse("law a = I + [1,2;2,4]*gaussian(2)", LYC_UNKNOWN);
    expect_inverse("law a = gates(30,1/2) + gaussian(30)", LYC_TRUE);
    expect_inverse("law a = [1,2;2,4]*gaussian(2)", LYC_FALSE);
    expect_inverse("law a = {I, gaussian(2)}", LYC_TRUE);
    expect_inverse("law a = {[1,2;2,4], gaussian(2)}", LYC_FALSE);
    expect_inverse("law a = gaussian(3,2)*gaussian(2,3)", LYC_FALSE);
    expect_inverse("law a = gates(3,1/2)*gaussian(3)", LYC_FALSE);
    expect_inverse("law g = gaussian(2)\nlaw a = g - transpose(g)",
                   LYC_UNKNOWN);
    expect_inverse("law a = 1 + uniform(-2,2)", LYC_TRUE);
    expect_inverse("law a = (sqrt(2)*sqrt(3) - sqrt(6))*gaussian(2) + I",
                   LYC_TRUE);
}

/* A text made from a term defines a law with the same text. */
static void expect_program(const char *text, int exists)
{
    lyc_law_t a;
    lyc_text_t t;

    law_of(a, text);
    lyc_text_init(t);
    cr_expect_eq(lyc_term_get_program(t, a->term), exists, "%s", text);
    if (exists)
    {
        char *x = canonical(text), *y = canonical(t->bytes);

        cr_expect_str_eq(x, y, "%s\n%s", text, t->bytes);
        free(x);
        free(y);
    }
    lyc_text_clear(t);
    lyc_law_clear(a);
}

Test(terms, programs)
{
    expect_program("law a = gaussian(3)", 1);
    expect_program("law g = gaussian(2)\nlaw a = g*(I + g/3)^2 - g", 1);
    expect_program("law a = {1/2: I, 1/2: normal()*gaussian(2)^-1}", 1);
    expect_program("law a = I + 0*gaussian(70000)", 1);
    expect_program("law s = {1,2}\nlaw a = s*[normal(), s; cauchy(1/3), -s]",
                   1);
    expect_program("law a = gaussian(2,5)*gates(5,exp(-1))*gaussian(5,2)"
                   "*sqrt(2)",
                   1);
    expect_program("law m = {gaussian(2), I}\nlaw a = m*m", 0);
}
