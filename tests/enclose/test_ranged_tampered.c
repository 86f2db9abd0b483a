/* Certificates about boxes of parameters whose numbers were changed. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ranging.h"

/* The exponent rises from about 0.0804 to 0.0897 between 9/10 and 23/25. */
static const ranged_law law = {
    "{[0,1;s,1],[0,1;-s,1]}", {"4/5", NULL}, {"1", NULL}};
#define BOX "s 9/10 91/100"

/* A certificate about the box, from its text. */
static void make(lyc_text_t out)
{
    const ranged_law part = {law.law, {"9/10", NULL}, {"91/100", NULL}};
    lyc_enclosure_t e;
    lyc_text_t text;
    lyc_digest_t digest;

    lyc_text_init(text);
    ranged_text(text, &part);
    enclose_program(e, text->bytes, 0.04, LYC_METHOD_GAUGE);
    lyc_text_reset(text);
    ranged_text(text, &law);
    free(e->certificate->law_text);
    e->certificate->law_text = lyc_strdup(text->bytes);
    lyc_certificate_write(out, digest, e->certificate);
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
}

/* What checking says; *low and *high: what is concluded about lambda_1. */
static lyc_verdict_t check(const char *bytes, size_t length, double *low,
                           double *high, lyc_box_t box)
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
    if (lyc_certificate_read(c, digest, bytes, length, "<certificate>", d))
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

static lyc_verdict_t check_text(const char *text)
{
    double low, high;
    lyc_box_t box;

    lyc_box_init(box);
    const lyc_verdict_t v = check(text, strlen(text), &low, &high, box);
    lyc_box_clear(box);
    return v;
}

/* Every `from` becomes `to`. */
static void replace(lyc_text_t out, const char *text, const char *from,
                    const char *to)
{
    const char *at;

    for (; (at = strstr(text, from)) != NULL; text = at + strlen(from))
    {
        lyc_text_add_n(out, text, (size_t)(at - text));
        lyc_text_add(out, to);
    }
    lyc_text_add(out, text);
}

/* The same gauge for a wider box, or for another one, proves less. */
Test(ranged_tampered, other_boxes)
{
    static const char *const boxes[] = {
        "s 9/10 23/25", "s 4/5 91/100", "s 4/5 1",     "s 91/100 93/100",
        "s 1 1",        "s 4/5 4/5",    "s 17/20 9/10"};
    lyc_text_t original, t;

    lyc_text_init(original);
    make(original);
    cr_assert_eq(check_text(original->bytes), LYC_PROVED);
    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++)
    {
        lyc_text_init(t);
        replace(t, original->bytes, BOX, boxes[i]);
        cr_assert_eq(check_text(t->bytes), LYC_DISPROVED, "%s", boxes[i]);
        lyc_text_clear(t);
    }
    /* A part of the box is none of its concern. */
    lyc_text_init(t);
    replace(t, original->bytes, BOX, "s 901/1000 909/1000");
    cr_assert_eq(check_text(t->bytes), LYC_PROVED);
    lyc_text_clear(t);
    lyc_text_init(t);
    replace(t, original->bytes, BOX, "s 9/10 2");
    cr_assert_eq(check_text(t->bytes), LYC_MALFORMED);
    lyc_text_clear(t);
    lyc_text_clear(original);
}

/* lambda_1 at 4/5, 41/50, … , 1, to 1e-4. */
#define VALUES 11
static double value[VALUES];

static void find_values(void)
{
    for (int i = 0; i < VALUES; i++)
    {
        lyc_enclosure_t e;
        lyc_text_t text;

        lyc_text_init(text);
        ranged_point(text, &law, i, 0, VALUES - 1);
        enclose_program(e, text->bytes, 1e-4, LYC_METHOD_GAUGE);
        value[i] = arf_get_d(e->facts->exponent_lower, ARF_RND_NEAR);
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

#define MUTANTS 400

/* Digits changed anywhere after the law: what is still accepted is true. */
Test(ranged_tampered, mutants)
{
    unsigned long seed = 5;
    int accepted = 0;
    lyc_text_t original, t;

    find_values();
    lyc_text_init(original);
    make(original);
    const size_t begin =
        (size_t)(strstr(original->bytes, "conclude") - original->bytes);
    printf("seed 5: ");
    for (int i = 0; i < MUTANTS; i++)
    {
        double low, high;
        lyc_box_t box;
        size_t at;
        /* Half of the mutants: the lines of the box and of the bounds. */
        const size_t span = i % 2 == 0
                                ? original->length - begin
                                : strcspn(original->bytes + begin, "-") + 700;

        lyc_text_init(t);
        lyc_text_add_n(t, original->bytes, original->length);
        do
            at = begin + next(&seed) % span;
        while (t->bytes[at] < '0' || t->bytes[at] > '9');
        t->bytes[at] = (char)('0' + next(&seed) % 10);
        lyc_box_init(box);
        const lyc_verdict_t v = check(t->bytes, t->length, &low, &high, box);
        cr_assert_neq(v, LYC_FAILURE);
        accepted += v == LYC_PROVED;
        for (int k = 0; k < VALUES && v == LYC_PROVED && box->length == 1; k++)
        {
            const double s = 0.8 + 0.2 * k / (VALUES - 1);
            if (s > get_d(box->lower) - 1e-9 && s < get_d(box->upper) + 1e-9)
                cr_assert(low <= value[k] + 1e-4 && high >= value[k] - 1e-4,
                          "mutant %d:\n%s", i, t->bytes);
        }
        lyc_box_clear(box);
        lyc_text_clear(t);
    }
    printf("%d of %d accepted\n", accepted, MUTANTS);
    cr_assert_lt(accepted, MUTANTS);
    lyc_text_clear(original);
}
