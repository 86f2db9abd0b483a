#include <stdlib.h>
#include <string.h>

#include "claim/ensemble.h"

void lyc_expectation_init(lyc_expectation_t e)
{
    memset(e, 0, sizeof *e);
}

void lyc_expectation_clear(lyc_expectation_t e)
{
    for (long i = 0; i < e->ensembles; i++)
    {
        free(e->ensemble[i].name);
        free(e->ensemble[i].counts);
        free(e->ensemble[i].words);
    }
    free(e->ensemble);
    free(e->file);
    lyc_expectation_init(e);
}

const lyc_expected *lyc_expectation_find(const lyc_expectation_t e,
                                         const char *name)
{
    for (long i = 0; i < e->ensembles; i++)
    {
        if (strcmp(e->ensemble[i].name, name) == 0)
        {
            return e->ensemble + i;
        }
    }
    return NULL;
}

static int is_ensemble(const lyc_chapter_t c, const char *name)
{
    for (long i = 0; i < c->script->ensembles; i++)
    {
        if (strcmp(c->script->ensemble[i].name, name) == 0)
        {
            return 1;
        }
    }
    return 0;
}

int lyc_expectation_of_chapter(lyc_expectation_t e, const lyc_chapter_t c,
                               lyc_diag_t d)
{
    lyc_text_t path;
    if (c->expected == NULL)
    {
        return 1;
    }
    const char *slash = strrchr(c->file, '/');
    lyc_text_init(path);
    lyc_text_add_n(path, c->file,
                   slash == NULL || c->expected[0] == '/'
                       ? 0
                       : (size_t)(slash + 1 - c->file));
    lyc_text_add(path, c->expected);
    int ok = lyc_expectation_read(e, path->bytes, d);
    for (long i = 0; ok && i < e->ensembles; i++)
    {
        ok = is_ensemble(c, e->ensemble[i].name) ||
             lyc_diag_fail(d, LYC_MALFORMED,
                           "%s: the ensemble '%s' is not in %s", path->bytes,
                           e->ensemble[i].name, c->file);
    }
    lyc_text_clear(path);
    return ok;
}

/* Letters of the first n laws. */
static void count(lyc_word_counts *counts, const lyc_ensemble_run_struct *r,
                  long n)
{
    memset(counts, 0, sizeof *counts);
    for (long i = 0; i < n; i++)
    {
        for (int j = 0; j < LYC_READINGS; j++)
        {
            counts->count[j][lyc_word_of_letter(r->words[i][j])]++;
        }
    }
}

static void format_counts(lyc_text_t out, const lyc_ensemble_run_struct *r,
                          long n)
{
    lyc_word_counts counts;
    count(&counts, r, n);
    lyc_text_printf(out, "counts %ld\n", n);
    for (int i = 0; i < LYC_READINGS; i++)
    {
        lyc_text_printf(out, "R%d", i + 1);
        for (int w = 0; w < LYC_WORDS; w++)
        {
            lyc_text_printf(out, " %ld", counts.count[i][w]);
        }
        lyc_text_add(out, "\n");
    }
}

static void format_run(lyc_text_t out, const lyc_ensemble_run_struct *r)
{
    const lyc_instance *laws = &r->ensemble->laws;
    lyc_text_printf(out, "ensemble %s\n", r->ensemble->name);
    format_counts(out, r, laws->count);
    if (r->total > laws->count)
    {
        format_counts(out, r, r->total);
    }
    lyc_text_add(out, "words");
    for (long i = 0; i < r->total; i++)
    {
        lyc_text_printf(out, "%s%s", i % 12 == 0 ? "\n" : " ", r->words[i]);
    }
    lyc_text_add(out, "\n");
}

/* Runs that were not finished have no counts to be written. */
void lyc_expectation_format(lyc_text_t out, const lyc_ensemble_run_struct *run,
                            long runs)
{
    lyc_text_add(out,
                 "# Words of the readings R1 to R5 on each law, in order. P: "
                 "proved, I: proved,\n# for the right side is infinite, D: "
                 "disproved, U: undecided, V: vacuous.\n# Each row of counts "
                 "is P I D U V.\n");
    for (long i = 0; i < runs; i++)
    {
        if (run[i].laws == run[i].total)
        {
            format_run(out, run + i);
        }
    }
    lyc_text_add(out, "end\n");
}
