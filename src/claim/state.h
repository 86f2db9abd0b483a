#ifndef LYAPCERT_CLAIM_STATE_H
#define LYAPCERT_CLAIM_STATE_H

#include "lyapcert/state.h"

/* The file: one line with its format, the key and the digest of the rest, then
 * {"UNIT/I": "OUTCOME", …}. */
void lyc_state_format(lyc_text_t out, const lyc_state_t s);

/* Takes the outcomes of a file whose format, key and digest are right. 1; else
 * 0 and why. */
int lyc_state_parse(lyc_state_t s, const lyc_text_t file, lyc_text_t why);

#endif
