/* What the determinant method adds to the output of `bound`: not certified. */
#include <math.h>

#include "cli/bound.h"
#include "lyapcert/dyadic.h"

/* Asked for as a width; more words than that takes are not looked at. */
static double target(const lyc_request *request)
{
    return request->digits > 0 ? pow(10.0, -(double)request->digits)
                               : request->tol;
}

static slong working_prec(const lyc_request *request)
{
    const double digits =
        request->digits > 0 ? (double)request->digits : -log10(request->tol);
    return 128 + (slong)(4 * fmax(digits, 0));
}

/* Digits after the point that the last change leaves alone. */
static slong settled_digits(const lyc_traces_t t)
{
    const double change = arf_get_d(t->change, ARF_RND_UP);
    if (!(change < 1))
    {
        return 1;
    }
    return change > 1e-300 ? (slong)fmax(1, -log10(change)) : 300;
}

void lyc_bound_add_traces(lyc_bound *bound, const lyc_limits_t limits)
{
    if (bound->request->method != LYC_METHOD_DETERMINANT)
    {
        return;
    }
    lyc_diag_t why;
    lyc_diag_init(why);
    bound->has_traces = lyc_traces_approx(
        bound->traces, bound->law, fmax(target(bound->request), 1e-300),
        working_prec(bound->request), limits, why);
    if (!bound->has_traces)
    {
        lyc_limits_say(limits, 1, "determinant: %s", why->text);
    }
    lyc_diag_clear(why);
}

static void add_value(lyc_text_t out, const lyc_traces_t t)
{
    lyc_decimal_lower(out, t->value, settled_digits(t));
}

void lyc_bound_traces_text(lyc_text_t out, const lyc_bound *bound)
{
    const lyc_traces_struct *t = bound->traces;
    if (!bound->has_traces)
    {
        return;
    }
    lyc_text_add(out, "not certified: lambda_1 is near ");
    add_value(out, t);
    lyc_text_printf(out, ", from words to length %ld; last change ",
                    (long)t->length);
    lyc_report_width(out, t->change);
    lyc_text_add(out, "\n");
}

void lyc_bound_traces_json(json_t *object, const lyc_bound *bound)
{
    const lyc_traces_struct *t = bound->traces;
    if (!bound->has_traces)
    {
        return;
    }
    json_t *item = json_object();
    lyc_text_t value, change;
    lyc_text_init(value);
    lyc_text_init(change);
    add_value(value, t);
    lyc_report_width(change, t->change);
    lyc_json_set(item, "k", json_integer(1));
    lyc_json_set(item, "certified", json_false());
    lyc_json_set(item, "estimate", lyc_json_string(value->bytes));
    lyc_json_set(item, "change", lyc_json_string(change->bytes));
    lyc_json_set(item, "length", json_integer(t->length));
    lyc_json_set(object, "traces", item);
    lyc_text_clear(value);
    lyc_text_clear(change);
}
