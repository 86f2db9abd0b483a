/* Readings that hold without numbers. */
#include <string.h>

#include "claim/readings.h"

static int is_mirrored(const lyc_comparison_t c)
{
    lyc_text_t residual, mirror;
    lyc_number_t minus_one;
    lyc_law_t law;
    lyc_text_init(residual);
    lyc_text_init(mirror);
    lyc_number_init(minus_one);
    lyc_law_init(law);
    lyc_number_set_si(minus_one, -1);
    lyc_law_scale(law, minus_one, c->law[0]);
    lyc_law_get_text(residual, c->law[1]);
    lyc_law_get_text(mirror, law);
    int same = strcmp(residual->bytes, mirror->bytes) == 0;
    lyc_law_clear(law);
    lyc_number_clear(minus_one);
    lyc_text_clear(mirror);
    lyc_text_clear(residual);
    return same;
}

/* -A has the exponents of A (setting.symmetries), so every left side is its
 * right side. */
void lyc_readings_mirror(lyc_comparison_t c)
{
    if (!is_mirrored(c))
    {
        return;
    }
    for (int i = 0; i < 4; i++)
    {
        lyc_reading *r = c->reading + i;
        const lyc_facts_struct *facts = c->enclosure[0]->facts;
        int is_met = i < 3 || arf_is_finite(facts->exponent_lower);
        if (r->status == LYC_READING_UNDECIDED && is_met)
        {
            r->status = LYC_READING_PROVED;
            r->is_exact = 1;
            r->has_margin = 1;
            arf_zero(r->lower);
            arf_zero(r->upper);
        }
    }
}

/* With its hypothesis proved, R5 holds by residual.window. */
void lyc_readings_by_window(lyc_comparison_t c)
{
    lyc_reading *r = c->reading + 4;
    if (r->status == LYC_READING_UNDECIDED && r->has_margin)
    {
        r->status = LYC_READING_PROVED;
        if (arf_sgn(r->lower) < 0)
        {
            arf_zero(r->lower);
        }
    }
}
