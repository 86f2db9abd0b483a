#include "certify/kinds.h"

/* Whether evidence of this kind may stand at a place of this depth. */
static int may_stand(const lyc_evidence_type *type, int nesting)
{
    if (type == &lyc_evidence_signs_type)
        return nesting >= 2;
    return type != &lyc_evidence_blocks_type || nesting >= 1;
}

int lyc_evidence_read(lyc_evidence_t e, lyc_reader_t r, int nesting,
                      lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    const lyc_evidence_type *type =
        w == NULL ? NULL : lyc_evidence_type_find(w);
    slong prec;
    if (w == NULL)
        return 0;
    if (type == NULL || !may_stand(type, nesting))
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            type == NULL
                                ? "unknown kind of evidence"
                                : "evidence of this kind may not stand inside "
                                  "of other evidence here");
    if (!lyc_reader_slong(&prec, r, LYC_EVIDENCE_MIN_PREC,
                          LYC_EVIDENCE_MAX_PREC, d))
        return 0;
    lyc_evidence_set_type(e, type, prec, NULL);
    const int ok = type->read(e, r, d);
    e->prec = prec;
    return ok;
}

void lyc_evidence_write(lyc_text_t out, const lyc_evidence_t e)
{
    lyc_text_printf(out, "%s %ld", e->type->name, (long)e->prec);
    e->type->write(out, e);
}
