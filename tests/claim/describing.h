/* Descriptions of laws drawn by chance. */
#ifndef LYAPCERT_TESTS_CLAIM_DESCRIBING_H
#define LYAPCERT_TESTS_CLAIM_DESCRIBING_H

#include "claim/generate.h"

/* Reads "finite_laws(OPTIONS)"; g and s are initialised by the call. 1; or 0
 * and d. */
int read_description(lyc_generator_t g, lyc_script_t s, const char *options,
                     lyc_diag_t d);
/* The same; the test fails where it is refused. */
void describe(lyc_generator_t g, lyc_script_t s, const char *options);

#endif
