/* Gauges over boxes of parameters: what they say holds at every point. */
#include <math.h>
#include <stdio.h>

#include "ranging.h"

#define CURVE "{[0,1;s,1],[0,1;-s,1]}"

static const ranged_law laws[] = {
    {CURVE, {"7/10", NULL}, {"71/100", NULL}},
    {CURVE, {"0", NULL}, {"1/100", NULL}},
    {CURVE, {"1/5", NULL}, {"21/100", NULL}},
    {"{[s,1;1,t],[t,1;-1,s]}", {"1/2", "1"}, {"101/200", "201/200"}},
    {"{s: [1,2;3,1], 1 - s: [0,1;-1,1]}", {"2/5", NULL}, {"41/100", NULL}},
    {"{[1,1/3;0,1],[1,0;s,1],[0,1;-1,t]}", {"1", "2/5"}, {"101/100", "1/2"}},
    {"I + s*{[1/2,7/4;-3/2,1/3],[-1,2/5;1,1]}", {"1", NULL}, {"201/200", NULL}},
    {"{[exp(s),1;1,sqrt(2)],[1,-s;1,0]}", {"1/2", NULL}, {"51/100", NULL}},
};

#define LAWS ((int)(sizeof laws / sizeof laws[0]))
#define POINTS 2

/* The enclosures over the box and at the point meet in the latter. */
static void expect_inside(const lyc_enclosure_t box, const ranged_law *r, int i,
                          int k)
{
    lyc_enclosure_t e;
    lyc_text_t text;

    lyc_text_init(text);
    ranged_point(text, r, i, k, POINTS);
    enclose_program(e, text->bytes, 1e-3, LYC_METHOD_AUTO);
    cr_assert(
        arf_cmp(e->facts->exponent_upper, box->facts->exponent_lower) >= 0 &&
            arf_cmp(e->facts->exponent_lower, box->facts->exponent_upper) <= 0,
        "%s, point %d %d", r->law, i, k);
    cr_assert(enclosure_width(e) < 1e-2, "%s", r->law);
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
}

Test(ranged, holds_at_every_point)
{
    for (int l = 0; l < LAWS; l++)
    {
        const ranged_law *r = laws + l;
        lyc_enclosure_t e;
        lyc_text_t text;

        lyc_text_init(text);
        ranged_text(text, r);
        enclose_program(e, text->bytes, 1e-3, LYC_METHOD_AUTO);
        printf("%s: width %.3g, %ld cones\n", r->law, enclosure_width(e),
               (long)e->cones);
        cr_assert(enclosure_width(e) < 0.5, "%s", r->law);
        cr_assert_str_eq(e->method[0], "gauge");
        expect_certificate(e);
        for (int i = 0; i <= POINTS; i++)
            expect_inside(e, r, i, POINTS - i);
        lyc_enclosure_clear(e);
        lyc_text_clear(text);
    }
}

static double width_over(const char *lower, const char *upper)
{
    const ranged_law r = {CURVE, {lower, NULL}, {upper, NULL}};
    lyc_enclosure_t e;
    lyc_text_t text;

    lyc_text_init(text);
    ranged_text(text, &r);
    enclose_program(e, text->bytes, 1e-6, LYC_METHOD_GAUGE);
    const double width = enclosure_width(e);
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
    return width;
}

/* About proportional to the range. */
Test(ranged, narrow_ranges_have_narrow_bounds)
{
    const double wide = width_over("7/10", "71/100");
    const double narrow = width_over("7/10", "701/1000");

    cr_assert(wide < 0.04, "%g", wide);
    cr_assert(narrow < wide / 4, "%g", narrow);
}

Test(ranged, width_asked_is_enough)
{
    const ranged_law r = {CURVE, {"9/10", NULL}, {"91/100", NULL}};
    lyc_enclosure_t e;
    lyc_text_t text;

    lyc_text_init(text);
    ranged_text(text, &r);
    cr_assert_eq(enclose_program(e, text->bytes, 0.05, LYC_METHOD_AUTO),
                 LYC_PROVED);
    cr_assert(e->cones < 400, "%ld", (long)e->cones);
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
}

/* With the projection to an axis and a rotation lambda_1 = -inf for a dense
 * set of angles: there is no lower bound. */
Test(ranged, no_lower_bound_where_there_is_none)
{
    const ranged_law r = {"{[1,0;0,0], 1/(1+s^2)*[1-s^2,-2*s;2*s,1-s^2]}",
                          {"1/2", NULL},
                          {"51/100", NULL}};
    lyc_enclosure_t e;
    lyc_text_t text;

    lyc_text_init(text);
    ranged_text(text, &r);
    cr_assert_eq(enclose_program(e, text->bytes, 1e-2, LYC_METHOD_AUTO),
                 LYC_UNDECIDED);
    cr_assert(arf_is_neg_inf(e->facts->exponent_lower));
    cr_assert(arf_cmp_d(e->facts->exponent_upper, 0.01) < 0);
    lyc_enclosure_clear(e);
    lyc_text_clear(text);
}
