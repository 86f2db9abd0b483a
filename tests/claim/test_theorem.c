/* The word on theorems: hypotheses first, vacuity and doubt visible. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/theorem.h"

#define R2                                                                     \
    "  conclude abs(lambda(I + A, k)) <= abs(lambda(A, k)) "                   \
    "for k in 1..dim(A)\n"

static lyc_chapter_t chapter;

/* Decides the first theorem of a script. */
static void decide_text(lyc_trial_t r, const char *script)
{
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_text_t text;
    lyc_effort effort = {1e-4, 60.0, LYC_METHOD_AUTO, NULL};
    lyc_text_init(text);
    lyc_chapter_init(chapter);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_trial_init(r);
    lyc_text_printf(text, "```lyap\n%s```\n", script);
    cr_assert(
        lyc_chapter_parse(chapter, "01-test.md", text->bytes, text->length, d),
        "%s", d->text);
    cr_assert(lyc_trial_prepare(r, chapter, 0, 0, d), "%s", d->text);
    lyc_state_t state;
    lyc_state_init(state);
    cr_assert(
        lyc_trial_decide(r, &effort, limits, NULL, 1, state, NULL, NULL, d),
        "%s", d->text);
    lyc_state_clear(state);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_text_clear(text);
}

static void clear(lyc_trial_t r)
{
    lyc_trial_clear(r);
    lyc_chapter_clear(chapter);
}

static void expect_counts(const lyc_trial_t r, const char *word, long proved,
                          long disproved, long undecided, long vacuous)
{
    cr_expect_str_eq(lyc_trial_word(r), word, "%s", lyc_trial_word(r));
    cr_expect_eq(r->proved, proved, "%ld", r->proved);
    cr_expect_eq(r->disproved, disproved, "%ld", r->disproved);
    cr_expect_eq(r->undecided, undecided, "%ld", r->undecided);
    cr_expect_eq(r->vacuous, vacuous, "%ld", r->vacuous);
}

/* A = -1/2: log 2 on both sides, decided as equal. */
Test(theorem, sharp_tie)
{
    lyc_trial_t r;
    decide_text(r, "theorem half (A):\n  assume norm(A) <= 1/2\n" R2
                   "instance half: A = [-1/2]\n"
                   "instance half: A = {[1/2,0;0,-1/2], [0,1/4;1/4,0]}\n");
    expect_counts(r, "PROVED", 2, 0, 0, 0);
    cr_expect_eq(r->verdict, LYC_PROVED);
    cr_expect_eq(r->failures, 0);
    clear(r);
    decide_text(r, "theorem less (A):\n  assume norm(A) <= 1/2\n"
                   "  conclude abs(lambda(I + A, 1)) < abs(lambda(A, 1))\n"
                   "instance less: A = [-1/2]\n");
    expect_counts(r, "DISPROVED", 0, 1, 0, 0);
    clear(r);
}

/* One constant changed: the instance that fails is named, and its law reads
 * back as itself. */
Test(theorem, a_constant_changed)
{
    lyc_trial_t r;
    decide_text(r, "theorem more (A):\n  assume norm(A) <= 3/4\n" R2
                   "instance more: A = [1/4]\n"
                   "instance more: A = (2/3)*{[-1, -1/8; 0, -1]}\n");
    expect_counts(r, "DISPROVED", 1, 1, 0, 0);
    cr_assert_eq(r->failures, 1);
    const lyc_failing *f = r->failing;
    cr_expect_eq(f->number, 2);
    cr_expect_eq(f->word, LYC_CASE_DISPROVED);
    cr_expect_eq(f->place.line, 6);
    cr_expect_eq(f->clause, r->theorem->clause + 1);
    cr_expect_eq(f->k, 1);
    cr_expect_eq(f->decision->truth, LYC_FALSE);
    cr_expect_str_eq(f->law, "{1: [-2/3,-1/12;0,-2/3]}", "%s", f->law);
    clear(r);
}

Test(theorem, vacuous)
{
    lyc_trial_t r;
    lyc_tally tally = {0};
    decide_text(r, "theorem none (A):\n  assume norm(A) <= 1/2\n" R2
                   "instance none: A = [2]\n"
                   "instances none: A ~ finite_laws(norm=3/5..1), count=5\n");
    expect_counts(r, "VACUOUS", 0, 0, 0, 6);
    cr_expect_eq(r->verdict, LYC_UNDECIDED);
    lyc_tally_add_trial(&tally, r);
    cr_expect_eq(tally.undecided, 1);
    cr_expect_eq(tally.vacuous, 1);
    cr_expect_eq(lyc_tally_verdict(&tally), LYC_UNDECIDED);
    clear(r);
    /* Without any instance. */
    decide_text(r, "theorem none (A):\n" R2);
    expect_counts(r, "VACUOUS", 0, 0, 0, 0);
    cr_expect_eq(r->verdict, LYC_UNDECIDED);
    clear(r);
    /* Vacuous instances beside another do no harm. */
    decide_text(r, "theorem some (A):\n  assume norm(A) <= 1/2\n" R2
                   "instance some: A = [2]\ninstance some: A = [1/3]\n");
    expect_counts(r, "PROVED", 1, 0, 0, 1);
    clear(r);
}

/* A hypothesis or a conclusion that is not defined: no word, no claim. */
Test(theorem, undecided)
{
    lyc_trial_t r;
    decide_text(r, "theorem t (A):\n  assume log(norm(A)) <= 0\n" R2
                   "instance t: A = [0]\ninstance t: A = [1/4]\n");
    expect_counts(r, "UNDECIDED", 1, 0, 1, 0);
    cr_expect_eq(r->is_vacuous, 0);
    cr_assert_eq(r->failures, 1);
    cr_expect_eq(r->failing->clause, r->theorem->clause);
    cr_expect_gt(r->failing->decision->reason->length, 0);
    clear(r);
    decide_text(r, "theorem t (A):\n"
                   "  conclude lambda(A, 1) - lambda(A, 1) <= 1\n"
                   "instance t: A = [0]\n");
    expect_counts(r, "UNDECIDED", 0, 0, 1, 0);
    clear(r);
}

/* E log||A|| <= E log(1 - ||A||) with a tie: 2/3 and 1/3. */
Test(theorem, mean)
{
    lyc_trial_t r;
    decide_text(r, "theorem mean (A):\n  assume norm(A) < 1\n"
                   "  assume Elog(norm(A)) <= Elog(1 - norm(A))\n" R2
                   "instance mean: A = {[-2/3], [-1/3]}\n"
                   "instance mean: A = {[2/3], [1/4]}\n"
                   "instance mean: A = {[2/3], [1/2]}\n"
                   "instance mean: A = {[0], [9/10]}\n"
                   "instance mean: A = [1]\n");
    expect_counts(r, "PROVED", 3, 0, 0, 2);
    clear(r);
}

/* 20 irreducible laws, each by gauges; the names above the theorem and below
 * it. */
Test(theorem, irreducible, .timeout = 120)
{
    lyc_trial_t r;
    decide_text(r, "let c = 1/2\n"
                   "theorem half (B):\n  assume norm(B) <= c\n"
                   "  assume dim(B) == 2\n"
                   "  conclude abs(lambda(I + B, j)) <= abs(lambda(B, j)) "
                   "for j in 1..2\n"
                   "law B = [5]\n"
                   "instances half: B ~ finite_laws(irreducible, norm<=1/2), "
                   "count=20, seed=21\n");
    expect_counts(r, "PROVED", 20, 0, 0, 0);
    cr_assert_eq(r->methods, 1);
    cr_expect_str_eq(r->method->name, "gauge");
    cr_expect_eq(r->method->cases, 20);
    clear(r);
}

static void expect_refused(const char *script, const char *message)
{
    lyc_trial_t r;
    lyc_diag_t d;
    lyc_text_t text;
    lyc_text_init(text);
    lyc_chapter_init(chapter);
    lyc_diag_init(d);
    lyc_trial_init(r);
    lyc_text_printf(text, "```lyap\n%s```\n", script);
    cr_assert(
        lyc_chapter_parse(chapter, "01-test.md", text->bytes, text->length, d),
        "%s", d->text);
    cr_expect_not(lyc_trial_prepare(r, chapter, 0, 0, d));
    cr_assert(d->is_set, "%s", script);
    cr_expect_eq(d->status, LYC_MALFORMED);
    cr_expect_str_eq(d->text, message, "%s", d->text);
    lyc_diag_clear(d);
    lyc_text_clear(text);
    clear(r);
}

/* Errors stand where the theorem stands. */
Test(theorem, refused)
{
    expect_refused("theorem t (A):\n  conclude lambda(A, 2) < 1\n"
                   "instance t: A = [1]\n",
                   "01-test.md:3:22: expected an index k in 1..1, the "
                   "dimension of the law");
    expect_refused("theorem t (A):\n  conclude A < 1\ninstance t: A = [1]\n",
                   "01-test.md:3:12: 'A' is a law: expected a number, such as "
                   "lambda(A, 1)");
    expect_refused("theorem t (A):\n  conclude 1 < k for k in 2..dim(A)\n"
                   "instance t: A = [1]\n",
                   "01-test.md:3:28: expected a range of 1 to 1001 integers, "
                   "found 2..1");
    expect_refused("theorem t (A):\n  conclude det(A) < 1\n"
                   "instance t: A = [1]\n",
                   "01-test.md:3:12: det(LAW) is random: it stands inside "
                   "Elog(...)");
    expect_refused("theorem t (A):\n  conclude Elog(lambda(A, 1)) < 1\n"
                   "instance t: A = [1]\n",
                   "01-test.md:3:17: inside Elog(...) a law is one draw: "
                   "expected norm, det or dim");
    expect_refused("theorem t (A):\n  conclude Elog(2) < 1\n"
                   "instance t: A = [1]\n",
                   "01-test.md:3:12: expected norm(LAW) or det(LAW) inside "
                   "Elog(...)");
    expect_refused("theorem t (A):\n"
                   "  conclude Elog(norm(A) + norm(I + A)) < 1\n"
                   "instance t: A = [1]\n",
                   "01-test.md:3:27: all laws inside Elog(...) must be the "
                   "same");
    expect_refused("theorem t (A):\n  conclude 1 < 2\n"
                   "instances t: A ~ laws(dim=2), count=1\n",
                   "01-test.md:4:1: unknown generator 'laws', expected "
                   "finite_laws");
    expect_refused("theorem t (A):\n  conclude 1 < 2\n"
                   "instances t: A ~ finite_laws(entries=0, norm=1..2), "
                   "count=1\n",
                   "01-test.md:4:1: no law of this description was found in "
                   "1000 draws");
}
