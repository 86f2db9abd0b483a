#include <string.h>

#include "claim/statement.h"

typedef struct
{
    const char *name;
    long least, most; /* arguments; most 0: any number */
    const char *usage;
} call_row;

static const call_row table[] = {
    [LYC_CALL_LAMBDA] = {"lambda", 2, 2, "lambda(LAW, k)"},
    [LYC_CALL_DIM] = {"dim", 1, 1, "dim(LAW)"},
    [LYC_CALL_LOGDET] = {"logdet", 1, 1, "logdet(LAW)"},
    [LYC_CALL_NORM] = {"norm", 1, 1, "norm(LAW)"},
    [LYC_CALL_DET] = {"det", 1, 1, "det(LAW)"},
    [LYC_CALL_ELOG] = {"Elog", 1, 1, "Elog(x)"},
    [LYC_CALL_DRAWS] = {"mean_draws", 1, 1,
                        "mean_draws(until_change(LAW)) or "
                        "mean_draws(until_repeat(LAW))"},
    [LYC_CALL_ABS] = {"abs", 1, 1, "abs(x)"},
    [LYC_CALL_LOG] = {"log", 1, 1, "log(x)"},
    [LYC_CALL_EXP] = {"exp", 1, 1, "exp(x)"},
    [LYC_CALL_SQRT] = {"sqrt", 1, 1, "sqrt(x)"},
    [LYC_CALL_MIN] = {"min", 2, 0, "min(x, y, ...)"},
    [LYC_CALL_MAX] = {"max", 2, 0, "max(x, y, ...)"},
};

int lyc_call_get(lyc_call *call, const lyc_expr *e, lyc_diag_t d)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    {
        const call_row *row = table + i;
        if (strcmp(row->name, e->text) != 0)
        {
            continue;
        }
        if (e->length < row->least || (row->most > 0 && e->length > row->most))
        {
            return lyc_diag_set(d, LYC_MALFORMED, e->place, "expected %s",
                                row->usage);
        }
        *call = (lyc_call)i;
        return 1;
    }
    return lyc_diag_set(d, LYC_MALFORMED, e->place,
                        "'%.40s' does not give a number: expected lambda, dim, "
                        "logdet, norm, Elog, mean_draws, abs, log, exp, sqrt, "
                        "min or max",
                        e->text);
}

int lyc_call_takes_law(lyc_call call)
{
    return call == LYC_CALL_LAMBDA || call == LYC_CALL_DIM ||
           call == LYC_CALL_LOGDET || call == LYC_CALL_NORM ||
           call == LYC_CALL_DET;
}
