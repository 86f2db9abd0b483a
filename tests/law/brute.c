#include <stdlib.h>

#include "law/brute.h"

static brute *node(brute_kind kind)
{
    brute *b = lyc_calloc(1, sizeof(brute));

    b->kind = kind;
    fmpq_mat_init(b->value, 2, 2);
    return b;
}

static brute *constant(flint_rand_t state)
{
    brute *b = node(BRUTE_CONST);
    int i;

    for (i = 0; i < 4; i++)
        fmpq_set_si(fmpq_mat_entry(b->value, i / 2, i % 2),
                    (slong)n_randint(state, 5) - 2, 1 + n_randint(state, 2));
    return b;
}

static brute *mixture(flint_rand_t state, int depth, int *chances)
{
    brute *b = node(BRUTE_LAW);
    int i;

    b->number = 2 + (int)n_randint(state, 2);
    for (i = 0; i < b->number; i++)
    {
        b->weight[i] = 1 + (int)n_randint(state, 3);
        b->child[i] = n_randint(state, 3) > 0
                          ? constant(state)
                          : brute_random(state, depth - 1, chances);
    }
    return b;
}

brute *brute_random(flint_rand_t state, int depth, int *chances)
{
    brute_kind kind = (brute_kind)n_randint(state, BRUTE_FRESH + 1);
    int is_chance = kind == BRUTE_NAME || kind == BRUTE_LAW;
    brute *b;
    int i;

    if (depth <= 0 || (is_chance && (*chances)-- <= 0))
        return constant(state);
    if (kind == BRUTE_LAW)
        return mixture(state, depth, chances);
    if (kind == BRUTE_CONST || kind == BRUTE_IDENTITY)
        return constant(state);
    b = node(kind);
    b->name = (int)n_randint(state, BRUTE_NAMES);
    b->number = (int)n_randint(state, 7) - 3;
    if (kind == BRUTE_NAME)
        return b;
    b->child[0] = brute_random(state, depth - 1, chances);
    if (kind != BRUTE_ADD && kind != BRUTE_SUB && kind != BRUTE_MUL)
        return b;
    i = n_randint(state, 8) == 0;
    b->child[1] =
        i ? node(BRUTE_IDENTITY) : brute_random(state, depth - 1, chances);
    return b;
}

void brute_free(brute *b)
{
    int i;

    if (b == NULL)
        return;
    for (i = 0; i < 3; i++)
        brute_free(b->child[i]);
    fmpq_mat_clear(b->value);
    free(b);
}

static void constant_text(lyc_text_t t, const brute *b)
{
    int i;

    for (i = 0; i < 4; i++)
    {
        char *s =
            fmpq_get_str(NULL, 10, fmpq_mat_entry(b->value, i / 2, i % 2));

        lyc_text_printf(t, "%s%s", i == 0 ? "[" : i == 2 ? "; " : ", ", s);
        flint_free(s);
    }
    lyc_text_add(t, "]");
}

static void law_text(lyc_text_t t, const brute *b)
{
    int total = 0, i;

    for (i = 0; i < b->number; i++)
        total += b->weight[i];
    for (i = 0; i < b->number; i++)
    {
        lyc_text_printf(t, "%s%d/%d: ", i == 0 ? "{" : ", ", b->weight[i],
                        total);
        brute_text(t, b->child[i]);
    }
    lyc_text_add(t, "}");
}

static void around(lyc_text_t t, const char *before, const brute *b,
                   const char *after)
{
    lyc_text_add(t, before);
    brute_text(t, b);
    lyc_text_add(t, after);
}

void brute_text(lyc_text_t t, const brute *b)
{
    switch (b->kind)
    {
    case BRUTE_NAME:
        lyc_text_printf(t, "%c", 'a' + b->name);
        break;
    case BRUTE_LAW:
        law_text(t, b);
        break;
    case BRUTE_CONST:
        constant_text(t, b);
        break;
    case BRUTE_IDENTITY:
        lyc_text_add(t, "I");
        break;
    case BRUTE_ADD:
    case BRUTE_SUB:
    case BRUTE_MUL:
        around(t, "(", b->child[0],
               b->kind == BRUTE_ADD   ? " + "
               : b->kind == BRUTE_SUB ? " - "
                                      : "*");
        around(t, "", b->child[1], ")");
        break;
    case BRUTE_SQUARE:
        around(t, "(", b->child[0], ")^2");
        break;
    case BRUTE_SCALE:
        lyc_text_printf(t, "(%d)*", b->number);
        around(t, "(", b->child[0], ")");
        break;
    case BRUTE_TRANSPOSE:
        around(t, "transpose(", b->child[0], ")");
        break;
    case BRUTE_FRESH:
        around(t, "fresh(", b->child[0], ")");
        break;
    }
}
