#include <string.h>

#include "certify/cone.h"

#define MAX_SCALE (1L << 21)
#define MAX_ARCS 1000
#define MAX_DEGREE (1L << 20)
/* Interpolation at many more points than there are coefficients proves nothing
 * more. */
#define MAX_NODES(degree) (8 * ((degree) + 32))

/* Bytes of a coefficient's line, at least: "0\n". */
#define COEFFICIENT_BYTES 2

static int read_header(lyc_collocation_t c, lyc_reader_t r, lyc_diag_t d)
{
    slong arcs, degree, scale, nodes;
    if (!lyc_reader_slong(&arcs, r, 1, MAX_ARCS, d) ||
        !lyc_reader_slong(&degree, r, 0, MAX_DEGREE, d))
        return 0;
    const size_t room = lyc_reader_left(r) / COEFFICIENT_BYTES;
    if ((size_t)arcs > room || (size_t)degree >= room / (size_t)arcs)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more coefficients than the file has room for");
    if (!lyc_reader_slong(&scale, r, 0, MAX_SCALE, d) ||
        !lyc_reader_slong(&nodes, r, degree + 1, MAX_NODES(degree), d) ||
        !lyc_reader_end(r, d))
        return 0;
    lyc_collocation_clear(c);
    lyc_collocation_init(c, arcs, degree);
    c->scale = scale;
    c->nodes = nodes;
    return 1;
}

static int read_arc(lyc_collocation_t c, slong a, lyc_reader_t r, lyc_diag_t d)
{
    int ok = lyc_reader_line(r, d);
    for (slong i = 4 * a; ok && i < 4 * a + 4; i++)
        ok = lyc_reader_fmpz(c->end + i, r, d);
    ok = ok && lyc_reader_slong(c->ellipse + a, r, 0, 1L << 40, d) &&
         lyc_reader_end(r, d);
    for (slong k = 0; ok && k <= c->degree; k++)
        ok = lyc_reader_line(r, d) &&
             lyc_reader_hex(lyc_collocation_row(c, a) + k, r, d) &&
             lyc_reader_end(r, d);
    return ok;
}

int lyc_collocation_read(lyc_collocation_t c, lyc_reader_t r, lyc_diag_t d)
{
    int ok = read_header(c, r, d);
    for (slong a = 0; ok && a < c->arcs; a++)
        ok = read_arc(c, a, r, d);
    return ok;
}

static void add_fmpz(lyc_text_t out, const fmpz_t n, int base, const char *end)
{
    char *s = fmpz_get_str(NULL, base, n);
    lyc_text_add(out, s);
    lyc_text_add(out, end);
    flint_free(s);
}

void lyc_collocation_write(lyc_text_t out, const lyc_collocation_t c)
{
    lyc_text_printf(out, " %ld %ld %ld %ld\n", (long)c->arcs, (long)c->degree,
                    (long)c->scale, (long)c->nodes);
    for (slong a = 0; a < c->arcs; a++)
    {
        for (slong i = 4 * a; i < 4 * a + 4; i++)
            add_fmpz(out, c->end + i, 10, " ");
        lyc_text_printf(out, "%ld\n", (long)c->ellipse[a]);
        for (slong k = 0; k <= c->degree; k++)
            add_fmpz(out, lyc_collocation_row(c, a) + k, 16, "\n");
    }
}
