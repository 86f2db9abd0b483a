#include "certify/gauge.h"
#include "certify/kinds.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *const acts_words[] = {"law", "transpose", "inverse", NULL};
static const char *const shape_words[] = {"cone", "projective", NULL};

/* Every ray takes at least this many bytes of a file: "1 0 1\n". */
#define RAY_BYTES 6

static int read_header(lyc_fan_t fan, lyc_reader_t r, lyc_diag_t d)
{
    int acts, is_projective;
    slong n, value_scale, offset_scale;
    if (!lyc_reader_choice(&acts, r, acts_words, d) ||
        !lyc_reader_choice(&is_projective, r, shape_words, d) ||
        !lyc_reader_slong(&n, r, 2, WORD_MAX, d))
        return 0;
    if ((size_t)n > lyc_reader_left(r) / RAY_BYTES)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more rays than the file has room for");
    if (!lyc_reader_slong(&value_scale, r, 0, 1000, d) ||
        !lyc_reader_slong(&offset_scale, r, 0, 1000, d) ||
        !lyc_reader_end(r, d))
        return 0;
    lyc_fan_clear(fan);
    lyc_fan_init(fan, n, is_projective);
    fan->acts = (lyc_acts_t)acts;
    fan->value_scale = value_scale;
    fan->offset_scale = offset_scale;
    return 1;
}

static int read_ray(lyc_fan_t fan, slong j, lyc_reader_t r, lyc_diag_t d)
{
    const int has_cone = j < lyc_fan_cones(fan);
    return lyc_reader_line(r, d) && lyc_reader_fmpz(fan->x + j, r, d) &&
           lyc_reader_fmpz(fan->y + j, r, d) &&
           lyc_reader_int64(fan->value + j, r, d) &&
           (!has_cone || (lyc_reader_int64(fan->lower + j, r, d) &&
                          lyc_reader_int64(fan->upper + j, r, d))) &&
           lyc_reader_end(r, d);
}

static int read_gauge(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_fan_t fan;
    lyc_fan_init(fan, 0, 1);
    int ok = read_header(fan, r, d);
    for (slong j = 0; ok && j < fan->length; j++)
        ok = read_ray(fan, j, r, d);
    if (ok)
        lyc_evidence_set_gauge(e, e->prec, fan);
    lyc_fan_clear(fan);
    return ok;
}

static void add_fmpz(lyc_text_t out, const fmpz_t n)
{
    if (fmpz_bits(n) < 63)
    {
        lyc_text_printf(out, "%ld ", (long)fmpz_get_si(n));
        return;
    }
    char *s = fmpz_get_str(NULL, 10, n);
    lyc_text_printf(out, "%s ", s);
    flint_free(s);
}

static void write_gauge(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_fan_struct *fan = e->data;
    lyc_text_printf(out, " %s %s %ld %ld %ld\n", acts_words[fan->acts],
                    shape_words[fan->is_projective != 0], (long)fan->length,
                    (long)fan->value_scale, (long)fan->offset_scale);
    for (slong j = 0; j < fan->length; j++)
    {
        add_fmpz(out, fan->x + j);
        add_fmpz(out, fan->y + j);
        lyc_text_printf(out, "%" PRId64, fan->value[j]);
        if (j < lyc_fan_cones(fan))
            lyc_text_printf(out, " %" PRId64 " %" PRId64, fan->lower[j],
                            fan->upper[j]);
        lyc_text_add(out, "\n");
    }
}

static lyc_verdict_t make_acting(lyc_law_t acting, const lyc_law_t law,
                                 lyc_acts_t acts, lyc_diag_t d)
{
    if (acts == LYC_ACTS_TRANSPOSE)
        lyc_law_transpose(acting, law);
    else if (acts == LYC_ACTS_LAW)
        lyc_law_set(acting, law);
    else
        return lyc_evidence_require(lyc_law_inverse(acting, law),
                                    "every atom is invertible", -1, d);
    return LYC_PROVED;
}

/* Theorem bracket.main */
/* The transposed law has the same exponents. For invertible atoms lambda_1 of
 * the inverse law is -lambda_d. */
static lyc_verdict_t establish_gauge(lyc_facts_t facts, const lyc_evidence_t e,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_fan_struct *fan = e->data;
    if (law->dim != 2)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "a fan is for matrices of dimension 2");
    arf_t lower, upper;
    lyc_law_t acting;
    arf_init(lower);
    arf_init(upper);
    lyc_law_init(acting);
    lyc_verdict_t v = make_acting(acting, law, fan->acts, d);
    if (v == LYC_PROVED)
        v = lyc_gauge_bracket(lower, upper, fan, acting, e->prec, limits, d);
    if (v == LYC_PROVED && fan->acts == LYC_ACTS_INVERSE)
    {
        arf_neg(lower, lower);
        arf_neg(upper, upper);
        lyc_facts_exponent_arf(facts, 2, upper, lower);
    }
    else if (v == LYC_PROVED)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
    lyc_law_clear(acting);
    return v;
}

static void clear_gauge(void *data)
{
    if (data == NULL)
        return;
    lyc_fan_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_gauge = {
    "gauge",     read_gauge, write_gauge,     establish_gauge,
    clear_gauge, 0,          LYC_BOXES_FINITE};

void lyc_evidence_set_gauge(lyc_evidence_t e, slong prec, lyc_fan_t fan)
{
    lyc_fan_struct *own = lyc_malloc(sizeof *own);
    lyc_fan_init(own, 0, 1);
    lyc_fan_swap(own, fan);
    lyc_evidence_set_type(e, &lyc_evidence_gauge, prec, own);
}

const lyc_fan_struct *lyc_evidence_fan(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_gauge ? e->data : NULL;
}
