#include <string.h>

#include "lang/expect.h"

/* The grammar's symbols in groups, one standing for all of its group, in the
 * order in which they are named. The '(' of a call goes without saying. */
static const struct
{
    const char *symbol, *words;
} group[] = {
    {"a number", "a number, a name, '(', '[' or '{'"},
    {"'*'", "an operator"},
    {"<=", "a comparison"},
    {"':'", "':'"},
    {"','", "','"},
    {"';'", "';'"},
    {"')'", "')'"},
    {"']'", "']'"},
    {"'}'", "'}'"},
    {"the end", "the end of the statement"},
};

#define GROUPS (sizeof group / sizeof *group)

static int holds(const char *const *name, int n, const char *one)
{
    int i;

    for (i = 0; i < n; i++)
        if (strcmp(name[i], one) == 0)
            return 1;
    return 0;
}

static void list_groups(lyc_text_t t, const char *const *name, int n)
{
    int total = 0, done = 0;
    size_t i;

    for (i = 0; i < GROUPS; i++)
        total += holds(name, n, group[i].symbol);
    for (i = 0; i < GROUPS; i++)
    {
        if (!holds(name, n, group[i].symbol))
            continue;
        if (done++ > 0)
            lyc_text_add(t, done == total ? " or " : ", ");
        lyc_text_add(t, group[i].words);
    }
}

int lyc_expected(const lyc_tokens_t t, long i, long to, const char *words,
                 lyc_diag_t d)
{
    lyc_quote quote;

    return lyc_diag_set(d, LYC_MALFORMED, lyc_token_place(t, i, to),
                        "expected %s, found %s", words,
                        lyc_quote_token(quote, t, i, to));
}

void lyc_expect_one_of(lyc_parse *parse, const char *const *name, int n,
                       int at_end)
{
    const lyc_tokens_struct *tokens = parse->tokens;
    long found = at_end ? parse->to : parse->next - 1;
    lyc_text_t t;

    if (parse->failed)
        return;
    parse->failed = 1;
    lyc_text_init(t);
    list_groups(t, name, n);
    lyc_expected(tokens, found, parse->to, t->bytes, parse->diag);
    lyc_text_clear(t);
}

void lyc_expect_less_depth(lyc_parse *parse)
{
    if (parse->failed)
        return;
    parse->failed = 1;
    lyc_diag_set(parse->diag, LYC_MALFORMED,
                 lyc_token_place(parse->tokens, parse->next, parse->to),
                 "the expression is nested more than %d levels deep",
                 LYC_EXPR_MAX_HEIGHT);
}
