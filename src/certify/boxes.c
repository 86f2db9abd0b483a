#include "lyapcert/boxes.h"

#include <assert.h>
#include <stdlib.h>

#include "lyapcert/text.h"

void lyc_boxes_init(lyc_boxes_t b, slong dim, slong cells)
{
    assert(dim >= 1 && cells >= 0);
    const size_t n = cells > 0 ? (size_t)cells : 1;
    b->dim = dim;
    b->power = 1;
    b->acts = LYC_ACTS_LAW;
    b->basis = NULL;
    b->exponent = NULL;
    b->is_projective = 1;
    b->cells = cells;
    b->tree = lyc_calloc(2 * n + 1, 1);
    b->form = lyc_calloc(n * (size_t)dim, sizeof(int32_t));
    b->lower = lyc_calloc(n, sizeof(int64_t));
    b->upper = lyc_calloc(n, sizeof(int64_t));
    b->lower_goal = b->upper_goal = 0;
}

void lyc_boxes_add_exponents(lyc_boxes_t b)
{
    free(b->exponent);
    b->exponent = lyc_calloc((size_t)b->cells + 1, sizeof *b->exponent);
}

static void clear_basis(lyc_boxes_t b)
{
    if (b->basis == NULL)
        return;
    lyc_matrix_clear(b->basis);
    free(b->basis);
    b->basis = NULL;
}

void lyc_boxes_set_basis(lyc_boxes_t b, const lyc_matrix_t m)
{
    clear_basis(b);
    b->basis = lyc_malloc(sizeof *b->basis);
    lyc_matrix_init(b->basis, m->rows, m->columns);
    lyc_matrix_set(b->basis, m);
}

void lyc_boxes_clear(lyc_boxes_t b)
{
    clear_basis(b);
    free(b->exponent);
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
