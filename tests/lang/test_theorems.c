/* Theorems, instances, generators: what is read, what is refused. */
#include <string.h>

#include "lang/parsing.h"

#define HALF                                                                   \
    "theorem half-1 (A):\n"                                                    \
    "  assume norm(A) <= 1/2\n"                                                \
    "  conclude abs(lambda(I + A, k)) <=   1 for k in 1..dim(A)\n"

static void parse(lyc_script_t s, const char *text)
{
    lyc_source source = {"chapter.md", text, strlen(text), 7};
    lyc_diag_t d;

    lyc_diag_init(d);
    lyc_script_init(s);
    cr_assert(lyc_script_add(s, &source, d), "%s", d->text);
    lyc_diag_clear(d);
}

Test(theorems, clauses)
{
    const lyc_theorem *t;
    lyc_script_t s;

    parse(s, "let c = 1\n" HALF "law A = [2]\nprove p: 1 < 2\n");
    cr_assert_eq(s->theorems, 1);
    cr_assert_eq(s->length, 1);
    t = s->theorem;
    cr_assert_str_eq(t->name, "half-1");
    cr_assert_str_eq(t->parameter, "A");
    cr_assert_eq(t->place.line, 8);
    cr_assert_eq(t->definitions, 1);
    cr_assert_eq(t->clauses, 2);
    cr_assert_eq(t->clause[0].is_conclusion, 0);
    cr_assert_str_eq(t->clause[0].text, "norm(A) <= 1/2");
    cr_assert_null(t->clause[0].variable);
    cr_assert_eq(t->clause[1].is_conclusion, 1);
    cr_assert_str_eq(t->clause[1].text, "abs(lambda(I + A, k)) <=   1");
    cr_assert_str_eq(t->clause[1].variable, "k");
    cr_assert_eq(t->clause[1].place.line, 10);
    cr_assert_eq(t->clause[1].place.column, 3);
    cr_assert_eq(t->clause[1].range->kind, LYC_EXPR_COMPARE);
    cr_assert_str_eq(t->clause[1].range->child[1]->text, "dim");
    lyc_script_clear(s);
}

Test(theorems, instances)
{
    const lyc_instance *i;
    lyc_script_t s;

    parse(s, HALF "instance half-1: A = {[1], [1/4]}\n"
                  "instances half-1: A ~ finite_laws(dim=2, atoms=2..4, "
                  "norm<=1/2, signs=any, singular), count=20, seed=3\n"
                  "instances half-1: A ~ finite_laws(dim=1), count=1\n");
    cr_assert_eq(s->instances, 3);
    i = s->instance;
    cr_assert_eq(i[0].count, 1);
    cr_assert_eq(i[0].law->kind, LYC_EXPR_LAW);
    cr_assert_eq(i[0].place.line, 10);
    cr_assert_null(i[1].law);
    cr_assert_str_eq(i[1].generator, "finite_laws");
    cr_assert_eq(i[1].count, 20);
    cr_assert_eq(i[1].seed, 3);
    cr_assert_eq(i[1].options, 5);
    cr_assert_str_eq(i[1].option[1].key, "atoms");
    cr_assert_eq(i[1].option[1].op, '=');
    cr_assert_str_eq(i[1].option[1].to->text, "4");
    cr_assert_eq(i[1].option[2].op, 'l');
    cr_assert_null(i[1].option[2].to);
    cr_assert_str_eq(i[1].option[3].value->text, "any");
    cr_assert_eq(i[1].option[4].op, 0);
    cr_assert_null(i[1].option[4].value);
    cr_assert_eq(i[2].count, 1);
    cr_assert_eq(i[2].seed, 0);
    lyc_script_clear(s);
}

Test(theorems, refused)
{
    assert_refused("theorem half", "t:1:13: expected '(' after the name of the "
                                   "theorem, found the end of the statement");
    assert_refused("theorem (A):", "t:1:9: expected a name for the theorem, "
                                   "found '('");
    assert_refused("theorem t (2):", "t:1:12: expected a name for the law, "
                                     "found '2'");
    assert_refused("theorem t (I):", "t:1:12: 'I' is a word of the language, "
                                     "expected a new name");
    assert_refused("law A = [1]\ntheorem t (A):",
                   "t:2:12: 'A' is defined already, in line 1");
    assert_refused("theorem t (A)", "t:1:14: expected ':', found the end of "
                                    "the statement");
    assert_refused("theorem t (A):", "t:1:15: expected 'conclude', found the "
                                     "end of the statement");
    assert_refused("theorem t (A):\n  assume norm(A) < 1",
                   "t:2:21: expected 'conclude', found the end of the "
                   "statement");
    assert_refused("theorem t (A):\n  prove 1 < 2",
                   "t:2:3: expected 'assume' or 'conclude', found 'prove'");
    assert_refused("theorem t (A):\n  conclude norm(A)",
                   "t:2:19: expected a comparison, found the end of the "
                   "statement");
    assert_refused("theorem t (A):\n  conclude norm(B) < 1",
                   "t:2:17: unknown name 'B', expected I, pi or a name defined "
                   "above");
    assert_refused("theorem t (A):\n  conclude norm(A) < k",
                   "t:2:22: unknown name 'k', expected I, pi or a name defined "
                   "above");
    assert_refused("theorem t (A):\n  assume 1 < k for k in 1..2",
                   "t:2:16: 'for' belongs to conclusions");
    assert_refused("theorem t (A):\n  conclude 1 < k for k in 1",
                   "t:2:27: expected a range 'a..b', found '1'");
    assert_refused("theorem t (A):\n  conclude 1 < k for A in 1..2",
                   "t:2:22: 'A' is the law of the theorem, expected a new "
                   "name");
    assert_refused("theorem t (A):\n  conclude 1 < 2\nprove t: 1 < 2",
                   "t:3:7: a theorem of this name stands in line 1 already");
    assert_refused("prove t: 1 < 2\ntheorem t (A):\n  conclude 1 < 2",
                   "t:2:9: a claim of this name stands in line 1 already");
}

Test(theorems, refused_instances)
{
#define T "theorem t (A):\n  conclude norm(A) < 1\n"
    assert_refused("instance t: A = [1]",
                   "t:1:10: expected the name of a theorem that stands above, "
                   "found 't'");
    assert_refused(T "instance t: B = [1]", "t:3:13: expected 'A', found 'B'");
    assert_refused(T "instance t: A ~ [1]", "t:3:15: expected '=', found '~'");
    assert_refused(T "instance t: A = [B]",
                   "t:3:18: unknown name 'B', expected I, pi or a name defined "
                   "above");
    assert_refused(T "instances t: A = [1]", "t:3:16: expected '~', found '='");
    assert_refused(T "instances t: A ~ 2",
                   "t:3:18: expected a generator of laws, found '2'");
    assert_refused(T "instances t: A ~ f(dim=2)",
                   "t:3:26: expected ', count=N', found the end of the "
                   "statement");
    assert_refused(T "instances t: A ~ f(dim=2), seed=1",
                   "t:3:28: expected ', count=N', found 'seed'");
    assert_refused(T "instances t: A ~ f(dim=2), count=0",
                   "t:3:34: expected an integer in 1..1000000");
    assert_refused(T "instances t: A ~ f(dim=2), count=1.5",
                   "t:3:34: expected an integer in 1..1000000");
    assert_refused(T "instances t: A ~ f(dim=2), count=2, seed=1 2",
                   "t:3:44: expected the end of the statement, found '2'");
    assert_refused(T "instances t: A ~ f(dim=2, dim=3), count=2",
                   "t:3:27: this option is given twice");
    assert_refused(T "instances t: A ~ f(dim>2), count=2",
                   "t:3:23: expected '=', '<=', ',' or ')', found '>'");
    assert_refused(T "instances t: A ~ f(), count=2",
                   "t:3:20: expected an option, such as dim=2, found ')'");
}
