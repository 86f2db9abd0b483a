#include <inttypes.h>
#include <stdlib.h>

#include "certify/cubes.h"
#include "certify/kinds.h"

/* Every cut takes at least two bytes of a file. */
#define CUT_BYTES 2

static int read_header(lyc_cubes_t c, lyc_reader_t r, lyc_diag_t d)
{
    slong scale, draws, count[LYC_CUBES_MAX_DRAWS], all = 0;
    if (!lyc_reader_slong(&scale, r, 0, 60, d) ||
        !lyc_reader_int64(&c->split, r, d) ||
        !lyc_reader_slong(&draws, r, 1, LYC_CUBES_MAX_DRAWS, d))
        return 0;
    if (c->split < 0 || c->split > INT64_C(1) << 40)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "expected a split from 0 to 2^40");
    for (slong j = 0; j < draws; j++)
    {
        if (!lyc_reader_slong(count + j, r, 0, LYC_CUBES_MAX_CUTS, d))
            return 0;
        all += count[j];
    }
    if (all > LYC_CUBES_MAX_CUTS ||
        (size_t)all > lyc_reader_left(r) / CUT_BYTES)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more cuts than the file has room for");
    c->cut_scale = scale;
    lyc_cubes_set_counts(c, draws, count);
    return 1;
}

static int read_cubes(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_cubes_t c;
    lyc_cubes_init(c);
    int ok = read_header(c, r, d) && lyc_boxes_read(c->boxes, r, d);
    for (slong i = 0; ok && i < c->first[c->draws]; i++)
        ok = lyc_reader_line(r, d) && lyc_reader_int64(c->cut + i, r, d) &&
             lyc_reader_end(r, d);
    if (ok)
        lyc_evidence_set_cubes(e, e->prec, c);
    lyc_cubes_clear(c);
    return ok;
}

static void write_cubes(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_cubes_struct *c = e->data;
    lyc_text_printf(out, " %ld %" PRId64 " %ld", (long)c->cut_scale, c->split,
                    (long)c->draws);
    for (slong j = 0; j < c->draws; j++)
        lyc_text_printf(out, " %ld", (long)(c->first[j + 1] - c->first[j]));
    lyc_boxes_write(out, c->boxes);
    for (slong i = 0; i < c->first[c->draws]; i++)
        lyc_text_printf(out, "%" PRId64 "\n", c->cut[i]);
}

/* The bracket for the affine form of what acts. */
static lyc_verdict_t bracket(arf_t lower, arf_t upper, const lyc_law_t acting,
                             const lyc_cubes_t c, slong prec,
                             const lyc_limits_t limits, lyc_diag_t d)
{
    const char *why;
    lyc_affine_law_t f;
    lyc_cubes_law_t a;
    lyc_verdict_t v = LYC_DISPROVED;
    lyc_affine_law_init(f);
    if (!lyc_affine_law_set(f, &why, acting))
        lyc_evidence_fail(d, v, "cubes are not for this law: %s", why);
    else
    {
        v = lyc_cubes_law_init(a, f, c, prec, d);
        if (v == LYC_PROVED)
            v = lyc_cubes_bracket(lower, upper, c->boxes, a, prec, limits, d);
        lyc_cubes_law_clear(a);
    }
    lyc_affine_law_clear(f);
    return v;
}

/* Theorem continuous-laws.cubes */
static lyc_verdict_t establish_cubes(lyc_facts_t facts, const lyc_evidence_t e,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_cubes_struct *c = e->data;
    const lyc_boxes_struct *b = c->boxes;
    if (b->dim != LYC_CUBES_DIM || law->dim != LYC_CUBES_DIM ||
        !b->is_projective || b->basis != NULL)
        return lyc_evidence_fail(
            d, LYC_DISPROVED,
            "cubes are projective, for dimension 3, with the "
            "usual basis");
    if (b->power != 1 && b->power != 2)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the power is neither 1 nor 2");
    arf_t lower, upper;
    lyc_law_t acting;
    arf_init(lower);
    arf_init(upper);
    lyc_law_init(acting);
    if (b->acts == LYC_ACTS_TRANSPOSE)
        lyc_law_transpose(acting, law);
    else
        lyc_law_set(acting, law);
    const lyc_verdict_t v =
        bracket(lower, upper, acting, c, e->prec, limits, d);
    if (v == LYC_PROVED && b->power == 1)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    else if (v == LYC_PROVED)
        lyc_facts_sum_arf(facts, 2, lower, upper);
    lyc_law_clear(acting);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

static void clear_cubes(void *data)
{
    if (data == NULL)
        return;
    lyc_cubes_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_cubes = {
    "cubes", read_cubes, write_cubes, establish_cubes, clear_cubes, 1, 0};

void lyc_evidence_set_cubes(lyc_evidence_t e, slong prec, lyc_cubes_t cubes)
{
    lyc_cubes_struct *own = lyc_malloc(sizeof *own);
    lyc_cubes_init(own);
    lyc_cubes_swap(own, cubes);
    lyc_evidence_set_type(e, &lyc_evidence_cubes, prec, own);
}

const lyc_cubes_struct *lyc_evidence_cubes_of(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_cubes ? e->data : NULL;
}
