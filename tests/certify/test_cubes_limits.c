/* Cubes at their limits: of time, and of doubles. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "certify/boxes.h"
#include "certify/cubes.h"
#include "certify/cubing.h"
#include "certify/fans.h"

#define CELLS 192

/* A law with draws that are uniform on [-1, 1], on norm_boxes. */
typedef struct
{
    lyc_affine_law_t f;
    lyc_cubes_t c;
    lyc_cubes_law_t a;
    lyc_box_tree_t tree;
    lyc_limits_t limits;
    double form[3 * CELLS], factor[CELLS];
    lyc_box_gauge_t g;
} scene;

static void scene_init(scene *s, const char *text, slong power, slong draws)
{
    const char *why;
    lyc_law_t law;
    lyc_diag_t d;
    lyc_diag_init(d);
    test_law(law, text);
    lyc_affine_law_init(s->f);
    cr_assert(lyc_affine_law_set(s->f, &why, law), "%s", why);
    uniform_cubes(s->c, draws, 16, -1, 1);
    s->c->boxes->power = power;
    cr_assert_eq(lyc_cubes_law_init(s->a, s->f, s->c, 64, d), LYC_PROVED);
    cr_assert(lyc_box_tree_init(s->tree, 3, 1, CELLS, s->c->boxes->tree));
    for (slong k = 0; k < 3 * CELLS; k++)
        s->form[k] = s->c->boxes->form[k];
    for (slong k = 0; k < CELLS; k++)
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

static void scene_clear(scene *s)
{
    lyc_limits_clear(s->limits);
    lyc_box_tree_clear(s->tree);
    lyc_cubes_law_clear(s->a);
    lyc_cubes_clear(s->c);
    lyc_affine_law_clear(s->f);
}

/* Of cell 0; `begun`: when a piece that holds it was looked at in time. */
static lyc_box_bounds bounds_of(scene *s, int begun, double seconds)
{
    lyc_box_work_t whole, w;
    const lyc_box box = lyc_box_tree_cell(s->tree, 0);
    lyc_box_work_init(whole, s->g);
    lyc_box_work_init(w, s->g);
    if (!begun)
        s->limits->max_seconds = seconds;
    lyc_box_covers(whole, NULL, s->g, &box);
    s->limits->max_seconds = seconds;
    lyc_box_covers(w, whole, s->g, &box);
    const lyc_box_bounds b = lyc_box_bounds_of(w, s->g, &box, 0);
    lyc_box_work_clear(whole);
    lyc_box_work_clear(w);
    return b;
}

/* A walk that did not end says nothing about the piece, though what it has
 * seen of the law would bound the rest. */
Test(cubes_limits, time)
{
    scene s;
    scene_init(&s, "[uniform(-1,1),1,0;0,uniform(-1,1),1;1,0,1/2]", 1, 2);
    for (int begun = 0; begun < 2; begun++)
    {
        const lyc_box_bounds b = bounds_of(&s, begun, 0);
        cr_expect(b.lower == -INFINITY && b.upper == INFINITY);
        s.limits->max_seconds = INFINITY;
    }
    const lyc_box_bounds b = bounds_of(&s, 1, INFINITY);
    cr_expect(isfinite(b.lower) && isfinite(b.upper) && b.lower < b.upper);
    scene_clear(&s);
}

/* Once late, a walk stays late when it is begun from what it left. */
Test(cubes_limits, a_late_walk_is_not_taken_up)
{
    scene s;
    scene_init(&s, "[uniform(-1,1),1,0;0,1,1;1,0,1/2]", 1, 1);
    const lyc_box box = lyc_box_tree_cell(s.tree, 0);
    lyc_box_work_t whole, w;
    lyc_box_work_init(whole, s.g);
    lyc_box_work_init(w, s.g);
    s.limits->max_seconds = 0;
    lyc_box_covers(whole, NULL, s.g, &box);
    s.limits->max_seconds = INFINITY;
    lyc_box_covers(w, whole, s.g, &box);
    const lyc_box_bounds b = lyc_box_bounds_of(w, s.g, &box, 0);
    cr_expect(b.lower == -INFINITY && b.upper == INFINITY);
    lyc_box_work_clear(whole);
    lyc_box_work_clear(w);
    scene_clear(&s);
}

/* M_j + t M_ij beyond doubles is no slope. */
Test(cubes_limits, slopes)
{
    static const char *const laws[] = {
        "[uniform(-1,1),1,0;0,uniform(-1,1),1;1,0,1/2]",
        "[2^600*uniform(-1,1),1,0;0,uniform(-2^500,2^500),1;1,0,1/2]"};
    const double ones[] = {1, 1, 1, 1};
    for (int i = 0; i < 2; i++)
    {
        scene s;
        scene_init(&s, laws[i], 2, 2);
        const lyc_box box = lyc_box_tree_cell(s.tree, 0);
        const double steep = lyc_cubes_steepness(s.a, 0, &box, ones);
        cr_expect_eq(s.a->outcome[0].slopes[0], i == 0 ? 2 : 0);
        cr_expect(steep >= 0 && steep < INFINITY);
        cr_expect(i == 0 || steep == 0);
        scene_clear(&s);
    }
}
