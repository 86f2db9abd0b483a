/* The block method: the law of each diagonal block is enclosed on its own. */
#include <math.h>
#include <stdlib.h>

#include "enclose/block/blocks.h"

/* Share of the time left for a block; the rest is for checking again. */
#define SHARE 0.8

/* Blocks that are more than one number, from j on. */
static slong large_blocks(const lyc_blocks_t b, slong j)
{
    slong n = 0;

    for (; j < b->length; j++)
    {
        n += b->block[j].dim > 1;
    }
    return FLINT_MAX(n, 1);
}

/* Evidence about block j, from methods that know nothing of the others. */
static void enclose_block(lyc_block_search *s, slong j, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits)
{
    const double now = lyc_limits_elapsed(limits);
    lyc_request own = *request;
    lyc_limits_t part;
    lyc_enclosure_t e;
    slong i;

    *part = *limits;
    part->max_seconds = now + SHARE * (limits->max_seconds - now) /
                                  (double)large_blocks(s->blocks, j);
    own.wanted = NULL;
    own.method = LYC_METHOD_AUTO;
    lyc_enclosure_init(e, law->dim);
    (void)lyc_enclosure_run_block(e, law, &own, part);
    for (i = 0; i < e->certificate->evidences; i++)
    {
        lyc_block_add_evidence(s->blocks->block + j,
                               e->certificate->evidence + i);
    }
    arf_set(s->lower + j, e->facts->exponent_lower);
    arf_set(s->upper + j, e->facts->exponent_upper);
    s->top[j] = arf_get_d(e->facts->exponent_upper, ARF_RND_NEAR);
    s->near +=
        fmax(0, s->top[j] - arf_get_d(e->facts->exponent_lower, ARF_RND_NEAR));
    s->cones = FLINT_MAX(s->cones, e->cones);
    s->degree = FLINT_MAX(s->degree, e->degree);
    s->sweeps += e->sweeps;
    if (e->stop != NULL)
    {
        s->stop = e->stop;
    }
    lyc_enclosure_clear(e);
}

void lyc_block_search_init(lyc_block_search *s, slong dim)
{
    lyc_blocks_init(s->blocks, dim);
    s->dim = dim;
    s->top = lyc_calloc((size_t)dim, sizeof(double));
    s->lower = lyc_malloc((size_t)dim * sizeof *s->lower);
    s->upper = lyc_malloc((size_t)dim * sizeof *s->upper);
    for (slong j = 0; j < dim; j++)
    {
        arf_init(s->lower + j);
        arf_init(s->upper + j);
    }
    s->near = 1e-12;
    s->cones = s->degree = s->sweeps = 0;
    s->stop = NULL;
}

void lyc_block_search_clear(lyc_block_search *s)
{
    lyc_blocks_clear(s->blocks);
    for (slong j = 0; j < s->dim; j++)
    {
        arf_clear(s->lower + j);
        arf_clear(s->upper + j);
    }
    free(s->lower);
    free(s->upper);
    free(s->top);
}

int lyc_block_search_enclose(lyc_block_search *s, const lyc_law_t law,
                             const lyc_request *request,
                             const lyc_limits_t limits)
{
    const slong n = s->blocks->length;
    lyc_law_struct *part = lyc_malloc((size_t)n * sizeof *part);
    lyc_diag_t d;
    slong j;
    int ok;

    lyc_diag_init(d);
    for (j = 0; j < n; j++)
    {
        lyc_law_init(part + j);
    }
    ok = lyc_blocks_laws(part, s->blocks, law, limits, d) == LYC_PROVED;
    for (j = 0; j < n && ok; j++)
    {
        enclose_block(s, j, part + j, request, limits);
    }
    for (j = 0; j < n; j++)
    {
        lyc_law_clear(part + j);
    }
    free(part);
    lyc_diag_clear(d);
    return ok;
}

static slong least_prec(const lyc_blocks_t b)
{
    slong prec = 0, i, j;

    for (j = 0; j < b->length; j++)
    {
        for (i = 0; i < b->block[j].evidences; i++)
        {
            const slong own = b->block[j].evidence[i].prec;

            prec = prec == 0 ? own : FLINT_MIN(prec, own);
        }
    }
    return prec == 0 ? 64 : prec;
}

int lyc_block_search_accept(lyc_enclosure_t e, lyc_block_search *s,
                            const lyc_law_t law, const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    int held;

    lyc_evidence_init(evidence);
    lyc_evidence_set_blocks(evidence, least_prec(s->blocks), s->blocks);
    held = lyc_enclosure_accept(e, "block", evidence, law, limits);
    if (held)
    {
        e->cones = FLINT_MAX(e->cones, s->cones);
        e->degree = FLINT_MAX(e->degree, s->degree);
        e->sweeps += s->sweeps;
        e->stop = s->stop;
    }
    else
    {
        lyc_blocks_struct *b = lyc_evidence_take_blocks(evidence);

        lyc_blocks_swap(s->blocks, b);
        lyc_blocks_clear(b);
        free(b);
    }
    lyc_evidence_clear(evidence);
    return held;
}

/* What blocks add: subspaces, or pairs of equal exponents. */
static int is_useful(const lyc_blocks_t b)
{
    return b->length > 1 || b->block->kind == LYC_BLOCK_COMPLEX ||
           b->block->kind == LYC_BLOCK_QUATERNION;
}

int lyc_enclose_blocks(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits)
{
    lyc_block_search s;
    int held;

    lyc_block_search_init(&s, law->dim);
    held = lyc_blocks_find(s.blocks, law) && is_useful(s.blocks) &&
           lyc_block_search_enclose(&s, law, request, limits) &&
           lyc_block_search_accept(e, &s, law, limits);
    lyc_block_search_clear(&s);
    return held;
}
