/* Words that are expected of an ensemble: met, changed, malformed. */
#define _XOPEN_SOURCE 700

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "claim/drawing.h"

static char path[64];

static void make_path(void)
{
    strcpy(path, "/tmp/lyc-words-XXXXXX");
    int file = mkstemp(path);
    cr_assert_geq(file, 0);
    close(file);
}

static void remove_path(void)
{
    unlink(path);
    lyc_expectation_clear(expectation);
}

TestSuite(expectation, .init = make_path, .fini = remove_path);

#define SMALL "ensemble e: A ~ finite_laws(commuting), count=6, seed=3"

/* The file of SMALL with one change: the bytes `from` become `to`. */
static void write_words(const char *from, const char *to)
{
    lyc_ensemble_run_t r;
    lyc_text_t text, changed;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_text_init(changed);
    lyc_diag_init(d);
    decide_ensemble(r, SMALL, 1);
    lyc_expectation_format(text, r, 1);
    clear_ensemble(r);
    const char *at = strstr(text->bytes, from);
    cr_assert_not_null(at, "%s", text->bytes);
    lyc_text_add_n(changed, text->bytes, (size_t)(at - text->bytes));
    lyc_text_printf(changed, "%s%s", to, at + strlen(from));
    cr_assert(lyc_text_write_file(path, changed->bytes, changed->length, d));
    lyc_text_clear(text);
    lyc_text_clear(changed);
    lyc_diag_clear(d);
}

/* The reason of the one difference, or NULL. Borrowed from r. */
static const char *difference(lyc_ensemble_run_t r)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_assert(lyc_expectation_read(expectation, path, d), "%s", d->text);
    decide_ensemble(r, SMALL, 1);
    lyc_diag_clear(d);
    cr_expect_leq(r->different.length, 1);
    cr_expect_eq(r->verdict,
                 r->different.length > 0 ? LYC_DISPROVED : LYC_PROVED);
    return r->different.length == 0 ? NULL : r->different.law[0].reason;
}

Test(expectation, met)
{
    lyc_ensemble_run_t r;
    write_words("end", "end");
    cr_expect_null(difference(r));
    cr_assert_not_null(r->expected);
    cr_expect_eq(r->expected->laws, 6);
    cr_expect_eq(r->expected->blocks, 1);
    clear_ensemble(r);
}

Test(expectation, one_word_changed)
{
    lyc_ensemble_run_t r;
    write_words("words\nD", "words\nP");
    const char *why = difference(r);
    cr_assert_not_null(why);
    cr_expect_not_null(strstr(why, "R1 is DISPROVED (D), expected PROVED (P)"),
                       "%s", why);
    cr_expect_eq(r->different.law[0].number, 1);
    clear_ensemble(r);
}

Test(expectation, one_count_changed)
{
    lyc_ensemble_run_t r;
    write_words("R5 1", "R5 2");
    const char *why = difference(r);
    cr_assert_not_null(why);
    cr_expect_not_null(strstr(why, "R5 has the word P on 1 laws, expected 2"),
                       "%s", why);
    cr_expect_eq(r->different.law[0].number, 0);
    clear_ensemble(r);
}

Test(expectation, another_ensemble)
{
    lyc_ensemble_run_t r;
    write_words("ensemble e", "ensemble f");
    const char *why = difference(r);
    cr_assert_not_null(why);
    cr_expect_not_null(strstr(why, "not in the file"), "%s", why);
    clear_ensemble(r);
}

static void refused(const char *from, const char *to, const char *message)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    write_words(from, to);
    cr_expect_not(lyc_expectation_read(expectation, path, d));
    cr_expect_eq(d->status, LYC_MALFORMED);
    cr_expect_not_null(strstr(d->text, message), "%s", d->text);
    lyc_diag_clear(d);
    lyc_expectation_clear(expectation);
}

Test(expectation, malformed)
{
    refused("ensemble e", "e", ":4:1: expected 'ensemble' or 'end', found 'e'");
    refused("counts 6", "counts x", ":5:8: expected a number of laws");
    refused("R2", "R3", ":7:1: expected R2, found 'R3'");
    refused("words\n", "words\nPPPP ", "expected five letters");
    refused("words\n", "words\nPPPPX ", "expected five letters");
    refused("\nend\n", "\n", "found the end of the file");
    refused("end", "end end", "expected the end of the file, found 'end'");
    refused("end", "ensemble e words end", "each once, found 'e'");
}
