/* Cubes at their limits: of time, and of doubles. */
#include <criterion/criterion.h>
#include <math.h>

#include "certify/cubing.h"

/* Of cell 0; `begun`: when a piece that holds it was looked at in time. */
static lyc_box_bounds bounds_of(cube_scene *s, int begun, double seconds)
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
    cube_scene s;
    cube_scene_init(&s, "[uniform(-1,1),1,0;0,uniform(-1,1),1;1,0,1/2]", 1, 2,
                    1);
    for (int begun = 0; begun < 2; begun++)
    {
        const lyc_box_bounds b = bounds_of(&s, begun, 0);
        cr_expect(b.lower == -INFINITY && b.upper == INFINITY);
        s.limits->max_seconds = INFINITY;
    }
    const lyc_box_bounds b = bounds_of(&s, 1, INFINITY);
    cr_expect(isfinite(b.lower) && isfinite(b.upper) && b.lower < b.upper);
    cube_scene_clear(&s);
}

/* Once late, a walk stays late when it is begun from what it left. */
Test(cubes_limits, a_late_walk_is_not_taken_up)
{
    cube_scene s;
    cube_scene_init(&s, "[uniform(-1,1),1,0;0,1,1;1,0,1/2]", 1, 1, 1);
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
    cube_scene_clear(&s);
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
        cube_scene s;
        cube_scene_init(&s, laws[i], 2, 2, 1);
        const lyc_box box = lyc_box_tree_cell(s.tree, 0);
        const double steep = lyc_cubes_steepness(s.a, 0, &box, ones);
        cr_expect_eq(s.a->outcome[0].slopes[0], i == 0 ? 2 : 0);
        cr_expect(steep >= 0 && steep < INFINITY);
        cr_expect(i == 0 || steep == 0);
        cube_scene_clear(&s);
    }
}
