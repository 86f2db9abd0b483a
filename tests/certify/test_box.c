/* Evidence over a box of parameters: what every kind proves there holds at
 * each value, and what holds at some values only is refused. */
#include <string.h>

#include <criterion/criterion.h>

#include "certify/certificates.h"

static int parse(lyc_law_t law, const char *text, const char *s)
{
    lyc_source source = {"<law>", text, strlen(text), 1};
    lyc_diag_t d;
    lyc_box_t box;
    fmpq_t q;
    lyc_diag_init(d);
    lyc_box_init(box);
    fmpq_init(q);
    if (s != NULL)
    {
        cr_assert_eq(fmpq_set_str(q, s, 10), 0);
        lyc_box_add(box, "s", q, q);
    }
    const int ok = lyc_law_parse_in(law, &source, s == NULL ? NULL : box, d);
    cr_assert(ok || d->is_set);
    fmpq_clear(q);
    lyc_box_clear(box);
    lyc_diag_clear(d);
    return ok;
}

static lyc_verdict_t establish(lyc_facts_t f, const lyc_evidence_t e,
                               const lyc_law_t law)
{
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_facts_init(f, law->dim);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, limits, d);
    lyc_facts_close(f, 128);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

static void expect_inside(const lyc_facts_t at, const lyc_facts_t over,
                          const char *name, const char *s)
{
    for (slong k = 0; k < at->dim; k++)
    {
        cr_expect_leq(arf_cmp(over->exponent_lower + k, at->exponent_lower + k),
                      0, "%s at %s", name, s);
        cr_expect_geq(arf_cmp(over->exponent_upper + k, at->exponent_upper + k),
                      0, "%s at %s", name, s);
    }
}

/* The evidence over the whole range and at values of it. */
static void compare(const lyc_evidence_t e, const char *text)
{
    static const char *const at[] = {"1", "17/16", "9/8", "5/4"};
    lyc_law_t law;
    lyc_facts_t over, point;
    lyc_law_init(law);
    cr_assert(parse(law, text, NULL), "%s", text);
    cr_assert_eq(law->box->length, 1);
    cr_expect_eq(establish(over, e, law), LYC_PROVED, "%s: %s",
                 lyc_evidence_name(e), text);
    for (size_t i = 0; i < sizeof at / sizeof *at; i++)
    {
        cr_assert(parse(law, text, at[i]));
        cr_expect_eq(establish(point, e, law), LYC_PROVED);
        expect_inside(point, over, lyc_evidence_name(e), at[i]);
        lyc_facts_clear(point);
    }
    lyc_facts_clear(over);
    lyc_law_clear(law);
}

#define RANGE "forall s in [1, 5/4]\nlaw a = "

static void matrix(lyc_matrix_t m, slong rows, slong columns,
                   const slong *entry)
{
    lyc_matrix_init(m, rows, columns);
    for (slong i = 0; i < rows * columns; i++)
        lyc_number_set_si(m->entry + i, entry[i]);
}

Test(box, every_kind_holds_at_every_value)
{
    const slong word[] = {0, 0}, v[] = {1, 0}, unit[] = {1, 0, 0, 1};
    lyc_evidence_t e;
    lyc_matrix_t m;
    lyc_evidence_init(e);

    lyc_evidence_set_determinant(e, 80);
    compare(e, RANGE "{[s,1;0,2], [1,s;-s,1]}");
    lyc_evidence_set_triangular(e, 80, 1);
    compare(e, RANGE "{1/3: [s,1;0,3 - 2*s], 2/3: [s*s,s;0,1/s]}");
    compare(e, RANGE "{s/2: [2,1;0,1/s], 1 - s/2: [1,s;0,3]}");
    matrix(m, 2, 1, v);
    lyc_evidence_set_eigenline(e, 80, m);
    lyc_matrix_clear(m);
    compare(e, RANGE "{[s,1;0,2], [1,s;0,s]}");
    matrix(m, 2, 2, unit);
    lyc_evidence_set_conformal(e, 80, m);
    compare(e, RANGE "{[s,-1;1,s], [0,-s;s,0]}");
    lyc_evidence_set_lines(e, 80, m);
    lyc_matrix_clear(m);
    compare(e, RANGE "{[0,s;1,0], [s,0;0,2]}");
    lyc_evidence_set_vanishing(e, word, 2);
    compare(e, RANGE "{[0,s;0,0], [0,2*s;0,0]}");
    lyc_evidence_set_rank(e);
    compare(e, RANGE "{[s,s*s;1,s], [1,0;0,s]}");
    lyc_evidence_set_product(e, 80, 3);
    compare(e, RANGE "{[s,1;0,2], [1,s;-s,1]}");
    lyc_evidence_clear(e);
}

/* A gauge of random Fibonacci serves its neighbours. */
Test(box, gauge)
{
    lyc_certificate_t c;
    lyc_facts_t facts;
    test_certificate(c, facts, 0);
    lyc_evidence_struct *e = NULL;
    for (slong i = 0; i < c->evidences; i++)
        if (strcmp(lyc_evidence_name(c->evidence + i), "gauge") == 0)
            e = c->evidence + i;
    cr_assert_not_null(e);
    compare(e, RANGE "{[0,1;1,1 + (s - 1)/1000], [0,1;1,(s - 1)/1000 - 1]}");
    lyc_certificate_clear(c);
    lyc_facts_clear(facts);
}

static void refuse(const lyc_evidence_t e, const char *text)
{
    lyc_law_t law;
    lyc_facts_t f;
    lyc_law_init(law);
    cr_assert(parse(law, text, NULL), "%s", text);
    cr_expect_eq(establish(f, e, law), LYC_UNDECIDED, "%s: %s",
                 lyc_evidence_name(e), text);
    for (slong k = 0; k < f->dim; k++)
        cr_expect(arf_is_neg_inf(f->exponent_lower + k) &&
                  arf_is_pos_inf(f->exponent_upper + k));
    lyc_facts_clear(f);
    lyc_law_clear(law);
}

/* Each condition holds at s = 1 and nowhere else. */
Test(box, what_holds_at_one_value_is_not_proved)
{
    const slong word[] = {0, 0}, v[] = {1, 0}, unit[] = {1, 0, 0, 1};
    lyc_evidence_t e;
    lyc_matrix_t m;
    lyc_evidence_init(e);
    lyc_evidence_set_triangular(e, 80, 1);
    refuse(e, RANGE "[2,1;s - 1,3]");
    matrix(m, 2, 1, v);
    lyc_evidence_set_eigenline(e, 80, m);
    lyc_matrix_clear(m);
    refuse(e, RANGE "[2,1;s - 1,3]");
    matrix(m, 2, 2, unit);
    lyc_evidence_set_conformal(e, 80, m);
    refuse(e, RANGE "[s,-1;1,1]");
    lyc_evidence_set_lines(e, 80, m);
    lyc_matrix_clear(m);
    refuse(e, RANGE "[s - 1,1;1,0]");
    lyc_evidence_set_vanishing(e, word, 2);
    refuse(e, RANGE "[s - 1,1;0,s - 1]");
    lyc_evidence_set_rank(e);
    refuse(e, RANGE "[s,1;1,1]");
    lyc_evidence_clear(e);
}

/* ---- tampered texts ---- */

typedef struct
{
    const char *from, *to;
} change;

static lyc_verdict_t check_changed(const char *text, const change *c)
{
    lyc_text_t t;
    lyc_certificate_t read;
    lyc_facts_t facts;
    lyc_text_init(t);
    const char *at = strstr(text, c->from);
    cr_assert_not_null(at, "%s", c->from);
    /* every place */
    for (; at != NULL; at = strstr(text, c->from))
    {
        lyc_text_add_n(t, text, (size_t)(at - text));
        lyc_text_add(t, c->to);
        text = at + strlen(c->from);
    }
    lyc_text_add(t, text);
    const lyc_verdict_t v =
        test_certificate_check(facts, read, t->bytes, t->length);
    lyc_facts_clear(facts);
    lyc_certificate_clear(read);
    lyc_text_clear(t);
    return v;
}

#define TAIL "end\nprovenance\nend provenance\n"

static void add_head(lyc_text_t t, const char *law)
{
    lyc_digest_t digest;
    lyc_text_t lines;
    lyc_text_init(lines);
    lyc_text_printf(lines, "%s\n", law);
    lyc_digest(digest, lines->bytes, lines->length);
    lyc_text_add(t, "lyapcert certificate 1\nlaw\n");
    for (const char *s = lines->bytes; *s != '\0'; s = strchr(s, '\n') + 1)
        lyc_text_printf(t, "| %.*s\n", (int)strcspn(s, "\n"), s);
    lyc_text_printf(t, "digest %s\nmethod x\n", digest);
    lyc_text_clear(lines);
}

static void expect_verdicts(const char *law, const char *body,
                            const change *changes, size_t n,
                            const lyc_verdict_t *verdict)
{
    lyc_text_t t;
    const change none = {"conclude", "conclude"};
    lyc_text_init(t);
    add_head(t, law);
    lyc_text_add(t, body);
    cr_expect_eq(check_changed(t->bytes, &none), LYC_PROVED);
    for (size_t i = 0; i < n; i++)
        cr_expect_eq(check_changed(t->bytes, changes + i), verdict[i],
                     "%s -> %s", changes[i].from, changes[i].to);
    lyc_text_clear(t);
}

/* log s over [1, 2] lies in [-1/16, 3/4]; over [2, 4] in [1/2, 3/2]. */
Test(box, tampered_boxes_are_rejected)
{
    static const change changes[] = {
        {"BOX s 2 4:", "BOX s 2 5:"},       /* leaves the range */
        {"BOX s 1 2:", "BOX s 1 4:"},       /* wider than what is proved */
        {"BOX s 1 2:", "BOX s 1/2 2:"},     /* leaves the range */
        {"BOX s 1 2:", "BOX t 1 2:"},       /* another parameter */
        {"BOX s 1 2:", "BOX s 2 1:"},       /* empty */
        {"BOX s 1 2:", "BOX s 1 2/1:"},     /* not in lowest terms */
        {"BOX s 1 2:", "BOX s 1 2/0:"},     /* no number */
        {"BOX s 1 2:", "BOX s 1 2 t 0 1:"}, /* one too many */
        {"conclude BOX s 1 2: ", "conclude "},
        {"evidence BOX s 1 2: ", "evidence "},
        {"evidence BOX s 1 2: ", "evidence BOX s 1 3: "},
        {"1 -1*2^-4 3*2^-2", "1 1*2^-2 3*2^-2"}, /* more than is proved */
        {"1 -1*2^-4 3*2^-2", "1 -1*2^-4 1*2^-1"},
    };
    static const lyc_verdict_t verdict[] = {
        LYC_MALFORMED, LYC_DISPROVED, LYC_MALFORMED, LYC_MALFORMED,
        LYC_MALFORMED, LYC_MALFORMED, LYC_MALFORMED, LYC_MALFORMED,
        LYC_MALFORMED, LYC_DISPROVED, LYC_MALFORMED, LYC_DISPROVED,
        LYC_DISPROVED,
    };
    expect_verdicts("forall s in [1, 4]\nlaw a = [s]",
                    "conclude BOX s 1 2: BOUNDS exponent 1 -1*2^-4 3*2^-2\n"
                    "conclude BOX s 2 4: BOUNDS exponent 1 1*2^-1 3*2^-1\n"
                    "evidence BOX s 1 2: determinant 64\n"
                    "evidence BOX s 2 4: determinant 64\n" TAIL,
                    changes, sizeof changes / sizeof *changes, verdict);
}

/* s^2 = 2 in [1, 2], between 5/4 and 3/2. */
Test(box, tampered_roots_are_rejected)
{
    static const change changes[] = {
        {"BOX s 1 2:", "BOX s -2 2:"},      /* two roots */
        {"BOX s 1 2:", "BOX s 3/2 2:"},     /* none */
        {"BOX s 1 2:", "BOX t 1 2:"},       /* another parameter */
        {"BOX s 1 2:", "BOX s 1 4:"},       /* leaves the range */
        {"5*2^-2 3*2^-1", "3*2^-1 7*2^-2"}, /* moved */
        {"5*2^-2 3*2^-1", "1*2^-1 3*2^-1"}, /* leaves the box */
        {"5*2^-2 3*2^-1", "3*2^-1 5*2^-2"}, /* turned round */
        {"5*2^-2 3*2^-1", "5*2^-2 inf"},
        {"ROOT 5*2^-2 3*2^-1 ", "NOROOT "},
        {"s*s = 2", "s*s = 3"},
        {"s*s = 2", "s*s <= 2"},
        {"s*s = 2", "s*s"},
        {"s*s = 2", "s*t = 2"},
        {"cuts 64 1\n3/2\n", "cuts 64 1\n5/2\n"},
        {"cuts 64 1\n3/2\n", "cuts 64 2\n3/2\n3/2\n"},
        {"cuts 64 1\n3/2\n", "cuts 64 2\n3/2\n"},
        {"cuts 64 1\n3/2\n", "determinant 64\n"},
    };
    static const lyc_verdict_t verdict[] = {
        LYC_DISPROVED, LYC_DISPROVED, LYC_MALFORMED, LYC_MALFORMED,
        LYC_DISPROVED, LYC_DISPROVED, LYC_DISPROVED, LYC_DISPROVED,
        LYC_DISPROVED, LYC_DISPROVED, LYC_MALFORMED, LYC_MALFORMED,
        LYC_MALFORMED, LYC_DISPROVED, LYC_DISPROVED, LYC_MALFORMED,
        LYC_DISPROVED,
    };
    expect_verdicts("forall s in [-3, 3]",
                    "conclude BOX s 1 2: ROOT 5*2^-2 3*2^-1 s*s = 2\n"
                    "evidence BOX s 1 2: cuts 64 1\n3/2\n" TAIL,
                    changes, sizeof changes / sizeof *changes, verdict);
}

Test(box, tampered_inequalities_are_rejected)
{
    static const change changes[] = {
        {"BOX s 1 2:", "BOX s 1 3:"},
        {"BOX s 1 2:", "BOX s 0 2:"},
        {"log(9/4)", "log(2)"},
        {" < ", " > "},
        {" < ", " = "},
        {"HOLDS", "NOROOT"},
    };
    static const lyc_verdict_t verdict[] = {
        LYC_DISPROVED, LYC_DISPROVED, LYC_DISPROVED,
        LYC_DISPROVED, LYC_MALFORMED, LYC_MALFORMED,
    };
    expect_verdicts("forall s in [0, 3]\nlaw a = [s]",
                    "conclude BOX s 1 2: HOLDS abs(lambda(a, 1)) < log(9/4)\n"
                    "evidence BOX s 1 2: cuts 64 1\n3/2\n" TAIL,
                    changes, sizeof changes / sizeof *changes, verdict);
}

/* F = s^2 has no sign and no slope at 0; a kink is no obstacle. */
Test(box, double_roots_are_not_proved)
{
    lyc_text_t t;
    lyc_certificate_t c;
    lyc_facts_t f;
    lyc_text_init(t);
    add_head(t, "forall s in [-1, 2]");
    lyc_text_add(t, "conclude BOX s -1 2: ROOT -1*2^-4 1*2^-4 s^2 = 0\n"
                    "evidence BOX s -1 2: cuts 64 2\n-1/16\n1/16\n" TAIL);
    cr_expect_eq(test_certificate_check(f, c, t->bytes, t->length),
                 LYC_DISPROVED);
    lyc_facts_clear(f);
    lyc_certificate_clear(c);
    lyc_text_clear(t);
}
