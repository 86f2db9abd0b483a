#include <criterion/criterion.h>

#include "claim/drawing.h"

lyc_chapter_t chapter;
lyc_expectation_t expectation;

int prepare_ensemble(lyc_ensemble_run_t r, const char *statement, int full,
                     lyc_diag_t d)
{
    lyc_text_t text;
    lyc_text_init(text);
    lyc_chapter_init(chapter);
    lyc_ensemble_run_init(r);
    lyc_text_printf(text, "```lyap\n%s\n```\n", statement);
    int ok =
        lyc_chapter_parse(chapter, "test.md", text->bytes, text->length, d) &&
        lyc_ensemble_prepare(r, chapter, 0, full, expectation, d);
    lyc_text_clear(text);
    return ok;
}

void decide_ensemble(lyc_ensemble_run_t r, const char *statement, int workers)
{
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_state_t state;
    lyc_effort effort = {1e-7, 60.0, LYC_METHOD_AUTO, NULL};
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_state_init(state);
    cr_assert(prepare_ensemble(r, statement, 0, d), "%s", d->text);
    cr_assert(
        lyc_ensemble_decide(r, &effort, limits, workers, state, NULL, NULL, d),
        "%s", d->text);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_state_clear(state);
}

void clear_ensemble(lyc_ensemble_run_t r)
{
    lyc_ensemble_run_clear(r);
    lyc_chapter_clear(chapter);
}
