/* Certified roots of equations in one parameter. */
#ifndef LYAPCERT_SOLVE_H
#define LYAPCERT_SOLVE_H

#include "lyapcert/certificate.h"

typedef struct
{
    double tol;     /* width asked of the enclosure, > 0 */
    slong digits;   /* if > 0: significant digits instead */
    int is_default; /* nobody asked for tol: LYC_CHANGE_TOL instead where
                       exponents have no formula */
} lyc_root_request;

#define LYC_CHANGE_TOL 1e-4

typedef struct
{
    slong roots; /* in the whole range; -1: not decided */
    lyc_box_t box;
    char *name, *range; /* of the parameter, as they are written */
    arf_t lower, upper; /* of the root, where there is one: of the box's
                           parameter, which where an end of the range is not
                           rational runs from 0 to 1 in its place */
    arf_t shown_lower, shown_upper; /* of the parameter itself */
    int is_change; /* the sides change places between lower and upper, and
                      the number of roots is not known */
    int is_zero;   /* then: at least one root is proved to lie there */
    slong cells;   /* or points that were looked at */
    double seconds;
    lyc_certificate_t certificate; /* empty where nothing is proved */
} lyc_solution_struct;
typedef lyc_solution_struct lyc_solution_t[1];

void lyc_solution_init(lyc_solution_t s);
void lyc_solution_clear(lyc_solution_t s);

/* Solves problem "NAME in [a, b]: LEFT = RIGHT".
 * PROVED: there is exactly one root in [a, b], and it is enclosed as asked.
 * DISPROVED: there is none. UNDECIDED: neither is proved, d says why (several
 * roots; a root that is none of a change of sign; a limit; an enclosure wider
 * than asked). Where exponents in it have no formula with slopes, laws are
 * enclosed at single points: PROVED is then a change of sign, enclosed as
 * asked, between continuous sides, so that there is a root, perhaps not the
 * only one; UNDECIDED without continuity. MALFORMED, FAILURE: d. What is proved
 * has a certificate, which was read back and checked. */
lyc_verdict_t lyc_solve(lyc_solution_t s, const char *problem,
                        const lyc_root_request *request,
                        const lyc_limits_t limits, lyc_diag_t d);

/* ---- critical scales ---- */

typedef struct
{
    int reading;        /* 1: R1, 2: R2 of chapter residual */
    arf_t lower, upper; /* it holds for e A for every e in (0, lower], and fails
                           for e = upper; upper is inf where no such e was
                           found */
    arf_t start;        /* up to here by the norm of A alone */
    slong boxes;
    double seconds;
    lyc_certificate_t certificate; /* empty where upper is inf */
} lyc_scale_struct;
typedef lyc_scale_struct lyc_scale_t[1];

void lyc_scale_init(lyc_scale_t s);
void lyc_scale_clear(lyc_scale_t s);

/* The critical scale of a finite law without parameters: the supremum of the
 * e such that the reading holds on (0, e]. PROVED: upper - lower as narrow as
 * asked. UNDECIDED: d says why; what s holds is true. MALFORMED: the law has
 * no atoms or has parameters. FAILURE: d. */
lyc_verdict_t lyc_scale_solve(lyc_scale_t s, const lyc_law_t law, int reading,
                              const lyc_root_request *request,
                              const lyc_limits_t limits, lyc_diag_t d);

/* ---- inequalities ---- */

typedef struct
{
    lyc_truth_t truth;
    lyc_box_t where; /* LYC_FALSE: it fails for every value in this part */
    slong cells;
    int is_left, is_right; /* hulls of both sides, where they are finite */
    arf_t left_lower, left_upper, right_lower, right_upper;
    lyc_certificate_t certificate; /* that it holds; LYC_FALSE: that its
                                      negation holds there */
} lyc_relation_struct;
typedef lyc_relation_struct lyc_relation_t[1];

void lyc_relation_init(lyc_relation_t r);
void lyc_relation_clear(lyc_relation_t r);

/* Decides an inequality "LEFT <= RIGHT" (or < > >=) for all values in a box of
 * one parameter; LYC_UNKNOWN with the reason in d also where a side is none
 * that has slopes. definitions: a text with this parameter. 1; or 0 and d on
 * FAILURE. */
int lyc_relation_decide(lyc_relation_t r, const char *definitions,
                        const char *text, const lyc_box_t box,
                        const lyc_limits_t limits, lyc_diag_t d);

#endif
