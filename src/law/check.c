#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "law/eval.h"

static int record(lyc_eval *eval, lyc_verdict_t status, const lyc_expr *e,
                  const char *format, va_list arguments)
{
    char message[400];

    vsnprintf(message, sizeof message, format, arguments);
    return lyc_diag_set(eval->diag, status, e->place, "%s", message);
}

int lyc_eval_fail(lyc_eval *eval, const lyc_expr *e, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(eval, LYC_MALFORMED, e, format, arguments);
    va_end(arguments);
    return 0;
}

int lyc_eval_limit(lyc_eval *eval, const lyc_expr *e, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(eval, LYC_UNDECIDED, e, format, arguments);
    va_end(arguments);
    return 0;
}

const char *lyc_draw_shape(lyc_shape_text t, const lyc_draw_t x)
{
    if (x->kind == LYC_DRAW_SCALAR)
        return strcpy(t, "a scalar");
    if (x->kind == LYC_DRAW_IDENTITY)
        return strcpy(t, "a multiple of I");
    snprintf(t, sizeof(lyc_shape_text),
             "a " WORD_FMT "d x " WORD_FMT "d matrix", x->rows, x->columns);
    return t;
}

int lyc_eval_reserve(lyc_eval *eval, const lyc_expr *e, double length,
                     slong rows, slong columns, double cost)
{
    if (rows > LYC_EVAL_MAX_ROWS || columns > LYC_EVAL_MAX_ROWS)
        return lyc_eval_limit(eval, e,
                              "a " WORD_FMT "d x " WORD_FMT
                              "d matrix, this version takes at most %d rows "
                              "and columns",
                              rows, columns, LYC_EVAL_MAX_ROWS);
    if (length > LYC_LAW_MAX_ATOMS)
        return lyc_eval_limit(eval, e, "%.0f outcomes, more than the limit %d",
                              length, LYC_LAW_MAX_ATOMS);
    if (length * (double)(rows * columns) > LYC_EVAL_MAX_ENTRIES)
        return lyc_eval_limit(eval, e,
                              "%.0f outcomes of " WORD_FMT "d x " WORD_FMT
                              "d entries, more than the limit of %.0f entries",
                              length, rows, columns, LYC_EVAL_MAX_ENTRIES);
    eval->work += length * cost;
    if (eval->work > LYC_EVAL_MAX_WORK)
        return lyc_eval_limit(eval, e,
                              "the evaluation takes more than %.0f operations",
                              LYC_EVAL_MAX_WORK);
    return 1;
}

int lyc_eval_check_sizes(lyc_eval *eval, const lyc_expr *e, const lyc_draw_t x)
{
    slong i;

    for (i = 0; i < x->length; i++)
    {
        double sum, largest = lyc_matrix_size(&sum, x->atom + i);

        eval->work += sum;
        if (largest > LYC_EVAL_MAX_SIZE)
            return lyc_eval_limit(eval, e, "a number grows beyond %.0f words",
                                  LYC_EVAL_MAX_SIZE);
    }
    return lyc_eval_reserve(eval, e, 0, 1, 1, 0);
}

int lyc_eval_want_scalar(lyc_eval *eval, const lyc_expr *e, const lyc_draw_t x)
{
    lyc_shape_text shape;

    if (x->kind == LYC_DRAW_SCALAR)
        return 1;
    return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                        "expected a scalar, found %s",
                        lyc_draw_shape(shape, x));
}

int lyc_eval_want_integer(slong *n, lyc_eval *eval, const lyc_step *step,
                          const lyc_draw_t x, const char *what)
{
    lyc_place place = lyc_expr_start(step->e);
    fmpq_t q;
    int ok;

    if (!lyc_eval_want_scalar(eval, step->e, x))
        return 0;
    if (step->is_random)
        return lyc_diag_set(eval->diag, LYC_MALFORMED, place,
                            "%s is random, expected an integer", what);
    fmpq_init(q);
    if (lyc_number_is_rational(x->atom->entry))
        lyc_number_get_fmpq(q, x->atom->entry);
    else
        fmpq_set_si(q, 1, 2);
    ok = fmpz_is_one(fmpq_denref(q)) &&
         fmpz_cmp_si(fmpq_numref(q), 1000000) <= 0 &&
         fmpz_cmp_si(fmpq_numref(q), -1000000) >= 0;
    if (ok)
        *n = fmpz_get_si(fmpq_numref(q));
    fmpq_clear(q);
    if (ok)
        return 1;
    return lyc_diag_set(eval->diag, LYC_MALFORMED, place,
                        "%s is not an integer of modulus at most 1000000",
                        what);
}
