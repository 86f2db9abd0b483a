/* instance  NAME: A = LAW
 * instances NAME: A ~ GENERATOR(OPTION, ...), count = N [, full = M]
 *                                             [, seed = S] */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lang/claims_name.h"
#include "lang/claims_parts.h"
#include "lang/expect.h"
#include "lang/expr.h"
#include "lang/names.h"

void lyc_instance_clear(lyc_instance *instance)
{
    long i;

    for (i = 0; i < instance->options; i++)
    {
        lyc_option *o = instance->option + i;

        free(o->key);
        lyc_expr_free(o->value);
        lyc_expr_free(o->to);
    }
    free(instance->option);
    lyc_expr_free(instance->law);
    free(instance->generator);
}

/* One side of an option: a lone name is left to the generator. */
static lyc_expr *parse_value(const lyc_script_t s, const lyc_tokens_t t,
                             long from, long to, lyc_diag_t d)
{
    lyc_expr *e = lyc_expr_parse(t, from, to, 0, d);

    if (e == NULL || e->kind == LYC_EXPR_NAME ||
        lyc_program_names_known(s->program, e, d))
        return e;
    lyc_expr_free(e);
    return NULL;
}

static int parse_option(lyc_option *o, const lyc_script_t s,
                        const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    long dots = lyc_tokens_find(t, from, to, LYC_TOKEN_TO, NULL);
    int kind;

    if (from >= to || t->token[from].kind != LYC_TOKEN_NAME)
        return lyc_expected(t, from, from + 1, "an option, such as dim=2", d);
    o->key = lyc_token_copy(t, from);
    o->place = t->token[from].place;
    if (from + 1 == to)
        return 1;
    kind = t->token[from + 1].kind;
    if (kind != '=' && kind != LYC_TOKEN_LE)
        return lyc_expected(t, from + 1, to, "'=', '<=', ',' or ')'", d);
    o->op = kind == '=' ? '=' : 'l';
    o->value = parse_value(s, t, from + 2, dots, d);
    if (o->value == NULL || dots == to)
        return o->value != NULL;
    o->to = parse_value(s, t, dots + 1, to, d);
    return o->to != NULL;
}

/* Tokens [from, to): what stands in the generator's brackets. */
static int parse_options(lyc_instance *instance, const lyc_script_t s,
                         const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    while (from <= to)
    {
        long end = lyc_tokens_find(t, from, to, ',', NULL), i;
        lyc_option *o;

        instance->option =
            lyc_realloc(instance->option,
                        (size_t)(instance->options + 1) * sizeof(lyc_option));
        o = instance->option + instance->options++;
        memset(o, 0, sizeof *o);
        if (!parse_option(o, s, t, from, end, d))
            return 0;
        for (i = 0; i + 1 < instance->options; i++)
            if (strcmp(instance->option[i].key, o->key) == 0)
                return lyc_diag_set(d, LYC_MALFORMED, o->place,
                                    "this option is given twice");
        from = end + 1;
    }
    return 1;
}

/* WORD = N at token i; N in least..most. */
static int parse_number(unsigned long *n, const lyc_tokens_t t, long i, long to,
                        unsigned long least, unsigned long most, lyc_diag_t d)
{
    char *text, *end;
    int ok;

    if (i + 1 >= to || t->token[i + 1].kind != '=')
        return lyc_expected(t, i + 1, to, "'='", d);
    if (i + 2 >= to || t->token[i + 2].kind != LYC_TOKEN_NUMBER)
        return lyc_expected(t, i + 2, to, "a number", d);
    text = lyc_token_copy(t, i + 2);
    errno = 0;
    *n = strtoul(text, &end, 10);
    ok = *end == 0 && errno == 0 && *n >= least && *n <= most;
    free(text);
    return ok || lyc_diag_set(d, LYC_MALFORMED, t->token[i + 2].place,
                              "expected an integer in %lu..%lu", least, most);
}

/* 1 when ", WORD" stands at token i. */
static int is_next(const lyc_tokens_t t, long i, long to, const char *word)
{
    return i + 1 < to && t->token[i].kind == ',' &&
           lyc_token_is(t, i + 1, word);
}

/* , count = N [, full = M] [, seed = S] */
static int parse_count(lyc_instance *instance, const lyc_tokens_t t, long i,
                       long to, lyc_diag_t d)
{
    const unsigned long most = LYC_INSTANCE_MAX_COUNT;
    int comma = i < to && t->token[i].kind == ',';
    unsigned long n = 0;

    if (!is_next(t, i, to, "count"))
        return lyc_expected(t, comma ? i + 1 : i, to, "', count=N'", d);
    if (!parse_number(&n, t, i + 1, to, 1, most, d))
        return 0;
    instance->count = instance->full = (long)n;
    i += 4;
    if (is_next(t, i, to, "full"))
    {
        if (!parse_number(&n, t, i + 1, to, n, most, d))
            return 0;
        instance->full = (long)n;
        i += 4;
    }
    if (i == to)
        return 1;
    comma = t->token[i].kind == ',';
    if (!is_next(t, i, to, "seed"))
        return lyc_expected(t, comma ? i + 1 : i, to,
                            "', full=M', ', seed=S' or the end of the "
                            "statement",
                            d);
    if (!parse_number(&instance->seed, t, i + 1, to, 0, UINT_MAX, d))
        return 0;
    return i + 4 == to ||
           lyc_expected(t, i + 4, to, "the end of the statement", d);
}

int lyc_instance_parse_generator(lyc_instance *instance, const lyc_script_t s,
                                 const lyc_tokens_t t, long i, long to,
                                 lyc_diag_t d)
{
    long close;

    if (i >= to || t->token[i].kind != '~')
        return lyc_expected(t, i, to, "'~'", d);
    if (i + 1 >= to || t->token[i + 1].kind != LYC_TOKEN_NAME)
        return lyc_expected(t, i + 1, to, "a generator of laws", d);
    instance->generator = lyc_token_copy(t, i + 1);
    if (i + 2 >= to || t->token[i + 2].kind != '(')
        return lyc_expected(t, i + 2, to, "'('", d);
    close = lyc_tokens_find(t, i + 3, to, ')', NULL);
    return parse_options(instance, s, t, i + 3, close, d) &&
           parse_count(instance, t, close + 1, to, d);
}

static int parse_law(lyc_instance *instance, const lyc_script_t s,
                     const lyc_tokens_t t, long i, long to, lyc_diag_t d)
{
    if (i >= to || t->token[i].kind != '=')
        return lyc_expected(t, i, to, "'='", d);
    instance->count = instance->full = 1;
    instance->law = lyc_expr_parse(t, i + 1, to, 0, d);
    return instance->law != NULL &&
           lyc_program_names_known(s->program, instance->law, d);
}

static int parse_instance(lyc_instance *instance, const lyc_script_t s,
                          const lyc_tokens_t t, long from, long to,
                          lyc_diag_t d)
{
    const char *what = "theorem that stands above";
    const char *parameter;
    long i = from + 1;
    lyc_quote quote;
    char *name = lyc_name_before(t, &i, to, ':', "theorem", d);
    char words[300];

    if (name == NULL)
        return 0;
    instance->place = t->token[from].place;
    instance->theorem = lyc_names_find(&s->theorem_index, name);
    free(name);
    if (instance->theorem < 0)
        return lyc_diag_set(d, LYC_MALFORMED, t->token[from + 1].place,
                            "expected the name of a %s, found %s", what,
                            lyc_quote_token(quote, t, from + 1, to));
    parameter = s->theorem[instance->theorem].parameter;
    if (i >= to || !lyc_token_is(t, i, parameter))
    {
        strcat(strcat(strcpy(words, "'"), parameter), "'");
        return lyc_expected(t, i, to, words, d);
    }
    return lyc_token_is(t, from, "instance")
               ? parse_law(instance, s, t, i + 1, to, d)
               : lyc_instance_parse_generator(instance, s, t, i + 1, to, d);
}

int lyc_script_add_instance(lyc_script_t s, const lyc_tokens_t t, long from,
                            long to, lyc_diag_t d)
{
    lyc_instance instance = {.law = NULL};

    if (!parse_instance(&instance, s, t, from, to, d))
    {
        lyc_instance_clear(&instance);
        return 0;
    }
    s->instance = lyc_realloc(s->instance, (size_t)(s->instances + 1) *
                                               sizeof(lyc_instance));
    s->instance[s->instances++] = instance;
    return 1;
}
