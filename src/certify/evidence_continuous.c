#include "certify/kinds.h"
#include "certify/mixed.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *const acts_words[] = {"law", "transpose", NULL};

/* Every ray takes at least this many bytes of a file: "1 0 1 0 0\n"; every
 * cut two. */
#define RAY_BYTES 10
#define CUT_BYTES 2

static int read_counts(slong *count, slong groups, lyc_reader_t r, lyc_diag_t d)
{
    slong all = 0;
    for (slong g = 0; g < groups; g++)
    {
        if (!lyc_reader_slong(count + g, r, 0, LYC_MESH_MAX_CUTS, d))
            return 0;
        all += count[g];
    }
    if (all > LYC_MESH_MAX_CUTS || (size_t)all > lyc_reader_left(r) / CUT_BYTES)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more cuts than the file has room for");
    return 1;
}

static int read_header(lyc_mesh_t m, lyc_reader_t r, lyc_diag_t d)
{
    int acts;
    slong n, value_scale, offset_scale, cut_scale, split, groups;
    slong count[LYC_MESH_MAX_GROUPS] = {0};
    if (!lyc_reader_choice(&acts, r, acts_words, d) ||
        !lyc_reader_slong(&n, r, 2, WORD_MAX, d))
        return 0;
    if ((size_t)n > lyc_reader_left(r) / RAY_BYTES)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more rays than the file has room for");
    if (!lyc_reader_slong(&value_scale, r, 0, 200, d) ||
        !lyc_reader_slong(&offset_scale, r, 0, 200, d) ||
        !lyc_reader_slong(&cut_scale, r, 0, 60, d) ||
        !lyc_reader_slong(&split, r, 0, (slong)1 << 30, d) ||
        !lyc_reader_slong(&groups, r, 1, LYC_MESH_MAX_GROUPS, d) ||
        !read_counts(count, groups, r, d) || !lyc_reader_end(r, d))
        return 0;
    lyc_fan_clear(m->fan);
    lyc_fan_init(m->fan, n, 1);
    m->fan->acts = (lyc_acts_t)acts;
    m->fan->value_scale = value_scale;
    m->fan->offset_scale = offset_scale;
    m->cut_scale = cut_scale;
    m->split = split;
    lyc_mesh_set_counts(m, groups, count);
    return 1;
}

static int read_coordinate(fmpz_t x, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    if (!lyc_reader_slong(&n, r, -LYC_MESH_MAX_RAY, LYC_MESH_MAX_RAY, d))
        return 0;
    fmpz_set_si(x, n);
    return 1;
}

static int read_ray(lyc_fan_t fan, slong j, lyc_reader_t r, lyc_diag_t d)
{
    return lyc_reader_line(r, d) && read_coordinate(fan->x + j, r, d) &&
           read_coordinate(fan->y + j, r, d) &&
           lyc_reader_int64(fan->value + j, r, d) &&
           lyc_reader_int64(fan->lower + j, r, d) &&
           lyc_reader_int64(fan->upper + j, r, d) && lyc_reader_end(r, d);
}

static int read_continuous(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_mesh_t m;
    lyc_mesh_init(m);
    int ok = read_header(m, r, d);
    for (slong i = 0; ok && i < m->first[m->groups]; i++)
        ok = lyc_reader_line(r, d) && lyc_reader_int64(m->cut + i, r, d) &&
             lyc_reader_end(r, d);
    for (slong j = 0; ok && j < m->fan->length; j++)
        ok = read_ray(m->fan, j, r, d);
    if (ok)
        lyc_evidence_set_continuous(e, e->prec, m);
    lyc_mesh_clear(m);
    return ok;
}

static void write_continuous(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_mesh_struct *m = e->data;
    const lyc_fan_struct *fan = m->fan;
    lyc_text_printf(out, " %s %ld %ld %ld %ld %ld %ld", acts_words[fan->acts],
                    (long)fan->length, (long)fan->value_scale,
                    (long)fan->offset_scale, (long)m->cut_scale, (long)m->split,
                    (long)m->groups);
    for (slong g = 0; g < m->groups; g++)
        lyc_text_printf(out, " %ld", (long)(m->first[g + 1] - m->first[g]));
    lyc_text_add(out, "\n");
    for (slong i = 0; i < m->first[m->groups]; i++)
        lyc_text_printf(out, "%" PRId64 "\n", m->cut[i]);
    for (slong j = 0; j < fan->length; j++)
        lyc_text_printf(out, "%ld %ld %" PRId64 " %" PRId64 " %" PRId64 "\n",
                        (long)fmpz_get_si(fan->x + j),
                        (long)fmpz_get_si(fan->y + j), fan->value[j],
                        fan->lower[j], fan->upper[j]);
}

/* Theorem continuous-laws.bracket */
static lyc_verdict_t establish_continuous(lyc_facts_t facts,
                                          const lyc_evidence_t e,
                                          const lyc_law_t law,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d)
{
    const lyc_mesh_struct *mesh = e->data;
    const char *why;
    arf_t lower, upper;
    lyc_law_t acting;
    lyc_affine_law_t f;
    lyc_verdict_t v = LYC_DISPROVED;
    arf_init(lower);
    arf_init(upper);
    lyc_law_init(acting);
    lyc_affine_law_init(f);
    if (mesh->fan->acts == LYC_ACTS_TRANSPOSE)
        lyc_law_transpose(acting, law);
    else
        lyc_law_set(acting, law);
    if (lyc_affine_law_set(f, &why, acting))
        v = lyc_mixed_bracket(lower, upper, mesh, f, e->prec, limits, d);
    else
        lyc_evidence_fail(d, v, "cells are not for this law: %s", why);
    if (v == LYC_PROVED)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    lyc_affine_law_clear(f);
    lyc_law_clear(acting);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

static void clear_continuous(void *data)
{
    if (data == NULL)
        return;
    lyc_mesh_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_continuous = {"continuous",
                                                   read_continuous,
                                                   write_continuous,
                                                   establish_continuous,
                                                   clear_continuous,
                                                   1,
                                                   0};

void lyc_evidence_set_continuous(lyc_evidence_t e, slong prec, lyc_mesh_t mesh)
{
    lyc_mesh_struct *own = lyc_malloc(sizeof *own);
    lyc_mesh_init(own);
    lyc_mesh_swap(own, mesh);
    lyc_evidence_set_type(e, &lyc_evidence_continuous, prec, own);
}

const lyc_mesh_struct *lyc_evidence_mesh(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_continuous ? e->data : NULL;
}
