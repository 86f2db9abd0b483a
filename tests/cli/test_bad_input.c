#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(bad_input, .fini = remove_folder);

static void bad_law(const char *law, const char *part)
{
    reply r;
    ask(&r, "bound", law, NULL);
    expect_why(&r, LYC_MALFORMED, part);
    cr_expect_str_eq(r.out->bytes, "s MALFORMED\n");
    reply_clear(&r);
}

Test(bad_input, expressions)
{
    bad_law("{1/2: [0,1;1,1], 6/10: [0,1;1,-1]}", "<law>:1:");
    bad_law("[1,2,3;4,5,6]", "<law>:1:");
    bad_law("[1,2;3]", "<law>:1:");
    bad_law("fib", "<law>:1:1: ");
    bad_law("[1,2;3,4", "<law>:1:");
    bad_law("{}", "<law>:1:");
    bad_law("[1/0]", "<law>:1:");
    bad_law("", "<law>:1:");
    bad_law("law a = [1,0;0,1]", "<law>:1:");
    bad_law("{-1/2: [1], 3/2: [2]}", "<law>:1:");
    bad_law("\xff\xfe[1,0;0,1]", "<law>:1:1: ");
}

Test(bad_input, laws_with_densities)
{
    bad_law("gaussian(0)", "<law>:1:1: expected a size");
    bad_law("gaussian(1000000000)", "<law>:1:10: the size is not");
    bad_law("gaussian(2,3)", "<law>:1:1: expected a square matrix");
    bad_law("gaussian(2,3)*gaussian(2,3)", "<law>:1:14: cannot multiply");
    bad_law("gates(5,-1/2)*gaussian(5)", "<law>:1:9: expected a probability");
    bad_law("gates(5,2)*gaussian(5)", "<law>:1:9: expected a probability");
    bad_law("[uniform(2,1)]", "<law>:1:12: expected an upper end");
    bad_law("[uniform(1,1)]", "<law>:1:12: expected an upper end");
    bad_law("cauchy(-1)", "<law>:1:8: expected a scale");
    bad_law("gamma(0,1)", "<law>:1:7: expected a shape");
    bad_law("gamma(1)", "<law>:1:1: gamma takes 2 arguments");
    bad_law("normal", "<law>:1:1: unknown name 'normal'");
    bad_law("gaussian(gaussian(1))", "<law>:1:10: the size is random");
    bad_law("gaussian(normal())", "<law>:1:10: the size is random");
}

/* A scale, a probability or a size out of its range, in every place where it
 * may stand, and what the limits on sizes are. */
Test(bad_input, sizes_and_scales)
{
    bad_law("sqrt(-1)*gaussian(2)", "<law>:1:1: sqrt of a negative");
    bad_law("I + gaussian(2)/0", "<law>:1:");
    bad_law("gaussian(-1)", "<law>:1:1: expected a size");
    bad_law("gaussian(3/2)", "<law>:1:10: the size is not an integer");
    bad_law("gaussian(2,0)", "<law>:1:1: expected a size");
    bad_law("gaussian(1000000000,3)", "<law>:1:10: the size is not");
    bad_law("gaussian(2,1000000000)*gaussian(1000000000,2)",
            "<law>:1:12: the size is not");
    bad_law("gates(0,1/2)", "<law>:1:1: expected a size");
    bad_law("gates(1000000000,1/2)", "<law>:1:7: the size is not");
    bad_law("gates(2,3/2)", "<law>:1:9: expected a probability");
    bad_law("I + gaussian(2,3)*gates(4,1/2)*gaussian(4,2)", "<law>:1:");
    bad_law("I + gaussian(2,3)", "<law>:1:");
    bad_law("gaussian(2) + gaussian(3)", "<law>:1:");
    bad_law("{-1/2: gaussian(2), 3/2: I}", "<law>:1:2: weights are positive");
    bad_law("[cauchy(0)]", "<law>:1:9: expected a scale");
}

/* The largest sizes and smallest scales that are taken: a number or a reason,
 * never NaN. */
Test(bad_input, extreme_laws)
{
    static const char *const law[] = {"gaussian(100000)",
                                      "I + gaussian(100000)",
                                      "I + 1/10^400*gaussian(2)",
                                      "I + 10^400*gaussian(2)",
                                      "I + 1/10^9*gaussian(3)",
                                      "1/10^400*gaussian(7)",
                                      "gates(1000,1/1000)*gaussian(1000)",
                                      NULL};
    for (int i = 0; law[i] != NULL; i++)
    {
        reply r;
        ask(&r, "bound", law[i], "-k", "1", "--max-seconds", "5", NULL);
        expect(&r, LYC_PROVED);
        cr_expect_null(strstr(r.out->bytes, "nan"), "%s", law[i]);
        reply_clear(&r);
    }
}

/* Sound texts that nothing bounds yet, or that exceed a limit. */
static void undecided(const char *command, const char *law)
{
    reply r;
    ask(&r, command, law, "--max-seconds", "5", NULL);
    expect(&r, LYC_UNDECIDED);
    reply_clear(&r);
}

Test(bad_input, undecided_laws)
{
    undecided("bound", "[uniform(-1,1)*normal(), 1; 1, cauchy(1)]");
    undecided("compare", "[uniform(-1,1)*normal(), 1; 1, cauchy(1)]");
    undecided("bound", "gaussian(200000)");
    undecided("bound", "[exp(normal())]");
    undecided("bound", "(I + [1,2;2,4]*gaussian(2))^-1");
}

Test(bad_input, zero_times_a_draw)
{
    reply r;
    ask(&r, "bound", "I + 0*gaussian(3)", NULL);
    expect(&r, LYC_PROVED);
    cr_expect(strstr(r.out->bytes, "lambda_1 = 0 ") != NULL);
    reply_clear(&r);
    ask(&r, "bound", "0*gaussian(50)", "-k", "1", NULL);
    expect(&r, LYC_PROVED);
    cr_expect(strstr(r.out->bytes, "lambda_1 = -inf") != NULL);
    reply_clear(&r);
}

Test(bad_input, files)
{
    bad_law(file_of("empty.law", ""), "empty.law");
    bad_law(file_of("comment.law", "# nothing\n"), "comment.law");
    bad_law(file_of("let.law", "let s = 1\n"), "let.law");
    bad_law(file_of("second.law", "law a = [1]\nlaw b = [2;;]\n"),
            "second.law:2:");
}

/* 10 MB in one line: an error at a place, and a short one. */
Test(bad_input, garbage_line, .timeout = 60)
{
    size_t n = 10u << 20;
    char *bytes = malloc(n);
    unsigned seed = 12345;
    reply r;
    for (size_t i = 0; i < n; i++)
    {
        seed = seed * 1103515245u + 12345u;
        bytes[i] = (char)(33 + (seed >> 16) % 94);
    }
    ask(&r, "bound", file_of_bytes("garbage.law", bytes, n), NULL);
    expect_why(&r, LYC_MALFORMED, "garbage.law:1:");
    cr_expect_lt(r.err->length, 1000);
    reply_clear(&r);
    ask(&r, "check", path_of("garbage.law"), NULL);
    expect(&r, LYC_MALFORMED);
    cr_expect_lt(r.err->length, 1000);
    reply_clear(&r);
    ask(&r, "verify", path_of("garbage.law"), NULL);
    expect(&r, LYC_MALFORMED);
    reply_clear(&r);
    free(bytes);
}

/* 10^5 atoms: within a budget, an honest answer. */
Test(bad_input, many_atoms, .timeout = 120)
{
    lyc_text_t t;
    reply r;
    lyc_text_init(t);
    lyc_text_add(t, "law many = {");
    for (int i = 0; i < 100000; i++)
    {
        lyc_text_printf(t, "%s[1,%d;1,1]", i == 0 ? "" : ", ", i);
    }
    lyc_text_add(t, "}\n");
    ask(&r, "bound", file_of("many.law", t->bytes), "--max-seconds", "5", NULL);
    cr_expect(r.status == LYC_PROVED || r.status == LYC_UNDECIDED ||
              r.status == LYC_MALFORMED);
    expect(&r, (lyc_verdict_t)r.status);
    reply_clear(&r);
    lyc_text_clear(t);
}

/* Nested deeper than any stack: an error, not a crash. */
Test(bad_input, deep)
{
    static const char opening[] = "([{-";
    for (size_t i = 0; i < sizeof opening - 1; i++)
    {
        size_t n = 1000000;
        char *bytes = malloc(n + 16);
        reply r;
        strcpy(bytes, "law a = ");
        memset(bytes + 8, opening[i], n);
        bytes[8 + n] = '\0';
        ask(&r, "bound", file_of("deep.law", bytes), NULL);
        expect_why(&r, LYC_MALFORMED, "deep.law:1:");
        reply_clear(&r);
        free(bytes);
    }
}

/* Whatever cannot be written ends in FAILURE. */
Test(bad_input, outputs)
{
    static const char *const line[] = {"bound", "[2,0;0,1]", NULL};
    static const char *const json[] = {"bound", "[2,0;0,1]", "--json", NULL};
    reply r;
    ask_into(&r, "/dev/full", line);
    cr_expect_eq(r.status, LYC_FAILURE);
    cr_expect_gt(r.err->length, 0);
    reply_clear(&r);
    ask_into(&r, "/dev/full", json);
    cr_expect_eq(r.status, LYC_FAILURE);
    reply_clear(&r);
    ask(&r, "bound", "[2,0;0,1]", "--cert", path_of("no/such/folder.cert"),
        NULL);
    expect_why(&r, LYC_FAILURE, "folder.cert");
    cr_expect_str_eq(r.out->bytes, "s FAILURE\n");
    reply_clear(&r);
}

/* A folder is not a law, a certificate or a chapter. */
Test(bad_input, folders)
{
    static const char *const command[] = {"bound", "check", "verify"};
    for (size_t i = 0; i < 3; i++)
    {
        reply r;
        ask(&r, command[i], "/tmp", NULL);
        expect_why(&r, LYC_FAILURE, "/tmp");
        reply_clear(&r);
    }
}
