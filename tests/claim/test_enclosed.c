/* Decisions by enclosures, on laws that nothing is known of exactly. */
#include <string.h>

#include <criterion/criterion.h>

#include "claim/deciding.h"

#define FIB "law fib = {1/2: [0,1;1,1], 1/2: [0,1;1,-1]}"

static void expect_claim(const char *claim, double tol, lyc_verdict_t v)
{
    lyc_decision_t r;
    decide(r, FIB, claim, tol);
    cr_expect_eq(r->verdict, v, "%s: %s", claim, r->reason->bytes);
    cr_expect_eq(r->is_exact, 0);
    lyc_decision_clear(r);
}

Test(enclosed, intervals)
{
    expect_claim("prove a: lambda(fib, 1) in [0.12, 0.13]", 1e-7, LYC_PROVED);
    expect_claim("refute a: lambda(fib, 1) in [0.12, 0.13]", 1e-7,
                 LYC_DISPROVED);
    expect_claim("prove a: lambda(fib, 1) in [0.13, 0.14]", 1e-7,
                 LYC_DISPROVED);
    expect_claim("prove a: lambda(fib, 1) in [0.1, 0.12]", 1e-7, LYC_DISPROVED);
    /* An interval whose ends are the wrong way round holds nothing. */
    expect_claim("prove a: lambda(fib, 1) in [0.13, 0.12]", 1e-7,
                 LYC_DISPROVED);
    expect_claim("prove a: exp(lambda(fib, 1)) < 1.14", 1e-7, LYC_PROVED);
    expect_claim("prove a: abs(lambda(fib, 2)) > 1/10", 1e-7, LYC_PROVED);
    expect_claim("prove a: lambda(fib, 1)^2 < 0.0169", 1e-7, LYC_PROVED);
    expect_claim("prove a: lambda(fib, 1)/lambda(fib, 2) < -0.9", 1e-7,
                 LYC_PROVED);
}

/* Too close for the width that is allowed: undecided, never proved. */
Test(enclosed, undecidable)
{
    expect_claim("prove a: lambda(fib, 1) > 0.123975", 1e-3, LYC_UNDECIDED);
    expect_claim("refute a: lambda(fib, 1) > 0.123976", 1e-3, LYC_UNDECIDED);
    expect_claim("open a: lambda(fib, 1) < 0.123976", 1e-3, LYC_UNDECIDED);
}

/* Exponents that are known to a width only, but whose combination is exact:
 * lambda_1 + lambda_2 = E log|det A| = log 2 for 2*fib, doubled. */
Test(enclosed, ties_of_one_law)
{
    static const struct
    {
        const char *statement;
        lyc_truth_t truth;
    } row[] = {
        {"lambda(fib, 1) + lambda(fib, 2) == 0", LYC_TRUE},
        {"abs(lambda(fib, 2)) <= abs(lambda(fib, 1))", LYC_TRUE},
        {"abs(lambda(fib, 2)) < abs(lambda(fib, 1))", LYC_FALSE},
        {"lambda(2*fib, 1)/3 == log(4)/3 - lambda(2*fib, 2)/3", LYC_TRUE},
        {"2*lambda(2*fib, 2) < log(16) - 2*lambda(2*fib, 1)", LYC_FALSE},
        {"lambda(fib, 1) - lambda(fib, 1) == 0", LYC_TRUE},
        {"lambda(fib, 1) == lambda(fib, 1) + 10^-9", LYC_FALSE},
        /* Not a tie that is known, and not one at all. */
        {"lambda(2*fib, 1) == lambda(fib, 1) + log(2)", LYC_UNKNOWN},
        {"2*lambda(fib, 1) + lambda(fib, 2) == 0.1239", LYC_UNKNOWN},
        {"lambda(fib, 1) + 2*lambda(fib, 2) < -0.123976", LYC_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
        lyc_decision_t r;
        lyc_text_t t;
        lyc_text_init(t);
        lyc_text_printf(t, "prove a: %s", row[i].statement);
        decide(r, FIB, t->bytes, 1e-2);
        cr_expect_eq(r->truth, row[i].truth, "%s", row[i].statement);
        cr_expect_eq(r->is_exact, row[i].truth != LYC_UNKNOWN);
        lyc_decision_clear(r);
        lyc_text_clear(t);
    }
}

/* What was found is shown: both sides are enclosed. */
Test(enclosed, sides)
{
    lyc_decision_t r;
    decide(r, FIB, "prove a: lambda(fib, 1) < log(2)", 1e-3);
    cr_assert(r->is_left && r->is_right);
    cr_expect_lt(arf_cmp_d(r->left_lower, 0.12397559880), 0);
    cr_expect_gt(arf_cmp_d(r->left_upper, 0.12397559880), 0);
    cr_expect_leq(arf_cmp_d(r->right_lower, 0.6931471805599454), 0);
    cr_expect_geq(arf_cmp_d(r->right_upper, 0.6931471805599453), 0);
    lyc_decision_clear(r);
}

/* A stop that was asked for before any work leaves the claim undecided. */
Test(enclosed, stopped)
{
    static volatile sig_atomic_t stop = 1;
    static const char text[] =
        "```lyap\n" FIB "\nprove a: lambda(fib, 1) > 0\n```\n";
    lyc_chapter_t c;
    lyc_library_t lib;
    lyc_statement_t s;
    lyc_decision_t r;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_effort effort = {1e-7, 60.0, LYC_METHOD_AUTO, &stop};
    lyc_chapter_init(c);
    lyc_library_init(lib);
    lyc_statement_init(s);
    lyc_decision_init(r);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    cr_assert(lyc_chapter_parse(c, "x.md", text, strlen(text), d));
    cr_assert(lyc_statement_prepare(s, lib, c, 0, d));
    cr_assert(lyc_statement_decide(r, s, lib, &effort, limits, d));
    cr_expect_eq(r->verdict, LYC_UNDECIDED);
    cr_expect_str_eq(r->reason->bytes, "interrupted");
    lyc_decision_clear(r);
    lyc_statement_clear(s);
    lyc_library_clear(lib);
    lyc_chapter_clear(c);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
}

/* A law that occurs in several claims is enclosed once, and the same text is
 * the same law. */
Test(enclosed, library)
{
    static const char text[] =
        "```lyap\n" FIB "\n"
        "prove a: lambda(fib, 1) < 1\n"
        "prove b: lambda(fib, 1) + lambda(fib, 2) < 1\n"
        "prove c: lambda(2*fib, 1) > lambda( fib , 1)\n```\n";
    lyc_chapter_t c;
    lyc_library_t lib;
    lyc_diag_t d;
    lyc_chapter_init(c);
    lyc_library_init(lib);
    lyc_diag_init(d);
    cr_assert(lyc_chapter_parse(c, "x.md", text, strlen(text), d));
    for (long i = 0; i < 3; i++)
    {
        lyc_statement_t s;
        lyc_statement_init(s);
        cr_assert(lyc_statement_prepare(s, lib, c, i, d), "%s", d->text);
        cr_expect_eq(s->leaves, i == 0 ? 1 : 2);
        lyc_statement_clear(s);
    }
    cr_expect_eq(lib->length, 2);
    lyc_library_clear(lib);
    lyc_chapter_clear(c);
    lyc_diag_clear(d);
}
