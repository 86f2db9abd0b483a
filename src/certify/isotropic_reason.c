#include "certify/isotropic_form.h"

static int is_residual(const lyc_step *s)
{
    return s->has_identity;
}

/* Why the law does not see rotations. */
void lyc_isotropic_reason(lyc_text_t out, const lyc_isotropic_t f)
{
    int identity = 0, gaussian = 0;
    for (slong i = 0; i < f->steps; i++)
    {
        const lyc_step *s = f->step + i;
        identity |= is_residual(s);
        gaussian |= s->has_gaussian || s->blocks > 0;
    }
    lyc_text_printf(out, "%s-invariant because",
                    identity ? "conjugation" : "rotation");
    if (identity)
        lyc_text_add(out, " c I commutes with rotations");
    if (gaussian)
        lyc_text_printf(out, "%s Gaussian matrices keep their law when rotated",
                        identity ? " and" : "");
    if (f->steps > 1)
        lyc_text_add(out, ", and the factors are independent");
}
