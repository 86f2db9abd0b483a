#include <stdlib.h>

#include "lyapcert/limits.h"
#include "lyapcert/logsum.h"

void lyc_logsum_init(lyc_logsum_t s)
{
    s->length = s->capacity = s->slots = 0;
    s->coefficient = s->argument = NULL;
    s->slot = NULL;
}

void lyc_logsum_clear(lyc_logsum_t s)
{
    slong i;

    for (i = 0; i < s->length; i++)
    {
        fmpq_clear(s->coefficient + i);
        fmpq_clear(s->argument + i);
    }
    free(s->coefficient);
    free(s->argument);
    free(s->slot);
}

static slong home(const lyc_logsum_t s, const fmpq_t r)
{
    const ulong modulus = UWORD(0x7fffffffffffffe7);
    ulong h = fmpz_fdiv_ui(fmpq_numref(r), modulus);

    h = h * UWORD(0xbf58476d1ce4e5b9) + fmpz_fdiv_ui(fmpq_denref(r), modulus);
    h *= UWORD(0x9e3779b97f4a7c15);
    return (slong)(h >> 24) & (s->slots - 1);
}

/* The slot of r, or the free one where it belongs. */
static slong find_slot(const lyc_logsum_t s, const fmpq_t r)
{
    slong i = home(s, r);

    while (s->slot[i] >= 0 && !fmpq_equal(s->argument + s->slot[i], r))
        i = (i + 1) & (s->slots - 1);
    return i;
}

static void grow(lyc_logsum_t s)
{
    size_t n;
    slong i;

    s->capacity = s->capacity == 0 ? 4 : 2 * s->capacity;
    s->slots = 2 * s->capacity;
    n = (size_t)s->capacity;
    s->coefficient = lyc_realloc(s->coefficient, n * sizeof(fmpq));
    s->argument = lyc_realloc(s->argument, n * sizeof(fmpq));
    s->slot = lyc_realloc(s->slot, 2 * n * sizeof(slong));
    for (i = 0; i < s->slots; i++)
        s->slot[i] = -1;
    for (i = 0; i < s->length; i++)
        s->slot[find_slot(s, s->argument + i)] = i;
}

/* Frees slot i; what probed past it moves up. */
static void free_slot(lyc_logsum_t s, slong i)
{
    slong mask = s->slots - 1, j;

    for (j = (i + 1) & mask; s->slot[j] >= 0; j = (j + 1) & mask)
    {
        slong h = home(s, s->argument + s->slot[j]);

        if (((j - h) & mask) >= ((j - i) & mask))
        {
            s->slot[i] = s->slot[j];
            i = j;
        }
    }
    s->slot[i] = -1;
}

/* Removes the term that slot i names; the last term takes its place. */
static void remove_term(lyc_logsum_t s, slong i)
{
    slong term = s->slot[i], last = s->length - 1;

    free_slot(s, i);
    if (term != last)
    {
        s->slot[find_slot(s, s->argument + last)] = term;
        fmpq_swap(s->coefficient + term, s->coefficient + last);
        fmpq_swap(s->argument + term, s->argument + last);
    }
    fmpq_clear(s->coefficient + last);
    fmpq_clear(s->argument + last);
    s->length--;
}

void lyc_logsum_add_log(lyc_logsum_t s, const fmpq_t q, const fmpq_t r)
{
    slong i;

    if (fmpq_sgn(r) <= 0)
        lyc_limits_fail("logarithm of a number that is not positive");
    if (fmpq_is_zero(q) || fmpq_is_one(r))
        return;
    if (s->length == s->capacity)
        grow(s);
    i = find_slot(s, r);
    if (s->slot[i] < 0)
    {
        s->slot[i] = s->length;
        fmpq_init(s->coefficient + s->length);
        fmpq_init(s->argument + s->length);
        fmpq_set(s->coefficient + s->length, q);
        fmpq_set(s->argument + s->length, r);
        s->length++;
        return;
    }
    fmpq_add(s->coefficient + s->slot[i], s->coefficient + s->slot[i], q);
    if (fmpq_is_zero(s->coefficient + s->slot[i]))
        remove_term(s, i);
}

void lyc_logsum_addmul(lyc_logsum_t s, const fmpq_t q, const lyc_logsum_t t)
{
    lyc_logsum_t copy;
    fmpq_t c;
    slong i;

    if (s == t)
    {
        lyc_logsum_init(copy);
        lyc_logsum_set(copy, t);
        lyc_logsum_addmul(s, q, copy);
        lyc_logsum_clear(copy);
        return;
    }
    fmpq_init(c);
    for (i = 0; i < t->length; i++)
    {
        fmpq_mul(c, q, t->coefficient + i);
        lyc_logsum_add_log(s, c, t->argument + i);
    }
    fmpq_clear(c);
}

void lyc_logsum_set(lyc_logsum_t s, const lyc_logsum_t t)
{
    fmpq_t one;

    if (s == t)
        return;
    lyc_logsum_clear(s);
    lyc_logsum_init(s);
    fmpq_init(one);
    fmpq_one(one);
    lyc_logsum_addmul(s, one, t);
    fmpq_clear(one);
}
