/* Making one result. */
#ifndef RESULTS_COMPUTE_H
#define RESULTS_COMPUTE_H

#include "command.h"
#include "store.h"

/* What was used besides the inputs: kept apart from what is compared. */
typedef struct
{
    long precision; /* bits, the largest of the certificates; 0: none */
    double seconds;
} provenance;

/* Computes the recipe's result into FOLDER, certificates too. 1; or 0 and d. */
int compute(provenance *p, const setting *s, const char *folder,
            const recipe *r, lyc_diag_t d);

/* The parts of it. */
int compute_result(provenance *p, const setting *s, const char *folder,
                   const recipe *r, lyc_diag_t d);
int compute_table(const setting *s, const char *folder, const recipe *r,
                  lyc_diag_t d);
int compute_script(const setting *s, const char *folder, const recipe *r,
                   lyc_diag_t d);

/* The command of a recipe with a run line, for its argument or that of a round
 * of a table, with what is shown first: "lyapcert bound …". */
void compute_command(command *shown, command *run, const setting *s,
                     const char *words, const char *argument, const char *cert);

/* ---- values ---- */

/* {name, quantity, lower, upper, lower_exact, upper_exact, digits, agreed} from
 * an object that has the four bounds; takes nothing. NULL and d where the
 * decimals are not outside of the exact bounds. */
json_t *value_make(const char *name, const char *quantity, const json_t *bounds,
                   lyc_diag_t d);
/* 1 when the exact bounds are in order, lower and upper are their decimals
 * rounded outward, and digits and agreed are what the decimals give. */
int value_check(const json_t *value, lyc_diag_t d);
/* A quantity that follows from `value` by an expression in its name. */
json_t *value_derive(const char *name, const char *expression,
                     const json_t *value, lyc_diag_t d);
/* The digits that lower and upper have in common; the number of significant
 * ones. */
long value_agreed(lyc_text_t out, const char *lower, const char *upper);

#endif
