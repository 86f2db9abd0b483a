/* The result of `lyapcert check` on one file, and how it is shown. */
#ifndef LYAPCERT_CLI_CHECK_H
#define LYAPCERT_CLI_CHECK_H

#include "cli/cli.h"

typedef struct
{
    const char *file;
    int is_read; /* certificate and digest are set */
    lyc_certificate_t certificate;
    lyc_digest_t digest;
    slong dim;
    lyc_verdict_t *standing; /* of each conclusion; NULL when not read */
    lyc_verdict_t verdict;
    lyc_diag_t diag;
    double seconds;
} lyc_check;

void lyc_check_get_text(lyc_text_t out, const lyc_check *check);
/* One conclusion as people read it: "0.1 < lambda_1 < 0.2". */
void lyc_check_add_conclusion(lyc_text_t out, const lyc_conclusion *c);
json_t *lyc_check_get_json(const lyc_check *check);

#endif
