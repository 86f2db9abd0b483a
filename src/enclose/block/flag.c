#include <stdlib.h>

#include "certify/blocks.h"
#include "enclose/block/blocks.h"

void lyc_flag_init(lyc_flag_t f)
{
    f->is_decided = f->is_invertible = 0;
    f->rates = 0;
    f->lower = f->upper = NULL;
}

void lyc_flag_clear(lyc_flag_t f)
{
    slong i;

    for (i = 0; i < f->rates; i++)
    {
        arf_clear(f->lower + i);
        arf_clear(f->upper + i);
    }
    free(f->lower);
    free(f->upper);
    lyc_flag_init(f);
}

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

/* The largest rate of each space; block j of b was block old[j] of s. */
static void set_rates(lyc_flag_t f, const lyc_blocks_struct *b,
                      const lyc_block_search *s, const slong *old)
{
    slong j, g = -1;

    f->lower = lyc_malloc((size_t)b->length * sizeof *f->lower);
    f->upper = lyc_malloc((size_t)b->length * sizeof *f->upper);
    for (j = 0; j < b->length; j++)
    {
        const arf_struct *lower = s->lower + old[j], *upper = s->upper + old[j];

        if (b->block[j].begins)
        {
            g++;
            arf_init(f->lower + g);
            arf_init(f->upper + g);
            arf_set(f->lower + g, lower);
            arf_set(f->upper + g, upper);
        }
        else
        {
            arf_max(f->lower + g, f->lower + g, lower);
            arf_max(f->upper + g, f->upper + g, upper);
        }
    }
    f->rates = g + 1;
}

static void search(lyc_enclosure_t e, lyc_flag_t flag, const lyc_law_t law,
                   const lyc_request *request, const lyc_limits_t limits)
{
    lyc_block_search s;
    const lyc_blocks_struct *b;
    slong old[LYC_FIND_MAX_DIM];

    lyc_block_search_init(&s, law->dim);
    if (lyc_blocks_find(s.blocks, law) &&
        lyc_block_search_enclose(&s, law, request, limits))
    {
        if (flag->is_invertible)
        {
            lyc_blocks_order(s.blocks, old, s.top, s.near, law, limits);
        }
        (void)accept(e, &s, law, limits);
        b = blocks_of(e);
        if (b != NULL && lyc_blocks_has_flag(b))
        {
            set_rates(flag, b, &s, old);
        }
    }
    lyc_block_search_clear(&s);
}

lyc_verdict_t lyc_enclose_flag(lyc_enclosure_t e, lyc_flag_t flag,
                               const lyc_law_t law, const lyc_request *request,
                               int is_width_asked, const lyc_limits_t limits,
                               lyc_diag_t d)
{
    const double begin = lyc_limits_elapsed(limits);
    lyc_verdict_t verdict = LYC_PROVED;

    flag->is_invertible = law->length > 0 && is_invertible(law);
    if (law->length == 0 || law->box->length > 0)
    {
        if (law->box->length == 0 &&
            lyc_enclose(e, law, request, limits, d) == LYC_FAILURE)
        {
            return LYC_FAILURE;
        }
        lyc_diag_clear(d);
        lyc_diag_init(d);
        lyc_diag_fail(d, LYC_UNDECIDED,
                      "invariant subspaces are looked for in finite laws "
                      "without parameters only");
        verdict = LYC_UNDECIDED;
    }
    else
    {
        search(e, flag, law, request, limits);
        if (blocks_of(e) == NULL)
        {
            (void)lyc_enclosure_run_block(e, law, request, limits);
        }
        flag->is_decided = decided(blocks_of(e), flag->is_invertible);
        if (!flag->is_decided)
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
