/* The bracket of collocation against brute force, and evidence that was
 * tampered with. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/certificates.h"
#include "certify/collocations.h"
#include "certify/cone.h"
#include "certify/establish.h"
#include "certify/fans.h"

/* After FLINT, whose headers have parameters named I. */
#include <complex.h>

static double fraction(unsigned long *seed)
{
    return (double)test_random(seed) / 2147483648.0;
}

/* A collocation on the quadrant with random coefficients: nothing is solved. */
static void random_collocation(lyc_collocation_t c, unsigned long *seed)
{
    const slong degree = (slong)(test_random(seed) % 5);
    lyc_collocation_init(c, 1, degree);
    c->scale = 30;
    c->nodes = degree + 1 + (slong)(test_random(seed) % 20);
    fmpz_set_ui(c->end, 1 + test_random(seed) % 5);
    fmpz_set_ui(c->end + 3, 1 + test_random(seed) % 5);
    c->ellipse[0] = (1L << LYC_ELLIPSE_SCALE) +
                    (slong)(test_random(seed) % (1UL << LYC_ELLIPSE_SCALE));
    for (slong k = 0; k <= degree; k++)
        fmpz_set_si(c->coefficient + k,
                    (slong)test_random(seed) / (k + 1) - (1L << 29) / (k + 1));
}

static double log_gauge(const lyc_collocation_t c, const double *x)
{
    const double u = fmpz_get_d(c->end), v = fmpz_get_d(c->end + 3);
    const double y0 = fabs(x[0] / u), y1 = fabs(x[1] / v);
    const double s = (y1 - y0) / (y1 + y0);
    double h = 0;
    for (slong k = 0; k <= c->degree; k++)
        h += ldexp(fmpz_get_d(c->coefficient + k), -30) *
             cos((double)k * acos(fmax(-1, fmin(1, s))));
    return log(y0 + y1) + h;
}

static void get_matrix(double *a, const lyc_matrix_t m)
{
    arb_t t;
    arb_init(t);
    for (int j = 0; j < 4; j++)
    {
        lyc_number_get_arb(t, m->entry + j, 53);
        a[j] = arf_get_d(arb_midref(t), ARF_RND_NEAR);
    }
    arb_clear(t);
}

/* R at direction t of the quadrant, from its definition. */
static double rate(const lyc_collocation_t c, const lyc_law_t law, double t)
{
    const double x[2] = {cos(t), sin(t)};
    double r = -log_gauge(c, x);
    for (slong i = 0; i < law->length; i++)
    {
        double a[4], y[2];
        arb_t p;
        arb_init(p);
        get_matrix(a, law->atom + i);
        lyc_number_get_arb(p, law->weight + i, 53);
        y[0] = a[0] * x[0] + a[1] * x[1];
        y[1] = a[2] * x[0] + a[3] * x[1];
        r += arf_get_d(arb_midref(p), ARF_RND_NEAR) * log_gauge(c, y);
        arb_clear(p);
    }
    return r;
}

static const char *const quadrant_laws[] = {
    "{[2,1;1,1],[3,1;2,1]}",
    "{1/3: [1,2;3,4], 2/3: [5,1;1,1]}",
    "{1/5: [-2,-1;-1,-1], 4/5: [3,1;2,sqrt(2)]}",
    "{[1,1;1,1],[1,2;2,1],[7,1/3;1,1]}",
};

/* [lower, upper] must hold R everywhere on the arc, whatever the polynomial. */
Test(collocation, bracket_holds_the_rates)
{
    unsigned long seed = 5;
    int finite = 0;
    printf("seed 5\n");
    for (int round = 0; round < 200; round++)
    {
        lyc_law_t law;
        lyc_collocation_t c;
        lyc_cone_letters_t letters;
        lyc_limits_t limits;
        lyc_diag_t d;
        arf_t lower, upper;
        arf_init(lower);
        arf_init(upper);
        lyc_limits_init(limits);
        lyc_diag_init(d);
        test_law(law, quadrant_laws[round % 4]);
        random_collocation(c, &seed);
        lyc_cone_letters_set_law(letters, law);
        cr_assert_eq(lyc_cone_bracket(lower, upper, c, letters, 64, limits, d),
                     LYC_PROVED, "%s", d->is_set ? d->text : "");
        finite += arf_is_finite(upper);
        for (int j = 0; j <= 64; j++)
        {
            const double r = rate(c, law, acos(0) * j / 64);
            cr_assert(arf_cmp_d(lower, r + 1e-12) <= 0 &&
                          arf_cmp_d(upper, r - 1e-12) >= 0,
                      "round %d: %.17g outside [%.17g, %.17g]", round, r,
                      arf_get_d(lower, ARF_RND_FLOOR),
                      arf_get_d(upper, ARF_RND_CEIL));
        }
        arf_clear(lower);
        arf_clear(upper);
        lyc_collocation_clear(c);
        lyc_law_clear(law);
        lyc_limits_clear(limits);
        lyc_diag_clear(d);
    }
    cr_expect_gt(finite, 100);
}

/* Points of the ellipse, mapped by complex arithmetic. */
Test(collocation, images_of_ellipses)
{
    unsigned long seed = 6;
    int said = 0;
    printf("seed 6\n");
    for (int round = 0; round < 300; round++)
    {
        lyc_cone_chart chart;
        double b[4];
        mag_t image, log_bound;
        const slong ellipse =
            (1L << LYC_ELLIPSE_SCALE) + (slong)(test_random(&seed) % 200000);
        const double rho = ldexp((double)ellipse, -LYC_ELLIPSE_SCALE);
        mag_init(image);
        mag_init(log_bound);
        for (int i = 0; i < 4; i++)
        {
            b[i] = fraction(&seed) * (round % 7 == i ? 0 : 3);
            arb_init(chart.b + i);
            arb_set_d(chart.b + i, b[i]);
        }
        if (lyc_ellipse_image(image, log_bound, &chart, ellipse, 9))
        {
            double most = 1;
            said++;
            for (int j = 0; j < 200; j++)
            {
                const double complex e = rho * cexp(I * 0.0314159 * j);
                const double complex z = (e + 1 / e) / 2;
                const double complex w0 =
                    b[0] * (1 - z) / 2 + b[1] * (1 + z) / 2;
                const double complex w1 =
                    b[2] * (1 - z) / 2 + b[3] * (1 + z) / 2;
                const double complex g = (w1 - w0) / (w0 + w1);
                const double axis = (cabs(g - 1) + cabs(g + 1)) / 2;
                const double size = axis + sqrt(fmax(0, axis * axis - 1));
                most = fmax(most, size);
                cr_assert_leq(size, mag_get_d(image) + 1e-7);
                cr_assert_leq(cabs(clog(w0 + w1)), mag_get_d(log_bound) + 1e-9);
            }
            /* and not much too large */
            cr_assert_leq(mag_get_d(image) - 1, 1.1 * (most - 1) + 0.2);
        }
        for (int i = 0; i < 4; i++)
            arb_clear(chart.b + i);
        mag_clear(image);
        mag_clear(log_bound);
    }
    cr_expect_gt(said, 50);
}

/* Fixed point against arb at many more bits. */
Test(collocation, chebyshev_sums)
{
    unsigned long seed = 7;
    printf("seed 7\n");
    for (int round = 0; round < 100; round++)
    {
        lyc_collocation_t c;
        lyc_cheb_t h;
        arb_t x, y, z, t;
        arb_init(x);
        arb_init(y);
        arb_init(z);
        arb_init(t);
        lyc_collocation_init(c, 1, 40);
        c->scale = 20 + round;
        for (slong k = 0; k <= 40; k++)
            fmpz_set_si(c->coefficient + k,
                        ((slong)test_random(&seed) - (1L << 30)) / (k + 1));
        lyc_cheb_init(h, c, 0, 80);
        arb_set_d(x, round == 0 ? 1 : round == 1 ? -1 : cos(round));
        lyc_cheb_eval(y, h, x);
        arb_acos(t, x, 300);
        for (slong k = 0; k <= 40; k++)
        {
            arb_t u;
            arb_init(u);
            arb_mul_si(u, t, k, 300);
            arb_cos(u, u, 300);
            arb_mul_fmpz(u, u, c->coefficient + k, 300);
            arb_mul_2exp_si(u, u, -c->scale);
            arb_add(z, z, u, 300);
            arb_clear(u);
        }
        cr_assert(arb_overlaps(y, z), "round %d", round);
        cr_assert(mag_cmp_2exp_si(arb_radref(y), -40) < 0);
        lyc_cheb_clear(h);
        lyc_collocation_clear(c);
        arb_clear(x);
        arb_clear(y);
        arb_clear(z);
        arb_clear(t);
    }
}

static void expect_verdict(const char *law, const slong *end, slong arcs,
                           lyc_verdict_t expected)
{
    lyc_collocation_t c;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_collocation_init(c, arcs, 0);
    c->nodes = 4;
    for (slong i = 0; i < 4 * arcs; i++)
        fmpz_set_si(c->end + i, end[i]);
    for (slong a = 0; a < arcs; a++)
        c->ellipse[a] = (1L << LYC_ELLIPSE_SCALE) + 1000;
    lyc_evidence_init(e);
    lyc_evidence_set_collocation(e, 64, c);
    cr_expect_eq(test_establish(f, e, law), expected, "%s", law);
    lyc_facts_clear(f);
    lyc_collocation_clear(c);
}

Test(collocation, arcs_must_be_invariant)
{
    static const slong quadrant[] = {1, 0, 0, 1}, turned[] = {0, 1, 1, 0},
                       none[] = {1, 1, 2, 2}, minus[] = {-1, 0, 0, -1},
                       two[] = {1, -1, 1, 1, 1, 1, 1, 2};
    expect_verdict("{[2,1;1,1],[3,1;2,1]}", quadrant, 1, LYC_PROVED);
    expect_verdict("{[2,1;1,1],[3,1;2,1]}", minus, 1, LYC_PROVED);
    expect_verdict("{[2,1;1,1],[3,1;2,1]}", turned, 1, LYC_DISPROVED);
    expect_verdict("{[2,1;1,1],[3,1;2,1]}", none, 1, LYC_DISPROVED);
    expect_verdict("{[2,1;1,1],[3,1;2,-1]}", quadrant, 1, LYC_DISPROVED);
    expect_verdict("{[2,-1;1,-1],[3,1;2,1]}", quadrant, 1, LYC_DISPROVED);
    expect_verdict("{[-2,-1;-1,-1],[3,1;2,1]}", quadrant, 1, LYC_PROVED);
    expect_verdict("{[0,1;1,0],[2,1;1,1]}", quadrant, 1, LYC_PROVED);
    expect_verdict("{[0,1;0,0],[2,1;1,1]}", quadrant, 1, LYC_PROVED);
    expect_verdict("{[0,0;0,0],[2,1;1,1]}", quadrant, 1, LYC_DISPROVED);
    expect_verdict("{[1,0;0,1/2]}", two, 2, LYC_PROVED);
    expect_verdict("{[2]}", quadrant, 1, LYC_DISPROVED);
    expect_verdict("{[2,1,0;1,1,0;0,0,1]}", quadrant, 1, LYC_DISPROVED);
    expect_verdict("{[sqrt(2),1;1,1],[3,1;2,sqrt(2)-1]}", quadrant, 1,
                   LYC_PROVED);
    expect_verdict("{[sqrt(2),1;1,1],[3,1;2,1-sqrt(2)]}", quadrant, 1,
                   LYC_DISPROVED);
}

/* ---- tampering ---- */

static const char *const laws[] = {
    "{[2,1;1,1],[3,1;2,1]}",
    "{[0,1;1/5,1],[0,1;-1/5,1]}",
    "{1/3: [10,-99/10;0,1/10], 2/3: [-1/10,0;-99/10,-10]}",
};
#define LAWS 3

/* What is proved from a mutant must hold the exponent, known far better. */
static void run(const char *name, test_mutation *mutate, unsigned long seed)
{
    int verdicts[5] = {0};
    printf("%s, seed %lu: ", name, seed);
    for (int which = 0; which < LAWS; which++)
    {
        lyc_text_t original, t;
        lyc_facts_t truth;
        test_collocation_certificate(original, truth, laws[which]);
        for (int i = 0; i < 334; i++)
        {
            lyc_facts_t f;
            lyc_text_init(t);
            do
            {
                lyc_text_reset(t);
                mutate(t, original, &seed);
            } while (strcmp(t->bytes, original->bytes) == 0);
            const lyc_verdict_t v = test_collocation_facts(f, t, laws[which]);
            verdicts[v]++;
            cr_assert_neq(v, LYC_FAILURE);
            if (f->dim == 2)
                cr_assert(
                    arf_cmp(f->exponent_lower, truth->exponent_upper) <= 0 &&
                        arf_cmp(f->exponent_upper, truth->exponent_lower) >= 0,
                    "law %d, mutant %d:\n%s", which, i, t->bytes);
            lyc_facts_clear(f);
            lyc_text_clear(t);
        }
        lyc_text_clear(original);
        lyc_facts_clear(truth);
    }
    printf("proved %d, disproved %d, malformed %d\n", verdicts[LYC_PROVED],
           verdicts[LYC_DISPROVED], verdicts[LYC_MALFORMED]);
}

Test(collocation, tampered_coefficient)
{
    run("coefficient", test_mutate_coefficient, 11);
}

Test(collocation, tampered_arc)
{
    run("arc end", test_mutate_end, 12);
}

Test(collocation, tampered_ellipse)
{
    run("ellipse", test_mutate_ellipse, 13);
}

Test(collocation, tampered_nodes)
{
    run("nodes", test_mutate_nodes, 14);
}

Test(collocation, tampered_degree)
{
    run("degree", test_mutate_degree, 15);
}

Test(collocation, tampered_scale_and_precision)
{
    run("scale", test_mutate_scale, 16);
}
