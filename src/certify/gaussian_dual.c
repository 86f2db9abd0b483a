#include "certify/equation.h"
#include "certify/isotropic.h"
#include "lyapcert/formula.h"

static int is_gaussian(const lyc_term *t)
{
    return t->kind == LYC_TERM_NORMAL ||
           (t->kind == LYC_TERM_GAUSSIAN && t->rows == t->columns);
}

/* c with t = c G. */
static int get_factor(lyc_number_t c, const lyc_term *t)
{
    if (is_gaussian(t))
    {
        lyc_number_set_si(c, 1);
        return 1;
    }
    if (t->kind != LYC_TERM_MUL || t->length != 2 ||
        t->child[0]->kind != LYC_TERM_CONSTANT || t->child[0]->rows != 1 ||
        t->child[0]->columns != 1 || !is_gaussian(t->child[1]))
        return 0;
    lyc_number_set(c, t->child[0]->number);
    return 1;
}

/* a with t = a I. */
static int get_multiple(lyc_number_t a, const lyc_term *t)
{
    if (t->kind != LYC_TERM_IDENTITY &&
        (t->kind != LYC_TERM_CONSTANT || t->rows != 1 || t->columns != 1))
        return 0;
    lyc_number_set(a, t->number);
    return 1;
}

/* t = a I + c G; *has_a = 0: a = 0 as represented. */
static int get_parts(lyc_number_t a, lyc_number_t c, int *has_a,
                     const lyc_term *t)
{
    *has_a = t->kind == LYC_TERM_ADD;
    if (!*has_a)
        return get_factor(c, t);
    if (t->length != 2)
        return 0;
    return (get_multiple(a, t->child[0]) && get_factor(c, t->child[1])) ||
           (get_multiple(a, t->child[1]) && get_factor(c, t->child[0]));
}

static void add_log(lyc_dual_t z, const lyc_dual_t x, slong prec)
{
    lyc_dual_t t;
    lyc_dual_init(t);
    lyc_dual_log_abs(t, x, prec);
    lyc_dual_add(z, z, t, prec);
    lyc_dual_clear(t);
}

/* Theorem closed-forms.gaussian */
static void plain_sum(lyc_dual_t z, slong d, slong k, const lyc_dual_t c,
                      slong prec)
{
    arb_t less;
    arb_init(less);
    lyc_gaussian_sum(z->value, d, k, prec);
    lyc_gaussian_sum(less, d, k - 1, prec);
    arb_sub(z->value, z->value, less, prec);
    arb_zero(z->slope);
    add_log(z, c, prec);
    arb_clear(less);
}

/* Theorem closed-forms.residual */
/* Of a (I + (c/a) G): the derivative over the ball of c/a bounds all slopes.
 */
static void residual_sum(lyc_dual_t z, slong d, slong k, const lyc_dual_t a,
                         const lyc_dual_t c, slong prec)
{
    lyc_dual_t ratio;
    arb_t sum, slope;
    lyc_dual_init(ratio);
    arb_init(sum);
    arb_init(slope);
    lyc_dual_div(ratio, c, a, prec);
    lyc_dual_abs(ratio, ratio, prec);
    if (!arb_is_finite(ratio->value))
        lyc_dual_indeterminate(z);
    else
    {
        lyc_residual_gaussian_range(z->value, z->slope, d, k, ratio->value,
                                    prec);
        lyc_residual_gaussian_range(sum, slope, d, k - 1, ratio->value, prec);
        arb_sub(z->value, z->value, sum, prec);
        arb_sub(z->slope, z->slope, slope, prec);
        arb_mul(z->slope, z->slope, ratio->slope, prec);
        z->range->is_defined = 0;
        add_log(z, a, prec);
    }
    lyc_dual_clear(ratio);
    arb_clear(sum);
    arb_clear(slope);
}

void lyc_gaussian_get_dual(lyc_dual_t z, const lyc_term *t, slong k,
                           const char *name, slong prec)
{
    int has_a;
    lyc_number_t a, c;
    lyc_dual_t x, y;
    lyc_number_init(a);
    lyc_number_init(c);
    lyc_dual_init(x);
    lyc_dual_init(y);
    if (get_parts(a, c, &has_a, t))
    {
        lyc_number_get_dual(x, a, name, prec);
        lyc_number_get_dual(y, c, name, prec);
        if (has_a)
            residual_sum(z, t->rows, k, x, y, prec);
        else
            plain_sum(z, t->rows, k, y, prec);
    }
    else
        lyc_dual_indeterminate(z);
    lyc_number_clear(a);
    lyc_number_clear(c);
    lyc_dual_clear(x);
    lyc_dual_clear(y);
}
