#include "claim/norm.h"
#include "claim/readings.h"

void lyc_readings_modulus(lyc_value_t v, const lyc_comparison_t c, int which,
                          slong k, slong prec)
{
    lyc_value_set_exponent(v, c->enclosure[which]->facts, k, prec);
    lyc_value_abs(v, v, prec);
}

void lyc_readings_largest(lyc_value_t v, const lyc_comparison_t c, int which,
                          slong prec)
{
    lyc_value_t w;
    lyc_value_init(w);
    lyc_readings_modulus(v, c, which, 1, prec);
    for (slong k = 2; k <= c->law[0]->dim; k++)
    {
        lyc_readings_modulus(w, c, which, k, prec);
        lyc_value_extreme(v, 1, v, w, prec);
    }
    lyc_value_clear(w);
}

void lyc_readings_gap(lyc_value_t v, const lyc_comparison_t c, int which,
                      slong prec)
{
    const lyc_facts_struct *facts = c->enclosure[which]->facts;
    lyc_value_t w;
    lyc_value_init(w);
    lyc_value_set_exponent(v, facts, 1, prec);
    lyc_value_set_exponent(w, facts, facts->dim, prec);
    if (facts->dim == 1 && arf_is_finite(v->range->lower))
    {
        lyc_logsum_t zero;
        lyc_logsum_init(zero);
        lyc_value_set_logs(v, zero, prec);
        lyc_logsum_clear(zero);
    }
    else
    {
        lyc_value_binary(v, '-', v, w, prec);
    }
    lyc_value_clear(w);
}

void lyc_readings_window(lyc_value_t v, const lyc_law_t law, slong prec)
{
    lyc_value_t one;
    lyc_number_t x;
    lyc_value_init(one);
    lyc_number_init(x);
    lyc_number_set_si(x, 1);
    lyc_value_set_number(one, x, prec);
    lyc_value_set_norm(v, law, prec);
    lyc_value_binary(v, '-', one, v, prec);
    lyc_value_log(v, v, prec);
    lyc_value_neg(v, v, prec);
    lyc_number_clear(x);
    lyc_value_clear(one);
}
