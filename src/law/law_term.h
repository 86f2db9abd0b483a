/* Laws given by terms. */
#ifndef LYAPCERT_LAW_LAW_TERM_H
#define LYAPCERT_LAW_LAW_TERM_H

#include "law/term.h"
#include "lyapcert/law.h"

/* Takes t, square. A constant or FINITE term of at most 64 rows becomes a list
 * of atoms. */
void lyc_law_take_term(lyc_law_t law, lyc_term *t);

#endif
