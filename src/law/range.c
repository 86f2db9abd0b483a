#include "law/range.h"

#include <string.h>

/* *is = both ends are rational; 0 and d where one is no number. */
static int ends_are_rational(int *is, const lyc_program_t p,
                             const lyc_expr *range, lyc_diag_t d)
{
    lyc_number_t x, y;
    int sign, ok;
    lyc_number_init(x);
    lyc_number_init(y);
    ok = lyc_number_eval(x, p, range->child[0], d) &&
         lyc_number_eval(y, p, range->child[1], d);
    *is = ok && lyc_number_is_rational(x) && lyc_number_is_rational(y);
    if (ok && !*is)
    {
        lyc_number_sub(y, y, x);
        if (lyc_number_sign(&sign, y) != LYC_TRUE)
        {
            ok = lyc_diag_set(d, LYC_UNDECIDED, lyc_expr_start(range),
                              "which end of the range is the lower one is not "
                              "decided");
        }
        else if (sign < 0)
        {
            ok = lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(range),
                              "the range is empty: its lower end is above its "
                              "upper end");
        }
    }
    lyc_number_clear(x);
    lyc_number_clear(y);
    return ok;
}

/* The comma between the ends in "[a, b]". */
static const char *middle(const char *range)
{
    int depth = 0;
    for (const char *c = range + 1; *c != '\0'; c++)
    {
        if (*c == ',' && depth == 0)
        {
            return c;
        }
        depth += *c == '(' || *c == '[';
        depth -= *c == ')' || *c == ']';
    }
    return NULL;
}

int lyc_range_define(lyc_text_t parameter, lyc_text_t number,
                     const lyc_program_t p, const char *name,
                     const lyc_expr *range, const char *text, lyc_diag_t d)
{
    int is_rational;
    if (!ends_are_rational(&is_rational, p, range, d))
        return 0;
    const char *comma = middle(text), *last = strrchr(text, ']');
    if (is_rational || comma == NULL || last == NULL)
    {
        lyc_text_printf(parameter, "forall %s in %s", name, text);
        return 1;
    }
    lyc_text_t a, b;
    lyc_text_init(a);
    lyc_text_init(b);
    lyc_text_add_n(a, text + 1, (size_t)(comma - text - 1));
    lyc_text_add_n(b, comma + 1, (size_t)(last - comma - 1));
    lyc_text_printf(parameter, "forall %s_at in [0, 1]", name);
    lyc_text_printf(number, "let %s = (%s) + ((%s) - (%s))*%s_at", name,
                    a->bytes, b->bytes, a->bytes, name);
    lyc_text_clear(a);
    lyc_text_clear(b);
    return 1;
}

int lyc_range_define_all(lyc_text_t out, int *is_changed, const lyc_program_t p,
                         lyc_diag_t d)
{
    int ok = 1;
    *is_changed = 0;
    for (long i = 0; i < p->length && ok; i++)
    {
        const lyc_definition *def = p->definition + i;
        const char *text = strchr(def->text, '[');
        lyc_text_t parameter, number;
        lyc_text_init(parameter);
        lyc_text_init(number);
        ok = text != NULL && def->is_parameter &&
             lyc_range_define(parameter, number, p, def->name, def->value, text,
                              d);
        lyc_text_printf(out, "%s\n", parameter->bytes);
        if (number->length > 0)
        {
            lyc_text_printf(out, "%s\n", number->bytes);
            *is_changed = 1;
        }
        lyc_text_clear(parameter);
        lyc_text_clear(number);
    }
    return ok;
}
