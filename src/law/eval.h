/* Evaluation of expressions: steps in the order of a stack machine, without
 * recursion along operators. */
#ifndef LYAPCERT_LAW_EVAL_H
#define LYAPCERT_LAW_EVAL_H

#include "law/draw.h"
#include "lyapcert/term.h"

/* What one evaluation may take; more ends in UNDECIDED. */
#define LYC_EVAL_MAX_ROWS 64     /* rows or columns of any matrix */
#define LYC_EVAL_MAX_ENTRIES 1e7 /* of all outcomes of one expression */
#define LYC_EVAL_MAX_SIZE 1e5    /* lyc_number_size of one number */
#define LYC_EVAL_MAX_WORK 3e8    /* operations and sizes of all results */

typedef struct
{
    const lyc_program_struct *program;
    lyc_draw_struct *definition; /* values, length 0 where not needed */
    lyc_term **term; /* of definitions that are not finite; else NULL */
    char *is_scalar; /* of those: a scalar, not a matrix */
    char *has_gates; /* of all */
    double work;
    lyc_diag_struct *diag;
} lyc_eval;

typedef struct
{
    const lyc_expr *e;
    long first, length; /* operands: positions in lyc_steps.operand */
    long definition;    /* index of a defined name, else -1 */
    int is_random;      /* a law stands in it */
    int is_joint;       /* a name enumerated jointly stands in it */
} lyc_step;

/* One scope: an expression without what stands inside fresh(…). */
typedef struct
{
    lyc_step *step; /* operands before what uses them */
    long length, capacity;
    long *operand; /* steps; -1: a weight left out */
    long operands, operand_capacity;
    lyc_draw_struct *value; /* of each step */
} lyc_steps;

/* ---- steps.c ---- */
/* 1, or 0 and eval->diag (a name is not known). */
int lyc_steps_compile(lyc_steps *s, const lyc_expr *e, lyc_eval *eval);
void lyc_steps_clear(lyc_steps *s);
/* Operand k of step i: its value, its step. NULL: a weight left out. */
lyc_draw_struct *lyc_steps_operand(const lyc_steps *s, long i, long k);
const lyc_step *lyc_steps_operand_step(const lyc_steps *s, long i, long k);

/* ---- joint.c: names that occur twice are one draw ---- */
int lyc_eval_steps(lyc_draw_t out, lyc_steps *s, lyc_eval *eval);

/* ---- scope.c ---- */
/* out = the distribution of e, names being draws of this scope. */
int lyc_eval_scope(lyc_draw_t out, const lyc_expr *e, lyc_eval *eval);
/* Evaluates the definitions that e needs, then e. */
int lyc_eval_whole(lyc_draw_t out, const lyc_program_t p, const lyc_expr *e,
                   lyc_diag_t d);
/* Evaluates definition i into eval->definition. */
int lyc_eval_define(lyc_eval *eval, long i);
/* ---- parameter.c ---- */
/* The range of definition i, a parameter. 1; or 0 and d. */
int lyc_parameter_range(fmpq_t lower, fmpq_t upper, const lyc_program_t p,
                        long i, lyc_diag_t d);
/* 1 when a law stands in e. */
int lyc_eval_is_random(const lyc_expr *e, lyc_eval *eval);

/* ---- step_*.c: out = what step i says of its operands ---- */
typedef int lyc_step_function(lyc_draw_t out, const lyc_steps *s, long i,
                              lyc_eval *eval);
lyc_step_function lyc_step_number, lyc_step_name, lyc_step_matrix, lyc_step_law,
    lyc_step_neg, lyc_step_add, lyc_step_mul, lyc_step_div, lyc_step_pow,
    lyc_step_diag, lyc_step_gates, lyc_step_inv, lyc_step_transpose,
    lyc_step_scalar, lyc_step_extreme, lyc_step_mean_draws, lyc_step_fresh,
    lyc_step_call;
/* 1 where a call has a known name and as many arguments as it takes; else 0
 * and eval->diag. */
int lyc_step_check_call(const lyc_expr *e, lyc_eval *eval);
/* gaussian, normal, uniform, cauchy, gamma. */
int lyc_call_is_continuous(const lyc_expr *call);
/* Size and probability of gates; *inside: the latter is neither 0 nor 1. */
int lyc_step_gates_arguments(slong *m, int *inside, const lyc_steps *s, long i,
                             lyc_eval *eval);
/* The weights of {w: x, …} are positive and sum to 1. */
int lyc_step_check_weights(const lyc_steps *s, long i, lyc_eval *eval);
/* The function of an expression that is no call. */
lyc_step_function *lyc_step_of(const lyc_expr *e);

/* ---- check.c ---- */
/* MALFORMED at e (its operator, or its start). */
int lyc_eval_fail(lyc_eval *eval, const lyc_expr *e, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* UNDECIDED. */
int lyc_eval_limit(lyc_eval *eval, const lyc_expr *e, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* "a scalar", "a multiple of I", "a 2 x 3 matrix". */
typedef char lyc_shape_text[80];
const char *lyc_draw_shape(lyc_shape_text t, const lyc_draw_t x);
/* Before `length` outcomes of one shape are made, `cost` operations each. */
int lyc_eval_reserve(lyc_eval *eval, const lyc_expr *e, double length,
                     slong rows, slong columns, double cost);
/* After they are made: numbers must not grow without bound. */
int lyc_eval_check_sizes(lyc_eval *eval, const lyc_expr *e, const lyc_draw_t x);
/* The operand must be a scalar. */
int lyc_eval_want_scalar(lyc_eval *eval, const lyc_expr *e, const lyc_draw_t x);
/* The operand must be one integer, not random, of modulus at most 10^6. */
int lyc_eval_want_integer(slong *n, lyc_eval *eval, const lyc_step *step,
                          const lyc_draw_t x, const char *what);

#endif
