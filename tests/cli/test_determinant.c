/* What is not certified is marked so, and decides nothing. */
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(determinant, .fini = remove_folder);

#define PAIR "{[2,1;1,1],[3,1;2,1]}"

Test(determinant, is_marked)
{
    reply r;
    ask(&r, "bound", PAIR, "--method", "determinant", "--digits", "20", NULL);
    expect_why(&r, LYC_UNDECIDED, "certifies nothing else");
    cr_expect_not_null(strstr(r.out->bytes, "not certified: lambda_1 is near "
                                            "1.14331103510294924584"));
    cr_expect_not_null(strstr(r.out->bytes, "lambda_1 <= inf"));
    reply_clear(&r);
}

Test(determinant, is_marked_in_json)
{
    reply r;
    ask(&r, "bound", PAIR, "--method", "determinant", "--digits", "9", "--json",
        NULL);
    cr_expect_eq(r.status, LYC_UNDECIDED);
    cr_expect_not_null(strstr(r.out->bytes, "\"certified\": false"));
    cr_expect_not_null(strstr(r.out->bytes, "\"estimate\": \"1.14331103"));
    reply_clear(&r);
}

/* Only what was proved is in the certificate. */
Test(determinant, is_not_in_certificates)
{
    reply r;
    lyc_text_t text;
    lyc_diag_t d;
    ask(&r, "bound", PAIR, "--method", "determinant", "--cert",
        path_of("d.cert"), NULL);
    expect(&r, LYC_UNDECIDED);
    reply_clear(&r);
    lyc_text_init(text);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(text, path_of("d.cert"), d));
    cr_expect_null(strstr(text->bytes, "certified"));
    cr_expect_not_null(strstr(text->bytes, "conclude BOUNDS exponent 1 "));
    cr_expect_not_null(strstr(text->bytes, " inf\n"));
    lyc_text_clear(text);
    lyc_diag_clear(d);
    ask(&r, "check", path_of("d.cert"), NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
}

Test(determinant, says_nothing_where_it_fails)
{
    reply r;
    ask(&r, "bound", "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}", "--method",
        "determinant", NULL);
    expect(&r, LYC_UNDECIDED);
    cr_expect_null(strstr(r.out->bytes, "not certified"));
    reply_clear(&r);
}
