/* Induced and countable laws: the bracket against long sums, and evidence that
 * was tampered with against a solution in doubles. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/countable.h"
#include "certify/establish.h"
#include "certify/fans.h"
#include "lyapcert/enclosure.h"

/* ---- letters in doubles ---- */

#define MOST 2000

typedef struct
{
    double weight, a[4];
} letter;

static double approximate(const lyc_number_t x)
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
static int get_letters(letter *list, const lyc_countable_t x)
{
    int n = 0;

    for (slong i = 0; i < x->length; i++)
    {
        const lyc_family *f = x->family + i;
        const double q = approximate(f->ratio);
        double w = approximate(f->weight), c[4][4];

        for (slong k = 0; k < f->length; k++)
            for (int j = 0; j < 4; j++)
                c[k][j] = approximate(f->coefficient[k].entry + j);
        for (int m = 0; w > 1e-18 && n < MOST; m++, w *= q, n++)
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
    static letter list[MOST];
    const int n = get_letters(list, x);
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
static double reference(const char *text, lyc_induced_rule rule)
{
    lyc_law_t law;
    lyc_countable_t x;
    lyc_number_t factor;
    double value = NAN;

    test_law(law, text);
    lyc_countable_init(x);
    lyc_number_init(factor);
    if (lyc_law_reduce(x, factor, law, rule) == LYC_TRUE)
        value = exponent(x) * approximate(factor);
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
#define CASES 4

static void write_law(char *text, int which, long weight)
{
    snprintf(text, 200, cases[which].law, weight, weight);
}

/* To so many digits, or to the width tol. */
static void enclose(lyc_enclosure_t e, const char *text, slong digits,
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

Test(induced, enclosures_hold_the_solution_in_doubles)
{
    for (int which = 0; which < CASES; which++)
        for (long w = 250; w <= 750; w += 125)
        {
            lyc_enclosure_t e;
            char text[200];

            write_law(text, which, w);
            enclose(e, text, 10, 0);
            test_bounds(e->facts, 1, reference(text, cases[which].rule), 1e-9);
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
    static letter list[MOST];
    unsigned long seed = 21;

    printf("seed 21\n");
    for (int round = 0; round < 120; round++)
    {
        const int which = round % CASES;
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

        write_law(text, which, 200 + (long)(test_random(&seed) % 600));
        if (which == 2)
            strcpy(text, "{[0,1;1,1],[0,1;1,-1]}");
        test_law(law, text);
        lyc_countable_init(x);
        lyc_number_init(factor);
        arf_init(lower);
        arf_init(upper);
        lyc_limits_init(limits);
        lyc_diag_init(d);
        cr_assert_eq(lyc_law_reduce(x, factor, law, cases[which].rule),
                     LYC_TRUE);
        for (int i = 0; i < 4; i++)
            count[i] = 1 + (slong)(test_random(&seed) % 5);
        random_gauge(c, &seed);
        lyc_countable_letters_init(letters, x, count);
        cr_assert_eq(
            lyc_cone_bracket(lower, upper, c, letters->letters, 64, limits, d),
            LYC_PROVED, "%s", d->is_set ? d->text : "");
        n = get_letters(list, x);
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
            sum = sum * j + approximate(p + i);
        cr_assert_eq(sum, value);
    }
    for (int i = 0; i < 4; i++)
        lyc_number_clear(p + i);
}

/* ---- tampering ---- */

static size_t next_line(const char *t, size_t at)
{
    return at + strcspn(t + at, "\n") + 1;
}

static size_t word(const char *t, size_t at, long index)
{
    for (; index > 0; index--)
        at += strcspn(t + at, " \n") + 1;
    return at;
}

/* Words: evidence induced PREC RULE n LETTERS… ARCS DEGREE SCALE NODES. */
typedef struct
{
    size_t header, arc;
    long families, degree;
} layout;

static void find_layout(layout *m, const char *t)
{
    const char *begin = strstr(t, "evidence induced ");
    size_t at;

    cr_assert_not_null(begin);
    m->header = (size_t)(begin - t);
    m->families = strtol(t + word(t, m->header, 4), NULL, 10);
    at = word(t, m->header, 5 + m->families);
    cr_assert_eq(strtol(t + at, NULL, 10), 1);
    m->degree = strtol(t + word(t, at, 1), NULL, 10);
    m->arc = next_line(t, m->header);
}

static void change(lyc_text_t out, const lyc_text_t in, size_t at, int base,
                   unsigned long *seed)
{
    const size_t n = strcspn(in->bytes + at, " \n");
    char *s = lyc_strdup(in->bytes + at);
    fmpz_t z;

    fmpz_init(z);
    s[n] = '\0';
    cr_assert_eq(fmpz_set_str(z, s, base), 0);
    free(s);
    switch (test_random(seed) % 6)
    {
    case 0:
        fmpz_neg(z, z);
        break;
    case 1:
        fmpz_add_si(z, z, (slong)(test_random(seed) % 7) - 3);
        break;
    case 2:
        fmpz_combit(z, test_random(seed) % (fmpz_bits(z) + 2));
        break;
    case 3:
        fmpz_mul_2exp(z, z, test_random(seed) % 4);
        break;
    case 4:
        fmpz_set_ui(z, test_random(seed));
        break;
    default:
        fmpz_fdiv_q_2exp(z, z, test_random(seed) % (fmpz_bits(z) + 1));
        break;
    }
    s = fmpz_get_str(NULL, base, z);
    lyc_text_add_n(out, in->bytes, at);
    lyc_text_add(out, s);
    lyc_text_add(out, in->bytes + at + n);
    flint_free(s);
    fmpz_clear(z);
}

typedef void mutation(lyc_text_t out, const lyc_text_t in, unsigned long *seed);

static void letters(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    layout m;

    find_layout(&m, in->bytes);
    change(out, in,
           word(in->bytes, m.header,
                5 + (long)(test_random(seed) % (unsigned long)m.families)),
           10, seed);
}

static void header(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    static const long place[] = {2, 4, 5, 6, 7, 8};
    const unsigned long k = test_random(seed) % 6;
    layout m;

    find_layout(&m, in->bytes);
    change(out, in,
           word(in->bytes, m.header, place[k] + (k > 1 ? m.families : 0)), 10,
           seed);
}

static void arc(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    layout m;

    find_layout(&m, in->bytes);
    change(out, in, word(in->bytes, m.arc, (long)(test_random(seed) % 5)), 10,
           seed);
}

static void coefficient(lyc_text_t out, const lyc_text_t in,
                        unsigned long *seed)
{
    unsigned long k;
    layout m;
    size_t at;

    find_layout(&m, in->bytes);
    k = test_random(seed) % (unsigned long)(m.degree + 1);
    at = m.arc;
    for (unsigned long i = 0; i <= k; i++)
        at = next_line(in->bytes, at);
    change(out, in, at, 16, seed);
}

static void rule(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    static const char *const name[] = {"change", "repeat", "signs", "none",
                                       "all"};
    const char *other = name[test_random(seed) % 5];
    layout m;
    size_t at;

    find_layout(&m, in->bytes);
    at = word(in->bytes, m.header, 3);
    lyc_text_add_n(out, in->bytes, at);
    lyc_text_add(out, other);
    lyc_text_add(out, in->bytes + at + strcspn(in->bytes + at, " "));
}

/* What the evidence of a text proves of a law. */
static lyc_verdict_t prove(lyc_facts_t facts, const lyc_text_t text,
                           const char *expression)
{
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;

    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_certificate_init(c);
    lyc_facts_init(facts, 2);
    test_law(law, expression);
    if (lyc_certificate_read(c, digest, text->bytes, text->length, "m", d))
    {
        v = LYC_PROVED;
        for (slong i = 0; i < c->evidences; i++)
            v = lyc_verdict_worse(
                v,
                lyc_evidence_establish(facts, c->evidence + i, law, limits, d));
    }
    lyc_law_clear(law);
    lyc_certificate_clear(c);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    return v;
}

#define TOL 1e-5

static void certificate(lyc_text_t text, lyc_facts_t truth, int which)
{
    lyc_digest_t digest;
    lyc_enclosure_t e;
    char law[200];

    write_law(law, which, 400);
    enclose(e, law, 30, 0);
    lyc_facts_init(truth, 2);
    lyc_facts_set(truth, e->facts);
    lyc_enclosure_clear(e);
    enclose(e, law, 0, TOL);
    lyc_text_init(text);
    lyc_certificate_write(text, digest, e->certificate);
    lyc_enclosure_clear(e);
}

static void count(const char *name, unsigned long seed, const int *verdicts)
{
    printf("%s, seed %lu: proved %d, disproved %d, malformed %d\n", name, seed,
           verdicts[LYC_PROVED], verdicts[LYC_DISPROVED],
           verdicts[LYC_MALFORMED]);
    cr_assert_eq(verdicts[LYC_FAILURE], 0);
}

static void run(const char *name, mutation *mutate, unsigned long seed)
{
    const unsigned long first = seed;
    int verdicts[5] = {0};

    for (int which = 0; which < CASES; which++)
    {
        lyc_text_t original;
        lyc_facts_t truth;
        char law[200];

        write_law(law, which, 400);
        certificate(original, truth, which);
        for (int i = 0; i < 250; i++)
        {
            lyc_text_t t;
            lyc_facts_t f;

            lyc_text_init(t);
            do
            {
                lyc_text_reset(t);
                mutate(t, original, &seed);
            } while (strcmp(t->bytes, original->bytes) == 0);
            verdicts[prove(f, t, law)]++;
            cr_assert(arf_cmp(f->exponent_lower, truth->exponent_upper) <= 0 &&
                          arf_cmp(f->exponent_upper, truth->exponent_lower) >=
                              0,
                      "case %d, mutant %d:\n%s", which, i, t->bytes);
            lyc_facts_clear(f);
            lyc_text_clear(t);
        }
        lyc_text_clear(original);
        lyc_facts_clear(truth);
    }
    count(name, first, verdicts);
}

Test(induced, tampered_letters)
{
    run("letters", letters, 31);
}

Test(induced, tampered_header)
{
    run("header", header, 32);
}

Test(induced, tampered_arc)
{
    run("arc and ellipse", arc, 33);
}

Test(induced, tampered_coefficient)
{
    run("coefficient", coefficient, 34);
}

Test(induced, tampered_rule)
{
    run("rule", rule, 35);
}

/* Weights of the pair, or the ratio of the countable law: the evidence is for
 * another law, and may prove a wide bound of the new one, but no false one. */
Test(induced, tampered_weight_or_ratio)
{
    unsigned long seed = 36;
    int verdicts[5] = {0}, wide = 0;

    for (int which = 0; which < CASES; which++)
    {
        lyc_text_t original;
        lyc_facts_t truth;

        certificate(original, truth, which);
        for (int i = 0; i < 250; i++)
        {
            const long w = 100 + (long)(test_random(&seed) % 800);
            char law[200];
            lyc_facts_t f;
            double value;
            arf_t width;

            write_law(law, which, w);
            value = reference(law, cases[which].rule);
            arf_init(width);
            verdicts[prove(f, original, law)]++;
            cr_assert(arf_cmp_d(f->exponent_lower, value + 1e-8) <= 0 &&
                          arf_cmp_d(f->exponent_upper, value - 1e-8) >= 0,
                      "%s", law);
            lyc_facts_width(width, f, 1);
            wide += arf_cmp_d(width, 1e-4) > 0;
            cr_assert(arf_cmp_d(width, 1e-4) > 0 || labs(w - 400) <= 2, "%s",
                      law);
            lyc_facts_clear(f);
            arf_clear(width);
        }
        lyc_text_clear(original);
        lyc_facts_clear(truth);
    }
    cr_assert_geq(wide, 900);
    count("weight or ratio", 36, verdicts);
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
            cr_assert(isnan(reference(law[i], (lyc_induced_rule)k)), "%s, %d",
                      law[i], k);
}
