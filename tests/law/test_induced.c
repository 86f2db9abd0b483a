/* Induced laws against an enumeration of words, and the reduction of random
 * signs against one of the signs. */
#include "law/laws.h"
#include <math.h>

#include "lyapcert/countable.h"

#define LONGEST 9

static double approximate(const lyc_number_t x)
{
    arb_t b;
    double value;

    arb_init(b);
    lyc_number_get_arb(b, x, 64);
    value = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    arb_clear(b);
    return value;
}

/* Probability and matrix of member m of f. */
static double member(double *a, const lyc_family *f, slong m)
{
    double scale = 1, weight = approximate(f->weight);

    for (slong i = 0; i < m; i++)
    {
        scale *= approximate(f->scale);
        weight *= approximate(f->ratio);
    }
    for (slong i = 0; i < 4; i++)
    {
        double power = 1;

        a[i] = 0;
        for (slong k = 0; k < f->length; k++, power *= (double)m)
            a[i] += scale * power * approximate(f->coefficient[k].entry + i);
    }
    return weight;
}

/* The member of x that is this matrix with this probability is there. */
static void find(const lyc_countable_t x, const double *a, double weight)
{
    int found = 0;

    for (slong i = 0; i < x->length; i++)
        for (slong m = 0; m < LONGEST; m++)
        {
            double b[4], w = member(b, x->family + i, m), far = 0;

            for (int k = 0; k < 4; k++)
                far = fmax(far, fabs(a[k] - b[k]));
            found += far < 1e-9 && fabs(w - weight) < 1e-12;
        }
    cr_assert_geq(found, 1, "%g %g %g %g of weight %g", a[0], a[1], a[2], a[3],
                  weight);
}

/* Goes through all words; *mass and *mean collect blocks of at most LONGEST
 * draws. */
static void words(const lyc_countable_t x, const lyc_law_t law, int rule,
                  const double *a, double weight, int length, slong last,
                  double *mass, double *mean)
{
    if (length == LONGEST)
        return;
    for (slong i = 0; i < law->length; i++)
    {
        double b[4] = {0, 0, 0, 0};
        double w = weight * approximate(law->weight + i);
        const int ends =
            length > 0 && (rule == LYC_INDUCED_CHANGE ? i != last : i == last);

        for (int r = 0; r < 2; r++)
            for (int c = 0; c < 2; c++)
                for (int k = 0; k < 2; k++)
                    b[2 * r + c] +=
                        approximate(lyc_matrix_entry(law->atom + i, r, k)) *
                        a[2 * k + c];
        if (!ends)
        {
            words(x, law, rule, b, w, length + 1, i, mass, mean);
            continue;
        }
        find(x, b, w);
        *mass += w;
        *mean += w * (length + 1);
    }
}

static void compare(const char *text, lyc_induced_rule rule)
{
    static const double one[4] = {1, 0, 0, 1};
    lyc_law_t law;
    lyc_countable_t x;
    lyc_number_t draws;
    double mass = 0, mean = 0, rest, left = 0;

    law_of(law, text);
    lyc_countable_init(x);
    lyc_number_init(draws);
    cr_assert_eq(lyc_law_induce(x, draws, law, rule), LYC_TRUE, "%s", text);
    cr_assert_eq(lyc_countable_is_law(x), LYC_TRUE, "%s", text);
    words(x, law, rule, one, 1, 0, -1, &mass, &mean);
    /* What longer blocks leave, by the ratios of the families. */
    rest = approximate(draws) - mean;
    for (slong i = 0; i < law->length; i++)
        left = fmax(left, approximate(law->weight + i));
    cr_assert_leq(mass, 1 + 1e-12);
    cr_assert_geq(rest, (1 - mass) * (LONGEST + 1) - 1e-9, "%s", text);
    cr_assert_leq(rest, (1 - mass) * (LONGEST + 1 / (1 - left)) + 1e-9, "%s",
                  text);
    lyc_law_clear(law);
    lyc_countable_clear(x);
    lyc_number_clear(draws);
}

Test(induced, words_until_a_change)
{
    compare("law a = {[1,1;0,1], [1,0;1,1]}", LYC_INDUCED_CHANGE);
    compare("law a = {1/3: [1,2;0,1], 2/3: [1,0;5/2,1]}", LYC_INDUCED_CHANGE);
    compare("law a = {1/7: [2,3;0,2], 5/7: [-1,0;1,-1], 1/7: [2,-1;1,0]}",
            LYC_INDUCED_CHANGE);
}

Test(induced, words_until_a_repeat)
{
    compare("let phi = (1+sqrt(5))/2\n"
            "law a = {1/phi^2: [0,1;1,1], 1/phi: [1,1;1,0]}",
            LYC_INDUCED_REPEAT);
    compare("law a = {1/5: [0,3;3,3], 4/5: [1,1;1,0]}", LYC_INDUCED_REPEAT);
    compare("law a = {1/5: [0,1;1,1], 4/5: [-1,-1;-1,0]}", LYC_INDUCED_REPEAT);
}

static void refused(const char *text, lyc_induced_rule rule)
{
    lyc_law_t law;
    lyc_countable_t x;
    lyc_number_t draws;

    law_of(law, text);
    lyc_countable_init(x);
    lyc_number_init(draws);
    cr_assert_eq(lyc_law_induce(x, draws, law, rule), LYC_FALSE, "%s", text);
    lyc_law_clear(law);
    lyc_countable_clear(x);
    lyc_number_clear(draws);
}

Test(induced, laws_without_parabolic_words_are_refused)
{
    refused("law a = {[1,1;0,1], [1,0;1,2]}", LYC_INDUCED_CHANGE);
    refused("law a = {[1,1;0,1], [0,1;0,0]}", LYC_INDUCED_CHANGE);
    refused("law a = {[1,1;0,1], [1,0;1,1]}", LYC_INDUCED_REPEAT);
    refused("law a = {[0,1;1,1], [1,1;1,0], [1,1;0,1]}", LYC_INDUCED_REPEAT);
    refused("law a = {[1,1;0,1]}", LYC_INDUCED_CHANGE);
    refused("law a = {[1,1,0;0,1,0;0,0,1], I}", LYC_INDUCED_CHANGE);
}

/* ---- random signs ---- */

/* Bits g, h of ±D^g K D^h, read off the signs of [0,x;y,z]. */
static void bits(int *g, int *h, const lyc_matrix_t a)
{
    const double x = approximate(lyc_matrix_entry(a, 0, 1)),
                 y = approximate(lyc_matrix_entry(a, 1, 0)),
                 z = approximate(lyc_matrix_entry(a, 1, 1));

    *g = x * z < 0;
    *h = y * z < 0;
}

#define DRAWS 5

/* The largest distance between the distribution of the signs between DRAWS
 * draws and that of independent ones, plus with probability p. */
static double dependence(const lyc_law_t law, double p)
{
    double found[1 << (DRAWS - 1)] = {0}, far = 0;
    slong code, total = 1;

    for (int i = 0; i < DRAWS; i++)
        total *= law->length;
    for (code = 0; code < total; code++)
    {
        slong rest = code;
        double weight = 1;
        int word = 0, before = 0;

        for (int i = 0; i < DRAWS; i++, rest /= law->length)
        {
            const slong k = rest % law->length;
            int g, h;

            bits(&g, &h, law->atom + k);
            weight *= approximate(law->weight + k);
            if (i > 0)
                word |= (h ^ before) << (i - 1);
            before = g;
        }
        found[word] += weight;
    }
    for (int word = 0; word < 1 << (DRAWS - 1); word++)
    {
        double weight = 1;

        for (int i = 0; i < DRAWS - 1; i++)
            weight *= word >> i & 1 ? 1 - p : p;
        far = fmax(far, fabs(weight - found[word]));
    }
    return far;
}

/* The probability of plus that belongs to the pair {w: …, 1 - w: …}. */
static double plus(const lyc_law_t pair)
{
    double w = 0;

    for (slong i = 0; i < pair->length; i++)
        if (lyc_number_is_zero(pair->atom[i].entry) == LYC_TRUE)
            w = approximate(pair->weight + i);
    return (1 - 2 * w) / (1 - w - w * w);
}

static void signs(const char *text, double factor)
{
    lyc_law_t law, pair;
    lyc_number_t f;

    law_of(law, text);
    lyc_law_init(pair);
    lyc_number_init(f);
    cr_assert_eq(lyc_law_unsign(pair, f, law), LYC_TRUE, "%s", text);
    cr_assert_lt(dependence(law, plus(pair)), 1e-12, "%s", text);
    cr_assert_float_eq(approximate(f), factor, 1e-12, "%s", text);
    lyc_law_clear(law);
    lyc_law_clear(pair);
    lyc_number_clear(f);
}

Test(unsign, signs_between_draws_are_independent)
{
    const double half = 0.30901699437494742410; /* 1/(2 phi) */

    signs("law a = {[0,1;1,1], [0,1;1,-1]}", half);
    signs("law a = {[0,1;1,1], [0,1;-1,1]}", half);
    signs("law a = {[0,1;1,1], [0,-1;-1,1]}", half);
    signs("law a = {[0,1;1,1], [0,1;1,-1], [0,1;-1,1], [0,1;-1,-1]}", half);
    signs("law a = {3/5: [0,1;1,1], 2/5: [0,1;-1,1]}", 3.0 / 7);
    signs("law a = {5/11: [0,1;1,1], 6/11: [0,-1;1,1]}", 5.0 / 19);
    signs("law a = {1/2: [0,1;1,1], 1/6: [0,-1;1,1], 1/4: [0,1;-1,1],"
          " 1/12: [0,1;1,-1]}",
          0.4068216879849675);
}

static void not_signs(const char *text)
{
    lyc_law_t law, pair;
    lyc_number_t f;

    law_of(law, text);
    lyc_law_init(pair);
    lyc_number_init(f);
    cr_assert_eq(lyc_law_unsign(pair, f, law), LYC_FALSE, "%s", text);
    lyc_law_clear(law);
    lyc_law_clear(pair);
    lyc_number_clear(f);
}

Test(unsign, other_laws_are_refused)
{
    not_signs("law a = {2/3: [0,1;1,1], 1/3: [0,1;1,-1]}");
    not_signs("law a = {1/2: [0,1;1,1], 1/4: [0,-1;1,1], 1/4: [0,1;-1,1]}");
    not_signs("law a = {[0,1;1,1], [0,2;1,-1]}");
    not_signs("law a = {[0,1;1,1], [1,1;1,0]}");
    not_signs("law a = {[0,1;1,1], [1,1;0,1]}");
    not_signs("law a = {[0,1;1,1], [0,1;1,0]}");
    not_signs("law a = {[0,1;1,1]}");
    not_signs("law a = [0,1,0;1,1,0;0,0,1]");
}

Test(unsign, coordinates_may_be_exchanged)
{
    lyc_law_t law, pair;
    lyc_number_t f;

    law_of(law, "law a = {8/11: [1,1;1,0], 3/11: [1,-1;1,0]}");
    lyc_law_init(pair);
    lyc_number_init(f);
    cr_assert_eq(lyc_law_unsign(pair, f, law), LYC_TRUE);
    cr_assert_float_eq(approximate(f), 8.0 / 13, 1e-12);
    cr_assert_float_eq(plus(pair), 8.0 / 11, 1e-12);
    cr_assert(pair->is_rational);
    lyc_law_clear(law);
    lyc_law_clear(pair);
    lyc_number_clear(f);
}
