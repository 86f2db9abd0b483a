/* Equations: how deep their definitions may be nested. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "certify/equation.h"
#include "lyapcert/text.h"

/* s, abs(s), abs(abs(s)), …: names of names; 1 when their sides are found. */
static int has_sides(int depth)
{
    lyc_text_t text;
    lyc_box_t box;
    lyc_equation_t q;
    lyc_dual_t left, right;
    fmpq_t low, high;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_box_init(box);
    lyc_dual_init(left);
    lyc_dual_init(right);
    fmpq_init(low);
    fmpq_init(high);
    fmpq_set_si(high, 1, 1);
    lyc_diag_init(d);
    lyc_text_add(text, "forall s in [0,1]\nlet a0 = abs(s)\n");
    for (int n = 1; n <= depth; n++)
        lyc_text_printf(text, "let a%d = abs(a%d)\n", n, n - 1);
    lyc_box_add(box, "s", low, high);
    char relation[32];
    snprintf(relation, sizeof relation, "a%d < 2", depth);
    cr_assert(lyc_equation_init(q, text->bytes, relation, box, "test", d));
    const int ok = lyc_equation_sides(left, right, q, low, high, 64, d);
    cr_assert(ok || d->status == LYC_MALFORMED);
    lyc_equation_clear(q);
    lyc_diag_clear(d);
    fmpq_clear(low);
    fmpq_clear(high);
    lyc_dual_clear(left);
    lyc_dual_clear(right);
    lyc_box_clear(box);
    lyc_text_clear(text);
    return ok;
}

Test(equation, depth)
{
    cr_expect(has_sides(300));
    cr_expect_not(has_sides(3000));
}
