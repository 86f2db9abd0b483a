#include <stdlib.h>

#include "base/coprime.h"
#include "lyapcert/text.h"

void lyc_coprime_init(lyc_coprime_t base)
{
    base->length = base->capacity = 0;
    base->element = NULL;
}

void lyc_coprime_clear(lyc_coprime_t base)
{
    slong i;

    for (i = 0; i < base->length; i++)
        fmpz_clear(base->element + i);
    free(base->element);
}

static void push(lyc_coprime_t base, const fmpz_t n)
{
    if (base->length == base->capacity)
    {
        base->capacity = base->capacity == 0 ? 4 : 2 * base->capacity;
        base->element = lyc_realloc(base->element, (size_t)base->capacity *
                                                       sizeof *base->element);
    }
    fmpz_init_set(base->element + base->length, n);
    base->length++;
}

/* x = the last element, removed. */
static void pop(fmpz_t x, lyc_coprime_t base)
{
    base->length--;
    fmpz_swap(x, base->element + base->length);
    fmpz_clear(base->element + base->length);
}

/* Splits x and element i by g = gcd > 1: x/g, element/g and g wait, the
 * element leaves the base. The product of all numbers falls by g. */
static void split(lyc_coprime_t base, slong i, lyc_coprime_t waiting, fmpz_t x,
                  const fmpz_t g)
{
    fmpz_t part;

    fmpz_init(part);
    fmpz_divexact(part, x, g);
    push(waiting, part);
    fmpz_swap(base->element + i, base->element + (base->length - 1));
    pop(part, base);
    fmpz_divexact(part, part, g);
    push(waiting, part);
    push(waiting, g);
    fmpz_clear(part);
}

void lyc_coprime_add(lyc_coprime_t base, const fmpz_t n)
{
    lyc_coprime_t waiting;
    fmpz_t x, g;

    fmpz_init(x);
    fmpz_init(g);
    lyc_coprime_init(waiting);
    push(waiting, n);
    while (waiting->length > 0)
    {
        slong i;

        pop(x, waiting);
        for (i = 0; i < base->length && !fmpz_is_one(x);)
        {
            fmpz_gcd(g, x, base->element + i);
            if (fmpz_is_one(g))
                i++;
            else if (fmpz_equal(g, base->element + i))
                fmpz_remove(x, x, g);
            else
                break;
        }
        if (fmpz_is_one(x))
            continue;
        if (i < base->length)
            split(base, i, waiting, x, g);
        else
            push(base, x);
    }
    lyc_coprime_clear(waiting);
    fmpz_clear(x);
    fmpz_clear(g);
}
