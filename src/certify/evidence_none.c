#include "certify/kinds.h"

int lyc_evidence_read_none(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    (void)e;
    return lyc_reader_end(r, d);
}

void lyc_evidence_write_none(lyc_text_t out, const lyc_evidence_t e)
{
    (void)e;
    lyc_text_add(out, "\n");
}

void lyc_evidence_clear_none(void *data)
{
    (void)data;
}
