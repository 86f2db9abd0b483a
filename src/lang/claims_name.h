/* Names of claims: [a-z][A-Za-z0-9_-]*, hyphens included. */
#ifndef LYAPCERT_LANG_CLAIMS_NAME_H
#define LYAPCERT_LANG_CLAIMS_NAME_H

#include "lyapcert/syntax.h"

/* Reads the name that begins at token *i and the ':' after it, and sets *i
 * behind it. The name (owned by the caller), or NULL and d. */
char *lyc_claim_name(const lyc_tokens_t t, long *i, long to, lyc_diag_t d);

/* The same before another mark than ':'; `what` is what it names. */
char *lyc_name_before(const lyc_tokens_t t, long *i, long to, int mark,
                      const char *what, lyc_diag_t d);

#endif
