#include "lyapcert/boxes.h"

#include <assert.h>

#include "lyapcert/text.h"

void lyc_boxes_init(lyc_boxes_t b, slong dim, slong cells)
{
    assert(dim >= 1 && cells >= 0);
    const size_t n = cells > 0 ? (size_t)cells : 1;
    b->dim = dim;
    b->power = 1;
    b->acts = LYC_ACTS_LAW;
    b->is_projective = 1;
    b->cells = cells;
    b->tree = lyc_calloc(2 * n + 1, 1);
    b->form = lyc_calloc(n * (size_t)dim, sizeof(int32_t));
    b->lower = lyc_calloc(n, sizeof(int64_t));
    b->upper = lyc_calloc(n, sizeof(int64_t));
    b->lower_goal = b->upper_goal = 0;
}

void lyc_boxes_clear(lyc_boxes_t b)
{
    free(b->tree);
    free(b->form);
    free(b->lower);
    free(b->upper);
}

void lyc_boxes_swap(lyc_boxes_t a, lyc_boxes_t b)
{
    const lyc_boxes_struct t = *a;
    *a = *b;
    *b = t;
}
