#include <stdlib.h>
#include <string.h>

#include "certify/blocks.h"

static int read_evidence_blocks(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_blocks_t b;
    lyc_blocks_init(b, 1);
    const int ok = lyc_blocks_read(b, r, d);
    if (ok)
        lyc_evidence_set_blocks(e, e->prec, b);
    lyc_blocks_clear(b);
    return ok;
}

static void write_evidence_blocks(lyc_text_t out, const lyc_evidence_t e)
{
    lyc_blocks_write(out, e->data);
}

static slong closing_prec(const lyc_evidence_t e, const lyc_block *block)
{
    slong prec = FLINT_MAX(64, e->prec);
    for (slong i = 0; i < block->evidences; i++)
        prec = FLINT_MAX(prec, block->evidence[i].prec);
    return 2 * prec + 256;
}

/* Evidence in blocks is about one law and contains no blocks. */
static int may_be_inside(const lyc_evidence_t e)
{
    return e->type != &lyc_evidence_blocks_type &&
           e->type != &lyc_evidence_signs_type && e->type != &lyc_evidence_root;
}

/* What is proved of the law of one block. */
static lyc_verdict_t establish_block(lyc_facts_t part, const lyc_evidence_t e,
                                     const lyc_block *block,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    const slong prec = closing_prec(e, block);
    lyc_verdict_t v = LYC_PROVED;
    for (slong i = 0; i < block->evidences && v == LYC_PROVED; i++)
    {
        if (!may_be_inside(block->evidence + i))
            return lyc_evidence_fail(
                d, LYC_DISPROVED,
                "evidence of this kind has no place in a block");
        v = lyc_evidence_establish(part, block->evidence + i, law, limits, d);
    }
    if (v != LYC_PROVED)
        return v;
    lyc_facts_close(part, prec);
    if (block->kind == LYC_BLOCK_COMPLEX)
        lyc_facts_tie(part, 2, prec);
    if (block->kind == LYC_BLOCK_QUATERNION)
        lyc_facts_tie(part, 4, prec);
    return lyc_facts_close_consistent(part, prec, d);
}

static lyc_verdict_t establish_parts(lyc_facts_struct *part,
                                     const lyc_evidence_t e,
                                     const lyc_blocks_t b, const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_surd_mat_struct *m =
        lyc_malloc((size_t)law->length * sizeof(lyc_surd_mat_struct));
    lyc_law_struct *of = lyc_malloc((size_t)b->length * sizeof(lyc_law_struct));
    for (slong j = 0; j < b->length; j++)
        lyc_law_init(of + j);
    lyc_verdict_t v = lyc_blocks_conjugate(m, b, law, limits, d);
    if (v == LYC_PROVED)
        lyc_blocks_cut_laws(of, b, m, law);
    for (slong j = 0; j < b->length && v == LYC_PROVED; j++)
    {
        v = lyc_block_check_kind(b, j, m, law->length, limits, d);
        if (v == LYC_PROVED)
            v = establish_block(part + j, e, b->block + j, of + j, limits, d);
    }
    if (v == LYC_PROVED)
        v = lyc_blocks_check_flag(b, m, law->length, part, limits, d);
    for (slong j = 0; j < b->length; j++)
        lyc_law_clear(of + j);
    free(of);
    lyc_blocks_conjugate_clear(m, law);
    return v;
}

/* Theorem setting.blocks */
static lyc_verdict_t establish_blocks(lyc_facts_t facts, const lyc_evidence_t e,
                                      const lyc_law_t law,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_blocks_struct *b = e->data;
    if (law->dim != b->dim || lyc_blocks_row(b, b->length) != b->dim)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the blocks are for another dimension");
    lyc_facts_struct *part =
        lyc_malloc((size_t)b->length * sizeof(lyc_facts_struct));
    slong prec = 64;
    for (slong j = 0; j < b->length; j++)
    {
        lyc_facts_init(part + j, b->block[j].dim);
        prec = FLINT_MAX(prec, closing_prec(e, b->block + j));
    }
    const lyc_verdict_t v = establish_parts(part, e, b, law, limits, d);
    if (v == LYC_PROVED)
        lyc_facts_unite(facts, part, b->length, prec);
    for (slong j = 0; j < b->length; j++)
        lyc_facts_clear(part + j);
    free(part);
    return v;
}

static void clear_evidence_blocks(void *data)
{
    if (data == NULL)
        return;
    lyc_blocks_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_blocks_type = {"blocks",
                                                    read_evidence_blocks,
                                                    write_evidence_blocks,
                                                    establish_blocks,
                                                    clear_evidence_blocks,
                                                    0,
                                                    0};

void lyc_evidence_set_blocks(lyc_evidence_t e, slong prec, lyc_blocks_t b)
{
    lyc_blocks_struct *own = lyc_malloc(sizeof *own);
    lyc_blocks_init(own, 1);
    lyc_blocks_swap(own, b);
    lyc_evidence_set_type(e, &lyc_evidence_blocks_type, prec, own);
}

const lyc_blocks_struct *lyc_evidence_blocks(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_blocks_type ? e->data : NULL;
}

lyc_blocks_struct *lyc_evidence_take_blocks(lyc_evidence_t e)
{
    lyc_blocks_struct *b =
        e->type == &lyc_evidence_blocks_type ? e->data : NULL;
    lyc_evidence_init(e);
    return b;
}
