#include <stdlib.h>

#include "law/brute.h"

/* One run is one sequence of choices; runs are gone through in the order of an
 * odometer whose wheels are found while running. */
typedef struct
{
    int made[64], of[64]; /* choices of this run */
    int length, at;
    fmpq_t weight;
    brute *const *base;
} run;

typedef struct
{
    int known[BRUTE_NAMES];
    fmpq_mat_t value[BRUTE_NAMES];
} scope;

static void eval(fmpq_mat_t m, const brute *b, scope *s, run *r);

static int choose(run *r, int n)
{
    if (r->at == r->length)
    {
        r->made[r->length] = 0;
        r->of[r->length++] = n;
    }
    return r->made[r->at++];
}

static void eval_in_new_scope(fmpq_mat_t m, const brute *b, run *r)
{
    scope s;
    int k;

    for (k = 0; k < BRUTE_NAMES; k++)
    {
        s.known[k] = 0;
        fmpq_mat_init(s.value[k], 2, 2);
    }
    eval(m, b, &s, r);
    for (k = 0; k < BRUTE_NAMES; k++)
        fmpq_mat_clear(s.value[k]);
}

static void eval_law(fmpq_mat_t m, const brute *b, scope *s, run *r)
{
    int k = choose(r, b->number), total = 0, i;
    fmpq_t w;

    for (i = 0; i < b->number; i++)
        total += b->weight[i];
    fmpq_init(w);
    fmpq_set_si(w, b->weight[k], (ulong)total);
    fmpq_mul(r->weight, r->weight, w);
    fmpq_clear(w);
    eval(m, b->child[k], s, r);
}

static void eval_name(fmpq_mat_t m, const brute *b, scope *s, run *r)
{
    if (!s->known[b->name])
        eval_in_new_scope(s->value[b->name], r->base[b->name], r);
    s->known[b->name] = 1;
    fmpq_mat_set(m, s->value[b->name]);
}

static void eval_pair(fmpq_mat_t m, const brute *b, scope *s, run *r)
{
    fmpq_mat_t x, y;

    fmpq_mat_init(x, 2, 2);
    fmpq_mat_init(y, 2, 2);
    eval(x, b->child[0], s, r);
    eval(y, b->child[1], s, r);
    if (b->kind == BRUTE_ADD)
        fmpq_mat_add(m, x, y);
    else if (b->kind == BRUTE_SUB)
        fmpq_mat_sub(m, x, y);
    else
        fmpq_mat_mul(m, x, y);
    fmpq_mat_clear(x);
    fmpq_mat_clear(y);
}

static void eval_square(fmpq_mat_t m, const brute *b, scope *s, run *r)
{
    fmpq_mat_t x;

    fmpq_mat_init(x, 2, 2);
    eval(x, b->child[0], s, r);
    fmpq_mat_mul(m, x, x);
    fmpq_mat_clear(x);
}

static void eval(fmpq_mat_t m, const brute *b, scope *s, run *r)
{
    fmpz_t c;

    switch (b->kind)
    {
    case BRUTE_NAME:
        eval_name(m, b, s, r);
        break;
    case BRUTE_LAW:
        eval_law(m, b, s, r);
        break;
    case BRUTE_CONST:
        fmpq_mat_set(m, b->value);
        break;
    case BRUTE_IDENTITY:
        fmpq_mat_one(m);
        break;
    case BRUTE_SQUARE:
        eval_square(m, b, s, r);
        break;
    case BRUTE_SCALE:
        eval(m, b->child[0], s, r);
        fmpz_init_set_si(c, b->number);
        fmpq_mat_scalar_mul_fmpz(m, m, c);
        fmpz_clear(c);
        break;
    case BRUTE_TRANSPOSE:
        eval(m, b->child[0], s, r);
        fmpq_mat_transpose(m, m);
        break;
    case BRUTE_FRESH:
        eval_in_new_scope(m, b->child[0], r);
        break;
    default:
        eval_pair(m, b, s, r);
    }
}

static void collect(brute_law *law, const fmpq_mat_t m, const fmpq_t w)
{
    slong i = 0, n = law->length;

    while (i < n && !fmpq_mat_equal(law->atom + i, m))
        i++;
    if (i == n)
    {
        law->atom =
            lyc_realloc(law->atom, (size_t)(n + 1) * sizeof(fmpq_mat_struct));
        law->weight = lyc_realloc(law->weight, (size_t)(n + 1) * sizeof(fmpq));
        fmpq_mat_init_set(law->atom + n, m);
        fmpq_init(law->weight + n);
        law->length++;
    }
    fmpq_add(law->weight + i, law->weight + i, w);
}

/* The next sequence of choices; 0 after the last. */
static int advance(run *r)
{
    while (r->length > 0)
    {
        if (++r->made[r->length - 1] < r->of[r->length - 1])
            return 1;
        r->length--;
    }
    return 0;
}

void brute_eval(brute_law *law, const brute *b, brute *const *base)
{
    run r = {.base = base};
    fmpq_mat_t m;

    law->length = 0;
    law->weight = NULL;
    law->atom = NULL;
    fmpq_init(r.weight);
    fmpq_mat_init(m, 2, 2);
    do
    {
        r.at = 0;
        fmpq_one(r.weight);
        eval_in_new_scope(m, b, &r);
        collect(law, m, r.weight);
    } while (advance(&r));
    fmpq_mat_clear(m);
    fmpq_clear(r.weight);
}

void brute_law_clear(brute_law *law)
{
    slong i;

    for (i = 0; i < law->length; i++)
    {
        fmpq_mat_clear(law->atom + i);
        fmpq_clear(law->weight + i);
    }
    free(law->atom);
    free(law->weight);
}
