#include "lyapcert/decide.h"

void lyc_tally_add(lyc_tally *t, lyc_claim_kind kind, const lyc_decision_t r)
{
    if (kind == LYC_CLAIM_OPEN)
    {
        t->open++;
        t->open_certified += r->truth != LYC_UNKNOWN;
    }
    else if (r->verdict == LYC_PROVED)
    {
        t->proved++;
    }
    else if (r->verdict == LYC_DISPROVED)
    {
        t->disproved++;
    }
    else
    {
        t->undecided++;
    }
}

lyc_verdict_t lyc_tally_verdict(const lyc_tally *t)
{
    if (t->disproved > 0)
    {
        return LYC_DISPROVED;
    }
    return t->undecided == 0 && t->proved > 0 ? LYC_PROVED : LYC_UNDECIDED;
}
