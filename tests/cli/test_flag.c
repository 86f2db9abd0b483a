/* lyapcert flag: text, JSON and certificates. */
#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(flag, .fini = remove_folder);

#define PLANE "{[1,1,0;1,0,2;0,0,3],[0,1,1;-1,1,0;0,0,1/2]}"

static void has(const reply *r, const char *part)
{
    cr_expect_not_null(strstr(r->out->bytes, part), "no %s in\n%s", part,
                       r->out->bytes);
}

Test(flag, text)
{
    reply r;
    ask(&r, "flag", PLANE, "--tol", "0.01", NULL);
    expect(&r, LYC_PROVED);
    has(&r, "spanned by (1, 0, 0), (0, 1, 0); irreducible");
    has(&r, "quotient irreducible");
    has(&r, "x in V_1 not 0");
    has(&r, "exact");
    reply_clear(&r);
    ask(&r, "flag", "{[0,-1;1,0],[2,-1;1,2]}", NULL);
    expect(&r, LYC_PROVED);
    has(&r, "no real subspace is invariant: proved");
    has(&r, "equal to lambda_2");
    reply_clear(&r);
    ask(&r, "flag", "{[0,0,2;1,0,0;0,1,0]}", NULL);
    expect_why(&r, LYC_UNDECIDED, "not known completely");
    reply_clear(&r);
    ask(&r, "flag", "{[1,0;1,0],[1,1;0,1]}", NULL);
    expect(&r, LYC_PROVED);
    has(&r, "an atom is singular");
    reply_clear(&r);
}

Test(flag, json)
{
    reply r;
    ask(&r, "flag", PLANE, "--tol", "0.01", "--json", NULL);
    json_t *object = json_loads(r.out->bytes, 0, NULL);
    cr_assert_not_null(object, "%s", r.out->bytes);
    cr_expect_eq(r.status, 0);
    cr_expect_str_eq(json_string_value(json_object_get(object, "status")),
                     "PROVED");
    cr_expect_eq(json_array_size(json_object_get(object, "blocks")), 2);
    cr_expect_eq(json_array_size(json_object_get(object, "flag")), 2);
    cr_expect_eq(json_array_size(json_object_get(object, "groups")), 3);
    cr_expect_eq(json_array_size(json_object_get(object, "spectrum")), 3);
    json_decref(object);
    reply_clear(&r);
}

Test(flag, certificate)
{
    reply r;
    const char *path = path_of("flag.cert");
    ask(&r, "flag", PLANE, "--tol", "0.01", "--cert", path, NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "check", path, NULL);
    expect(&r, LYC_PROVED);
    has(&r, "blocks flag 2:real | 1:real basis [1,0,0;0,1,0;0,0,1]");
    reply_clear(&r);
}

Test(flag, widths_count_when_asked_for)
{
    reply r;
    ask(&r, "flag", "{[1,2;-1,1/2],[1/3,-1;1,2]}", "--tol", "1e-9",
        "--max-cones", "200", NULL);
    expect_why(&r, LYC_UNDECIDED, "less narrowly");
    reply_clear(&r);
}
