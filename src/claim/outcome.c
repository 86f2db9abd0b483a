#include <string.h>
#include <time.h>

#include "claim/ensemble.h"
#include "claim/norm.h"
#include "lyapcert/dyadic.h"

void lyc_outcome_init(lyc_outcome_t o)
{
    memset(o, 0, sizeof *o);
    memset(o->words, 'U', LYC_READINGS);
    o->methods = json_array();
    lyc_text_init(o->reason);
}

void lyc_outcome_clear(lyc_outcome_t o)
{
    json_decref(o->methods);
    lyc_text_clear(o->reason);
}

static void add_method(lyc_outcome_t o, const char *name)
{
    size_t i;
    json_t *known;
    json_array_foreach(o->methods, i, known)
    {
        if (strcmp(json_string_value(known), name) == 0)
        {
            return;
        }
    }
    json_array_append_new(o->methods, json_string(name));
}

static void add_methods(lyc_outcome_t o, const lyc_comparison_t c)
{
    for (int i = 0; i < 2; i++)
    {
        for (slong k = 0; k < c->law[i]->dim && c->has_enclosure[i]; k++)
        {
            if (c->enclosure[i]->method[k] != NULL)
            {
                add_method(o, c->enclosure[i]->method[k]);
            }
        }
    }
}

/* Right sides are inf where the plain exponents are -inf: lambda_1 for R1 and
 * R2, lambda_d for R3 and R4. */
static int is_infinite(const lyc_comparison_t c, int i)
{
    const lyc_facts_struct *f = c->enclosure[0]->facts;
    return i < 4 &&
           arf_is_neg_inf(f->exponent_upper + (i < 2 ? 0 : f->dim - 1));
}

static lyc_word word_of(const lyc_comparison_t c, int i)
{
    switch (c->reading[i].status)
    {
    case LYC_READING_PROVED:
        return is_infinite(c, i) ? LYC_WORD_INFINITE : LYC_WORD_PROVED;
    case LYC_READING_DISPROVED:
        return LYC_WORD_DISPROVED;
    case LYC_READING_VACUOUS:
        return LYC_WORD_VACUOUS;
    default:
        return LYC_WORD_UNDECIDED;
    }
}

/* "R4: margin in [a, b]" */
static void explain(lyc_outcome_t o, const lyc_reading *r, int i)
{
    lyc_text_printf(o->reason, "%sR%d", o->reason->length > 0 ? "; " : "",
                    i + 1);
    if (r->has_margin)
    {
        lyc_text_add(o->reason, ": margin in [");
        lyc_decimal_lower(o->reason, r->lower, 12);
        lyc_text_add(o->reason, ", ");
        lyc_decimal_upper(o->reason, r->upper, 12);
        lyc_text_add(o->reason, "]");
    }
}

static void read_words(lyc_outcome_t o, const lyc_comparison_t c)
{
    for (int i = 0; i < LYC_READINGS; i++)
    {
        lyc_word word = word_of(c, i);
        o->words[i] = lyc_word_letter(word);
        if (word == LYC_WORD_UNDECIDED)
        {
            explain(o, c->reading + i, i);
        }
    }
}

static int at_most_half(const lyc_law_t law)
{
    fmpq_t half;
    fmpq_init(half);
    fmpq_set_si(half, 1, 2);
    int sign = law->is_rational ? lyc_law_norm_sign(law, half) : 1;
    fmpq_clear(half);
    return sign <= 0;
}

/* Seconds that this process has used. */
static double used(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int decide(lyc_outcome_t o, const lyc_law_t law,
                  const lyc_effort *effort, lyc_limits_t limits, lyc_diag_t d)
{
    lyc_comparison_t c;
    lyc_diag_t own;
    double begin = used();
    lyc_diag_init(own);
    lyc_comparison_init(c, law);
    lyc_verdict_t verdict = lyc_comparison_decide(c, NULL, effort, limits, own);
    int ok = verdict == LYC_PROVED || verdict == LYC_UNDECIDED;
    if (ok)
    {
        read_words(o, c);
        add_methods(o, c);
        o->is_half = at_most_half(law);
    }
    else
    {
        lyc_diag_fail(d, verdict, "%s", own->is_set ? own->text : "");
    }
    o->seconds = used() - begin;
    lyc_comparison_clear(c);
    lyc_diag_clear(own);
    return ok;
}

int lyc_outcome_decide(lyc_outcome_t o, const char *text,
                       const lyc_effort *effort, lyc_limits_t limits,
                       lyc_diag_t d)
{
    lyc_law_t law;
    lyc_text_t definition;
    lyc_law_init(law);
    lyc_text_init(definition);
    lyc_text_printf(definition, "law A = %s\n", text);
    lyc_source source = {"<law>", definition->bytes, definition->length, 1};
    int ok =
        lyc_law_parse(law, &source, d) && decide(o, law, effort, limits, d);
    lyc_text_clear(definition);
    lyc_law_clear(law);
    return ok;
}
