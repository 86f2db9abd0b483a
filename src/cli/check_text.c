#include <stdio.h>
#include <string.h>

#include "cli/check.h"
#include "lyapcert/dyadic.h"

enum
{
    DIGITS = 30
};

static void name_of(char *name, size_t size, const lyc_conclusion *c)
{
    if (c->kind != LYC_CONCLUDE_SUM || c->k == 1)
    {
        snprintf(name, size, "lambda_%ld", (long)c->k);
    }
    else
    {
        snprintf(name, size,
                 c->k == 2 ? "lambda_1 + lambda_%ld"
                           : "lambda_1 + ... + lambda_%ld",
                 (long)c->k);
    }
}

/* "E log(|S_50 x|/|x|)" or "P(log(|S_50 x|/|x|) >= 2) <= 0.1". */
static void depth_text(lyc_text_t out, const lyc_conclusion *c)
{
    char name[80];
    const int is_norm = c->what == LYC_DEPTH_NORM;
    if (is_norm || c->what == LYC_DEPTH_VECTOR)
    {
        snprintf(name, sizeof name,
                 is_norm ? "E log||S_%ld||" : "E log(|S_%ld x|/|x|)",
                 (long)c->depth);
        lyc_report_between(out, name, c->lower, c->upper, DIGITS);
        return;
    }
    lyc_text_printf(out, "P(log(|S_%ld x|/|x|) %s ", (long)c->depth,
                    c->what == LYC_DEPTH_ABOVE ? ">=" : "<=");
    lyc_dyadic_get_text(out, c->lower);
    lyc_text_add(out, ") <= ");
    lyc_report_width(out, c->upper);
}

void lyc_check_add_conclusion(lyc_text_t out, const lyc_conclusion *c)
{
    char name[80];
    name_of(name, sizeof name, c);
    switch (c->kind)
    {
    case LYC_CONCLUDE_EXACT:
        lyc_text_printf(out, "%s = ", name);
        lyc_report_exact(out, c->exact, 15);
        break;
    case LYC_CONCLUDE_ROOT:
    case LYC_CONCLUDE_NOROOT:
    case LYC_CONCLUDE_HOLDS:
    case LYC_CONCLUDE_CHANGE:
    case LYC_CONCLUDE_ZERO:
        lyc_text_add(out, c->equation);
        if (c->kind == LYC_CONCLUDE_NOROOT)
        {
            lyc_text_add(out, " has no root");
        }
        if (c->kind == LYC_CONCLUDE_ROOT)
        {
            lyc_text_add(out, " has one root, ");
            lyc_report_between(out, "root", c->lower, c->upper, DIGITS);
        }
        if (c->kind == LYC_CONCLUDE_CHANGE || c->kind == LYC_CONCLUDE_ZERO)
        {
            lyc_text_add(out, c->kind == LYC_CONCLUDE_ZERO
                                  ? " has a root, "
                                  : " changes its sign, ");
            lyc_report_between(out,
                               c->kind == LYC_CONCLUDE_ZERO ? "root" : "there",
                               c->lower, c->upper, DIGITS);
        }
        break;
    case LYC_CONCLUDE_SCALE:
        lyc_text_printf(out, "R%ld holds for e A, 0 < e <= ", (long)c->k);
        lyc_dyadic_get_text(out, c->lower);
        lyc_text_add(out, ", fails for e = ");
        lyc_dyadic_get_text(out, c->upper);
        break;
    case LYC_CONCLUDE_BLOCKS:
        lyc_text_add(out, "blocks ");
        lyc_report_shorten(out, c->equation, 100);
        break;
    case LYC_CONCLUDE_DEPTH:
        depth_text(out, c);
        break;
    case LYC_CONCLUDE_MINUSINF:
        lyc_text_printf(out, "%s = -inf", name);
        break;
    default:
        lyc_report_between(out, name, c->lower, c->upper, DIGITS);
        break;
    }
}

static const char *standing(lyc_verdict_t verdict)
{
    return verdict == LYC_PROVED      ? "established"
           : verdict == LYC_DISPROVED ? "claimed, not established"
                                      : "claimed, not decided";
}

void lyc_check_get_text(lyc_text_t out, const lyc_check *check)
{
    const lyc_certificate_struct *c = check->certificate;
    lyc_text_printf(out, "%s: %s", check->file,
                    lyc_verdict_word(check->verdict));
    if (!check->is_read)
    {
        lyc_text_add(out, "\n");
        return;
    }
    lyc_text_printf(out, "   %s, ", c->method == NULL ? "" : c->method);
    lyc_report_seconds(out, check->seconds);
    lyc_text_printf(out, "   digest %.16s…\n", check->digest);
    if (c->statement != NULL)
    {
        lyc_text_printf(out, "  statement %s\n", c->statement);
    }
    lyc_text_add(out, "  ");
    lyc_report_shorten(out, c->law_text, 72);
    lyc_text_add(out, "\n");

    lyc_table_t table;
    lyc_table_init(table, 2);
    for (slong i = 0; i < c->conclusions; i++)
    {
        lyc_text_t value;
        lyc_text_init(value);
        if (c->conclusion[i].box >= 0)
        {
            lyc_box_get_phrase(value, c->box + c->conclusion[i].box);
            lyc_text_add(value, ": ");
        }
        lyc_check_add_conclusion(value, c->conclusion + i);
        const char *const row[] = {value->bytes, standing(check->standing[i])};
        lyc_table_row(table, row);
        lyc_text_clear(value);
    }
    lyc_table_get_text(out, table, 2, 3);
    lyc_table_clear(table);
}

static json_t *conclusion_json(const lyc_conclusion *c)
{
    static const char *const kind[] = {
        [LYC_CONCLUDE_EXPONENT] = "exponent",
        [LYC_CONCLUDE_SUM] = "sum",
        [LYC_CONCLUDE_EXACT] = "exact",
        [LYC_CONCLUDE_MINUSINF] = "minus-infinity",
        [LYC_CONCLUDE_ROOT] = "root",
        [LYC_CONCLUDE_NOROOT] = "no-root",
        [LYC_CONCLUDE_HOLDS] = "holds",
        [LYC_CONCLUDE_BLOCKS] = "blocks",
        [LYC_CONCLUDE_DEPTH] = "depth",
        [LYC_CONCLUDE_SCALE] = "scale",
        [LYC_CONCLUDE_CHANGE] = "change",
        [LYC_CONCLUDE_ZERO] = "zero",
    };
    json_t *item = json_object();
    lyc_json_set(item, "kind", lyc_json_string(kind[c->kind]));
    if (c->kind == LYC_CONCLUDE_DEPTH)
    {
        lyc_text_t t;
        lyc_text_init(t);
        depth_text(t, c);
        lyc_json_set(item, "statement", lyc_json_string(t->bytes));
        lyc_json_set(item, "depth", json_integer(c->depth));
        lyc_text_clear(t);
    }
    else if (c->kind == LYC_CONCLUDE_SCALE)
    {
        lyc_json_set(item, "reading", lyc_json_string(c->k == 1 ? "R1" : "R2"));
    }
    else if (c->equation != NULL)
    {
        lyc_json_set(item, "statement", lyc_json_string(c->equation));
    }
    else
    {
        lyc_json_set(item, "k", json_integer(c->k));
    }
    if (c->kind == LYC_CONCLUDE_EXACT)
    {
        lyc_text_t t;
        lyc_text_init(t);
        lyc_logsum_get_text(t, c->exact);
        lyc_json_set(item, "exact", lyc_json_string(t->bytes));
        lyc_text_clear(t);
    }
    else if (c->kind == LYC_CONCLUDE_MINUSINF)
    {
        lyc_json_set(item, "lower", lyc_json_string("-inf"));
        lyc_json_set(item, "upper", lyc_json_string("-inf"));
    }
    else if (c->kind == LYC_CONCLUDE_NOROOT || c->kind == LYC_CONCLUDE_HOLDS ||
             c->kind == LYC_CONCLUDE_BLOCKS)
    {
        return item;
    }
    else if (c->kind != LYC_CONCLUDE_DEPTH || c->what == LYC_DEPTH_VECTOR ||
             c->what == LYC_DEPTH_NORM)
    {
        lyc_json_bounds(item, c->lower, c->upper);
    }
    return item;
}

json_t *lyc_check_get_json(const lyc_check *check)
{
    const lyc_certificate_struct *c = check->certificate;
    json_t *item = json_object();
    lyc_json_set(item, "file", lyc_json_string(check->file));
    if (check->is_read)
    {
        json_t *list = json_array();
        for (slong i = 0; i < c->conclusions; i++)
        {
            json_t *one = conclusion_json(c->conclusion + i);
            if (c->conclusion[i].box >= 0)
            {
                lyc_json_set(one, "box",
                             lyc_json_box(c->box + c->conclusion[i].box));
            }
            lyc_json_set(one, "status",
                         lyc_json_string(lyc_verdict_word(check->standing[i])));
            json_array_append_new(list, one);
        }
        lyc_json_set(item, "statement", lyc_json_string(c->statement));
        lyc_json_set(item, "law", lyc_json_string(c->law_text));
        lyc_json_set(item, "dim", json_integer(check->dim));
        lyc_json_set(item, "method", lyc_json_string(c->method));
        lyc_json_set(item, "digest", lyc_json_string(check->digest));
        lyc_json_set(item, "conclusions", list);
    }
    lyc_json_set(item, "seconds", lyc_json_seconds(check->seconds));
    if (check->diag->is_set)
    {
        lyc_json_set(item, "error", lyc_json_string(check->diag->text));
    }
    lyc_json_set(item, "status",
                 lyc_json_string(lyc_verdict_word(check->verdict)));
    return item;
}
