/* forall NAME in [a, b] {, NAME in [a, b]}:
 *     CLAIM
 * Each claim is a statement of its own, further right than `forall`. */
#include <stdlib.h>
#include <string.h>

#include "lang/claims_parts.h"
#include "lang/expect.h"
#include "lang/expr.h"

void lyc_forall_free(lyc_forall *forall)
{
    long i;

    for (i = 0; i < forall->parameters; i++)
    {
        free(forall->name[i]);
        lyc_expr_free(forall->range[i]);
        free(forall->text[i]);
    }
    free(forall->name);
    free(forall->range);
    free(forall->text);
    free(forall);
}

static void grow(lyc_forall *f)
{
    const size_t n = (size_t)f->parameters + 1;

    f->name = lyc_realloc(f->name, n * sizeof *f->name);
    f->range = lyc_realloc(f->range, n * sizeof *f->range);
    f->text = lyc_realloc(f->text, n * sizeof *f->text);
    f->name[n - 1] = NULL;
    f->range[n - 1] = NULL;
    f->text[n - 1] = NULL;
    f->parameters++;
}

static int name_is_new(const lyc_forall *f, const lyc_tokens_t t, long i,
                       lyc_diag_t d)
{
    long j, last = f->parameters - 1;
    lyc_quote quote;

    for (j = 0; j < last; j++)
        if (strcmp(f->name[j], f->name[last]) == 0)
            return lyc_diag_set(d, LYC_MALFORMED, t->token[i].place,
                                "%s is a parameter already, expected a new "
                                "name",
                                lyc_quote_token(quote, t, i, i + 1));
    return 1;
}

/* NAME in [a, b] in tokens [from, to). */
static int parse_parameter(lyc_forall *f, const lyc_script_t s,
                           const lyc_tokens_t t, long from, long to,
                           lyc_diag_t d)
{
    const lyc_expr *range;
    long i;

    grow(f);
    i = f->parameters - 1;
    f->name[i] =
        lyc_bound_name(s->program, t, from, to, "a name for the parameter", d);
    if (f->name[i] == NULL || !name_is_new(f, t, from, d))
        return 0;
    if (from + 1 >= to || t->token[from + 1].kind != LYC_TOKEN_IN)
        return lyc_expected(t, from + 1, to, "'in'", d);
    f->range[i] = lyc_expr_parse(t, from + 2, to, 0, d);
    range = f->range[i];
    if (range == NULL)
        return 0;
    if (range->kind != LYC_EXPR_MATRIX || range->rows != 1 ||
        range->columns != 2)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(range),
                            "expected a range [a, b]");
    f->text[i] = lyc_tokens_copy(t, from + 2, to);
    return lyc_program_names_known(s->program, range, d);
}

/* The tokens up to the ':' are the parameters; it is the first of them outside
 * brackets that ends a line or stands before a claim. */
static int parse_parameters(lyc_forall *f, const lyc_script_t s,
                            const lyc_tokens_t t, long from, long to,
                            lyc_diag_t d)
{
    while (from <= to)
    {
        long end = lyc_tokens_find(t, from, to, ',', NULL);

        if (!parse_parameter(f, s, t, from, end, d))
            return 0;
        from = end + 1;
    }
    return 1;
}

static int parse_claims(lyc_script_t s, const lyc_forall *f,
                        const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    if (from >= to)
        return lyc_expected(t, to, to, "'prove', 'refute' or 'open'", d);
    while (from < to)
    {
        long end = lyc_tokens_statement_end(t, from);

        end = end < to ? end : to;
        if (lyc_claim_kind_at(t, from) < 0)
            return lyc_expected(t, from, to, "'prove', 'refute' or 'open'", d);
        if (!lyc_script_add_claim(s, f, t, from, end, d))
            return 0;
        from = end;
    }
    return 1;
}

int lyc_script_add_forall(lyc_script_t s, const lyc_tokens_t t, long from,
                          long to, lyc_diag_t d)
{
    long colon = lyc_tokens_find(t, from + 1, to, ':', NULL);
    lyc_forall *f = lyc_calloc(1, sizeof *f);

    f->place = t->token[from].place;
    f->definitions = s->program->length;
    s->forall =
        lyc_realloc(s->forall, (size_t)(s->foralls + 1) * sizeof(lyc_forall *));
    s->forall[s->foralls++] = f;
    if (!parse_parameters(f, s, t, from + 1, colon, d))
        return 0;
    if (colon == to)
        return lyc_expected(t, to, to, "':'", d);
    return parse_claims(s, f, t, colon + 1, to, d);
}
