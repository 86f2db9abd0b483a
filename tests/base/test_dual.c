/* Values with slopes: what was known of another number does not survive. */
#include <criterion/criterion.h>

#include "lyapcert/dual.h"

#define PREC 64

/* As after -inf = lambda of a zero matrix. */
static void poison(lyc_dual_t z)
{
    lyc_interval_t r;
    lyc_interval_init(r);
    r->is_defined = 1;
    arf_neg_inf(r->lower);
    arf_neg_inf(r->upper);
    lyc_dual_set_range(z, r);
    lyc_interval_clear(r);
}

/* Nothing is known, or `at` lies in it. */
static void expect_in_range(const lyc_dual_t z, const arf_t at,
                            const char *what)
{
    lyc_interval_t r;
    lyc_interval_init(r);
    lyc_dual_get_range(r, z, PREC);
    cr_expect(!r->is_defined ||
                  (arf_cmp(r->lower, at) <= 0 && arf_cmp(r->upper, at) >= 0),
              "%s", what);
    lyc_interval_clear(r);
}

Test(dual, stale_ranges)
{
    lyc_dual_t x, z;
    lyc_number_t ten;
    arf_t inf;
    lyc_dual_init(x);
    lyc_dual_init(z);
    lyc_number_init(ten);
    arf_init(inf);
    arf_pos_inf(inf);
    /* 10^1000: exp is beyond all balls. */
    arb_set_ui(x->value, 10);
    arb_pow_ui(x->value, x->value, 1000, PREC);
    poison(z);
    lyc_dual_exp(z, x, PREC);
    expect_in_range(z, inf, "exp");
    lyc_dual_set(z, x);
    lyc_dual_exp(z, z, PREC);
    expect_in_range(z, inf, "exp in place");
    poison(z);
    lyc_dual_set_arb(z, x->value);
    lyc_dual_exp(z, z, PREC);
    expect_in_range(z, inf, "set_arb");
    poison(z);
    lyc_number_set_si(ten, 10);
    lyc_number_get_dual(z, ten, "s", PREC);
    for (int k = 0; k < 3; k++)
        lyc_dual_pow_si(z, z, 10, PREC);
    lyc_dual_exp(z, z, PREC);
    expect_in_range(z, inf, "get_dual");
    poison(z);
    lyc_dual_pow_si(z, x, 1000, PREC);
    lyc_dual_exp(z, z, PREC);
    expect_in_range(z, inf, "pow_si");
    arf_clear(inf);
    lyc_number_clear(ten);
    lyc_dual_clear(x);
    lyc_dual_clear(z);
}
