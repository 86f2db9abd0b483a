#include <stdlib.h>

#include "certify/isotropic.h"
#include "certify/isotropic_steps.h"

/* Bits: numbers less accurate than WIDE come from the range of a parameter;
 * their ends are rounded outward to END. */
#define WIDE 30
#define END 64

/* Which value of a parameter's range stands for it. */
typedef enum
{
    LOWER = -1,
    UPPER = 1
} side;

/* x, when it has a range, becomes its lower end, at least 0, or its upper one,
 * at most most. 1 when it had. */
static int take_end(lyc_number_t x, side at, const fmpq_t most)
{
    arb_t t;
    arf_t end;
    fmpq_t q;
    arb_init(t);
    lyc_number_get_arb(t, x, 2 * END);
    const int is_wide = arb_rel_accuracy_bits(t) < WIDE && !arb_is_zero(t);
    if (is_wide)
    {
        arf_init(end);
        fmpq_init(q);
        if (at == LOWER)
            arb_get_lbound_arf(end, t, END);
        else
            arb_get_ubound_arf(end, t, END);
        if (arf_sgn(end) < 0)
            arf_zero(end);
        arf_get_fmpq(q, end);
        if (most != NULL && fmpq_cmp(q, most) > 0)
            fmpq_set(q, most);
        lyc_number_set_fmpq(x, q);
        arf_clear(end);
        fmpq_clear(q);
    }
    arb_clear(t);
    return is_wide;
}

/* scale2 / alpha^2 */
static int relative_scale(lyc_number_t scale, const lyc_block *b,
                          const lyc_number_t alpha)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_mul(t, alpha, alpha);
    const int held = lyc_number_div(scale, b->scale2, t) == LYC_TRUE;
    lyc_number_clear(t);
    return held;
}

/* *is_wide |= some number of the part had a range. */
static void take_ends(lyc_radius_part *part, int *is_wide, side at)
{
    fmpq_t one;
    fmpq_init(one);
    fmpq_one(one);
    *is_wide |= take_end(part->p, at, one);
    *is_wide |= take_end(part->keep, at, one);
    *is_wide |= take_end(part->scale, at, NULL);
    fmpq_clear(one);
}

/* One block: a layer of the radius for each of its own. */
static int set_deep(lyc_radius_t y, int *is_wide, const lyc_step *s, side at,
                    slong prec)
{
    const lyc_block *b = s->block;
    int held = 1;
    for (slong l = 0; l < b->layers && held; l++)
    {
        lyc_radius_part part;
        lyc_radius_part_init(&part);
        part.width = b->width[l];
        lyc_number_set(part.p, b->p + l);
        if (l == 0)
            lyc_number_set(part.keep, b->keep);
        held = l > 0 || relative_scale(part.scale, b, s->alpha);
        take_ends(&part, is_wide, at);
        held = held && lyc_radius_add_layer(y, &part, 1, prec);
        lyc_radius_part_clear(&part);
    }
    return held;
}

/* Several blocks with one hidden layer each: Y is the sum of theirs. */
static int set_wide(lyc_radius_t y, int *is_wide, const lyc_step *s, side at,
                    slong prec)
{
    lyc_radius_part *part = lyc_calloc((size_t)s->blocks, sizeof *part);
    int held = 1;
    for (slong j = 0; j < s->blocks; j++)
    {
        const lyc_block *b = s->block + j;
        lyc_radius_part_init(part + j);
        part[j].width = b->width[0];
        lyc_number_set(part[j].p, b->p);
        lyc_number_set(part[j].keep, b->keep);
        held &= b->layers == 1 && relative_scale(part[j].scale, b, s->alpha);
        take_ends(part + j, is_wide, at);
    }
    held = held && lyc_radius_add_layer(y, part, s->blocks, prec);
    for (slong j = 0; j < s->blocks; j++)
        lyc_radius_part_clear(part + j);
    free(part);
    return held;
}

static int at_end(arb_t value, int *is_wide, const lyc_step *s, side at,
                  double seconds, slong prec)
{
    lyc_radius_t y;
    lyc_radius_init(y);
    const int held =
        (s->blocks == 1 ? set_deep : set_wide)(y, is_wide, s, at, prec + 30) &&
        lyc_radius_seconds(y, prec) <= seconds;
    if (held)
        lyc_radius_log_mean(value, s->rows, y, prec);
    lyc_radius_clear(y);
    return held;
}

/* Theorem closed-forms.block-ranges */
int lyc_isotropic_blocks(arb_t value, const lyc_step *s, double seconds,
                         slong prec)
{
    int is_wide = 0;
    arb_t lower;
    if (!at_end(value, &is_wide, s, UPPER, seconds, prec))
        return 0;
    if (!is_wide)
        return 1;
    if (s->rows < 2 || !arb_is_finite(value))
        return 0;
    arb_init(lower);
    if (!at_end(lower, &is_wide, s, LOWER, seconds, prec) ||
        !arb_is_finite(lower))
        arb_zero(lower);
    arb_union(value, lower, value, prec);
    arb_clear(lower);
    return 1;
}
