/* Laws whose blocks of draws contract, against published values and against
 * each other. */
#include <criterion/criterion.h>

#include "enclose/enclosing.h"

/* lambda_k lies between, and is that narrow. */
static void expect(const char *law, slong k, slong digits, const char *lower,
                   const char *upper)
{
    lyc_request request = {0, digits, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;
    arb_t low, high;

    arb_init(low);
    arb_init(high);
    arb_set_str(low, lower, 256);
    arb_set_str(high, upper, 256);
    cr_assert_eq(enclose_text(e, law, &request, 120), LYC_PROVED, "%s", law);
    cr_expect_str_eq(e->method[k - 1], "collocation");
    cr_expect(arf_cmp(e->facts->exponent_lower + k - 1, arb_midref(low)) >= 0 &&
                  arf_cmp(e->facts->exponent_upper + k - 1, arb_midref(high)) <=
                      0,
              "%s", law);
    lyc_enclosure_clear(e);
    arb_clear(low);
    arb_clear(high);
}

/* Viswanath (2000), Bai (2007; his growth rate, as a logarithm), Mantica (2016;
 * his dimension of the question mark, log 2/(2 lambda)). */
Test(induced, published)
{
    expect("{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}", 1, 14, "0.1239755980",
           "0.1239755995");
    expect("{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}", 1, 16, "0.12397559880334",
           "0.12397559880345");
    expect("{[1,1;0,1],[1,0;1,1]}", 1, 16, "0.39621256429774",
           "0.39621256429775");
}

/* Three ways to write one walk (random-fibonacci.signs), the other exponent,
 * multiples, transposes. */
Test(induced, relatives)
{
    static const char *const low = "0.123975598803351210785377",
                             *const high = "0.123975598803351210785378";

    expect("{[0,1;1,1],[0,1;1,-1]}", 1, 25, low, high);
    expect("{[0,1;1,1],[0,1;-1,1]}", 1, 25, low, high);
    expect("{[0,1;1,1],[0,1;1,-1],[0,1;-1,1],[0,1;-1,-1]}", 1, 25, low, high);
    expect("{[1,1;1,0],[1,-1;1,0]}", 1, 25, low, high);
    expect("{[0,1;1,1],[0,1;1,-1]}", 2, 25, "-0.123975598803351210785378",
           "-0.123975598803351210785377");
    expect("{[1,1;0,1],[1,0;1,1]}", 2, 20, "-0.39621256429774456",
           "-0.39621256429774455");
    /* + log 2 */
    expect("{[2,2;0,2],[2,0;2,2]}", 1, 20, "1.08935974485768986",
           "1.08935974485768987");
    expect("{[0,1;1,1],[1,1;1,0]}", 1, 20, "0.39621256429774455",
           "0.39621256429774456");
    expect("until_change({[1,1;0,1],[1,0;1,1]})", 1, 2, "1.17", "1.21");
    expect("until_change({[1,1;0,1],[1,0;1,1]})", 1, 20, "1.18863769289323367",
           "1.18863769289323368");
}

/* Slow tails have many letters: the limit holds in all that is done with them,
 * and later powers of the ratio are not written out. */
Test(induced, keeps_to_its_time)
{
    static const char *const laws[] = {
        "countable(m >= 0, (999/1000)^m/1000, [m+1,m+2;1,3])",
        "countable(m >= 0, (9999/10000)^m/10000, [m+1,m+2;1,3])"};

    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        const lyc_request request = {0, 100, NULL, LYC_METHOD_AUTO};
        lyc_law_t law;
        lyc_enclosure_t e;
        lyc_limits_t limits;
        lyc_diag_t d;

        law_of(law, laws[i]);
        lyc_limits_init(limits);
        limits->max_seconds = 0.5;
        lyc_diag_init(d);
        lyc_enclosure_init(e, 2);
        cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_UNDECIDED);
        cr_assert_lt(lyc_limits_elapsed(limits), 3, "%s", laws[i]);
        lyc_enclosure_clear(e);
        lyc_diag_clear(d);
        lyc_limits_clear(limits);
        lyc_law_clear(law);
    }
}
