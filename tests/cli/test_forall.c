/* Claims about every value of a parameter. */
#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(forall, .fini = remove_folder);

static const char *chapter(const char *block)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_printf(t, "```lyap\n%s```\n", block);
    const char *path = file_of("01-x.md", t->bytes);
    lyc_text_clear(t);
    return path;
}

static void say(const char *block, lyc_verdict_t v, const char *part)
{
    reply r;
    ask(&r, "verify", chapter(block), "--max-seconds", "5", NULL);
    expect_why(&r, v, part);
    reply_clear(&r);
}

Test(forall, proved)
{
    say("forall s in [1/10, 49/100]:\n"
        "  prove a: abs(lambda([1-s],1)) <= abs(lambda([-s],1))\n"
        "  refute b: abs(lambda([1-s],1)) > abs(lambda([-s],1))\n",
        LYC_PROVED, "x.b: PROVED");
    say("forall s in [1, 2], t in [1, 2]:\n"
        "  prove c: lambda([s + t], 1) in [log(1.9), log(4.1)]\n",
        LYC_PROVED, "x.c: PROVED");
    say("let c = 2\nlaw base = [1]\nforall s in [0, 1]:\n"
        "  prove below-zero: lambda(s*base, 1) <= log(c)\n",
        LYC_PROVED, "PROVED");
}

/* Prove fails where one value refutes it; refute needs every value. */
Test(forall, one_value_disproves)
{
    say("forall s in [1/10, 6/10]:\n"
        "  prove a: abs(lambda([1-s],1)) <= abs(lambda([-s],1))\n",
        LYC_DISPROVED, "false for s = 3/5");
    say("forall s in [1/10, 6/10]:\n"
        "  refute a: abs(lambda([1-s],1)) <= abs(lambda([-s],1))\n",
        LYC_DISPROVED, "true for s = 1/10");
    /* false on (1/4, 3/4) only, true at both ends and in the middle of no
     * cell that is looked at first */
    say("forall s in [0, 1]:\n  prove dip: (4*s - 1)*(4*s - 3) >= 0\n",
        LYC_DISPROVED, "false for");
    say("forall s in [1, 2], t in [1, 2]:\n"
        "  prove c: lambda([s + t], 1) <= log(3)\n",
        LYC_DISPROVED, "false for s = 2, t = 2");
}

/* What is known of the parts of a range is said, and in JSON in full. */
Test(forall, parts_of_a_range)
{
    say("forall s in [1/10, 6/10]:\n"
        "  prove a: abs(lambda([1-s],1)) <= abs(lambda([-s],1))\n",
        LYC_DISPROVED, "true for 1/10 <= s <= ");
    say("forall s in [0, 2]:\n  prove a: s^2 <= 1\n", LYC_DISPROVED,
        "false for s = 2; in the ranges false for 65/64 <= s <= 2; true for 0 "
        "<= s <= 1; undecided for 1 <= s <= 65/64");
    say("forall s in [0, 2]:\n  refute a: s^2 <= 1\n", LYC_DISPROVED,
        "true for s = 0; in the ranges true for 0 <= s <= 1; false for 65/64 "
        "<= s <= 2; undecided for 1 <= s <= 65/64");
    say("forall s in [0, 1]:\n"
        "  prove p: (3*s - 1)^2 > 0\n",
        LYC_UNDECIDED, "true for 0 <= s <= ");
    say("forall s in [0, 1], t in [0, 1]:\n  prove a: s + t <= 1\n",
        LYC_DISPROVED, "false for s = 1, t = 1; in the ranges false for");
}

/* The same ends in the text of a law on the command line. */
Test(forall, exact_ends_of_a_law)
{
    reply r;
    ask(&r, "bound",
        "forall s in [sqrt(2), sqrt(2) + 1/100]: {[s,1;1,1],[1,s;1,2]}", "-k",
        "1", "--tol", "0.05", NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "0 <= s_at <= 1"), "%s",
                       r.out->bytes);
    reply_clear(&r);
    ask(&r, "bound", "forall s in [sqrt(2), 1]: [s]", NULL);
    expect_why(&r, LYC_MALFORMED, "the range is empty");
    reply_clear(&r);
}

static void expect_end(const json_t *box, const char *key, const char *value)
{
    cr_assert_str_eq(
        json_string_value(json_object_get(json_array_get(box, 0), key)), value);
}

Test(forall, parts_of_a_range_in_json)
{
    reply r;
    ask(&r, "verify", chapter("forall s in [0, 2]:\n  prove a: s^2 <= 1\n"),
        "--json", NULL);
    json_t *root = json_loads(r.out->bytes, 0, NULL);
    const json_t *claim = json_array_get(json_object_get(root, "claims"), 0);
    const json_t *ranges = json_object_get(claim, "ranges");
    const json_t *holds = json_object_get(ranges, "true");
    const json_t *fails = json_object_get(ranges, "false");
    cr_assert_eq(json_array_size(holds), 1);
    cr_assert_eq(json_array_size(fails), 1);
    cr_assert_eq(json_array_size(json_object_get(ranges, "undecided")), 1);
    expect_end(json_array_get(holds, 0), "upper", "1");
    expect_end(json_array_get(fails, 0), "lower", "65/64");
    expect_end(json_object_get(ranges, "witness"), "lower", "2");
    json_decref(root);
    reply_clear(&r);
}

/* Samples alone never prove: the statement fails near 1/3 only. */
Test(forall, a_narrow_exception_is_not_overlooked)
{
    say("forall s in [0, 1]:\n"
        "  prove p: (3*s - 1)^2 > 1e-9\n",
        LYC_DISPROVED, "false for");
    say("forall s in [0, 1]:\n"
        "  prove p: (3*s - 1)^2 > 0\n",
        LYC_UNDECIDED, "undecided for");
}

Test(forall, undecided_is_said)
{
    say("forall s in [0, 1]:\n  prove p: lambda([s], 1) < 0\n", LYC_DISPROVED,
        "s = 1");
    say("forall s in [0, 1]:\n"
        "  prove p: lambda({s: [2], 1 - s: [3]}, 1) > log(3/2)\n",
        LYC_UNDECIDED, "0 <= s <= 1/1048576");
}

Test(forall, malformed)
{
    say("forall s in [1, 0]:\n  prove p: s > 0\n", LYC_MALFORMED, "empty");
    say("forall s in [0, 1]\n  prove p: s > 0\n", LYC_MALFORMED, ":");
    say("forall s in [0, 1]:\n", LYC_MALFORMED, "expected 'prove'");
    say("forall s in [0, 1]:\n  law a = [s]\n", LYC_MALFORMED,
        "expected 'prove'");
    say("forall s in 3:\n  prove p: s > 0\n", LYC_MALFORMED, "range");
    say("forall s in [0,1], s in [0,1]:\n  prove p: s > 0\n", LYC_MALFORMED,
        "parameter already");
    say("let s = 1\nforall s in [0,1]:\n  prove p: s > 0\n", LYC_MALFORMED,
        "defined already");
    say("forall s in [0,1]:\n  prove p: s > -1\nprove q: s > 0\n",
        LYC_MALFORMED, "unknown name 's'");
}

static void bound(const char *law, lyc_verdict_t v, const char *part)
{
    reply r;
    ask(&r, "bound", "--tol", "0.1", law, NULL);
    if (v == LYC_PROVED)
    {
        expect(&r, v);
        cr_expect_not_null(strstr(r.out->bytes, part), "%s", r.out->bytes);
    }
    else
        expect_why(&r, v, part);
    reply_clear(&r);
}

Test(forall, ranges_before_a_law)
{
    bound("forall b in [7/10, 71/100]: {[0,1;b,1],[0,1;-b,1]}", LYC_PROVED,
          "for every    7/10 <= b <= 71/100");
    bound("  forall s in [1, 1.01], t in [(1+1)/4, 51/100]:[s,1;1,t]",
          LYC_PROVED, "1 <= s <= 101/100, 1/2 <= t <= 51/100");
    bound("forall s in [1, 2]", LYC_MALFORMED, "1:19: expected ':'");
    bound("forall s in [1, 2]: [s, q]", LYC_MALFORMED, "1:25: unknown name");
    bound("forall s in [1, 2], q: [s]", LYC_MALFORMED, "1:22: expected 'in'");
    bound("forall s in [2, 1]: [s]", LYC_MALFORMED, "empty");
    bound("forall s in [1, 2], s in [1, 2]: [s]", LYC_MALFORMED, "already");
    bound("forall s in [exp(1), 2]: [s]", LYC_MALFORMED, "the range is empty");
    bound("forall", LYC_MALFORMED, "1:");
    bound("forall s in [1, 2]:", LYC_MALFORMED, "1:");
    bound("forall s in ]1, 2[: [s]", LYC_MALFORMED, "1:");
    reply r;
    ask(&r, "simulate", "forall s in [1,2]: [s]", NULL);
    cr_expect_eq(r.status, 3);
    reply_clear(&r);
}

Test(forall, certificates_of_all_pieces)
{
    reply r;
    const char *dir = path_of("certs");
    ask(&r, "verify",
        chapter("forall s in [1, 1001/1000]:\n"
                "  prove fib: lambda({[0,1;1,s],[0,1;1,-s]}, 1) in [0, 1/4]\n"
                "  prove top: lambda([s,1;0,1/s], 1) < 1/100\n"),
        "--cert", dir, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "piece"));
    reply_clear(&r);
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_printf(t, "%s/x.fib.1.cert", dir);
    ask(&r, "check", t->bytes, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "1 <= s <= "));
    reply_clear(&r);
    lyc_text_reset(t);
    lyc_text_printf(t, "%s/x.top.cert", dir);
    ask(&r, "check", t->bytes, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    lyc_text_clear(t);
}

/* A range that begins where the plain exponent is -inf. */
Test(forall, from_zero)
{
    say("forall s in [0, 8/10]:\n"
        "  prove a: abs(lambda(I + s*gaussian(2), 1)) <= "
        "abs(lambda(s*gaussian(2), 1))\n"
        "  prove b: abs(lambda(I + s*gaussian(3), 3)) <= "
        "abs(lambda(s*gaussian(3), 3))\n"
        "  prove c: abs(lambda([1 - s/3],1)) <= abs(lambda([-s/3],1))\n",
        LYC_PROVED, "x.c: PROVED");
    say("forall s in [0, 1/10]:\n"
        "  prove a: lambda(s*gaussian(2), 1) > -100\n",
        LYC_DISPROVED, "false for s = 0");
    say("forall s in [0, 1/10]:\n"
        "  prove a: abs(lambda(I + s*gaussian(2), 1)) >= "
        "abs(lambda(s*gaussian(2), 1))\n",
        LYC_DISPROVED, "false for");
    say("forall s in [0, 81/100]:\n"
        "  prove a: abs(lambda(I + s*gaussian(2), 1)) <= "
        "abs(lambda(s*gaussian(2), 1))\n",
        LYC_DISPROVED, "false for s = 81/100");
}

/* Ends that are not rational; equality at an end, and beyond it. */
Test(forall, exact_ends)
{
    say("forall s in [0, sqrt(2)/2]:\n"
        "  prove a: 2*s^2 <= 1\n"
        "forall s in [1/10, 1/3]:\n"
        "  prove b: 9*s^2 <= 1\n"
        "forall s in [0, 1/2]:\n"
        "  prove c: abs(lambda([1-s],1)) <= abs(lambda([-s],1))\n"
        "forall s in [1/2, 3/4]:\n"
        "  prove d: abs(lambda([1-s],1)) >= abs(lambda([-s],1))\n"
        "forall s in [0, log(2)], t in [1, sqrt(2)]:\n"
        "  prove e: lambda([exp(s)*t], 1) < 1.04\n",
        LYC_PROVED, "x.e: PROVED");
    say("forall s in [0, sqrt(2)/2]:\n  prove a: 2*s^2 < 1\n", LYC_DISPROVED,
        "false for s_at = 1");
    say("forall s in [1/10, 1/3]:\n  prove a: 9*s^2 < 1\n", LYC_DISPROVED,
        "false for s = 1/3");
    say("forall s in [0, sqrt(3)/2]:\n  prove a: 2*s^2 <= 1\n", LYC_DISPROVED,
        "false for s_at");
    say("forall s in [sqrt(2), 1]:\n  prove a: s > 0\n", LYC_MALFORMED,
        "the range is empty");
}

/* Two exponents of a law come from one enclosure: one certificate. */
Test(forall, two_exponents_of_a_law)
{
    reply r;
    const char *path = chapter("forall s in [1, 2]:\n  prove g: "
                               "lambda([1,s;s,2],1) > lambda([1,s;s,2],2)\n");
    ask(&r, "verify", path, "--json", NULL);
    cr_assert_eq(r.status, 0);
    cr_expect_not_null(strstr(r.out->bytes, "\"status\": \"PROVED\""));
    reply_clear(&r);
    ask(&r, "verify", path, "--cert", path_of("certificates"), NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "1 certificate written"));
    reply_clear(&r);
}
