/* The result of `lyapcert bound`, and how it is shown. */
#ifndef LYAPCERT_CLI_BOUND_H
#define LYAPCERT_CLI_BOUND_H

#include "cli/cli.h"
#include "lyapcert/traces.h"

typedef struct
{
    const char *label; /* the law in print */
    const lyc_law_struct *law;
    const lyc_request *request;
    int *wanted; /* dim flags, or NULL: all */
    lyc_enclosure_t enclosure;
    int has_certificate;
    lyc_digest_t digest;
    const char *file; /* the certificate's, NULL when none was written */
    int has_traces;
    lyc_traces_t traces; /* of the determinant method; not certified */
} lyc_bound;

void lyc_bound_get_text(lyc_text_t out, const lyc_bound *bound, double seconds);
void lyc_bound_get_json(json_t *object, const lyc_bound *bound, double seconds);

/* With --method determinant. */
void lyc_bound_add_traces(lyc_bound *bound, const lyc_limits_t limits);
void lyc_bound_traces_text(lyc_text_t out, const lyc_bound *bound);
void lyc_bound_traces_json(json_t *object, const lyc_bound *bound);

#endif
