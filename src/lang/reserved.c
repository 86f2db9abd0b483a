#include <stdlib.h>
#include <string.h>

#include "lang/names.h"

/* Sorted. Words of statements, constants, functions; some of them have no
 * meaning yet and are kept free. */
static const char *const reserved[] = {
    "Elog",         "I",         "abs",        "assume",  "cauchy",
    "conclude",     "countable", "det",        "diag",    "dim",
    "ensemble",     "exp",       "for",        "forall",  "fresh",
    "gamma",        "gates",     "gaussian",   "in",      "instance",
    "instances",    "inv",       "lambda",     "law",     "let",
    "log",          "max",       "mean_draws", "min",     "norm",
    "normal",       "open",      "pi",         "prove",   "refute",
    "sqrt",         "theorem",   "transpose",  "uniform", "until_change",
    "until_repeat",
};

static int compare(const void *a, const void *b)
{
    return strcmp(a, *(const char *const *)b);
}

int lyc_names_reserved(const char *name)
{
    return bsearch(name, reserved, sizeof reserved / sizeof *reserved,
                   sizeof *reserved, compare) != NULL;
}
