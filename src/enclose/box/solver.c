/* One step: refine, look up images, solve for values, cut, solve for offsets,
 * weigh the errors. */
#include <math.h>
#include <string.h>
#include <time.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "enclose/box/solver.h"

/* Solvers stop at these fractions of the present width. */
#define POISSON_SHARE 0.03
#define OFFSETS_SHARE 0.02
#define OFFSETS_SWEEPS 200
#define DUAL_SWEEPS 10

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A tree with every cell halved `levels` times along each axis. */
static void add_uniform(lyc_text_t t, int axes, int levels, int axis)
{
    const char digit = (char)('0' + axis);
    if (levels == 0)
    {
        lyc_text_add(t, ".");
        return;
    }
    const int last = axis == axes - 1;
    lyc_text_add_n(t, &digit, 1);
    for (int half = 0; half < 2; half++)
        add_uniform(t, axes, last ? levels - 1 : levels, last ? 0 : axis + 1);
}

static void set_uniform(lyc_box_solver_t s, int is_projective)
{
    const int levels = s->dim >= 4 ? 2 : s->dim == 3 ? 3 : 5;
    slong cells = s->dim;
    for (int face = 0; face < s->dim; face++)
        add_uniform(s->text, lyc_box_axes(s->dim), levels, 0);
    for (int i = 0; i < lyc_box_axes(s->dim); i++)
        cells <<= levels;
    lyc_box_tree_init(s->tree, s->dim, is_projective, cells, s->text->bytes);
    s->form = lyc_calloc((size_t)(cells * s->dim), sizeof(double));
    s->offset = lyc_calloc(2 * (size_t)cells, sizeof(double));
    s->mass = lyc_malloc((size_t)cells * sizeof(double));
    for (slong j = 0; j < cells; j++)
        s->mass[j] = 1.0 / (double)cells;
    lyc_box_vertices_init(s->vertices);
    lyc_box_vertices_set(s->vertices, s->tree);
    for (slong n = 0; n < s->vertices->length; n++)
        s->vertices->value[n] = 1;
}

/* What acts is there. */
static void begin(lyc_box_solver_t s, int is_projective)
{
    s->dim = s->atoms->dim;
    s->log_scale = arf_get_d(arb_midref(s->atoms->log_scale), ARF_RND_NEAR);
    s->weight = lyc_malloc((size_t)s->atoms->length * sizeof(double));
    for (slong i = 0; i < s->atoms->length; i++)
        s->weight[i] = 0.5 * (s->atoms->atom[i].weight_low +
                              s->atoms->atom[i].weight_high);
    lyc_text_init(s->text);
    set_uniform(s, is_projective);
    lyc_box_pieces_init(s->pieces);
    s->lower = -INFINITY;
    s->upper = INFINITY;
    s->estimate = 1;
    s->caution = 0.02;
    s->threads = 1;
}

void lyc_box_solver_init(lyc_box_solver_t s, const lyc_law_t law,
                         int is_projective)
{
    memset(s, 0, sizeof *s);
    lyc_box_atoms_init(s->atoms, law, 64);
    begin(s, is_projective);
}

void lyc_box_solver_init_cubes(lyc_box_solver_t s,
                               const struct lyc_cubes_law *cubes)
{
    memset(s, 0, sizeof *s);
    s->cubes = cubes;
    lyc_box_cubes_atoms(s->atoms, cubes);
    begin(s, 1);
}

void lyc_box_solver_set_limits(lyc_box_solver_t s, const lyc_limits_t limits)
{
    s->limits = limits;
    s->threads = limits->threads > 0 ? limits->threads : 1;
#ifdef _OPENMP
    if (limits->threads <= 0)
        s->threads = omp_get_num_procs();
#endif
}

void lyc_box_solver_clear(lyc_box_solver_t s)
{
    lyc_box_atoms_clear(s->atoms);
    lyc_box_tree_clear(s->tree);
    lyc_text_clear(s->text);
    lyc_box_pieces_clear(s->pieces);
    lyc_box_vertices_clear(s->vertices);
    free(s->weight);
    free(s->form);
    free(s->offset);
    free(s->mass);
    free(s->dual);
    free(s->error);
}

double lyc_box_solver_bytes(const lyc_box_solver_t s)
{
    const int axes = lyc_box_axes(s->dim);
    const double n = (double)s->tree->cells;
    /* origin, value, where */
    const double vertex = 4 + 8 + 4 * (double)s->atoms->length;
    /* face, level, low; nodes and text, two a cell */
    double own = 1 + 9.0 * axes + 2 * (4 + 1);
    /* form, offset, mass, dual, error; corner */
    own += 8.0 * s->dim + 2 * 8 + 8 + 2 * 4 + 4.0 * (1 << axes);
    own += vertex * (double)s->vertices->length / n;
    for (int k = 0; k < LYC_BOX_BLOCKS; k++)
        own += 4.0 * (double)s->pieces->block[k].room / n;
    return own;
}

static void solve(lyc_box_solver_t s)
{
    const double goal = fmin(fmax(s->estimate, 1e-12), 1);
    lyc_box_locate_images(s);
    lyc_box_approx_mass(s, 4);
    lyc_box_approx_poisson(s, POISSON_SHARE * goal, s->steps < 4 ? 100 : 60);
    lyc_box_quantise(s);
    lyc_box_approx_pieces(s);
    lyc_box_approx_offsets(s, OFFSETS_SHARE * goal, OFFSETS_SWEEPS);
    lyc_box_approx_dual(s, DUAL_SWEEPS);
    lyc_box_approx_errors(s);
}

int lyc_box_solver_step(lyc_box_solver_t s, slong cells)
{
    const double begin = now();
    if (s->steps > 0 && lyc_box_refine(s, cells) == 0)
        return 0;
    solve(s);
    s->steps++;
    s->seconds = now() - begin;
    return 1;
}
