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
    long proved = t->proved + t->ensembles_proved;
    long disproved = t->disproved + t->ensembles_disproved;
    long undecided = t->undecided + t->ensembles - t->ensembles_proved -
                     t->ensembles_disproved;
    if (disproved > 0)
    {
        return LYC_DISPROVED;
    }
    return undecided == 0 && proved > 0 ? LYC_PROVED : LYC_UNDECIDED;
}
