#include "lyapcert/square.h"

#include "lyapcert/text.h"

void lyc_square_init(lyc_square_t q, slong degree)
{
    const size_t n = (size_t)(degree + 1);
    q->degree = degree;
    q->scale = 0;
    q->nodes = 0;
    for (int i = 0; i < 9; i++)
        fmpz_init(q->end + i);
    q->ellipse[0] = 0;
    q->ellipse[1] = 0;
    q->coefficient = lyc_calloc(n * n, sizeof(fmpz));
}

void lyc_square_clear(lyc_square_t q)
{
    for (int i = 0; i < 9; i++)
        fmpz_clear(q->end + i);
    for (slong i = 0; i < (q->degree + 1) * (q->degree + 1); i++)
        fmpz_clear(q->coefficient + i);
    free(q->coefficient);
}

void lyc_square_swap(lyc_square_t a, lyc_square_t b)
{
    const lyc_square_struct t = *a;
    *a = *b;
    *b = t;
}
