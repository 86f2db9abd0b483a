/* Roots: how many an equation has in a range, from a list of cuts.
 *
 * The cuts c_1 < … < c_n divide the range [a, b] into cells. On each cell F is
 * strictly monotone (0 is not in its slope) or not 0. In a run of neighbouring
 * cells that are monotone the same way there is exactly one root when F has
 * opposite signs at the two ends of the run, and none when it has the same. */
#ifndef LYC_CERTIFY_ROOT_H
#define LYC_CERTIFY_ROOT_H

#include "certify/equation.h"
#include "certify/kinds.h"
#include "lyapcert/certificate.h"

typedef struct
{
    slong length;
    fmpq *cut;
} lyc_cuts;

/* The cuts of root evidence, NULL for other kinds. */
const lyc_cuts *lyc_evidence_cuts(const lyc_evidence_t e);

/* A run in which F is monotone and has a root: between its ends. */
typedef struct
{
    slong roots;         /* in the whole box */
    fmpq_t lower, upper; /* ends of the first run with a root */
    int slope;           /* its direction */
} lyc_root_count;

/* PROVED and *count; DISPROVED with d where the cuts do not prove a number. */
lyc_verdict_t lyc_equation_count_roots(lyc_root_count *count, lyc_equation_t q,
                                       const lyc_cuts *cuts, slong prec,
                                       const lyc_limits_t limits, lyc_diag_t d);

/* PROVED: the inequality holds on every cell. */
lyc_verdict_t lyc_relation_check(lyc_equation_t q, const lyc_cuts *cuts,
                                 slong prec, const lyc_limits_t limits,
                                 lyc_diag_t d);

/* The conclusions and the evidence of one box of c, which are about roots. */
lyc_verdict_t lyc_certificate_check_roots(const lyc_certificate_t c, slong box,
                                          const char *file,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d);

#endif
