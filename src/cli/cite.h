/* What `lyapcert cite` says of a result or of a certificate. */
#ifndef LYAPCERT_CLI_CITE_H
#define LYAPCERT_CLI_CITE_H

#include "cli/cli.h"

typedef struct
{
    lyc_text_t id;        /* of the result; "" for a certificate alone */
    lyc_text_t title;     /* for people */
    lyc_text_t statement; /* text, maybe "" */
    lyc_text_t claim;     /* permanent id of a claim, maybe "" */
    lyc_text_t law;       /* its text */
    lyc_text_t facts;     /* a line each: "0.1 < lambda_1 < 0.2" */
    lyc_text_t digests;   /* a line each */
    lyc_text_t files;     /* of what is cited, a line each */
    int is_table;         /* no certificate: the digest is that of the file */
} lyc_citation;

void lyc_citation_init(lyc_citation *c);
void lyc_citation_clear(lyc_citation *c);

/* From a certificate file. 1; or 0 and d. */
int lyc_citation_read_certificate(lyc_citation *c, const char *path,
                                  lyc_diag_t d);
/* From the result of this id, or the first one about the claim of this id, in
 * the folder; its certificates must have the digests that it states. 1; or 0
 * and d. */
int lyc_citation_read_result(lyc_citation *c, const char *folder,
                             const char *id, lyc_diag_t d);

/* Appends a BibTeX entry. */
void lyc_citation_get_bibtex(lyc_text_t out, const lyc_citation *c);
void lyc_citation_get_text(lyc_text_t out, const lyc_citation *c);
json_t *lyc_citation_get_json(const lyc_citation *c);

#endif
