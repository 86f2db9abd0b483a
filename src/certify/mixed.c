#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/mixed.h"

static arb_ptr part_of(const lyc_mixed_t m, slong outcome, slong j)
{
    return m->part + (outcome * (m->law->draws + 1) + j) * 4;
}

static void set_parts(lyc_mixed_t m)
{
    const lyc_affine_law_struct *f = m->law;
    arb_t p;
    arb_init(p);
    m->weight = lyc_malloc((size_t)f->outcomes * sizeof *m->weight);
    m->part = _arb_vec_init(f->outcomes * (f->draws + 1) * 4);
    for (slong o = 0; o < f->outcomes; o++)
    {
        lyc_number_get_arb(p, f->outcome[o].weight, m->prec);
        m->weight[o] = lyc_near_arb(p);
        for (slong j = 0; j <= f->draws; j++)
            for (slong i = 0; i < 4; i++)
                lyc_number_get_arb(part_of(m, o, j) + i,
                                   f->outcome[o].part[j].entry + i, m->prec);
    }
    arb_clear(p);
}

/* Cuts are written as integers; as doubles they are numbers near by, which
 * serve as well for pairs. */
static void set_groups(lyc_mixed_t m, const lyc_mesh_t mesh)
{
    const lyc_affine_law_struct *f = m->law;
    const slong cuts = mesh->first[mesh->groups];
    m->cut_value = lyc_malloc((size_t)(cuts + 1) * sizeof(double));
    for (slong i = 0; i < cuts; i++)
        m->cut_value[i] = ldexp((double)mesh->cut[i], (int)-mesh->cut_scale);
    for (slong g = 0; g < m->groups; g++)
    {
        const lyc_mixed_group *a = m->group + g;
        const slong from = mesh->first[g];
        m->cut[g] = m->cut_value + from;
        m->cuts[g] = mesh->first[g + 1] - from;
        if (a->draws == 1)
            lyc_mixed_draw_cells(m->cells + g, f->draw + a->draw[0],
                                 mesh->cut + from, m->cuts[g], mesh->cut_scale,
                                 m->prec);
        else
            lyc_mixed_pair_init(m->pair + g, f->draw + a->draw[0],
                                f->draw + a->draw[1], m->prec);
    }
    for (slong j = 0; j < f->draws; j++)
        m->density[j] = lyc_mixed_density(f->draw + j, m->prec);
}

/* Strictly rising in every group, also as doubles. */
static int has_rising_cuts(const lyc_mesh_t mesh)
{
    for (slong g = 0; g < mesh->groups; g++)
        for (slong i = mesh->first[g]; i + 1 < mesh->first[g + 1]; i++)
            if (!((double)mesh->cut[i] < (double)mesh->cut[i + 1]))
                return 0;
    return mesh->cut_scale >= 0 && mesh->cut_scale <= 60;
}

lyc_verdict_t lyc_mixed_init(lyc_mixed_t m, const lyc_affine_law_t law,
                             const lyc_mesh_t mesh, slong prec, lyc_diag_t d)
{
    memset(m, 0, sizeof *m);
    m->law = law;
    m->prec = prec;
    m->outcomes = law->outcomes;
    m->split = ldexp((double)mesh->split, -20);
    m->groups = lyc_mixed_groups(m->group, law);
    int held = law->dim == 2 ||
               lyc_diag_fail(d, LYC_DISPROVED, "a fan is for dimension 2");
    for (slong j = 0; held && j < law->draws; j++)
        held = law->draw[j].kind != LYC_TERM_CAUCHY ||
               lyc_diag_fail(d, LYC_DISPROVED,
                             "cells of draws without a mean are not known");
    if (held && m->groups != mesh->groups)
        held = lyc_diag_fail(d, LYC_DISPROVED,
                             "the draws of the law form %ld groups, not %ld",
                             (long)m->groups, (long)mesh->groups);
    if (held && !has_rising_cuts(mesh))
        held = lyc_diag_fail(d, LYC_DISPROVED, "the cuts do not rise");
    if (!held || !lyc_mixed_fan_init(&m->fan, mesh->fan, d))
    {
        m->groups = 0;
        return LYC_DISPROVED;
    }
    set_parts(m);
    set_groups(m, mesh);
    return LYC_PROVED;
}

void lyc_mixed_clear(lyc_mixed_t m)
{
    for (slong g = 0; g < m->groups; g++)
    {
        if (m->group[g].draws == 2)
            lyc_mixed_pair_clear(m->pair + g);
        else
            lyc_mixed_cells_clear(m->cells + g);
    }
    if (m->part != NULL)
        _arb_vec_clear(m->part, m->outcomes * (m->law->draws + 1) * 4);
    free(m->weight);
    free(m->cut_value);
    lyc_mixed_fan_clear(&m->fan);
}
