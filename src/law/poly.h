/* Polynomials in one integer variable, with numbers or matrices of one shape
 * as coefficients: what stands in countable(m >= 0, weight, matrix). */
#ifndef LYAPCERT_LAW_POLY_H
#define LYAPCERT_LAW_POLY_H

#include "law/eval.h"

#define LYC_POLY_MAX_LENGTH 33 /* coefficients */

typedef struct
{
    lyc_draw_kind kind;
    slong rows, columns;
    slong length; /* coefficients, >= 1 */
    lyc_matrix_struct *coefficient;
} lyc_poly;

void lyc_poly_init(lyc_poly *p, lyc_draw_kind kind, slong rows, slong columns,
                   slong length); /* zeros */
void lyc_poly_clear(lyc_poly *p);

typedef struct
{
    const char *name; /* of the variable */
    slong first;      /* where it begins; the polynomial is in m - first */
    lyc_eval *eval;
    int depth;
} lyc_poly_scope;

/* 1 and p, or 0 and a message. */
int lyc_poly_eval(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s);
/* The variable stands in e. */
int lyc_poly_stands(const lyc_expr *e, const lyc_poly_scope *s);
/* e, without the variable, as a number. */
int lyc_poly_number(lyc_number_t x, const lyc_expr *e, lyc_poly_scope *s);
/* e = weight ratio^(m - first) for all m. */
int lyc_poly_geometric(lyc_number_t weight, lyc_number_t ratio,
                       const lyc_expr *e, lyc_poly_scope *s);

#endif
