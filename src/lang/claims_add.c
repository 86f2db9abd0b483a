#include <stdlib.h>

#include "lang/claims_name.h"
#include "lang/claims_parts.h"
#include "lang/expect.h"
#include "lang/names.h"

int lyc_claim_kind_at(const lyc_tokens_t t, long i)
{
    if (lyc_token_is(t, i, "prove"))
        return LYC_CLAIM_PROVE;
    if (lyc_token_is(t, i, "refute"))
        return LYC_CLAIM_REFUTE;
    if (lyc_token_is(t, i, "open"))
        return LYC_CLAIM_OPEN;
    return -1;
}

static void append(lyc_script_t s, const lyc_claim *claim)
{
    if (s->length == s->capacity)
    {
        s->capacity = 2 * s->capacity + 4;
        s->claim =
            lyc_realloc(s->claim, (size_t)s->capacity * sizeof(lyc_claim));
    }
    lyc_names_add(&s->index, claim->name, s->length);
    s->claim[s->length++] = *claim;
}

static int parse_statement(lyc_script_t s, lyc_claim *claim,
                           const lyc_tokens_t t, long from, long to,
                           lyc_diag_t d)
{
    const lyc_scope scope = {s->program, NULL, NULL, claim->forall};
    lyc_expr *e = lyc_expr_parse(t, from, to, 1, d);

    if (e == NULL)
        return 0;
    claim->statement = e;
    if (e->kind != LYC_EXPR_COMPARE)
        return lyc_expected(t, to, to, "a comparison", d);
    if (!lyc_scope_knows(&scope, e, d))
        return 0;
    claim->begin = t->token[from].begin;
    claim->end = t->token[to - 1].end;
    claim->text = lyc_tokens_copy(t, from, to);
    return 1;
}

int lyc_script_name_is_new(const lyc_script_t s, const char *name,
                           lyc_place place, lyc_diag_t d)
{
    long claim = lyc_names_find(&s->index, name);
    long theorem = lyc_names_find(&s->theorem_index, name);
    long ensemble = lyc_names_find(&s->ensemble_index, name);

    if (claim < 0 && theorem < 0 && ensemble < 0)
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, place,
                        "%s of this name stands in line %d already",
                        claim >= 0     ? "a claim"
                        : theorem >= 0 ? "a theorem"
                                       : "an ensemble",
                        claim >= 0     ? s->claim[claim].place.line
                        : theorem >= 0 ? s->theorem[theorem].place.line
                                       : s->ensemble[ensemble].place.line);
}

int lyc_script_add_claim(lyc_script_t s, const lyc_forall *forall,
                         const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    lyc_claim claim = {.kind = (lyc_claim_kind)lyc_claim_kind_at(t, from),
                       .forall = forall,
                       .place = t->token[from].place};
    long i = from + 1;

    claim.name = lyc_claim_name(t, &i, to, d);
    if (claim.name == NULL)
        return 0;
    if (!lyc_script_name_is_new(s, claim.name, t->token[from + 1].place, d) ||
        !parse_statement(s, &claim, t, i, to, d))
    {
        lyc_expr_free(claim.statement);
        free(claim.name);
        return 0;
    }
    append(s, &claim);
    return 1;
}

static int add_statement(lyc_script_t s, const lyc_tokens_t t, long from,
                         long to, lyc_diag_t d)
{
    if (lyc_token_is(t, from, "law") || lyc_token_is(t, from, "let"))
        return lyc_program_add(s->program, t, from, to, d);
    if (lyc_claim_kind_at(t, from) >= 0)
        return lyc_script_add_claim(s, NULL, t, from, to, d);
    if (lyc_token_is(t, from, "theorem"))
        return lyc_script_add_theorem(s, t, from, to, d);
    if (lyc_token_is(t, from, "instance") || lyc_token_is(t, from, "instances"))
        return lyc_script_add_instance(s, t, from, to, d);
    if (lyc_token_is(t, from, "ensemble"))
        return lyc_script_add_ensemble(s, t, from, to, d);
    if (lyc_token_is(t, from, "forall"))
        return lyc_script_add_forall(s, t, from, to, d);
    return lyc_expected(t, from, to,
                        "'law', 'let', 'prove', 'refute', 'open', 'forall', "
                        "'theorem', 'instance', 'instances' or 'ensemble'",
                        d);
}

int lyc_script_add(lyc_script_t s, const lyc_source *source, lyc_diag_t d)
{
    lyc_tokens_t t;
    long from = 0;
    int ok;

    lyc_tokens_init(t);
    ok = lyc_tokens_scan(t, source, d);
    while (ok && from < t->length)
    {
        long to = lyc_tokens_statement_end(t, from);

        ok = add_statement(s, t, from, to, d);
        from = to;
    }
    lyc_tokens_clear(t);
    return ok;
}
