#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

#define FIB "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}"

TestSuite(cite, .fini = remove_folder);

static void expect_cited(reply *r, const char *part)
{
    cr_expect_eq(r->status, 0, "%s", r->err->bytes);
    cr_expect_not_null(strstr(r->out->bytes, part), "no %s in:\n%s", part,
                       r->out->bytes);
    cr_expect_null(strstr(r->out->bytes, "\ns "));
    reply_clear(r);
}

static void expect_refused(reply *r, lyc_verdict_t v, const char *part)
{
    cr_expect_eq(r->status, (int)v);
    cr_expect_eq(r->out->length, 0);
    cr_expect_not_null(strstr(r->err->bytes, part), "no %s in:\n%s", part,
                       r->err->bytes);
    reply_clear(r);
}

Test(cite, results_of_the_tree)
{
    reply r;
    ask(&r, "cite", "random-fibonacci.viswanath", NULL);
    expect_cited(&r, "@misc{lyapcert:random-fibonacci.viswanath,");
    ask(&r, "cite", "random-fibonacci.viswanath", NULL);
    expect_cited(&r, "0.123975598803351210785377293839 < lambda_1 < ");
    /* By the claim that it is about. */
    ask(&r, "cite", "random-fibonacci.digits_log", NULL);
    expect_cited(&r, "result       random-fibonacci.viswanath\n");
    ask(&r, "cite", "--results", "results", "gaussian.spectra-plain", NULL);
    expect_cited(&r, "SHA-256 of the table");
    ask(&r, "cite", "residual.half", "gaussian.plain-1", NULL);
    expect_cited(&r, "\nresult       gaussian.plain-1\n");
}

Test(cite, certificates)
{
    const char *path = path_of("a.cert");
    reply r;
    ask(&r, "bound", "--tol", "1e-2", "--cert", path, FIB, NULL);
    reply_clear(&r);
    ask(&r, "cite", path, NULL);
    expect_cited(&r, "$\\lambda_{1} + \\lambda_{2} = 0.0$");
    /* What LaTeX would read otherwise. */
    ask(&r, "bound", "--cert", path, "{1/2: [2], 1/2: [3]}", NULL);
    reply_clear(&r);
    ask(&r, "cite", path, NULL);
    expect_cited(&r, "\\{1/2: [2], 1/2: [3]\\}");
}

Test(cite, json)
{
    json_error_t error;
    reply r;
    ask(&r, "cite", "--json", "gaussian.residual-2", NULL);
    cr_expect_eq(r.status, 0);
    json_t *object = json_loads(r.out->bytes, 0, &error);
    const json_t *item =
        json_array_get(json_object_get(object, "citations"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(item, "id")),
                     "gaussian.residual-2");
    cr_expect_eq(json_array_size(json_object_get(item, "bounds")), 2);
    cr_expect_eq(strlen(json_string_value(
                     json_array_get(json_object_get(item, "digests"), 0))),
                 64);
    cr_expect_not_null(strstr(
        json_string_value(json_object_get(item, "bibtex")), "@misc{lyapcert:"));
    json_decref(object);
    reply_clear(&r);
}

Test(cite, refused)
{
    reply r;
    ask(&r, "cite", NULL);
    expect_refused(&r, LYC_MALFORMED, "expected the id of a result");
    ask(&r, "cite", "random-fibonacci.nothing", NULL);
    expect_refused(&r, LYC_MALFORMED, "there is no result");
    ask(&r, "cite", "random-fibonacci", NULL);
    expect_refused(&r, LYC_MALFORMED, "TOPIC.NAME");
    ask(&r, "cite", "..x", NULL);
    expect_refused(&r, LYC_MALFORMED, "TOPIC.NAME");
    ask(&r, "cite", path_of("missing.cert"), NULL);
    expect_refused(&r, LYC_FAILURE, "cannot be opened");
    ask(&r, "cite", file_of("bad.cert", "lyapcert\n"), NULL);
    expect_refused(&r, LYC_MALFORMED, "bad.cert:1:1");
    ask(&r, "cite", "--tol", "1", "gaussian.plain-1", NULL);
    expect_refused(&r, LYC_MALFORMED, "not an option");
    /* One bad argument: nothing is printed. */
    ask(&r, "cite", "gaussian.plain-1", "gaussian.nothing", NULL);
    expect_refused(&r, LYC_MALFORMED, "there is no result");
}

static void copy(lyc_text_t t, const char *from)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(t, from, d));
    lyc_diag_clear(d);
}

static void expect_folder(const char *json, const char *cert, lyc_verdict_t v,
                          const char *part)
{
    const char *folder = path_of("results");
    reply r;
    mkdir(folder, 0777);
    mkdir(path_of("results/t"), 0777);
    file_of("results/t/a.json", json);
    file_of("results/t/a.cert", cert);
    ask(&r, "cite", "--results", folder, "t.a", NULL);
    if (v == LYC_PROVED)
    {
        expect_cited(&r, part);
    }
    else
    {
        expect_refused(&r, v, part);
    }
}

/* A result whose certificate is another one is not cited. */
Test(cite, damaged_results)
{
    static const char head[] =
        "{\"id\": \"t.a\", \"title\": \"A\", "
        "\"values\": [{\"name\": \"lambda_1\", "
        "\"lower_exact\": \"1*2^0\", \"upper_exact\": \"%s\""
        "}], \"certificates\": [{\"file\": \"%s\", "
        "\"digest\": \"%s\"}]}";
    static const char digest[] = "72986ebe9107b947ab866dbec21a379e382fa6387b1bb"
                                 "eb7403846f3f5383818";
    lyc_text_t cert, json;
    reply r;
    lyc_text_init(cert);
    lyc_text_init(json);
    ask(&r, "bound", "[2]", "--cert", path_of("two.cert"), NULL);
    reply_clear(&r);
    copy(cert, path_of("two.cert"));
    ask(&r, "cite", path_of("two.cert"), NULL);
    expect_cited(&r, digest);
    lyc_text_printf(json, head, "1*2^1", "a.cert", digest);
    expect_folder(json->bytes, cert->bytes, LYC_PROVED, digest);
    expect_folder(json->bytes, "lyapcert\n", LYC_MALFORMED, "a.cert:1:1");
    expect_folder("{\"id\": \"t.a\"", cert->bytes, LYC_MALFORMED,
                  "a.json:1:12");
    expect_folder("{\"id\": \"t.a\"}", cert->bytes, LYC_MALFORMED,
                  "expected id, title");
    expect_folder("[]", cert->bytes, LYC_MALFORMED, "expected id, title");
    lyc_text_reset(json);
    lyc_text_printf(json, head, "1*2^1", "a.cert",
                    "82986ebe9107b947ab866dbec21a379e382fa6387b1bbeb7403846f3f5"
                    "383818");
    expect_folder(json->bytes, cert->bytes, LYC_MALFORMED, "digest is not");
    lyc_text_reset(json);
    lyc_text_printf(json, head, "3/2", "a.cert", digest);
    expect_folder(json->bytes, cert->bytes, LYC_MALFORMED, "exact bounds");
    lyc_text_reset(json);
    lyc_text_printf(json, head, "1*2^1", "../two.cert", digest);
    expect_folder(json->bytes, cert->bytes, LYC_MALFORMED, "the name of a");
    lyc_text_reset(json);
    lyc_text_printf(json, head, "1*2^1", "b.cert", digest);
    expect_folder(json->bytes, cert->bytes, LYC_FAILURE, "b.cert");
    lyc_text_clear(cert);
    lyc_text_clear(json);
}

/* Compressed certificates are read as they are. */
Test(cite, compressed)
{
    lyc_text_t t;
    lyc_diag_t d;
    reply r;
    lyc_text_init(t);
    lyc_diag_init(d);
    ask(&r, "bound", FIB, "--tol", "1e-2", "--cert", path_of("a.cert"), NULL);
    reply_clear(&r);
    copy(t, path_of("a.cert"));
    cr_assert(lyc_text_gzip(t, d));
    const char *whole = file_of_bytes("a.cert.gz", t->bytes, t->length);
    ask(&r, "check", whole, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "cite", whole, NULL);
    expect_cited(&r, "@misc{");
    ask(&r, "check", file_of_bytes("cut.cert.gz", t->bytes, t->length / 2),
        NULL);
    expect_why(&r, LYC_MALFORMED, "cut off");
    reply_clear(&r);
    t->bytes[t->length / 2] = (char)(t->bytes[t->length / 2] ^ 1);
    ask(&r, "check", file_of_bytes("changed.cert.gz", t->bytes, t->length),
        NULL);
    expect(&r, LYC_MALFORMED);
    reply_clear(&r);
    lyc_text_clear(t);
    lyc_diag_clear(d);
}
