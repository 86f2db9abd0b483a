/* Least and greatest bounds: what is not a number bounds nothing. */
#include <criterion/criterion.h>
#include <math.h>

#include "certify/box.h"
#include "certify/box_round.h"
#include "certify/extreme_arf.h"
#include "certify/fans.h"
#include "certify/gauge.h"
#include "certify/mixed.h"

static const double numbers[] = {-INFINITY, -DBL_MAX, -1,      -DBL_MIN, -0.0,
                                 0,         DBL_MIN,  DBL_MAX, INFINITY, NAN};
#define NUMBERS ((int)(sizeof numbers / sizeof numbers[0]))

Test(extreme, of_two)
{
    for (int i = 0; i < NUMBERS; i++)
        for (int j = 0; j < NUMBERS; j++)
        {
            const double x = numbers[i], y = numbers[j];
            const int is_known = !isnan(x) && !isnan(y);
            const double least = is_known ? fmin(x, y) : -INFINITY;
            const double most = is_known ? fmax(x, y) : INFINITY;
            cr_expect_eq(lyc_min_down(x, y), least, "%g %g", x, y);
            cr_expect_eq(lyc_max_up(x, y), most, "%g %g", x, y);
            cr_expect_eq(lyc_max_down(x, y), is_known ? most : -INFINITY);
            cr_expect_eq(lyc_min_up(x, y), is_known ? least : INFINITY);
        }
}

Test(extreme, of_two_arf)
{
    arf_t x, y, z;
    arf_init(x);
    arf_init(y);
    arf_init(z);
    for (int i = 0; i < NUMBERS; i++)
        for (int j = 0; j < NUMBERS; j++)
        {
            const double a = numbers[i], b = numbers[j];
            arf_set_d(x, a);
            arf_set_d(y, b);
            lyc_arf_min_down(z, x, y);
            cr_expect_eq(arf_get_d(z, ARF_RND_NEAR), lyc_min_down(a, b));
            lyc_arf_max_down(z, x, y);
            cr_expect_eq(arf_get_d(z, ARF_RND_NEAR), lyc_max_down(a, b));
            lyc_arf_min_up(z, x, y);
            cr_expect_eq(arf_get_d(z, ARF_RND_NEAR), lyc_min_up(a, b));
            lyc_arf_max_up(z, x, y);
            cr_expect_eq(arf_get_d(z, ARF_RND_NEAR), lyc_max_up(a, b));
            cr_expect_eq(lyc_arf_is_le(x, y), a <= b);
        }
    arf_clear(x);
    arf_clear(y);
    arf_clear(z);
}

/* Upper halves without numbers: no bound, whichever place they stand in. */
Test(extreme, curvature)
{
    arf_t x[3], upper;
    arf_init(upper);
    for (int i = 0; i < 3; i++)
        arf_init(x[i]);
    for (int at = 0; at < 4; at++)
    {
        for (int i = 0; i < 3; i++)
            arf_set_d(x[i], i == at ? NAN : (double)i / 8);
        lyc_curvature_upper(upper, x[0], x[1], x[2]);
        cr_expect_eq(arf_is_pos_inf(upper), at < 3);
    }
    arf_clear(upper);
    for (int i = 0; i < 3; i++)
        arf_clear(x[i]);
}

/* However far down a list it stands. */
Test(extreme, of_many)
{
    for (int at = 0; at < 100; at++)
    {
        double low = INFINITY, high = -INFINITY;
        for (int i = 0; i < 100; i++)
        {
            const double x = i == at ? NAN : i;
            low = lyc_min_down(low, x);
            high = lyc_max_up(high, x);
        }
        cr_expect_eq(low, -INFINITY);
        cr_expect_eq(high, INFINITY);
    }
}

Test(extreme, cut_off)
{
    cr_expect_eq(lyc_size_down(NAN), 0);
    cr_expect_eq(lyc_size_down(-INFINITY), 0);
    cr_expect_eq(lyc_size_down(3), 3);
    cr_expect_eq(lyc_share_down(NAN), 0);
    cr_expect_eq(lyc_share_up(NAN), 1);
    cr_expect_eq(lyc_share_up(INFINITY), 1);
    cr_expect_eq(lyc_share_down(0.25), 0.25);
    cr_expect_eq(lyc_share_up(0.25), 0.25);
}

/* Multiples of a form: none is negative, and NaN is no multiple. */
Test(extreme, scales_of_covers)
{
    static const double bad[][2] = {{0, 1}, {NAN, 1}, {1, NAN}};
    double one[] = {1, 1, 1};
    lyc_box_gauge_t g = {{.factor = {one, one}}};
    for (int n = 0; n < 3; n++)
        for (int at = 0; at < 3; at++)
        {
            int32_t cone[] = {0, ~1, 2};
            double ratio[3][2] = {{1, 1}, {1, 1}, {1, 1}}, low, high;
            const lyc_box_cover c = {.length = 3, .cone = cone, .ratio = ratio};
            ratio[at][0] = bad[n][0];
            ratio[at][1] = bad[n][1];
            lyc_box_scales_of(&low, &high, &c, g);
            cr_expect(n == 2 ? low > 0.999 && low <= 1 : low == 0, "%g", low);
            cr_expect(n == 2 ? high == INFINITY : high >= 1 && high < 1.001);
        }
}

/* A half-space with a coefficient that is no number keeps nothing out. */
Test(extreme, walls_without_numbers)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY, DBL_MAX};
    const double low[] = {0, 0}, width[] = {0.5, 0.5};
    lyc_box_place p = {.face = 0, .sign = 1, .low = {0, 0}, .high = {1, 1}};
    lyc_box_walls w = {.length = 2, .form = {{1, 1, 1}, {-2, -1, 1}}};
    lyc_box_place_walls(&p, &w, 3);
    cr_expect_eq(p.walls, 2);
    cr_expect(lyc_box_is_outside(&p, low, width, 3));
    for (int n = 0; n < 4; n++)
        for (int c = 0; c < 3; c++)
        {
            lyc_box_walls v = w;
            v.form[1][c] = bad[n];
            lyc_box_place_walls(&p, &v, 3);
            cr_expect_eq(p.walls, 1);
            cr_expect_not(lyc_box_is_outside(&p, low, width, 3));
        }
    w.margin[1] = NAN;
    lyc_box_place_walls(&p, &w, 3);
    cr_expect_not(lyc_box_is_outside(&p, low, width, 3));
}

/* Values that would not be doubles are refused with their scale. */
Test(extreme, scales_of_fans)
{
    static const slong scale[] = {0, -1, -2000, 200, 201};
    for (int n = 0; n < 5; n++)
    {
        lyc_fan_t fan;
        lyc_mixed_fan w;
        lyc_diag_t d;
        lyc_diag_init(d);
        test_fan_uniform(fan, 8, 10);
        fan->value_scale = scale[n];
        const int ok = scale[n] >= 0 && scale[n] <= 200;
        cr_expect_eq(lyc_mixed_fan_init(&w, fan, d), ok, "%ld", (long)scale[n]);
        cr_expect(!ok || (w.c_low > 0 && w.c_high < INFINITY));
        lyc_mixed_fan_clear(&w);
        lyc_fan_clear(fan);
        lyc_diag_clear(d);
    }
}
