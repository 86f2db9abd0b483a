/* SHA-256 of a byte string as 64 lower-case hexadecimal digits and NUL. */
#ifndef LYAPCERT_DIGEST_H
#define LYAPCERT_DIGEST_H

#include <stddef.h>

typedef char lyc_digest_t[65];

void lyc_digest(lyc_digest_t out, const char *bytes, size_t n);

#endif
