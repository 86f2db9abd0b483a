#include "certify/term_affine.h"

static lyc_term_kind draw_kind(const lyc_term *t)
{
    return t->kind == LYC_TERM_GAUSSIAN ? LYC_TERM_NORMAL : t->kind;
}

/* a += factor^2, or |factor| times the draw's scale. */
static void add_scale(lyc_number_t a, lyc_term_kind kind,
                      const lyc_number_t factor, const lyc_term *draw)
{
    lyc_number_t t;
    lyc_number_init(t);
    if (kind == LYC_TERM_NORMAL)
        lyc_number_mul(t, factor, factor);
    else
    {
        lyc_number_abs(t, factor);
        lyc_number_mul(t, t, draw->number);
    }
    lyc_number_add(a, a, t);
    lyc_number_clear(t);
}

int lyc_affine_kind(lyc_term_kind *kind, lyc_number_t a, const lyc_affine_t f)
{
    slong draws = 0;
    *kind = LYC_TERM_CONSTANT;
    lyc_number_set_si(a, 0);
    for (slong i = 0; i < f->length; i++)
    {
        const lyc_term_kind k = draw_kind(f->draw[i]);
        const lyc_truth_t zero = lyc_number_is_zero(f->factor + i);
        if (zero == LYC_UNKNOWN)
            return 0;
        if (zero == LYC_TRUE)
            continue;
        if (draws > 0 &&
            (k != *kind || (k != LYC_TERM_NORMAL && k != LYC_TERM_CAUCHY)))
            return 0;
        *kind = k;
        draws++;
        if (k == LYC_TERM_NORMAL || k == LYC_TERM_CAUCHY)
            add_scale(a, k, f->factor + i, f->draw[i]);
        else
            lyc_number_set(a, f->factor + i);
    }
    return 1;
}
