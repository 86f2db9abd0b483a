#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(verify, .fini = remove_folder);

static const char body[] = "---\n"
                           "title: Small\n"
                           "uses: [base.fact]\n"
                           "---\n"
                           "# Small\n"
                           "\n"
                           "```lyap\n"
                           "law a = {[2,0;0,1], [8,0;0,1]}\n"
                           "\n"
                           "prove value: lambda(a, 1) == 2*log(2)\n"
                           "prove small: lambda(a, 1) < 1.4\n"
                           "```\n";

Test(verify, a_chapter_that_uses_another)
{
    reply r;
    const char *small = file_of("02-small.md", body);
    const char *base = file_of("01-base.md", "**Theorem base.fact.** True.\n");
    ask(&r, "verify", base, small, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    /* It is found in the folder, too. */
    ask(&r, "verify", small, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "proved 2, disproved 0"));
    reply_clear(&r);
}

Test(verify, a_dangling_use)
{
    reply r;
    const char *small = file_of("02-small.md", body);
    ask(&r, "verify", small, NULL);
    expect_why(&r, LYC_MALFORMED, "02-small.md:3:");
    reply_clear(&r);
    file_of("01-base.md", "The Theorem base.fact-two is another.\n");
    ask(&r, "verify", small, NULL);
    expect_why(&r, LYC_MALFORMED, "base.fact");
    reply_clear(&r);
}

/* A flipped inequality: DISPROVED with file, line and id. */
Test(verify, a_flipped_inequality)
{
    reply r;
    char text[sizeof body];
    strcpy(text, body);
    *strstr(text, "< 1.4") = '>';
    file_of("01-base.md", "Lemma base.fact\n");
    ask(&r, "verify", file_of("02-small.md", text), NULL);
    expect_why(&r, LYC_DISPROVED, "02-small.md:11: small.small: DISPROVED");
    cr_expect_not_null(strstr(r.out->bytes, "proved 1, disproved 1"));
    reply_clear(&r);
}

/* Nothing claimed is nothing verified. */
Test(verify, vacuity)
{
    reply r;
    ask(&r, "verify", file_of("01-a.md", "# Nothing\n"), NULL);
    expect_why(&r, LYC_MALFORMED, "no claim found");
    reply_clear(&r);
    ask(&r, "verify", file_of("02-b.md", "```lyap\nlaw a = [1]\n```\n"), NULL);
    expect_why(&r, LYC_MALFORMED, "no claim found");
    reply_clear(&r);
    ask(&r, "verify",
        file_of("03-c.md", "```lyapunov\nprove a: 1 < 2\n```\n"
                           "    prove b: 1 < 2\n"),
        NULL);
    expect_why(&r, LYC_MALFORMED, "no claim found");
    reply_clear(&r);
    /* A chapter without claims beside one with claims is fine. */
    ask(&r, "verify", path_of("01-a.md"),
        file_of("04-d.md", "```lyap\nprove a: 1 < 2\n```\n"), NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    /* What is only open decides nothing. */
    ask(&r, "verify", file_of("05-e.md", "```lyap\nopen a: 1 < 2\n```\n"),
        NULL);
    expect(&r, LYC_UNDECIDED);
    cr_expect_not_null(
        strstr(r.out->bytes, "open 1 (of which now certified 1)"));
    reply_clear(&r);
}

/* Verdicts of several chapters: DISPROVED over UNDECIDED over PROVED. */
Test(verify, the_worst_of_several)
{
    reply r;
    const char *yes = file_of("01-yes.md", "```lyap\nprove a: 1 < 2\n```\n");
    const char *no = file_of("02-no.md", "```lyap\nrefute a: 1 < 2\n```\n");
    const char *undefined = file_of(
        "03-u.md", "```lyap\nprove a: lambda([0],1)-lambda([0],1) < 1\n```\n");
    ask(&r, "verify", yes, undefined, NULL);
    expect_why(&r, LYC_UNDECIDED, "03-u.md:2: u.a: UNDECIDED");
    reply_clear(&r);
    ask(&r, "verify", undefined, no, yes, NULL);
    expect_why(&r, LYC_DISPROVED, "02-no.md:2: no.a: DISPROVED");
    reply_clear(&r);
    ask(&r, "verify", yes, yes, NULL);
    expect(&r, LYC_MALFORMED);
    reply_clear(&r);
    ask(&r, "verify", yes, path_of("04-missing.md"), NULL);
    expect(&r, LYC_FAILURE);
    reply_clear(&r);
}

static void bad_chapter(const char *text, const char *part)
{
    reply r;
    ask(&r, "verify", file_of("09-bad.md", text), NULL);
    expect_why(&r, LYC_MALFORMED, part);
    cr_expect_str_eq(r.out->bytes, "s MALFORMED\n");
    reply_clear(&r);
}

/* Places are those of the chapter. */
Test(verify, malformed_chapters)
{
    bad_chapter("---\ntitle: x\n", "09-bad.md:3:1: ");
    bad_chapter("---\nauthor: x\n---\n", "09-bad.md:2:1: ");
    bad_chapter("---\nuses: [nodot]\n---\n", "09-bad.md:2:8: ");
    bad_chapter("---\nuses: a.b\n---\n", "09-bad.md:2:7: ");
    bad_chapter("---\ntitle:\n---\n", "09-bad.md:2:7: ");
    bad_chapter("---\ntitle: x\ntitle: y\n---\n", "09-bad.md:3:1: ");
    bad_chapter("# A\n\n```lyap\nprove a: 1 <\n```\n", "09-bad.md:4:");
    bad_chapter("```lyap\nprove a: 1 < 2\nprove a: 1 < 2\n```\n",
                "09-bad.md:3:7: ");
    bad_chapter("```lyap\nprove a: 1 + 2\n```\n", "09-bad.md:2:");
    bad_chapter("```lyap\nprove a: lambda([1,0;0,1], 3) < 1\n```\n",
                "09-bad.md:2:28: ");
    bad_chapter("```lyap\nprove a: lambda([1,0;0,1], 1/2) < 1\n```\n",
                "09-bad.md:2:");
    bad_chapter("```lyap\nprove a: lambda([1,0;0,1]) < 1\n```\n",
                "lambda(LAW, k)");
    bad_chapter("```lyap\nlaw b = [1]\nprove a: b < 1\n```\n",
                "09-bad.md:3:10: ");
    bad_chapter("```lyap\nprove a: [1,0;0,1] < 1\n```\n", "09-bad.md:2:10: ");
    bad_chapter("```lyap\nprove a: 1 in [1,2,3]\n```\n", "09-bad.md:2:");
    bad_chapter("```lyap\nprove a: mystery(1) < 1\n```\n", "09-bad.md:2:10: ");
}

static const char half[] =
    "```lyap\n"
    "theorem half (A):\n"
    "  assume   norm(A) <= 3/4\n"
    "  conclude abs(lambda(I + A, k)) <= abs(lambda(A, k)) "
    "for k in 1..dim(A)\n"
    "instance  half: A = {[-2/3, 1/9; 0, -2/3], [-2/3, 0; -1/8, -2/3]}\n"
    "instances half: A ~ finite_laws(norm<=1/2), count=3, seed=4\n"
    "```\n";

/* The law of the first line "lyapcert bound 'LAW'" of a text. */
static void copy_quoted(char *law, size_t size, const char *text)
{
    const char *begin = strstr(text, "lyapcert bound '");
    cr_assert_not_null(begin, "%s", text);
    begin += strlen("lyapcert bound '");
    size_t n = strcspn(begin, "'");
    cr_assert_lt(n, size);
    memcpy(law, begin, n);
    law[n] = '\0';
}

/* The instance that fails is printed with id and place, as an argument that
 * `bound` takes, and its bounds refute the conclusion. */
Test(verify, a_failing_instance_pasted, .timeout = 60)
{
    reply r;
    char law[300];
    ask(&r, "verify", file_of("05-t.md", half), NULL);
    expect(&r, LYC_DISPROVED);
    cr_expect_not_null(strstr(r.err->bytes, "05-t.md:5: t.half.1: DISPROVED"));
    copy_quoted(law, sizeof law, r.err->bytes);
    cr_expect_not_null(strstr(r.out->bytes, "t.half   DISPROVED  4"), "%s",
                       r.out->bytes);
    reply_clear(&r);
    ask(&r, "bound", law, "--tol", "1e-2", NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "< lambda_1 < -0.40"), "%s",
                       r.out->bytes);
    reply_clear(&r);
}

/* One constant of Theorem residual.half changed: among laws drawn with norms
 * up to 9/10 some fail, and one that is pasted violates R2 under `compare`. */
Test(verify, a_drawn_instance_pasted, .timeout = 60)
{
    reply r;
    char law[300];
    ask(&r, "verify",
        file_of("06-nine.md",
                "```lyap\n"
                "theorem half (A):\n"
                "  assume   norm(A) <= 9/10\n"
                "  conclude abs(lambda(I + A, k)) <= abs(lambda(A, k)) "
                "for k in 1..dim(A)\n"
                "instances half: A ~ finite_laws(irreducible, norm<=9/10), "
                "count=12, seed=1\n"
                "```\n"),
        NULL);
    expect_why(&r, LYC_DISPROVED, "06-nine.md:5: nine.half.10: DISPROVED");
    copy_quoted(law, sizeof law, r.err->bytes);
    reply_clear(&r);
    ask(&r, "compare", law, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "R2   DISPROVED"), "%s",
                       r.out->bytes);
    reply_clear(&r);
}

/* No instance meets the hypothesis: nothing has been shown. */
Test(verify, a_vacuous_theorem)
{
    reply r;
    ask(&r, "verify",
        file_of("07-none.md", "```lyap\n"
                              "theorem none (A):\n"
                              "  assume   norm(A) < norm(A)\n"
                              "  conclude lambda(A, 1) <= lambda(A, 1)\n"
                              "instance  none: A = [1/3]\n"
                              "instances none: A ~ finite_laws(norm<=1/2), "
                              "count=4, seed=1\n"
                              "```\n"),
        NULL);
    expect_why(&r, LYC_UNDECIDED, "none of its 5 instances meets");
    cr_expect_not_null(strstr(r.out->bytes, "none.none  VACUOUS"), "%s",
                       r.out->bytes);
    reply_clear(&r);
}

/* The certificates of instances hold; the object lists what failed. */
Test(verify, theorems_in_json_and_certificates, .timeout = 60)
{
    reply r;
    json_error_t error;
    const char *dir = path_of("certs");
    ask(&r, "verify", file_of("05-t.md", half), "--json", "--cert", dir, NULL);
    cr_expect_eq(r.status, LYC_DISPROVED);
    json_t *object = json_loads(r.out->bytes, 0, &error);
    cr_assert_not_null(object);
    const json_t *theorem =
        json_array_get(json_object_get(object, "theorems"), 0);
    const json_t *counts = json_object_get(theorem, "instances");
    const json_t *failing = json_object_get(theorem, "failing");
    cr_expect_eq(json_integer_value(json_object_get(counts, "total")), 4);
    cr_expect_eq(json_integer_value(json_object_get(counts, "proved")), 3);
    cr_expect_eq(json_integer_value(json_object_get(counts, "disproved")), 1);
    cr_assert_eq(json_array_size(failing), 1);
    cr_expect_str_eq(
        json_string_value(json_object_get(json_array_get(failing, 0), "id")),
        "t.half.1");
    json_decref(object);
    reply_clear(&r);
    ask(&r, "check", path_of("certs/t.half.4.2.A.1.cert"),
        path_of("certs/t.half.4.2.law-1.2.cert"), NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
}
