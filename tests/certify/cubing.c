#include "certify/cubing.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "certify/boxes.h"
#include "certify/fans.h"

void uniform_cubes(lyc_cubes_t c, slong draws, slong cells, double low,
                   double high)
{
    slong count[LYC_CUBES_MAX_DRAWS];
    lyc_boxes_t b;
    lyc_cubes_init(c);
    norm_boxes(b);
    b->lower_goal = -(INT64_C(50) << 40);
    b->upper_goal = INT64_C(50) << 40;
    lyc_boxes_swap(c->boxes, b);
    lyc_boxes_clear(b);
    for (slong j = 0; j < draws; j++)
        count[j] = cells - 1;
    lyc_cubes_set_counts(c, draws, count);
    c->cut_scale = 30;
    c->split = INT64_C(1) << 22;
    for (slong j = 0; j < draws; j++)
        for (slong i = 1; i < cells; i++)
            c->cut[c->first[j] + i - 1] = (int64_t)llrint(
                ldexp(low + (high - low) * (double)i / (double)cells, 30));
}

void copy_cubes(lyc_cubes_t c, const lyc_cubes_t b)
{
    slong count[LYC_CUBES_MAX_DRAWS];
    lyc_boxes_t boxes;
    lyc_cubes_init(c);
    copy_boxes(boxes, b->boxes);
    lyc_boxes_swap(c->boxes, boxes);
    lyc_boxes_clear(boxes);
    for (slong j = 0; j < b->draws; j++)
        count[j] = b->first[j + 1] - b->first[j];
    lyc_cubes_set_counts(c, b->draws, count);
    for (slong i = 0; i < b->first[b->draws]; i++)
        c->cut[i] = b->cut[i];
    c->cut_scale = b->cut_scale;
    c->split = b->split;
}

lyc_verdict_t establish_cubes_of(lyc_facts_t facts, const lyc_cubes_t c,
                                 const lyc_law_t law)
{
    lyc_cubes_t copy;
    lyc_evidence_t e;
    lyc_limits_t limits;
    lyc_diag_t d;
    copy_cubes(copy, c);
    lyc_evidence_init(e);
    lyc_evidence_set_cubes(e, 64, copy);
    lyc_cubes_clear(copy);
    lyc_facts_init(facts, law->dim);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(facts, e, law, limits, d);
    cr_assert(v == LYC_PROVED || d->is_set);
    cr_assert_neq(v, LYC_FAILURE, "%s", d->text);
    lyc_evidence_clear(e);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

void cube_scene_init(cube_scene *s, const char *text, slong power, slong draws,
                     double reach)
{
    const char *why;
    lyc_law_t law;
    lyc_diag_t d;
    lyc_diag_init(d);
    test_law(law, text);
    lyc_affine_law_init(s->f);
    cr_assert(lyc_affine_law_set(s->f, &why, law), "%s", why);
    uniform_cubes(s->c, draws, 16, -reach, reach);
    s->c->boxes->power = power;
    cr_assert_eq(lyc_cubes_law_init(s->a, s->f, s->c, 64, d), LYC_PROVED);
    cr_assert(
        lyc_box_tree_init(s->tree, 3, 1, CUBE_SCENE_CELLS, s->c->boxes->tree));
    for (slong k = 0; k < 3 * CUBE_SCENE_CELLS; k++)
        s->form[k] = s->c->boxes->form[k];
    for (slong k = 0; k < CUBE_SCENE_CELLS; k++)
        s->factor[k] = 1;
    lyc_limits_init(s->limits);
    memset(s->g, 0, sizeof *s->g);
    s->g->tree = s->tree;
    s->g->cubes = s->a;
    s->g->form = s->form;
    s->g->factor[0] = s->g->factor[1] = s->factor;
    s->g->limits = s->limits;
    lyc_box_gauge_finish(s->g);
    lyc_law_clear(law);
    lyc_diag_clear(d);
}

void cube_scene_clear(cube_scene *s)
{
    lyc_limits_clear(s->limits);
    lyc_box_tree_clear(s->tree);
    lyc_cubes_law_clear(s->a);
    lyc_cubes_clear(s->c);
    lyc_affine_law_clear(s->f);
}
