/* Induced and countable laws: the bracket against long sums, enclosures against
 * a solution in doubles. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/countable.h"
#include "certify/establish.h"
#include "certify/fans.h"
#include "certify/induced.h"

Test(induced, enclosures_hold_the_solution_in_doubles)
{
    for (int which = 0; which < TEST_INDUCED; which++)
        for (long w = 250; w <= 750; w += 125)
        {
            lyc_enclosure_t e;
            char text[200];

            test_induced_law(text, which, w);
            test_induced_enclose(e, text, 10, 0);
            test_bounds(e->facts, 1,
                        test_induced_exponent(text, test_induced_rule(which)),
                        1e-9);
            lyc_enclosure_clear(e);
        }
}

/* ---- the bracket holds R ---- */

static double log_gauge(const lyc_collocation_t c, double x, double y)
{
    /* Coordinates in the basis (2, 1), (1, 2), times 3. */
    const double y0 = 2 * x - y, y1 = 2 * y - x;
    const double s = (y1 - y0) / (y1 + y0);
    double h = 0;

    for (slong k = 0; k <= c->degree; k++)
        h += ldexp(fmpz_get_d(c->coefficient + k), -30) *
             cos((double)k * acos(fmax(-1, fmin(1, s))));
    return log((y0 + y1) / 3) + h;
}

static void random_gauge(lyc_collocation_t c, unsigned long *seed)
{
    static const slong end[] = {2, 1, 1, 2};
    const slong degree = (slong)(test_random(seed) % 4);

    lyc_collocation_init(c, 1, degree);
    c->scale = 30;
    c->nodes = 30;
    c->ellipse[0] = (1L << LYC_ELLIPSE_SCALE) + (1L << 14);
    for (int i = 0; i < 4; i++)
        fmpz_set_si(c->end + i, end[i]);
    for (slong k = 0; k <= degree; k++)
        fmpz_set_si(c->coefficient + k,
                    (slong)test_random(seed) / (k + 1) - (1L << 29) / (k + 1));
}

/* Few letters, so that most of the law is in the rest. */
Test(induced, bracket_holds_the_rates)
{
    static test_letter list[TEST_LETTERS];
    unsigned long seed = 21;

    printf("seed 21\n");
    for (int round = 0; round < 120; round++)
    {
        const int which = round % TEST_INDUCED;
        lyc_countable_letters_t letters;
        lyc_collocation_t c;
        lyc_countable_t x;
        lyc_number_t factor;
        lyc_limits_t limits;
        lyc_diag_t d;
        lyc_law_t law;
        arf_t lower, upper;
        slong count[4];
        char text[200];
        int n;

        test_induced_law(text, which, 200 + (long)(test_random(&seed) % 600));
        if (which == 2)
            strcpy(text, "{[0,1;1,1],[0,1;1,-1]}");
        test_law(law, text);
        lyc_countable_init(x);
        lyc_number_init(factor);
        arf_init(lower);
        arf_init(upper);
        lyc_limits_init(limits);
        lyc_diag_init(d);
        cr_assert_eq(lyc_law_reduce(x, factor, law, test_induced_rule(which)),
                     LYC_TRUE);
        for (int i = 0; i < 4; i++)
            count[i] = 1 + (slong)(test_random(&seed) % 5);
        random_gauge(c, &seed);
        cr_assert(lyc_countable_letters_init(letters, x, count, limits));
        cr_assert_eq(
            lyc_cone_bracket(lower, upper, c, letters->letters, 64, limits, d),
            LYC_PROVED, "%s", d->is_set ? d->text : "");
        n = test_induced_letters(list, x);
        cr_assert(arf_is_finite(upper));
        for (int j = 0; j <= 20; j++)
        {
            const double s = (1 + j / 20.0) / 3;
            double r = -log_gauge(c, s, 1 - s);

            for (int i = 0; i < n; i++)
            {
                const double *a = list[i].a;

                r += list[i].weight * log_gauge(c, a[0] * s + a[1] * (1 - s),
                                                a[2] * s + a[3] * (1 - s));
            }
            cr_assert(arf_cmp_d(lower, r + 1e-12) <= 0 &&
                          arf_cmp_d(upper, r - 1e-12) >= 0,
                      "round %d: %.17g", round, r);
        }
        lyc_countable_letters_clear(letters);
        lyc_collocation_clear(c);
        lyc_countable_clear(x);
        lyc_number_clear(factor);
        lyc_law_clear(law);
        lyc_limits_clear(limits);
        lyc_diag_clear(d);
        arf_clear(lower);
        arf_clear(upper);
    }
}

/* The rest must be mapped into the arc too, not only the letters. */
Test(induced, arcs_must_hold_the_rest)
{
    static const struct
    {
        slong end[4];
        slong letters;
        lyc_verdict_t expected;
    } arc[] = {
        {{2, 1, 1, 2}, 3, LYC_PROVED},       {{1, 0, 0, 1}, 1, LYC_PROVED},
        {{-1, 0, 0, -1}, 2, LYC_PROVED},     {{30, 1, 1, 2}, 1, LYC_PROVED},
        {{2, 1, 10, 19}, 6, LYC_DISPROVED},  {{29, 31, 1, 2}, 2, LYC_PROVED},
        {{16, 15, 31, 61}, 6, LYC_DISPROVED}};
    const char *law = "countable(m >= 0, (1/2)^(m+1), [1,1;1,2]*[1,0;m,1])";

    for (size_t i = 0; i < sizeof arc / sizeof *arc; i++)
    {
        lyc_collocation_t c;
        lyc_evidence_t e;
        lyc_facts_t f;

        lyc_collocation_init(c, 1, 0);
        c->nodes = 8;
        c->ellipse[0] = (1L << LYC_ELLIPSE_SCALE) + 1000;
        for (int k = 0; k < 4; k++)
            fmpz_set_si(c->end + k, arc[i].end[k]);
        lyc_evidence_init(e);
        lyc_evidence_set_induced(e, 64, LYC_INDUCED_NONE, &arc[i].letters, 1,
                                 c);
        cr_expect_eq(test_establish(f, e, law), arc[i].expected, "%zu", i);
        lyc_facts_clear(f);
        lyc_collocation_clear(c);
    }
}

Test(induced, shifted_polynomials)
{
    lyc_number_struct p[4];

    for (int i = 0; i < 4; i++)
    {
        lyc_number_init(p + i);
        lyc_number_set_si(p + i, (slong[]){5, -3, 2, 7}[i]);
    }
    lyc_numbers_shift(p, 4, 11);
    for (int j = -3; j < 4; j++)
    {
        const double m = j + 11, value = 5 - 3 * m + 2 * m * m + 7 * m * m * m;
        double sum = 0;

        for (int i = 3; i >= 0; i--)
            sum = sum * j + test_approximate(p + i);
        cr_assert_eq(sum, value);
    }
    for (int i = 0; i < 4; i++)
        lyc_number_clear(p + i);
}

/* No rule may take a law for one that it is not. */
Test(induced, rules_are_not_vacuous)
{
    static const char *const law[] = {"gaussian(2)",
                                      "[uniform(-1,1),1;1,0]",
                                      "{gaussian(2), [1,1;0,1]}",
                                      "{[2,1;1,1],[3,1;2,1]}",
                                      "[1,1;0,1]",
                                      "gates(12,1/2)"};

    for (size_t i = 0; i < sizeof law / sizeof *law; i++)
        for (int k = 0; k < LYC_INDUCED_RULES; k++)
            cr_assert(isnan(test_induced_exponent(law[i], (lyc_induced_rule)k)),
                      "%s, %d", law[i], k);
}
