/* A basis in which all atoms of a law are block triangular, what is known of
 * the diagonal blocks, and evidence about each of them.
 *
 * The columns of the basis are exact: a + b sqrt(root) with rational a, b;
 * root = 1: rational. Block j stands for the quotient of the invariant
 * subspace spanned by the columns of blocks 0 … j by that of blocks
 * 0 … j - 1. (Mathematics: chapter spectrum-and-flag.) */
#ifndef LYAPCERT_BLOCKS_H
#define LYAPCERT_BLOCKS_H

#include "lyapcert/evidence.h"

/* What is said of a block. All but `open`: no real subspace of it is
 * invariant, and the real matrices that commute with it are R, C or H. */
typedef enum
{
    LYC_BLOCK_OPEN,
    LYC_BLOCK_REAL,
    LYC_BLOCK_COMPLEX,   /* exponents come in equal pairs */
    LYC_BLOCK_QUATERNION /* exponents come in equal fours */
} lyc_block_kind;

typedef struct
{
    slong length;
    slong *letter; /* atoms of the law; product letter[length-1] … letter[0] */
} lyc_word;

typedef struct
{
    slong dim;
    lyc_block_kind kind;
    /* dim x dim, rational; J^2 = -c I, c > 0, commuting with the block's
     * atoms; one for complex, two that anticommute for quaternion. */
    fmpq_mat_struct commuting[2];
    /* Words whose products are linearly independent over R: dim^2, dim^2/2 or
     * dim^2/4 for real, complex, quaternion; none for open. */
    slong words;
    lyc_word *word;
    slong evidences; /* about the block's law */
    lyc_evidence_struct *evidence;
    /* 1 for the first block and for each block with which the next space of
     * the flag of Furstenberg and Kifer is left; all 0: no flag is stated. */
    int begins;
} lyc_block;

typedef struct
{
    slong dim;
    fmpz_t root;
    fmpq_mat_t a, b; /* dim x dim */
    slong length;
    lyc_block *block; /* dimensions add up to dim */
} lyc_blocks_struct;
typedef lyc_blocks_struct lyc_blocks_t[1];

#define LYC_BLOCKS_MAX_DIM 64

/* One open block, the unit basis. */
void lyc_blocks_init(lyc_blocks_t b, slong dim);
void lyc_blocks_clear(lyc_blocks_t b);
void lyc_blocks_swap(lyc_blocks_t a, lyc_blocks_t b);
/* Replaces the blocks by `length` open ones of these dimensions. */
void lyc_blocks_cut(lyc_blocks_t b, const slong *dim, slong length);
/* How many words prove that a block is of this kind. */
slong lyc_block_words(lyc_block_kind kind, slong dim);
/* Appends a word to a block. */
void lyc_block_add_word(lyc_block *block, const slong *letter, slong length);
/* Takes the contents of e. */
void lyc_block_add_evidence(lyc_block *block, lyc_evidence_t e);

/* Bound by bound: the exponents are those of the blocks together, and blocks
 * that are complex have theirs in pairs. Theorems setting.blocks,
 * spectrum-and-flag.double. Takes the contents of b. */
void lyc_evidence_set_blocks(lyc_evidence_t e, slong prec, lyc_blocks_t b);
/* The blocks of such evidence, NULL for other kinds. */
const lyc_blocks_struct *lyc_evidence_blocks(const lyc_evidence_t e);
/* The same, taken out of e, which is left empty; the caller clears and frees
 * them. */
lyc_blocks_struct *lyc_evidence_take_blocks(lyc_evidence_t e);

/* "flag 1:real | 2:real basis [1,0,0;…]": what the evidence proves besides
 * bounds; the text of the conclusion BLOCKS. */
void lyc_blocks_get_text(lyc_text_t out, const lyc_blocks_t b);

/* The laws of the diagonal blocks, law[0] … law[b->length - 1], initialised by
 * the caller. DISPROVED where the atoms are not block triangular in the basis,
 * or it is no basis; UNDECIDED for irrational atoms. */
lyc_verdict_t lyc_blocks_laws(lyc_law_struct *law, const lyc_blocks_t b,
                              const lyc_law_t of, const lyc_limits_t limits,
                              lyc_diag_t d);

#endif
