/* Looking at results without computing them anew. */
#ifndef RESULTS_AUDIT_H
#define RESULTS_AUDIT_H

#include "store.h"

/* Decimals, exact bounds, recipe and certificates of FOLDER's result agree;
 * with `deep` the certificates are checked. 1; or 0 and d. */
int audit_result(const char *folder, const recipe *r, int deep, lyc_diag_t d);

/* FOLDER holds no file that no recipe makes, and INDEX.md and values.tsv are
 * those of the results. Prints what is wrong; the number of complaints. */
long audit_folder(const setting *s);

/* INDEX.md and values.tsv, from the results in FOLDER. 1; or 0 and d. */
int index_make(lyc_text_t index, lyc_text_t values, const char *folder,
               const recipe_list *list, lyc_diag_t d);

#endif
