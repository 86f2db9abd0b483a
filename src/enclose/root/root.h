/* Parts of lyc_solve. */
#ifndef LYAPCERT_ENCLOSE_ROOT_ROOT_H
#define LYAPCERT_ENCLOSE_ROOT_ROOT_H

#include "certify/root.h"
#include "lyapcert/solve.h"

/* problem.c: definitions ("forall NAME in [a, b]", and a number where a or b is
 * not rational), the equation's text, and the name, range and box of s. 1; or 0
 * and d: MALFORMED. */
int lyc_problem_split(lyc_text_t definitions, lyc_text_t equation,
                      lyc_solution_t s, const char *problem, lyc_diag_t d);

/* The range becomes one with rational ends inside of it, as good as all of it:
 * for a change of sign that is enough, and laws there have rational numbers. 1;
 * or 0 and d. */
int lyc_problem_make_inner(lyc_text_t definitions, lyc_solution_t s,
                           lyc_diag_t d);

/* What s->lower and s->upper are for the parameter's own name. 1; or 0 and d.
 */
int lyc_problem_show(lyc_solution_t s, const char *definitions, lyc_diag_t d);
/* Whether that is as narrow as asked. */
int lyc_problem_is_narrow(const lyc_solution_t s,
                          const lyc_root_request *request, double tol);

/* cuts.c: cells on which F is monotone or not 0, or on which the inequality
 * holds (LYC_DISPROVED where it fails on a cell, whose ends are then the last
 * two cuts). LYC_PROVED; LYC_UNDECIDED
 * and d with the place where neither was found; or what went wrong. The cuts
 * are flint vectors, *length of them. */
lyc_verdict_t lyc_equation_find_cuts(lyc_cuts *cuts, lyc_equation_t q,
                                     slong prec, const lyc_limits_t limits,
                                     lyc_diag_t d);

/* narrow.c: lower < root < upper, dyadics inside (count->lower, count->upper),
 * with opposite signs of F; as narrow as asked where *is_narrow. prec is what
 * the signs were found with. */
lyc_verdict_t lyc_equation_narrow(arf_t lower, arf_t upper, slong *prec,
                                  int *is_narrow, lyc_equation_t q,
                                  const lyc_root_count *count,
                                  const lyc_root_request *request,
                                  const lyc_limits_t limits, lyc_diag_t d);

/* change.c: 1 when some exponent of the equation has no formula: *lacks. 0 and
 * d where a side has no meaning. */
int lyc_equation_lacks_formula(int *lacks, lyc_equation_t q, lyc_diag_t d);

/* What lyc_solve does then. */
lyc_verdict_t lyc_equation_find_change(lyc_solution_t s, lyc_equation_t q,
                                       const char *definitions,
                                       const char *equation,
                                       const lyc_root_request *request,
                                       const lyc_limits_t limits, lyc_diag_t d);

#endif
