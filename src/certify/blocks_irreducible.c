#include "certify/blocks.h"

/* Row `at` of rows = the entries of the product of the block's atoms that the
 * word spells. 0 when it uses an atom that is not there. */
static int put_word(lyc_surd_mat_t rows, slong at, const lyc_word *w, slong row,
                    slong n, const lyc_surd_mat_struct *m, slong atoms)
{
    lyc_surd_mat_t x, y, letter;
    int ok = 1;
    lyc_surd_mat_init(x, n, n, rows->root);
    lyc_surd_mat_init(y, n, n, rows->root);
    lyc_surd_mat_init(letter, n, n, rows->root);
    lyc_surd_mat_one(x);
    for (slong i = 0; i < w->length && ok; i++)
    {
        ok = 0 <= w->letter[i] && w->letter[i] < atoms;
        if (!ok)
            break;
        lyc_surd_mat_set_part(letter, m + w->letter[i], row, row, n, n);
        lyc_surd_mat_mul(y, letter, x);
        lyc_surd_mat_swap(x, y);
    }
    for (slong i = 0; i < n * n; i++)
        lyc_surd_mat_copy_at(rows, at, i, x, i / n, i % n);
    lyc_surd_mat_clear(x);
    lyc_surd_mat_clear(y);
    lyc_surd_mat_clear(letter);
    return ok;
}

static lyc_verdict_t check_words(const lyc_block *block, slong row,
                                 const lyc_surd_mat_struct *m, slong atoms,
                                 const lyc_limits_t limits, lyc_diag_t d)
{
    const slong n = block->dim;
    lyc_verdict_t v = LYC_PROVED;
    lyc_surd_mat_t rows;
    lyc_surd_mat_init(rows, block->words, n * n, m->root);
    for (slong i = 0; i < block->words && v == LYC_PROVED; i++)
    {
        if (!put_word(rows, i, block->word + i, row, n, m, atoms))
            v = lyc_evidence_fail(d, LYC_DISPROVED,
                                  "a word uses an atom that is not there");
        else
            v = lyc_evidence_in_time(limits, d);
    }
    if (v == LYC_PROVED && lyc_surd_mat_rref(rows, NULL) != block->words)
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the products of the words are dependent");
    lyc_surd_mat_clear(rows);
    return v;
}

/* J K + K J = -2 c I; *c > 0 when it returns 1, or with J != K, c = 0. */
static int anticommute(const fmpq_mat_t j, const fmpq_mat_t k, int is_square)
{
    const slong n = fmpq_mat_nrows(j);
    fmpq_mat_t s, t;
    fmpq_mat_init(s, n, n);
    fmpq_mat_init(t, n, n);
    fmpq_mat_mul(s, j, k);
    fmpq_mat_mul(t, k, j);
    fmpq_mat_add(s, s, t);
    const int sign = fmpq_sgn(fmpq_mat_entry(s, 0, 0));
    int ok = is_square ? sign < 0 : sign == 0;
    for (slong i = 0; i < n && ok; i++)
        for (slong l = 0; l < n && ok; l++)
            ok = i == l ? fmpq_equal(fmpq_mat_entry(s, i, i),
                                     fmpq_mat_entry(s, 0, 0))
                        : fmpq_is_zero(fmpq_mat_entry(s, i, l));
    fmpq_mat_clear(s);
    fmpq_mat_clear(t);
    return ok;
}

static int commutes(const fmpq_mat_t j, const lyc_surd_mat_struct *m, slong row)
{
    const slong n = fmpq_mat_nrows(j);
    lyc_surd_mat_t a, b, s, t;
    lyc_surd_mat_init(a, n, n, m->root);
    lyc_surd_mat_init(b, n, n, m->root);
    lyc_surd_mat_init(s, n, n, m->root);
    lyc_surd_mat_init(t, n, n, m->root);
    fmpq_mat_set(a->a, j);
    lyc_surd_mat_set_part(b, m, row, row, n, n);
    lyc_surd_mat_mul(s, a, b);
    lyc_surd_mat_mul(t, b, a);
    const int ok = lyc_surd_mat_equal(s, t);
    lyc_surd_mat_clear(a);
    lyc_surd_mat_clear(b);
    lyc_surd_mat_clear(s);
    lyc_surd_mat_clear(t);
    return ok;
}

static lyc_verdict_t check_commuting(const lyc_block *block, slong row,
                                     const lyc_surd_mat_struct *m, slong atoms,
                                     lyc_diag_t d)
{
    const slong n = lyc_block_commuting(block->kind);
    for (slong i = 0; i < n; i++)
    {
        if (!anticommute(block->commuting + i, block->commuting + i, 1))
            return lyc_evidence_fail(d, LYC_DISPROVED,
                                     "J^2 is not -c I with c > 0");
        for (slong k = 0; k < atoms; k++)
            if (!commutes(block->commuting + i, m + k, row))
                return lyc_evidence_fail(d, LYC_DISPROVED,
                                         "J does not commute with the block");
    }
    if (n == 2 && !anticommute(block->commuting + 0, block->commuting + 1, 0))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the two matrices do not anticommute");
    return LYC_PROVED;
}

/* Theorem spectrum-and-flag.irreducible */
lyc_verdict_t lyc_block_check_kind(const lyc_blocks_t b, slong j,
                                   const lyc_surd_mat_struct *m, slong atoms,
                                   const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_block *block = b->block + j;
    const slong row = lyc_blocks_row(b, j);
    if (block->kind == LYC_BLOCK_OPEN)
        return LYC_PROVED;
    if (block->dim > LYC_BLOCK_MAX_PROVED ||
        block->words != lyc_block_words(block->kind, block->dim) ||
        (block->kind == LYC_BLOCK_COMPLEX && block->dim % 2 != 0) ||
        (block->kind == LYC_BLOCK_QUATERNION && block->dim % 4 != 0))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the block cannot be of this kind");
    const lyc_verdict_t v = check_commuting(block, row, m, atoms, d);
    return v == LYC_PROVED ? check_words(block, row, m, atoms, limits, d) : v;
}
