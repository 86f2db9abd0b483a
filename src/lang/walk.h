/* The names of an expression, and the definitions they stand for. */
#ifndef LYAPCERT_LANG_WALK_H
#define LYAPCERT_LANG_WALK_H

#include "lyapcert/syntax.h"

/* Calls visit on every NAME of e that is not bound in it until one returns 0. 1
 * when none did. */
int lyc_expr_walk_names(const lyc_expr *e,
                        int (*visit)(const lyc_expr *name, void *context),
                        void *context);

/* needed[i] = 1 for every definition of p that e needs, directly or through
 * others; needed has p->length flags and is not cleared first. */
void lyc_program_mark(char *needed, const lyc_program_t p, const lyc_expr *e);

#endif
