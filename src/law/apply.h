/* Functions of outcomes, applied to whole distributions. A function sets a
 * shell; other than LYC_TRUE it stops the work and is returned. */
#ifndef LYAPCERT_LAW_APPLY_H
#define LYAPCERT_LAW_APPLY_H

#include "law/draw.h"

typedef lyc_truth_t lyc_map_function(lyc_matrix_t c, const lyc_matrix_t a,
                                     const void *context);
typedef lyc_truth_t lyc_pair_function(lyc_matrix_t c, const lyc_matrix_t a,
                                      const lyc_matrix_t b);

/* out = the law of f(x), of the kind and shape given. */
lyc_truth_t lyc_draw_map(lyc_draw_t out, lyc_draw_kind kind, slong rows,
                         slong columns, const lyc_draw_t x, lyc_map_function *f,
                         const void *context);

/* out = the law of f(x, y), x and y independent. */
lyc_truth_t lyc_draw_pairs(lyc_draw_t out, lyc_draw_kind kind, slong rows,
                           slong columns, const lyc_draw_t x,
                           const lyc_draw_t y, lyc_pair_function *f);

/* out = the law of the rows x columns matrix with independent scalar entries:
 * entry k is at[k], NULL for 0. */
void lyc_draw_entries(lyc_draw_t out, slong rows, slong columns,
                      const lyc_draw_struct *const *at);

#endif
