/* The result of `lyapcert flag`, and how it is shown. */
#ifndef LYAPCERT_CLI_FLAG_H
#define LYAPCERT_CLI_FLAG_H

#include "cli/cli.h"
#include "lyapcert/blocks.h"

typedef struct
{
    const char *label; /* the law in print */
    const lyc_law_struct *law;
    const lyc_request *request;
    lyc_enclosure_t enclosure;
    lyc_flag_t flag;
    int has_certificate;
    lyc_digest_t digest;
    const char *file; /* the certificate's, NULL when none was written */
} lyc_flag_run;

void lyc_flag_get_text(lyc_text_t out, const lyc_flag_run *a, double seconds);
void lyc_flag_get_json(json_t *object, const lyc_flag_run *a, double seconds);

/* The structure that the certificate states, or NULL. */
const lyc_blocks_struct *lyc_flag_blocks(const lyc_flag_run *a);
/* Column i of the basis, "(1, 0, 1+sqrt(2))". */
void lyc_flag_vector(lyc_text_t out, const lyc_blocks_struct *b, slong i);
/* 1 when lambda_k = lambda_(k+1) is proved, -1 when lambda_k is proved to be
 * greater, else 0. */
int lyc_flag_is_tie(const lyc_flag_run *a, slong k);

#endif
