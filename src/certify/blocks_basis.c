#include <stdlib.h>

#include "certify/blocks.h"

static void get_basis(lyc_surd_mat_t p, const lyc_blocks_t b)
{
    lyc_surd_mat_init(p, b->dim, b->dim, b->root);
    fmpq_mat_set(p->a, b->a);
    fmpq_mat_set(p->b, b->b);
}

/* Entries left of the block that a row belongs to are 0. */
static int is_block_triangular(const lyc_surd_mat_t m, const lyc_blocks_t b)
{
    slong row = 0;
    for (slong j = 0; j < b->length; j++)
        for (slong end = row + b->block[j].dim, i = row; row < end; row++)
            for (slong k = 0; k < i; k++)
                if (!lyc_surd_mat_is_zero_at(m, row, k))
                    return 0;
    return 1;
}

lyc_verdict_t lyc_blocks_conjugate(lyc_surd_mat_struct *m, const lyc_blocks_t b,
                                   const lyc_law_t law,
                                   const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_surd_mat_t p, inverse, t, a;
    lyc_verdict_t v = LYC_PROVED;
    for (slong n = 0; n < law->length; n++)
        lyc_surd_mat_init(m + n, b->dim, b->dim, b->root);
    if (law->dim != b->dim)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the basis is for another dimension");
    get_basis(p, b);
    lyc_surd_mat_init(inverse, b->dim, b->dim, b->root);
    lyc_surd_mat_init(t, b->dim, b->dim, b->root);
    lyc_surd_mat_init(a, b->dim, b->dim, b->root);
    if (!lyc_surd_mat_inv(inverse, p))
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the columns of the basis are dependent");
    for (slong n = 0; n < law->length && v == LYC_PROVED; n++)
    {
        if (!lyc_matrix_is_rational(law->atom + n))
            v = lyc_evidence_require(LYC_UNKNOWN, "rational", n, d);
        else
        {
            lyc_surd_mat_set_matrix(a, law->atom + n, b->root);
            lyc_surd_mat_mul(t, inverse, a);
            lyc_surd_mat_mul(m + n, t, p);
            v = lyc_evidence_require(is_block_triangular(m + n, b) ? LYC_TRUE
                                                                   : LYC_FALSE,
                                     "block triangular in the basis", n, d);
        }
        if (v == LYC_PROVED)
            v = lyc_evidence_in_time(limits, d);
    }
    lyc_surd_mat_clear(p);
    lyc_surd_mat_clear(inverse);
    lyc_surd_mat_clear(t);
    lyc_surd_mat_clear(a);
    return v;
}

void lyc_blocks_conjugate_clear(lyc_surd_mat_struct *m, const lyc_law_t law)
{
    for (slong n = 0; n < law->length; n++)
        lyc_surd_mat_clear(m + n);
    free(m);
}

void lyc_blocks_cut_laws(lyc_law_struct *law, const lyc_blocks_t b,
                         const lyc_surd_mat_struct *m, const lyc_law_t of)
{
    lyc_surd_mat_t part;
    lyc_matrix_struct *atom =
        lyc_malloc((size_t)of->length * sizeof(lyc_matrix_struct));
    lyc_surd_mat_init(part, 0, 0, b->root);
    slong row = 0;
    for (slong j = 0; j < b->length; j++)
    {
        const slong n = b->block[j].dim;
        for (slong i = 0; i < of->length; i++)
        {
            lyc_surd_mat_set_part(part, m + i, row, row, n, n);
            lyc_matrix_init(atom + i, n, n);
            lyc_surd_mat_get_matrix(atom + i, part);
        }
        lyc_law_with_atoms(law + j, of, atom, n);
        for (slong i = 0; i < of->length; i++)
            lyc_matrix_clear(atom + i);
        row += n;
    }
    lyc_surd_mat_clear(part);
    free(atom);
}

lyc_verdict_t lyc_blocks_laws(lyc_law_struct *law, const lyc_blocks_t b,
                              const lyc_law_t of, const lyc_limits_t limits,
                              lyc_diag_t d)
{
    lyc_surd_mat_struct *m =
        lyc_malloc((size_t)of->length * sizeof(lyc_surd_mat_struct));
    const lyc_verdict_t v = lyc_blocks_conjugate(m, b, of, limits, d);
    if (v == LYC_PROVED)
        lyc_blocks_cut_laws(law, b, m, of);
    lyc_blocks_conjugate_clear(m, of);
    return v;
}
