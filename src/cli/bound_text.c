#include <stdio.h>
#include <string.h>

#include "cli/bound.h"

static slong shown_digits(const lyc_request *request, const arf_t x)
{
    return lyc_report_shown(request->digits, request->tol, x);
}

static void method_text(lyc_text_t t, const lyc_bound *bound, slong k)
{
    const lyc_enclosure_struct *e = bound->enclosure;
    const char *method = e->method[k - 1];
    lyc_text_add(t, method == NULL ? "" : method);
    if (method != NULL && strcmp(method, "gauge") == 0 && e->cones > 0)
    {
        lyc_text_printf(t, ", %ld cones", (long)e->cones);
    }
    if (method != NULL && strcmp(method, "collocation") == 0)
    {
        lyc_text_printf(t, ", degree %ld", (long)e->degree);
    }
}

/* Decimals at most as many as the width is certified to. */
static void add_exponent(lyc_table_t table, const lyc_bound *bound, slong k)
{
    const lyc_facts_struct *f = bound->enclosure->facts;
    slong digits = shown_digits(bound->request, f->exponent_lower + (k - 1));
    char name[40];
    lyc_text_t value, width, method;
    arf_t w;
    lyc_text_init(value);
    lyc_text_init(width);
    lyc_text_init(method);
    arf_init(w);
    snprintf(name, sizeof name, "lambda_%ld", (long)k);
    method_text(method, bound, k);
    if (f->is_exact[k - 1])
    {
        lyc_text_printf(value, "%s = ", name);
        lyc_report_exact(value, f->exact + (k - 1), digits);
        lyc_text_add(width, "exact");
    }
    else
    {
        lyc_report_between(value, name, f->exponent_lower + (k - 1),
                           f->exponent_upper + (k - 1), digits);
        lyc_facts_width(w, f, k);
        lyc_text_add(width, arf_is_zero(w) ? "" : "width ");
        if (arf_is_zero(w))
        {
            lyc_text_add(width, "exact");
        }
        else
        {
            lyc_report_width(width, w);
        }
    }
    const char *const row[] = {value->bytes, width->bytes, method->bytes};
    lyc_table_row(table, row);
    arf_clear(w);
    lyc_text_clear(value);
    lyc_text_clear(width);
    lyc_text_clear(method);
}

static void add_sum(lyc_table_t table, const lyc_bound *bound, slong k)
{
    const lyc_facts_struct *f = bound->enclosure->facts;
    const arf_struct *lower = f->sum_lower + (k - 1);
    const arf_struct *upper = f->sum_upper + (k - 1);
    if (arf_is_neg_inf(lower) && arf_is_pos_inf(upper))
    {
        return;
    }
    char name[80];
    lyc_text_t value;
    lyc_text_init(value);
    snprintf(name, sizeof name,
             k == 2 ? "lambda_1 + lambda_%ld" : "lambda_1 + ... + lambda_%ld",
             (long)k);
    lyc_report_between(value, name, lower, upper,
                       shown_digits(bound->request, lower));
    const char *const row[] = {value->bytes, "", ""};
    lyc_table_row(table, row);
    lyc_text_clear(value);
}

void lyc_bound_get_text(lyc_text_t out, const lyc_bound *bound, double seconds)
{
    slong dim = bound->law->dim;
    lyc_table_t table;
    lyc_table_init(table, 3);
    lyc_text_printf(out, "law          %s\n", bound->label);
    lyc_text_add(out, "             ");
    lyc_report_size(out, bound->law);
    lyc_report_structure(out, bound->law, 13);
    if (bound->law->box->length > 0)
    {
        lyc_text_add(out, "for every    ");
        lyc_box_get_phrase(out, bound->law->box);
        lyc_text_add(out, "\n");
    }
    for (slong k = 1; k <= dim; k++)
    {
        if (bound->wanted == NULL || bound->wanted[k - 1])
        {
            add_exponent(table, bound, k);
        }
    }
    for (slong k = 2; k <= dim && dim > 2 && bound->wanted == NULL; k++)
    {
        add_sum(table, bound, k);
    }
    lyc_table_get_text(out, table, 0, 3);
    lyc_table_clear(table);
    lyc_bound_traces_text(out, bound);
    lyc_text_add(out, "time         ");
    lyc_report_seconds(out, seconds);
    if (bound->has_certificate)
    {
        lyc_text_printf(out, "\ncertificate  %s\n", bound->digest);
    }
    else
    {
        lyc_text_printf(out, "\ncertificate  none: %s\n",
                        bound->enclosure->certificate->evidences > 0
                            ? "stopped before it was checked"
                            : "nothing was established");
    }
    if (bound->file != NULL)
    {
        lyc_text_printf(out, "written to   %s\n", bound->file);
    }
}

void lyc_bound_get_json(json_t *object, const lyc_bound *bound, double seconds)
{
    const lyc_enclosure_struct *e = bound->enclosure;
    lyc_text_t text;
    lyc_text_init(text);
    lyc_report_law(text, bound->law->text);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "dim", json_integer(bound->law->dim));
    if (bound->law->box->length > 0)
    {
        lyc_json_set(object, "forall", lyc_json_box(bound->law->box));
    }
    lyc_json_set(object, "spectrum",
                 lyc_json_spectrum(e->facts, bound->wanted, e->method));
    lyc_json_set(object, "sums", lyc_json_sums(e->facts, bound->wanted));
    lyc_json_set(object, "cones", json_integer(e->cones));
    lyc_bound_traces_json(object, bound);
    lyc_json_set(object, "degree", json_integer(e->degree));
    lyc_json_set(object, "seconds", lyc_json_seconds(seconds));
    lyc_json_set(
        object, "cert_digest",
        lyc_json_string(bound->has_certificate ? bound->digest : NULL));
}
