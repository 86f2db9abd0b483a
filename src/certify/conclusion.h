/* One typed conclusion: memory, text, and its comparison with facts. */
#ifndef LYC_CERTIFY_CONCLUSION_H
#define LYC_CERTIFY_CONCLUSION_H

#include "certify/reader.h"
#include "lyapcert/certificate.h"

void lyc_conclusion_init(lyc_conclusion *q);
void lyc_conclusion_clear(lyc_conclusion *q);
lyc_conclusion *lyc_certificate_add_conclusion(lyc_certificate_t c);
void lyc_certificate_clear_conclusions(lyc_certificate_t c);

/* "BOUNDS exponent 1 …", without the end of the line. */
void lyc_conclusion_get_text(lyc_text_t t, const lyc_conclusion *q);
/* The rest of the reader's line. 1 on success. */
int lyc_conclusion_read(lyc_conclusion *q, lyc_reader_t r, lyc_diag_t d);

/* q_1 log r_1 + … exactly as lyc_logsum_get_text writes it. 1 on success. */
int lyc_logsum_set_str(lyc_logsum_t s, const char *text);

/* PROVED when facts imply q, MALFORMED when there is no such k, else
 * DISPROVED with both numbers in d. */
lyc_verdict_t lyc_conclusion_check(const lyc_conclusion *q,
                                   const lyc_facts_t facts, lyc_diag_t d);

/* What the evidence of one box (-1: none) proves of the law over it. facts are
 * made for the law's dimension. */
lyc_verdict_t lyc_certificate_establish(lyc_facts_t facts, const lyc_law_t law,
                                        const lyc_certificate_t c, slong box,
                                        const lyc_limits_t limits,
                                        lyc_diag_t d);

/* The law from its text over a box (-1: none), which has to name its
 * parameters. */
int lyc_certificate_parse_law(lyc_law_t law, const lyc_certificate_t c,
                              slong box, const char *file, lyc_diag_t d);

#endif
