/* What the program does for its commands; each prints a line for each result
 * and returns how many went wrong. */
#ifndef RESULTS_WORK_H
#define RESULTS_WORK_H

#include "store.h"

/* Computes what is out of date, then writes INDEX.md and values.tsv. */
long work_update(const setting *s);
/* Computes everything that is meant into the folder SCRATCH and compares. */
long work_reproduce(const setting *s, const char *scratch);
/* Looks without computing; `deep`: checks the certificates. */
long work_audit(const setting *s, int deep);

#endif
