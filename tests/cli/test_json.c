#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

#define FIB "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}"

TestSuite(json, .fini = remove_folder);

/* Standard output is one object whose status is the exit status. */
static json_t *object_of(const reply *r)
{
    json_error_t error;
    json_t *o = json_loadb(r->out->bytes, r->out->length,
                           JSON_REJECT_DUPLICATES, &error);
    cr_assert_not_null(o, "%s in: %.200s", error.text, r->out->bytes);
    cr_assert(json_is_object(o));
    cr_expect_null(strstr(r->out->bytes, "\ns "));
    const char *status = json_string_value(json_object_get(o, "status"));
    cr_assert_not_null(status);
    cr_expect_str_eq(status, lyc_verdict_word((lyc_verdict_t)r->status));
    return o;
}

static const char *string_at(const json_t *o, const char *key)
{
    const char *s = json_string_value(json_object_get(o, key));
    cr_assert_not_null(s, "%s is missing", key);
    return s;
}

Test(json, bound)
{
    reply r;
    ask(&r, "bound", FIB, "--tol", "1e-2", "--json", NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    json_t *o = object_of(&r);
    json_t *spectrum = json_object_get(o, "spectrum");
    cr_assert_eq(json_array_size(spectrum), 2);
    cr_expect_eq(json_integer_value(json_object_get(o, "dim")), 2);
    cr_expect_eq(strlen(string_at(o, "cert_digest")), 64);
    cr_expect(json_is_number(json_object_get(o, "seconds")));
    cr_expect(json_is_integer(json_object_get(o, "cones")));
    cr_expect(json_is_array(json_object_get(o, "sums")));
    cr_expect_not_null(strstr(string_at(o, "law"), FIB));
    json_t *first = json_array_get(spectrum, 0);
    cr_expect_eq(json_integer_value(json_object_get(first, "k")), 1);
    double lower = strtod(string_at(first, "lower"), NULL);
    double upper = strtod(string_at(first, "upper"), NULL);
    cr_expect(lower < 0.12397559880 && 0.12397559880 < upper);
    cr_expect_leq(upper - lower, 1.1e-2);
    cr_expect_not_null(strstr(string_at(first, "lower_exact"), "*2^"));
    cr_expect_not_null(strstr(string_at(first, "upper_exact"), "*2^"));
    string_at(first, "width");
    string_at(first, "method");
    json_decref(o);
    reply_clear(&r);
}

Test(json, minus_infinity)
{
    reply r;
    ask(&r, "bound", "[1,0;0,0]", "--json", NULL);
    json_t *o = object_of(&r);
    json_t *second = json_array_get(json_object_get(o, "spectrum"), 1);
    cr_expect_str_eq(string_at(second, "lower"), "-inf");
    cr_expect_str_eq(string_at(second, "upper"), "-inf");
    cr_expect_str_eq(string_at(second, "lower_exact"), "-inf");
    json_decref(o);
    reply_clear(&r);
}

Test(json, wanted_only)
{
    reply r;
    ask(&r, "bound", "[2,0;0,1]", "-k", "2", "--json", NULL);
    json_t *o = object_of(&r);
    json_t *spectrum = json_object_get(o, "spectrum");
    cr_assert_eq(json_array_size(spectrum), 1);
    json_t *second = json_array_get(spectrum, 0);
    cr_expect_eq(json_integer_value(json_object_get(second, "k")), 2);
    json_decref(o);
    reply_clear(&r);
}

Test(json, errors)
{
    static const char *const line[][5] = {
        {"--json", NULL},
        {"frob", "--json", NULL},
        {"bound", "--json", NULL},
        {"bound", "--json", "--tol", "0", "[1]"},
        {"bound", "--json", "[1,2;3]", NULL},
        {"bound", "--json", "\xff\xfe", NULL},
        {"bound", "--json", "/no/such/file", NULL},
        {"check", "--json", "--nonsense", NULL},
        {"compare", "--json", "-k", "1", "[1]"},
        {"simulate", "--json", "[1,2;3]", NULL},
        {"verify", "--json", "/no/such/file.md", NULL},
    };
    for (size_t i = 0; i < sizeof line / sizeof line[0]; i++)
    {
        reply r;
        ask(&r, line[i][0], line[i][1], line[i][2], line[i][3], line[i][4],
            NULL);
        cr_expect(r.status == LYC_MALFORMED || r.status == LYC_FAILURE);
        json_t *o = object_of(&r);
        cr_expect_gt(strlen(string_at(o, "error")), 10);
        json_decref(o);
        reply_clear(&r);
    }
}

static const json_t *reading_at(const json_t *o, const char *name)
{
    const json_t *reading =
        json_object_get(json_object_get(o, "readings"), name);
    cr_assert(json_is_object(reading), "%s", name);
    return reading;
}

static double end_at(const json_t *o, const char *name, const char *end)
{
    return strtod(
        string_at(json_object_get(reading_at(o, name), "margin"), end), NULL);
}

/* diag(2, 0) against diag(3, 1). */
Test(json, compare)
{
    static const char *const words[] = {"DISPROVED", "DISPROVED", "PROVED",
                                        "PROVED", "VACUOUS"};
    reply r;
    ask(&r, "compare", "[2,0;0,0]", "--json", NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    json_t *o = object_of(&r);
    for (int i = 0; i < 5; i++)
    {
        char name[8];
        snprintf(name, sizeof name, "R%d", i + 1);
        cr_expect_str_eq(string_at(reading_at(o, name), "status"), words[i]);
    }
    cr_expect_leq(end_at(o, "R1", "lower"), log(2) - log(3) + 1e-15);
    cr_expect_geq(end_at(o, "R1", "upper"), log(2) - log(3) - 1e-15);
    cr_expect_lt(end_at(o, "R1", "upper"), -0.4);
    cr_expect_eq(end_at(o, "R3", "lower"), (double)INFINITY);
    cr_expect(json_is_null(json_object_get(
        json_object_get(reading_at(o, "R5"), "margin"), "lower")));
    json_t *plain = json_object_get(o, "plain");
    json_t *residual = json_object_get(o, "residual");
    cr_expect_eq(json_array_size(json_object_get(plain, "spectrum")), 2);
    json_t *second = json_array_get(json_object_get(plain, "spectrum"), 1);
    cr_expect_str_eq(string_at(second, "upper"), "-inf");
    cr_expect_eq(json_array_size(json_object_get(residual, "spectrum")), 2);
    cr_expect_eq(strlen(string_at(residual, "cert_digest")), 64);
    cr_expect_eq(json_integer_value(json_object_get(o, "dim")), 2);
    json_decref(o);
    reply_clear(&r);
}

Test(json, check)
{
    reply r;
    const char *cert = path_of("a.cert");
    ask(&r, "bound", FIB, "--tol", "1e-2", "--cert", cert, "--json", NULL);
    json_t *bound = object_of(&r);
    reply_clear(&r);
    ask(&r, "check", "--json", cert, file_of("bad.cert", "no\n"), NULL);
    cr_expect_eq(r.status, LYC_MALFORMED);
    json_t *o = object_of(&r);
    json_t *list = json_object_get(o, "certificates");
    cr_assert_eq(json_array_size(list), 2);
    json_t *good = json_array_get(list, 0), *bad = json_array_get(list, 1);
    cr_expect_str_eq(string_at(good, "status"), "PROVED");
    cr_expect_str_eq(string_at(good, "digest"),
                     string_at(bound, "cert_digest"));
    cr_expect_geq(json_array_size(json_object_get(good, "conclusions")), 2);
    cr_expect_str_eq(string_at(bad, "status"), "MALFORMED");
    json_decref(bound);
    json_decref(o);
    reply_clear(&r);
}

Test(json, verify)
{
    reply r;
    ask(&r, "verify", "--json",
        file_of("02-two.md", "```lyap\n"
                             "prove a: lambda([2,0;0,1], 1) == log(2)\n"
                             "open  b: lambda([2,0;0,1], 1) > 3\n"
                             "```\n"),
        NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    json_t *o = object_of(&r);
    json_t *claims = json_object_get(o, "claims");
    json_t *totals = json_object_get(o, "totals");
    cr_assert_eq(json_array_size(claims), 2);
    json_t *a = json_array_get(claims, 0), *b = json_array_get(claims, 1);
    cr_expect_str_eq(string_at(a, "id"), "two.a");
    cr_expect_eq(json_integer_value(json_object_get(a, "line")), 2);
    cr_expect_str_eq(string_at(a, "result"), "PROVED");
    cr_expect(json_is_true(json_object_get(a, "exact")));
    cr_expect_str_eq(string_at(b, "result"), "DISPROVED");
    cr_expect_eq(json_integer_value(json_object_get(totals, "proved")), 1);
    cr_expect_eq(json_integer_value(json_object_get(totals, "disproved")), 0);
    cr_expect_eq(json_integer_value(json_object_get(totals, "open_certified")),
                 1);
    json_decref(o);
    reply_clear(&r);
}

/* Errors are objects, of commands without a verdict too. */
Test(json, errors_of_commands_without_verdict)
{
    static const char *const command[] = {"cite", "weave", "simulate"};
    for (size_t i = 0; i < sizeof command / sizeof command[0]; i++)
    {
        reply r;
        ask(&r, command[i], "--json", NULL);
        cr_expect_eq(r.status, LYC_MALFORMED);
        cr_expect_not_null(strstr(r.out->bytes, "\"status\": \"MALFORMED\""),
                           "%s: %s", command[i], r.out->bytes);
        reply_clear(&r);
    }
}
