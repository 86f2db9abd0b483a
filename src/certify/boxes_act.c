#include <stdlib.h>

#include "certify/box.h"
#include "lyapcert/text.h"

/* Theorem setting.symmetries */
/* The law of M^-1 A M. */
static lyc_truth_t change_basis(lyc_law_t out, const lyc_law_t law,
                                const lyc_matrix_t m)
{
    const slong n = law->dim;
    lyc_matrix_struct *atom;
    lyc_matrix_t inverse, t;
    if (m->rows != n || m->columns != n)
        return LYC_FALSE;
    lyc_matrix_init(inverse, n, n);
    lyc_matrix_init(t, n, n);
    const lyc_truth_t known = lyc_matrix_inv(inverse, m);
    if (known == LYC_TRUE)
    {
        atom = lyc_malloc((size_t)law->length * sizeof *atom);
        for (slong i = 0; i < law->length; i++)
        {
            lyc_matrix_init(atom + i, n, n);
            lyc_matrix_mul(t, law->atom + i, m);
            lyc_matrix_mul(atom + i, inverse, t);
        }
        lyc_law_with_atoms(out, law, atom, n);
        for (slong i = 0; i < law->length; i++)
            lyc_matrix_clear(atom + i);
        free(atom);
    }
    lyc_matrix_clear(inverse);
    lyc_matrix_clear(t);
    return known;
}

/* Lambda^power, up to a change of basis. */
static lyc_truth_t take_power(lyc_law_t law, const lyc_boxes_t b)
{
    lyc_truth_t known = LYC_TRUE;
    lyc_law_t t;
    if (b->power == 1)
        return LYC_TRUE;
    lyc_law_init(t);
    if (b->dim == LYC_BOXES_PLANES_DIM)
        lyc_law_planes(t, law);
    else
        known = lyc_law_cofactors(t, law);
    lyc_law_set(law, t);
    lyc_law_clear(t);
    return known;
}

/* Theorem spectrum.power */
/* Theorem spectrum.planes */
lyc_truth_t lyc_boxes_act(lyc_law_t acting, const lyc_law_t law,
                          const lyc_boxes_t b)
{
    const int is_planes = b->dim == LYC_BOXES_PLANES_DIM;
    lyc_truth_t known = LYC_TRUE;
    if (law->dim != (is_planes ? 4 : b->dim) ||
        (is_planes ? b->power != 2 : b->power != 1 && b->power != law->dim - 1))
        return LYC_FALSE;
    if (b->basis == NULL)
        lyc_law_set(acting, law);
    else
        known = change_basis(acting, law, b->basis);
    if (known == LYC_TRUE)
        known = take_power(acting, b);
    if (known == LYC_TRUE && b->acts == LYC_ACTS_TRANSPOSE)
    {
        lyc_law_t t;
        lyc_law_init(t);
        lyc_law_transpose(t, acting);
        lyc_law_set(acting, t);
        lyc_law_clear(t);
    }
    return known;
}
