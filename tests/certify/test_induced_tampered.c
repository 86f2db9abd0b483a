/* Evidence for induced laws that was tampered with. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/fans.h"
#include "certify/induced.h"

static size_t next_line(const char *t, size_t at)
{
    return at + strcspn(t + at, "\n") + 1;
}

static size_t word(const char *t, size_t at, long index)
{
    for (; index > 0; index--)
        at += strcspn(t + at, " \n") + 1;
    return at;
}

/* Words: evidence induced PREC RULE n LETTERS… ARCS DEGREE SCALE NODES. */
typedef struct
{
    size_t header, arc;
    long families, degree;
} layout;

static void find_layout(layout *m, const char *t)
{
    const char *begin = strstr(t, "evidence induced ");
    size_t at;

    cr_assert_not_null(begin);
    m->header = (size_t)(begin - t);
    m->families = strtol(t + word(t, m->header, 4), NULL, 10);
    at = word(t, m->header, 5 + m->families);
    cr_assert_eq(strtol(t + at, NULL, 10), 1);
    m->degree = strtol(t + word(t, at, 1), NULL, 10);
    m->arc = next_line(t, m->header);
}

static void change(lyc_text_t out, const lyc_text_t in, size_t at, int base,
                   unsigned long *seed)
{
    const size_t n = strcspn(in->bytes + at, " \n");
    char *s = lyc_strdup(in->bytes + at);
    fmpz_t z;

    fmpz_init(z);
    s[n] = '\0';
    cr_assert_eq(fmpz_set_str(z, s, base), 0);
    free(s);
    switch (test_random(seed) % 6)
    {
    case 0:
        fmpz_neg(z, z);
        break;
    case 1:
        fmpz_add_si(z, z, (slong)(test_random(seed) % 7) - 3);
        break;
    case 2:
        fmpz_combit(z, test_random(seed) % (fmpz_bits(z) + 2));
        break;
    case 3:
        fmpz_mul_2exp(z, z, test_random(seed) % 4);
        break;
    case 4:
        fmpz_set_ui(z, test_random(seed));
        break;
    default:
        fmpz_fdiv_q_2exp(z, z, test_random(seed) % (fmpz_bits(z) + 1));
        break;
    }
    s = fmpz_get_str(NULL, base, z);
    lyc_text_add_n(out, in->bytes, at);
    lyc_text_add(out, s);
    lyc_text_add(out, in->bytes + at + n);
    flint_free(s);
    fmpz_clear(z);
}

typedef void mutation(lyc_text_t out, const lyc_text_t in, unsigned long *seed);

static void letters(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    layout m;

    find_layout(&m, in->bytes);
    change(out, in,
           word(in->bytes, m.header,
                5 + (long)(test_random(seed) % (unsigned long)m.families)),
           10, seed);
}

static void header(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    static const long place[] = {2, 4, 5, 6, 7, 8};
    const unsigned long k = test_random(seed) % 6;
    layout m;

    find_layout(&m, in->bytes);
    change(out, in,
           word(in->bytes, m.header, place[k] + (k > 1 ? m.families : 0)), 10,
           seed);
}

static void arc(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    layout m;

    find_layout(&m, in->bytes);
    change(out, in, word(in->bytes, m.arc, (long)(test_random(seed) % 5)), 10,
           seed);
}

static void coefficient(lyc_text_t out, const lyc_text_t in,
                        unsigned long *seed)
{
    unsigned long k;
    layout m;
    size_t at;

    find_layout(&m, in->bytes);
    k = test_random(seed) % (unsigned long)(m.degree + 1);
    at = m.arc;
    for (unsigned long i = 0; i <= k; i++)
        at = next_line(in->bytes, at);
    change(out, in, at, 16, seed);
}

static void rule(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    static const char *const name[] = {"change", "repeat", "signs", "none",
                                       "all"};
    const char *other = name[test_random(seed) % 5];
    layout m;
    size_t at;

    find_layout(&m, in->bytes);
    at = word(in->bytes, m.header, 3);
    lyc_text_add_n(out, in->bytes, at);
    lyc_text_add(out, other);
    lyc_text_add(out, in->bytes + at + strcspn(in->bytes + at, " "));
}

/* What the evidence of a text proves of a law. */
static lyc_verdict_t prove(lyc_facts_t facts, const lyc_text_t text,
                           const char *expression)
{
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;

    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_certificate_init(c);
    lyc_facts_init(facts, 2);
    test_law(law, expression);
    if (lyc_certificate_read(c, digest, text->bytes, text->length, "m", d))
    {
        v = LYC_PROVED;
        for (slong i = 0; i < c->evidences; i++)
            v = lyc_verdict_worse(
                v,
                lyc_evidence_establish(facts, c->evidence + i, law, limits, d));
    }
    lyc_law_clear(law);
    lyc_certificate_clear(c);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    return v;
}

#define TOL 1e-5

static void certificate(lyc_text_t text, lyc_facts_t truth, int which)
{
    lyc_digest_t digest;
    lyc_enclosure_t e;
    char law[200];

    test_induced_law(law, which, 400);
    test_induced_enclose(e, law, 30, 0);
    lyc_facts_init(truth, 2);
    lyc_facts_set(truth, e->facts);
    lyc_enclosure_clear(e);
    test_induced_enclose(e, law, 0, TOL);
    lyc_text_init(text);
    lyc_certificate_write(text, digest, e->certificate);
    lyc_enclosure_clear(e);
}

static void count(const char *name, unsigned long seed, const int *verdicts)
{
    printf("%s, seed %lu: proved %d, disproved %d, malformed %d\n", name, seed,
           verdicts[LYC_PROVED], verdicts[LYC_DISPROVED],
           verdicts[LYC_MALFORMED]);
    cr_assert_eq(verdicts[LYC_FAILURE], 0);
}

static void run(const char *name, mutation *mutate, unsigned long seed)
{
    const unsigned long first = seed;
    int verdicts[5] = {0};

    for (int which = 0; which < TEST_INDUCED; which++)
    {
        lyc_text_t original;
        lyc_facts_t truth;
        char law[200];

        test_induced_law(law, which, 400);
        certificate(original, truth, which);
        for (int i = 0; i < 250; i++)
        {
            lyc_text_t t;
            lyc_facts_t f;

            lyc_text_init(t);
            do
            {
                lyc_text_reset(t);
                mutate(t, original, &seed);
            } while (strcmp(t->bytes, original->bytes) == 0);
            verdicts[prove(f, t, law)]++;
            cr_assert(arf_cmp(f->exponent_lower, truth->exponent_upper) <= 0 &&
                          arf_cmp(f->exponent_upper, truth->exponent_lower) >=
                              0,
                      "case %d, mutant %d:\n%s", which, i, t->bytes);
            lyc_facts_clear(f);
            lyc_text_clear(t);
        }
        lyc_text_clear(original);
        lyc_facts_clear(truth);
    }
    count(name, first, verdicts);
}

Test(induced_tampered, tampered_letters)
{
    run("letters", letters, 31);
}

Test(induced_tampered, tampered_header)
{
    run("header", header, 32);
}

Test(induced_tampered, tampered_arc)
{
    run("arc and ellipse", arc, 33);
}

Test(induced_tampered, tampered_coefficient)
{
    run("coefficient", coefficient, 34);
}

Test(induced_tampered, tampered_rule)
{
    run("rule", rule, 35);
}

/* Weights of the pair, or the ratio of the countable law: the evidence is for
 * another law, and may prove a wide bound of the new one, but no false one. */
Test(induced_tampered, tampered_weight_or_ratio)
{
    unsigned long seed = 36;
    int verdicts[5] = {0}, wide = 0;

    for (int which = 0; which < TEST_INDUCED; which++)
    {
        lyc_text_t original;
        lyc_facts_t truth;

        certificate(original, truth, which);
        for (int i = 0; i < 250; i++)
        {
            const long w = 100 + (long)(test_random(&seed) % 800);
            char law[200];
            lyc_facts_t f;
            double value;
            arf_t width;

            test_induced_law(law, which, w);
            value = test_induced_exponent(law, test_induced_rule(which));
            arf_init(width);
            verdicts[prove(f, original, law)]++;
            cr_assert(arf_cmp_d(f->exponent_lower, value + 1e-8) <= 0 &&
                          arf_cmp_d(f->exponent_upper, value - 1e-8) >= 0,
                      "%s", law);
            lyc_facts_width(width, f, 1);
            wide += arf_cmp_d(width, 1e-4) > 0;
            cr_assert(arf_cmp_d(width, 1e-4) > 0 || labs(w - 400) <= 2, "%s",
                      law);
            lyc_facts_clear(f);
            arf_clear(width);
        }
        lyc_text_clear(original);
        lyc_facts_clear(truth);
    }
    cr_assert_geq(wide, 900);
    count("weight or ratio", 36, verdicts);
}
