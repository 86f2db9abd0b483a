/* What the writer and the reader of certificates share. */
#ifndef LYC_CERTIFY_FORMAT_H
#define LYC_CERTIFY_FORMAT_H

#include "lyapcert/text.h"

#define LYC_CERTIFICATE_FIRST_LINE "lyapcert certificate 1"

/* Appends the definitions that the text's last law needs, its own last, for
 * people: a line each, indented, shortened; of many only the last. Nothing when
 * the text is not one of laws. */
void lyc_law_text_summary(lyc_text_t out, const char *text);

/* Appends text, ended by a newline. */
void lyc_law_text_normal(lyc_text_t out, const char *text);

#endif
