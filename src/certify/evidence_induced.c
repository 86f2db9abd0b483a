#include <stdlib.h>

#include "certify/countable.h"
#include "certify/kinds.h"

/* The rule is recomputed from the law but for these words; `letters` members
 * of each family stand alone, the others in the rest. */
typedef struct
{
    int rule;
    slong families;
    slong *letters;
    lyc_collocation_t c;
} induced;

#define MAX_FAMILIES 100
#define MAX_LETTERS 100000

static const char *const words[] = {"change", "repeat", "signs", "families",
                                    NULL};

static induced *new_data(int rule, slong families)
{
    induced *x = lyc_malloc(sizeof *x);

    x->rule = rule;
    x->families = families;
    x->letters = lyc_calloc((size_t)families, sizeof *x->letters);
    lyc_collocation_init(x->c, 0, 0);
    return x;
}

static void clear_induced(void *data)
{
    induced *x = data;

    if (x == NULL)
        return;
    free(x->letters);
    lyc_collocation_clear(x->c);
    free(x);
}

static int read_induced(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    int rule, ok;
    slong n;

    if (!lyc_reader_choice(&rule, r, words, d) ||
        !lyc_reader_slong(&n, r, 1, MAX_FAMILIES, d))
        return 0;
    induced *x = new_data(rule, n);
    ok = 1;
    for (slong i = 0; i < n && ok; i++)
        ok = lyc_reader_slong(x->letters + i, r, 1, MAX_LETTERS, d);
    ok = ok && lyc_collocation_read(x->c, r, d);
    if (ok)
        lyc_evidence_set_type(e, &lyc_evidence_induced, e->prec, x);
    else
        clear_induced(x);
    return ok;
}

static void write_induced(lyc_text_t out, const lyc_evidence_t e)
{
    const induced *x = e->data;

    lyc_text_printf(out, " %s %ld", words[x->rule], (long)x->families);
    for (slong i = 0; i < x->families; i++)
        lyc_text_printf(out, " %ld", (long)x->letters[i]);
    lyc_collocation_write(out, x->c);
}

/* What the exponent of the families has to be multiplied by, and the mean of
 * log|scale^m| that is added before. */
typedef struct
{
    lyc_countable_t law;
    arb_t factor, scale;
} reduced;

static void set_factor(arb_t factor, const lyc_number_t numerator,
                       const lyc_number_t draws, slong prec)
{
    arb_t t;

    arb_init(t);
    lyc_number_get_arb(factor, numerator, prec);
    lyc_number_get_arb(t, draws, prec);
    arb_div(factor, factor, t, prec);
    arb_clear(t);
}

static lyc_truth_t reduce(reduced *y, const lyc_law_t law, int rule, slong prec)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t draws, factor;
    lyc_law_t pair;

    lyc_number_init(draws);
    lyc_number_init(factor);
    lyc_number_set_si(factor, 1);
    lyc_law_init(pair);
    if (rule == LYC_INDUCED_SIGNS)
        truth = lyc_law_unsign(pair, factor, law);
    if (truth == LYC_TRUE)
        truth = lyc_law_induce(
            y->law, draws, rule == LYC_INDUCED_SIGNS ? pair : law,
            rule == LYC_INDUCED_CHANGE ? LYC_INDUCED_CHANGE
                                       : LYC_INDUCED_REPEAT);
    if (truth == LYC_TRUE)
    {
        set_factor(y->factor, factor, draws, prec);
        lyc_countable_log_scale(y->scale, y->law, prec);
    }
    lyc_number_clear(draws);
    lyc_number_clear(factor);
    lyc_law_clear(pair);
    return truth;
}

/* (value + scale) factor. */
static void conclude(lyc_facts_t facts, const arf_t lower, const arf_t upper,
                     const reduced *y, slong prec)
{
    arb_t low, high;

    arb_init(low);
    arb_init(high);
    arb_set_arf(low, lower);
    arb_set_arf(high, upper);
    arb_add(low, low, y->scale, prec);
    arb_add(high, high, y->scale, prec);
    arb_mul(low, low, y->factor, prec);
    arb_mul(high, high, y->factor, prec);
    arb_union(low, low, high, prec);
    lyc_facts_exponent_arb(facts, 1, low);
    arb_clear(low);
    arb_clear(high);
}
