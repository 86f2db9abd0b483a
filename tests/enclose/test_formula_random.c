/* Laws of a known kind hidden by a random change of basis. The expected value
 * is worked out from the parameters, not from the law. */
#include <math.h>

#include "enclosing.h"

#define ROUNDS 40

static gmp_randstate_t random_state;

static long draw(long low, long high)
{
    return low +
           (long)gmp_urandomm_ui(random_state, (unsigned long)(high - low + 1));
}

static long draw_nonzero(long bound)
{
    long x;

    do
    {
        x = draw(-bound, bound);
    } while (x == 0);
    return x;
}

/* "[p,q;r,s]^-1 * {" and "} * [p,q;r,s]" */
static void conjugate(lyc_text_t law, const lyc_text_t atoms)
{
    long p, q, r, s;

    do
    {
        p = draw(-9, 9);
        q = draw(-9, 9);
        r = draw(-9, 9);
        s = draw(-9, 9);
    } while (p * s == q * r);
    lyc_text_printf(law, "[%ld,%ld;%ld,%ld]^-1 * {%s} * [%ld,%ld;%ld,%ld]", p,
                    q, r, s, atoms->bytes, p, q, r, s);
}

static void check(const lyc_text_t atoms, lyc_method_t method,
                  const double *expected)
{
    lyc_request request = {1e-25, 0, NULL, method};
    lyc_enclosure_t e;
    lyc_text_t law;
    slong k;

    lyc_text_init(law);
    conjugate(law, atoms);
    cr_assert(enclose_text(e, law->bytes, &request, 20) == LYC_PROVED, "%s",
              law->bytes);
    for (k = 0; k < 2; k++)
    {
        double lower = arf_get_d(e->facts->exponent_lower + k, ARF_RND_NEAR);

        cr_assert_float_eq(lower, expected[k], 1e-12, "%s", law->bytes);
    }
    expect_certificate(e);
    lyc_enclosure_clear(e);
    lyc_text_clear(law);
}

static void with_seed(unsigned long seed)
{
    gmp_randinit_mt(random_state);
    gmp_randseed_ui(random_state, seed);
    cr_log_info("seed %lu", seed);
}

Test(formula_random, triangular_hidden)
{
    int round, m;

    with_seed(1);
    for (round = 0; round < ROUNDS; round++)
    {
        lyc_text_t atoms;
        double x = 0, y = 0, expected[2];
        int count = (int)draw(1, 4);

        lyc_text_init(atoms);
        for (m = 0; m < count; m++)
        {
            long a = draw_nonzero(9), d = draw_nonzero(9);

            /* The corner keeps the atoms different. */
            lyc_text_printf(atoms, "%s[%ld,%d;0,%ld]", m > 0 ? "," : "", a, m,
                            d);
            x += log(fabs((double)a)) / count;
            y += log(fabs((double)d)) / count;
        }
        expected[0] = fmax(x, y);
        expected[1] = fmin(x, y);
        check(atoms, LYC_METHOD_BLOCK, expected);
        lyc_text_clear(atoms);
    }
    gmp_randclear(random_state);
}

Test(formula_random, conformal_hidden)
{
    int round, m;

    with_seed(2);
    for (round = 0; round < ROUNDS; round++)
    {
        lyc_text_t atoms;
        double expected[2] = {0, 0};
        int count = (int)draw(2, 5);

        lyc_text_init(atoms);
        for (m = 0; m < count; m++)
        {
            long a = 10 * m + draw(1, 9), b = draw_nonzero(9);
            int turn = m == 0 || draw(0, 1) == 0;

            lyc_text_printf(atoms, "%s[%ld,%ld;%ld,%ld]", m > 0 ? "," : "", a,
                            turn ? -b : b, b, turn ? a : -a);
            expected[0] += log((double)(a * a + b * b)) / (2 * count);
        }
        expected[1] = expected[0];
        check(atoms, LYC_METHOD_FORMULA, expected);
        lyc_text_clear(atoms);
    }
    gmp_randclear(random_state);
}

Test(formula_random, monomial_hidden)
{
    int round, m;

    with_seed(3);
    for (round = 0; round < ROUNDS; round++)
    {
        lyc_text_t atoms;
        double expected[2] = {0, 0};
        int count = (int)draw(2, 5);

        lyc_text_init(atoms);
        for (m = 0; m < count; m++)
        {
            long a = 10 * m + draw(1, 9), b = draw_nonzero(9);

            lyc_text_printf(atoms,
                            m == 0 || draw(0, 1) == 0 ? "%s[0,%ld;%ld,0]"
                                                      : "%s[%ld,0;0,%ld]",
                            m > 0 ? "," : "", a, b);
            expected[0] += log(fabs((double)(a * b))) / (2 * count);
        }
        expected[1] = expected[0];
        check(atoms, LYC_METHOD_FORMULA, expected);
        lyc_text_clear(atoms);
    }
    gmp_randclear(random_state);
}

/* x I + y M with tr M = t, det M = n and t^2 > 4n: eigenvalues from the
 * quadratic formula. */
Test(formula_random, commuting_hidden)
{
    int round, m;

    with_seed(4);
    for (round = 0; round < ROUNDS; round++)
    {
        lyc_text_t atoms;
        double u = 0, v = 0, expected[2], root;
        long t = draw(-9, 9), n;
        int count = (int)draw(1, 4);

        do
        {
            n = draw(-20, 20);
        } while (t * t <= 4 * n);
        root = sqrt((double)(t * t - 4 * n));
        lyc_text_init(atoms);
        for (m = 0; m < count; m++)
        {
            long x = 10 * m + draw(1, 9), y = draw_nonzero(3);

            /* The next x where an eigenvalue would be 0. */
            while (x * x + x * y * t + y * y * n == 0)
            {
                x++;
            }
            lyc_text_printf(atoms, "%s[%ld,%ld;%ld,%ld]", m > 0 ? "," : "", x,
                            -y * n, y, x + y * t);
            u += log(fabs((double)x + (double)y * ((double)t + root) / 2)) /
                 count;
            v += log(fabs((double)x + (double)y * ((double)t - root) / 2)) /
                 count;
        }
        expected[0] = fmax(u, v);
        expected[1] = fmin(u, v);
        check(atoms, LYC_METHOD_BLOCK, expected);
        lyc_text_clear(atoms);
    }
    gmp_randclear(random_state);
}
