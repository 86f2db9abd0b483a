/* Residual against plain: the spectra of the laws of A and I + A side by side,
 * and five readings of "the residual spectrum is closer to 0", each decided.
 * Chapter residual. */
#ifndef LYAPCERT_READINGS_H
#define LYAPCERT_READINGS_H

#include "lyapcert/decide.h"

/* With |-inf| = inf, and inf <= inf true:
 *   R1  |lambda_1(I+A)| <= |lambda_1(A)|
 *   R2  |lambda_k(I+A)| <= |lambda_k(A)| for all k
 *   R3  max_k |lambda_k(I+A)| <= max_k |lambda_k(A)|
 *   R4  (lambda_1 - lambda_d)(I+A) <= (lambda_1 - lambda_d)(A)
 *   R5  max_k |lambda_k(I+A)| <= -log(1 - r), r = ess sup ||A|| < 1
 * R4 is read as lambda_1(I+A) + lambda_d(A) <= lambda_1(A) + lambda_d(I+A), so
 * that it holds where lambda_d(A) = -inf; it is VACUOUS where a lambda_1 is
 * known to be -inf. R5 asks that r < 1. */
enum
{
    LYC_READINGS = 5
};

typedef enum
{
    LYC_READING_PROVED,
    LYC_READING_DISPROVED,
    LYC_READING_UNDECIDED,
    LYC_READING_VACUOUS /* the hypothesis is proved not to hold */
} lyc_reading_status;

/* "PROVED", "DISPROVED", "UNDECIDED" or "VACUOUS". */
const char *lyc_reading_word(lyc_reading_status status);
/* "|lambda_1(I+A)| <= |lambda_1(A)|"; i from 0. */
const char *lyc_reading_statement(int i);

/* lower <= right side - left side <= upper, 0 where both are inf; of R2 the
 * least of all k. -inf and inf where nothing is known. No margin where the
 * reading is VACUOUS. */
typedef struct
{
    lyc_reading_status status;
    int is_exact; /* every comparison was decided by exact values */
    int has_margin;
    arf_t lower, upper;
} lyc_reading;

/* Index 0: plain, 1: residual. */
typedef struct lyc_comparison_struct
{
    lyc_law_t law[2];
    lyc_enclosure_t enclosure[2];
    int has_enclosure[2], is_final[2]; /* final: no width can be gained */
    lyc_reading reading[LYC_READINGS];
    /* Called, unless NULL, whenever more is known. */
    void (*watch)(void *context, const struct lyc_comparison_struct *c);
    void *context;
} lyc_comparison_struct;
typedef lyc_comparison_struct lyc_comparison_t[1];

void lyc_comparison_init(lyc_comparison_t c, const lyc_law_t plain);
void lyc_comparison_clear(lyc_comparison_t c);

/* Encloses both spectra with widths from 1e-2 down to effort->tol, by tens,
 * until every reading is decided, then as `asked` says (NULL: nothing is
 * asked). effort->max_seconds holds for the whole call, within limits.
 * PROVED: spectra as asked, and every reading with its hypothesis met is
 * decided. UNDECIDED: otherwise; d says why. FAILURE: as d says. */
lyc_verdict_t lyc_comparison_decide(lyc_comparison_t c,
                                    const lyc_request *asked,
                                    const lyc_effort *effort,
                                    lyc_limits_t limits, lyc_diag_t d);

/* Is ||A|| < 1 for every atom, in the spectral norm? Exact for rational atoms
 * and in dimensions up to 8. */
lyc_truth_t lyc_law_norm_below_one(const lyc_law_t law);

#endif
