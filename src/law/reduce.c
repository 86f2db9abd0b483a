#include "lyapcert/countable.h"

lyc_truth_t lyc_law_reduce(lyc_countable_t x, lyc_number_t factor,
                           const lyc_law_t law, lyc_induced_rule rule)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t draws;
    lyc_law_t pair;

    lyc_number_init(draws);
    lyc_law_init(pair);
    lyc_number_set_si(factor, 1);
    lyc_number_set_si(draws, 1);
    if (rule == LYC_INDUCED_NONE)
        truth = lyc_law_families(x, law);
    if (rule == LYC_INDUCED_SIGNS)
        truth = lyc_law_unsign(pair, factor, law);
    if (truth == LYC_TRUE && rule != LYC_INDUCED_NONE)
        truth = rule == LYC_INDUCED_SIGNS
                    ? lyc_law_induce(x, draws, pair, LYC_INDUCED_REPEAT)
                    : lyc_law_induce(x, draws, law, rule);
    if (truth == LYC_TRUE)
        truth = lyc_number_div(factor, factor, draws);
    lyc_number_clear(draws);
    lyc_law_clear(pair);
    return truth;
}
