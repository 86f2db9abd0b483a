/* What a result was made from, as one digest, and the provenance file
 * NAME.provenance that keeps it. */
#ifndef RESULTS_STAMP_H
#define RESULTS_STAMP_H

#include "compute.h"
#include "lyapcert/digest.h"

/* The digest of the recipe's lines, the claim it names, its script, the
 * results it reads and the sources of the program. 1; or 0 and d. */
int stamp_make(lyc_digest_t out, const setting *s, const recipe *r,
               lyc_diag_t d);

int stamp_write(const setting *s, const recipe *r, const provenance *p,
                lyc_diag_t d);

/* The value of a key of the provenance file; "" when it is not there. */
void stamp_read(lyc_text_t out, const char *folder, const recipe *r,
                const char *key);

/* 1 when the result is there and its stamp is the one of now. */
int stamp_is_fresh(const setting *s, const recipe *r);

/* 1 when the libraries of the provenance are those of this program. */
int stamp_same_libraries(const char *folder, const recipe *r);

/* The statement of the claim that the recipe names, from its chapter. 1; or 0
 * and d: there is none. */
int claim_statement(lyc_text_t out, const char *id, lyc_diag_t d);

#endif
