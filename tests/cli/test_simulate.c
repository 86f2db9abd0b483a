/* Nothing that `simulate` prints can be taken for a certified number. */
#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

#define FIB "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}"

TestSuite(simulate, .fini = remove_folder);

static int marked_lines(const reply *r)
{
    int n = 0;
    for (const char *s = r->out->bytes; *s != '\0'; s = strchr(s, '\n') + 1)
    {
        cr_expect_eq(strncmp(s, "not certified ", 14), 0, "%.80s", s);
        n++;
    }
    return n;
}

Test(simulate, every_line_is_marked)
{
    reply r;
    ask(&r, "simulate", FIB, "--steps", "20000", NULL);
    cr_expect_eq(r.status, 0);
    cr_expect_geq(marked_lines(&r), 6);
    cr_expect_not_null(strstr(r.out->bytes, "lambda_2   -0.1"));
    cr_expect_not_null(strstr(r.out->bytes, "seed 1"));
    reply_clear(&r);
}

Test(simulate, minus_infinity)
{
    reply r;
    ask(&r, "simulate", "[1,2;2,4]", "--steps", "1000", NULL);
    cr_expect_eq(r.status, 0);
    cr_expect_not_null(strstr(r.out->bytes, "lambda_2   -inf"));
    marked_lines(&r);
    reply_clear(&r);
}

static json_t *object_of(const reply *r)
{
    json_t *o =
        json_loadb(r->out->bytes, r->out->length, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(o, "%.200s", r->out->bytes);
    cr_expect(json_is_false(json_object_get(o, "certified")));
    return o;
}

Test(simulate, json)
{
    reply r;
    ask(&r, "simulate", "{[1,2;2,4], [0,1;1,0]}", "--json", "--seed", "5",
        "--steps", "1000", NULL);
    cr_expect_eq(r.status, 0);
    json_t *o = object_of(&r);
    json_t *list = json_object_get(o, "estimates");
    cr_assert_eq(json_array_size(list), 2);
    json_t *first = json_array_get(list, 0), *second = json_array_get(list, 1);
    cr_expect(json_is_false(json_object_get(first, "certified")));
    cr_expect_gt(json_real_value(json_object_get(first, "error")), 0);
    cr_expect_str_eq(json_string_value(json_object_get(second, "estimate")),
                     "-inf");
    cr_expect_eq(json_integer_value(json_object_get(o, "seed")), 5);
    cr_expect_null(json_object_get(o, "status"));
    json_decref(o);
    reply_clear(&r);
}

/* No verdict line in any case; 0, 3 or 4. */
/* A law without a list of atoms, and only what was asked for. */
Test(simulate, terms)
{
    reply r;
    ask(&r, "simulate", "I + 0.1*gaussian(300)", "-k", "1", "--steps", "2000",
        NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "dimension 300"));
    cr_expect_not_null(strstr(r.out->bytes, "lambda_1 "));
    cr_expect_null(strstr(r.out->bytes, "lambda_2"));
    reply_clear(&r);
    ask(&r, "simulate", "gaussian(3)", "-k", "3", "--steps", "2000", "--json",
        NULL);
    json_t *o = object_of(&r);
    json_t *list = json_object_get(o, "estimates");
    cr_assert_eq(json_array_size(list), 1);
    cr_expect_eq(
        json_integer_value(json_object_get(json_array_get(list, 0), "k")), 3);
    json_decref(o);
    reply_clear(&r);
    ask(&r, "simulate", "gaussian(3)", "-k", "4", NULL);
    cr_expect_eq(r.status, LYC_MALFORMED);
    reply_clear(&r);
    ask(&r, "simulate", "gaussian(5000)", NULL);
    cr_expect_eq(r.status, LYC_FAILURE);
    cr_expect_not_null(strstr(r.err->bytes, "-k 1"));
    reply_clear(&r);
}

Test(simulate, errors)
{
    reply r;
    ask(&r, "simulate", "[1,2;3]", NULL);
    cr_expect_eq(r.status, LYC_MALFORMED);
    cr_expect_eq(r.out->length, 0);
    cr_expect_not_null(strstr(r.err->bytes, "<law>:1:"));
    reply_clear(&r);
    ask(&r, "simulate", FIB, "--steps", "999", NULL);
    cr_expect_eq(r.status, LYC_MALFORMED);
    cr_expect_eq(r.out->length, 0);
    reply_clear(&r);
    ask(&r, "simulate", path_of("missing.law"), NULL);
    cr_expect_eq(r.status, LYC_FAILURE);
    cr_expect_eq(r.out->length, 0);
    reply_clear(&r);
    ask(&r, "simulate", FIB, "--max-seconds", "1e-9", NULL);
    cr_expect_eq(r.status, LYC_FAILURE);
    cr_expect_eq(r.out->length, 0);
    reply_clear(&r);
    ask(&r, "simulate", "--json", NULL);
    cr_expect_eq(r.status, LYC_MALFORMED);
    json_t *o = object_of(&r);
    cr_expect(json_is_string(json_object_get(o, "error")));
    json_decref(o);
    reply_clear(&r);
    ask(&r, "bound", FIB, "--steps", "2000", NULL);
    expect_why(&r, LYC_MALFORMED, "--steps is not an option");
    reply_clear(&r);
}
