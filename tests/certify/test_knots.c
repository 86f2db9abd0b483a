/* Gauges between knots: what bends, other laws, tampered knots. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "certify/density.h"
#include "certify/fans.h"
#include "lyapcert/evidence.h"

/* 4 m knots at equal distances; heights of h. */
static void even_knots(lyc_knots_t k, slong m, double (*h)(double w))
{
    lyc_knots_init(k, 4 * m);
    k->scale = 20;
    k->height_scale = 40;
    for (slong i = 0; i < 4 * m; i++)
    {
        k->at[i] = ((int64_t)1 << 20) * i / m;
        k->height[i] =
            (int64_t)llrint(ldexp(h(ldexp((double)k->at[i], -20)), 40));
    }
}

static void copy_knots(lyc_knots_t c, const lyc_knots_t k)
{
    lyc_knots_init(c, k->length);
    c->acts = k->acts;
    c->scale = k->scale;
    c->height_scale = k->height_scale;
    for (slong i = 0; i < k->length; i++)
    {
        c->at[i] = k->at[i];
        c->height[i] = k->height[i];
    }
}

static double wave(double w)
{
    return 0.2 * sin(acos(-1) / 2 * w) + 0.1 * cos(acos(-1) * w);
}

static lyc_verdict_t check(double *low, double *high, const lyc_knots_t k,
                           const lyc_law_t law)
{
    lyc_knots_t copy;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    copy_knots(copy, k);
    lyc_evidence_init(e);
    lyc_evidence_set_density(e, 96, copy);
    lyc_facts_init(f, law->dim);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, limits, d);
    *low = arf_get_d(f->exponent_lower, ARF_RND_DOWN);
    *high = arf_get_d(f->exponent_upper, ARF_RND_UP);
    lyc_knots_clear(copy);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

#define FULL "[uniform(-1,1), uniform(-1,1); uniform(-1,1), uniform(-1,1)]"

/* E log|A x|_max + E h(A x) in the middle between two knots, by the kernel's
 * knots there, against the mean of its neighbours. */
Test(knots, bends)
{
    static const char *const laws[] = {
        FULL, "I + " FULL, "1/3*I + 1/2*" FULL,
        "[uniform(0,1), uniform(-1,2); 1 + uniform(-1,0), uniform(1,3)]",
        "{1/3: [1,0;0,1], 2/3: [2,1;0,-1]} + " FULL};
    for (int n = 0; n < 5; n++)
    {
        lyc_law_t law;
        lyc_affine_law_t f;
        lyc_knots_t knots;
        lyc_density_t d;
        lyc_diag_t why;
        lyc_density_image im;
        const char *reason;
        double h[96], t[97], slope[2], curve[2], most = 0;
        lyc_diag_init(why);
        test_law(law, laws[n]);
        lyc_affine_law_init(f);
        cr_assert(lyc_affine_law_set(f, &reason, law), "%s", reason);
        even_knots(knots, 24, wave);
        for (slong i = 0; i < 96; i++)
            h[i] = ldexp((double)knots->height[i], -40);
        cr_assert_eq(lyc_density_init(d, f, knots, 96, why), LYC_PROVED, "%s",
                     laws[n]);
        im.mass = flint_malloc(96 * sizeof(double));
        for (slong i = 0; i <= 96; i++)
        {
            double mass = 0;
            lyc_density_knot(&im, d, i);
            t[i] = (im.low + im.high) / 2;
            for (slong j = 0; j < 96; j++)
            {
                mass += im.mass[j];
                t[i] += im.mass[j] * (h[j] + h[(j + 1) % 96]) / 2;
            }
            cr_expect_float_eq(mass, 1, 1e-10);
            cr_expect_lt(im.high - im.low, 1e-14);
        }
        cr_expect_float_eq(t[96], t[0], 1e-10); /* opposite directions */
        lyc_density_slopes(slope, curve, d, h);
        for (slong i = 1; i < 96; i++)
        {
            if (i == d->corner)
                continue;
            /* From i - 1 to i + 1 the bound is four times as large or less. */
            const double bend = fabs(t[i] - (t[i - 1] + t[i + 1]) / 2);
            lyc_density_row from[4], to[4];
            double x[2], sum = 0;
            for (slong o = 0; o < d->outcomes; o++)
            {
                for (int end = 0; end < 2; end++)
                {
                    const double w = d->place[i - 1 + 2 * end];
                    x[0] = w <= 2 && i < d->corner ? 1 : 3 - w;
                    x[1] = i < d->corner ? w - 1 : 1;
                    lyc_density_rows(end ? to : from, d->outcome + o, x, 96);
                }
                sum += d->outcome[o].weight * lyc_density_bend(from, to, slope);
            }
            cr_expect_leq(bend, sum, "%s, knot %ld", laws[n], (long)i);
            most = fmax(most, bend / sum);
        }
        printf("%s: bends %.3f of the bound\n", laws[n], most);
        cr_expect_gt(most, 0.005);
        flint_free(im.mass);
        lyc_density_clear(d);
        lyc_knots_clear(knots);
        lyc_affine_law_clear(f);
        lyc_law_clear(law);
        lyc_diag_clear(why);
    }
}

static double flat(double w)
{
    (void)w;
    return 0;
}

static void expect_disproved(const char *text)
{
    lyc_law_t law;
    lyc_knots_t k;
    double a, b;
    test_law(law, text);
    even_knots(k, 8, flat);
    cr_expect_eq(check(&a, &b, k, law), LYC_DISPROVED, "%s", text);
    cr_expect(isinf(a) && isinf(b), "%s", text);
    lyc_knots_clear(k);
    lyc_law_clear(law);
}

Test(knots, other_laws)
{
    expect_disproved("{[1,2;3,4],[0,1;1,1]}");
    expect_disproved("[uniform(-1,1), 1; 1, 0]");
    expect_disproved("[uniform(-1,1), uniform(0,1); 1, uniform(0,1)]");
    expect_disproved("[normal(), uniform(0,1); uniform(0,1), uniform(0,1)]");
    expect_disproved("uniform(0,1)*I + uniform(0,1)*[0,1;1,0]");
    expect_disproved("[uniform(0,1) + uniform(0,1), 1; "
                     "uniform(0,1), uniform(0,1)]");
    expect_disproved("{1/2: " FULL ", 1/2: [1,0;0,1]}");
}

static void mutate(lyc_knots_t k, unsigned long *seed)
{
    const ulong i = test_random(seed) % (ulong)k->length;
    switch (test_random(seed) % 8)
    {
    case 0:
        k->height[i] += (int64_t)(test_random(seed) << 8) - (INT64_C(1) << 38);
        break;
    case 1:
        k->height[i] = -k->height[i];
        break;
    case 2:
        k->at[i] += (int64_t)(test_random(seed) % 60000) - 30000;
        break;
    case 3:
        k->at[i] = k->at[test_random(seed) % (ulong)k->length];
        break;
    case 4:
        k->scale += (slong)(test_random(seed) % 3) - 1;
        break;
    case 5:
        k->height_scale = 40 + (slong)(test_random(seed) % 8);
        break;
    case 6:
        k->height[i] = INT64_C(1) << (test_random(seed) % 63);
        break;
    default:
        k->acts = LYC_ACTS_TRANSPOSE;
        break;
    }
}

/* Whatever the heights are, what is proved holds. */
Test(knots, mutants)
{
    static const char *const laws[] = {FULL, "I + " FULL};
    static const double truth[] = {-0.411062, 0.040333};
    unsigned long seed = 6;
    for (int l = 0; l < 2; l++)
    {
        int proved = 0;
        double a, b;
        lyc_law_t law;
        lyc_knots_t knots, k;
        test_law(law, laws[l]);
        even_knots(knots, 10, wave);
        cr_assert_eq(check(&a, &b, knots, law), LYC_PROVED);
        cr_expect(a <= truth[l] && truth[l] <= b && b - a < 2, "[%g, %g]", a,
                  b);
        for (int n = 0; n < 400; n++)
        {
            copy_knots(k, knots);
            for (unsigned long c = 1 + test_random(&seed) % 3; c > 0; c--)
                mutate(k, &seed);
            proved += check(&a, &b, k, law) == LYC_PROVED;
            cr_assert(a <= truth[l] && truth[l] <= b, "mutant %d: [%g, %g]", n,
                      a, b);
            lyc_knots_clear(k);
        }
        printf("seed 6: %d of 400 mutants prove something\n", proved);
        cr_expect(proved > 100 && proved < 350);
        lyc_knots_clear(knots);
        lyc_law_clear(law);
    }
}
