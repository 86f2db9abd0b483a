/* lyapcert solve: verdicts, values and certificates. */
#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(solve, .fini = remove_folder);

static void say(const char *problem, lyc_verdict_t v, const char *part)
{
    reply r;
    ask(&r, "solve", problem, "--max-seconds", "20", NULL);
    if (v == LYC_PROVED)
    {
        expect(&r, v);
        cr_expect_not_null(strstr(r.out->bytes, part), "%s: %s", problem,
                           r.out->bytes);
    }
    else
    {
        expect_why(&r, v, part);
    }
    reply_clear(&r);
}

Test(solve, verdicts)
{
    say("s in [1,2]: lambda([s],1) = log(3/2)", LYC_PROVED, "1.50000");
    say("x in [0,1]: exp(x) = 2", LYC_PROVED, "0.69314718055");
    say("s in [-1,3]: abs(s) + s = 2", LYC_PROVED, "1.00000");
    say("s in [1/2,1]: s*s = 2", LYC_DISPROVED, "no root");
    say("s in [1,2]: lambda([s,1;0,s^-1],1) = 1", LYC_DISPROVED, "no root");
    say("s in [-2,2]: s*s = 2", LYC_UNDECIDED, "2 roots");
    say("s in [-1,2]: s*s = 0", LYC_UNDECIDED, "multiple root");
    say("s in [1,2]: s = 1", LYC_UNDECIDED, "not decided at 1");
    say("s in [0,1]: log(s) = -1", LYC_UNDECIDED, "between 0 and");
    say("s in [1/9,1]: lambda({[0,1;1,s],[0,1;1,-s]},1) = 1/20", LYC_PROVED,
        "others are not excluded");
    say("s in [1,2]: lambda({[0,1;1,s],[0,1;1,-s]},1) = 5", LYC_UNDECIDED,
        "no change of sign");
}

/* Ends that are not rational: the root of the parameter itself is printed. */
Test(solve, exact_ends)
{
    say("s in [1,sqrt(3)]: s*s = 2", LYC_PROVED, "1.41421356237");
    say("s in [0,log(2)]: exp(s) = 3/2", LYC_PROVED, "0.405465108108");
    say("s in [sqrt(2)/2,1]: s*s = 1/4", LYC_DISPROVED, "no root");
    say("s in [1/2,sqrt(5)]: lambda({[2,1;1,s],[1,1;1,0]},1) = 3/4", LYC_PROVED,
        "others are not excluded");
}

Test(solve, malformed)
{
    say("s in [2,1]: s = 1", LYC_MALFORMED, "empty");
    say("s in [1,2] s = 1", LYC_MALFORMED, "expected NAME in");
    say("s in [1,2]:", LYC_MALFORMED, "expected NAME in");
    say("s in [1,2]: s", LYC_MALFORMED, "expected LEFT = RIGHT");
    say("s in [1,2]: s <= 1", LYC_MALFORMED, "expected an equation");
    say("s in [1,2]: t = 1", LYC_MALFORMED, "unknown name");
    say("s in [1,2]: lambda([s],2) = 1", LYC_MALFORMED, "index k");
    say("s in [1,2]: [s] = 1", LYC_MALFORMED, "expected a number");
    say("s in [sqrt(2),1]: s = 1", LYC_MALFORMED, "the range is empty");
    say("s in [1,[2]]: s = 1", LYC_MALFORMED, "expected a number");
    say("exp in [1,2]: 1 = 1", LYC_MALFORMED, "word of the language");
    say("s in [1,2]: s^s = 1", LYC_MALFORMED, "integer exponent");
    say("s in [1,2]: norm([s]) = 1", LYC_MALFORMED, "expected lambda");
    say("", LYC_MALFORMED, "expected NAME in");
}

/* lambda_1 of sigma G against I + sigma G: roots from two independent
 * computations agree with these digits. */
Test(solve, critical_scales)
{
    say("s in [1/10,2]: abs(lambda(I + s*gaussian(2),1)) = "
        "abs(lambda(s*gaussian(2),1))",
        LYC_PROVED, "0.80247178832");
    say("s in [1/10,2]: abs(lambda(I + s*gaussian(1),1)) = "
        "abs(lambda(s*gaussian(1),1))",
        LYC_PROVED, "1.746288");
}

Test(solve, certificate_is_checked_and_tampering_is_seen)
{
    const char *path = path_of("root.cert");
    reply r;
    ask(&r, "solve", "s in [1,2]: lambda([s],1) = log(3/2)", "--digits", "20",
        "--cert", path, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "check", path, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "has one root"));
    reply_clear(&r);
}

Test(solve, no_root_is_certified)
{
    const char *path = path_of("none.cert");
    reply r;
    ask(&r, "solve", "s in [1,2]: s = 3", "--cert", path, NULL);
    expect_why(&r, LYC_DISPROVED, "no root");
    reply_clear(&r);
    ask(&r, "check", path, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
}

Test(solve, json)
{
    reply r;
    ask(&r, "solve", "--json", "s in [1,2]: s*s = 2", NULL);
    cr_expect_eq(r.status, 0);
    json_t *o =
        json_loadb(r.out->bytes, r.out->length, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(o);
    cr_expect_str_eq(json_string_value(json_object_get(o, "status")), "PROVED");
    cr_expect_eq(json_integer_value(json_object_get(o, "roots")), 1);
    cr_expect_eq(strncmp(json_string_value(json_object_get(o, "lower")),
                         "1.4142135623", 12),
                 0);
    json_decref(o);
    reply_clear(&r);
}

/* A = -1: |log|1 - e|| <= |log e| up to e = 1/2. */
Test(solve, critical_scale)
{
    const char *path = path_of("scale.cert");
    reply r;
    ask(&r, "solve", "--json", "R1: {[-1]}", "--cert", path, NULL);
    cr_expect_eq(r.status, 0, "%s", r.err->bytes);
    json_t *o =
        json_loadb(r.out->bytes, r.out->length, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(o);
    cr_expect_str_eq(json_string_value(json_object_get(o, "reading")), "R1");
    cr_expect_str_eq(json_string_value(json_object_get(o, "lower_exact")),
                     "1*2^-1");
    json_decref(o);
    reply_clear(&r);
    ask(&r, "check", path, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "R1 holds for e A, 0 < e <= "));
    reply_clear(&r);
    ask(&r, "check", "--json", path, NULL);
    cr_expect_eq(r.status, 0);
    cr_expect_not_null(strstr(r.out->bytes, "\"scale\""));
    reply_clear(&r);
}

Test(solve, critical_scale_undecided)
{
    reply r;
    ask(&r, "solve", "R2:{[0,1;0,0]}", NULL);
    expect_why(&r, LYC_UNDECIDED, "no scale was found");
    reply_clear(&r);
    ask(&r, "solve", "R1: {[1/2,1;-1,1/3],[1,1/2;1/4,-1]}", "--max-seconds",
        "0.001", NULL);
    expect_why(&r, LYC_UNDECIDED, "");
    reply_clear(&r);
}

Test(solve, critical_scale_malformed)
{
    static const char *const bad[] = {"R1:",
                                      "R1: [1,2]",
                                      "R1: {[q]}",
                                      "R1: gaussian(2)",
                                      "R3: {[1]}",
                                      "R1 {[1]}",
                                      "R1: forall s in [1,2]: [s]"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    {
        reply r;
        ask(&r, "solve", bad[i], NULL);
        expect(&r, LYC_MALFORMED);
        reply_clear(&r);
    }
}
