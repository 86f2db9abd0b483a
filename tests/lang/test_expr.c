/* Trees of expressions and comparisons. */
#include <stdlib.h>
#include <string.h>

#include "lang/parsing.h"

Test(expr, precedence)
{
    assert_tree("a + b*c", "(+ a (* b c))");
    assert_tree("a - b - c", "(- (- a b) c)");
    assert_tree("a/b*c", "(* (/ a b) c)");
    assert_tree("-a^2", "(neg (^ a 2))");
    assert_tree("-a*b", "(* (neg a) b)");
    assert_tree("a*-b", "(* a (neg b))");
    assert_tree("a^-1", "(^ a (neg 1))");
    assert_tree("a^b^c", "(^ a (^ b c))");
    assert_tree("2^-3^2", "(^ 2 (neg (^ 3 2)))");
    assert_tree("+a", "a");
    assert_tree("(a + b)*c", "(* (+ a b) c)");
    assert_tree("((a))", "a");
}

Test(expr, comparisons_bind_least)
{
    assert_tree("a + 1 < b*2", "(< (+ a 1) (* b 2))");
    assert_tree("a > b", "(> a b)");
    assert_tree("a <= b", "(l a b)");
    assert_tree("a >= b", "(g a b)");
    assert_tree("a == b", "(= a b)");
    assert_tree("a in [1, 2]", "(i a [1 2|1x2])");
}

Test(expr, brackets)
{
    assert_tree("[0, 1; 1, -1]", "[0 1 1 (neg 1)|2x2]");
    assert_tree("[1,2,3]", "[1 2 3|1x3]");
    assert_tree("[1;2;3]", "[1 2 3|3x1]");
    assert_tree("{a, b}", "{_ a _ b}");
    assert_tree("{1/2: a, 1/2: b}", "{(/ 1 2) a (/ 1 2) b}");
    assert_tree("{1: {a}}", "{1 {_ a}}");
    assert_tree("f(a, g(b))", "f(a g(b))");
    assert_tree("lambda(I + 2*fib, 1)", "lambda((+ I (* 2 fib)) 1)");
}

Test(expr, numerals)
{
    assert_tree("12", "12");
    assert_tree("0.25", "0.25");
    assert_tree("1.5e-3", "1.5e-3");
    assert_tree("2E10", "2E10");
    assert_tree("1e+5 + e", "(+ 1e+5 e)");
}

/* Ranges and places are those of the text. */
Test(expr, ranges)
{
    const char *text = "  (a +\n  b) * [1, 2]";
    lyc_source source = {"t", text, strlen(text), 5};
    lyc_tokens_t t;
    lyc_diag_t d;
    lyc_expr *e;

    lyc_tokens_init(t);
    lyc_diag_init(d);
    cr_assert(lyc_tokens_scan(t, &source, d));
    e = lyc_expr_parse(t, 0, t->length, 0, d);
    cr_assert_not_null(e);
    cr_assert_eq(e->begin, 2);
    cr_assert_eq(e->end, strlen(text));
    cr_assert_eq(e->place.line, 6);
    cr_assert_eq(e->place.column, 6);
    cr_assert_eq(lyc_expr_start(e).line, 5);
    cr_assert_eq(lyc_expr_start(e).column, 4);
    cr_assert_eq(e->child[0]->begin, 2);
    cr_assert_eq(e->child[0]->end, 11);
    cr_assert_eq(e->child[1]->begin, 14);
    cr_assert_eq(e->child[1]->place.line, 6);
    cr_assert_eq(e->child[1]->place.column, 8);
    cr_assert_str_eq(e->place.file, "t");
    cr_assert_eq(e->height, 2);
    lyc_expr_free(e);
    lyc_tokens_clear(t);
    lyc_diag_clear(d);
}

static lyc_expr *parse_repeated(const char *unit, long times, const char *last,
                                lyc_diag_t d)
{
    lyc_source source = {"t", NULL, 0, 1};
    lyc_tokens_t t;
    lyc_text_t text;
    lyc_expr *e = NULL;

    lyc_text_init(text);
    lyc_tokens_init(t);
    while (times-- > 0)
        lyc_text_add(text, unit);
    lyc_text_add(text, last);
    source.bytes = text->bytes;
    source.length = text->length;
    if (lyc_tokens_scan(t, &source, d))
        e = lyc_expr_parse(t, 0, t->length, 0, d);
    lyc_tokens_clear(t);
    lyc_text_clear(text);
    return e;
}

Test(expr, long_chains_are_flat)
{
    const char *unit[] = {"1+", "1-", "2*", "2/", "1 - 2*3 + "};
    lyc_diag_t d;
    size_t i;

    lyc_diag_init(d);
    for (i = 0; i < sizeof unit / sizeof *unit; i++)
    {
        lyc_expr *e = parse_repeated(unit[i], 100000, "1", d);

        cr_assert_not_null(e);
        cr_assert_leq(e->height, 2);
        lyc_expr_free(e);
    }
    lyc_diag_clear(d);
}

Test(expr, deep_nesting_is_refused)
{
    const char *unit[] = {"(",     "-",   "2^",  "[",        "{",
                          "f(",    "1*(", "{1:", "[1,2;3,",  "+-",
                          "{a,f(", "2^-", "-2^", "(1+[2,3;{"};
    lyc_diag_t d;
    size_t i;

    for (i = 0; i < sizeof unit / sizeof *unit; i++)
    {
        lyc_diag_init(d);
        cr_assert_null(parse_repeated(unit[i], 1000000, "1", d));
        cr_assert_eq(d->status, LYC_MALFORMED);
        cr_assert(strstr(d->text, "1000") != NULL, "%s: %s", unit[i], d->text);
        lyc_diag_clear(d);
    }
}

Test(expr, a_thousand_levels_are_accepted)
{
    lyc_diag_t d;
    lyc_expr *e;

    lyc_diag_init(d);
    e = parse_repeated("-", 1000, "1", d);
    cr_assert_not_null(e);
    cr_assert_eq(e->height, 1000);
    lyc_expr_free(e);
    cr_assert_null(parse_repeated("-", 1001, "1", d));
    lyc_diag_clear(d);
}
