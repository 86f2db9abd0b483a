/* Changes of sign of equations whose exponents have no formula. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "enclosing.h"
#include "lyapcert/solve.h"

static lyc_verdict_t solve(lyc_solution_t s, const char *problem, double tol)
{
    const lyc_root_request request = {tol, 0, 0};
    lyc_limits_t limits;
    lyc_diag_t d;

    lyc_solution_init(s);
    lyc_limits_init(limits);
    limits->max_seconds = 60;
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_solve(s, problem, &request, limits, d);
    cr_assert(v == LYC_PROVED || d->is_set, "%s", problem);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

static void contains(const char *problem, double tol, double root)
{
    lyc_solution_t s;
    cr_assert_eq(solve(s, problem, tol), LYC_PROVED, "%s", problem);
    const double low = arf_get_d(s->lower, ARF_RND_DOWN);
    const double high = arf_get_d(s->upper, ARF_RND_UP);
    cr_assert(s->is_change && s->is_zero && s->roots < 0);
    cr_assert(low < root && root < high && high - low <= tol, "%s: %.9g %.9g",
              problem, low, high);
    lyc_solution_clear(s);
}

/* Where the answer is known by another route. */
Test(change, known)
{
    /* Embree and Trefethen. */
    contains("s in [1/2, 1]: lambda({[0,1;s,1],[0,1;-s,1]}, 1) = 0", 1e-2,
             0.70258);
    /* lambda(c A) = lambda(A) + log c: the root is exp(-0.1239755988…). */
    contains("c in [1/2, 2]: lambda({c*[0,1;1,1], c*[0,1;1,-1]}, 1) = 0", 1e-2,
             0.883399);
    /* The sum of both exponents is log 2 + log s; so the sides agree where
     * lambda_1 is 0, and lambda_2 = log(2 s) there. */
    contains("s in [1/10, 2]: lambda({[0,1;2,1],[0,s^2;-2,1]}, 2) = "
             "log(2*s) - lambda({[0,1;2,1],[0,s^2;-2,1]}, 1) + s - 1",
             0.1, 1.0);
    /* One side has formulas. */
    contains("s in [1/4, 1/2]: lambda({[0,1;1,1],[0,1;1,-1]}, 1) = "
             "lambda([1 + s, 3; 0, 1/2], 1) - log(5/4)",
             1e-2, 0.414996);
}

static void undecided(const char *problem, int is_change)
{
    lyc_solution_t s;
    cr_assert_eq(solve(s, problem, 0.1), LYC_UNDECIDED, "%s", problem);
    cr_assert_eq(s->is_change, is_change, "%s", problem);
    cr_assert(!s->is_zero && s->roots < 0, "%s", problem);
    cr_assert_eq(s->certificate->conclusions, is_change);
    lyc_solution_clear(s);
}

/* No change of sign; a change where the sides jump or may do so. */
Test(change, undecided)
{
    undecided("s in [1/2, 1]: lambda({[0,1;s,1],[0,1;-s,1]}, 1) = 5", 0);
    undecided("s in [0, 1]: abs(lambda({[2,1;1,s],[1,1;1,0]}, 1)) = 0", 0);
    undecided("s in [0, 2]: 1/(s - 13/16) = "
              "lambda({[0,1;1,1],[0,1;s^2-s+1,-1]}, 1)/10^6",
              1);
    undecided("s in [1/8, 2]: lambda([uniform(-1,1), s; 1, 0], 1) = 0", 1);
}

static lyc_verdict_t check(const char *text)
{
    lyc_certificate_t c;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_digest_t digest;
    lyc_verdict_t v = LYC_MALFORMED;

    lyc_certificate_init(c);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    if (lyc_certificate_read(c, digest, text, strlen(text), "<c>", d))
    {
        v = lyc_certificate_check(f, c, "<c>", limits, d);
        lyc_facts_clear(f);
    }
    lyc_certificate_clear(c);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

static void expect_check(const char *text, const char *from, const char *to,
                         lyc_verdict_t v)
{
    lyc_text_t out;
    const char *at = strstr(text, from);
    cr_assert_not_null(at, "%s", from);
    lyc_text_init(out);
    lyc_text_add_n(out, text, (size_t)(at - text));
    lyc_text_add(out, to);
    lyc_text_add(out, at + strlen(from));
    cr_assert_eq(check(out->bytes), v, "%s -> %s: %d", from, to,
                 (int)check(out->bytes));
    lyc_text_clear(out);
}

/* The certificate of a solution, to be freed. */
static char *certificate_of(const char *problem, double tol)
{
    lyc_solution_t s;
    lyc_text_t text;
    lyc_digest_t digest;
    solve(s, problem, tol);
    lyc_text_init(text);
    lyc_certificate_write(text, digest, s->certificate);
    lyc_solution_clear(s);
    char *bytes = lyc_strdup(text->bytes);
    lyc_text_clear(text);
    return bytes;
}

#define EQUATION "lambda({[0,1;s,1],[0,1;-s,1]}, 1) = 0"

/* What is claimed beyond what is proved, and evidence at another place. */
Test(change, tampered)
{
    char *text = certificate_of("s in [1/2, 1]: " EQUATION, 0.1);
    cr_assert_eq(check(text), LYC_PROVED);
    expect_check(text, "ZERO ", "CHANGE ", LYC_PROVED);
    expect_check(text, "ZERO ", "ROOT ", LYC_DISPROVED);
    expect_check(text, "ZERO ", "ZERO 1*2^-1 ", LYC_MALFORMED);
    expect_check(text, EQUATION, "lambda({[0,1;s,1],[0,1;-s,1]}, 1) = 1",
                 LYC_DISPROVED);
    expect_check(text, EQUATION, "lambda({[0,1;s,1],[0,1;-s,1]}, 1) < 0",
                 LYC_MALFORMED);
    expect_check(text, EQUATION,
                 "lambda({[0,1;s,1],[0,1;-s,1]}, 1)/(s - 181/256) = 0",
                 LYC_DISPROVED);
    expect_check(text, "\nat lower 1 ", "\nat upper 1 ", LYC_DISPROVED);
    expect_check(text, "\nat upper 1 ", "\nat upper 2 ", LYC_DISPROVED);
    expect_check(text, "\nat upper 1 ", "\nat upper 0 ", LYC_MALFORMED);
    expect_check(text, "\nat upper", "\nat middle", LYC_MALFORMED);
    expect_check(text, "| forall s in [1/2, 1]", "| forall s in [1/2, 2]",
                 LYC_MALFORMED);
    /* The sides of the first one do not change places. */
    const char *ends = strstr(text, "ZERO ");
    char goal[200];
    const size_t n = strcspn(ends, "\n");
    cr_assert_lt(n, sizeof goal);
    memcpy(goal, ends, n);
    goal[n] = '\0';
    expect_check(text, goal, "ZERO 1*2^-1 5*2^-3 " EQUATION, LYC_DISPROVED);
    expect_check(text, goal, "ZERO 1*2^-1 1*2^2 " EQUATION, LYC_DISPROVED);
    expect_check(text, goal, "ZERO 1*2^0 1*2^-1 " EQUATION, LYC_DISPROVED);
    free(text);
    /* Signs inside of signs. */
    text = certificate_of("s in [1/2, 1]: " EQUATION, 0.1);
    expect_check(text, "\nevidence determinant 134", "\nevidence signs 134 0",
                 LYC_MALFORMED);
    free(text);
}

/* Where only the signs are proved, no root is. */
Test(change, no_root_without_continuity)
{
    char *text = certificate_of(
        "s in [1/8, 2]: lambda([uniform(-1,1), s; 1, 0], 1) = 0", 0.5);
    cr_assert_eq(check(text), LYC_PROVED);
    expect_check(text, "CHANGE ", "ZERO ", LYC_DISPROVED);
    free(text);
}

/* Random bytes of the file: never accepted with another claim. */
Test(change, mutants)
{
    char *text = certificate_of("s in [1/2, 1]: " EQUATION, 0.2);
    const size_t n = (size_t)(strstr(text, "\nend\n") - text);
    const char *claim = strstr(text, "conclude ");
    const size_t from = (size_t)(claim - text);
    const size_t until = from + strcspn(claim, "\n");
    unsigned long state = 20261122;
    slong accepted = 0, refused = 0;
    for (int i = 0; i < 400; i++)
    {
        state = state * 6364136223846793005UL + 1442695040888963407UL;
        const size_t at = (state >> 33) % n;
        const char before = text[at];
        text[at] = (char)("0123456789-*^ x"[(state >> 20) % 15]);
        const int is_same = text[at] == before;
        const lyc_verdict_t v = check(text);
        accepted += v == LYC_PROVED && !is_same;
        refused += v != LYC_PROVED;
        /* A claim that was changed and is proved is a weaker one. */
        if (v == LYC_PROVED && !is_same && at >= from && at < until)
        {
            double low = 0, high = 0;
            lyc_certificate_t c;
            lyc_digest_t digest;
            lyc_diag_t d;
            lyc_certificate_init(c);
            lyc_diag_init(d);
            cr_assert(
                lyc_certificate_read(c, digest, text, strlen(text), "<c>", d));
            low = arf_get_d(c->conclusion->lower, ARF_RND_NEAR);
            high = arf_get_d(c->conclusion->upper, ARF_RND_NEAR);
            cr_assert(low < 0.70258 && 0.70259 < high, "seed 20261122: %g %g",
                      low, high);
            lyc_certificate_clear(c);
            lyc_diag_clear(d);
        }
        text[at] = before;
    }
    cr_assert(refused > 100, "%ld of 400 refused", (long)refused);
    cr_log_info("seed 20261122: %ld accepted", (long)accepted);
    free(text);
}
