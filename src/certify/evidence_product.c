#include <stdlib.h>

#include "certify/kinds.h"
#include "certify/words.h"

#define MAX_WORDS (1L << 22)
#define MAX_LENGTH 10000

static int read_product(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    if (!lyc_reader_slong(&n, r, 1, MAX_LENGTH, d) || !lyc_reader_end(r, d))
        return 0;
    lyc_evidence_set_product(e, e->prec, n);
    return 1;
}

static void write_product(lyc_text_t out, const lyc_evidence_t e)
{
    const slong *n = e->data;
    lyc_text_printf(out, " %ld\n", (long)*n);
}

static int is_affordable(slong atoms, slong n)
{
    slong words = 1;
    for (slong i = 0; i < n && words <= MAX_WORDS; i++)
        words *= atoms;
    return 1 <= n && n <= MAX_LENGTH && words <= MAX_WORDS;
}

/* Theorem setting.product */
static lyc_verdict_t establish_product(lyc_facts_t facts,
                                       const lyc_evidence_t e,
                                       const lyc_law_t law,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    const slong *n = e->data;
    if (!is_affordable(law->length, *n))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "too many words, or too long ones");
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    arf_neg_inf(lower);
    const lyc_verdict_t s =
        lyc_words_log_norm(upper, law, *n, e->prec, limits, d);
    if (s == LYC_PROVED)
    {
        arf_div_si(upper, upper, *n, e->prec, ARF_RND_CEIL);
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    }
    arf_clear(lower);
    arf_clear(upper);
    return s;
}

const lyc_evidence_type lyc_evidence_product = {
    "product", read_product,    write_product, establish_product, free,
    0,         LYC_BOXES_FINITE};

void lyc_evidence_set_product(lyc_evidence_t e, slong prec, slong n)
{
    slong *data = lyc_malloc(sizeof *data);
    *data = n;
    lyc_evidence_set_type(e, &lyc_evidence_product, prec, data);
}
