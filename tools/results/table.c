/* Tables: a row for each round of the loops and each value of the command. */
#include <stdlib.h>
#include <string.h>

#include "compute.h"
#include "lyapcert/dyadic.h"

static void add_head(lyc_text_t out, const recipe *r)
{
    lyc_text_printf(out, "# %s: %s\n", r->id, r->title);
    if (r->says != NULL)
        lyc_text_printf(out, "# %s\n", r->says);
    if (r->run != NULL)
        lyc_text_printf(out, "# lyapcert %s, for %s\n", r->run, r->argument);
    else
        lyc_text_printf(out, "# tools/results/%s\n", r->script);
}

static void add_loops(lyc_text_t out, const recipe *r, long round)
{
    for (int i = 0; i < r->loops; i++)
        lyc_text_printf(out, "%s\t",
                        round < 0 ? r->loop[i].name
                                  : recipe_value(r->loop, r->loops, i, round));
}

static void add_columns(lyc_text_t out, const recipe *r, const json_t *printed)
{
    lyc_text_add(out, "# ");
    add_loops(out, r, -1);
    if (json_object_get(printed, "depth") != NULL)
        lyc_text_add(out, "side\twhat\tlevel\tlower\tupper\n");
    else if (json_object_get(printed, "readings") != NULL)
        lyc_text_add(out, "R1\tR2\tR3\tR4\tR5\n");
    else if (json_object_get(printed, "equation") != NULL)
        lyc_text_add(out, "lower\tupper\n");
    else
        lyc_text_add(out, r->kind == KIND_BANDS ? "k\tlower\tupper\tcones\n"
                                                : "k\tlower\tupper\n");
}

static long integer(const json_t *object, const char *key)
{
    return (long)json_integer_value(json_object_get(object, key));
}

static void add_readings(lyc_text_t out, const json_t *readings)
{
    static const char *const name[] = {"R1", "R2", "R3", "R4", "R5"};
    for (int i = 0; i < 5; i++)
        lyc_text_printf(
            out, "%s%s", i > 0 ? "\t" : "",
            store_string(json_object_get(readings, name[i]), "status"));
    lyc_text_add(out, "\n");
}

/* The bounds of an object, with as many decimals as the recipe says. */
static void add_bounds(lyc_text_t out, const recipe *r, const json_t *bounds)
{
    arf_t x;
    if (r->places == NULL)
    {
        lyc_text_printf(out, "%s\t%s", store_string(bounds, "lower"),
                        store_string(bounds, "upper"));
        return;
    }
    arf_init(x);
    if (!lyc_dyadic_set_str(x, store_string(bounds, "lower_exact")))
        arf_neg_inf(x);
    lyc_decimal_lower(out, x, atol(r->places));
    lyc_text_add(out, "\t");
    if (!lyc_dyadic_set_str(x, store_string(bounds, "upper_exact")))
        arf_pos_inf(x);
    lyc_decimal_upper(out, x, atol(r->places));
    arf_clear(x);
}

/* Growth at a finite depth: means have no level, probabilities lie between 0
 * and their bound. */
static void add_depth(lyc_text_t out, const recipe *r, const json_t *printed,
                      long round)
{
    static const char *const side[] = {"plain", "residual"};
    for (int i = 0; i < 2; i++)
    {
        const json_t *of = json_object_get(printed, side[i]);
        size_t j;
        json_t *item;
        add_loops(out, r, round);
        lyc_text_printf(out, "%s\tgrowth\t-\t", side[i]);
        add_bounds(out, r, json_object_get(of, "growth"));
        lyc_text_add(out, "\n");
        add_loops(out, r, round);
        lyc_text_printf(out, "%s\tnorm\t-\t", side[i]);
        add_bounds(out, r, json_object_get(of, "norm"));
        lyc_text_add(out, "\n");
        json_array_foreach(json_object_get(of, "probabilities"), j, item)
        {
            add_loops(out, r, round);
            lyc_text_printf(out, "%s\t%s\t%s\t0\t%s\n", side[i],
                            store_string(item, "event"),
                            store_string(item, "level"),
                            store_string(item, "upper"));
        }
    }
}

static void add_rows(lyc_text_t out, const recipe *r, const json_t *printed,
                     long round)
{
    const json_t *readings = json_object_get(printed, "readings");
    size_t i;
    json_t *item;
    if (json_object_get(printed, "depth") != NULL)
    {
        add_depth(out, r, printed, round);
        return;
    }
    if (readings != NULL)
    {
        add_loops(out, r, round);
        add_readings(out, readings);
        return;
    }
    if (json_object_get(printed, "equation") != NULL)
    {
        add_loops(out, r, round);
        add_bounds(out, r, printed);
        lyc_text_add(out, "\n");
        return;
    }
    json_array_foreach(json_object_get(printed, "spectrum"), i, item)
    {
        add_loops(out, r, round);
        lyc_text_printf(out, "%ld\t", integer(item, "k"));
        add_bounds(out, r, item);
        if (r->kind == KIND_BANDS)
            lyc_text_printf(out, "\t%ld", integer(printed, "cones"));
        lyc_text_add(out, "\n");
    }
}

static json_t *one_round(const setting *s, const recipe *r, long round,
                         lyc_diag_t d)
{
    command shown, run;
    lyc_text_t words, argument;
    lyc_text_init(words);
    lyc_text_init(argument);
    command_init(&shown);
    command_init(&run);
    recipe_fill(words, r->run, r->loop, r->loops, round);
    recipe_fill(argument, r->argument, r->loop, r->loops, round);
    compute_command(&shown, &run, s, words->bytes, argument->bytes, NULL);
    json_t *printed = command_json(&run, d);
    command_clear(&shown);
    command_clear(&run);
    lyc_text_clear(words);
    lyc_text_clear(argument);
    return printed;
}

int compute_table(const setting *s, const char *folder, const recipe *r,
                  lyc_diag_t d)
{
    const long rounds = recipe_rounds(r->loop, r->loops);
    lyc_text_t out;
    int ok = 1;
    lyc_text_init(out);
    add_head(out, r);
    for (long round = 0; ok && round < rounds; round++)
    {
        json_t *printed = one_round(s, r, round, d);
        ok = printed != NULL;
        if (ok && round == 0)
            add_columns(out, r, printed);
        if (ok)
            add_rows(out, r, printed, round);
        json_decref(printed);
    }
    ok = ok && store_write(folder, r, ".tsv", out, d);
    lyc_text_clear(out);
    return ok;
}

int compute_script(const setting *s, const char *folder, const recipe *r,
                   lyc_diag_t d)
{
    command run;
    lyc_text_t path, out;
    int status = 0;
    lyc_text_init(path);
    lyc_text_init(out);
    command_init(&run);
    lyc_text_printf(path, "tools/results/%s", r->script);
    command_add(&run, "/usr/bin/env");
    lyc_text_t assignment;
    lyc_text_init(assignment);
    lyc_text_printf(assignment, "RESULTS=%s", folder);
    command_add(&run, assignment->bytes);
    lyc_text_reset(assignment);
    lyc_text_printf(assignment, "LYAPCERT=%s", s->program);
    command_add(&run, assignment->bytes);
    command_add_words(&run, path->bytes);
    add_head(out, r);
    lyc_text_printf(out, "# %s\n", r->columns);
    for (char *c = out->bytes + out->length - strlen(r->columns) - 1;
         *c != '\0'; c++)
        *c = (char)(*c == ' ' ? '\t' : *c);
    int ok =
        command_run(out, &status, &run, d) &&
        (status == 0 || lyc_diag_fail(d, LYC_FAILURE, "%s: ends with status %d",
                                      path->bytes, status)) &&
        store_write(folder, r, ".tsv", out, d);
    lyc_text_clear(assignment);
    command_clear(&run);
    lyc_text_clear(path);
    lyc_text_clear(out);
    return ok;
}
