#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "certify/box.h"
#include "certify/kinds.h"

static const char *const acts_words[] = {"law", "transpose", NULL};
static const char *const shape_words[] = {"orthant", "projective", "planes",
                                          NULL};
enum
{
    PLANES = 2
};

/* Every cell takes at least this many bytes of a file: ".", "1 0 0 0\n". */
#define CELL_BYTES 9

static int read_header(lyc_boxes_t b, lyc_reader_t r, lyc_diag_t d)
{
    int acts, shape;
    slong power, dim, cells;
    if (!lyc_reader_slong(&power, r, 1, LYC_BOXES_MAX_DIM, d) ||
        !lyc_reader_choice(&acts, r, acts_words, d) ||
        !lyc_reader_choice(&shape, r, shape_words, d))
        return 0;
    const slong least = shape == PLANES ? LYC_BOXES_PLANES_DIM : 2;
    const slong most =
        shape == PLANES ? LYC_BOXES_PLANES_DIM : LYC_BOXES_MAX_DIM;
    if (!lyc_reader_slong(&dim, r, least, most, d) ||
        !lyc_reader_slong(&cells, r, dim, LYC_BOXES_MAX_CELLS, d))
        return 0;
    if ((size_t)cells > lyc_reader_left(r) / CELL_BYTES)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more cells than the file has room for");
    lyc_boxes_clear(b);
    lyc_boxes_init(b, dim, cells);
    b->power = power;
    b->acts = acts == 0 ? LYC_ACTS_LAW : LYC_ACTS_TRANSPOSE;
    b->is_projective = shape != 0;
    return lyc_reader_int64(&b->lower_goal, r, d) &&
           lyc_reader_int64(&b->upper_goal, r, d) && lyc_reader_end(r, d);
}

/* One line for the tree of each face. */
static int read_trees(lyc_boxes_t b, lyc_reader_t r, lyc_diag_t d)
{
    size_t at = 0;
    const size_t most = (size_t)(2 * b->cells);
    for (slong face = 0; face < b->dim; face++)
    {
        const char *word = lyc_reader_line(r, d) ? lyc_reader_word(r, d) : NULL;
        if (word == NULL)
            return 0;
        const size_t n = strlen(word);
        if (strspn(word, ".0123") != n || n > most - at)
            return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                                "expected the tree of a face");
        memcpy(b->tree + at, word, n);
        at += n;
        if (!lyc_reader_end(r, d))
            return 0;
    }
    b->tree[at] = '\0';
    return 1;
}

static int read_cell(lyc_boxes_t b, slong l, lyc_reader_t r, lyc_diag_t d)
{
    if (!lyc_reader_line(r, d))
        return 0;
    for (slong c = 0; c < b->dim; c++)
    {
        slong v;
        if (!lyc_reader_slong(&v, r, -INT32_MAX, INT32_MAX, d))
            return 0;
        b->form[l * b->dim + c] = (int32_t)v;
    }
    return lyc_reader_int64(b->lower + l, r, d) &&
           lyc_reader_int64(b->upper + l, r, d) && lyc_reader_end(r, d);
}

int lyc_boxes_read(lyc_boxes_t b, lyc_reader_t r, lyc_diag_t d)
{
    int ok = read_header(b, r, d) && read_trees(b, r, d);
    for (slong l = 0; ok && l < b->cells; l++)
        ok = read_cell(b, l, r, d);
    return ok;
}

static int read_boxes(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_boxes_t b;
    lyc_boxes_init(b, 2, 0);
    const int ok = lyc_boxes_read(b, r, d);
    if (ok)
        lyc_evidence_set_boxes(e, e->prec, b);
    lyc_boxes_clear(b);
    return ok;
}

/* The end of the tree that begins at *text. */
static const char *after_tree(const char *text)
{
    for (slong open = 1; open > 0 && *text != '\0'; text++)
        open += *text == '.' ? -1 : 1;
    return text;
}

static int shape_of(const lyc_boxes_t b)
{
    return b->dim == LYC_BOXES_PLANES_DIM ? PLANES : b->is_projective != 0;
}

void lyc_boxes_write(lyc_text_t out, const lyc_boxes_t b)
{
    lyc_text_printf(out, " %ld %s %s %ld %ld %" PRId64 " %" PRId64 "\n",
                    (long)b->power, acts_words[b->acts != LYC_ACTS_LAW],
                    shape_words[shape_of(b)], (long)b->dim, (long)b->cells,
                    b->lower_goal, b->upper_goal);
    for (const char *tree = b->tree; *tree != '\0';)
    {
        const char *end = after_tree(tree);
        lyc_text_add_n(out, tree, (size_t)(end - tree));
        lyc_text_add(out, "\n");
        tree = end;
    }
    for (slong l = 0; l < b->cells; l++)
    {
        for (slong c = 0; c < b->dim; c++)
            lyc_text_printf(out, "%ld ", (long)b->form[l * b->dim + c]);
        lyc_text_printf(out, "%" PRId64 " %" PRId64 "\n", b->lower[l],
                        b->upper[l]);
    }
}

static void write_boxes(lyc_text_t out, const lyc_evidence_t e)
{
    lyc_boxes_write(out, e->data);
}

/* The law whose lambda_1 is bounded: Lambda^power A acts like this. */
static lyc_verdict_t make_acting(lyc_law_t acting, const lyc_law_t law,
                                 const lyc_boxes_t b, lyc_diag_t d)
{
    const int is_planes = b->dim == LYC_BOXES_PLANES_DIM;
    if (law->dim != (is_planes ? 4 : b->dim))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the fan is for another dimension");
    if (is_planes ? b->power != 2 : b->power != 1 && b->power != law->dim - 1)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the fan is for another exterior power");
    if (is_planes)
        lyc_law_planes(acting, law);
    else if (b->power == 1)
        lyc_law_set(acting, law);
    else if (lyc_law_cofactors(acting, law) != LYC_TRUE)
        return lyc_evidence_fail(d, LYC_UNDECIDED,
                                 "the cofactors are not known");
    if (b->acts == LYC_ACTS_TRANSPOSE)
    {
        lyc_law_t t;
        lyc_law_init(t);
        lyc_law_transpose(t, acting);
        lyc_law_set(acting, t);
        lyc_law_clear(t);
    }
    return LYC_PROVED;
}

/* The orthant is mapped into itself when no entry is negative. */
static lyc_verdict_t require_invariant(const lyc_boxes_t b,
                                       const lyc_law_t acting, lyc_diag_t d)
{
    for (slong i = 0; i < acting->length && !b->is_projective; i++)
        for (slong k = 0; k < acting->dim * acting->dim; k++)
        {
            int sign = 0;
            const lyc_truth_t known =
                lyc_number_sign(&sign, acting->atom[i].entry + k);
            const lyc_truth_t t = known != LYC_TRUE ? LYC_UNKNOWN
                                  : sign >= 0       ? LYC_TRUE
                                                    : LYC_FALSE;
            const lyc_verdict_t v =
                lyc_evidence_require(t, "no entry is negative", i, d);
            if (v != LYC_PROVED)
                return v;
        }
    return LYC_PROVED;
}

/* Theorem spectrum.power */
/* Theorem spectrum.planes */
/* lambda_1 of the law of Lambda^k A is lambda_1 + … + lambda_k of the law of
 * A; transposed laws have the same exponents. */
static lyc_verdict_t establish_boxes(lyc_facts_t facts, const lyc_evidence_t e,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_boxes_struct *b = e->data;
    arf_t lower, upper;
    lyc_law_t acting;
    arf_init(lower);
    arf_init(upper);
    lyc_law_init(acting);
    lyc_verdict_t v = make_acting(acting, law, b, d);
    if (v == LYC_PROVED)
        v = require_invariant(b, acting, d);
    if (v == LYC_PROVED)
        v = lyc_box_bracket(lower, upper, b, acting, e->prec, limits, d);
    if (v == LYC_PROVED && b->power == 1)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    else if (v == LYC_PROVED)
        lyc_facts_sum_arf(facts, b->power, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
    lyc_law_clear(acting);
    return v;
}

static void clear_boxes(void *data)
{
    if (data == NULL)
        return;
    lyc_boxes_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_boxes = {
    "boxes",     read_boxes, write_boxes,     establish_boxes,
    clear_boxes, 0,          LYC_BOXES_FINITE};

void lyc_evidence_set_boxes(lyc_evidence_t e, slong prec, lyc_boxes_t boxes)
{
    lyc_boxes_struct *own = lyc_malloc(sizeof *own);
    lyc_boxes_init(own, 2, 0);
    lyc_boxes_swap(own, boxes);
    lyc_evidence_set_type(e, &lyc_evidence_boxes, prec, own);
}

const lyc_boxes_struct *lyc_evidence_boxes_of(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_boxes ? e->data : NULL;
}
