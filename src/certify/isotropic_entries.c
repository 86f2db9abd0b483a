#include "certify/isotropic_steps.h"
#include "certify/term_affine.h"

typedef struct
{
    lyc_number_t alpha, variance, a;
    int is_first; /* variance is not set */
} entries;

/* Entry (i, j) is alpha or 0 plus a normal number of that variance. */
static int add_entry(lyc_isotropic_t f, entries *e, const lyc_affine_t x,
                     int is_diagonal)
{
    lyc_term_kind kind;
    if (!lyc_affine_kind(&kind, e->a, x) || kind != LYC_TERM_NORMAL)
        return 0;
    for (slong n = 0; n < x->length; n++)
        if (lyc_number_is_zero(x->factor + n) != LYC_TRUE)
            lyc_isotropic_add_draw(f, x->draw[n]);
    if (e->is_first)
    {
        lyc_number_set(e->alpha, x->c);
        lyc_number_set(e->variance, e->a);
        e->is_first = 0;
    }
    return lyc_number_equal(e->variance, e->a) == LYC_TRUE &&
           (is_diagonal ? lyc_number_equal(e->alpha, x->c)
                        : lyc_number_is_zero(x->c)) == LYC_TRUE;
}

int lyc_step_add_entries(lyc_isotropic_t f, lyc_step *s, const lyc_term *t)
{
    entries e = {.is_first = 1};
    lyc_affine_t x;
    lyc_number_t one;
    int held = 1;
    lyc_number_init(e.alpha);
    lyc_number_init(e.variance);
    lyc_number_init(e.a);
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    for (slong n = 0; n < t->length && held; n++)
    {
        lyc_affine_init(x);
        held = lyc_affine_add(x, one, t->child[n]) &&
               add_entry(f, &e, x, n / t->columns == n % t->columns);
        lyc_affine_clear(x);
    }
    if (held && lyc_number_is_zero(e.alpha) != LYC_TRUE)
    {
        held = t->rows == t->columns;
        lyc_number_add(s->alpha, s->alpha, e.alpha);
        s->has_identity = 1;
    }
    lyc_number_add(s->variance, s->variance, e.variance);
    s->has_gaussian = 1;
    lyc_number_clear(e.alpha);
    lyc_number_clear(e.variance);
    lyc_number_clear(e.a);
    lyc_number_clear(one);
    return held;
}
