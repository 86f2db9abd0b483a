/* Scripts: definitions and claims. */
#include <string.h>

#include "lang/parsing.h"

static void add(lyc_script_t s, const char *text, int first_line)
{
    lyc_source source = {"chapter.md", text, strlen(text), first_line};
    lyc_diag_t d;

    lyc_diag_init(d);
    cr_assert(lyc_script_add(s, &source, d), "%s", d->text);
    lyc_diag_clear(d);
}

Test(claims, kinds_names_places)
{
    lyc_script_t s;

    lyc_script_init(s);
    add(s,
        "law a = {[1], [2]}\n"
        "prove first: lambda(a, 1) in [0, 1]\n"
        "  refute second-claim_2b: lambda(a, 1) < 0 # comment\n",
        10);
    add(s,
        "open x:\n"
        "  abs(lambda(I + a, 1))\n"
        "    <= 5\n"
        "law b = 2*a\n",
        30);
    cr_assert_eq(s->program->length, 2);
    cr_assert_eq(s->length, 3);
    cr_assert_eq(s->claim[0].kind, LYC_CLAIM_PROVE);
    cr_assert_eq(s->claim[1].kind, LYC_CLAIM_REFUTE);
    cr_assert_eq(s->claim[2].kind, LYC_CLAIM_OPEN);
    cr_assert_str_eq(s->claim[0].name, "first");
    cr_assert_str_eq(s->claim[1].name, "second-claim_2b");
    cr_assert_str_eq(s->claim[1].text, "lambda(a, 1) < 0");
    cr_assert_str_eq(s->claim[2].text, "abs(lambda(I + a, 1))\n    <= 5");
    cr_assert_eq(s->claim[1].place.line, 12);
    cr_assert_eq(s->claim[1].place.column, 3);
    cr_assert_eq(s->claim[2].place.line, 30);
    cr_assert_eq(s->claim[0].statement->kind, LYC_EXPR_COMPARE);
    cr_assert_eq(s->claim[0].statement->op, 'i');
    lyc_script_clear(s);
}

Test(claims, refused)
{
    assert_refused("forall s in [0,1]\n",
                   "t:1:18: expected ':', found the end of the statement");
    assert_refused("forall s in [0,1]:\n  law b = [s]",
                   "t:2:3: expected 'prove', 'refute' or 'open', found 'law'");
    assert_refused("prove a: 1 < 2\nprove a: 2 < 3",
                   "t:2:7: a claim of this name stands in line 1 already");
    assert_refused("prove a 1 < 2",
                   "t:1:7: expected a name of letters, digits, '-' and '_' "
                   "that begins with a small letter, then ':', found 'a'");
    assert_refused("prove A: 1 < 2",
                   "t:1:7: expected a name of letters, digits, '-' and '_' "
                   "that begins with a small letter, then ':', found 'A'");
    assert_refused("prove: 1 < 2",
                   "t:1:6: expected a name for the claim, found ':'");
    assert_refused("prove",
                   "t:1:6: expected a name for the claim, found the end of "
                   "the statement");
    assert_refused("prove a", "t:1:8: expected ':' after the name of the "
                              "claim, found the end of the statement");
    assert_refused("prove a:",
                   "t:1:9: expected a number, a name, '(', '[' or '{', found "
                   "the end of the statement");
    assert_refused("prove a:\nprove b: 1 < 2",
                   "t:1:9: expected a number, a name, '(', '[' or '{', found "
                   "the end of the statement");
    assert_refused("prove a: 1 + 2",
                   "t:1:15: expected a comparison, found the end of the "
                   "statement");
    assert_refused("prove a: 1 < 2 < 3",
                   "t:1:16: expected an operator or the end of the "
                   "statement, found '<'");
    assert_refused("prove a: 1 = 2",
                   "t:1:12: expected an operator, a comparison or the end of "
                   "the statement, found '='");
    assert_refused("prove a: 1 in 2",
                   "t:1:15: expected an interval '[a, b]' after 'in'");
    assert_refused("prove a: lambda(b, 1) < 2",
                   "t:1:17: unknown name 'b', expected I, pi or a name "
                   "defined above");
}

/* A script keeps what stood before a bad statement and frees the rest. */
Test(claims, after_an_error)
{
    const char *text = "law a = [1]\nprove p: 1 < 2\nprove q: 1 <";
    lyc_source source = {"t", text, strlen(text), 1};
    lyc_script_t s;
    lyc_diag_t d;

    lyc_script_init(s);
    lyc_diag_init(d);
    cr_assert_not(lyc_script_add(s, &source, d));
    cr_assert_eq(s->length, 1);
    cr_assert_eq(s->program->length, 1);
    lyc_script_clear(s);
    lyc_diag_clear(d);
}
