#include <stdlib.h>

#include "certify/kinds.h"

typedef struct
{
    slong length;
    slong *letter;
} word;

static int read_vanishing(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    if (!lyc_reader_slong(&n, r, 1, WORD_MAX, d))
        return 0;
    if ((size_t)n > r->text->length / 2)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more letters than the line has room for");
    slong *letter = lyc_malloc((size_t)n * sizeof(slong));
    int ok = 1;
    for (slong i = 0; i < n && ok; i++)
    {
        ok = lyc_reader_slong(letter + i, r, 1, LYC_LAW_MAX_ATOMS, d);
        letter[i]--;
    }
    ok = ok && lyc_reader_end(r, d);
    if (ok)
        lyc_evidence_set_vanishing(e, letter, n);
    free(letter);
    return ok;
}

/* Letters count from 1 in files. */
static void write_vanishing(lyc_text_t out, const lyc_evidence_t e)
{
    const word *w = e->data;
    lyc_text_printf(out, " %ld", (long)w->length);
    for (slong i = 0; i < w->length; i++)
        lyc_text_printf(out, " %ld", (long)w->letter[i] + 1);
    lyc_text_add(out, "\n");
}

static lyc_truth_t is_zero(const lyc_matrix_t m)
{
    lyc_truth_t truth = LYC_TRUE;
    for (slong i = 0; i < m->rows * m->columns; i++)
    {
        const lyc_truth_t t = lyc_number_is_zero(m->entry + i);
        if (t == LYC_FALSE)
            return LYC_FALSE;
        if (t == LYC_UNKNOWN)
            truth = LYC_UNKNOWN;
    }
    return truth;
}

/* Theorem setting.vanishing */
static lyc_verdict_t establish_vanishing(lyc_facts_t facts,
                                         const lyc_evidence_t e,
                                         const lyc_law_t law,
                                         const lyc_limits_t limits,
                                         lyc_diag_t d)
{
    const word *w = e->data;
    if (w->length < 1)
        return lyc_evidence_fail(d, LYC_DISPROVED, "the word is empty");
    for (slong i = 0; i < w->length; i++)
        if (w->letter[i] < 0 || w->letter[i] >= law->length)
            return lyc_evidence_fail(d, LYC_DISPROVED,
                                     "the word uses an atom that is not there");
    lyc_verdict_t s = LYC_PROVED;
    lyc_matrix_t m, t;
    lyc_matrix_init(m, law->dim, law->dim);
    lyc_matrix_init(t, law->dim, law->dim);
    lyc_matrix_set(m, law->atom + w->letter[0]);
    for (slong i = 1; i < w->length && s == LYC_PROVED; i++)
    {
        lyc_matrix_mul(t, law->atom + w->letter[i], m);
        lyc_matrix_set(m, t);
        if (lyc_limits_out_of_time(limits))
            s = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    }
    if (s == LYC_PROVED)
        s = lyc_evidence_require(is_zero(m), "the product vanishes", -1, d);
    if (s == LYC_PROVED)
        lyc_facts_exponent_minus_inf(facts, 1);
    lyc_matrix_clear(m);
    lyc_matrix_clear(t);
    return s;
}

static void clear_vanishing(void *data)
{
    word *w = data;
    if (w == NULL)
        return;
    free(w->letter);
    free(w);
}

const lyc_evidence_type lyc_evidence_vanishing = {
    "vanishing",         read_vanishing,  write_vanishing,
    establish_vanishing, clear_vanishing, 0,
    LYC_BOXES_FINITE};

void lyc_evidence_set_vanishing(lyc_evidence_t e, const slong *letters, slong n)
{
    word *w = lyc_malloc(sizeof *w);
    w->length = n;
    w->letter = lyc_malloc((size_t)n * sizeof(slong));
    for (slong i = 0; i < n; i++)
        w->letter[i] = letters[i];
    lyc_evidence_set_type(e, &lyc_evidence_vanishing, 64, w);
}
