#include <math.h>
#include <string.h>

#include "enclose/enclosing.h"
#include "lyapcert/blocks.h"

/* A plane on which the atoms are [1,1;1,0] and [0,1;-1,1], the quotients 3 and
 * 1/2, in the basis (1,0,1), (2,1,0), (1,1,1). */
#define HIDDEN                                                                 \
    "{[-3/2,4,9/2;-3/2,3,5/2;-3/2,4,5/2],"                                     \
    "[-1/4,7/2,-7/4;-1/4,3/2,-3/4;-1/4,3/2,1/4]}"

static const lyc_request wide = {1e-3, 0, NULL, LYC_METHOD_AUTO};

/* The text of BLOCKS in the certificate of e, "" where there is none. */
static const char *structure(const lyc_enclosure_t e)
{
    const lyc_certificate_struct *c = e->certificate;
    for (slong i = 0; i < c->conclusions; i++)
    {
        if (c->conclusion[i].kind == LYC_CONCLUDE_BLOCKS)
        {
            return c->conclusion[i].equation;
        }
    }
    return "";
}

static int says(const lyc_enclosure_t e, const char *blocks)
{
    return strncmp(structure(e), blocks, strlen(blocks)) == 0;
}

static lyc_verdict_t flag_of(lyc_enclosure_t e, const char *text)
{
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_flag_t flag;
    law_of(law, text);
    lyc_limits_init(limits);
    limits->max_seconds = 20;
    lyc_diag_init(d);
    lyc_enclosure_init(e, law->dim);
    lyc_flag_init(flag);
    lyc_verdict_t v = lyc_enclose_flag(e, flag, law, &wide, 0, limits, d);
    cr_expect_eq(v == LYC_PROVED, flag->is_decided, "%s", text);
    lyc_flag_clear(flag);
    lyc_diag_clear(d);
    lyc_law_clear(law);
    return v;
}

static void expect_flag(const char *law, lyc_verdict_t verdict,
                        const char *blocks)
{
    lyc_enclosure_t e;
    cr_expect_eq(flag_of(e, law), verdict, "%s", law);
    cr_expect(says(e, blocks), "%s: %s instead of %s", law, structure(e),
              blocks);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

static void expect_near(const lyc_enclosure_t e, slong k, double value)
{
    const double low =
        arf_get_d(e->facts->exponent_lower + k - 1, ARF_RND_FLOOR);
    const double high =
        arf_get_d(e->facts->exponent_upper + k - 1, ARF_RND_CEIL);
    cr_expect(
        low <= value + 1e-14 && value - 1e-14 <= high && high - low <= 1e-3,
        "lambda_%ld: %.17g not in [%.17g, %.17g]", (long)k, value, low, high);
}

/* x[0] and x[1] are the same but for rounding. */
static void expect_near_arf(const arf_struct *x)
{
    cr_expect(fabs(arf_get_d(x, ARF_RND_NEAR) -
                   arf_get_d(x + 1, ARF_RND_NEAR)) <= 1e-12);
}

Test(blocks, hidden_plane)
{
    lyc_enclosure_t e;
    cr_assert_eq(enclose_text(e, HIDDEN, &wide, 20), LYC_PROVED);
    cr_expect_str_eq(e->method[0], "block");
    cr_expect(e->facts->is_exact[0]);
    expect_near(e, 1, log(1.5) / 2);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

Test(blocks, structures)
{
    /* Each plane is spanned over Q; a line over Q(sqrt 2). */
    expect_flag(HIDDEN, LYC_PROVED, "flag 2:real | 1:real basis [");
    expect_flag("{[0,2;1,0],[1,2;1,1]}", LYC_PROVED, "flag 1:real | 1:real");
    expect_flag("{[0,-1;1,0],[2,-1;1,2]}", LYC_PROVED, "flag 2:complex");
    expect_flag("{[1,1;0,1],[1,0;1,1]}", LYC_PROVED, "flag 2:real basis");
    /* Singular: no flag is stated. */
    expect_flag("{[1,1;0,1],[1,0;1,0]}", LYC_PROVED, "2:real basis");
    /* Cubic field: not decided. */
    expect_flag("{[0,0,2;1,0,0;0,1,0]}", LYC_UNDECIDED, "3:open");
    /* Real quadratic field, twice. */
    expect_flag("{[0,2,0,0;1,0,0,0;0,0,1,2;0,0,1,1],"
                "[1,2,1,0;1,1,0,1;0,1,1,2;1/2,0,1,1]}",
                LYC_PROVED, "flag 2:real | 2:real");
}

Test(blocks, multiplicities)
{
    lyc_enclosure_t e;
    /* Complex 2 x 2 matrices. */
    cr_assert_eq(flag_of(e, "{[2,0,1,0;0,2,0,1;1,0,1,0;0,1,0,1],"
                            "[0,-1,0,0;1,0,0,0;0,0,1,0;0,0,0,1]}"),
                 LYC_PROVED);
    cr_expect(says(e, "flag 4:complex"), "%s", structure(e));
    for (slong k = 0; k < 4; k += 2)
    {
        expect_near_arf(e->facts->exponent_lower + k);
        expect_near_arf(e->facts->exponent_upper + k);
    }
    expect_certificate(e);
    lyc_enclosure_clear(e);
    /* Left multiplications by the quaternions 1 + i and 2 + j. */
    cr_assert_eq(flag_of(e, "{[1,-1,0,0;1,1,0,0;0,0,1,-1;0,0,1,1],"
                            "[2,0,-1,0;0,2,0,1;1,0,2,0;0,-1,0,2]}"),
                 LYC_PROVED);
    cr_expect(says(e, "flag 4:quaternion"), "%s", structure(e));
    for (slong k = 1; k <= 4; k++)
    {
        expect_near(e, k, (log(2) + log(5)) / 4);
    }
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

Test(blocks, order_of_the_flag)
{
    /* The faster line is invariant and has no complement: one rate. */
    expect_flag("{[3,1;0,2],[3,0;0,2]}", LYC_PROVED, "flag 1:real 1:real");
    /* It has one: two rates, the complement first. */
    expect_flag("{[3,1;0,2]}", LYC_PROVED, "flag 1:real | 1:real");
    /* The slower line is invariant. */
    expect_flag("{[2,1;0,3],[2,0;0,3]}", LYC_PROVED, "flag 1:real | 1:real");
    /* Equal rates. */
    expect_flag("{[2,1;0,3],[3,0;0,2]}", LYC_PROVED, "flag 1:real 1:real");
}

typedef struct
{
    const char *from, *to;
    lyc_verdict_t verdict;
} twin;

/* The certificate's text with one change. */
static lyc_verdict_t check_changed(const lyc_enclosure_t e, const twin *t)
{
    lyc_text_t text, changed;
    lyc_digest_t digest;
    lyc_certificate_t c;
    lyc_facts_t facts;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_text_init(text);
    lyc_text_init(changed);
    lyc_certificate_write(text, digest, e->certificate);
    const char *at = strstr(text->bytes, t->from);
    cr_assert_not_null(at, "%s is not in\n%.2000s", t->from, text->bytes);
    lyc_text_add_n(changed, text->bytes, (size_t)(at - text->bytes));
    lyc_text_add(changed, t->to);
    lyc_text_add(changed, at + strlen(t->from));
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_certificate_init(c);
    if (lyc_certificate_read(c, digest, changed->bytes, changed->length, "c",
                             d))
    {
        v = lyc_certificate_check(facts, c, "c", limits, d);
        lyc_facts_clear(facts);
    }
    lyc_certificate_clear(c);
    lyc_diag_clear(d);
    lyc_text_clear(text);
    lyc_text_clear(changed);
    return v;
}

static void expect_twins(const char *law, const twin *t, int n)
{
    lyc_enclosure_t e;
    cr_assert_eq(flag_of(e, law), LYC_PROVED);
    for (int i = 0; i < n; i++)
    {
        cr_expect_eq(check_changed(e, t + i), t[i].verdict, "'%s' to '%s'",
                     t[i].from, t[i].to);
    }
    lyc_enclosure_clear(e);
}

Test(blocks, tampered)
{
    static const twin plane[] = {
        {"\nbasis [1,0,0;", "\nbasis [1,0,1;", LYC_DISPROVED},
        {"\nbasis [1,0,0;0,1,0;1,", "\nbasis [1,0,0;2,0,0;1,", LYC_DISPROVED},
        {"BLOCKS flag 2:real | 1", "BLOCKS flag 2:real 1", LYC_DISPROVED},
        {"BLOCKS flag 2:real", "BLOCKS flag 2:complex", LYC_DISPROVED},
        {"word 1 2", "word 1 1", LYC_DISPROVED},
        {"word 1 2", "word 1 3", LYC_DISPROVED},
        {"word 1 2", "word 1 0", LYC_MALFORMED},
        {"block 2 real begins", "block 2 open begins", LYC_MALFORMED},
        {"block 2 real", "block 3 real", LYC_MALFORMED},
        {"block 1 real begins 1", "block 1 real goes 1", LYC_DISPROVED},
        {"block 1 real begins 1", "block 1 real begins 0", LYC_DISPROVED},
        {"evidence blocks", "evidence blocs", LYC_MALFORMED},
        {"word 0\nevidence determinant", "word 0\nevidence blocks",
         LYC_MALFORMED},
        {" 3 1 2\n", " 3 4 2\n", LYC_MALFORMED},
        {" 3 1 2\n", " 3 2 2\n", LYC_MALFORMED},
    };
    expect_twins(HIDDEN, plane, (int)(sizeof plane / sizeof *plane));
}

Test(blocks, tampered_kinds)
{
    static const twin complex[] = {
        {"commutes [0,-1", "commutes [0,1", LYC_DISPROVED},
        {"commutes [0,-1;1,0]", "commutes [0,-1;2,0]", LYC_DISPROVED},
        {"commutes [0,-1;1,0]", "commutes [1,0;0,1]", LYC_DISPROVED},
        {"block 2 complex", "block 2 quaternion", LYC_MALFORMED},
    };
    expect_twins("{[0,-1;1,0],[2,-1;1,2]}", complex, 4);
}

/* A flag that is none: the slower block of a split sum above the faster. */
Test(blocks, tampered_flag)
{
    static const twin split[] = {
        {"block 1 real begins 1", "block 1 real goes 1", LYC_DISPROVED},
    };
    static const twin equal[] = {
        {"1:real 1:real", "1:real | 1:real", LYC_DISPROVED},
        {"block 1 real goes", "block 1 real begins", LYC_DISPROVED},
    };
    expect_twins("{[3,1;0,2]}", split, 1);
    expect_twins("{[2,1;0,3],[3,0;0,2]}", equal, 2);
}
