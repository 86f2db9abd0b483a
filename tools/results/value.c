#include <ctype.h>
#include <string.h>

#include "certify/equation.h"
#include "compute.h"
#include "lyapcert/dyadic.h"
#include "lyapcert/json.h"

/* Bits of the evaluation of a derived quantity beyond those of its source. */
#define GUARD 64

long value_agreed(lyc_text_t out, const char *lower, const char *upper)
{
    size_t n = 0, dot;
    long digits = 0;
    int is_leading = 1;
    while (lower[n] != '\0' && lower[n] == upper[n])
        n++;
    dot = strcspn(lower, ".");
    /* Before the point every digit counts: 9 and 10 agree in none. */
    if (n < dot || (lower[n] == '\0') != (upper[n] == '\0'))
        n = 0;
    if (n == dot + 1)
        n = dot;
    for (size_t i = 0; i < n; i++)
        if (isdigit((unsigned char)lower[i]))
        {
            is_leading = is_leading && lower[i] == '0';
            digits += !is_leading;
        }
    lyc_text_add_n(out, lower, n);
    return digits;
}

static int wrong(const json_t *value, const char *what, lyc_diag_t d)
{
    return lyc_diag_fail(d, LYC_MALFORMED, "value '%s': %s",
                         store_string(value, "name"), what);
}

static int same(const json_t *a, const json_t *b, const char *key)
{
    return strcmp(store_string(a, key), store_string(b, key)) == 0;
}

/* The decimals are those of the exact bounds: lyc_json_bounds rounds outward
 * and compares what it prints with what it rounded. */
static int check_decimals(const json_t *value, lyc_diag_t d)
{
    arf_t lower, upper;
    int ok;
    arf_init(lower);
    arf_init(upper);
    if (!lyc_dyadic_set_str(lower, store_string(value, "lower_exact")) ||
        !lyc_dyadic_set_str(upper, store_string(value, "upper_exact")) ||
        arf_cmp(lower, upper) > 0)
        ok = wrong(value, "expected exact bounds in order", d);
    else
    {
        json_t *bounds = json_object();
        lyc_json_bounds(bounds, lower, upper);
        ok = (same(value, bounds, "lower") && same(value, bounds, "upper")) ||
             wrong(value, "the decimals are not those of the exact bounds", d);
        json_decref(bounds);
    }
    arf_clear(lower);
    arf_clear(upper);
    return ok;
}

int value_check(const json_t *value, lyc_diag_t d)
{
    lyc_text_t agreed;
    lyc_text_init(agreed);
    const long digits = value_agreed(agreed, store_string(value, "lower"),
                                     store_string(value, "upper"));
    const int ok =
        json_integer_value(json_object_get(value, "digits")) == digits &&
        strcmp(agreed->bytes, store_string(value, "agreed")) == 0;
    lyc_text_clear(agreed);
    if (!ok)
        return wrong(value, "digits or agreed are not those of the decimals",
                     d);
    return check_decimals(value, d);
}

json_t *value_make(const char *name, const char *quantity, const json_t *bounds,
                   lyc_diag_t d)
{
    static const char *const key[] = {"lower", "upper", "lower_exact",
                                      "upper_exact"};
    json_t *value = json_object();
    lyc_text_t agreed;
    lyc_json_set(value, "name", lyc_json_string(name));
    lyc_json_set(value, "quantity", lyc_json_string(quantity));
    for (int i = 0; i < 4; i++)
        lyc_json_set(value, key[i],
                     lyc_json_string(store_string(bounds, key[i])));
    lyc_text_init(agreed);
    const long digits = value_agreed(agreed, store_string(bounds, "lower"),
                                     store_string(bounds, "upper"));
    lyc_json_set(value, "digits", json_integer(digits));
    lyc_json_set(value, "agreed", lyc_json_string(agreed->bytes));
    lyc_text_clear(agreed);
    if (value_check(value, d))
        return value;
    json_decref(value);
    return NULL;
}

/* expression(x) for lower <= x <= upper, where the expression calls x `name`.
 */
static int evaluate(arb_t out, const char *expression, const char *name,
                    const fmpq_t lower, const fmpq_t upper, slong prec,
                    lyc_diag_t d)
{
    lyc_text_t definitions, text;
    lyc_equation_t q;
    lyc_dual_t left, right;
    lyc_box_t box;
    lyc_text_init(definitions);
    lyc_text_init(text);
    lyc_dual_init(left);
    lyc_dual_init(right);
    lyc_box_init(box);
    lyc_box_add(box, name, lower, upper);
    lyc_box_get_definitions(definitions, box);
    lyc_text_printf(text, "%s = 0", expression);
    const int ok = lyc_equation_init(q, definitions->bytes, text->bytes, box,
                                     "<derive>", d) &&
                   lyc_equation_sides(left, right, q, lower, upper, prec, d);
    if (ok)
        arb_set(out, left->value);
    lyc_equation_clear(q);
    lyc_box_clear(box);
    lyc_dual_clear(left);
    lyc_dual_clear(right);
    lyc_text_clear(definitions);
    lyc_text_clear(text);
    return ok;
}

json_t *value_derive(const char *name, const char *expression,
                     const json_t *value, lyc_diag_t d)
{
    json_t *out = NULL, *bounds = json_object();
    arf_t lower, upper;
    fmpq_t a, b;
    arb_t x;
    arf_init(lower);
    arf_init(upper);
    fmpq_init(a);
    fmpq_init(b);
    arb_init(x);
    if (!lyc_dyadic_set_str(lower, store_string(value, "lower_exact")) ||
        !lyc_dyadic_set_str(upper, store_string(value, "upper_exact")) ||
        !arf_is_finite(lower) || !arf_is_finite(upper))
        wrong(value, "nothing follows from what is not finite", d);
    else
    {
        arf_get_fmpq(a, lower);
        arf_get_fmpq(b, upper);
        const slong prec = FLINT_MAX(arf_bits(lower), arf_bits(upper)) + GUARD;
        if (evaluate(x, expression, store_string(value, "name"), a, b, prec, d))
        {
            arb_get_lbound_arf(lower, x, prec);
            arb_get_ubound_arf(upper, x, prec);
            lyc_json_bounds(bounds, lower, upper);
            out = value_make(name, expression, bounds, d);
        }
    }
    if (out != NULL)
        lyc_json_set(out, "from", lyc_json_string(store_string(value, "name")));
    json_decref(bounds);
    arf_clear(lower);
    arf_clear(upper);
    fmpq_clear(a);
    fmpq_clear(b);
    arb_clear(x);
    return out;
}
