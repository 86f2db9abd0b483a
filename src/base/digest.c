#include <stdint.h>

#include <nettle/sha2.h>

#include "lyapcert/digest.h"

void lyc_digest(lyc_digest_t out, const char *bytes, size_t n)
{
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    size_t i;

    sha256_init(&context);
    sha256_update(&context, n, (const uint8_t *)bytes);
    sha256_digest(&context, sizeof digest, digest);
    for (i = 0; i < sizeof digest; i++)
    {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[2 * sizeof digest] = '\0';
}
