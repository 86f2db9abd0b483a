#include "certify/blocks.h"
#include "enclose/block/blocks.h"

static int is_invertible(const lyc_law_t law)
{
    lyc_number_t det;
    slong i;
    int invertible = 1;

    lyc_number_init(det);
    for (i = 0; i < law->length && invertible; i++)
    {
        invertible = lyc_matrix_det(det, law->atom + i) == LYC_TRUE &&
                     lyc_number_is_zero(det) == LYC_FALSE;
    }
    lyc_number_clear(det);
    return invertible;
}

static void drop_flag(lyc_blocks_t b)
{
    slong j;

    for (j = 0; j < b->length; j++)
    {
        b->block[j].begins = 0;
    }
}

/* The evidence in e: with the flag where one was found and holds. */
static int accept(lyc_enclosure_t e, lyc_block_search *s, const lyc_law_t law,
                  const lyc_limits_t limits)
{
    if (lyc_block_search_accept(e, s, law, limits))
    {
        return 1;
    }
    if (!lyc_blocks_has_flag(s->blocks))
    {
        return 0;
    }
    drop_flag(s->blocks);
    return lyc_block_search_accept(e, s, law, limits);
}

static const lyc_blocks_struct *blocks_of(const lyc_enclosure_t e)
{
    slong i;

    for (i = 0; i < e->certificate->evidences; i++)
    {
        const lyc_blocks_struct *b =
            lyc_evidence_blocks(e->certificate->evidence + i);

        if (b != NULL)
        {
            return b;
        }
    }
    return NULL;
}

/* Every block is known to be irreducible, and the flag where there is one. */
static int decided(const lyc_blocks_struct *b, int invertible)
{
    slong j;

    for (j = 0; b != NULL && j < b->length; j++)
    {
        if (b->block[j].kind == LYC_BLOCK_OPEN)
        {
            return 0;
        }
    }
    return b != NULL && (!invertible || lyc_blocks_has_flag(b));
}

static void search(lyc_enclosure_t e, const lyc_law_t law, int invertible,
                   const lyc_request *request, const lyc_limits_t limits)
{
    lyc_block_search s;

    lyc_block_search_init(&s, law->dim);
    if (lyc_blocks_find(s.blocks, law) &&
        lyc_block_search_enclose(&s, law, request, limits))
    {
        if (invertible)
        {
            lyc_blocks_order(s.blocks, s.top, s.near, law, limits);
        }
        (void)accept(e, &s, law, limits);
    }
    lyc_block_search_clear(&s);
}

lyc_verdict_t lyc_enclose_flag(lyc_enclosure_t e, int *is_decided,
                               const lyc_law_t law, const lyc_request *request,
                               int is_width_asked, const lyc_limits_t limits,
                               lyc_diag_t d)
{
    const double begin = lyc_limits_elapsed(limits);
    const int invertible = is_invertible(law);
    lyc_verdict_t verdict = LYC_PROVED;

    *is_decided = 0;
    if (law->length == 0 || law->box->length > 0)
    {
        lyc_diag_fail(d, LYC_UNDECIDED,
                      "invariant subspaces are looked for in finite laws "
                      "without parameters only");
        verdict = LYC_UNDECIDED;
    }
    else
    {
        search(e, law, invertible, request, limits);
        if (blocks_of(e) == NULL)
        {
            (void)lyc_enclosure_run_block(e, law, request, limits);
        }
        *is_decided = decided(blocks_of(e), invertible);
        if (!*is_decided)
        {
            verdict = LYC_UNDECIDED;
            lyc_diag_fail(d, LYC_UNDECIDED, "%s",
                          blocks_of(e) == NULL
                              ? "invariant subspaces are looked for in laws of "
                                "rational matrices of dimension 6 at most only"
                              : "the structure is not known completely");
        }
        else if (is_width_asked && !lyc_request_all_met(request, e->facts))
        {
            verdict = LYC_UNDECIDED;
            lyc_diag_fail(d, LYC_UNDECIDED,
                          "the exponents are enclosed less narrowly than "
                          "asked");
        }
        if (!lyc_enclosure_recheck(e, law, limits, d))
        {
            verdict = LYC_FAILURE;
        }
    }
    e->seconds = lyc_limits_elapsed(limits) - begin;
    return verdict;
}
