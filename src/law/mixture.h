/* Outcomes gathered with weights: {w: x, …} and joint enumeration. */
#ifndef LYAPCERT_LAW_MIXTURE_H
#define LYAPCERT_LAW_MIXTURE_H

#include "law/eval.h"

typedef struct
{
    lyc_draw_t sum; /* atoms so far; weights always present */
    slong capacity;
} lyc_mixture;

void lyc_mixture_init(lyc_mixture *m);
void lyc_mixture_clear(lyc_mixture *m);

/* Moves the atoms of x, weights times w, into m; x is left empty. Shapes must
 * agree with what is there (checked, error at e); multiples of I take their
 * size from the others. 1, or 0 and eval->diag. */
int lyc_mixture_add(lyc_mixture *m, const lyc_number_t w, lyc_draw_t x,
                    const lyc_expr *e, lyc_eval *eval);

/* Moves what was gathered, merged, into out. 1, or 0 and eval->diag where too
 * many atoms are left. */
int lyc_mixture_get(lyc_draw_t out, lyc_mixture *m, const lyc_expr *e,
                    lyc_eval *eval);

#endif
