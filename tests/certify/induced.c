#include "certify/induced.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "certify/fans.h"

/* ---- letters in doubles ---- */

double test_approximate(const lyc_number_t x)
{
    arb_t b;
    double value;

    arb_init(b);
    lyc_number_get_arb(b, x, 80);
    value = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    arb_clear(b);
    return value;
}

/* All members that weigh more than 10^-18. */
int test_induced_letters(test_letter *list, const lyc_countable_t x)
{
    int n = 0;

    for (slong i = 0; i < x->length; i++)
    {
        const lyc_family *f = x->family + i;
        const double q = test_approximate(f->ratio);
        double w = test_approximate(f->weight), c[4][4];

        for (slong k = 0; k < f->length; k++)
            for (int j = 0; j < 4; j++)
                c[k][j] = test_approximate(f->coefficient[k].entry + j);
        for (int m = 0; w > 1e-18 && n < TEST_LETTERS; m++, w *= q, n++)
        {
            list[n].weight = w;
            for (int j = 0; j < 4; j++)
            {
                list[n].a[j] = 0;
                for (slong k = f->length - 1; k >= 0; k--)
                    list[n].a[j] = list[n].a[j] * m + c[k][j];
            }
        }
    }
    return n;
}

/* ---- the exponent in doubles, directions (s, 1 - s), 1/3 <= s <= 2/3 ---- */

#define NODES 20

static double node(int j)
{
    return 0.5 + cos(3.14159265358979323846 * (2 * j + 1) / (2 * NODES)) / 6;
}

/* Weights of the values at the nodes for the value at s. */
static void interpolate(double *p, double s)
{
    double sum = 0;

    for (int j = 0; j < NODES; j++)
    {
        const double d = s - node(j);

        if (fabs(d) < 1e-14)
        {
            for (int k = 0; k < NODES; k++)
                p[k] = k == j;
            return;
        }
        p[j] = (j % 2 ? -1 : 1) *
               sin(3.14159265358979323846 * (2 * j + 1) / (2 * NODES)) / d;
        sum += p[j];
    }
    for (int j = 0; j < NODES; j++)
        p[j] /= sum;
}

static double exponent(const lyc_countable_t x)
{
    static test_letter list[TEST_LETTERS];
    const int n = test_induced_letters(list, x);
    double move[NODES][NODES] = {{0}}, log_mean[NODES] = {0}, h[NODES] = {0};
    double value = 0;

    for (int j = 0; j < NODES; j++)
        for (int i = 0; i < n; i++)
        {
            const double *a = list[i].a, s = node(j);
            const double y0 = a[0] * s + a[1] * (1 - s);
            const double y1 = a[2] * s + a[3] * (1 - s);
            double p[NODES];

            interpolate(p, y0 / (y0 + y1));
            log_mean[j] += list[i].weight * log(y0 + y1);
            for (int k = 0; k < NODES; k++)
                move[j][k] += list[i].weight * p[k];
        }
    for (int round = 0; round < 60; round++)
    {
        double next[NODES];

        for (int j = 0; j < NODES; j++)
        {
            next[j] = log_mean[j];
            for (int k = 0; k < NODES; k++)
                next[j] += move[j][k] * h[k];
        }
        value = next[0] - h[0];
        for (int j = 0; j < NODES; j++)
            h[j] = next[j] - next[0];
    }
    return value;
}

/* lambda_1 of the law by this rule; NAN where it does not apply. */
double test_induced_exponent(const char *text, lyc_induced_rule rule)
{
    lyc_law_t law;
    lyc_countable_t x;
    lyc_number_t factor;
    double value = NAN;

    test_law(law, text);
    lyc_countable_init(x);
    lyc_number_init(factor);
    if (lyc_law_reduce(x, factor, law, rule) == LYC_TRUE)
        value = exponent(x) * test_approximate(factor);
    lyc_countable_clear(x);
    lyc_number_clear(factor);
    lyc_law_clear(law);
    return value;
}

static const struct
{
    const char *law; /* %ld %ld: a weight or ratio in thousandths, twice */
    lyc_induced_rule rule;
} cases[] = {
    {"{%ld/1000: [0,1;1,1], 1-%ld/1000: [1,1;1,0]}", LYC_INDUCED_REPEAT},
    {"{%ld/1000: [1,1;0,1], 1-%ld/1000: [1,0;1,1]}", LYC_INDUCED_CHANGE},
    {"{%ld/1000: [1,1;1,0], 1-%ld/1000: [1,-1;1,0]}", LYC_INDUCED_SIGNS},
    {"countable(m >= 0, (1-%ld/1000)*(%ld/1000)^m, [1,1;1,2]*[1,0;m,1])",
     LYC_INDUCED_NONE},
};

void test_induced_law(char text[200], int which, long weight)
{
    snprintf(text, 200, cases[which].law, weight, weight);
}

/* To so many digits, or to the width tol. */
void test_induced_enclose(lyc_enclosure_t e, const char *text, slong digits,
                          double tol)
{
    int wanted[2] = {1, 0};
    lyc_request request = {tol, digits, wanted, LYC_METHOD_COLLOCATION};
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_law_t law;

    lyc_limits_init(limits);
    lyc_diag_init(d);
    test_law(law, text);
    lyc_enclosure_init(e, 2);
    cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_PROVED, "%s: %s",
                 text, d->is_set ? d->text : "");
    lyc_law_clear(law);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
}

lyc_induced_rule test_induced_rule(int which)
{
    return cases[which].rule;
}
