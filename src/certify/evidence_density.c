#include "certify/density.h"
#include "certify/kinds.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *const acts_words[] = {"law", "transpose", NULL};

/* Every knot takes at least this many bytes of a file: "0 0\n". */
#define KNOT_BYTES 4

static int read_header(lyc_knots_t k, lyc_reader_t r, lyc_diag_t d)
{
    int acts;
    slong n, scale, height_scale;
    if (!lyc_reader_choice(&acts, r, acts_words, d) ||
        !lyc_reader_slong(&n, r, 4, LYC_KNOTS_MAX_LENGTH, d))
        return 0;
    if ((size_t)n > lyc_reader_left(r) / KNOT_BYTES)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more knots than the file has room for");
    if (!lyc_reader_slong(&scale, r, 0, LYC_KNOTS_MAX_SCALE, d) ||
        !lyc_reader_slong(&height_scale, r, 0, 60, d) || !lyc_reader_end(r, d))
        return 0;
    lyc_knots_clear(k);
    lyc_knots_init(k, n);
    k->acts = (lyc_acts_t)acts;
    k->scale = scale;
    k->height_scale = height_scale;
    return 1;
}

static int read_density(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_knots_t k;
    lyc_knots_init(k, 0);
    int ok = read_header(k, r, d);
    for (slong i = 0; ok && i < k->length; i++)
        ok = lyc_reader_line(r, d) && lyc_reader_int64(k->at + i, r, d) &&
             lyc_reader_int64(k->height + i, r, d) && lyc_reader_end(r, d);
    if (ok)
        lyc_evidence_set_density(e, e->prec, k);
    lyc_knots_clear(k);
    return ok;
}

static void write_density(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_knots_struct *k = e->data;
    lyc_text_printf(out, " %s %ld %ld %ld\n", acts_words[k->acts],
                    (long)k->length, (long)k->scale, (long)k->height_scale);
    for (slong i = 0; i < k->length; i++)
        lyc_text_printf(out, "%" PRId64 " %" PRId64 "\n", k->at[i],
                        k->height[i]);
}

/* Theorem continuous-laws.density */
static lyc_verdict_t establish_density(lyc_facts_t facts,
                                       const lyc_evidence_t e,
                                       const lyc_law_t law,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_knots_struct *k = e->data;
    const char *why;
    arf_t lower, upper;
    lyc_law_t acting;
    lyc_affine_law_t f;
    lyc_verdict_t v = LYC_DISPROVED;
    arf_init(lower);
    arf_init(upper);
    lyc_law_init(acting);
    lyc_affine_law_init(f);
    if (k->acts == LYC_ACTS_TRANSPOSE)
        lyc_law_transpose(acting, law);
    else
        lyc_law_set(acting, law);
    if (lyc_affine_law_set(f, &why, acting))
        v = lyc_density_bracket(lower, upper, k, f, e->prec, limits, d);
    else
        lyc_evidence_fail(d, v, "densities are not for this law: %s", why);
    if (v == LYC_PROVED)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    lyc_affine_law_clear(f);
    lyc_law_clear(acting);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

static void clear_density(void *data)
{
    if (data == NULL)
        return;
    lyc_knots_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_density = {
    "density", read_density, write_density, establish_density, clear_density, 1,
    0};

void lyc_evidence_set_density(lyc_evidence_t e, slong prec, lyc_knots_t knots)
{
    lyc_knots_struct *own = lyc_malloc(sizeof *own);
    lyc_knots_init(own, 0);
    lyc_knots_swap(own, knots);
    lyc_evidence_set_type(e, &lyc_evidence_density, prec, own);
}

const lyc_knots_struct *lyc_evidence_knots(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_density ? e->data : NULL;
}
