#include "certify/isotropic_form.h"
#include "certify/transit.h"

#include <stdlib.h>
#include <string.h>

#include "lyapcert/text.h"

void lyc_transit_init(lyc_transit_t w, slong dim, slong atoms, slong cells)
{
    memset(w, 0, sizeof *w);
    w->dim = dim;
    w->atoms = atoms;
    w->cells = cells;
    w->weight_low = lyc_calloc((size_t)atoms, sizeof(double));
    w->weight_high = lyc_calloc((size_t)atoms, sizeof(double));
    w->norm_low = lyc_calloc((size_t)cells, sizeof(double));
    w->norm_high = lyc_calloc((size_t)cells, sizeof(double));
    w->share = lyc_calloc((size_t)cells, sizeof(double));
    w->first = lyc_calloc((size_t)cells + 1, sizeof(slong));
    w->next = lyc_calloc(1, sizeof(slong));
}

void lyc_transit_clear(lyc_transit_t w)
{
    free(w->weight_low);
    free(w->weight_high);
    free(w->norm_low);
    free(w->norm_high);
    free(w->share);
    free(w->first);
    free(w->lower);
    free(w->upper);
    free(w->low);
    free(w->high);
    free(w->next);
    free(w->cell);
    if (w->form != NULL)
        lyc_isotropic_clear(w->form);
    free(w->form);
}

static void make_room(lyc_transit_t w, slong pieces)
{
    const size_t n = (size_t)pieces, entries = n * (size_t)w->atoms;
    w->lower = lyc_realloc(w->lower, n * sizeof(double));
    w->upper = lyc_realloc(w->upper, n * sizeof(double));
    w->low = lyc_realloc(w->low, entries * sizeof(double));
    w->high = lyc_realloc(w->high, entries * sizeof(double));
    w->next = lyc_realloc(w->next, (entries + 1) * sizeof(slong));
    w->piece_room = pieces;
}

slong lyc_transit_add_piece(lyc_transit_t w, slong cell)
{
    const slong per_piece = w->atoms > 0 ? w->atoms : 1;
    if (w->is_full || w->pieces >= LYC_TRANSIT_MAX_ENTRIES / per_piece)
    {
        w->is_full = 1;
        return -1;
    }
    if (w->pieces == w->piece_room)
        make_room(w, 2 * w->piece_room + w->cells);
    w->first[cell + 1] = w->pieces + 1;
    return w->pieces++;
}

void lyc_transit_lead(lyc_transit_t w, slong cell)
{
    if (w->is_full || w->leads >= LYC_TRANSIT_MAX_ENTRIES)
    {
        w->is_full = 1;
        return;
    }
    if (w->leads == w->cell_room)
    {
        w->cell_room = 2 * w->cell_room + w->cells;
        w->cell = lyc_realloc(w->cell, (size_t)w->cell_room * sizeof(int32_t));
    }
    w->cell[w->leads++] = (int32_t)cell;
}

void lyc_transit_close(lyc_transit_t w)
{
    if (!w->is_full)
        w->next[++w->lists] = w->leads;
}
