#include "claim/value.h"

void lyc_value_set_exponent(lyc_value_t v, const lyc_facts_t facts, slong k,
                            slong prec)
{
    slong i = k - 1;
    if (facts->is_exact[i])
    {
        lyc_value_set_logs(v, facts->exact + i, prec);
    }
    else
    {
        lyc_value_set_arf(v, facts->exponent_lower + i,
                          facts->exponent_upper + i);
    }
}
