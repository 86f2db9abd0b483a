#include "lyapcert/knots.h"

#include <stdlib.h>
#include <string.h>

#include "lyapcert/text.h"

void lyc_knots_init(lyc_knots_t k, slong length)
{
    k->acts = LYC_ACTS_LAW;
    k->length = length;
    k->scale = k->height_scale = 0;
    k->at = lyc_calloc((size_t)length + 1, sizeof *k->at);
    k->height = lyc_calloc((size_t)length + 1, sizeof *k->height);
}

void lyc_knots_clear(lyc_knots_t k)
{
    free(k->at);
    free(k->height);
}

void lyc_knots_set(lyc_knots_t k, const lyc_knots_t from)
{
    lyc_knots_init(k, from->length);
    k->acts = from->acts;
    k->scale = from->scale;
    k->height_scale = from->height_scale;
    memcpy(k->at, from->at, (size_t)k->length * sizeof *k->at);
    memcpy(k->height, from->height, (size_t)k->length * sizeof *k->height);
}

void lyc_knots_swap(lyc_knots_t a, lyc_knots_t b)
{
    const lyc_knots_struct t = *a;
    *a = *b;
    *b = t;
}
