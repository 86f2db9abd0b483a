/* What differs between two results of one recipe. */
#ifndef RESULTS_DIFFER_H
#define RESULTS_DIFFER_H

#include "store.h"

/* Compares FOLDER's result with that in OTHER, by bytes or, with `overlap`, by
 * verdict and overlap. 1 when nothing differs; else 0 and d says what. */
int differ_check(const char *folder, const char *other, const recipe *r,
                 int overlap, lyc_diag_t d);

/* Tables line by line; column names are in the line before the first row. */
int differ_tables(const char *id, const char *a, const char *b, int overlap,
                  lyc_diag_t d);

#endif
