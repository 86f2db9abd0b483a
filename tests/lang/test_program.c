/* Definitions, and the self-contained text of a law. */
#include <stdlib.h>
#include <string.h>

#include "lang/parsing.h"

#define TEXT                                                                   \
    "law a = {1/2: [0,1;1,1], # first\n"                                       \
    "         1/2: [0,1;1,-1]}   # not part of it\r\n"                         \
    "let s = 1/10\n"                                                           \
    "law unused = 2*a\n"                                                       \
    "law b = I + s*a\n"

static void parse(lyc_program_t p, const char *text)
{
    lyc_source source = {"t", text, strlen(text), 1};
    lyc_diag_t d;

    lyc_program_init(p);
    lyc_diag_init(d);
    cr_assert(lyc_program_parse(p, &source, d), "%s", d->text);
    lyc_diag_clear(d);
}

Test(program, definitions)
{
    lyc_program_t p;

    parse(p, TEXT);
    cr_assert_eq(p->length, 4);
    cr_assert(p->definition[0].is_law);
    cr_assert_not(p->definition[1].is_law);
    cr_assert_str_eq(p->definition[1].name, "s");
    cr_assert_str_eq(p->definition[1].text, "let s = 1/10");
    cr_assert_str_eq(p->definition[0].text, "law a = {1/2: [0,1;1,1], # first\n"
                                            "         1/2: [0,1;1,-1]}");
    cr_assert_eq(p->definition[3].place.line, 5);
    cr_assert_eq(p->definition[3].place.column, 5);
    cr_assert_eq(lyc_program_find(p, "b"), 3);
    cr_assert_eq(lyc_program_find(p, "c"), -1);
    lyc_program_clear(p);
}

/* Asserts the extract of expression `text` in the scope of `program`, and
 * that it is a text of definitions whose own extract is itself. */
static void check(const char *program, const char *text, const char *expected)
{
    lyc_source source = {"e", text, strlen(text), 1};
    lyc_program_t p, q;
    lyc_text_t out, again;
    lyc_tokens_t t;
    lyc_diag_t d;
    lyc_expr *e;
    lyc_expr name = {.kind = LYC_EXPR_NAME};

    parse(p, program);
    lyc_tokens_init(t);
    lyc_diag_init(d);
    lyc_text_init(out);
    lyc_text_init(again);
    cr_assert(lyc_tokens_scan(t, &source, d));
    e = lyc_expr_parse(t, 0, t->length, 0, d);
    cr_assert_not_null(e);
    lyc_program_extract(out, p, e, &source);
    cr_assert_str_eq(out->bytes, expected);

    parse(q, out->bytes);
    name.text = q->definition[q->length - 1].name;
    cr_assert(q->definition[q->length - 1].is_law);
    lyc_program_extract(again, q, &name, &source);
    cr_assert_str_eq(again->bytes, out->bytes);

    lyc_expr_free(e);
    lyc_tokens_clear(t);
    lyc_text_clear(out);
    lyc_text_clear(again);
    lyc_program_clear(p);
    lyc_program_clear(q);
    lyc_diag_clear(d);
}

#define A                                                                      \
    "law a = {1/2: [0,1;1,1], # first\n"                                       \
    "         1/2: [0,1;1,-1]}\n"

Test(program, extract)
{
    check(TEXT, "b", A "let s = 1/10\nlaw b = I + s*a\n");
    check(TEXT, "a", A);
    check(TEXT, "(a)", A);
    check(TEXT, "s", "let s = 1/10\nlaw it = s\n");
    check(TEXT, "a*fresh(a)", A "law it = a*fresh(a)\n");
    check(TEXT, "[1]", "law it = [1]\n");
    check(TEXT, "{s: [1], 1-s: [2]}",
          "let s = 1/10\nlaw it = {s: [1], 1-s: [2]}\n");
}

Test(program, extract_over_several_lines)
{
    check(TEXT, "(a # comment\r\n + b)\n",
          A "let s = 1/10\nlaw b = I + s*a\nlaw it = ((a # comment\n + b))\n");
    check("law a = 1", "a +\n  a", "law a = 1\nlaw it = (a +\n  a)\n");
}

Test(program, extract_where_it_is_taken)
{
    check("law it = [1]\nlet it_2 = 3", "it_2*it",
          "law it = [1]\nlet it_2 = 3\nlaw it_3 = it_2*it\n");
    check("law it = [1]", "it", "law it = [1]\n");
}
