/* Every cell of the table of verdicts that is defined for bound, check and
 * verify. doc/verdicts.md lists the same commands. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"
#include "cli/tamper.h"

#define FIB "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}"

TestSuite(verdict_table, .fini = remove_folder);

Test(verdict_table, bound_proved)
{
    reply r;
    ask(&r, "bound", FIB, "--tol", "1e-2", NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "< lambda_1 <"));
    reply_clear(&r);
}

Test(verdict_table, bound_undecided)
{
    reply r;
    ask(&r, "bound", FIB, "--method", "gauge", "--tol", "1e-12", "--max-cones",
        "40", NULL);
    expect(&r, LYC_UNDECIDED);
    /* The enclosure printed is still true. */
    cr_expect_not_null(strstr(r.out->bytes, "lambda_1"));
    reply_clear(&r);
}

Test(verdict_table, bound_malformed)
{
    reply r;
    ask(&r, "bound", "{1/2: [0,1;1,1], 6/10: [0,1;1,-1]}", NULL);
    expect_why(&r, LYC_MALFORMED, "<law>:1:");
    cr_expect_str_eq(r.out->bytes, "s MALFORMED\n");
    reply_clear(&r);
}

Test(verdict_table, bound_failure)
{
    reply r;
    ask(&r, "bound", path_of("missing.law"), NULL);
    expect_why(&r, LYC_FAILURE, "missing.law");
    reply_clear(&r);
}

static const char *certificate(const char *name)
{
    const char *path = path_of(name);
    reply r;
    ask(&r, "bound", FIB, "--tol", "1e-2", "--cert", path, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    return path;
}

Test(verdict_table, check_proved)
{
    reply r;
    ask(&r, "check", certificate("fib.cert"), NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "< lambda_1 <"));
    reply_clear(&r);
}

Test(verdict_table, check_disproved)
{
    reply r;
    const char *path = path_of("tight.cert");
    tamper_upper(certificate("fib.cert"), path);
    ask(&r, "check", path, NULL);
    expect_why(&r, LYC_DISPROVED, "tight.cert");
    cr_expect_not_null(strstr(r.out->bytes, "not established"));
    reply_clear(&r);
}

Test(verdict_table, check_undecided)
{
    reply r;
    ask(&r, "check", certificate("fib.cert"), "--max-seconds", "1e-9", NULL);
    expect(&r, LYC_UNDECIDED);
    reply_clear(&r);
}

Test(verdict_table, check_malformed)
{
    reply r;
    ask(&r, "check", file_of("empty.cert", ""), NULL);
    expect_why(&r, LYC_MALFORMED, "empty.cert");
    reply_clear(&r);
}

Test(verdict_table, check_failure)
{
    reply r;
    ask(&r, "check", path_of("missing.cert"), NULL);
    expect_why(&r, LYC_FAILURE, "missing.cert");
    reply_clear(&r);
}

static const char *chapter(const char *claim)
{
    char text[1024];
    snprintf(text, sizeof text,
             "# Chapter\n\n```lyap\nlaw fib = " FIB "\n%s\n```\n", claim);
    return file_of("01-fib.md", text);
}

Test(verdict_table, verify_proved)
{
    reply r;
    ask(&r, "verify", chapter("prove sign: lambda(fib, 1) > 0"), NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "fib.sign"));
    reply_clear(&r);
}

Test(verdict_table, verify_disproved)
{
    reply r;
    ask(&r, "verify", chapter("prove sign: lambda(fib, 1) < 0"), NULL);
    expect_why(&r, LYC_DISPROVED, "01-fib.md:5: fib.sign: DISPROVED");
    reply_clear(&r);
}

Test(verdict_table, verify_undecided)
{
    reply r;
    ask(&r, "verify",
        chapter("prove close: lambda(fib, 1) in [0.123975, 0.123976]"), "--tol",
        "1e-2", "--method", "gauge", NULL);
    expect_why(&r, LYC_UNDECIDED, "01-fib.md:5: fib.close: UNDECIDED");
    reply_clear(&r);
}

Test(verdict_table, verify_malformed)
{
    reply r;
    ask(&r, "verify", chapter("prove bad: lambda(fob, 1) < 0"), NULL);
    expect_why(&r, LYC_MALFORMED, "01-fib.md:5:19: ");
    cr_expect_str_eq(r.out->bytes, "s MALFORMED\n");
    reply_clear(&r);
}

Test(verdict_table, verify_failure)
{
    reply r;
    ask(&r, "verify", path_of("missing.md"), NULL);
    expect_why(&r, LYC_FAILURE, "missing.md");
    reply_clear(&r);
}

/* DISPROVED readings are decided readings. */
Test(verdict_table, compare_proved)
{
    reply r;
    ask(&r, "compare", "[1,0;0,1]", NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "R1   DISPROVED"));
    cr_expect_not_null(strstr(r.out->bytes, "R5   VACUOUS"));
    reply_clear(&r);
}

Test(verdict_table, compare_undecided_reading)
{
    reply r;
    ask(&r, "compare", FIB, "--method", "determinant", NULL);
    expect_why(&r, LYC_UNDECIDED, "R1 is undecided");
    cr_expect_not_null(strstr(r.out->bytes, "R1   UNDECIDED"));
    reply_clear(&r);
}

/* Every reading is decided, but the spectra are not as asked. */
Test(verdict_table, compare_undecided_width)
{
    reply r;
    ask(&r, "compare", FIB, "--method", "gauge", "--tol", "1e-12",
        "--max-cones", "400", NULL);
    expect_why(&r, LYC_UNDECIDED, "spectrum");
    cr_expect_null(strstr(r.out->bytes, "R1   UNDECIDED"));
    reply_clear(&r);
}

Test(verdict_table, compare_malformed)
{
    reply r;
    ask(&r, "compare", "{1/2: [0,1;1,1], 6/10: [0,1;1,-1]}", NULL);
    expect_why(&r, LYC_MALFORMED, "<law>:1:");
    cr_expect_str_eq(r.out->bytes, "s MALFORMED\n");
    reply_clear(&r);
    ask(&r, "compare", FIB, "-k", "1", NULL);
    expect_why(&r, LYC_MALFORMED, "-k");
    reply_clear(&r);
}

Test(verdict_table, compare_failure)
{
    reply r;
    ask(&r, "compare", path_of("missing.law"), NULL);
    expect_why(&r, LYC_FAILURE, "missing.law");
    reply_clear(&r);
    ask(&r, "compare", "[1/2]", "--cert", path_of("no/such/x"), NULL);
    expect_why(&r, LYC_FAILURE, "x.plain");
    reply_clear(&r);
}

/* Both certificates stand on their own. */
Test(verdict_table, compare_certificates)
{
    reply r;
    ask(&r, "compare", FIB, "--tol", "1e-2", "--cert", path_of("fib"), NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "check", path_of("fib.plain"), path_of("fib.residual"), NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "law it = " FIB));
    cr_expect_not_null(strstr(r.out->bytes, "[1,1;1,2]"));
    reply_clear(&r);
}
