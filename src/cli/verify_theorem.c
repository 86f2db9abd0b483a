#include <stdio.h>
#include <string.h>

#include "cli/verify.h"

static void side(lyc_text_t out, int is_known, const arf_t lower,
                 const arf_t upper)
{
    if (is_known)
    {
        lyc_report_interval(out, lower, upper, 9);
    }
    else
    {
        lyc_text_add(out, "undefined");
    }
}

void lyc_verify_failing(lyc_text_t out, const lyc_failing *f)
{
    const lyc_decision_struct *r = f->decision;
    if (f->clause != NULL)
    {
        lyc_text_add(out, f->clause->is_conclusion ? "conclude " : "assume ");
        lyc_report_shorten(out, f->clause->text, 200);
        if (f->clause->variable != NULL)
        {
            lyc_text_printf(out, " for %s = %ld", f->clause->variable,
                            (long)f->k);
        }
        lyc_text_printf(out, " is %s: left ",
                        r->truth == LYC_FALSE ? "false" : "undecided");
        side(out, r->is_left, r->left_lower, r->left_upper);
        lyc_text_add(out, ", right ");
        side(out, r->is_right, r->right_lower, r->right_upper);
    }
    if (r->reason->length > 0)
    {
        lyc_text_printf(out, "%s%s", f->clause != NULL ? "; " : "",
                        r->reason->bytes);
    }
}

void lyc_verify_method_counts(lyc_text_t out, const lyc_method_count *method,
                              long methods)
{
    for (long i = 0; i < methods; i++)
    {
        lyc_text_printf(out, "%s%s %ld", i > 0 ? ", " : "", method[i].name,
                        method[i].cases);
    }
    if (methods == 0)
    {
        lyc_text_add(out, "-");
    }
}

static void add_trial(lyc_table_t table, const lyc_trial_t r)
{
    const long counts[] = {r->total, r->proved, r->disproved, r->undecided,
                           r->vacuous};
    char number[5][24];
    lyc_text_t methods, seconds;
    lyc_text_init(methods);
    lyc_text_init(seconds);
    for (int i = 0; i < 5; i++)
    {
        snprintf(number[i], sizeof number[i], "%ld", counts[i]);
    }
    lyc_verify_method_counts(methods, r->method, r->methods);
    lyc_report_seconds(seconds, r->seconds);
    const char *const row[] = {r->id,     lyc_trial_word(r), number[0],
                               number[1], number[2],         number[3],
                               number[4], methods->bytes,    seconds->bytes};
    lyc_table_row(table, row);
    lyc_text_clear(methods);
    lyc_text_clear(seconds);
}

/* No closed formula is known for what takes a gauge. */
static void add_gauges(lyc_text_t out, const lyc_verification *v)
{
    long gauges = 0, met = 0;
    for (long i = 0; i < v->trials; i++)
    {
        const lyc_trial_struct *r = v->trial + i;
        met += r->cases - r->vacuous;
        for (long j = 0; j < r->methods; j++)
        {
            gauges += strcmp(r->method[j].name, "gauge") == 0
                          ? r->method[j].cases
                          : 0;
        }
    }
    lyc_text_printf(out,
                    "decided by gauges: %ld of %ld instances that are not "
                    "vacuous\n",
                    gauges, met);
}

void lyc_verify_trials_text(lyc_text_t out, const lyc_verification *v)
{
    static const char *const heading[] = {
        "theorem",   "result",  "instances",           "proved", "refuted",
        "undecided", "vacuous", "instances by method", "time"};
    lyc_table_t table;
    if (v->trials == 0)
    {
        return;
    }
    lyc_table_init(table, 9);
    lyc_table_row(table, heading);
    for (long i = 0; i < v->trials; i++)
    {
        add_trial(table, v->trial + i);
    }
    lyc_text_add(out, v->statements > 0 ? "\n" : "");
    lyc_table_get_text(out, table, 0, 2);
    lyc_table_clear(table);
    add_gauges(out, v);
}

/* Quoted for a shell: texts of laws hold no apostrophe. */
static void say_failing(lyc_text_t t, const lyc_trial_t r, const lyc_failing *f)
{
    lyc_text_printf(t, "%s:%d: %s.%ld: %s\n    ", f->place.file, f->place.line,
                    r->id, f->number, lyc_case_get_word(f->word));
    lyc_verify_failing(t, f);
    if (f->law[0] != '\0')
    {
        lyc_text_printf(t, "\n    lyapcert bound '%s'", f->law);
    }
    lyc_text_add(t, "\n");
}

void lyc_verify_say_trial(const lyc_trial_t r)
{
    lyc_text_t t;
    if (r->verdict == LYC_PROVED)
    {
        return;
    }
    lyc_text_init(t);
    lyc_text_printf(t, "%s:%d: %s: %s\n", r->chapter->file,
                    r->theorem->place.line, r->id, lyc_trial_word(r));
    if (r->is_vacuous)
    {
        lyc_text_printf(t,
                        "    none of its %ld instance%s meets the hypotheses: "
                        "the theorem says nothing here\n",
                        r->total, r->total == 1 ? "" : "s");
    }
    if (r->cases < r->total)
    {
        lyc_text_printf(t, "    %ld of %ld instances were not reached\n",
                        r->total - r->cases, r->total);
    }
    for (long i = 0; i < r->failures; i++)
    {
        say_failing(t, r, r->failing + i);
    }
    fputs(t->bytes, stderr);
    lyc_text_clear(t);
}

static json_t *failing_json(const lyc_trial_t r, const lyc_failing *f)
{
    json_t *item = json_object();
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_printf(t, "%s.%ld", r->id, f->number);
    lyc_json_set(item, "id", lyc_json_string(t->bytes));
    lyc_json_set(item, "line", json_integer(f->place.line));
    lyc_json_set(item, "result", lyc_json_string(lyc_case_get_word(f->word)));
    lyc_json_set(item, "law", lyc_json_string(f->law));
    lyc_text_reset(t);
    lyc_verify_failing(t, f);
    lyc_json_set(item, "reason", lyc_json_string(t->bytes));
    lyc_text_clear(t);
    return item;
}

static json_t *trial_json(const lyc_trial_t r)
{
    json_t *item = json_object(), *counts = json_object();
    json_t *methods = json_object(), *failing = json_array();
    lyc_json_set(item, "id", lyc_json_string(r->id));
    lyc_json_set(item, "kind", lyc_json_string("theorem"));
    lyc_json_set(item, "file", lyc_json_string(r->chapter->file));
    lyc_json_set(item, "line", json_integer(r->theorem->place.line));
    lyc_json_set(item, "result", lyc_json_string(lyc_trial_word(r)));
    lyc_json_set(counts, "total", json_integer(r->total));
    lyc_json_set(counts, "proved", json_integer(r->proved));
    lyc_json_set(counts, "disproved", json_integer(r->disproved));
    lyc_json_set(counts, "undecided", json_integer(r->undecided));
    lyc_json_set(counts, "vacuous", json_integer(r->vacuous));
    for (long i = 0; i < r->methods; i++)
    {
        lyc_json_set(methods, r->method[i].name,
                     json_integer(r->method[i].cases));
    }
    for (long i = 0; i < r->failures; i++)
    {
        json_array_append_new(failing, failing_json(r, r->failing + i));
    }
    lyc_json_set(item, "instances", counts);
    lyc_json_set(item, "methods", methods);
    lyc_json_set(item, "failing", failing);
    lyc_json_set(item, "source", lyc_verify_source(r->chapter, NULL));
    lyc_json_set(item, "seconds", lyc_json_seconds(r->seconds));
    return item;
}

json_t *lyc_verify_trials_json(const lyc_verification *v)
{
    json_t *list = json_array();
    for (long i = 0; i < v->trials; i++)
    {
        json_array_append_new(list, trial_json(v->trial + i));
    }
    return list;
}
