#include <stdlib.h>
#include <string.h>

#include "certify/blocks.h"

static const char *const kind_words[] = {"open", "real", "complex",
                                         "quaternion", NULL};
static const char *const flag_words[] = {"goes", "begins", NULL};

#define MAX_EVIDENCES 64

static int malformed(lyc_reader_t r, const char *what, lyc_diag_t d)
{
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r), "%s", what);
}

/* A line "key [..]" of rational entries. */
static int read_rational(fmpq_mat_t m, const char *key, lyc_reader_t r,
                         lyc_diag_t d)
{
    lyc_matrix_t a;
    if (!lyc_reader_line(r, d) || !lyc_reader_expect(r, key, d))
        return 0;
    lyc_matrix_init(a, fmpq_mat_nrows(m), fmpq_mat_ncols(m));
    int ok = lyc_evidence_read_matrix(a, r, d);
    if (ok && !lyc_matrix_is_rational(a))
        ok = malformed(r, "expected rational entries", d);
    for (slong i = 0; ok && i < a->rows * a->columns; i++)
        lyc_number_get_fmpq(fmpq_mat_entry(m, i / a->columns, i % a->columns),
                            a->entry + i);
    lyc_matrix_clear(a);
    return ok;
}

static int read_word(lyc_block *block, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    if (!lyc_reader_line(r, d) || !lyc_reader_expect(r, "word", d) ||
        !lyc_reader_slong(&n, r, 0, WORD_MAX, d))
        return 0;
    if ((size_t)n > r->text->length / 2)
        return malformed(r, "more letters than the line has room for", d);
    slong *letter = lyc_malloc(((size_t)n + 1) * sizeof(slong));
    int ok = 1;
    for (slong i = 0; i < n && ok; i++)
    {
        ok = lyc_reader_slong(letter + i, r, 1, LYC_LAW_MAX_ATOMS, d);
        letter[i]--;
    }
    ok = ok && lyc_reader_end(r, d);
    if (ok)
        lyc_block_add_word(block, letter, n);
    free(letter);
    return ok;
}

static int read_evidence(lyc_block *block, lyc_reader_t r, lyc_diag_t d)
{
    lyc_evidence_t e;
    if (!lyc_reader_line(r, d) || !lyc_reader_expect(r, "evidence", d))
        return 0;
    lyc_evidence_init(e);
    int ok = lyc_evidence_read(e, r, 0, d);
    if (ok)
        lyc_block_add_evidence(block, e);
    lyc_evidence_clear(e);
    return ok;
}

/* "block DIM KIND begins|goes EVIDENCES" and its lines. */
static int read_block(lyc_block *block, slong most, lyc_reader_t r,
                      lyc_diag_t d)
{
    int kind, begins;
    slong dim, evidences;
    if (!lyc_reader_line(r, d) || !lyc_reader_expect(r, "block", d) ||
        !lyc_reader_slong(&dim, r, 1, most, d) ||
        !lyc_reader_choice(&kind, r, kind_words, d) ||
        !lyc_reader_choice(&begins, r, flag_words, d) ||
        !lyc_reader_slong(&evidences, r, 0, MAX_EVIDENCES, d) ||
        !lyc_reader_end(r, d))
        return 0;
    if (kind != LYC_BLOCK_OPEN && dim > LYC_BLOCK_MAX_PROVED)
        return malformed(r, "the block is too large for this", d);
    block->dim = dim;
    block->kind = (lyc_block_kind)kind;
    block->begins = begins;
    for (slong i = 0; i < 2; i++)
    {
        fmpq_mat_clear(block->commuting + i);
        fmpq_mat_init(block->commuting + i, dim, dim);
    }
    int ok = 1;
    for (slong i = 0; ok && i < lyc_block_commuting(block->kind); i++)
        ok = read_rational(block->commuting + i, "commutes", r, d) &&
             lyc_reader_end(r, d);
    for (slong i = 0; ok && i < lyc_block_words(block->kind, dim); i++)
        ok = read_word(block, r, d);
    for (slong i = 0; ok && i < evidences; i++)
        ok = read_evidence(block, r, d);
    return ok;
}

static int read_basis(lyc_blocks_t b, lyc_reader_t r, lyc_diag_t d)
{
    return read_rational(b->a, "basis", r, d) && lyc_reader_end(r, d) &&
           (fmpz_is_one(b->root) ||
            (read_rational(b->b, "basis", r, d) && lyc_reader_end(r, d)));
}

int lyc_blocks_read(lyc_blocks_t b, lyc_reader_t r, lyc_diag_t d)
{
    slong dim, n;
    slong ones[LYC_BLOCKS_MAX_DIM];
    if (!lyc_reader_slong(&dim, r, 1, LYC_BLOCKS_MAX_DIM, d))
        return 0;
    lyc_blocks_clear(b);
    lyc_blocks_init(b, dim);
    if (!lyc_reader_fmpz(b->root, r, d) ||
        !lyc_reader_slong(&n, r, 1, dim, d) || !lyc_reader_end(r, d))
        return 0;
    if (!lyc_surd_is_root(b->root))
        return malformed(r, "the root is of 1 or of no square", d);
    for (slong j = 0; j < n; j++)
        ones[j] = 1;
    lyc_blocks_cut(b, ones, n);
    if (!read_basis(b, r, d))
        return 0;
    slong left = dim;
    for (slong j = 0; j < n; j++)
    {
        /* Each block that is to come takes a row. */
        if (!read_block(b->block + j, left - (n - 1 - j), r, d))
            return 0;
        left -= b->block[j].dim;
    }
    return left == 0 || malformed(r, "the blocks do not fill the space", d);
}

static void add_rational(lyc_text_t out, const fmpq_mat_t m)
{
    for (slong i = 0; i < fmpq_mat_nrows(m); i++)
        for (slong j = 0; j < fmpq_mat_ncols(m); j++)
        {
            char *s = fmpq_get_str(NULL, 10, fmpq_mat_entry(m, i, j));
            lyc_text_add(out, j > 0 ? "," : i > 0 ? ";" : "[");
            lyc_text_add(out, s);
            flint_free(s);
        }
    lyc_text_add(out, "]");
}

static void write_block(lyc_text_t out, const lyc_block *block)
{
    lyc_text_printf(out, "block %ld %s %s %ld\n", (long)block->dim,
                    kind_words[block->kind], flag_words[block->begins != 0],
                    (long)block->evidences);
    for (slong i = 0; i < lyc_block_commuting(block->kind); i++)
    {
        lyc_text_add(out, "commutes ");
        add_rational(out, block->commuting + i);
        lyc_text_add(out, "\n");
    }
    for (slong i = 0; i < block->words; i++)
    {
        const lyc_word *w = block->word + i;
        lyc_text_printf(out, "word %ld", (long)w->length);
        for (slong k = 0; k < w->length; k++)
            lyc_text_printf(out, " %ld", (long)w->letter[k] + 1);
        lyc_text_add(out, "\n");
    }
    for (slong i = 0; i < block->evidences; i++)
    {
        lyc_text_add(out, "evidence ");
        lyc_evidence_write(out, block->evidence + i);
    }
}

void lyc_blocks_write(lyc_text_t out, const lyc_blocks_t b)
{
    lyc_text_printf(out, " %ld ", (long)b->dim);
    char *root = fmpz_get_str(NULL, 10, b->root);
    lyc_text_printf(out, "%s %ld\nbasis ", root, (long)b->length);
    flint_free(root);
    add_rational(out, b->a);
    if (!fmpz_is_one(b->root))
    {
        lyc_text_add(out, "\nbasis ");
        add_rational(out, b->b);
    }
    lyc_text_add(out, "\n");
    for (slong j = 0; j < b->length; j++)
        write_block(out, b->block + j);
}

void lyc_blocks_get_text(lyc_text_t out, const lyc_blocks_t b)
{
    const int has_flag = lyc_blocks_has_flag(b);
    if (has_flag)
        lyc_text_add(out, "flag ");
    for (slong j = 0; j < b->length; j++)
        lyc_text_printf(out, "%s%ld:%s ",
                        j > 0 && b->block[j].begins ? "| " : "",
                        (long)b->block[j].dim, kind_words[b->block[j].kind]);
    lyc_text_add(out, "basis ");
    add_rational(out, b->a);
    if (fmpz_is_one(b->root))
        return;
    char *root = fmpz_get_str(NULL, 10, b->root);
    lyc_text_printf(out, " + sqrt(%s)*", root);
    flint_free(root);
    add_rational(out, b->b);
}
