#include <stdlib.h>

#include "certify/countable.h"
#include "certify/kinds.h"

/* The rule is recomputed from the law but for these words; `letters` members
 * of each family stand alone, the others in the rest. */
typedef struct
{
    lyc_induced_rule rule;
    slong families;
    slong *letters;
    lyc_collocation_t c;
} induced;

#define MAX_FAMILIES 100
#define MAX_LETTERS 100000

static const char *const words[] = {"change", "repeat", "signs", "none", NULL};

static induced *new_data(lyc_induced_rule rule, slong families)
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
    induced *x = new_data((lyc_induced_rule)rule, n);
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

/* lambda_1 = (value + E log|scale^m|) factor, factor > 0. */
static void conclude(lyc_facts_t facts, const arf_t lower, const arf_t upper,
                     const lyc_countable_t x, const lyc_number_t factor,
                     slong prec)
{
    arb_t low, high, t;

    arb_init(low);
    arb_init(high);
    arb_init(t);
    lyc_countable_log_scale(t, x, prec);
    arb_set_arf(low, lower);
    arb_set_arf(high, upper);
    arb_add(low, low, t, prec);
    arb_add(high, high, t, prec);
    lyc_number_get_arb(t, factor, prec);
    arb_mul(low, low, t, prec);
    arb_mul(high, high, t, prec);
    arb_union(low, low, high, prec);
    lyc_facts_exponent_arb(facts, 1, low);
    arb_clear(low);
    arb_clear(high);
    arb_clear(t);
}

static lyc_verdict_t bracket(lyc_facts_t facts, const lyc_countable_t x,
                             const lyc_number_t factor, const lyc_evidence_t e,
                             const lyc_limits_t limits, lyc_diag_t d)
{
    const induced *data = e->data;
    lyc_countable_letters_t letters;
    arf_t lower, upper;
    lyc_verdict_t v;

    arf_init(lower);
    arf_init(upper);
    v = lyc_countable_letters_init(letters, x, data->letters, limits)
            ? lyc_cone_bracket(lower, upper, data->c, letters->letters, e->prec,
                               limits, d)
            : lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    if (v == LYC_PROVED && arf_is_finite(lower) && arf_is_finite(upper))
        conclude(facts, lower, upper, x, factor, e->prec);
    lyc_countable_letters_clear(letters);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

/* lambda_1 + lambda_2, which no other kind of evidence knows of such a law. */
static void add_determinant(lyc_facts_t facts, const lyc_countable_t x,
                            slong prec)
{
    arb_t b;

    arb_init(b);
    if (lyc_countable_log_det(b, x, prec) == LYC_TRUE)
        lyc_facts_sum_arb(facts, 2, b);
    arb_clear(b);
}

/* Theorem induced.main */
static lyc_verdict_t establish_induced(lyc_facts_t facts,
                                       const lyc_evidence_t e,
                                       const lyc_law_t law,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    const induced *data = e->data;
    lyc_countable_t x;
    lyc_number_t factor;
    lyc_verdict_t v;

    lyc_countable_init(x);
    lyc_number_init(factor);
    v = lyc_evidence_require(lyc_law_reduce(x, factor, law, data->rule),
                             "the rule applies to the law", -1, d);
    if (v == LYC_PROVED && x->length != data->families)
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the number of families is not %ld",
                              (long)data->families);
    if (v == LYC_PROVED)
        v = bracket(facts, x, factor, e, limits, d);
    if (v == LYC_PROVED && data->rule == LYC_INDUCED_NONE)
        add_determinant(facts, x, e->prec);
    lyc_countable_clear(x);
    lyc_number_clear(factor);
    return v;
}

const lyc_evidence_type lyc_evidence_induced = {
    "induced", read_induced,  write_induced, establish_induced, clear_induced,
    1,         LYC_BOXES_NONE};

void lyc_evidence_set_induced(lyc_evidence_t e, slong prec,
                              lyc_induced_rule rule, const slong *letters,
                              slong families, lyc_collocation_t c)
{
    induced *x = new_data(rule, families);

    for (slong i = 0; i < families; i++)
        x->letters[i] = letters[i];
    lyc_collocation_swap(x->c, c);
    lyc_evidence_set_type(e, &lyc_evidence_induced, prec, x);
}

const lyc_collocation_struct *lyc_induced_gauge(const lyc_evidence_t e)
{
    const induced *x = e->data;

    return x->c;
}
