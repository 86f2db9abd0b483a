#include <stdlib.h>
#include <string.h>

#include "claim/sweep.h"

void lyc_sweep_boxes_init(lyc_sweep_boxes_t s)
{
    memset(s, 0, sizeof *s);
}

void lyc_sweep_boxes_clear(lyc_sweep_boxes_t s)
{
    for (slong i = 0; i < s->length; i++)
    {
        lyc_box_clear(s->box + i);
    }
    free(s->box);
    lyc_sweep_boxes_init(s);
}

void lyc_sweep_boxes_push(lyc_sweep_boxes_t s, const lyc_box_t box)
{
    if (s->length == s->capacity)
    {
        s->capacity = 2 * s->capacity + 16;
        s->box =
            lyc_realloc(s->box, (size_t)s->capacity * sizeof(lyc_box_struct));
    }
    lyc_box_init(s->box + s->length);
    lyc_box_set(s->box + s->length, box);
    s->length++;
}

void lyc_sweep_boxes_pop(lyc_box_t box, lyc_sweep_boxes_t s)
{
    s->length--;
    lyc_box_clear(box);
    *box = s->box[s->length];
}

void lyc_sweep_boxes_merge(lyc_sweep_boxes_t s, const lyc_box_t box)
{
    slong side = -1;
    for (slong i = 0; s->length > 0 && i < box->length; i++)
    {
        const lyc_box_struct *last = s->box + s->length - 1;
        if (fmpq_equal(last->lower + i, box->lower + i) &&
            fmpq_equal(last->upper + i, box->upper + i))
        {
            continue;
        }
        if (side >= 0 || !fmpq_equal(last->upper + i, box->lower + i))
        {
            side = -1;
            break;
        }
        side = i;
    }
    if (side >= 0)
    {
        fmpq_set(s->box[s->length - 1].upper + side, box->upper + side);
    }
    else
    {
        lyc_sweep_boxes_push(s, box);
    }
}

static int by_lower(const void *a, const void *b)
{
    const lyc_box_struct *x = a, *y = b;
    return fmpq_cmp(x->lower, y->lower);
}

void lyc_sweep_boxes_sort(lyc_sweep_boxes_t s)
{
    slong kept = 0;
    if (s->length < 2 || s->box->length != 1)
    {
        return;
    }
    qsort(s->box, (size_t)s->length, sizeof *s->box, by_lower);
    for (slong i = 1; i < s->length; i++)
    {
        lyc_box_struct *last = s->box + kept, *next = s->box + i;
        if (fmpq_cmp(next->lower, last->upper) > 0)
        {
            kept++;
            if (kept < i)
            {
                lyc_box_set(s->box + kept, next);
            }
        }
        else if (fmpq_cmp(next->upper, last->upper) > 0)
        {
            fmpq_set(last->upper, next->upper);
        }
    }
    while (s->length > kept + 1)
    {
        lyc_box_clear(s->box + --s->length);
    }
}

static double width(const fmpq_t lower, const fmpq_t upper)
{
    fmpq_t w;
    arb_t b;
    fmpq_init(w);
    arb_init(b);
    fmpq_sub(w, upper, lower);
    arb_set_fmpq(b, w, 64);
    double d = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    fmpq_clear(w);
    arb_clear(b);
    return d;
}

double lyc_box_relative_width(slong *side, const lyc_box_t box,
                              const lyc_box_t whole)
{
    double largest = 0.0;
    *side = 0;
    for (slong i = 0; i < box->length; i++)
    {
        double all = width(whole->lower + i, whole->upper + i);
        double w = width(box->lower + i, box->upper + i) / all;
        if (all > 0.0 && w > largest)
        {
            largest = w;
            *side = i;
        }
    }
    return largest;
}

static void middle(fmpq_t m, const fmpq_t lower, const fmpq_t upper)
{
    fmpq_add(m, lower, upper);
    fmpq_div_2exp(m, m, 1);
}

void lyc_box_split(lyc_box_t lower, lyc_box_t upper, const lyc_box_t box,
                   slong side)
{
    lyc_box_set(lower, box);
    lyc_box_set(upper, box);
    middle(lower->upper + side, box->lower + side, box->upper + side);
    fmpq_set(upper->lower + side, lower->upper + side);
}

void lyc_box_point(lyc_box_t point, const lyc_box_t box, int position)
{
    lyc_box_set(point, box);
    for (slong i = 0; i < box->length; i++)
    {
        if (position == 0)
        {
            middle(point->lower + i, box->lower + i, box->upper + i);
        }
        else if (position > 0)
        {
            fmpq_set(point->lower + i, box->upper + i);
        }
        fmpq_set(point->upper + i, point->lower + i);
    }
}
