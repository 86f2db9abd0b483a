#include <math.h>
#include <stdlib.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "certify/box.h"
#include "certify/box_round.h"
#include "certify/cubes.h"
#include "certify/kinds.h"
#include "lyapcert/text.h"

/* Cells looked at in a stretch. */
#define BLOCK 1024

typedef struct
{
    const lyc_box_gauge_struct *g;
    const lyc_limits_struct *limits;
    double lower_goal, upper_goal;
    lyc_box_bounds all;
    int is_late;
} survey;

static lyc_box_bounds wider(lyc_box_bounds a, lyc_box_bounds b)
{
    return (lyc_box_bounds){lyc_min_down(a.lower, b.lower),
                            lyc_max_up(a.upper, b.upper)};
}

/* Bounds on the piece, which is cut in halves while it keeps the bracket from
 * the goals, at most so many times one after the other; `known`: on other
 * pieces. A piece inside these bounds is left as it is: it cannot matter to
 * the bounds on all pieces, which thus do not depend on the order of work. */
static lyc_box_bounds cross(lyc_box_bounds known, int depth,
                            lyc_box_work_struct *w,
                            const lyc_box_work_struct *whole, const survey *s,
                            const lyc_box *piece, slong cell)
{
    if (lyc_limits_out_of_time(s->limits))
        return (lyc_box_bounds){-INFINITY, INFINITY};
    lyc_box_covers(w, whole, s->g, piece);
    const lyc_box_bounds b = lyc_box_bounds_of(w, s->g, piece, cell);
    const int is_good = b.lower >= s->lower_goal && b.upper <= s->upper_goal;
    const int is_idle = b.lower >= known.lower && b.upper <= known.upper;
    if (is_good || is_idle || depth == lyc_box_halvings(s->g))
        return b;
    const int axis = lyc_box_longest_axis(w, s->g);
    lyc_box_bounds parts = {INFINITY, -INFINITY};
    for (int half = 0; half < 2; half++)
    {
        const lyc_box part = lyc_box_half(piece, axis, half);
        const lyc_box_bounds p =
            cross(wider(known, parts), depth + 1, w + 1, w, s, &part, cell);
        parts = wider(parts, p);
    }
    /* Both hold. */
    return (lyc_box_bounds){lyc_max_down(b.lower, parts.lower),
                            lyc_min_up(b.upper, parts.upper)};
}

/* What others have found already need not be found again: the least and the
 * largest bounds do not depend on it. */
static lyc_box_bounds found_so_far(const survey *s, int *late)
{
    lyc_box_bounds all;
#ifdef _OPENMP
#pragma omp critical(lyc_box_survey)
#endif
    {
        all = s->all;
        *late = s->is_late;
    }
    return all;
}

static void cross_block(survey *s, lyc_box_work_struct *w, slong begin)
{
    const slong n = s->g->tree->cells;
    const slong end = n - begin > BLOCK ? begin + BLOCK : n;
    int late;
    lyc_box_bounds all = found_so_far(s, &late);
    for (slong l = begin; l < end && !late; l++)
    {
        const lyc_box box = lyc_box_tree_cell(s->g->tree, l);
        all = wider(all, cross(all, 0, w, NULL, s, &box, l));
        late = lyc_limits_out_of_time(s->limits);
    }
#ifdef _OPENMP
#pragma omp critical(lyc_box_survey)
#endif
    {
        s->is_late |= late;
        s->all = wider(s->all, all);
    }
}

static void cross_all(survey *s)
{
    const slong n = s->g->tree->cells;
#ifdef _OPENMP
    const int threads =
        s->limits->threads > 0 ? s->limits->threads : omp_get_num_procs();
#pragma omp parallel num_threads(threads) if (n > BLOCK)
#endif
    {
        lyc_box_work_struct w[LYC_BOX_HALVINGS + 1];
        for (int n = 0; n <= LYC_BOX_HALVINGS; n++)
            lyc_box_work_init(w + n, s->g);
#ifdef _OPENMP
#pragma omp for schedule(dynamic)
#endif
        for (slong begin = 0; begin < n; begin += BLOCK)
            cross_block(s, w, begin);
        for (int n = 0; n <= LYC_BOX_HALVINGS; n++)
            lyc_box_work_clear(w + n);
    }
}

/* exp(offset 2^-35) up to a factor 1 + t, |t| < 2^-52. */
static double factor_of(int64_t offset, arb_t t)
{
    arb_set_si(t, (slong)offset);
    arb_mul_2exp_si(t, t, -LYC_BOXES_SCALE - 1);
    arb_exp(t, t, 80);
    return arf_get_d(arb_midref(t), ARF_RND_NEAR);
}

/* exp((offset - other) / 2), or exp(offset) for scaled forms, up to a factor
 * 1 + t, |t| < 2^-52. */
static double *factors_of(const lyc_boxes_t b, const int64_t *offset,
                          const int64_t *other)
{
    double *factor = lyc_malloc((size_t)b->cells * sizeof *factor);
    arb_t t;
    arb_init(t);
    for (slong l = 0; l < b->cells; l++)
        factor[l] = factor_of(
            b->exponent == NULL ? offset[l] - other[l] : 2 * offset[l], t);
    arb_clear(t);
    return factor;
}

/* The forms times exp((lower + upper) / 2), two roundings; scaled ones are
 * exact. */
static double *forms_of(const lyc_boxes_t b)
{
    const slong d = b->dim;
    double *form = lyc_malloc((size_t)(b->cells * d) * sizeof *form);
    arb_t t;
    arb_init(t);
    for (slong l = 0; l < b->cells; l++)
    {
        const double factor = b->exponent == NULL
                                  ? factor_of(b->lower[l] + b->upper[l], t)
                                  : ldexp(1, b->exponent[l]);
        for (slong c = 0; c < d; c++)
            form[l * d + c] = factor * b->form[l * d + c];
    }
    arb_clear(t);
    return form;
}

static int offsets_are_in_range(const lyc_boxes_t b, lyc_diag_t d)
{
    for (slong l = 0; l < b->cells; l++)
        if (b->lower[l] > LYC_BOXES_MAX_OFFSET ||
            b->upper[l] > LYC_BOXES_MAX_OFFSET ||
            b->lower[l] < -LYC_BOXES_MAX_OFFSET ||
            b->upper[l] < -LYC_BOXES_MAX_OFFSET ||
            (b->exponent != NULL &&
             abs((int)b->exponent[l]) > LYC_BOXES_MAX_EXPONENT))
            return lyc_diag_fail(d, LYC_DISPROVED,
                                 "an offset of cell %ld is out of range",
                                 (long)l);
    return 1;
}

/* The forms must be positive on their cones, at the corners. */
static int forms_are_positive(const lyc_boxes_t b, const lyc_box_tree_t t,
                              lyc_diag_t d)
{
    double r[LYC_BOX_DIM];
    for (slong l = 0; l < b->cells; l++)
        for (int k = 0; k < lyc_box_corners(t->dim); k++)
        {
            const lyc_box box = lyc_box_tree_cell(t, l);
            double sum = 0, size = 0;
            lyc_box_corner(r, &box, t->dim, k);
            for (int c = 0; c < t->dim; c++)
            {
                sum += b->form[l * t->dim + c] * r[c];
                size += fabs((double)b->form[l * t->dim + c]);
            }
            if (!(sum > (lyc_box_is_planes(t->dim) ? 0x1p-46 : 0x1p-49) * size))
                return lyc_diag_fail(d, LYC_DISPROVED,
                                     "the gauge is not positive on cell %ld",
                                     (long)l);
        }
    return 1;
}

static void set_arf(arf_t bound, double x, const arb_t log_scale, slong prec,
                    int side)
{
    arf_t t;
    arf_init(t);
    if (side < 0)
        arb_get_lbound_arf(t, log_scale, prec);
    else
        arb_get_ubound_arf(t, log_scale, prec);
    arf_set_d(bound, x);
    arf_add(bound, bound, t, prec, side < 0 ? ARF_RND_FLOOR : ARF_RND_CEIL);
    if (arf_is_nan(bound) && side < 0)
        arf_neg_inf(bound);
    if (arf_is_nan(bound) && side > 0)
        arf_pos_inf(bound);
    arf_clear(t);
}

static lyc_verdict_t survey_cells(arf_t lower, arf_t upper, const lyc_boxes_t b,
                                  const lyc_box_gauge_t g, slong prec,
                                  const lyc_limits_t limits, lyc_diag_t d)
{
    const double scale =
        arf_get_d(arb_midref(g->atoms->log_scale), ARF_RND_NEAR);
    survey s = {.g = g,
                .limits = limits,
                .lower_goal = ldexp((double)b->lower_goal, -40) - scale,
                .upper_goal = ldexp((double)b->upper_goal, -40) - scale,
                .all = {INFINITY, -INFINITY},
                .is_late = 0};
    cross_all(&s);
    if (s.is_late)
        return lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    set_arf(lower, s.all.lower, g->atoms->log_scale, prec, -1);
    set_arf(upper, s.all.upper, g->atoms->log_scale, prec, 1);
    return LYC_PROVED;
}

/* Theorem spectrum.boxes */
/* lower <= lambda_1 (Theorem bracket.lower) and lambda_1 <= upper (Theorem
 * bracket.upper). Hypotheses: the cones cover R^d\{0} up to sign, or the
 * orthant, which the caller has proved to be invariant (lyc_box_tree_init);
 * the forms are positive on their cones. */
lyc_verdict_t lyc_box_bracket_of(arf_t lower, arf_t upper, const lyc_boxes_t b,
                                 const lyc_box_atoms_t atoms,
                                 const struct lyc_cubes_law *cubes, slong prec,
                                 const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_box_tree_t tree;
    lyc_verdict_t v = LYC_DISPROVED;
    arf_neg_inf(lower);
    arf_pos_inf(upper);
    if (!lyc_box_tree_init(tree, (int)b->dim, b->is_projective, b->cells,
                           b->tree))
        lyc_diag_fail(d, LYC_DISPROVED, "the trees are not trees of cells");
    else if (offsets_are_in_range(b, d) && forms_are_positive(b, tree, d))
    {
        double *form = forms_of(b), *low, *high;
        low = factors_of(b, b->lower, b->upper);
        high = factors_of(b, b->upper, b->lower);
        lyc_box_gauge_t g = {{.tree = tree,
                              .atoms = atoms,
                              .cubes = cubes,
                              .form = form,
                              .factor = {low, high},
                              .limits = limits}};
        lyc_box_gauge_finish(g);
        v = survey_cells(lower, upper, b, g, prec, limits, d);
        free(form);
        free(low);
        free(high);
    }
    lyc_box_tree_clear(tree);
    return v;
}

lyc_verdict_t lyc_box_bracket(arf_t lower, arf_t upper, const lyc_boxes_t b,
                              const lyc_law_t law, slong prec,
                              const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_box_atoms_t atoms;
    if (law->dim != b->dim)
    {
        arf_neg_inf(lower);
        arf_pos_inf(upper);
        return LYC_DISPROVED;
    }
    lyc_box_atoms_init(atoms, law, prec);
    const lyc_verdict_t v =
        lyc_box_bracket_of(lower, upper, b, atoms, NULL, prec, limits, d);
    lyc_box_atoms_clear(atoms);
    return v;
}

/* Theorem continuous-laws.cubes */
lyc_verdict_t lyc_cubes_bracket(arf_t lower, arf_t upper, const lyc_boxes_t b,
                                const lyc_cubes_law_t a, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_box_atoms_t none = {{.dim = LYC_CUBES_DIM}};
    arb_init(none->log_scale);
    arb_set(none->log_scale, a->log_scale);
    const lyc_verdict_t v =
        lyc_box_bracket_of(lower, upper, b, none, a, prec, limits, d);
    arb_clear(none->log_scale);
    return v;
}
