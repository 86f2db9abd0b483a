#include "certify/blocks.h"

#include <stdlib.h>
#include <string.h>

static void block_init(lyc_block *block, slong dim)
{
    memset(block, 0, sizeof *block);
    block->dim = dim;
    fmpq_mat_init(block->commuting + 0, dim, dim);
    fmpq_mat_init(block->commuting + 1, dim, dim);
}

static void block_clear(lyc_block *block)
{
    fmpq_mat_clear(block->commuting + 0);
    fmpq_mat_clear(block->commuting + 1);
    for (slong i = 0; i < block->words; i++)
        free(block->word[i].letter);
    free(block->word);
    for (slong i = 0; i < block->evidences; i++)
        lyc_evidence_clear(block->evidence + i);
    free(block->evidence);
}

static void clear_blocks(lyc_blocks_t b)
{
    for (slong j = 0; j < b->length; j++)
        block_clear(b->block + j);
    free(b->block);
    b->block = NULL;
    b->length = 0;
}

void lyc_blocks_init(lyc_blocks_t b, slong dim)
{
    b->dim = dim;
    fmpz_init_set_ui(b->root, 1);
    fmpq_mat_init(b->a, dim, dim);
    fmpq_mat_init(b->b, dim, dim);
    fmpq_mat_one(b->a);
    b->length = 0;
    b->block = NULL;
    lyc_blocks_cut(b, &dim, 1);
}

void lyc_blocks_clear(lyc_blocks_t b)
{
    clear_blocks(b);
    fmpz_clear(b->root);
    fmpq_mat_clear(b->a);
    fmpq_mat_clear(b->b);
}

void lyc_blocks_swap(lyc_blocks_t a, lyc_blocks_t b)
{
    const lyc_blocks_struct t = *a;
    *a = *b;
    *b = t;
}

void lyc_blocks_cut(lyc_blocks_t b, const slong *dim, slong length)
{
    clear_blocks(b);
    b->block = lyc_malloc((size_t)length * sizeof(lyc_block));
    b->length = length;
    for (slong j = 0; j < length; j++)
        block_init(b->block + j, dim[j]);
}

void lyc_block_add_word(lyc_block *block, const slong *letter, slong length)
{
    block->word =
        lyc_realloc(block->word, ((size_t)block->words + 1) * sizeof(lyc_word));
    lyc_word *w = block->word + block->words++;
    w->length = length;
    w->letter = lyc_malloc(((size_t)length + 1) * sizeof(slong));
    for (slong i = 0; i < length; i++)
        w->letter[i] = letter[i];
}

void lyc_block_add_evidence(lyc_block *block, lyc_evidence_t e)
{
    block->evidence =
        lyc_realloc(block->evidence, ((size_t)block->evidences + 1) *
                                         sizeof(lyc_evidence_struct));
    block->evidence[block->evidences++] = *e;
    lyc_evidence_init(e);
}

slong lyc_blocks_row(const lyc_blocks_t b, slong j)
{
    slong row = 0;
    for (slong i = 0; i < j; i++)
        row += b->block[i].dim;
    return row;
}

int lyc_blocks_has_flag(const lyc_blocks_t b)
{
    for (slong j = 0; j < b->length; j++)
        if (b->block[j].begins)
            return 1;
    return 0;
}

slong lyc_block_commuting(lyc_block_kind kind)
{
    return kind == LYC_BLOCK_COMPLEX ? 1 : kind == LYC_BLOCK_QUATERNION ? 2 : 0;
}

slong lyc_block_words(lyc_block_kind kind, slong dim)
{
    switch (kind)
    {
    case LYC_BLOCK_REAL:
        return dim * dim;
    case LYC_BLOCK_COMPLEX:
        return dim * dim / 2;
    case LYC_BLOCK_QUATERNION:
        return dim * dim / 4;
    case LYC_BLOCK_OPEN:
        break;
    }
    return 0;
}
