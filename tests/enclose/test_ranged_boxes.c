/* Gauges over boxes of parameters in three dimensions: what they say holds at
 * every point, and what changed certificates say does. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ranging.h"

#define TURN "[s,1,0;0,1,1;1,0,1/2],[1,1,s;0,1,-1;1,0,1/2]"

static const ranged_law laws[] = {
    {"{" TURN "}", {"1/10", NULL}, {"11/100", NULL}},
    {"{[s,1,0;0,1,1;1,t,1/2],[1,1,s*t;0,1,1-exp(t);1,0,1/2]}",
     {"1/10", "0"},
     {"11/100", "1/50"}},
    {"{s: [1,1,0;0,1,1;1,0,1/2], 1 - s: [1,1,0;0,1,1;1,2,1/2]}",
     {"1/3", NULL},
     {"2/5", NULL}},
};

#define LAWS ((int)(sizeof laws / sizeof laws[0]))

/* lambda_1 of a program. */
static lyc_verdict_t enclose_first(lyc_enclosure_t e, const char *program,
                                   double tol)
{
    int wanted[3] = {1, 0, 0};
    const lyc_source source = {"<law>", program, strlen(program), 1};
    const lyc_request request = {tol, 0, wanted, LYC_METHOD_AUTO};
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_diag_t d;

    lyc_diag_init(d);
    lyc_law_init(law);
    cr_assert(lyc_law_parse(law, &source, d), "%s: %s", program, d->text);
    lyc_limits_init(limits);
    lyc_enclosure_init(e, law->dim);
    const lyc_verdict_t v = lyc_enclose(e, law, &request, limits, d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    lyc_diag_clear(d);
    return v;
}

/* The enclosures over the box and at its points meet. */
Test(ranged_boxes, hold_at_every_point)
{
    for (int l = 0; l < LAWS; l++)
    {
        lyc_enclosure_t e, p;
        lyc_text_t text;

        lyc_text_init(text);
        ranged_text(text, laws + l);
        enclose_first(e, text->bytes, 5e-3);
        printf("%s: width %.3g, %ld cones\n", laws[l].law, enclosure_width(e),
               (long)e->cones);
        cr_assert(enclosure_width(e) < 0.06, "%s", laws[l].law);
        cr_assert_str_eq(e->method[0], "gauge");
        expect_certificate(e);
        for (int i = 0; i <= 2; i++)
        {
            lyc_text_reset(text);
            ranged_point(text, laws + l, i, 2 - i, 2);
            cr_assert_eq(enclose_first(p, text->bytes, 5e-3), LYC_PROVED);
            cr_assert(arf_cmp(p->facts->exponent_upper,
                              e->facts->exponent_lower) >= 0 &&
                          arf_cmp(p->facts->exponent_lower,
                                  e->facts->exponent_upper) <= 0,
                      "%s, point %d", laws[l].law, i);
            lyc_enclosure_clear(p);
        }
        lyc_enclosure_clear(e);
        lyc_text_clear(text);
    }
}

/* In blocks [3, *; 0, B] the first exponent is the larger one of log 3 and that
 * of B: log 3 here, whatever s is. A rotation hides the blocks. */
Test(ranged_boxes, hidden_blocks)
{
    static const ranged_law r = {
        "[3/5,4/5,0;-4/5,3/5,0;0,0,1]*{[3,1,1;0,s,1/2;0,-1/2,s],[3,-1,1;0,0,s;"
        "0,s,0]}*[3/5,-4/5,0;4/5,3/5,0;0,0,1]",
        {"1/2", NULL},
        {"51/100", NULL}};
    lyc_enclosure_t e;
    lyc_text_t text;

    lyc_text_init(text);
    ranged_text(text, &r);
    enclose_first(e, text->bytes, 1e-2);
    cr_assert(arf_cmp_d(e->facts->exponent_lower, log(3)) <= 0);
    cr_assert(arf_cmp_d(e->facts->exponent_upper, log(3)) >= 0);
    cr_assert(enclosure_width(e) < 0.1, "%g", enclosure_width(e));
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
}

/* ---- changed certificates ---- */

/* Over the range the exponent rises from about 0.267 to 0.332. */
static const ranged_law law = {"{" TURN "}", {"0", NULL}, {"3/10", NULL}};
#define BOX "s 1/10 11/100"

static void make(lyc_text_t out)
{
    lyc_enclosure_t e;
    lyc_text_t text;
    lyc_digest_t digest;

    lyc_text_init(text);
    ranged_text(text, laws);
    enclose_first(e, text->bytes, 0.02);
    lyc_text_reset(text);
    ranged_text(text, &law);
    free(e->certificate->law_text);
    e->certificate->law_text = lyc_strdup(text->bytes);
    lyc_certificate_write(out, digest, e->certificate);
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
}

/* What checking says; *low and *high: what is concluded about lambda_1. */
static lyc_verdict_t check(const lyc_text_t t, double *low, double *high,
                           lyc_box_t box)
{
    lyc_certificate_t c;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_digest_t digest;
    lyc_verdict_t v = LYC_MALFORMED;

    lyc_certificate_init(c);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    *low = -INFINITY;
    *high = INFINITY;
    if (lyc_certificate_read(c, digest, t->bytes, t->length, "<certificate>",
                             d))
    {
        v = lyc_certificate_check(f, c, "<certificate>", limits, d);
        lyc_facts_clear(f);
        for (slong i = 0; i < c->conclusions; i++)
            if (c->conclusion[i].k == 1 && c->conclusion[i].box >= 0 &&
                c->conclusion[i].kind == LYC_CONCLUDE_EXPONENT)
            {
                *low = arf_get_d(c->conclusion[i].lower, ARF_RND_FLOOR);
                *high = arf_get_d(c->conclusion[i].upper, ARF_RND_CEIL);
                lyc_box_set(box, c->box + c->conclusion[i].box);
            }
    }
    lyc_certificate_clear(c);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

/* The certificate with another box. */
static lyc_verdict_t check_box(const lyc_text_t original, const char *name)
{
    double low, high;
    const char *at, *from = original->bytes;
    lyc_text_t t;
    lyc_box_t box;

    lyc_text_init(t);
    lyc_box_init(box);
    for (; (at = strstr(from, BOX)) != NULL; from = at + strlen(BOX))
    {
        lyc_text_add_n(t, from, (size_t)(at - from));
        lyc_text_add(t, name);
    }
    lyc_text_add(t, from);
    const lyc_verdict_t v = check(t, &low, &high, box);
    lyc_box_clear(box);
    lyc_text_clear(t);
    return v;
}

Test(ranged_boxes, other_boxes)
{
    static const char *const boxes[] = {"s 1/10 1/5", "s 0 11/100",
                                        "s 0 3/10",   "s 1/4 13/50",
                                        "s 0 0",      "s 3/10 3/10"};
    lyc_text_t original;

    lyc_text_init(original);
    make(original);
    cr_assert_eq(check_box(original, BOX), LYC_PROVED);
    cr_assert_eq(check_box(original, "s 53/500 107/1000"), LYC_PROVED);
    cr_assert_eq(check_box(original, "s 1/10 1/2"), LYC_MALFORMED);
    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++)
        cr_assert_eq(check_box(original, boxes[i]), LYC_DISPROVED, "%s",
                     boxes[i]);
    lyc_text_clear(original);
}

#define VALUES 7
#define VALUE_TOL 4e-3

static void find_values(double *low, double *high)
{
    for (int i = 0; i < VALUES; i++)
    {
        lyc_enclosure_t e;
        lyc_text_t text;

        lyc_text_init(text);
        ranged_point(text, &law, i, 0, VALUES - 1);
        cr_assert_eq(enclose_first(e, text->bytes, VALUE_TOL), LYC_PROVED);
        low[i] = arf_get_d(e->facts->exponent_lower, ARF_RND_FLOOR);
        high[i] = arf_get_d(e->facts->exponent_upper, ARF_RND_CEIL);
        lyc_enclosure_clear(e);
        lyc_text_clear(text);
    }
}

static double get_d(const fmpq_t x)
{
    return fmpz_get_d(fmpq_numref(x)) / fmpz_get_d(fmpq_denref(x));
}

static unsigned long next(unsigned long *seed)
{
    *seed = *seed * 6364136223846793005ul + 1442695040888963407ul;
    return *seed >> 33;
}

#define MUTANTS 100

/* Digits changed anywhere after the law: what is still accepted is true. */
Test(ranged_boxes, mutants)
{
    unsigned long seed = 6;
    int accepted = 0;
    double truth_low[VALUES], truth_high[VALUES];
    lyc_text_t original, t;

    find_values(truth_low, truth_high);
    lyc_text_init(original);
    make(original);
    const size_t begin =
        (size_t)(strstr(original->bytes, "conclude") - original->bytes);
    for (int i = 0; i < MUTANTS; i++)
    {
        double low, high;
        lyc_box_t box;
        size_t at;
        const size_t span = i % 2 == 0 ? original->length - begin : 600;

        lyc_text_init(t);
        lyc_text_add_n(t, original->bytes, original->length);
        do
            at = begin + next(&seed) % span;
        while (t->bytes[at] < '0' || t->bytes[at] > '9');
        t->bytes[at] = (char)('0' + next(&seed) % 10);
        lyc_box_init(box);
        const lyc_verdict_t v = check(t, &low, &high, box);
        cr_assert_neq(v, LYC_FAILURE);
        accepted += v == LYC_PROVED;
        for (int k = 0; k < VALUES && v == LYC_PROVED && box->length == 1; k++)
        {
            const double s = 0.3 * k / (VALUES - 1);
            if (s > get_d(box->lower) - 1e-9 && s < get_d(box->upper) + 1e-9)
                cr_assert(low <= truth_high[k] && high >= truth_low[k],
                          "mutant %d", i);
        }
        lyc_box_clear(box);
        lyc_text_clear(t);
    }
    printf("seed 6: %d of %d accepted\n", accepted, MUTANTS);
    cr_assert_lt(accepted, MUTANTS);
    lyc_text_clear(original);
}
