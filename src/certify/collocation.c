#include "lyapcert/collocation.h"

#include "lyapcert/text.h"

void lyc_collocation_init(lyc_collocation_t c, slong arcs, slong degree)
{
    const size_t n = arcs > 0 ? (size_t)arcs : 1;
    c->arcs = arcs;
    c->degree = degree;
    c->scale = 0;
    c->nodes = 0;
    c->end = lyc_calloc(4 * n, sizeof(fmpz));
    c->ellipse = lyc_calloc(n, sizeof(slong));
    c->coefficient = lyc_calloc(n * (size_t)(degree + 1), sizeof(fmpz));
}

void lyc_collocation_clear(lyc_collocation_t c)
{
    for (slong i = 0; i < 4 * c->arcs; i++)
        fmpz_clear(c->end + i);
    for (slong i = 0; i < c->arcs * (c->degree + 1); i++)
        fmpz_clear(c->coefficient + i);
    free(c->end);
    free(c->ellipse);
    free(c->coefficient);
}

void lyc_collocation_swap(lyc_collocation_t a, lyc_collocation_t b)
{
    const lyc_collocation_struct t = *a;
    *a = *b;
    *b = t;
}

fmpz *lyc_collocation_row(const lyc_collocation_t c, slong a)
{
    return c->coefficient + a * (c->degree + 1);
}
