/* The laws of a class with a given denominator and largest entry, in order. */
#include <stdlib.h>

#include "laws.h"
#include "lyapcert/text.h"

static int rank(int x)
{
    return x > 0 ? 2 * x - 1 : -2 * x;
}

static int compare_matrices(const matrix *a, const matrix *b)
{
    for (int k = 0; k < 4; k++)
        if (a->e[k] != b->e[k])
            return rank(a->e[k]) < rank(b->e[k]) ? -1 : 1;
    return 0;
}

static int compare_laws(const void *a, const void *b)
{
    const law2 *x = a, *y = b;
    if (x->sum != y->sum)
        return x->sum < y->sum ? -1 : 1;
    for (int i = 0; i < x->atoms; i++)
        if (compare_matrices(x->m + i, y->m + i) != 0)
            return compare_matrices(x->m + i, y->m + i);
    return 0;
}

static int gcd(int a, int b)
{
    return b == 0 ? a : gcd(b, a % b);
}

static void add(list *out, const law2 *l, const class_row *c, int height)
{
    int most = 0, divisor = l->q;
    law2 copy = *l;
    copy.sum = 0;
    for (int i = 0; i < l->atoms; i++)
        for (int k = 0; k < 4; k++)
        {
            const int x = abs(l->m[i].e[k]);
            most = x > most ? x : most;
            copy.sum += x;
            divisor = gcd(divisor, x);
        }
    if (most != height || divisor != 1 || !c->has(l))
        return;
    if (out->length == out->capacity)
    {
        out->capacity = 2 * out->capacity + 64;
        out->law = lyc_realloc(out->law, out->capacity * sizeof(law2));
    }
    out->law[out->length++] = copy;
}

static matrix nth_matrix(int n, int height)
{
    const int base = 2 * height + 1;
    matrix m;
    for (int k = 3; k >= 0; k--, n /= base)
        m.e[k] = n % base - height;
    return m;
}

void enumerate(list *out, const class_row *c, int q, int height)
{
    const int base = 2 * height + 1, all = base * base * base * base;
    law2 l = {.atoms = c->atoms, .q = q};
    out->length = 0;
    for (int i = 0; i < all; i++)
    {
        l.m[0] = nth_matrix(i, height);
        if (c->atoms == 1)
            add(out, &l, c, height);
        for (int k = 0; c->atoms == 2 && k < all; k++)
        {
            l.m[1] = nth_matrix(k, height);
            if (compare_matrices(l.m, l.m + 1) < 0)
                add(out, &l, c, height);
        }
    }
    qsort(out->law, out->length, sizeof(law2), compare_laws);
}
