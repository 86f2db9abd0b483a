/* The norm of a matrix that is affine in bounded independent draws is a convex
 * function of them, and greatest at a corner of their range. Every
 * neighbourhood of a corner has a positive probability. */
#include <stdlib.h>

#include "certify/affine_law.h"
#include "claim/norm.h"
#include "lyapcert/text.h"

enum
{
    MAX_CORNERS = 1024
};

static int is_bounded(const lyc_affine_law_t f)
{
    for (slong j = 0; j < f->draws; j++)
    {
        if (f->draw[j].kind != LYC_TERM_UNIFORM)
        {
            return 0;
        }
    }
    return f->outcomes << f->draws <= MAX_CORNERS;
}

/* a = part[0] + sum of the ends of the draws times their parts; bit j of
 * corner says which end. */
static void set_corner(lyc_matrix_t a, const lyc_affine_law_t f,
                       const lyc_affine_outcome *o, slong corner)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_matrix_set(a, o->part);
    for (slong j = 0; j < f->draws; j++)
    {
        const lyc_number_struct *end =
            f->draw[j].term->number + (corner >> j & 1);
        for (slong i = 0; i < f->dim * f->dim; i++)
        {
            lyc_number_mul(t, end, o->part[j + 1].entry + i);
            lyc_number_add(a->entry + i, a->entry + i, t);
        }
    }
    lyc_number_clear(t);
}

slong lyc_law_corners(lyc_matrix_struct **corner, const lyc_law_t law)
{
    lyc_affine_law_t f;
    const char *why;
    slong n = 0;
    *corner = NULL;
    lyc_affine_law_init(f);
    if (lyc_affine_law_set(f, &why, law) && is_bounded(f))
    {
        const slong ways = (slong)1 << f->draws;
        *corner = lyc_malloc((size_t)(f->outcomes * ways) * sizeof **corner);
        for (slong i = 0; i < f->outcomes; i++)
        {
            for (slong k = 0; k < ways; k++)
            {
                lyc_matrix_init(*corner + n, f->dim, f->dim);
                set_corner(*corner + n++, f, f->outcome + i, k);
            }
        }
    }
    lyc_affine_law_clear(f);
    return n;
}

void lyc_law_corners_clear(lyc_matrix_struct *corner, slong n)
{
    for (slong i = 0; i < n; i++)
    {
        lyc_matrix_clear(corner + i);
    }
    free(corner);
}

int lyc_affine_norm_arb(arb_t b, const lyc_law_t law, slong prec)
{
    lyc_matrix_struct *corner;
    const slong n = lyc_law_corners(&corner, law);
    arb_t t;
    arb_init(t);
    arb_zero(b);
    for (slong i = 0; i < n; i++)
    {
        lyc_matrix_norm_arb(t, corner + i, prec);
        arb_max(b, b, t, prec);
    }
    arb_clear(t);
    lyc_law_corners_clear(corner, n);
    return n > 0;
}
