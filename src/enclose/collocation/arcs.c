/* Arcs of directions that the law maps into themselves. */
#include <math.h>

#include "enclose/collocation/collocation.h"

static void get_doubles(double (*a)[4], const lyc_cone_letters_t letters)
{
    arb_t t;
    arb_init(t);
    for (slong i = 0; i < letters->length; i++)
        for (int j = 0; j < 4; j++)
        {
            lyc_number_get_arb(t, letters->matrix[i].entry + j, 64);
            a[i][j] = arf_get_d(arb_midref(t), ARF_RND_NEAR);
        }
    arb_clear(t);
}

/* Coordinates of the direction t in the basis of the directions u, v: the
 * second over the first. */
static double ratio(double t, double u, double v)
{
    return sin(t - u) / sin(v - t);
}

/* Integer vectors in the directions of the arc's ends, off by less than
 * `error`. Their lengths are such that what repels lies symmetrically in the
 * chart, at s and -s: then polynomials converge fastest. */
static void set_ends(fmpz *end, const lyc_arc_run *run, double error)
{
    const double p = ratio(run->from, run->left, run->right);
    const double q = ratio(run->to, run->left, run->right);
    const double even = sqrt(sqrt(1 / (p * q)));
    const double stretch = even > 1e-3 && even < 1e3 ? even : 1;
    const double size = 2 / (error * fmin(stretch, 1 / stretch));
    const double length[2] = {size * stretch, size / stretch};
    const double angle[2] = {run->left, run->right};
    fmpz_t g;
    fmpz_init(g);
    for (int i = 0; i < 2; i++)
    {
        fmpz_set_d(end + 2 * i, nearbyint(length[i] * cos(angle[i])));
        fmpz_set_d(end + 2 * i + 1, nearbyint(length[i] * sin(angle[i])));
    }
    _fmpz_vec_content(g, end, 4);
    if (!fmpz_is_zero(g))
        _fmpz_vec_scalar_divexact_fmpz(end, end, 4, g);
    fmpz_clear(g);
}

static int prove(lyc_collocation_t c, const lyc_arc_run *run, int runs,
                 double margin, const lyc_cone_letters_t letters,
                 const lyc_limits_t limits)
{
    lyc_cone_t cone;
    lyc_diag_t why;
    lyc_collocation_clear(c);
    lyc_collocation_init(c, runs, 0);
    for (int r = 0; r < runs; r++)
        set_ends(c->end + 4 * r, run + r, margin / 8);
    lyc_diag_init(why);
    const int ok =
        lyc_cone_init(cone, c, letters, 64, limits, why) == LYC_PROVED;
    if (!ok)
        lyc_limits_say(limits, 2, "collocation: %s",
                       why->is_set ? why->text : "arcs are not invariant");
    lyc_cone_clear(cone);
    lyc_diag_clear(why);
    return ok;
}

/* The narrowest gap between an arc and what repels it. */
static double least_gap(const lyc_arc_run *run, int runs)
{
    double gap = 1;
    for (int r = 0; r < runs; r++)
        gap = fmin(gap,
                   fmin(run[r].left - run[r].from, run[r].to - run[r].right));
    return gap;
}

/* Margins tried, as powers of two of the narrowest gap. */
static const int margins[] = {-8, -12, -18, -5};

int lyc_arcs_find(lyc_collocation_t c, const lyc_cone_letters_t letters,
                  const lyc_limits_t limits)
{
    const slong n = letters->length;
    double(*a)[4] = lyc_malloc((size_t)n * sizeof *a);
    lyc_arc_run first[LYC_ARC_RUNS], run[LYC_ARC_RUNS];
    int found = 0;
    get_doubles(a, letters);
    const int runs = lyc_arc_runs(first, a, n);
    const double gap = runs > 0 ? least_gap(first, runs) : 0;
    for (size_t i = 0; i < 4 && !found && gap > 1e-9; i++)
    {
        const double margin = ldexp(gap, margins[i]);
        for (int r = 0; r < runs; r++)
            run[r] = first[r];
        found = lyc_arc_widen(run, runs, a, n, margin) &&
                prove(c, run, runs, margin, letters, limits);
    }
    free(a);
    return found;
}
