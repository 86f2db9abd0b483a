/* The stored counterexamples: their certificates hold, are about the laws that
 * the list and the chapter name, and refute the readings. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/certificate.h"
#include "lyapcert/chapter.h"

#define FOLDER "examples/counterexamples/"

typedef struct
{
    lyc_law_t law;
    lyc_facts_t facts;
} spectrum;

static void parse_law(lyc_law_t law, const char *text)
{
    lyc_source source = {"<law>", text, strlen(text), 1};
    lyc_diag_t d;
    lyc_diag_init(d);
    lyc_law_init(law);
    cr_assert(lyc_law_parse(law, &source, d), "%s", d->text);
    lyc_diag_clear(d);
}

/* What the certificate NAME.SIDE.cert proves, and about what. */
static void check(spectrum *s, const char *name, const char *side)
{
    char path[200];
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_limits_t limits;
    lyc_text_t text;
    lyc_diag_t d;
    snprintf(path, sizeof path, FOLDER "%s.%s.cert", name, side);
    lyc_text_init(text);
    lyc_diag_init(d);
    lyc_limits_init(limits);
    lyc_certificate_init(c);
    cr_assert(lyc_text_read_file(text, path, d), "%s", d->text);
    cr_assert(
        lyc_certificate_read(c, digest, text->bytes, text->length, path, d),
        "%s", d->text);
    cr_assert_eq(lyc_certificate_check(s->facts, c, path, limits, d),
                 LYC_PROVED, "%s", d->text);
    parse_law(s->law, c->law_text);
    lyc_certificate_clear(c);
    lyc_limits_clear(limits);
    lyc_text_clear(text);
    lyc_diag_clear(d);
}

static void clear(spectrum *s)
{
    lyc_law_clear(s->law);
    lyc_facts_clear(s->facts);
}

static void expect_same(const lyc_law_t a, const lyc_law_t b, const char *name)
{
    lyc_text_t s, t;
    lyc_text_init(s);
    lyc_text_init(t);
    lyc_law_get_text(s, a);
    lyc_law_get_text(t, b);
    cr_expect_str_eq(s->bytes, t->bytes, "%s", name);
    lyc_text_clear(s);
    lyc_text_clear(t);
}

/* Bounds of |lambda_k|. */
static void modulus(double *lower, double *upper, const lyc_facts_t f, slong k)
{
    const double a = arf_get_d(f->exponent_lower + k - 1, ARF_RND_FLOOR);
    const double b = arf_get_d(f->exponent_upper + k - 1, ARF_RND_CEIL);
    *lower = a > 0 ? a : b < 0 ? -b : 0;
    *upper = -a > b ? -a : b;
}

/* Bounds of both sides; the reading fails where left > right. */
static void expect_refuted(const spectrum s[2], int reading, const char *name)
{
    double lower[2][2], upper[2][2], left, right;
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            modulus(&lower[i][k], &upper[i][k], s[i].facts, k + 1);
    if (reading <= 2)
    {
        left = lower[1][0];
        right = upper[0][0];
    }
    else if (reading == 3)
    {
        left = lower[1][0] > lower[1][1] ? lower[1][0] : lower[1][1];
        right = upper[0][0] > upper[0][1] ? upper[0][0] : upper[0][1];
    }
    else
    {
        const lyc_facts_struct *a = s[0].facts, *b = s[1].facts;
        left = arf_get_d(b->exponent_lower, ARF_RND_FLOOR) -
               arf_get_d(b->exponent_upper + 1, ARF_RND_CEIL);
        right = arf_get_d(a->exponent_upper, ARF_RND_CEIL) -
                arf_get_d(a->exponent_lower + 1, ARF_RND_FLOOR);
    }
    /* The subtractions are rounded: by less than this. */
    cr_expect_gt(left, right + 1e-12, "%s R%d: %g, %g", name, reading, left,
                 right);
}

/* The chapter's law least_NAME, with _ for -. */
static void law_of_chapter(lyc_law_t law, const char *name)
{
    char wanted[100];
    lyc_chapter_t c;
    lyc_diag_t d;
    int found = 0;
    snprintf(wanted, sizeof wanted, "least_%s", name);
    for (char *p = wanted; *p != '\0'; p++)
        *p = *p == '-' ? '_' : *p;
    lyc_chapter_init(c);
    lyc_diag_init(d);
    lyc_law_init(law);
    cr_assert(lyc_chapter_read(c, "theory/03-residual.md", d), "%s", d->text);
    const lyc_program_struct *p = c->script->program;
    for (long i = 0; i < p->length && !found; i++)
        if (strcmp(p->definition[i].name, wanted) == 0)
        {
            found = 1;
            cr_assert(lyc_law_eval(law, p, p->definition[i].value, d));
        }
    cr_assert(found, "no law %s in the chapter", wanted);
    lyc_chapter_clear(c);
    lyc_diag_clear(d);
}

static void expect_row(const char *name, const char *text, int reading)
{
    char source[200];
    spectrum s[2];
    lyc_law_t law, residual;
    check(s, name, "plain");
    check(s + 1, name, "residual");
    snprintf(source, sizeof source, "law it = %s\n", text);
    parse_law(law, source);
    expect_same(law, s[0].law, name);
    lyc_law_init(residual);
    lyc_law_residual(residual, law);
    expect_same(residual, s[1].law, name);
    lyc_law_clear(law);
    law_of_chapter(law, name);
    expect_same(law, s[0].law, name);
    expect_refuted(s, reading, name);
    lyc_law_clear(law);
    lyc_law_clear(residual);
    clear(s);
    clear(s + 1);
}

/* Five classes with four readings each, and nothing undecided. */
Test(counterexamples, stored, .timeout = 60)
{
    lyc_text_t list;
    lyc_diag_t d;
    int rows = 0;
    lyc_text_init(list);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(list, FOLDER "list.tsv", d), "%s", d->text);
    for (char *line = strtok(list->bytes, "\n"); line != NULL;
         line = strtok(NULL, "\n"))
    {
        char class[60], name[60], law[100];
        int reading;
        if (rows++ == 0)
            continue;
        cr_assert_eq(sscanf(line, "%59[^\t]\tR%d\t%59[^\t]\t%99[^\t]", class,
                            &reading, name, law),
                     4, "%s", line);
        expect_row(name, law, reading);
    }
    cr_expect_eq(rows, 21);
    lyc_text_clear(list);
    lyc_diag_clear(d);
}

/* The plain spectrum of one law beside the residual one of another refutes
 * nothing: what is compared above can fail. */
Test(counterexamples, exchanged)
{
    spectrum s[2];
    check(s, "invertible-1", "residual");
    check(s + 1, "invertible-1", "plain");
    double low[2], high[2];
    for (int i = 0; i < 2; i++)
        modulus(low + i, high + i, s[i].facts, 1);
    cr_expect_lt(high[1], low[0]);
    clear(s);
    clear(s + 1);
}
