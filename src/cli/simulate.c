#include <math.h>
#include <stdio.h>

#include "cli/cli.h"

/* Begins every line. */
#define MARK "not certified"

/* 1 where lambda_(k+1) was asked for. */
static int is_asked(const lyc_options *o, slong k)
{
    for (long i = 0; i < o->ks; i++)
    {
        if (o->k[i] == k + 1)
        {
            return 1;
        }
    }
    return o->ks == 0;
}

static void add_exponents(lyc_table_t table, const lyc_simulation_t s,
                          const lyc_options *o)
{
    for (slong k = 0; k < s->dim; k++)
    {
        if (!is_asked(o, k))
        {
            continue;
        }
        char name[40], value[64], error[64], block[64];
        snprintf(name, sizeof name, "lambda_%ld", (long)k + 1);
        value[0] = error[0] = block[0] = '\0';
        if (isinf(s->mean[k]))
        {
            snprintf(value, sizeof value, "-inf");
        }
        else
        {
            /* Two digits of the error. */
            int digits =
                s->error[k] > 0 ? 1 - (int)floor(log10(s->error[k])) : 15;
            digits = digits < 1 ? 1 : digits > 15 ? 15 : digits;
            snprintf(value, sizeof value, "%.*f", digits, s->mean[k]);
            snprintf(error, sizeof error, "+- %.2g", s->error[k]);
            snprintf(block, sizeof block, "blocks of %ld%s", s->block[k],
                     s->plateau[k] ? "" : ", no plateau");
        }
        const char *const row[] = {MARK, name, value, error, block};
        lyc_table_row(table, row);
    }
}

static void get_text(lyc_text_t out, const lyc_simulation_t s,
                     const lyc_law_t law, const char *label,
                     const lyc_options *o)
{
    lyc_table_t table;
    lyc_table_init(table, 5);
    lyc_text_printf(out, MARK "   law       %s\n", label);
    lyc_text_add(out, MARK "   ");
    lyc_report_size(out, law);
    add_exponents(table, s, o);
    lyc_table_get_text(out, table, 0, 3);
    lyc_table_clear(table);
    lyc_text_printf(out,
                    MARK "   steps     %ld after %ld that are not counted, "
                         "seed %lu\n",
                    s->steps, s->burn_in, o->limits->seed);
    lyc_text_add(out, MARK "   time      ");
    lyc_report_seconds(out, s->seconds);
    lyc_text_add(out, "\n");
}

static json_t *number(double x)
{
    return isinf(x) ? lyc_json_string("-inf") : json_real(x);
}

static json_t *blocking(const lyc_simulation_t s)
{
    json_t *list = json_array();
    for (int i = 0; i < s->levels; i++)
    {
        const lyc_blocking *level = s->level + i;
        json_t *item = json_object(), *errors = json_array();
        for (slong k = 0; k < s->dim; k++)
        {
            json_array_append_new(errors, json_real(level->error[k]));
        }
        lyc_json_set(item, "length", json_integer(level->length));
        lyc_json_set(item, "blocks", json_integer(level->blocks));
        lyc_json_set(item, "errors", errors);
        json_array_append_new(list, item);
    }
    return list;
}

static void get_json(json_t *object, const lyc_simulation_t s,
                     const lyc_law_t law, const lyc_options *o)
{
    json_t *list = json_array();
    for (slong k = 0; k < s->dim; k++)
    {
        if (!is_asked(o, k))
        {
            continue;
        }
        json_t *item = json_object();
        lyc_json_set(item, "k", json_integer(k + 1));
        lyc_json_set(item, "certified", json_false());
        lyc_json_set(item, "estimate", number(s->mean[k]));
        lyc_json_set(item, "error", json_real(s->error[k]));
        lyc_json_set(item, "block", json_integer(s->block[k]));
        lyc_json_set(item, "plateau", json_boolean(s->plateau[k]));
        json_array_append_new(list, item);
    }
    lyc_text_t text;
    lyc_text_init(text);
    lyc_report_law(text, law->text);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "dim", json_integer(law->dim));
    lyc_json_set(object, "estimates", list);
    lyc_json_set(object, "blocking", blocking(s));
    lyc_json_set(object, "steps", json_integer(s->steps));
    lyc_json_set(object, "burn_in", json_integer(s->burn_in));
    lyc_json_set(object, "seed", json_integer((json_int_t)o->limits->seed));
    lyc_json_set(object, "seconds", lyc_json_seconds(s->seconds));
}

/* The exponents after the last that is asked for are not carried along. */
static int largest_asked(slong *most, const lyc_options *o, slong dim,
                         lyc_diag_t d)
{
    *most = o->ks == 0 ? dim : 1;
    for (long i = 0; i < o->ks; i++)
    {
        if (o->k[i] > dim)
        {
            return lyc_diag_fail(d, LYC_MALFORMED,
                                 "lyapcert simulate: -k: expected indices in "
                                 "1..%ld, the dimension of the law, got %ld",
                                 (long)dim, (long)o->k[i]);
        }
        *most = o->k[i] > *most ? o->k[i] : *most;
    }
    return 1;
}

static void run_law(lyc_run *run, lyc_options *o, const lyc_law_t law,
                    const char *label)
{
    lyc_simulation_t s;
    slong most;
    if (law->box->length > 0)
    {
        lyc_diag_fail(run->diag, LYC_MALFORMED,
                      "lyapcert simulate: expected one law, not a range of "
                      "parameters");
        lyc_run_fail(run);
        return;
    }
    if (!largest_asked(&most, o, law->dim, run->diag))
    {
        lyc_run_fail(run);
        return;
    }
    lyc_simulation_init(s, most);
    if (lyc_simulate_approx(s, law, o->steps, o->limits, run->diag))
    {
        run->verdict = LYC_PROVED;
        get_text(run->out, s, law, label, o);
        get_json(run->json, s, law, o);
    }
    else
    {
        lyc_run_fail(run);
    }
    lyc_simulation_clear(s);
}

/* Nothing here is decided, so there is no UNDECIDED either. */
void lyc_cli_simulate(lyc_run *run, int argc, char **argv)
{
    run->says_verdict = 0;
    lyc_cli_on_law(run, argc, argv, LYC_TAKES_STEPS | LYC_TAKES_K, run_law);
    if (run->diag->is_set && run->verdict == LYC_UNDECIDED)
    {
        run->verdict = LYC_FAILURE;
    }
    if (run->diag->is_set || json_object_size(run->json) > 0)
    {
        lyc_json_set(run->json, "certified", json_false());
    }
}
