/* The result of `lyapcert compare`, and how it is shown. */
#ifndef LYAPCERT_CLI_COMPARE_H
#define LYAPCERT_CLI_COMPARE_H

#include "cli/cli.h"
#include "lyapcert/readings.h"

/* Index 0: plain, 1: residual. */
typedef struct
{
    const char *label; /* the law in print */
    slong digits;      /* significant ones asked for; 0: none */
    double tol;        /* else: width asked for */
    lyc_comparison_t comparison;
    int has_certificate[2];
    lyc_digest_t digest[2];
    lyc_text_t file[2]; /* the certificates'; empty when none was written */
} lyc_compare;

void lyc_compare_get_text(lyc_text_t out, const lyc_compare *a, double seconds);
void lyc_compare_get_json(json_t *object, const lyc_compare *a, double seconds);

#endif
