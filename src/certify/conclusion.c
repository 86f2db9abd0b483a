#include "certify/conclusion.h"

#include <string.h>

#include "lyapcert/dyadic.h"

static const char *const kind_words[] = {
    "BOUNDS", "EXACT",  "MINUSINF", "ROOT",   "NOROOT", "HOLDS",
    "DEPTH",  "BLOCKS", "SCALE",    "CHANGE", "ZERO",   NULL};
static const char *const reading_words[] = {"R1", "R2", NULL};
static const char *const what_words[] = {"exponent", "sum", NULL};
static const char *const depth_words[] = {"vector", "norm", "above", "below",
                                          NULL};

void lyc_conclusion_init(lyc_conclusion *q)
{
    q->kind = LYC_CONCLUDE_EXPONENT;
    q->k = 0;
    arf_init(q->lower);
    arf_init(q->upper);
    lyc_logsum_init(q->exact);
    q->equation = NULL;
    q->depth = 0;
    q->what = LYC_DEPTH_VECTOR;
    q->box = -1;
}

void lyc_conclusion_clear(lyc_conclusion *q)
{
    arf_clear(q->lower);
    arf_clear(q->upper);
    lyc_logsum_clear(q->exact);
    free(q->equation);
}

static int has_equation_and_ends(lyc_conclusion_kind kind)
{
    return kind == LYC_CONCLUDE_ROOT || kind == LYC_CONCLUDE_CHANGE ||
           kind == LYC_CONCLUDE_ZERO;
}

void lyc_conclusion_get_text(lyc_text_t t, const lyc_conclusion *q)
{
    if (q->kind == LYC_CONCLUDE_MINUSINF)
    {
        lyc_text_printf(t, "MINUSINF %ld", (long)q->k);
        return;
    }
    if (q->kind == LYC_CONCLUDE_NOROOT || q->kind == LYC_CONCLUDE_HOLDS ||
        q->kind == LYC_CONCLUDE_BLOCKS)
    {
        lyc_text_printf(t, "%s %s",
                        q->kind == LYC_CONCLUDE_HOLDS    ? "HOLDS"
                        : q->kind == LYC_CONCLUDE_NOROOT ? "NOROOT"
                                                         : "BLOCKS",
                        q->equation);
        return;
    }
    if (has_equation_and_ends(q->kind))
    {
        lyc_text_add(t, q->kind == LYC_CONCLUDE_ROOT     ? "ROOT "
                        : q->kind == LYC_CONCLUDE_CHANGE ? "CHANGE "
                                                         : "ZERO ");
        lyc_dyadic_get_text(t, q->lower);
        lyc_text_add(t, " ");
        lyc_dyadic_get_text(t, q->upper);
        lyc_text_printf(t, " %s", q->equation);
        return;
    }
    if (q->kind == LYC_CONCLUDE_EXACT)
    {
        lyc_text_printf(t, "EXACT %ld ", (long)q->k);
        lyc_logsum_get_text(t, q->exact);
        return;
    }
    if (q->kind == LYC_CONCLUDE_SCALE)
        lyc_text_printf(t, "SCALE %s ", reading_words[q->k == 2]);
    else if (q->kind == LYC_CONCLUDE_DEPTH)
        lyc_text_printf(t, "DEPTH %ld %s ", (long)q->depth,
                        depth_words[q->what]);
    else
        lyc_text_printf(t, "BOUNDS %s %ld ",
                        what_words[q->kind == LYC_CONCLUDE_SUM], (long)q->k);
    lyc_dyadic_get_text(t, q->lower);
    lyc_text_add(t, " ");
    lyc_dyadic_get_text(t, q->upper);
}

static int read_dyadic(arf_t x, lyc_reader_t r, lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL)
        return 0;
    if (lyc_dyadic_set_str(x, w))
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                        "expected a dyadic number m*2^e with odd m");
}

static int read_k(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d)
{
    return lyc_reader_slong(&q->k, r, 1, WORD_MAX, d);
}

static int read_bounds(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d)
{
    int is_sum;
    if (!lyc_reader_choice(&is_sum, r, what_words, d) || !read_k(q, r, d) ||
        !read_dyadic(q->lower, r, d) || !read_dyadic(q->upper, r, d) ||
        !lyc_reader_end(r, d))
        return 0;
    q->kind = is_sum ? LYC_CONCLUDE_SUM : LYC_CONCLUDE_EXPONENT;
    if (arf_is_neg_inf(q->lower) && arf_is_pos_inf(q->upper))
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "these bounds say nothing");
    return 1;
}

static int read_exact(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d)
{
    q->kind = LYC_CONCLUDE_EXACT;
    if (!read_k(q, r, d))
        return 0;
    const char *text = lyc_reader_rest(r, d);
    if (text == NULL)
        return 0;
    if (lyc_logsum_set_str(q->exact, text))
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                        "expected a sum of rational multiples of logarithms");
}

/* What the equation says is found out when it is checked. */
static int read_equation(lyc_conclusion *q, lyc_reader_t r,
                         lyc_conclusion_kind kind, lyc_diag_t d)
{
    q->kind = kind;
    q->k = 1;
    if (has_equation_and_ends(kind) &&
        (!read_dyadic(q->lower, r, d) || !read_dyadic(q->upper, r, d)))
        return 0;
    const char *text = lyc_reader_rest(r, d);
    if (text == NULL)
        return 0;
    q->equation = lyc_strdup(text);
    return 1;
}

/* A level may be any number, a probability is positive: 0 is none that these
 * proofs end in. */
static int read_depth(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d)
{
    int what;
    q->kind = LYC_CONCLUDE_DEPTH;
    q->k = 1;
    if (!lyc_reader_slong(&q->depth, r, 1, LYC_DEPTH_MAX, d) ||
        !lyc_reader_choice(&what, r, depth_words, d) ||
        !read_dyadic(q->lower, r, d) || !read_dyadic(q->upper, r, d) ||
        !lyc_reader_end(r, d))
        return 0;
    q->what = (lyc_depth_kind)what;
    if (q->what == LYC_DEPTH_VECTOR || q->what == LYC_DEPTH_NORM)
        return 1;
    if (arf_is_finite(q->lower) && arf_is_finite(q->upper) &&
        arf_sgn(q->upper) > 0)
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                        "expected a level and a probability above 0");
}

static int read_scale(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d)
{
    int second;
    if (!lyc_reader_choice(&second, r, reading_words, d) ||
        !read_dyadic(q->lower, r, d) || !read_dyadic(q->upper, r, d) ||
        !lyc_reader_end(r, d))
        return 0;
    q->kind = LYC_CONCLUDE_SCALE;
    q->k = 1 + second;
    return 1;
}

int lyc_conclusion_read(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d)
{
    int kind;
    if (!lyc_reader_choice(&kind, r, kind_words, d))
        return 0;
    if (kind == 0)
        return read_bounds(q, r, d);
    if (kind == 1)
        return read_exact(q, r, d);
    if (kind == 6)
        return read_depth(q, r, d);
    if (kind == 8)
        return read_scale(q, r, d);
    if (kind >= 3)
        return read_equation(q, r,
                             kind == 3   ? LYC_CONCLUDE_ROOT
                             : kind == 4 ? LYC_CONCLUDE_NOROOT
                             : kind == 5 ? LYC_CONCLUDE_HOLDS
                             : kind == 7 ? LYC_CONCLUDE_BLOCKS
                             : kind == 9 ? LYC_CONCLUDE_CHANGE
                                         : LYC_CONCLUDE_ZERO,
                             d);
    q->kind = LYC_CONCLUDE_MINUSINF;
    return read_k(q, r, d) && lyc_reader_end(r, d);
}
