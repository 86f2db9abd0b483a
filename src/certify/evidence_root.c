#include <stdlib.h>
#include <string.h>

#include "certify/root.h"

static int read_cut(fmpq_t q, lyc_reader_t r, lyc_diag_t d)
{
    if (!lyc_reader_line(r, d) || !lyc_reader_fmpq(q, r, 0, d))
        return 0;
    return lyc_reader_end(r, d);
}

static int read_root(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    if (!lyc_reader_slong(&n, r, 0, WORD_MAX, d) || !lyc_reader_end(r, d))
        return 0;
    if ((size_t)n > lyc_reader_left(r) / 2)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "more cuts than the file has room for");
    fmpq *cut = _fmpq_vec_init(n);
    int ok = 1;
    for (slong i = 0; i < n && ok; i++)
        ok = read_cut(cut + i, r, d);
    if (ok)
        lyc_evidence_set_root(e, e->prec, cut, n);
    _fmpq_vec_clear(cut, n);
    return ok;
}

static void write_root(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_cuts *cuts = e->data;
    lyc_text_printf(out, " %ld\n", (long)cuts->length);
    for (slong i = 0; i < cuts->length; i++)
    {
        char *s = fmpq_get_str(NULL, 10, cuts->cut + i);
        lyc_text_printf(out, "%s\n", s);
        flint_free(s);
    }
}

static void clear_root(void *data)
{
    lyc_cuts *cuts = data;
    if (cuts == NULL)
        return;
    _fmpq_vec_clear(cuts->cut, cuts->length);
    free(cuts);
}

const lyc_evidence_type lyc_evidence_root = {"cuts",
                                             read_root,
                                             write_root,
                                             lyc_evidence_establish_none,
                                             clear_root,
                                             1,
                                             LYC_BOXES_FINITE |
                                                 LYC_BOXES_TERMS};

const lyc_cuts *lyc_evidence_cuts(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_root ? e->data : NULL;
}

void lyc_evidence_set_root(lyc_evidence_t e, slong prec, const fmpq *cut,
                           slong n)
{
    lyc_cuts *cuts = lyc_malloc(sizeof *cuts);
    cuts->length = n;
    cuts->cut = _fmpq_vec_init(n);
    for (slong i = 0; i < n; i++)
        fmpq_set(cuts->cut + i, cut + i);
    lyc_evidence_set_type(e, &lyc_evidence_root, prec, cuts);
}
