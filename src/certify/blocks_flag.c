#include "certify/blocks.h"

/* Equations N X - X S = 0, entry (r, c) in row r s + c, for X row by row. */
static void put_equations(lyc_surd_mat_t e, slong top,
                          const lyc_surd_mat_struct *m, slong p, slong n,
                          slong q, slong s)
{
    for (slong r = 0; r < n; r++)
        for (slong c = 0; c < s; c++)
        {
            const slong row = top + r * s + c;
            for (slong k = 0; k < n * s; k++)
            {
                fmpq_zero(fmpq_mat_entry(e->a, row, k));
                fmpq_zero(fmpq_mat_entry(e->b, row, k));
            }
            for (slong k = 0; k < n; k++)
                lyc_surd_mat_copy_at(e, row, k * s + c, m, p + r, p + k);
            for (slong k = 0; k < s; k++)
            {
                fmpq *x = fmpq_mat_entry(e->a, row, r * s + k);
                fmpq *y = fmpq_mat_entry(e->b, row, r * s + k);
                fmpq_sub(x, x, fmpq_mat_entry(m->a, q + k, q + c));
                fmpq_sub(y, y, fmpq_mat_entry(m->b, q + k, q + c));
            }
        }
}

slong lyc_blocks_hom(const lyc_surd_mat_struct *m, slong atoms, slong p,
                     slong n, slong q, slong s)
{
    const slong unknowns = n * s;
    lyc_surd_mat_t e;
    /* The echelon form so far above, the equations of one atom below. */
    lyc_surd_mat_init(e, 2 * unknowns, unknowns, m->root);
    slong rank = 0;
    for (slong i = 0; i < atoms && rank < unknowns; i++)
    {
        put_equations(e, unknowns, m + i, p, n, q, s);
        rank = lyc_surd_mat_rref(e, NULL);
    }
    lyc_surd_mat_clear(e);
    return unknowns - rank;
}

static int sign_of_difference(const lyc_logsum_t a, const lyc_logsum_t b)
{
    fmpq_t q;
    lyc_logsum_t s;
    fmpq_init(q);
    lyc_logsum_init(s);
    fmpq_set_si(q, -1, 1);
    lyc_logsum_set(s, a);
    lyc_logsum_addmul(s, q, b);
    const int sign = lyc_logsum_sign(s);
    fmpq_clear(q);
    lyc_logsum_clear(s);
    return sign;
}

int lyc_facts_is_above(const lyc_facts_t f, slong k, const lyc_facts_t g,
                       slong l, int strict)
{
    const arf_struct *low = f->exponent_lower + k - 1;
    const arf_struct *high = g->exponent_upper + l - 1;
    const int order = arf_cmp(low, high);
    if (order > 0 || (order == 0 && !strict))
        return 1;
    if (!f->is_exact[k - 1] || !g->is_exact[l - 1] ||
        arf_cmp(f->exponent_upper + k - 1, g->exponent_lower + l - 1) < 0)
        return 0;
    const int sign = sign_of_difference(f->exact + k - 1, g->exact + l - 1);
    return strict ? sign > 0 : sign >= 0;
}

/* Whether the top exponent of block j is the greatest of those of blocks
 * first … last - 1. Blocks of one segment that are isomorphic share it. */
static int is_greatest(const lyc_blocks_t b, slong j, slong first, slong last,
                       const lyc_surd_mat_struct *m, slong atoms,
                       const lyc_facts_struct *part)
{
    for (slong i = first; i < last; i++)
        if (i != j && !lyc_facts_is_above(part + j, 1, part + i, 1, 0) &&
            (b->block[i].dim != b->block[j].dim ||
             lyc_blocks_hom(m, atoms, lyc_blocks_row(b, i), b->block[i].dim,
                            lyc_blocks_row(b, j), b->block[j].dim) == 0))
            return 0;
    return 1;
}

/* No subspace between the segment's lower and upper end grows at a smaller
 * rate: each simple one is isomorphic to a block of the greatest rate. */
static lyc_verdict_t check_segment(const lyc_blocks_t b, slong first,
                                   slong last, const lyc_surd_mat_struct *m,
                                   slong atoms, const lyc_facts_struct *part,
                                   const lyc_limits_t limits, lyc_diag_t d)
{
    const slong row = lyc_blocks_row(b, first);
    const slong rows = lyc_blocks_row(b, last) - row;
    for (slong j = first; j < last; j++)
    {
        const lyc_verdict_t v = lyc_evidence_in_time(limits, d);
        if (v != LYC_PROVED)
            return v;
        if (!is_greatest(b, j, first, last, m, atoms, part) &&
            lyc_blocks_hom(m, atoms, row, rows, lyc_blocks_row(b, j),
                           b->block[j].dim) > 0)
            return lyc_evidence_fail(
                d, LYC_DISPROVED,
                "block %ld may grow at a smaller rate inside its space of the "
                "flag",
                (long)j + 1);
    }
    return LYC_PROVED;
}

/* Some block of [first, last) is proved to be above all of [from, first). */
static int is_step(slong from, slong first, slong last,
                   const lyc_facts_struct *part)
{
    for (slong j = first; j < last; j++)
    {
        int above = 1;
        for (slong i = from; i < first && above; i++)
            above = lyc_facts_is_above(part + j, 1, part + i, 1, 1);
        if (above)
            return 1;
    }
    return 0;
}

static lyc_verdict_t require_invertible(const lyc_blocks_t b,
                                        const lyc_surd_mat_struct *m,
                                        slong atoms, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    lyc_surd_mat_t t;
    lyc_surd_mat_init(t, 0, 0, b->root);
    for (slong i = 0; i < atoms && v == LYC_PROVED; i++)
    {
        lyc_surd_mat_set(t, m + i);
        v = lyc_evidence_require(
            lyc_surd_mat_rref(t, NULL) == b->dim ? LYC_TRUE : LYC_FALSE,
            "invertible", i, d);
    }
    lyc_surd_mat_clear(t);
    return v;
}

/* Theorem spectrum-and-flag.flag */
lyc_verdict_t lyc_blocks_check_flag(const lyc_blocks_t b,
                                    const lyc_surd_mat_struct *m, slong atoms,
                                    const lyc_facts_struct *part,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    if (!lyc_blocks_has_flag(b))
        return LYC_PROVED;
    for (slong j = 0; j < b->length; j++)
        if (b->block[j].kind == LYC_BLOCK_OPEN || !b->block->begins)
            return lyc_evidence_fail(d, LYC_DISPROVED,
                                     "a flag needs irreducible blocks, the "
                                     "first of which begins a space");
    lyc_verdict_t v = require_invertible(b, m, atoms, d);
    slong before = 0;
    for (slong first = 0; first < b->length && v == LYC_PROVED;)
    {
        slong last = first + 1;
        while (last < b->length && !b->block[last].begins)
            last++;
        v = check_segment(b, first, last, m, atoms, part, limits, d);
        if (v == LYC_PROVED && first > 0 && !is_step(before, first, last, part))
            v = lyc_evidence_fail(d, LYC_DISPROVED,
                                  "the rates of the flag are not proved to "
                                  "rise");
        before = first;
        first = last;
    }
    return v;
}
