#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/report.h"

static void expect_width(double x, const char *text)
{
    lyc_text_t t;
    arf_t a;
    arf_init(a);
    lyc_text_init(t);
    arf_set_d(a, x);
    lyc_report_width(t, a);
    cr_expect_str_eq(t->bytes, text);
    lyc_text_clear(t);
    arf_clear(a);
}

/* Two digits, never less than the width. */
Test(report, widths)
{
    expect_width(0.0, "0");
    expect_width(1.0, "1.0");
    expect_width(0.5, "0.50");
    expect_width(9.51, "9.6");
    expect_width(99.5, "1.0e2");
    expect_width(42.0, "42");
    expect_width(9.55e-6, "9.6e-6");
    expect_width(9.99e-6, "1.0e-5");
    expect_width(1e300, "1.1e300");
}

static void expect_between(double lower, double upper, slong digits,
                           const char *text)
{
    lyc_text_t t;
    arf_t a, b;
    arf_init(a);
    arf_init(b);
    lyc_text_init(t);
    arf_set_d(a, lower);
    arf_set_d(b, upper);
    lyc_report_between(t, "x", a, b, digits);
    cr_expect_str_eq(t->bytes, text);
    lyc_text_clear(t);
    arf_clear(a);
    arf_clear(b);
}

/* Outward; <= only where the decimal is the bound itself. */
Test(report, bounds)
{
    expect_between(0.1, 0.3, 2, "0.10 < x < 0.30");
    expect_between(0.25, 0.75, 2, "0.25 <= x <= 0.75");
    expect_between(-0.3, -0.1, 2, "-0.30 < x < -0.10");
    expect_between(-INFINITY, 0.5, 3, "-inf <= x <= 0.500");
    expect_between(-INFINITY, -INFINITY, 3, "x = -inf");
    expect_between(-INFINITY, INFINITY, 3, "x unknown");
    expect_between(2.0, 2.0, 2, "x = 2.0");
}

static void expect_exact(slong q, slong d, ulong r, slong digits,
                         const char *text)
{
    lyc_logsum_t s;
    lyc_text_t t;
    fmpq_t c, a;
    lyc_logsum_init(s);
    lyc_text_init(t);
    fmpq_init(c);
    fmpq_init(a);
    fmpq_set_si(c, q, (ulong)d);
    fmpq_set_ui(a, r, 1);
    lyc_logsum_add_log(s, c, a);
    lyc_report_exact(t, s, digits);
    cr_expect_str_eq(t->bytes, text);
    fmpq_clear(c);
    fmpq_clear(a);
    lyc_logsum_clear(s);
    lyc_text_clear(t);
}

/* Digits are cut, not rounded: log(2)/2 = 0.34657359027997…. */
Test(report, exact_values)
{
    expect_exact(1, 2, 2, 5, "1/2*log(2) = 0.34657…");
    expect_exact(1, 2, 2, 6, "1/2*log(2) = 0.346573…");
    expect_exact(-1, 1, 2, 3, "-log(2) = -0.693…");
    expect_exact(1, 1, 10, 20, "log(10) = 2.30258509299404568401…");
}

Test(report, tables)
{
    static const char *const rows[][3] = {
        {"a", "", "ccc"}, {"λλλ", "", "d"}, {"", "", "e"}, {"f", "", ""}};
    lyc_table_t table;
    lyc_text_t t;
    lyc_text_init(t);
    lyc_table_init(table, 3);
    for (size_t i = 0; i < 4; i++)
    {
        lyc_table_row(table, rows[i]);
    }
    lyc_table_get_text(t, table, 1, 2);
    cr_expect_str_eq(t->bytes, " a    ccc\n λλλ  d\n      e\n f\n");
    lyc_table_clear(table);
    lyc_text_clear(t);
}

Test(report, shortening)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_report_shorten(t, " a\n\t b\x01 ", 10);
    cr_expect_str_eq(t->bytes, "a b?");
    lyc_text_reset(t);
    lyc_report_shorten(t, "abcdefghijklmnop", 9);
    cr_expect_str_eq(t->bytes, "abcdef…op");
    cr_expect_eq(lyc_report_columns(t->bytes), 9);
    lyc_text_reset(t);
    lyc_report_shorten(t, "λλλλλλλλλλ", 5);
    cr_expect_str_eq(t->bytes, "λλλ…λ");
    lyc_text_clear(t);
}
