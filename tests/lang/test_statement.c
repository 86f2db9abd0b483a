/* Where statements end, and tokens. */
#include <string.h>

#include "lang/parsing.h"

/* Asserts that the statements of text begin at these token indices. */
static void check(const char *text, const long *begins, int n)
{
    lyc_source source = {"t", text, strlen(text), 1};
    lyc_tokens_t t;
    lyc_diag_t d;
    long from = 0;
    int i;

    lyc_tokens_init(t);
    lyc_diag_init(d);
    cr_assert(lyc_tokens_scan(t, &source, d), "%s", text);
    for (i = 0; i < n; i++)
    {
        cr_assert_eq(from, begins[i], "statement %d of\n%s", i, text);
        from = lyc_tokens_statement_end(t, from);
    }
    cr_assert_eq(from, t->length, "%s", text);
    lyc_tokens_clear(t);
    lyc_diag_clear(d);
}

#define CHECK(text, ...)                                                       \
    check(text, (const long[]){__VA_ARGS__},                                   \
          (int)(sizeof((const long[]){__VA_ARGS__}) / sizeof(long)))

Test(statement, ends_with_its_line)
{
    CHECK("a b\nc", 0, 2);
    CHECK("a b\n\n# comment\n  c\r\nd", 0, 2, 3);
    CHECK("a b # comment\nc", 0, 2);
}

Test(statement, goes_on_inside_brackets)
{
    CHECK("a (b\nc\n) d\ne", 0, 6);
    CHECK("a [1,\n2;\n# between\n3,4]\nb", 0, 10);
    CHECK("{1:\na}\nb", 0, 5);
}

Test(statement, goes_on_below_a_final_colon)
{
    CHECK("a:\n  b\n  c\nd", 0, 4);
    CHECK("a: # comment\n  b c\nd", 0, 4);
    CHECK("  a:\n    b\n  c", 0, 3);
    CHECK("a:\nb", 0, 2);
    CHECK("a: b\n  c", 0, 3);
    CHECK("a:\n  (b\nc) d\n  e\nf", 0, 8);
}

Test(statement, first_line_shifts_places)
{
    const char *text = "# one\n  a ]";
    lyc_source source = {"chapter.md", text, strlen(text), 41};
    lyc_tokens_t t;
    lyc_diag_t d;

    lyc_tokens_init(t);
    lyc_diag_init(d);
    cr_assert_not(lyc_tokens_scan(t, &source, d));
    cr_assert_str_eq(d->text, "chapter.md:42:5: ']' closes no bracket");
    lyc_tokens_clear(t);
    lyc_diag_clear(d);
}

Test(statement, utf8_in_comments_only)
{
    assert_refused("law a = 1 # caf\xc3\xa9 \xe2\x88\x88 \xf0\x9f\x99\x82\n1",
                   "t:2:1: expected 'law', 'let', 'prove', 'refute', 'open', "
                   "'forall', 'theorem', 'instance', 'instances' or "
                   "'ensemble', found '1'");
    assert_refused("# bad \xc3\x28",
                   "t:1:7: unexpected byte 0xC3 in a comment, expected "
                   "printable UTF-8");
    assert_refused("# surrogate \xed\xa0\x80",
                   "t:1:13: unexpected byte 0xED in a comment, expected "
                   "printable UTF-8");
    assert_refused("law \xce\xbb = 1",
                   "t:1:5: unexpected byte 0xCE, expected printable ASCII "
                   "(comments may hold UTF-8)");
}
