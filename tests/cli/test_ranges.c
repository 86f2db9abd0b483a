/* Isotropic laws over ranges of parameters, and tampered certificates of
 * them. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"
#include "cli/tamper.h"

TestSuite(ranges, .fini = remove_folder, .timeout = 120);

static const char *law(const char *range, const char *expression)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_printf(t, "forall %s\nlaw a = %s\n", range, expression);
    const char *path = file_of("ranged.law", t->bytes);
    lyc_text_clear(t);
    return path;
}

/* The bounds at some values of the parameter lie in those over its range. */
static void bracket(const char *range, const char *expression,
                    const char *const *value, const char *k)
{
    reply r;
    double a, b;
    ask(&r, "bound", law(range, expression), "-k", k, "--tol", "10", NULL);
    expect(&r, LYC_PROVED);
    const char *line = strstr(r.out->bytes, "\n-");
    if (line == NULL)
        line = strstr(r.out->bytes, "\n0");
    cr_assert_not_null(line, "%s", r.out->bytes);
    cr_assert_eq(sscanf(line + 1, "%lf < lambda_%*d < %lf", &a, &b), 2, "%s",
                 line);
    reply_clear(&r);
    for (; *value != NULL; value++)
    {
        double x, y;
        ask(&r, "bound", *value, "-k", k, NULL);
        line = strstr(r.out->bytes, "\n0.");
        if (line == NULL)
            line = strstr(r.out->bytes, "\n-");
        cr_assert_not_null(line, "%s", r.out->bytes);
        cr_assert_eq(sscanf(line + 1, "%lf < lambda_%*d < %lf", &x, &y), 2);
        cr_expect_leq(a, x, "%s", *value);
        cr_expect_geq(b, y, "%s", *value);
        reply_clear(&r);
    }
}

Test(ranges, against_values)
{
    static const char *const scale[] = {"I + 1/4*gaussian(3)",
                                        "I + 1/2*gaussian(3)",
                                        "I + 37/100*gaussian(3)", NULL};
    static const char *const block[] = {
        "I + 1/4*gaussian(3,2)*gates(2,1/4)*gaussian(2,3)",
        "I + 1/4*gaussian(3,2)*gates(2,2/3)*gaussian(2,3)", NULL};
    bracket("s in [1/4, 1/2]", "I + s*gaussian(3)", scale, "1");
    bracket("s in [1/4, 1/2]", "I + s*gaussian(3)", scale, "2");
    bracket("s in [1/4, 1/2]", "I + s*gaussian(3)", scale, "3");
    bracket("s in [0, 1/2]", "I + s*gaussian(3)", scale, "2");
    bracket("p in [1/4, 3/4]", "I + 1/4*gaussian(3,2)*gates(2,p)*gaussian(2,3)",
            block, "1");
}

/* The rank of a gated block is smaller for p < 1 and full for p = 1: no
 * evidence may say -inf for the whole range. */
Test(ranges, rank_is_not_for_ranges)
{
    reply r;
    ask(&r, "bound",
        law("p in [1/2, 1]", "gaussian(2,2)*gates(2,p)*gaussian(2,2)"), "-k",
        "1", NULL);
    expect(&r, LYC_UNDECIDED);
    cr_expect_null(strstr(r.out->bytes, "= -inf"), "%s", r.out->bytes);
    reply_clear(&r);
}

/* A wider range, narrower bounds, another law. */
Test(ranges, tampered_certificates)
{
    static const char *const edit[][2] = {
        {"1/4, 1/2]", "1/4, 2]"},
        {"gaussian(3)", "gaussian(6)"},
        {"s*gaussian", "2*s*gaussian"},
    };
    const char *cert = path_of("range.cert");
    reply r;
    lyc_text_t text;
    lyc_diag_t d;
    ask(&r, "bound", law("s in [1/4, 1/2]", "I + s*gaussian(3)"), "-k", "1",
        "--tol", "1", "--cert", cert, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "check", cert, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    const char *moved = path_of("moved.cert");
    tamper_upper(cert, moved);
    ask(&r, "check", moved, NULL);
    expect(&r, LYC_DISPROVED);
    reply_clear(&r);
    lyc_text_init(text);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(text, cert, d));
    for (size_t i = 0; i < sizeof edit / sizeof edit[0]; i++)
    {
        const char *at = strstr(text->bytes, edit[i][0]);
        cr_assert_not_null(at, "%s in\n%s", edit[i][0], text->bytes);
        lyc_text_t t;
        lyc_text_init(t);
        lyc_text_add_n(t, text->bytes, (size_t)(at - text->bytes));
        lyc_text_add(t, edit[i][1]);
        lyc_text_add(t, at + strlen(edit[i][0]));
        ask(&r, "check", file_of("edited.cert", t->bytes), NULL);
        cr_expect_neq(r.status, LYC_PROVED, "%s -> %s", edit[i][0], edit[i][1]);
        reply_clear(&r);
        lyc_text_clear(t);
    }
    lyc_text_clear(text);
    lyc_diag_clear(d);
}
