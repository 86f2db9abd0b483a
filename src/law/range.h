/* Ranges of parameters whose ends are no rational numbers. */
#ifndef LYC_LAW_RANGE_H
#define LYC_LAW_RANGE_H

#include "lyapcert/law.h"

/* The definitions of a parameter: text is its range "[a, b]", parsed as
 * `range`, ends read in p. "forall NAME in [a, b]" where both are rational;
 * else "forall NAME_at in [0, 1]" and the number "let NAME = a + (b - a)
 * NAME_at". 1; or 0 and d with its place. */
int lyc_range_define(lyc_text_t parameter, lyc_text_t number,
                     const lyc_program_t p, const char *name,
                     const lyc_expr *range, const char *text, lyc_diag_t d);

/* The definitions of all parameters of p, one after the other, in this way; p
 * has no other definitions. *is_changed: some end is not rational. */
int lyc_range_define_all(lyc_text_t out, int *is_changed, const lyc_program_t p,
                         lyc_diag_t d);

#endif
