#include <stdlib.h>

#include "enclose/formula/subspaces.h"
#include "lyapcert/text.h"

void lyc_subspaces_init(lyc_subspaces_t s)
{
    slong i;

    s->length = 0;
    s->capacity = 16;
    s->item = lyc_malloc(16 * sizeof *s->item);
    s->slots = 64;
    s->slot = lyc_malloc(64 * sizeof *s->slot);
    for (i = 0; i < s->slots; i++)
    {
        s->slot[i] = -1;
    }
}

void lyc_subspaces_clear(lyc_subspaces_t s)
{
    slong i;

    for (i = 0; i < s->length; i++)
    {
        fmpz_mat_clear(&s->item[i].basis);
    }
    free(s->item);
    free(s->slot);
}

static ulong hash(const fmpz_mat_t m)
{
    ulong h = 1469598103934665603UL;
    slong i, j;

    for (i = 0; i < fmpz_mat_nrows(m); i++)
    {
        for (j = 0; j < fmpz_mat_ncols(m); j++)
        {
            h ^= fmpz_fdiv_ui(fmpz_mat_entry(m, i, j), 4294967291UL);
            h *= 1099511628211UL;
            h ^= h >> 29;
        }
    }
    return h;
}

/* The slot where m is, or the free one where it belongs. */
static slong find_slot(const lyc_subspaces_t s, const fmpz_mat_t m)
{
    ulong mask = (ulong)s->slots - 1, i = hash(m) & mask;

    while (s->slot[i] >= 0)
    {
        const fmpz_mat_struct *there = &s->item[s->slot[i]].basis;

        if (fmpz_mat_nrows(there) == fmpz_mat_nrows(m) &&
            fmpz_mat_equal(there, m))
        {
            break;
        }
        i = (i + 1) & mask;
    }
    return (slong)i;
}

static void grow(lyc_subspaces_t s)
{
    slong i;

    s->capacity *= 2;
    s->item = lyc_realloc(s->item, (size_t)s->capacity * sizeof *s->item);
    s->slots *= 2;
    s->slot = lyc_realloc(s->slot, (size_t)s->slots * sizeof *s->slot);
    for (i = 0; i < s->slots; i++)
    {
        s->slot[i] = -1;
    }
    for (i = 0; i < s->length; i++)
    {
        s->slot[find_slot(s, &s->item[i].basis)] = i;
    }
}

/* Rows in reduced echelon form, each divided by its content, pivots > 0. */
static slong make_canonical(fmpz_mat_t rows)
{
    slong i, j, rank, d = fmpz_mat_ncols(rows);
    fmpz_t g;

    fmpz_init(g);
    rank = fmpz_mat_rref(rows, g, rows);
    for (i = 0; i < rank; i++)
    {
        fmpz *row = fmpz_mat_entry(rows, i, 0);

        _fmpz_vec_content(g, row, d);
        for (j = 0; fmpz_is_zero(row + j); j++)
        {
        }
        if (fmpz_sgn(row + j) < 0)
        {
            fmpz_neg(g, g);
        }
        _fmpz_vec_scalar_divexact_fmpz(row, row, d, g);
    }
    fmpz_clear(g);
    return rank;
}

slong lyc_subspaces_add(lyc_subspaces_t s, fmpz_mat_t rows, slong parent,
                        slong letter)
{
    slong rank = make_canonical(rows), slot;
    fmpz_mat_t top;
    lyc_subspace *new;

    if (rank == 0)
    {
        return -2;
    }
    fmpz_mat_window_init(top, rows, 0, 0, rank, fmpz_mat_ncols(rows));
    slot = find_slot(s, top);
    if (s->slot[slot] >= 0)
    {
        fmpz_mat_window_clear(top);
        return -1;
    }
    if (s->length == s->capacity)
    {
        grow(s);
        slot = find_slot(s, top);
    }
    new = s->item + s->length;
    fmpz_mat_init_set(&new->basis, top);
    fmpz_mat_window_clear(top);
    new->parent = parent;
    new->letter = letter;
    s->slot[slot] = s->length;
    return s->length++;
}
