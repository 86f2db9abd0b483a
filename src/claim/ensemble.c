#include <stdlib.h>
#include <string.h>

#include "claim/ensemble.h"

void lyc_ensemble_run_init(lyc_ensemble_run_t r)
{
    memset(r, 0, sizeof *r);
    lyc_generator_init(r->generator);
    fmpq_init(r->most_undecided);
    r->verdict = LYC_UNDECIDED;
}

static void clear_list(lyc_ensemble_list *list)
{
    for (long i = 0; i < list->length; i++)
    {
        free(list->law[i].law);
        free(list->law[i].reason);
    }
    free(list->law);
}

void lyc_ensemble_run_clear(lyc_ensemble_run_t r)
{
    clear_list(&r->undecided);
    clear_list(&r->contradicted);
    clear_list(&r->different);
    for (long i = 0; i < r->methods; i++)
    {
        free(r->method[i].name);
    }
    free(r->method);
    free(r->words);
    free(r->id);
    fmpq_clear(r->most_undecided);
    lyc_generator_clear(r->generator);
}

void lyc_ensemble_list_add(lyc_ensemble_list *list, long number,
                           const char *law, const char *reason)
{
    list->law =
        lyc_realloc(list->law, sizeof *list->law * (size_t)(list->length + 1));
    lyc_ensemble_law *item = list->law + list->length++;
    item->number = number;
    item->law = lyc_strdup(law);
    item->reason = lyc_strdup(reason);
}

void lyc_tally_add_ensemble(lyc_tally *t, const lyc_ensemble_run_t r)
{
    t->ensembles++;
    t->ensembles_proved += r->verdict == LYC_PROVED;
    t->ensembles_disproved += r->verdict == LYC_DISPROVED;
}

const char *lyc_ensemble_word(const lyc_ensemble_run_t r)
{
    return r->is_vacuous && r->verdict == LYC_UNDECIDED
               ? "VACUOUS"
               : lyc_verdict_word(r->verdict);
}

int lyc_ensemble_law_text(lyc_text_t out, const lyc_ensemble_run_t r, long i)
{
    lyc_text_reset(out);
    return lyc_generator_law(out, r->generator, r->ensemble->laws.seed, i);
}

static int get_share(lyc_ensemble_run_t r, lyc_diag_t d)
{
    const lyc_expr *e = r->ensemble->most_undecided;
    lyc_number_t x;
    fmpq_t one;
    if (e == NULL)
    {
        return 1;
    }
    lyc_number_init(x);
    fmpq_init(one);
    fmpq_one(one);
    int ok = lyc_number_eval(x, r->chapter->script->program, e, d);
    int is_rational = ok && lyc_number_is_rational(x);
    if (is_rational)
    {
        lyc_number_get_fmpq(r->most_undecided, x);
    }
    if (ok && (!is_rational || fmpq_sgn(r->most_undecided) < 0 ||
               fmpq_cmp(r->most_undecided, one) > 0))
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(e),
                          "expected a rational number from 0 to 1");
    }
    lyc_number_clear(x);
    fmpq_clear(one);
    return ok;
}

int lyc_ensemble_prepare(lyc_ensemble_run_t r, const lyc_chapter_t chapter,
                         long i, int full, const lyc_expectation_t e,
                         lyc_diag_t d)
{
    const lyc_ensemble *ensemble = chapter->script->ensemble + i;
    lyc_text_t text;
    lyc_text_init(text);
    lyc_text_printf(text, "%s.%s", chapter->name, ensemble->name);
    r->chapter = chapter;
    r->ensemble = ensemble;
    r->expected = lyc_expectation_find(e, ensemble->name);
    r->id = lyc_strdup(text->bytes);
    r->total = full ? ensemble->laws.full : ensemble->laws.count;
    r->words = lyc_calloc((size_t)r->total, sizeof *r->words);
    int ok = get_share(r, d) &&
             lyc_generator_set(r->generator, chapter->script->program,
                               &ensemble->laws, d) &&
             (lyc_ensemble_law_text(text, r, 0) ||
              lyc_diag_set(d, LYC_MALFORMED, ensemble->place,
                           "no law of this description was found in 1000 "
                           "draws"));
    if (ok && e->file != NULL && r->expected == NULL)
    {
        lyc_ensemble_list_add(&r->different, 0, "",
                              "the ensemble is not in the file of what is "
                              "expected");
    }
    lyc_text_clear(text);
    return ok;
}
