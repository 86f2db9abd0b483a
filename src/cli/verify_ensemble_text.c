#include <stdio.h>

#include "cli/verify.h"

static long proved(const lyc_ensemble_run_t r, int i)
{
    return r->counts.count[i][LYC_WORD_PROVED] +
           r->counts.count[i][LYC_WORD_INFINITE];
}

static void add_run(lyc_table_t table, const lyc_ensemble_run_t r)
{
    char laws[24], cell[LYC_READINGS][100], infinite[24];
    long empty = 0;
    lyc_text_t methods;
    lyc_text_init(methods);
    snprintf(laws, sizeof laws, "%ld", r->laws);
    for (int i = 0; i < LYC_READINGS; i++)
    {
        const long *n = r->counts.count[i];
        snprintf(cell[i], sizeof cell[i], "%ld/%ld/%ld/%ld", proved(r, i),
                 n[LYC_WORD_DISPROVED], n[LYC_WORD_UNDECIDED],
                 n[LYC_WORD_VACUOUS]);
        empty += n[LYC_WORD_INFINITE];
    }
    snprintf(infinite, sizeof infinite, "%ld", empty);
    lyc_verify_method_counts(methods, r->method, r->methods);
    const char *const row[] = {r->id,    lyc_ensemble_word(r),
                               laws,     cell[0],
                               cell[1],  cell[2],
                               cell[3],  cell[4],
                               infinite, methods->bytes};
    lyc_table_row(table, row);
    lyc_text_clear(methods);
}

static void add_implied(lyc_text_t out, const lyc_verification *v)
{
    for (int i = 0; i < LYC_IMPLIED; i++)
    {
        long met = 0, held = 0;
        for (long j = 0; j < v->runs; j++)
        {
            met += v->run[j].implied[i].met;
            held += v->run[j].implied[i].held;
        }
        lyc_text_printf(out, "%s: %ld of %ld laws\n", lyc_implied_statement(i),
                        held, met);
    }
}

static void add_totals(lyc_text_t out, const lyc_verification *v)
{
    long laws = 0, compared = 0, undecided = 0;
    for (long j = 0; j < v->runs; j++)
    {
        const lyc_ensemble_run_struct *r = v->run + j;
        long expected = r->expected == NULL ? 0 : r->expected->laws;
        laws += r->laws;
        compared += expected < r->laws ? expected : r->laws;
        for (int i = 0; i < LYC_READINGS; i++)
        {
            undecided += r->counts.count[i][LYC_WORD_UNDECIDED];
        }
    }
    lyc_text_printf(out,
                    "%ld laws, %ld readings, %ld undecided; compared with "
                    "expected words: %ld laws\n",
                    laws, LYC_READINGS * laws, undecided, compared);
}

void lyc_verify_ensembles_text(lyc_text_t out, const lyc_verification *v)
{
    static const char *const heading[] = {
        "ensemble", "result", "laws", "R1",       "R2",
        "R3",       "R4",     "R5",   "infinite", "laws by method"};
    lyc_table_t table;
    if (v->runs == 0)
    {
        return;
    }
    lyc_table_init(table, 10);
    lyc_table_row(table, heading);
    for (long i = 0; i < v->runs; i++)
    {
        add_run(table, v->run + i);
    }
    lyc_text_add(out, v->statements + v->trials > 0 ? "\n" : "");
    lyc_text_add(out, "readings: proved/refuted/undecided/vacuous; infinite: "
                      "proved because the right side is inf\n");
    lyc_table_get_text(out, table, 0, 2);
    lyc_table_clear(table);
    add_implied(out, v);
    add_totals(out, v);
}
