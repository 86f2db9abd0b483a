/* An equation or an inequality in one parameter, and the values and slopes of
 *     F = left side - right side
 * over parts of the parameter's range. */
#ifndef LYC_CERTIFY_EQUATION_H
#define LYC_CERTIFY_EQUATION_H

#include "lyapcert/dual.h"
#include "lyapcert/law.h"

typedef struct
{
    lyc_program_t program; /* definitions, one parameter among them */
    lyc_box_t box;         /* the part of its range that is looked at */
    char *text;
    lyc_source source;
    lyc_tokens_t tokens;
    lyc_expr *relation; /* owns left and right; NULL for an equation */
    lyc_expr *left, *right;
    int op; /* '=', or one of < > l (<=) g (>=) */
    /* Called, unless NULL, for lambda_k of a law over the cell where there is
     * no formula for it; `call` counts the exponents from 0 in the order in
     * which they are worked out. 1, z being indeterminate where nothing is
     * known; 0: the evaluation stops. */
    int (*enclose)(lyc_dual_t z, const lyc_law_t law, slong k, slong call,
                   void *context);
    void *context;
} lyc_equation_struct;
typedef lyc_equation_struct lyc_equation_t[1];

/* definitions: a text of the language. The program must have exactly the
 * parameter that box names, in a range that holds it; text is "LEFT = RIGHT" or
 * an inequality.
 * Sides are numbers made of numerals, pi, the parameter, names of numbers,
 * + - * / ^, abs, log, exp, sqrt, min, max and lambda(LAW, k). 1; or 0 and d:
 * MALFORMED. Clear in either case. */
int lyc_equation_init(lyc_equation_t q, const char *definitions,
                      const char *text, const lyc_box_t box, const char *file,
                      lyc_diag_t d);
void lyc_equation_clear(lyc_equation_t q);

/* F over lower <= parameter <= upper, a part of the box; indeterminate where
 * nothing is proved. 1; or 0 and d: MALFORMED where a side has no meaning. */
int lyc_equation_eval(lyc_dual_t z, lyc_equation_t q, const fmpq_t lower,
                      const fmpq_t upper, slong prec, lyc_diag_t d);

/* The two sides of F by themselves. */
int lyc_equation_sides(lyc_dual_t left, lyc_dual_t right, lyc_equation_t q,
                       const fmpq_t lower, const fmpq_t upper, slong prec,
                       lyc_diag_t d);

/* Whether the inequality holds (LYC_TRUE) or fails (LYC_FALSE) for all values
 * from lower to upper. *ok = 0 and d as above. */
lyc_truth_t lyc_relation_holds(int *ok, lyc_equation_t q, const fmpq_t lower,
                               const fmpq_t upper, slong prec, lyc_diag_t d);

/* The sign of F at x: -1 or 1; 0 where it is not decided. *ok = 0 and d as
 * above. */
int lyc_equation_sign(int *ok, lyc_equation_t q, const fmpq_t x, slong prec,
                      lyc_diag_t d);

/* The same by exact numbers, at a rational point, where both sides have them
 * (all exponents in them are of triangular laws): an equality is decided too.
 * LYC_UNKNOWN elsewhere. */
lyc_truth_t lyc_equation_exact_sign(int *sign, lyc_equation_t q,
                                    const fmpq_t at);

/* All atoms are upper, or all are lower triangular, for every value of the
 * parameters. */
int lyc_law_is_triangular(const lyc_law_t law);

/* lambda_k of the law and its slope in the parameter `name`; indeterminate
 * where no formula with slopes applies. */
void lyc_law_get_dual(lyc_dual_t z, const lyc_law_t law, slong k,
                      const char *name, slong prec);

/* The same for a I + c G, G gaussian(d). */
void lyc_gaussian_get_dual(lyc_dual_t z, const lyc_term *t, slong k,
                           const char *name, slong prec);

#endif
