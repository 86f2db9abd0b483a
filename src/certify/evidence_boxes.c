#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "certify/box.h"
#include "certify/kinds.h"

enum
{
    SCALED,
    BASIS
};
static const char *const option_words[] = {"scaled", "basis", NULL};
static const char *const acts_words[] = {"law", "transpose", NULL};
static const char *const shape_words[] = {"orthant", "projective", "planes",
                                          NULL};
enum
{
    PLANES = 2
};

/* Every cell takes at least this many bytes of a file: ".", "1 0 0 0\n". */
#define CELL_BYTES 9

static int read_basis(lyc_boxes_t b, lyc_reader_t r, lyc_diag_t d)
{
    const slong n = b->dim == LYC_BOXES_PLANES_DIM ? 4 : b->dim;
    lyc_matrix_t m;
    lyc_matrix_init(m, n, n);
    const int ok = lyc_evidence_read_matrix(m, r, d);
    if (ok)
        lyc_boxes_set_basis(b, m);
    lyc_matrix_clear(m);
    return ok;
}

static int is_at_end(const lyc_reader_t r)
{
    return r->at == r->text->length + 1;
}

/* What may stand at the end of the header: "scaled", "basis MATRIX", or both.
 */
static int read_options(lyc_boxes_t b, lyc_reader_t r, lyc_diag_t d)
{
    int option;
    if (is_at_end(r))
        return 1;
    if (!lyc_reader_choice(&option, r, option_words, d))
        return 0;
    if (option == SCALED)
    {
        lyc_boxes_add_exponents(b);
        if (is_at_end(r))
            return 1;
        if (!lyc_reader_expect(r, option_words[BASIS], d))
            return 0;
    }
    return read_basis(b, r, d);
}

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
           lyc_reader_int64(&b->upper_goal, r, d) && read_options(b, r, d);
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
    if (b->exponent != NULL)
    {
        slong e;
        if (!lyc_reader_slong(&e, r, -LYC_BOXES_MAX_EXPONENT,
                              LYC_BOXES_MAX_EXPONENT, d))
            return 0;
        b->exponent[l] = (int16_t)e;
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
    lyc_text_printf(out, " %ld %s %s %ld %ld %" PRId64 " %" PRId64,
                    (long)b->power, acts_words[b->acts != LYC_ACTS_LAW],
                    shape_words[shape_of(b)], (long)b->dim, (long)b->cells,
                    b->lower_goal, b->upper_goal);
    if (b->exponent != NULL)
        lyc_text_printf(out, " %s", option_words[SCALED]);
    if (b->basis != NULL)
    {
        lyc_text_printf(out, " %s ", option_words[BASIS]);
        lyc_matrix_get_text(out, b->basis);
    }
    lyc_text_add(out, "\n");
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
        if (b->exponent != NULL)
            lyc_text_printf(out, "%d ", (int)b->exponent[l]);
        lyc_text_printf(out, "%" PRId64 " %" PRId64 "\n", b->lower[l],
                        b->upper[l]);
    }
}

static void write_boxes(lyc_text_t out, const lyc_evidence_t e)
{
    lyc_boxes_write(out, e->data);
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
    lyc_verdict_t v = lyc_evidence_require(lyc_boxes_act(acting, law, b),
                                           "the fan is for the law", -1, d);
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
