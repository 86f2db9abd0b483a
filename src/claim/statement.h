/* Statements: checking a tree and evaluating it. */
#ifndef LYAPCERT_CLAIM_STATEMENT_H
#define LYAPCERT_CLAIM_STATEMENT_H

#include "claim/value.h"
#include "lyapcert/decide.h"

/* ---- functions of the language of statements ---- */

typedef enum
{
    LYC_CALL_LAMBDA, /* lambda(LAW, k) */
    LYC_CALL_DIM,    /* dim(LAW) */
    LYC_CALL_LOGDET, /* logdet(LAW) = E log|det A| */
    LYC_CALL_NORM,   /* norm(LAW): essential supremum, spectral norm */
    LYC_CALL_DET,    /* det(LAW): of one draw, inside Elog only */
    LYC_CALL_ELOG,   /* Elog(x): E log x, in which a law is one draw */
    LYC_CALL_DRAWS,  /* mean_draws(until_...(LAW)) */
    LYC_CALL_ABS,
    LYC_CALL_LOG,
    LYC_CALL_EXP,
    LYC_CALL_SQRT,
    LYC_CALL_MIN,
    LYC_CALL_MAX
} lyc_call;

/* 1 and *call when e calls a function of statements with a number of
 * arguments that it takes; else 0 and d. */
int lyc_call_get(lyc_call *call, const lyc_expr *e, lyc_diag_t d);
/* 1 when the first argument is a law. */
int lyc_call_takes_law(lyc_call call);

/* ---- evaluation ---- */

/* Value of a prepared expression with what the library knows now. 1; or 0
 * and d (MALFORMED) where it has no value of a number's type. */
int lyc_statement_eval(lyc_value_t v, const lyc_statement_t s,
                       const lyc_library_t lib, const lyc_expr *e, slong prec,
                       lyc_diag_t d);

/* E log of the argument of e over the draws of its leaf's law: -inf where the
 * argument is 0 with positive probability; not defined where it is negative, or
 * its sign is not decided. 1, or 0 and d. */
int lyc_statement_eval_elog(lyc_value_t v, const lyc_statement_t s,
                            const lyc_library_t lib, const lyc_expr *e,
                            slong prec, lyc_diag_t d);

const lyc_leaf *lyc_statement_leaf(const lyc_statement_t s, const lyc_expr *e);

/* Truth of the whole statement; the ranges of both sides go to left and
 * right. */
int lyc_statement_truth(lyc_truth_t *truth, int *is_exact, lyc_interval_t left,
                        lyc_interval_t right, const lyc_statement_t s,
                        const lyc_library_t lib, slong prec, lyc_diag_t d);

#endif
