#include "claim/sweep.h"
#include "law/range.h"

int lyc_sweep_range(lyc_text_t parameter, lyc_text_t number,
                    const lyc_program_t p, const lyc_forall *forall, long i,
                    lyc_diag_t d)
{
    return lyc_range_define(parameter, number, p, forall->name[i],
                            forall->range[i], forall->text[i], d);
}
