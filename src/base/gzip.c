#include <zlib.h>

#include "lyapcert/text.h"

/* Windows of 32 KiB, with the header and the check sum of gzip. */
#define GZIP_WINDOW (15 + 16)
#define CHUNK 65536

int lyc_text_is_gzip(const lyc_text_t t)
{
    return t->length >= 2 && (unsigned char)t->bytes[0] == 0x1f &&
           (unsigned char)t->bytes[1] == 0x8b;
}

static void give(z_stream *z, const lyc_text_t in)
{
    const size_t left = in->length - (size_t)z->total_in;
    if (z->avail_in == 0)
    {
        z->next_in = (unsigned char *)in->bytes + z->total_in;
        z->avail_in = (uInt)(left < CHUNK ? left : CHUNK);
    }
}

/* The one member that `in` holds. */
static int expand(lyc_text_t out, z_stream *z, const lyc_text_t in, size_t most,
                  const char *file, lyc_diag_t d)
{
    char chunk[CHUNK];
    int state;
    do
    {
        give(z, in);
        z->next_out = (unsigned char *)chunk;
        z->avail_out = CHUNK;
        state = inflate(z, Z_NO_FLUSH);
        const size_t n = CHUNK - z->avail_out;
        if (n > most - out->length)
            return lyc_diag_fail(d, LYC_UNDECIDED,
                                 "%s: holds more than %zu bytes: expand it "
                                 "first (gzip -d)",
                                 file, most);
        lyc_text_add_n(out, chunk, n);
    } while (state == Z_OK);
    if (state == Z_BUF_ERROR)
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "%s: the compressed file is cut off", file);
    if (state != Z_STREAM_END)
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "%s: expected a file compressed by gzip: %s", file,
                             z->msg == NULL ? "damaged" : z->msg);
    return z->total_in == in->length ||
           lyc_diag_fail(d, LYC_MALFORMED,
                         "%s: bytes after the end of the compressed file",
                         file);
}

int lyc_text_gunzip(lyc_text_t t, size_t most, const char *file, lyc_diag_t d)
{
    z_stream z = {0};
    lyc_text_t out;
    if (!lyc_text_is_gzip(t))
        return 1;
    if (inflateInit2(&z, GZIP_WINDOW) != Z_OK)
        return lyc_diag_fail(d, LYC_FAILURE, "%s: zlib does not start", file);
    lyc_text_init(out);
    const int ok = expand(out, &z, t, most, file, d);
    inflateEnd(&z);
    if (ok)
    {
        const lyc_text_struct swap = *t;
        *t = *out;
        *out = swap;
    }
    lyc_text_clear(out);
    return ok;
}

int lyc_text_gzip(lyc_text_t t, lyc_diag_t d)
{
    z_stream z = {0};
    char chunk[CHUNK];
    lyc_text_t out;
    int state = deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, 8,
                             Z_DEFAULT_STRATEGY);
    if (state != Z_OK)
        return lyc_diag_fail(d, LYC_FAILURE, "zlib does not start");
    lyc_text_init(out);
    while (state == Z_OK)
    {
        give(&z, t);
        z.next_out = (unsigned char *)chunk;
        z.avail_out = CHUNK;
        state = deflate(&z, z.total_in + z.avail_in == t->length ? Z_FINISH
                                                                 : Z_NO_FLUSH);
        lyc_text_add_n(out, chunk, CHUNK - z.avail_out);
    }
    deflateEnd(&z);
    const lyc_text_struct swap = *t;
    *t = *out;
    *out = swap;
    lyc_text_clear(out);
    return state == Z_STREAM_END ||
           lyc_diag_fail(d, LYC_FAILURE, "zlib does not compress");
}
