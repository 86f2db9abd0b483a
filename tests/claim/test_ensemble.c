/* Ensembles: the counts are those of `compare` law by law, the same for any
 * number of processes; what is expected, contradicted or vacuous. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "claim/drawing.h"

/* The words by a direct call for every law. */
static void expect_words(const lyc_ensemble_run_t r)
{
    static const char *const letters[] = {"PI", "D", "U", "V"};
    for (long i = 0; i < r->total; i++)
    {
        lyc_text_t text, law_text;
        lyc_law_t law;
        lyc_limits_t limits;
        lyc_diag_t d;
        lyc_comparison_t c;
        lyc_effort effort = {1e-8, 60.0, LYC_METHOD_AUTO, NULL};
        lyc_text_init(text);
        lyc_text_init(law_text);
        lyc_law_init(law);
        lyc_limits_init(limits);
        lyc_diag_init(d);
        cr_assert(lyc_ensemble_law_text(law_text, r, i));
        lyc_text_printf(text, "law a = %s\n", law_text->bytes);
        lyc_source source = {"t", text->bytes, text->length, 1};
        cr_assert(lyc_law_parse(law, &source, d));
        lyc_comparison_init(c, law);
        lyc_comparison_decide(c, NULL, &effort, limits, d);
        for (int k = 0; k < LYC_READINGS; k++)
        {
            cr_expect_not_null(
                strchr(letters[c->reading[k].status], r->words[i][k]),
                "law %ld, R%d: %s", i, k + 1, r->words[i]);
        }
        lyc_comparison_clear(c);
        lyc_diag_clear(d);
        lyc_limits_clear(limits);
        lyc_law_clear(law);
        lyc_text_clear(law_text);
        lyc_text_clear(text);
    }
}

static void expect_same(const lyc_ensemble_run_t a, const lyc_ensemble_run_t b)
{
    cr_expect_eq(a->laws, b->laws);
    cr_expect_eq(memcmp(&a->counts, &b->counts, sizeof a->counts), 0);
    cr_expect_eq(
        memcmp(a->words, b->words, sizeof *a->words * (size_t)a->total), 0);
    cr_expect_eq(memcmp(a->implied, b->implied, sizeof a->implied), 0);
}

static const char *const kinds[] = {
    "irreducible, atoms=2..3",
    "commuting, atoms=2..4",
    "triangular, atoms=3",
    "irreducible, norm<=1/2",
    "singular, irreducible, norm<=1/2",
    "irreducible, entries=-50..50, denominator=1",
    "irreducible, near_identity=1/10"};

Test(ensemble, counts, .timeout = 300)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    {
        char statement[256];
        lyc_ensemble_run_t one, two;
        snprintf(statement, sizeof statement,
                 "ensemble e: A ~ finite_laws(%s), count=7, seed=31", kinds[i]);
        printf("%s\n", statement);
        decide_ensemble(one, statement, 1);
        cr_expect_eq(one->laws, 7);
        cr_expect_eq(one->verdict, LYC_PROVED, "%s", kinds[i]);
        cr_expect_eq(one->undecided.length, 0);
        expect_words(one);
        lyc_chapter_struct kept = *chapter;
        decide_ensemble(two, statement, 2);
        expect_same(one, two);
        clear_ensemble(two);
        *chapter = kept;
        clear_ensemble(one);
    }
}

/* Norms at most 1/2: residual.half and residual.window hold on every law. */
Test(ensemble, implied)
{
    lyc_ensemble_run_t r;
    decide_ensemble(
        r, "ensemble e: A ~ finite_laws(irreducible, norm<=1/2), count=9", 1);
    cr_expect_eq(r->counts.count[1][LYC_WORD_PROVED], 9);
    for (int i = 0; i < LYC_IMPLIED; i++)
    {
        cr_expect_eq(r->implied[i].met, 9);
        cr_expect_eq(r->implied[i].held, 9);
    }
    clear_ensemble(r);
}

/* Each way against a theorem is found, whatever the law is. */
Test(ensemble, contradicted)
{
    static const struct
    {
        const char *words;
        int is_half;
        long contradicted;
    } table[] = {{"PPPPP", 1, 0}, {"DPPPP", 0, 1}, {"PPDPP", 0, 1},
                 {"PDPPP", 1, 1}, {"PDPPP", 0, 0}, {"PPPPD", 0, 1},
                 {"DDDDV", 0, 0}, {"DPDPD", 0, 2}, {"IIDVV", 0, 1}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    {
        lyc_ensemble_run_t r;
        lyc_diag_t d;
        lyc_outcome_t o;
        lyc_diag_init(d);
        lyc_outcome_init(o);
        cr_assert(prepare_ensemble(
            r, "ensemble e: A ~ finite_laws(dim=2), count=1", 0, d));
        memcpy(o->words, table[i].words, sizeof o->words);
        o->is_half = table[i].is_half;
        lyc_ensemble_take(r, 0, o);
        lyc_ensemble_conclude(r);
        cr_expect_eq(r->contradicted.length, table[i].contradicted, "%s",
                     table[i].words);
        cr_expect_eq(r->verdict == LYC_DISPROVED, table[i].contradicted > 0);
        lyc_outcome_clear(o);
        lyc_diag_clear(d);
        clear_ensemble(r);
    }
}

/* Dimension 1 with the outcome 0: no plain exponent, and norms of 1 at least.
 */
Test(ensemble, vacuous)
{
    lyc_ensemble_run_t r;
    decide_ensemble(
        r,
        "ensemble e: A ~ finite_laws(dim=1, singular, entries=0..5, "
        "denominator=1), count=5",
        1);
    cr_expect(r->is_vacuous);
    cr_expect_eq(r->verdict, LYC_UNDECIDED);
    cr_expect_str_eq(lyc_ensemble_word(r), "VACUOUS");
    cr_expect_str_eq(r->words[4], "IIIVV");
    clear_ensemble(r);
}

/* What cannot be decided is listed with its law, and counts. */
static void undecided(const char *share, lyc_verdict_t verdict)
{
    lyc_ensemble_run_t r;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_state_t state;
    char statement[256];
    lyc_effort effort = {1e-1, 60.0, LYC_METHOD_DETERMINANT, NULL};
    snprintf(statement, sizeof statement,
             "ensemble e: A ~ finite_laws(irreducible), count=3%s", share);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_state_init(state);
    cr_assert(prepare_ensemble(r, statement, 0, d), "%s", d->text);
    cr_assert(lyc_ensemble_decide(r, &effort, limits, 1, state, NULL, NULL, d));
    cr_expect_eq(r->undecided.length, 3);
    cr_expect_eq(r->verdict, verdict);
    cr_expect_not_null(strstr(r->undecided.law[0].law, "{1/2: ["));
    cr_expect_not_null(strstr(r->undecided.law[0].reason, "R1: margin in ["));
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_state_clear(state);
    clear_ensemble(r);
}

Test(ensemble, undecided)
{
    undecided("", LYC_UNDECIDED);
    undecided(", undecided<=1/10", LYC_UNDECIDED);
    undecided(", undecided <= 1", LYC_PROVED);
}

Test(ensemble, full)
{
    lyc_ensemble_run_t r;
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_assert(prepare_ensemble(
        r, "ensemble e: A ~ finite_laws(dim=2), count=3, full=30, seed=2", 0,
        d));
    cr_expect_eq(r->total, 3);
    clear_ensemble(r);
    cr_assert(prepare_ensemble(
        r, "ensemble e: A ~ finite_laws(dim=2), count=3, full=30, seed=2", 1,
        d));
    cr_expect_eq(r->total, 30);
    clear_ensemble(r);
    lyc_diag_clear(d);
}

static void malformed(const char *statement, const char *message)
{
    lyc_ensemble_run_t r;
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_expect_not(prepare_ensemble(r, statement, 0, d), "%s", statement);
    cr_expect_eq(d->status, LYC_MALFORMED);
    cr_expect(d->is_set && strstr(d->text, message) != NULL, "%s: %s",
              statement, d->is_set ? d->text : "");
    lyc_diag_clear(d);
    clear_ensemble(r);
}

Test(ensemble, malformed)
{
    malformed("ensemble", "2:9: expected a name for the ensemble");
    malformed("ensemble e", "':' after the name");
    malformed("ensemble e:", "a name for the law");
    malformed("ensemble e: A", "expected '~'");
    malformed("ensemble e: A ~ finite_laws(dim=2)", "', count=N'");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=0",
              "an integer in 1..");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=5, full=4",
              "an integer in 5..");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=5, seed=4, full=7",
              "the end of the statement");
    malformed("ensemble e: A ~ laws(dim=2), count=5",
              "unknown generator 'laws'");
    malformed("ensemble e: A ~ finite_laws(size=2), count=5",
              "2:29: unknown option 'size'");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=5 undecided<=1",
              "',' before 'undecided'");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=5, undecided=1",
              "expected '<='");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=5, undecided<=2",
              "2:57: expected a rational number from 0 to 1");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=5, undecided<=",
              "found the end of the statement");
    malformed("ensemble e: A ~ finite_laws(atoms=9, entries=0..0, "
              "denominator=1), count=5",
              "no law of this description");
    malformed("prove e: 1 < 2\nensemble e: A ~ finite_laws(dim=2), count=1",
              "a claim of this name stands in line 2");
    malformed("ensemble e: A ~ finite_laws(dim=2), count=1\nprove e: 1 < 2",
              "an ensemble of this name stands in line 2");
}
