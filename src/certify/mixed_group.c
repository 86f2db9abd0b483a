#include "certify/mixed.h"

/* The only row of draw j's matrices that is not proved to be 0, in all
 * outcomes; -1 where there is none or more than one. */
static slong only_row(const lyc_affine_law_t f, slong j)
{
    slong row = -1;
    for (slong o = 0; o < f->outcomes; o++)
        for (slong i = 0; i < f->dim * f->dim; i++)
        {
            const slong r = i / f->dim;
            if (r == row || lyc_number_is_zero(f->outcome[o].part[j + 1].entry +
                                               i) == LYC_TRUE)
                continue;
            if (row >= 0)
                return -1;
            row = r;
        }
    return row;
}

static int is_uniform(const lyc_affine_law_t f, slong j)
{
    return f->draw[j].kind == LYC_TERM_UNIFORM;
}

slong lyc_mixed_groups(lyc_mixed_group group[LYC_AFFINE_LAW_MAX_DRAWS],
                       const lyc_affine_law_t f)
{
    slong groups = 0;
    for (slong j = 0; j < f->draws; j++)
    {
        const slong row = is_uniform(f, j) ? only_row(f, j) : -1;
        slong g = 0;
        while (g < groups &&
               (row < 0 || group[g].row != row || group[g].draws == 2))
            g++;
        lyc_mixed_group *a = group + g;
        if (g == groups)
        {
            a->draws = 0;
            a->row = row;
            groups++;
        }
        a->draw[a->draws++] = j;
    }
    for (slong g = 0; g < groups; g++)
        if (group[g].draws == 1)
            group[g].row = -1;
    return groups;
}
