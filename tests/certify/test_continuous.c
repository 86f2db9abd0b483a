/* Laws with continuous draws: known values, a slow second route for rates,
 * tampered meshes. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "certify/fans.h"
#include "certify/mixed.h"
#include "lyapcert/evidence.h"

/* The Euclidean norm on n rays, and the same number of cuts from low to high
 * in each group. */
static void norm_mesh(lyc_mesh_t m, slong n, slong groups, slong cuts,
                      double low, double high)
{
    slong count[LYC_MESH_MAX_GROUPS];
    for (slong g = 0; g < groups; g++)
        count[g] = cuts;
    lyc_mesh_init(m);
    lyc_fan_clear(m->fan);
    lyc_fan_init(m->fan, n, 1);
    m->fan->value_scale = 40;
    m->fan->offset_scale = 30;
    for (slong j = 0; j < n; j++)
    {
        const double angle = acos(-1) * ((double)j + 0.3) / (double)n;
        const double x = rint(1e6 * cos(angle)), y = rint(1e6 * sin(angle));
        fmpz_set_si(m->fan->x + j, (slong)x);
        fmpz_set_si(m->fan->y + j, (slong)y);
        m->fan->value[j] =
            (int64_t)llrint(ldexp(hypot(x, y) / fmax(fabs(x), fabs(y)), 40));
    }
    lyc_mesh_set_counts(m, groups, count);
    m->cut_scale = 30;
    m->split = (slong)1 << 15;
    for (slong g = 0; g < groups; g++)
        for (slong i = 0; i < cuts; i++)
            m->cut[m->first[g] + i] = (int64_t)llrint(ldexp(
                low + (high - low) * ((double)i + 0.5) / (double)cuts, 30));
}

static void copy_mesh(lyc_mesh_t c, const lyc_mesh_t b)
{
    slong count[LYC_MESH_MAX_GROUPS];
    for (slong g = 0; g < b->groups; g++)
        count[g] = b->first[g + 1] - b->first[g];
    lyc_mesh_init(c);
    lyc_fan_clear(c->fan);
    lyc_fan_init(c->fan, b->fan->length, 1);
    c->fan->acts = b->fan->acts;
    c->fan->value_scale = b->fan->value_scale;
    c->fan->offset_scale = b->fan->offset_scale;
    for (slong j = 0; j < b->fan->length; j++)
    {
        fmpz_set(c->fan->x + j, b->fan->x + j);
        fmpz_set(c->fan->y + j, b->fan->y + j);
        c->fan->value[j] = b->fan->value[j];
        c->fan->lower[j] = b->fan->lower[j];
        c->fan->upper[j] = b->fan->upper[j];
    }
    lyc_mesh_set_counts(c, b->groups, count);
    for (slong i = 0; i < b->first[b->groups]; i++)
        c->cut[i] = b->cut[i];
    c->cut_scale = b->cut_scale;
    c->split = b->split;
}

/* Bounds of lambda_1 from the mesh, which is kept. */
static lyc_verdict_t check(double *low, double *high, const lyc_mesh_t mesh,
                           const lyc_law_t law)
{
    lyc_mesh_t copy;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    copy_mesh(copy, mesh);
    lyc_evidence_init(e);
    lyc_evidence_set_continuous(e, 96, copy);
    lyc_facts_init(f, law->dim);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, limits, d);
    *low = arf_get_d(f->exponent_lower, ARF_RND_DOWN);
    *high = arf_get_d(f->exponent_upper, ARF_RND_UP);
    lyc_mesh_clear(copy);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

static void expect_value(const char *text, slong groups, double low,
                         double high, double truth, double width)
{
    lyc_law_t law;
    lyc_mesh_t m;
    double a, b;
    test_law(law, text);
    norm_mesh(m, 90, groups, 200, low, high);
    cr_assert_eq(check(&a, &b, m, law), LYC_PROVED, "%s", text);
    cr_expect(a <= truth && truth <= b, "%s: %g not in [%g, %g]", text, truth,
              a, b);
    cr_expect_leq(b - a, width, "%s: [%g, %g]", text, a, b);
    lyc_mesh_clear(m);
    lyc_law_clear(law);
}

/* Laws for which the Euclidean norm is as good as any gauge. */
Test(continuous, values)
{
    /* E log t, t uniform on [1/2, 3/2]: (t log t - t) between the ends. */
    const double uniform = 1.5 * log(1.5) - 0.5 * log(0.5) - 1;
    const double euler = 0.57721566490153286;
    expect_value("uniform(1/2, 3/2)*[0,-1;1,0]", 1, 0.5, 1.5, uniform, 2e-3);
    /* E log|t| = -1: the image passes through 0. */
    expect_value("uniform(-1, 1)*[0,-1;1,0]", 1, -1, 1, -1, 0.1);
    /* psi(2), and (log 2 + psi(1/2))/2. */
    expect_value("gamma(2, 1)*[0,-1;1,0]", 1, 0, 30, 1 - euler, 0.1);
    expect_value("normal()*[0,-1;1,0]", 1, -8, 8, -(euler + log(2)) / 2, 0.25);
    /* (E log t + E log u)/2, t on [1, 2], u on [2, 3]. */
    expect_value("{1/2: uniform(1,2)*I, 1/2: uniform(2,3)*[0,-1;1,0]}", 2, 1, 3,
                 (3 * log(3) - 2) / 2, 2e-3);
}

/* About E log fhat(A x)/fhat(x) by midpoints of the draws' ranges. */
static double fhat(const lyc_fan_t fan, double x, double y)
{
    const slong n = fan->length;
    for (slong j = 0; j < n; j++)
    {
        const double s = j + 1 < n ? 1 : -1;
        const slong k = (j + 1) % n;
        const double a = fmpz_get_d(fan->x + j), b = fmpz_get_d(fan->y + j);
        const double c = s * fmpz_get_d(fan->x + k);
        const double d = s * fmpz_get_d(fan->y + k);
        const double det = a * d - b * c;
        double p = (x * d - y * c) / det, q = (a * y - b * x) / det;
        if (p < 0 || q < 0)
        {
            p = -p;
            q = -q;
        }
        if (p >= 0 && q >= 0)
            return ldexp(p * (double)fan->value[j] * fmax(fabs(a), fabs(b)) +
                             q * (double)fan->value[k] * fmax(fabs(c), fabs(d)),
                         (int)-fan->value_scale);
    }
    return NAN;
}

#define POINTS 16

/* Of [1/3 + t_1, t_2; t_3, t_4], all uniform on [-1, 1]. */
static double rate(const lyc_fan_t fan, double x, double y)
{
    double sum = 0, t[4];
    for (int i = 0; i < POINTS * POINTS * POINTS * POINTS; i++)
    {
        for (int k = 0, r = i; k < 4; k++, r /= POINTS)
            t[k] = 2 * ((double)(r % POINTS) + 0.5) / POINTS - 1;
        sum += log(
            fhat(fan, (1.0 / 3 + t[0]) * x + t[1] * y, t[2] * x + t[3] * y));
    }
    return sum / (POINTS * POINTS * POINTS * POINTS) - log(fhat(fan, x, y));
}

Test(continuous, rates)
{
    unsigned long seed = 11;
    lyc_law_t law;
    lyc_mesh_t mesh;
    lyc_affine_law_t f;
    lyc_mixed_t m;
    lyc_diag_t d;
    const char *why;
    lyc_diag_init(d);
    test_law(law, "[1/3 + uniform(-1,1), uniform(-1,1); "
                  "uniform(-1,1), uniform(-1,1)]");
    lyc_affine_law_init(f);
    cr_assert(lyc_affine_law_set(f, &why, law), "%s", why);
    norm_mesh(mesh, 24, 2, 64, -3, 3);
    for (slong j = 0; j < 24; j++)
        mesh->fan->value[j] += (int64_t)(test_random(&seed) % 400) << 29;
    cr_assert_eq(lyc_mixed_init(m, f, mesh, 96, d), LYC_PROVED);
    for (slong j = 0; j < 24; j += 5)
        for (int k = 0; k < 2; k++)
        {
            lyc_mixed_bound b = {.mass = NULL};
            const double s = (double)(test_random(&seed) % 1000) / 999;
            const slong l = (j + 1) % 24;
            const double side = j + 1 < 24 ? 1 : -1;
            const double x = (1 - s) * fmpz_get_d(mesh->fan->x + j) +
                             s * side * fmpz_get_d(mesh->fan->x + l);
            const double y = (1 - s) * fmpz_get_d(mesh->fan->y + j) +
                             s * side * fmpz_get_d(mesh->fan->y + l);
            lyc_mixed_cone(&b, m, mesh->fan, j);
            const double r = rate(mesh->fan, x, y);
            /* Midpoints leave out 2e-3 or so where the image is near 0. */
            cr_expect(b.lower <= r + 4e-3 && r - 4e-3 <= b.upper,
                      "cone %ld: %g not in [%g, %g]", (long)j, r, b.lower,
                      b.upper);
            cr_expect_lt(b.upper - b.lower, 3);
        }
    printf("seed 11\n");
    lyc_mixed_clear(m);
    lyc_affine_law_clear(f);
    lyc_mesh_clear(mesh);
    lyc_law_clear(law);
    lyc_diag_clear(d);
}

static void expect_disproved(const char *text, slong groups)
{
    lyc_law_t law;
    lyc_mesh_t m;
    double a, b;
    test_law(law, text);
    norm_mesh(m, 12, groups, 8, -1, 1);
    cr_expect_eq(check(&a, &b, m, law), LYC_DISPROVED, "%s", text);
    cr_expect(isinf(a) && isinf(b), "%s", text);
    lyc_mesh_clear(m);
    lyc_law_clear(law);
}

Test(continuous, other_laws)
{
    expect_disproved("{[1,2;3,4],[0,1;1,1]}", 1);
    expect_disproved("[uniform(-1,1), 1; 1, 0]", 2);
    expect_disproved("[uniform(-1,1), uniform(0,1); 1, 0]", 2);
    expect_disproved("[cauchy(1), 1; 1, 1]", 1);
    expect_disproved("[uniform(-1,1)*normal(), 1; 1, 0]", 2);
    expect_disproved("[uniform(-1,1), 1, 0; 1, 0, 0; 0, 0, 1]", 1);
    expect_disproved("uniform(-1,1)", 1);
    expect_disproved("countable(m >= 0, (1/2)^(m+1), [1,m;0,1]) + "
                     "[uniform(-1,1), 1; 1, 0]",
                     1);
}

static void mutate(lyc_mesh_t m, unsigned long *seed)
{
    const ulong n = (ulong)m->fan->length, cuts = (ulong)m->first[m->groups];
    const ulong j = test_random(seed) % n, i = test_random(seed) % cuts;
    switch (test_random(seed) % 10)
    {
    case 0:
        fmpz_neg(m->fan->x + j, m->fan->x + j);
        break;
    case 1:
        fmpz_set_ui(m->fan->y + j, test_random(seed) % 1000000);
        break;
    case 2:
        m->fan->value[j] +=
            (int64_t)(test_random(seed) << 7) - (INT64_C(1) << 37);
        break;
    case 3:
        m->fan->value[j] = -m->fan->value[j];
        break;
    case 4:
        m->fan->lower[j] = (int64_t)test_random(seed) - (INT64_C(1) << 30);
        break;
    case 5:
        m->fan->upper[j] = (int64_t)test_random(seed) - (INT64_C(1) << 30);
        break;
    case 6:
        m->cut[i] += (int64_t)(test_random(seed) % 20000000) - 10000000;
        break;
    case 7:
        m->cut_scale = (slong)(test_random(seed) % 62);
        break;
    case 8:
        m->split = (slong)1 << (test_random(seed) % 30);
        break;
    default:
        m->fan->acts = LYC_ACTS_TRANSPOSE;
        break;
    }
}

/* lambda_1 = d/dp log K_p(8) at p = 2, a closed form. */
Test(continuous, mutants)
{
    const double truth = 0.234303640728119;
    unsigned long seed = 5;
    int proved = 0;
    double a, b;
    lyc_law_t law;
    lyc_mesh_t mesh, m;
    test_law(law, "[gamma(2,4), 1; 1, 0]");
    norm_mesh(mesh, 60, 1, 80, 0, 8);
    cr_assert_eq(check(&a, &b, mesh, law), LYC_PROVED);
    cr_expect(a <= truth && truth <= b && b - a < 1, "[%g, %g]", a, b);
    for (int n = 0; n < 500; n++)
    {
        copy_mesh(m, mesh);
        for (unsigned long k = 1 + test_random(&seed) % 3; k > 0; k--)
            mutate(m, &seed);
        proved += check(&a, &b, m, law) == LYC_PROVED;
        cr_assert(a <= truth && truth <= b, "mutant %d: [%g, %g]", n, a, b);
        lyc_mesh_clear(m);
    }
    printf("seed 5: %d of 500 mutants prove something\n", proved);
    cr_expect(proved > 100 && proved < 450);
    lyc_mesh_clear(mesh);
    lyc_law_clear(law);
}
