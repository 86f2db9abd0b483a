#include <stdlib.h>

#include "certify/kinds.h"
#include "certify/solid.h"

#define MAX_SCALE (1L << 21)
#define MAX_DEGREE 200
#define MAX_NODES(degree) (2 * ((degree) + 16))

static int read_header(lyc_square_t q, lyc_reader_t r, lyc_diag_t d)
{
    slong degree, scale, nodes, ellipse[2];
    if (!lyc_reader_slong(&degree, r, 0, MAX_DEGREE, d))
        return 0;
    if ((size_t)(degree + 1) * (size_t)(degree + 1) > lyc_reader_left(r) / 2)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more coefficients than the file has room for");
    if (!lyc_reader_slong(&scale, r, 0, MAX_SCALE, d) ||
        !lyc_reader_slong(&nodes, r, degree + 1, MAX_NODES(degree), d) ||
        !lyc_reader_slong(ellipse, r, 0, 1L << 40, d) ||
        !lyc_reader_slong(ellipse + 1, r, 0, 1L << 40, d) ||
        !lyc_reader_end(r, d))
        return 0;
    lyc_square_clear(q);
    lyc_square_init(q, degree);
    q->scale = scale;
    q->nodes = nodes;
    q->ellipse[0] = ellipse[0];
    q->ellipse[1] = ellipse[1];
    return 1;
}

static int read_square(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_square_t q;
    lyc_square_init(q, 0);
    int ok = read_header(q, r, d);
    for (int i = 0; ok && i < 9; i++)
        ok = (i % 3 != 0 || lyc_reader_line(r, d)) &&
             lyc_reader_fmpz(q->end + i, r, d) &&
             (i % 3 != 2 || lyc_reader_end(r, d));
    const slong n = q->degree + 1;
    for (slong k = 0; ok && k < n * n; k++)
        ok = lyc_reader_line(r, d) &&
             lyc_reader_hex(q->coefficient + k, r, d) && lyc_reader_end(r, d);
    if (ok)
        lyc_evidence_set_square(e, e->prec, q);
    lyc_square_clear(q);
    return ok;
}

static void add_fmpz(lyc_text_t out, const fmpz_t n, int base, const char *end)
{
    char *s = fmpz_get_str(NULL, base, n);
    lyc_text_add(out, s);
    lyc_text_add(out, end);
    flint_free(s);
}

static void write_square(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_square_struct *q = e->data;
    const slong n = q->degree + 1;
    lyc_text_printf(out, " %ld %ld %ld %ld %ld\n", (long)q->degree,
                    (long)q->scale, (long)q->nodes, (long)q->ellipse[0],
                    (long)q->ellipse[1]);
    for (int i = 0; i < 9; i++)
        add_fmpz(out, q->end + i, 10, i % 3 == 2 ? "\n" : " ");
    for (slong k = 0; k < n * n; k++)
        add_fmpz(out, q->coefficient + k, 16, "\n");
}

/* Theorem collocation.space */
static lyc_verdict_t establish_square(lyc_facts_t facts, const lyc_evidence_t e,
                                      const lyc_law_t law,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    if (law->dim != 3)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "a square is for matrices of dimension 3");
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    const lyc_verdict_t v =
        lyc_solid_bracket(lower, upper, e->data, law, e->prec, limits, d);
    if (v == LYC_PROVED)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

static void clear_square(void *data)
{
    if (data == NULL)
        return;
    lyc_square_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_square = {
    "square",     read_square, write_square,  establish_square,
    clear_square, 0,           LYC_BOXES_NONE};

void lyc_evidence_set_square(lyc_evidence_t e, slong prec, lyc_square_t q)
{
    lyc_square_struct *own = lyc_malloc(sizeof *own);
    lyc_square_init(own, 0);
    lyc_square_swap(own, q);
    lyc_evidence_set_type(e, &lyc_evidence_square, prec, own);
}
