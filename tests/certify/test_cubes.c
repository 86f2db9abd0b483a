/* Boxes for laws with draws in three dimensions: rates by a slow second route,
 * known values, evidence for other laws. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/boxes.h"
#include "certify/cubes.h"
#include "certify/cubing.h"
#include "certify/fans.h"

/* Matrices with T or U for draws that are uniform on [low, high], a new one
 * wherever they stand. */
static const struct
{
    const char *matrix;
    double low, high;
    double slack; /* of the second route */
} rates[] = {
    {"[T,1,0;0,1,1;1,0,1/2]", -1, 1, 1e-4},
    {"[1,T,0;-1,1,T;1/2,0,1]", 0, 2, 1e-3},
    {"{1/3: [T,1,0;0,1,1;1,0,1/2], 2/3: [1,1,U;0,2,1;1,0,1]}", -1, 1, 1e-3},
    {"[T,1,0;0,U,1;1,0,1/2]", -1, 1, 1e-3},
    {"[T,U,1;1,0,0;0,1,0]", -1, 1, 1e-3},
    {"T*[2,1,0;0,1,1;1,0,1] + U*[0,0,0;0,1,0;0,0,0]", 1, 2, 1e-3},
    /* Singular for a value of the draw. */
    {"[T,1,0;0,1,1;1,0,-1]", -1, 2, 4e-2},
};

#define LAWS ((int)(sizeof rates / sizeof rates[0]))

/* T and U become t and u. */
static void put(lyc_text_t out, const char *matrix, const char *t,
                const char *u)
{
    for (; *matrix != '\0'; matrix++)
        if (*matrix == 'T' || *matrix == 'U')
            lyc_text_add(out, *matrix == 'T' ? t : u);
        else
            lyc_text_add_n(out, matrix, 1);
}

static void law_with_draws(lyc_law_t law, int i)
{
    char draw[60];
    lyc_text_t t;
    snprintf(draw, sizeof draw, "uniform(%.0f,%.0f)", rates[i].low,
             rates[i].high);
    lyc_text_init(t);
    put(t, rates[i].matrix, draw, draw);
    test_law(law, t->bytes);
    lyc_text_clear(t);
}

/* The same with finite draws, at the middles of n parts of the range. */
static void law_with_points(lyc_law_t law, int i)
{
    const char *first = strpbrk(rates[i].matrix, "TU");
    const int n = strpbrk(first + 1, "TU") != NULL ? 18 : 300;
    lyc_text_t t, points;
    lyc_text_init(t);
    lyc_text_init(points);
    for (int k = 0; k < n; k++)
        lyc_text_printf(points, "%s%.0f + (%.0f)*%d/%d", k == 0 ? "{" : ", ",
                        rates[i].low, rates[i].high - rates[i].low, 2 * k + 1,
                        2 * n);
    lyc_text_add(points, "}");
    put(t, rates[i].matrix, points->bytes, points->bytes);
    test_law(law, t->bytes);
    lyc_text_clear(t);
    lyc_text_clear(points);
}

/* Bounds on a piece, as the checker finds them. */
static lyc_box_bounds bounds_on(const lyc_box_gauge_t g, const lyc_box *piece,
                                slong cell)
{
    lyc_box_work_t whole, w;
    lyc_box_work_init(whole, g);
    lyc_box_work_init(w, g);
    const lyc_box box = lyc_box_tree_cell(g->tree, cell);
    lyc_box_covers(whole, NULL, g, &box);
    lyc_box_covers(w, whole, g, piece);
    const lyc_box_bounds b = lyc_box_bounds_of(w, g, piece, cell);
    lyc_box_work_clear(whole);
    lyc_box_work_clear(w);
    return b;
}

/* R at random points of a piece is inside the bounds. */
static void compare_on(const lyc_boxes_t b, const lyc_box_gauge_t g,
                       const lyc_law_t points, slong cell, int i, double *width,
                       unsigned long *seed)
{
    lyc_box piece = lyc_box_tree_cell(g->tree, cell);
    for (unsigned long k = test_random(seed) % 12; k > 0; k--)
        piece = lyc_box_half(&piece, (int)(test_random(seed) % 2),
                             (int)(test_random(seed) % 2));
    const lyc_box_bounds r = bounds_on(g, &piece, cell);
    const double scale =
        arf_get_d(arb_midref(g->cubes->log_scale), ARF_RND_NEAR);
    *width += r.upper - r.lower;
    for (int n = 0; n < 4; n++)
    {
        double x[3];
        x[piece.face] = 1;
        for (int k = 0; k < 2; k++)
            x[lyc_box_coordinate(3, piece.face, k)] =
                piece.low[k] +
                piece.width[k] * (double)(test_random(seed) % 101) / 100;
        const double low = reference_rate(b, points, x, 0) - scale;
        const double high = reference_rate(b, points, x, 1) - scale;
        cr_assert(r.lower <= low + rates[i].slack, "%s: %.9g > %.9g",
                  rates[i].matrix, r.lower, low);
        cr_assert(r.upper >= high - rates[i].slack, "%s: %.9g < %.9g",
                  rates[i].matrix, r.upper, high);
    }
}

#define PIECES 30

static void compare(int i, slong power, unsigned long *seed)
{
    lyc_law_t law, points, acting;
    lyc_affine_law_t f;
    lyc_cubes_t c;
    lyc_cubes_law_t a;
    lyc_box_tree_t tree;
    lyc_diag_t d;
    const char *why;
    double form[3 * 192], factor[192], width = 0;
    law_with_draws(law, i);
    law_with_points(points, i);
    lyc_law_init(acting);
    if (power == 1)
        lyc_law_set(acting, points);
    else
        cr_assert_eq(lyc_law_cofactors(acting, points), LYC_TRUE);
    lyc_affine_law_init(f);
    cr_assert(lyc_affine_law_set(f, &why, law), "%s", why);
    uniform_cubes(c, f->draws, 128, rates[i].low, rates[i].high);
    c->boxes->power = power;
    c->split <<= 8 * (test_random(seed) % 3);
    lyc_diag_init(d);
    cr_assert_eq(lyc_cubes_law_init(a, f, c, 64, d), LYC_PROVED, "%s", d->text);
    cr_assert(lyc_box_tree_init(tree, 3, 1, c->boxes->cells, c->boxes->tree));
    for (slong k = 0; k < 3 * 192; k++)
        form[k] = c->boxes->form[k];
    for (slong k = 0; k < 192; k++)
        factor[k] = 1;
    lyc_box_gauge_t g = {
        {.tree = tree, .cubes = a, .form = form, .factor = {factor, factor}}};
    lyc_box_gauge_finish(g);
    for (int n = 0; n < PIECES; n++)
        compare_on(c->boxes, g, acting, (slong)(test_random(seed) % 192), i,
                   &width, seed);
    printf("%s, power %ld: mean width of a piece %.3g\n", rates[i].matrix,
           (long)power, width / PIECES);
    lyc_box_tree_clear(tree);
    lyc_cubes_law_clear(a);
    lyc_cubes_clear(c);
    lyc_affine_law_clear(f);
    lyc_law_clear(law);
    lyc_law_clear(points);
    lyc_law_clear(acting);
    lyc_diag_clear(d);
}

Test(cubes, rates_on_pieces)
{
    unsigned long seed = 11;
    printf("seed 11\n");
    for (int i = 0; i < LAWS; i++)
    {
        compare(i, 1, &seed);
        if (i != 5) /* there the draw stands in every entry */
            compare(i, 2, &seed);
    }
}

/* Exponents that are known: scalar factors of rotations, blocks. */
Test(cubes, known_values)
{
    static const char *const laws[] = {
        "uniform(1,2)*[0,-1,0;1,0,0;0,0,1]",
        "[3,uniform(-1,1),0;0,1,1;0,-1,1]",
        "[3,uniform(-1,1),0;0,1,uniform(-1,1);0,0,2]",
    };
    const double first[] = {2 * log(2) - 1, log(3), log(3)};
    const double sum[] = {NAN, log(3) + log(2) / 2, log(6)};
    const double low[] = {1, -1, -1}, high[] = {2, 1, 1};
    for (int i = 0; i < 3; i++)
        for (slong power = 1; power <= 2; power++)
        {
            lyc_cubes_t c;
            lyc_law_t law;
            lyc_facts_t facts;
            test_law(law, laws[i]);
            uniform_cubes(c, i == 2 ? 2 : 1, 32, low[i], high[i]);
            c->boxes->power = power;
            const lyc_verdict_t v = establish_cubes_of(facts, c, law);
            cr_assert_eq(v, power == 2 && i == 0 ? LYC_UNDECIDED : LYC_PROVED,
                         "%s", laws[i]);
            const double x = power == 1 ? first[i] : sum[i];
            const arf_struct *lower =
                power == 1 ? facts->exponent_lower : facts->sum_lower + 1;
            const arf_struct *upper =
                power == 1 ? facts->exponent_upper : facts->sum_upper + 1;
            cr_assert(!(arf_cmp_d(lower, x) > 0), "%s", laws[i]);
            cr_assert(!(arf_cmp_d(upper, x) < 0), "%s", laws[i]);
            cr_assert(v != LYC_PROVED || arf_is_finite(upper));
            lyc_facts_clear(facts);
            lyc_law_clear(law);
            lyc_cubes_clear(c);
        }
}

/* Cubes that are not for the law say nothing. */
Test(cubes, other_laws)
{
    static const char *const laws[] = {
        "{[2,1,0;1,1,0;0,1,1], [1,1,0;0,1,1;1,0,1]}", /* no draw */
        "[uniform(-1,1),1;1,0]",                      /* d = 2 */
        "[uniform(-1,1),1,0;0,uniform(0,1),1;1,0,1]", /* two draws */
        "[cauchy(1),1,0;0,1,1;1,0,1]",                /* no mean */
        "[uniform(-1,1),1,0;0,1,1;1,0,1]^2",          /* not affine */
        "[uniform(-1,1),1,0,0;0,1,1,0;1,0,1,0;0,0,0,1]" /* d = 4 */};
    for (int i = 0; i < 6; i++)
    {
        lyc_cubes_t c;
        lyc_law_t law;
        lyc_facts_t facts;
        test_law(law, laws[i]);
        uniform_cubes(c, 1, 8, -1, 1);
        cr_assert_eq(establish_cubes_of(facts, c, law), LYC_DISPROVED, "%s",
                     laws[i]);
        for (slong k = 0; k < law->dim; k++)
        {
            cr_assert(arf_is_neg_inf(facts->exponent_lower + k));
            cr_assert(arf_is_pos_inf(facts->exponent_upper + k));
        }
        lyc_facts_clear(facts);
        lyc_law_clear(law);
        lyc_cubes_clear(c);
    }
}

/* ---- changed cubes ---- */

static void mutate(lyc_cubes_t c, unsigned long *seed)
{
    lyc_boxes_struct *b = c->boxes;
    const ulong cells = (ulong)b->cells;
    const ulong cuts = (ulong)c->first[c->draws];
    const size_t n = strlen(b->tree);
    switch (test_random(seed) % 10)
    {
    case 0:
        b->tree[test_random(seed) % n] = ".012"[test_random(seed) % 4];
        break;
    case 1:
        b->form[test_random(seed) % (3 * cells)] *= -1;
        break;
    case 2:
        b->form[test_random(seed) % (3 * cells)] +=
            (int32_t)(test_random(seed) % 100000000) - 50000000;
        break;
    case 3:
        b->lower[test_random(seed) % cells] =
            (int64_t)(test_random(seed) << 4) - (INT64_C(1) << 34);
        break;
    case 4:
        b->upper[test_random(seed) % cells] =
            (int64_t)(test_random(seed) << 4) - (INT64_C(1) << 34);
        break;
    case 5:
        b->power = 1 + (slong)(test_random(seed) % 3);
        break;
    case 6:
        b->acts = (lyc_acts_t)(test_random(seed) % 2);
        b->is_projective = (int)(test_random(seed) % 4 > 0);
        break;
    case 7:
        c->split = (int64_t)(test_random(seed) << (test_random(seed) % 8));
        break;
    case 8:
        c->cut[test_random(seed) % cuts] +=
            (int64_t)(test_random(seed) % 1000000000) - 500000000;
        break;
    default:
        c->cut_scale = (slong)(test_random(seed) % 61);
        break;
    }
}

/* What changed evidence still proves is true: lambda_1 = log 3. */
static void expect_true_mutants(const char *text, double reach,
                                unsigned long seed)
{
    const unsigned long first = seed;
    int proved = 0;
    lyc_law_t law;
    lyc_cubes_t c, m;
    test_law(law, text);
    uniform_cubes(c, 1, 32, -reach, reach);
    for (int n = 0; n < 150; n++)
    {
        lyc_facts_t f;
        copy_cubes(m, c);
        for (unsigned long k = 1 + test_random(&seed) % 3; k > 0; k--)
            mutate(m, &seed);
        const lyc_verdict_t v = establish_cubes_of(f, m, law);
        cr_assert(v == LYC_PROVED || v == LYC_DISPROVED || v == LYC_UNDECIDED);
        proved += v == LYC_PROVED;
        cr_assert(arf_cmp_d(f->exponent_lower, log(3)) <= 0);
        cr_assert(arf_cmp_d(f->exponent_upper, log(3)) >= 0);
        cr_assert(arf_cmp_d(f->sum_lower + 1, log(3) + log(2) / 2) <= 0);
        cr_assert(arf_cmp_d(f->sum_upper + 1, log(3) + log(2) / 2) >= 0);
        lyc_facts_clear(f);
        lyc_cubes_clear(m);
    }
    printf("seed %lu: %d of 150 mutants prove something\n", first, proved);
    cr_assert(proved > 15 && proved < 135);
    lyc_cubes_clear(c);
    lyc_law_clear(law);
}

Test(cubes, mutants)
{
    expect_true_mutants("[3,uniform(-1,1),0;0,1,1;0,-1,1]", 1, 12);
    expect_true_mutants("[3,normal(),0;0,1,1;0,-1,1]", 6, 13);
}
