/* Evaluation of expressions to terms: what the finite evaluator does with
 * lists of outcomes is done here with draws. */
#ifndef LYAPCERT_LAW_TERM_EVAL_H
#define LYAPCERT_LAW_TERM_EVAL_H

#include "law/eval.h"
#include "law/term.h"

/* As lyc_draw_struct: of a multiple of I whose size is not known yet, the
 * term is the factor. */
typedef struct
{
    lyc_draw_kind kind;
    lyc_term *term; /* NULL: nothing */
} lyc_value;

/* One scope. Steps that are not random have a draw in steps->value. */
typedef struct
{
    lyc_steps steps;
    lyc_value *value; /* of random steps */
    lyc_term **name;  /* the draw of each definition in this scope, or NULL */
    lyc_eval *eval;
} lyc_scope;

/* Evaluates e, names being draws of this scope; 1 and *out, whose term the
 * caller releases. */
int lyc_scope_eval(lyc_value *out, const lyc_expr *e, lyc_eval *eval);
/* The definitions that e needs, then e. */
int lyc_scope_eval_whole(lyc_value *out, const lyc_program_t p,
                         const lyc_expr *e, lyc_diag_t d);
/* 1 where a continuous law stands in e or in what it needs. */
int lyc_expr_is_continuous(const lyc_program_t p, const lyc_expr *e);
/* The same for gates. */
int lyc_expr_has_gates(const lyc_program_t p, const lyc_expr *e);

/* Operand k of step i; a new reference. */
lyc_value lyc_scope_operand(const lyc_scope *s, long i, long k);
/* What "a scalar", "a 2 x 3 matrix" is said of. */
const char *lyc_value_shape(lyc_shape_text t, const lyc_value *x);
/* A multiple of I becomes a matrix with n rows. */
void lyc_value_resize(lyc_value *x, slong n);
/* A distribution as one draw (or constant); a new reference. */
lyc_value lyc_value_of_draw(const lyc_draw_t x);

/* *out = what step i, which is random, says of its operands. */
typedef int lyc_scope_function(lyc_value *out, lyc_scope *s, long i);
lyc_scope_function lyc_scope_add, lyc_scope_mul, lyc_scope_div, lyc_scope_pow,
    lyc_scope_neg, lyc_scope_matrix, lyc_scope_law, lyc_scope_call,
    lyc_scope_gates, lyc_scope_outcomes, lyc_scope_inv, lyc_scope_transpose,
    lyc_scope_diag, lyc_scope_countable, lyc_scope_induced;

#endif
