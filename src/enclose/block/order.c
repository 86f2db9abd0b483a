#include <stdlib.h>

#include "certify/blocks.h"
#include "enclose/block/find.h"

/* A quotient of the space: matrices, and a basis of representatives. */
typedef struct
{
    slong atoms;
    lyc_surd_mat_struct *m; /* n x n */
    lyc_surd_mat_t basis;   /* d x n */
} module;

/* The simple pieces, and the basis that is being built. */
typedef struct
{
    const lyc_blocks_struct *b;
    const double *top;
    double near; /* tops that differ by less are taken as equal */
    slong atoms;
    slong *all;                  /* 0, 1, …: every atom */
    lyc_surd_mat_struct **piece; /* of block j: the matrices of the atoms */
    lyc_surd_mat_t p;            /* d x d, filled from the left */
    slong columns;
    slong length;
    slong order[LYC_FIND_MAX_DIM]; /* blocks in their new order */
    int begins[LYC_FIND_MAX_DIM];
} ordering;

static void module_init(module *n, slong atoms)
{
    n->atoms = atoms;
    n->m = lyc_malloc((size_t)atoms * sizeof *n->m);
}

static void module_clear(module *n)
{
    slong i;

    for (i = 0; i < n->atoms; i++)
    {
        lyc_surd_mat_clear(n->m + i);
    }
    free(n->m);
    lyc_surd_mat_clear(n->basis);
}

static slong rows_of(const module *n)
{
    return n->m->rows;
}

/* n in the basis that the columns of t are. */
static void module_change(module *n, const lyc_surd_mat_t t)
{
    lyc_surd_mat_t inverse, x, basis;
    slong i;

    lyc_surd_mat_init(inverse, t->rows, t->rows, t->root);
    lyc_surd_mat_init(x, t->rows, t->rows, t->root);
    lyc_surd_mat_init(basis, n->basis->rows, t->rows, t->root);
    (void)lyc_surd_mat_inv(inverse, t);
    for (i = 0; i < n->atoms; i++)
    {
        lyc_surd_mat_mul(x, inverse, n->m + i);
        lyc_surd_mat_mul(n->m + i, x, t);
    }
    lyc_surd_mat_mul(basis, n->basis, t);
    lyc_surd_mat_swap(n->basis, basis);
    lyc_surd_mat_clear(inverse);
    lyc_surd_mat_clear(x);
    lyc_surd_mat_clear(basis);
}

/* The part of n from column `first` on, `length` columns, of block triangular
 * matrices. */
static void module_part(module *out, const module *n, slong first, slong length)
{
    slong i;

    module_init(out, n->atoms);
    for (i = 0; i < n->atoms; i++)
    {
        lyc_surd_mat_init(out->m + i, 0, 0, n->basis->root);
        lyc_surd_mat_set_part(out->m + i, n->m + i, first, first, length,
                              length);
    }
    lyc_surd_mat_init(out->basis, 0, 0, n->basis->root);
    lyc_surd_mat_set_part(out->basis, n->basis, 0, first, n->basis->rows,
                          length);
}

/* X of an intertwiner from piece j into n, or 0 columns. */
static int find_image(lyc_surd_mat_t image, const ordering *o, const module *n,
                      slong j)
{
    const slong rows = rows_of(n), s = o->piece[j]->rows;
    lyc_surd_mat_t x;
    slong found, i;

    lyc_surd_mat_init(x, 0, 0, n->basis->root);
    found = lyc_surd_intertwiners(x, n->m, o->piece[j], o->all, o->atoms);
    if (found > 0)
    {
        lyc_surd_mat_t own;

        lyc_surd_mat_init(own, rows, s, n->basis->root);
        for (i = 0; i < rows * s; i++)
        {
            lyc_surd_mat_copy_at(own, i / s, i % s, x, i, 0);
        }
        lyc_surd_mat_swap(image, own);
        lyc_surd_mat_clear(own);
    }
    lyc_surd_mat_clear(x);
    return found > 0;
}

/* Brings submodules that are isomorphic to pieces allowed and left to the
 * front of n, one after the other: taken[] gets them in order. The columns
 * they take. n ends as the module in the new basis. */
static slong extract(slong *taken, slong *count, const ordering *o, module *n,
                     int *left, const int *allowed)
{
    slong front = 0, j;
    lyc_surd_mat_t image, t, whole;

    lyc_surd_mat_init(image, 0, 0, n->basis->root);
    lyc_surd_mat_init(t, 0, 0, n->basis->root);
    *count = 0;
    for (j = 0; j < o->b->length && front < rows_of(n);)
    {
        const slong rows = rows_of(n);
        module rest;
        slong i, k;
        int found;

        if (!left[j] || !allowed[j])
        {
            j++;
            continue;
        }
        module_part(&rest, n, front, rows - front);
        found = find_image(image, o, &rest, j);
        module_clear(&rest);
        if (!found)
        {
            j++;
            continue;
        }
        lyc_surd_mat_complete(t, image);
        lyc_surd_mat_init(whole, rows, rows, n->basis->root);
        lyc_surd_mat_one(whole);
        for (i = 0; i < t->rows; i++)
        {
            for (k = 0; k < t->rows; k++)
            {
                lyc_surd_mat_copy_at(whole, front + i, front + k, t, i, k);
            }
        }
        module_change(n, whole);
        lyc_surd_mat_clear(whole);
        front += image->columns;
        left[j] = 0;
        taken[(*count)++] = j;
        j = 0;
    }
    lyc_surd_mat_clear(image);
    lyc_surd_mat_clear(t);
    return front;
}

static void emit(ordering *o, const module *n, const slong *taken, slong count)
{
    slong i, k;

    for (k = 0; k < rows_of(n); k++, o->columns++)
    {
        for (i = 0; i < o->p->rows; i++)
        {
            lyc_surd_mat_copy_at(o->p, i, o->columns, n->basis, i, k);
        }
    }
    for (k = 0; k < count; k++)
    {
        o->begins[o->length] = k == 0;
        o->order[o->length++] = taken[k];
    }
}

/* The spaces of the flag inside n, the smallest first. 0 when lost. */
static int build(ordering *o, module *n, const int *inside)
{
    int left[LYC_FIND_MAX_DIM], slow[LYC_FIND_MAX_DIM], all[LYC_FIND_MAX_DIM];
    int sub[LYC_FIND_MAX_DIM];
    slong taken[LYC_FIND_MAX_DIM], count, front, j, last;
    double most = -1e300;
    module below, above;
    int ok;

    for (j = 0; j < o->b->length; j++)
    {
        if (inside[j] && o->top[j] > most)
        {
            most = o->top[j];
        }
    }
    for (j = 0; j < o->b->length; j++)
    {
        left[j] = inside[j];
        slow[j] = o->top[j] < most - o->near;
        all[j] = 1;
        sub[j] = 0;
    }
    front = extract(taken, &count, o, n, left, slow);
    for (j = 0; j < count; j++)
    {
        sub[taken[j]] = 1;
    }
    ok = 1;
    if (front > 0)
    {
        module_part(&below, n, 0, front);
        ok = build(o, &below, sub);
        module_clear(&below);
    }
    module_part(&above, n, front, rows_of(n) - front);
    last = rows_of(&above);
    ok = ok && extract(taken, &count, o, &above, left, all) == last;
    if (ok)
    {
        emit(o, &above, taken, count);
    }
    module_clear(&above);
    return ok;
}

/* Blocks of b in the order and the basis found. */
static void take(lyc_blocks_t b, slong *old, const ordering *o)
{
    lyc_block *block = lyc_malloc((size_t)b->length * sizeof *block);
    slong j;

    for (j = 0; j < b->length; j++)
    {
        block[j] = b->block[o->order[j]];
        block[j].begins = o->begins[j];
        old[j] = o->order[j];
    }
    for (j = 0; j < b->length; j++)
    {
        b->block[j] = block[j];
    }
    free(block);
    fmpq_mat_set(b->a, o->p->a);
    fmpq_mat_set(b->b, o->p->b);
}

static void set_pieces(ordering *o, const lyc_surd_mat_struct *m)
{
    slong i, j, row = 0;

    for (j = 0; j < o->b->length; j++)
    {
        const slong s = o->b->block[j].dim;

        o->piece[j] = lyc_malloc((size_t)o->atoms * sizeof **o->piece);
        for (i = 0; i < o->atoms; i++)
        {
            lyc_surd_mat_init(o->piece[j] + i, 0, 0, m->root);
            lyc_surd_mat_set_part(o->piece[j] + i, m + i, row, row, s, s);
        }
        row += s;
    }
}

static void clear_pieces(ordering *o)
{
    slong i, j;

    for (j = 0; j < o->b->length; j++)
    {
        for (i = 0; i < o->atoms; i++)
        {
            lyc_surd_mat_clear(o->piece[j] + i);
        }
        free(o->piece[j]);
    }
}

/* m: the atoms in the basis of b. */
static void order(lyc_blocks_t b, slong *old, const double *top, double near,
                  lyc_surd_mat_struct *m, slong atoms)
{
    lyc_surd_mat_struct *piece[LYC_FIND_MAX_DIM];
    ordering o = {
        .b = b, .top = top, .near = near, .atoms = atoms, .piece = piece};
    module n;
    slong i;
    int inside[LYC_FIND_MAX_DIM], ok;

    o.all = lyc_malloc((size_t)atoms * sizeof *o.all);
    module_init(&n, atoms);
    for (i = 0; i < atoms; i++)
    {
        o.all[i] = i;
        lyc_surd_mat_init(n.m + i, 0, 0, b->root);
        lyc_surd_mat_set(n.m + i, m + i);
    }
    for (i = 0; i < b->length; i++)
    {
        inside[i] = 1;
    }
    lyc_surd_mat_init(n.basis, b->dim, b->dim, b->root);
    fmpq_mat_set(n.basis->a, b->a);
    fmpq_mat_set(n.basis->b, b->b);
    lyc_surd_mat_init(o.p, b->dim, b->dim, b->root);
    set_pieces(&o, m);
    ok = build(&o, &n, inside) && o.length == b->length;
    clear_pieces(&o);
    module_clear(&n);
    if (ok)
    {
        take(b, old, &o);
    }
    lyc_surd_mat_clear(o.p);
    free(o.all);
}

void lyc_blocks_order(lyc_blocks_t b, slong *old, const double *top,
                      double near, const lyc_law_t law,
                      const lyc_limits_t limits)
{
    lyc_surd_mat_struct *m =
        lyc_malloc((size_t)law->length * sizeof(lyc_surd_mat_struct));
    lyc_diag_t d;
    slong j;
    int irreducible = 1;

    lyc_diag_init(d);
    for (j = 0; j < b->length; j++)
    {
        old[j] = j;
        irreducible &= b->block[j].kind != LYC_BLOCK_OPEN;
    }
    if (lyc_blocks_conjugate(m, b, law, limits, d) == LYC_PROVED && irreducible)
    {
        order(b, old, top, near, m, law->length);
    }
    lyc_blocks_conjugate_clear(m, law);
    lyc_diag_clear(d);
}
