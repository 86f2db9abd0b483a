/* The result of `lyapcert depth`, and how it is shown. */
#ifndef LYAPCERT_CLI_DEPTH_H
#define LYAPCERT_CLI_DEPTH_H

#include "cli/cli.h"
#include "lyapcert/depth.h"

/* Index 0: plain, 1: residual. */
typedef struct
{
    const char *label;
    const lyc_options *options;
    lyc_law_t law[2];
    lyc_depth_request request;
    lyc_depth_level level[LYC_OPTIONS_MAX_LEVELS];
    lyc_depth_t result[2];
    lyc_digest_t digest[2];
    lyc_text_t file[2]; /* the certificates'; empty when none was written */
} lyc_depth_run;

void lyc_depth_get_text(lyc_text_t out, const lyc_depth_run *a, double seconds);
void lyc_depth_get_json(json_t *object, const lyc_depth_run *a, double seconds);

#endif
