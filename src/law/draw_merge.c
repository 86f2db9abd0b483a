#include <stdlib.h>

#include "law/draw.h"

typedef struct
{
    lyc_number_struct weight;
    lyc_matrix_struct atom;
} outcome;

static int compare(const void *a, const void *b)
{
    return lyc_matrix_order(&((const outcome *)a)->atom,
                            &((const outcome *)b)->atom);
}

static int is_increasing(const lyc_draw_t x)
{
    slong i;

    for (i = 1; i < x->length; i++)
        if (lyc_matrix_order(x->atom + i - 1, x->atom + i) >= 0)
            return 0;
    return 1;
}

/* Equal neighbours become one. Their weights are added pairwise, so that the
 * cost stays low where denominators differ. Returns how many are left. */
static slong combine(outcome *list, slong n)
{
    slong i, j, kept = 0;

    for (i = 0; i < n; i = j)
    {
        slong step, k;

        for (j = i + 1; j < n && compare(list + i, list + j) == 0; j++)
            lyc_matrix_clear(&list[j].atom);
        for (step = 1; step < j - i; step *= 2)
            for (k = i; k + step < j; k += 2 * step)
                lyc_number_add(&list[k].weight, &list[k].weight,
                               &list[k + step].weight);
        for (k = i + 1; k < j; k++)
            lyc_number_clear(&list[k].weight);
        list[kept++] = list[i];
    }
    return kept;
}

void lyc_draw_merge_weighted(lyc_draw_t x)
{
    outcome *list;
    slong i;

    if (is_increasing(x))
        return;
    list = lyc_malloc((size_t)x->length * sizeof(outcome));
    for (i = 0; i < x->length; i++)
        list[i] = (outcome){x->weight[i], x->atom[i]};
    qsort(list, (size_t)x->length, sizeof(outcome), compare);
    x->length = combine(list, x->length);
    for (i = 0; i < x->length; i++)
    {
        x->weight[i] = list[i].weight;
        x->atom[i] = list[i].atom;
    }
    free(list);
}

void lyc_draw_merge(lyc_draw_t x)
{
    if (x->weight == NULL)
        return;
    lyc_draw_merge_weighted(x);
    if (x->length > 1)
        return;
    lyc_number_clear(x->weight);
    free(x->weight);
    x->weight = NULL;
}
