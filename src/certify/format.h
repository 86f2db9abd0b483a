/* What the writer and the reader of certificates share. */
#ifndef LYC_CERTIFY_FORMAT_H
#define LYC_CERTIFY_FORMAT_H

#include "lyapcert/text.h"

#define LYC_CERTIFICATE_FIRST_LINE "lyapcert certificate 1"

/* Appends text, ended by a newline. */
void lyc_law_text_normal(lyc_text_t out, const char *text);

#endif
