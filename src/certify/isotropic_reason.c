#include "certify/isotropic_form.h"

static int is_residual(const lyc_step *s)
{
    return s->has_identity;
}

/* Why Q A Q^T has the law of A for every rotation Q. */
void lyc_isotropic_reason(lyc_text_t out, const lyc_isotropic_t f)
{
    int identity = 0, gaussian = 0, block = 0;
    for (slong i = 0; i < f->steps; i++)
    {
        const lyc_step *s = f->step + i;
        identity |= is_residual(s);
        gaussian |= s->has_gaussian;
        block |= s->blocks > 0;
    }
    lyc_text_add(out, "conjugation-invariant because");
    if (identity)
        lyc_text_add(out, " Q (c I) Q^T = c I");
    if (gaussian)
        lyc_text_printf(out, "%s Q G Q^T has the law of G",
                        identity ? " and" : "");
    if (block)
        lyc_text_printf(out, "%s Q W' D W Q^T has the law of W' D W",
                        identity || gaussian ? " and" : "");
    lyc_text_add(out, " for rotations Q");
    if (f->steps > 1)
        lyc_text_add(out, ", and the factors are independent");
}
