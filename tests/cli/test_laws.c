/* What may stand for LAW on the command line. */
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(laws, .fini = remove_folder);

/* `law` is bounded and lambda_1 = `value`. */
static void expect_law(const char *law, const char *value)
{
    reply r;
    ask(&r, "bound", law, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, value), "%s not in %s", value,
                       r.out->bytes);
    reply_clear(&r);
}

Test(laws, expressions)
{
    expect_law("[2,0;0,1]", "lambda_1 = log(2)");
    expect_law("3", "lambda_1 = log(3)");
    expect_law("{1/3: 2, 2/3: 5}", "log(5)");
}

Test(laws, last_of_a_file)
{
    expect_law(file_of("two.law", "law a = [2,0;0,1]\nlaw b = 3*a\n"
                                  "let c = 5\n"),
               "lambda_1 = log(6)");
}

Test(laws, named_in_a_file)
{
    char argument[256];
    strcpy(argument, file_of("two.law", "law a = [2,0;0,1]\nlaw b = 3*a\n"));
    strcat(argument, ":a");
    expect_law(argument, "lambda_1 = log(2)");
    reply r;
    strcat(argument, "bc");
    ask(&r, "bound", argument, NULL);
    expect_why(&r, LYC_MALFORMED, "abc");
    reply_clear(&r);
}

Test(laws, in_a_chapter)
{
    char argument[256];
    strcpy(argument, file_of("07-x.md", "# X\n\n```lyap\nlaw a = [2,0;0,1]\n"
                                        "```\ntext\n\n~~~ lyap\n"
                                        "law b = 5*a\n"
                                        "prove p: lambda(b, 2) > 0\n~~~\n"));
    expect_law(argument, "lambda_1 = log(10)");
    strcat(argument, ":a");
    expect_law(argument, "lambda_1 = log(2)");
}

/* A name that exists as a file is a file. */
Test(laws, a_file_comes_first)
{
    expect_law(file_of("2", "law a = [7]\n"), "lambda_1 = log(7)");
}

Test(laws, missing_files)
{
    static const char *const name[] = {"missing.law", "./missing", "x.md",
                                       "/no/such/place", "missing.law:a"};
    for (size_t i = 0; i < sizeof name / sizeof name[0]; i++)
    {
        reply r;
        ask(&r, "bound", name[i], NULL);
        expect(&r, LYC_FAILURE);
        reply_clear(&r);
    }
}

/* The same law, however it is given, gives the same certificate. */
Test(laws, certificates_are_reproduced)
{
    reply a, b;
    ask(&a, "bound", "{[2,1;1,1],[1,1;1,2]}", "--quiet", NULL);
    ask(&b, "bound", "{[2,1;1,1],[1,1;1,2]}", "--quiet", NULL);
    const char *s = strstr(a.out->bytes, "certificate"),
               *t = strstr(b.out->bytes, "certificate");
    cr_assert_not_null(s);
    cr_assert_not_null(t);
    cr_expect_str_eq(s, t);
    reply_clear(&a);
    reply_clear(&b);
}
