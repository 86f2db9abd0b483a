/* The steps of checking evidence of blocks. */
#ifndef LYC_CERTIFY_BLOCKS_H
#define LYC_CERTIFY_BLOCKS_H

#include "certify/kinds.h"
#include "law/surd.h"
#include "lyapcert/blocks.h"

/* Blocks larger than this are open. */
#define LYC_BLOCK_MAX_PROVED 8

int lyc_blocks_read(lyc_blocks_t b, lyc_reader_t r, lyc_diag_t d);
void lyc_blocks_write(lyc_text_t out, const lyc_blocks_t b);

/* The first row of block j. */
slong lyc_blocks_row(const lyc_blocks_t b, slong j);
/* J's that a block of this kind has to have. */
slong lyc_block_commuting(lyc_block_kind kind);

/* m[i] = P^-1 A_i P for all atoms, initialised by this call (to be cleared in
 * every case); zero below the blocks where PROVED. */
lyc_verdict_t lyc_blocks_conjugate(lyc_surd_mat_struct *m, const lyc_blocks_t b,
                                   const lyc_law_t law,
                                   const lyc_limits_t limits, lyc_diag_t d);
void lyc_blocks_conjugate_clear(lyc_surd_mat_struct *m, const lyc_law_t law);
/* The laws of the diagonal blocks of the m[i]. */
void lyc_blocks_cut_laws(lyc_law_struct *law, const lyc_blocks_t b,
                         const lyc_surd_mat_struct *m, const lyc_law_t of);

/* Whether block j is what it says. Theorem spectrum-and-flag.irreducible. */
lyc_verdict_t lyc_block_check_kind(const lyc_blocks_t b, slong j,
                                   const lyc_surd_mat_struct *m, slong atoms,
                                   const lyc_limits_t limits, lyc_diag_t d);

/* dim {X: N_i X = X S_i for all i}, N_i the diagonal part of m[i] of n rows
 * from row p, S_i that of s rows from row q. */
slong lyc_blocks_hom(const lyc_surd_mat_struct *m, slong atoms, slong p,
                     slong n, slong q, slong s);

/* Whether the flag that b states is that of Furstenberg and Kifer; part[j] is
 * what is proved of block j. Theorem spectrum-and-flag.flag. */
lyc_verdict_t lyc_blocks_check_flag(const lyc_blocks_t b,
                                    const lyc_surd_mat_struct *m, slong atoms,
                                    const lyc_facts_struct *part,
                                    const lyc_limits_t limits, lyc_diag_t d);
int lyc_blocks_has_flag(const lyc_blocks_t b);

/* Of exponents k and l of two laws: 1 when the first is proved to be greater
 * (strict) or at least as great. */
int lyc_facts_is_above(const lyc_facts_t f, slong k, const lyc_facts_t g,
                       slong l, int strict);

/* Exponents of f are equal in runs of n: all take what is known of any. */
void lyc_facts_tie(lyc_facts_t f, slong n, slong prec);
/* The exponents of f are those of all parts together. */
void lyc_facts_unite(lyc_facts_t f, const lyc_facts_struct *part, slong parts,
                     slong prec);

#endif
