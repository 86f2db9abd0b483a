#include "lyapcert/certificate.h"

/* What a compressed file may hold: a few bytes can stand for very many. */
#define MAX_BYTES ((size_t)1 << 28)

int lyc_certificate_load(lyc_certificate_t c, lyc_digest_t digest,
                         const char *path, lyc_diag_t d)
{
    lyc_text_t text;
    lyc_text_init(text);
    const int ok =
        lyc_text_read_file(text, path, d) &&
        lyc_text_gunzip(text, MAX_BYTES, path, d) &&
        lyc_certificate_read(c, digest, text->bytes, text->length, path, d);
    lyc_text_clear(text);
    return ok;
}
