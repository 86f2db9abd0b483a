/* lyapcert depth: verdicts, output, certificates, bad input. */
#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(depth, .fini = remove_folder);

#define FIB "{[0,1;1,1],[0,1;1,-1]}"

static void refuse(const char *n, const char *option, const char *value,
                   const char *part)
{
    reply r;
    ask(&r, "depth", FIB, "-L", n, option, value, NULL);
    expect_why(&r, LYC_MALFORMED, part);
    reply_clear(&r);
}

Test(depth, bad_input)
{
    reply r;
    refuse("0", NULL, NULL, "-L: expected a depth from 1 to 10^9");
    refuse("-3", NULL, NULL, "-L: expected a depth from 1 to 10^9");
    refuse("1000000000000000000", NULL, NULL, "expected a depth");
    refuse("2.5", NULL, NULL, "expected a depth");
    refuse("5", "--exceed", "", "--exceed: expected a number");
    refuse("5", "--exceed", "nonsense", "unknown name");
    refuse("5", "--exceed", "1+", "--exceed:1:3");
    refuse("5", "--below", "[1,2;3,4]", "--below:1:1");
    refuse("5", "--below", "1/0", "--below:1:");
    refuse("5", "--tol", "1", "not an option");
    ask(&r, "depth", FIB, NULL);
    expect_why(&r, LYC_MALFORMED, "expected -L N");
    reply_clear(&r);
    ask(&r, "depth", "-L", "5", NULL);
    expect_why(&r, LYC_MALFORMED, "expected one LAW");
    reply_clear(&r);
    ask(&r, "depth", "[1,2]", "-L", "5", NULL);
    expect_why(&r, LYC_MALFORMED, "square");
    reply_clear(&r);
}

Test(depth, text_has_both_columns)
{
    reply r;
    ask(&r, "depth", FIB, "-L", "20", "--exceed", "log(1000)", "--below", "-2",
        NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "plain"));
    cr_expect_not_null(strstr(r.out->bytes, "residual"));
    cr_expect_not_null(strstr(r.out->bytes, "P(log(|S x|/|x|) >= log(1000))"));
    cr_expect_not_null(strstr(r.out->bytes, "P(log(|S x|/|x|) <= -2)"));
    reply_clear(&r);
}

static double number_at(json_t *object, const char *key, const char *sub)
{
    json_t *value = json_object_get(object, key);
    value = sub == NULL ? value : json_object_get(value, sub);
    cr_assert(json_is_string(value), "%s", key);
    return strtod(json_string_value(value), NULL);
}

Test(depth, json_and_certificates)
{
    reply r;
    json_error_t error;
    ask(&r, "depth", FIB, "-L", "20", "--exceed", "7", "--json", "--cert",
        path_of("fib"), NULL);
    cr_assert_eq(r.status, LYC_PROVED, "%s", r.err->bytes);
    json_t *root = json_loads(r.out->bytes, 0, &error);
    cr_assert_not_null(root);
    cr_expect_eq(json_integer_value(json_object_get(root, "depth")), 20);
    json_t *plain = json_object_get(root, "plain");
    cr_expect(number_at(plain, "growth", "lower") < 2.5 &&
              number_at(plain, "growth", "upper") > 2.4);
    cr_expect(number_at(plain, "norm", "lower") <
              number_at(plain, "norm", "upper"));
    json_t *level = json_array_get(json_object_get(plain, "probabilities"), 0);
    cr_expect(number_at(level, "upper", NULL) < 0.2);
    cr_expect_str_eq(json_string_value(json_object_get(level, "event")),
                     "exceed");
    json_decref(root);
    reply_clear(&r);
    ask(&r, "check", path_of("fib.plain"), path_of("fib.residual"), NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "E log||S_20||"));
    cr_expect_not_null(strstr(r.out->bytes, ">= 7*2^0) <= "));
    reply_clear(&r);
}

Test(depth, unknown_is_undecided)
{
    reply r;
    ask(&r, "depth", "[uniform(-1,1),1;1,0]", "-L", "5", "--json", NULL);
    cr_expect_eq(r.status, LYC_UNDECIDED);
    cr_expect_not_null(strstr(r.out->bytes, "\"growth\": null"));
    cr_expect_not_null(strstr(r.out->bytes, "\"status\": \"UNDECIDED\""));
    reply_clear(&r);
}
