#include <stdio.h>
#include <string.h>

#include "claim/ensemble.h"

static int holds(const lyc_outcome_t o, int i)
{
    return o->words[i] == 'P' || o->words[i] == 'I';
}

typedef struct
{
    lyc_ensemble_run_struct *r;
    long number;
    const char *law;
    const lyc_outcome_struct *o;
} law_taken;

/* What is certified on one law must agree with what is proved of all. */
static void check_implied(const law_taken *t, int i, int met, int reading)
{
    lyc_implied *implied = t->r->implied + i;
    char text[160];
    implied->met += met;
    implied->held += met && holds(t->o, reading) &&
                     (i != LYC_IMPLIED_WEAKER || holds(t->o, 2));
    if (met && (t->o->words[reading] == 'D' ||
                (i == LYC_IMPLIED_WEAKER && t->o->words[2] == 'D')))
    {
        snprintf(text, sizeof text, "%s: contradicted by %s",
                 lyc_implied_statement(i), t->o->words);
        lyc_ensemble_list_add(&t->r->contradicted, t->number, t->law, text);
    }
}

static const char *word_at(const char *words, int i)
{
    return lyc_word_name((lyc_word)lyc_word_of_letter(words[i]));
}

static void check_expected(const law_taken *t)
{
    const lyc_expected *e = t->r->expected;
    lyc_text_t reason;
    if (e == NULL || t->number > e->laws)
    {
        return;
    }
    const char *words = e->words[t->number - 1];
    lyc_text_init(reason);
    for (int i = 0; i < LYC_READINGS; i++)
    {
        int is_lost = t->o->words[i] == 'U' && words[i] != 'U';
        t->r->is_lost |= is_lost;
        t->r->is_looser |=
            is_lost || (t->o->words[i] != 'U' && words[i] == 'U');
        if (t->o->words[i] != words[i] && t->o->words[i] != 'U' &&
            words[i] != 'U')
        {
            lyc_text_printf(reason, "%sR%d is %s (%c), expected %s (%c)",
                            reason->length > 0 ? "; " : "", i + 1,
                            word_at(t->o->words, i), t->o->words[i],
                            word_at(words, i), words[i]);
        }
    }
    if (reason->length > 0)
    {
        lyc_ensemble_list_add(&t->r->different, t->number, t->law,
                              reason->bytes);
    }
    lyc_text_clear(reason);
}

void lyc_ensemble_take(lyc_ensemble_run_t r, long i, const lyc_outcome_t o)
{
    lyc_text_t law;
    size_t k;
    json_t *method;
    lyc_text_init(law);
    lyc_ensemble_law_text(law, r, i);
    law_taken t = {r, i + 1, law->bytes, o};
    r->laws++;
    r->seconds += o->seconds;
    memcpy(r->words[i], o->words, sizeof r->words[i]);
    for (int j = 0; j < LYC_READINGS; j++)
    {
        r->counts.count[j][lyc_word_of_letter(o->words[j])]++;
    }
    json_array_foreach(o->methods, k, method)
    {
        lyc_method_count_add(&r->method, &r->methods,
                             json_string_value(method));
    }
    if (strchr(o->words, 'U') != NULL)
    {
        lyc_ensemble_list_add(&r->undecided, i + 1, law->bytes,
                              o->reason->bytes);
    }
    check_implied(&t, LYC_IMPLIED_WEAKER, holds(o, 1), 0);
    check_implied(&t, LYC_IMPLIED_HALF, o->is_half, 1);
    check_implied(&t, LYC_IMPLIED_WINDOW, strchr("VU", o->words[4]) == NULL, 4);
    check_expected(&t);
    lyc_text_clear(law);
}

/* Counts are compared where all words are there. */
static void compare_counts(lyc_ensemble_run_t r)
{
    char text[160];
    for (long b = 0; r->expected != NULL && b < r->expected->blocks; b++)
    {
        const lyc_expected_counts *e = r->expected->counts + b;
        for (int i = 0; e->laws == r->total && i < LYC_READINGS; i++)
        {
            for (int w = 0; w < LYC_WORDS; w++)
            {
                long is = r->counts.count[i][w], was = e->counts.count[i][w];
                if (is != was)
                {
                    snprintf(text, sizeof text,
                             "R%d has the word %c on %ld laws, expected %ld",
                             i + 1, lyc_word_letter((lyc_word)w), is, was);
                    lyc_ensemble_list_add(&r->different, 0, "", text);
                }
            }
        }
    }
}

/* undecided readings / all readings <= most_undecided */
static int are_few(const lyc_ensemble_run_t r, long undecided)
{
    fmpq_t share;
    fmpq_init(share);
    fmpq_set_si(share, undecided, (ulong)(LYC_READINGS * r->total));
    int few = fmpq_cmp(share, r->most_undecided) <= 0;
    fmpq_clear(share);
    return few;
}

void lyc_ensemble_conclude(lyc_ensemble_run_t r)
{
    long says = 0, undecided = 0;
    for (int i = 0; i < LYC_READINGS; i++)
    {
        const long *n = r->counts.count[i];
        says += n[LYC_WORD_PROVED] + n[LYC_WORD_DISPROVED];
        undecided += n[LYC_WORD_UNDECIDED];
    }
    int is_whole = r->laws == r->total;
    if (is_whole && !r->is_looser)
    {
        compare_counts(r);
    }
    r->is_vacuous = is_whole && undecided == 0 && says == 0;
    r->verdict = r->contradicted.length > 0 || r->different.length > 0
                     ? LYC_DISPROVED
                 : is_whole && are_few(r, undecided) && !r->is_lost && says > 0
                     ? LYC_PROVED
                     : LYC_UNDECIDED;
}
