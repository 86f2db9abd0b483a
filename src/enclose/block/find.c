#include <stdlib.h>

#include "enclose/block/find.h"

/* Blocks of the basis p, one after the other; 1 in is_done: nothing more is
 * to be done about it. */
typedef struct
{
    const lyc_law_struct *law;
    lyc_surd_mat_t p;
    slong length;
    slong dim[LYC_FIND_MAX_DIM];
    int is_done[LYC_FIND_MAX_DIM];
    lyc_surd_mat_struct *atom; /* of the law */
    lyc_surd_mat_struct *part; /* of the block at hand */
} cutting;

static slong row_of(const cutting *c, slong j)
{
    slong i, row = 0;

    for (i = 0; i < j; i++)
    {
        row += c->dim[i];
    }
    return row;
}

static void set_root(lyc_surd_mat_t m, const fmpz_t root)
{
    fmpz_set(m->root, root);
}

/* part[i] = block j of p^-1 atom[i] p */
static void set_parts(cutting *c, slong j)
{
    const slong d = c->law->dim, row = row_of(c, j);
    lyc_surd_mat_t inverse, s, t;
    slong i;

    lyc_surd_mat_init(inverse, d, d, c->p->root);
    lyc_surd_mat_init(s, d, d, c->p->root);
    lyc_surd_mat_init(t, d, d, c->p->root);
    (void)lyc_surd_mat_inv(inverse, c->p);
    for (i = 0; i < c->law->length; i++)
    {
        lyc_surd_mat_mul(s, inverse, c->atom + i);
        lyc_surd_mat_mul(t, s, c->p);
        lyc_surd_mat_set_part(c->part + i, t, row, row, c->dim[j], c->dim[j]);
    }
    lyc_surd_mat_clear(inverse);
    lyc_surd_mat_clear(s);
    lyc_surd_mat_clear(t);
}

/* Parts that are rational, as those of another block's root may be, are
 * treated as rational. */
static void make_rational(cutting *c)
{
    fmpz_t one;
    slong i;

    for (i = 0; i < c->law->length; i++)
    {
        if (!fmpq_mat_is_zero(c->part[i].b))
        {
            return;
        }
    }
    fmpz_init_set_ui(one, 1);
    for (i = 0; i < c->law->length; i++)
    {
        set_root(c->part + i, one);
    }
    fmpz_clear(one);
}

/* Block j becomes two, the first spanned by v. 0 when v is over another field
 * than the basis. */
static int split(cutting *c, slong j, const lyc_surd_mat_t v)
{
    const slong row = row_of(c, j), n = c->dim[j], d = c->law->dim;
    lyc_surd_mat_t t, whole, p;
    slong i, k;

    if (!fmpz_is_one(v->root) && !fmpz_is_one(c->p->root) &&
        !fmpz_equal(v->root, c->p->root))
    {
        return 0;
    }
    if (!fmpz_is_one(v->root))
    {
        set_root(c->p, v->root);
    }
    lyc_surd_mat_init(t, 0, 0, v->root);
    lyc_surd_mat_complete(t, v);
    lyc_surd_mat_init(whole, d, d, c->p->root);
    lyc_surd_mat_init(p, d, d, c->p->root);
    lyc_surd_mat_one(whole);
    for (i = 0; i < n; i++)
    {
        for (k = 0; k < n; k++)
        {
            lyc_surd_mat_copy_at(whole, row + i, row + k, t, i, k);
        }
    }
    lyc_surd_mat_mul(p, c->p, whole);
    lyc_surd_mat_swap(c->p, p);
    for (i = c->length; i > j; i--)
    {
        c->dim[i] = c->dim[i - 1];
        c->is_done[i] = c->is_done[i - 1];
    }
    c->length++;
    c->dim[j] = v->columns;
    c->dim[j + 1] = n - v->columns;
    lyc_surd_mat_clear(t);
    lyc_surd_mat_clear(whole);
    lyc_surd_mat_clear(p);
    return 1;
}

/* One look at block j: it is split, or done. */
static void treat(cutting *c, slong j)
{
    lyc_algebra_t a;
    lyc_finding f;

    set_parts(c, j);
    make_rational(c);
    lyc_algebra_init(a, c->part, c->law->length);
    lyc_finding_init(&f, c->dim[j]);
    lyc_find_invariant(&f, a, c->part);
    if (!f.is_split || !split(c, j, f.v))
    {
        c->is_done[j] = 1;
    }
    lyc_finding_clear(&f);
    lyc_algebra_clear(a);
}

/* The kind of block j with what proves it. */
static void describe(lyc_block *block, cutting *c, slong j)
{
    lyc_algebra_t a;
    lyc_finding f;
    slong i;

    set_parts(c, j);
    make_rational(c);
    lyc_algebra_init(a, c->part, c->law->length);
    lyc_finding_init(&f, c->dim[j]);
    lyc_find_invariant(&f, a, c->part);
    if (!f.is_split && lyc_block_words(f.kind, c->dim[j]) == a->length)
    {
        block->kind = f.kind;
        fmpq_mat_set(block->commuting + 0, f.commuting[0]);
        fmpq_mat_set(block->commuting + 1, f.commuting[1]);
        for (i = 0; i < a->length; i++)
        {
            lyc_block_add_word(block, a->word[i].letter, a->word[i].length);
        }
    }
    lyc_finding_clear(&f);
    lyc_algebra_clear(a);
}

static void cutting_init(cutting *c, const lyc_law_t law)
{
    fmpz_t one;
    slong i;

    fmpz_init_set_ui(one, 1);
    c->law = law;
    c->length = 1;
    c->dim[0] = law->dim;
    for (i = 0; i < LYC_FIND_MAX_DIM; i++)
    {
        c->is_done[i] = 0;
    }
    lyc_surd_mat_init(c->p, law->dim, law->dim, one);
    lyc_surd_mat_one(c->p);
    c->atom = lyc_malloc((size_t)law->length * sizeof *c->atom);
    c->part = lyc_malloc((size_t)law->length * sizeof *c->part);
    for (i = 0; i < law->length; i++)
    {
        lyc_surd_mat_init(c->atom + i, 0, 0, one);
        lyc_surd_mat_init(c->part + i, 0, 0, one);
        lyc_surd_mat_set_matrix(c->atom + i, law->atom + i, one);
    }
    fmpz_clear(one);
}

static void cutting_clear(cutting *c)
{
    slong i;

    for (i = 0; i < c->law->length; i++)
    {
        lyc_surd_mat_clear(c->atom + i);
        lyc_surd_mat_clear(c->part + i);
    }
    free(c->atom);
    free(c->part);
    lyc_surd_mat_clear(c->p);
}

int lyc_blocks_find(lyc_blocks_t b, const lyc_law_t law)
{
    cutting c;
    slong j = 0;

    if (law->length == 0 || law->dim > LYC_FIND_MAX_DIM ||
        !lyc_law_has_rational_atoms(law))
    {
        return 0;
    }
    cutting_init(&c, law);
    while (j < c.length)
    {
        if (c.is_done[j])
        {
            j++;
        }
        else
        {
            treat(&c, j);
        }
    }
    lyc_blocks_clear(b);
    lyc_blocks_init(b, law->dim);
    fmpz_set(b->root, c.p->root);
    fmpq_mat_set(b->a, c.p->a);
    fmpq_mat_set(b->b, c.p->b);
    lyc_blocks_cut(b, c.dim, c.length);
    for (j = 0; j < c.length; j++)
    {
        describe(b->block + j, &c, j);
    }
    cutting_clear(&c);
    return 1;
}
