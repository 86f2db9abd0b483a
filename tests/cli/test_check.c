#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"
#include "cli/tamper.h"

#define FIB "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}"

TestSuite(check, .fini = remove_folder);

static const char *certificate(const char *name, const char *law)
{
    const char *path = path_of(name);
    reply r;
    ask(&r, "bound", law, "--tol", "1e-2", "--cert", path, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    return path;
}

/* FAILURE, MALFORMED, DISPROVED, UNDECIDED, PROVED, in any order given. */
Test(check, the_worst_of_several)
{
    const char *good = certificate("good.cert", FIB);
    const char *exact = certificate("exact.cert", "[2,0;0,1]");
    const char *tight = path_of("tight.cert");
    const char *bad = file_of("bad.cert", "lyapcert\n");
    const char *missing = path_of("missing.cert");
    reply r;
    tamper_upper(good, tight);
    ask(&r, "check", good, exact, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "check", tight, good, NULL);
    expect(&r, LYC_DISPROVED);
    reply_clear(&r);
    ask(&r, "check", good, bad, tight, exact, NULL);
    expect(&r, LYC_MALFORMED);
    reply_clear(&r);
    ask(&r, "check", missing, bad, tight, good, NULL);
    expect(&r, LYC_FAILURE);
    /* The others are still reported. */
    cr_expect_not_null(strstr(r.out->bytes, "good.cert: PROVED"));
    cr_expect_not_null(strstr(r.out->bytes, "tight.cert: DISPROVED"));
    cr_expect_not_null(strstr(r.out->bytes, "bad.cert: MALFORMED"));
    reply_clear(&r);
}

Test(check, truncated_and_extended)
{
    lyc_text_t t;
    lyc_diag_t d;
    reply r;
    lyc_text_init(t);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(t, certificate("a.cert", "[2,0;0,1]"), d));
    cr_assert_gt(t->length, 20);
    ask(&r, "check", file_of_bytes("cut.cert", t->bytes, t->length / 2), NULL);
    expect_why(&r, LYC_MALFORMED, "cut.cert:");
    reply_clear(&r);
    lyc_text_add(t, "x");
    ask(&r, "check", file_of_bytes("long.cert", t->bytes, t->length), NULL);
    expect_why(&r, LYC_MALFORMED, "long.cert:");
    reply_clear(&r);
    lyc_text_clear(t);
    lyc_diag_clear(d);
}

/* What verify writes, check accepts; the statement's id is in it. */
Test(check, certificates_of_claims)
{
    reply r;
    const char *dir = path_of("certs");
    ask(&r, "verify", "--cert", dir,
        file_of("03-c.md", "```lyap\n"
                           "law a = {[2,1;1,1],[1,1;1,2]}\n"
                           "prove one: lambda(a, 1) > 0.9\n"
                           "prove two: lambda(a, 2) < lambda(I + a, 1)\n"
                           "```\n"),
        NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "check", path_of("certs/c.one.1.cert"),
        path_of("certs/c.two.a.2.cert"), path_of("certs/c.two.law-2.1.cert"),
        NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "statement c.one"));
    cr_expect_not_null(strstr(r.out->bytes, "statement c.two"));
    reply_clear(&r);
}
