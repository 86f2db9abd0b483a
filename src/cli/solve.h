/* Parts of the subcommand solve. */
#ifndef LYC_CLI_SOLVE_H
#define LYC_CLI_SOLVE_H

#include "cli/cli.h"

/* 1 or 2, and *law, for a problem "R1: LAW" or "R2: LAW"; else 0. */
int lyc_cli_reading_of(const char **law, const char *problem);

/* The critical scale of the law that argument gives. 1; or 0 and the run's
 * diagnosis. */
int lyc_cli_solve_scale(lyc_run *run, lyc_options *o, int reading,
                        const char *argument);

/* Writes the certificate into the file, NULL: none; its digest in any case. 1;
 * or 0 and d. */
int lyc_cli_solve_certificate(lyc_digest_t digest, const lyc_certificate_t c,
                              const char *file, lyc_diag_t d);

#endif
