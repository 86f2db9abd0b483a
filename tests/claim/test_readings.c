/* The readings of "closer to 0", on laws whose words follow without this
 * program; the argument stands at each. */
#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/readings.h"
#include "lyapcert/simulate.h"

static lyc_verdict_t compare_to(lyc_comparison_t c, const char *expression,
                                double tol)
{
    lyc_effort effort = {tol, 60.0, LYC_METHOD_AUTO, NULL};
    lyc_limits_t limits;
    lyc_text_t text;
    lyc_law_t law;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_law_init(law);
    lyc_diag_init(d);
    lyc_limits_init(limits);
    lyc_text_printf(text, "law it = %s\n", expression);
    lyc_source source = {"<law>", text->bytes, text->length, 1};
    cr_assert(lyc_law_parse(law, &source, d), "%s", d->text);
    lyc_comparison_init(c, law);
    lyc_verdict_t v = lyc_comparison_decide(c, NULL, &effort, limits, d);
    cr_assert(v == LYC_PROVED || v == LYC_UNDECIDED, "%s", d->text);
    cr_expect_eq(d->is_set, v != LYC_PROVED);
    cr_expect_eq(limits->max_seconds, (double)INFINITY);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
    lyc_text_clear(text);
    return v;
}

/* One letter a reading: P, D, U, V. */
static void expect_words(const lyc_comparison_t c, const char *words)
{
    for (int i = 0; i < LYC_READINGS; i++)
    {
        cr_expect_eq(lyc_reading_word(c->reading[i].status)[0], words[i],
                     "R%d: %s", i + 1, lyc_reading_word(c->reading[i].status));
    }
}

static void expect_decided(lyc_comparison_t c, const char *law,
                           const char *words)
{
    cr_expect_eq(compare_to(c, law, 1e-7), LYC_PROVED, "%s", law);
    expect_words(c, words);
}

static void expect_margin(const lyc_comparison_t c, int reading, double x)
{
    const lyc_reading *r = c->reading + reading - 1;
    cr_assert(r->has_margin);
    double lower = arf_get_d(r->lower, ARF_RND_DOWN);
    double upper = arf_get_d(r->upper, ARF_RND_UP);
    if (isinf(x))
    {
        cr_expect_eq(lower, x);
        cr_expect_eq(upper, x);
        return;
    }
    cr_expect(lower <= x + 1e-15 && x - 1e-15 <= upper,
              "R%d: %.17g not in [%.17g, %.17g]", reading, x, lower, upper);
    cr_expect_leq(upper - lower, 0.05);
}

static void expect_tie(const lyc_comparison_t c, int reading)
{
    const lyc_reading *r = c->reading + reading - 1;
    cr_expect(r->is_exact);
    cr_assert(r->has_margin);
    cr_expect(arf_is_zero(r->lower) && arf_is_zero(r->upper));
}

/* Plain minus residual gap has this sign, by 5 standard errors. The errors of
 * lambda_1 and lambda_2 are added: they are not independent. */
static void expect_simulated_gaps(const lyc_comparison_t c, int sign)
{
    double margin = 0, variance = 0;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    for (int i = 0; i < 2; i++)
    {
        lyc_simulation_t s;
        lyc_simulation_init(s, 2);
        cr_assert(lyc_simulate_approx(s, c->law[i], 3000000, limits, d));
        margin += (i == 0 ? 1 : -1) * (s->mean[0] - s->mean[1]);
        variance += pow(s->error[0] + s->error[1], 2);
        lyc_simulation_clear(s);
    }
    cr_expect_gt(sign * margin, 5 * sqrt(variance), "seed %lu: %g +- %g",
                 limits->seed, margin, sqrt(variance));
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
}

/* I + A = 1/2 I: both spectra are {-log 2}, and -log(1 - 1/2) = log 2. */
Test(readings, minus_one_half)
{
    lyc_comparison_t c;
    expect_decided(c, "[-1/2,0;0,-1/2]", "PPPPP");
    for (int i = 1; i <= LYC_READINGS; i++)
    {
        expect_tie(c, i);
    }
    lyc_comparison_clear(c);
}

/* The plain spectrum is {0}, the residual one {log 2}, the gaps are 0, and the
 * norm is 1. */
Test(readings, identity)
{
    lyc_comparison_t c;
    expect_decided(c, "[1,0;0,1]", "DDDPV");
    expect_margin(c, 1, -log(2));
    expect_margin(c, 2, -log(2));
    expect_margin(c, 3, -log(2));
    expect_tie(c, 4);
    cr_expect_not(c->reading[4].has_margin);
    lyc_comparison_clear(c);
}

/* e diag(1, -1): the plain exponents are both log e; the residual ones are
 * log(1 + e) and log(1 - e), so that the gap grows from 0 to
 * log((1 + e)/(1 - e)), while R5 holds with equality. */
Test(readings, small_gap)
{
    lyc_comparison_t c;
    expect_decided(c, "[1/1000,0;0,-1/1000]", "PPPDP");
    expect_margin(c, 1, log(1000) - log(1.001));
    expect_margin(c, 2, log(1000) + log(0.999));
    expect_margin(c, 3, log(1000) + log(0.999));
    expect_margin(c, 4, -log(1.001 / 0.999));
    expect_tie(c, 5);
    lyc_comparison_clear(c);
}

/* ||[1/4,1/8;0,1/4]||^2 <= 2/16 + 1/64 (Frobenius) < 1/4 and the other atom
 * is 1/4 of a rotation, so the norms are at most 3/8 and Theorem residual.half
 * gives R1 to R3; R5 is Theorem residual.window. No closed form is known to
 * the program here: gauges decide. R4: a simulation. */
Test(readings, half_norm)
{
    lyc_comparison_t c;
    expect_decided(c, "{[1/4,1/8;0,1/4], [0,1/4;-1/4,0]}", "PPPPP");
    cr_expect_str_eq(c->enclosure[0]->method[0], "gauge");
    cr_expect_str_eq(c->enclosure[1]->method[0], "gauge");
    expect_simulated_gaps(c, 1);
    lyc_comparison_clear(c);
}

/* The atom 0 has probability 1/4: the plain product vanishes, every modulus is
 * inf, and the plain gap is not defined. The residual law has 5 in an atom. */
Test(readings, gates)
{
    lyc_comparison_t c;
    expect_decided(c, "gates(2,1/2)*[1,2;3,4]", "PPPVV");
    expect_margin(c, 1, (double)INFINITY);
    expect_margin(c, 2, (double)INFINITY);
    expect_margin(c, 3, (double)INFINITY);
    lyc_comparison_clear(c);
}

/* I + A = 0, A = -I: the residual moduli are inf, the plain ones 0. */
Test(readings, residual_vanishes)
{
    lyc_comparison_t c;
    expect_decided(c, "[-1,0;0,-1]", "DDDVV");
    expect_margin(c, 1, -(double)INFINITY);
    lyc_comparison_clear(c);
}

/* Plain {log 2, -inf}, residual {log 3, 0}: inf as a modulus and as a gap. */
Test(readings, one_infinite)
{
    lyc_comparison_t c;
    expect_decided(c, "[2,0;0,0]", "DDPPV");
    expect_margin(c, 1, log(2) - log(3));
    expect_margin(c, 2, log(2) - log(3));
    expect_margin(c, 3, (double)INFINITY);
    expect_margin(c, 4, (double)INFINITY);
    lyc_comparison_clear(c);
}

/* diag(-2, 0): plain {log 2, -inf}, residual diag(-1, 1) {0, 0}.
 * diag(-1, 0): plain {0, -inf}, residual diag(0, 1) {0, -inf}: inf <= inf
 * holds, with margin 0. */
Test(readings, infinite_on_both_sides)
{
    lyc_comparison_t c;
    expect_decided(c, "[-2,0;0,0]", "PPPPV");
    expect_margin(c, 1, log(2));
    lyc_comparison_clear(c);
    expect_decided(c, "[-1,0;0,0]", "PPPPV");
    for (int i = 1; i <= 4; i++)
    {
        expect_margin(c, i, 0.0);
    }
    lyc_comparison_clear(c);
}

/* A and -I - A have the same law, so I + A has the law of -A: R1 to R4 hold
 * with equality, and no enclosure can say so. */
Test(readings, mirror)
{
    lyc_comparison_t c;
    expect_decided(c,
                   "[-1/2,0;0,-1/2] + {[0,1;2,1], -1*[0,1;2,1], [3,1;0,1], "
                   "-1*[3,1;0,1]}",
                   "PPPPV");
    for (int i = 1; i <= 4; i++)
    {
        expect_tie(c, i);
    }
    cr_expect_str_eq(c->enclosure[0]->method[0], "gauge");
    lyc_comparison_clear(c);
}

/* The scalar a = -r has plain log r, residual log(1 - r): R1 fails as soon as
 * r > 1/2, however little. */
Test(readings, sharp)
{
    lyc_comparison_t c;
    expect_decided(c, "-500000000000000000001/1000000000000000000000", "DDDPP");
    lyc_comparison_clear(c);
    expect_decided(c, "-499999999999999999999/1000000000000000000000", "PPPPP");
    lyc_comparison_clear(c);
}

/* A width too coarse for R4: UNDECIDED, with a margin around 0. A narrower one
 * decides it, as a simulation does. */
Test(readings, undecided)
{
    static const char law[] = "{[0,-0.52;0.52,0], [-0.5,0.1;0,-0.5]}";
    lyc_comparison_t c;
    cr_expect_eq(compare_to(c, law, 0.5), LYC_UNDECIDED);
    expect_words(c, "PPPUP");
    cr_expect_lt(arf_sgn(c->reading[3].lower), 0);
    cr_expect_gt(arf_sgn(c->reading[3].upper), 0);
    lyc_comparison_clear(c);
    expect_decided(c, law, "PPPDP");
    expect_simulated_gaps(c, -1);
    lyc_comparison_clear(c);
}

/* A symmetric matrix with eigenvalues -r, -s, 12 r = 5 + sqrt(1 + (12/7)^2),
 * 12 s = 5 - sqrt(1 + (12/7)^2), and norm r: R5 is an equality, and no number
 * separates its sides. */
Test(readings, window_with_equality)
{
    lyc_comparison_t c;
    double root = sqrt(1 + 144.0 / 49), r = (5 + root) / 12,
           s = (5 - root) / 12;
    expect_decided(c, "[-1/2,1/7;1/7,-1/3]", "PPPPP");
    expect_margin(c, 1, log(1 - s) - log(r));
    expect_margin(c, 3, log(1 - r) - log(s));
    expect_margin(c, 4, log(r / s) - log((1 - s) / (1 - r)));
    cr_expect(arf_is_zero(c->reading[4].lower));
    cr_expect_leq(arf_cmp_2exp_si(c->reading[4].upper, -20), 0);
    lyc_comparison_clear(c);
}

static lyc_truth_t norm_below_one(const char *expression)
{
    lyc_text_t text;
    lyc_law_t law;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_law_init(law);
    lyc_diag_init(d);
    lyc_text_printf(text, "law it = %s\n", expression);
    lyc_source source = {"<law>", text->bytes, text->length, 1};
    cr_assert(lyc_law_parse(law, &source, d), "%s", d->text);
    lyc_truth_t truth = lyc_law_norm_below_one(law);
    lyc_diag_clear(d);
    lyc_law_clear(law);
    lyc_text_clear(text);
    return truth;
}

/* Norms that are 1 exactly, and next to it. */
Test(readings, norm_below_one)
{
    cr_expect_eq(norm_below_one("1"), LYC_FALSE);
    cr_expect_eq(norm_below_one("-1"), LYC_FALSE);
    cr_expect_eq(norm_below_one("1 - 1e-60"), LYC_TRUE);
    cr_expect_eq(norm_below_one("1 + 1e-60"), LYC_FALSE);
    cr_expect_eq(norm_below_one("[3/5,4/5;-4/5,3/5]"), LYC_FALSE);
    cr_expect_eq(norm_below_one("(1 - 1e-40)*[3/5,4/5;-4/5,3/5]"), LYC_TRUE);
    cr_expect_eq(norm_below_one("[0,1;0,0]"), LYC_FALSE);
    cr_expect_eq(norm_below_one("[1/2,0;0,0]"), LYC_TRUE);
    cr_expect_eq(norm_below_one("sqrt(2)*[1/2,1/2;1/2,-1/2]"), LYC_FALSE);
    cr_expect_eq(norm_below_one("{[1/2,0;0,1/2], [0,1;-1/2,0]}"), LYC_FALSE);
    /* An orthogonal matrix of order 3: (1/3) [1,2,2; 2,1,-2; 2,-2,1]. */
    cr_expect_eq(norm_below_one("1/3*[1,2,2;2,1,-2;2,-2,1]"), LYC_FALSE);
    cr_expect_eq(norm_below_one("(1/3 - 1e-40)*[1,2,2;2,1,-2;2,-2,1]"),
                 LYC_TRUE);
}
