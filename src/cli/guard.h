/* A run that is blind to the clock, inside one formula, is ended from outside:
 * a little after its time is up, or after an interruption, what is known goes
 * to standard output, and the exit status is UNDECIDED. */
#ifndef LYAPCERT_CLI_GUARD_H
#define LYAPCERT_CLI_GUARD_H

#include "cli/cli.h"

/* One guard at a time; limits must stay where it is until the stop. */
void lyc_cli_guard_start(const lyc_limits_struct *limits);

/* What to print then: text without the verdict line, and the object, which get
 * the verdict here. out is used up (clear it), json is not kept. */
void lyc_cli_guard_know(const lyc_run *run, lyc_text_t out, json_t *json);

/* From here on the run ends as it likes. */
void lyc_cli_guard_stop(void);

#endif
