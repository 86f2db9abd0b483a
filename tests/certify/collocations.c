#include "certify/collocations.h"

#include <criterion/criterion.h>
#include <string.h>

#include "certify/fans.h"
#include "lyapcert/enclosure.h"

static void enclose(lyc_enclosure_t e, const lyc_law_t law, slong digits)
{
    int first[] = {1, 0, 0};
    lyc_request request = {0, digits, law->dim == 3 ? first : NULL,
                           LYC_METHOD_COLLOCATION};
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_enclosure_init(e, law->dim);
    cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_PROVED, "%s",
                 d->is_set ? d->text : "");
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
}

static void certificate(lyc_text_t text, lyc_facts_t truth,
                        const char *expression, slong many, slong few)
{
    lyc_law_t law;
    lyc_enclosure_t e;
    lyc_digest_t digest;
    test_law(law, expression);
    enclose(e, law, many);
    lyc_facts_init(truth, law->dim);
    lyc_facts_set(truth, e->facts);
    lyc_enclosure_clear(e);
    enclose(e, law, few);
    lyc_text_init(text);
    lyc_certificate_write(text, digest, e->certificate);
    lyc_enclosure_clear(e);
    lyc_law_clear(law);
}

void test_collocation_certificate(lyc_text_t text, lyc_facts_t truth,
                                  const char *law)
{
    certificate(text, truth, law, 40, 12);
}

void test_square_certificate(lyc_text_t text, lyc_facts_t truth,
                             const char *law)
{
    certificate(text, truth, law, 12, 3);
}

lyc_verdict_t test_collocation_facts(lyc_facts_t facts, const lyc_text_t text,
                                     const char *expression)
{
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_certificate_init(c);
    if (lyc_certificate_read(c, digest, text->bytes, text->length, "m", d))
    {
        lyc_law_t law;
        test_law(law, expression);
        lyc_facts_init(facts, law->dim);
        v = LYC_PROVED;
        for (slong i = 0; i < c->evidences; i++)
            v = lyc_verdict_worse(
                v,
                lyc_evidence_establish(facts, c->evidence + i, law, limits, d));
        lyc_law_clear(law);
    }
    else
        lyc_facts_init(facts, 1);
    lyc_certificate_clear(c);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    return v;
}

/* Where the lines of the evidence begin: its header, then its arcs. */
#define MOST_ARCS 8
typedef struct
{
    size_t header;
    size_t arc[MOST_ARCS];
    long arcs, degree;
} layout;

static size_t next_line(const lyc_text_t t, size_t at)
{
    return at + strcspn(t->bytes + at, "\n") + 1;
}

static void find_layout(layout *m, const lyc_text_t t)
{
    const char *begin = strstr(t->bytes, "evidence collocation ");
    cr_assert_not_null(begin);
    m->header = (size_t)(begin - t->bytes);
    cr_assert_eq(
        sscanf(begin, "evidence collocation %*d %ld %ld", &m->arcs, &m->degree),
        2);
    cr_assert_leq(m->arcs, MOST_ARCS);
    size_t at = next_line(t, m->header);
    for (long a = 0; a < m->arcs; a++)
    {
        m->arc[a] = at;
        for (long k = 0; k < m->degree + 2; k++)
            at = next_line(t, at);
    }
}

/* The number at `at` is replaced. */
static void change(lyc_text_t out, const lyc_text_t in, size_t at, int is_hex,
                   unsigned long *seed)
{
    const size_t n = strcspn(in->bytes + at, " \n");
    fmpz_t z, t;
    fmpz_init(z);
    fmpz_init(t);
    char *s = lyc_strdup(in->bytes + at);
    s[n] = '\0';
    cr_assert_eq(fmpz_set_str(z, s, is_hex ? 16 : 10), 0);
    free(s);
    fmpz_set_ui(t, test_random(seed));
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
        fmpz_mul_2exp(z, z, test_random(seed) % 8);
        break;
    case 4:
        fmpz_set(z, t);
        break;
    default:
        fmpz_fdiv_q_2exp(z, z, test_random(seed) % (fmpz_bits(z) + 1));
        break;
    }
    s = fmpz_get_str(NULL, is_hex ? 16 : 10, z);
    lyc_text_add_n(out, in->bytes, at);
    lyc_text_add(out, s);
    lyc_text_add(out, in->bytes + at + n);
    flint_free(s);
    fmpz_clear(z);
    fmpz_clear(t);
}

static size_t word(const lyc_text_t t, size_t at, int index)
{
    for (; index > 0; index--)
        at += strcspn(t->bytes + at, " \n") + 1;
    return at;
}

void test_mutate_coefficient(lyc_text_t out, const lyc_text_t in,
                             unsigned long *seed)
{
    layout m;
    find_layout(&m, in);
    size_t at = m.arc[test_random(seed) % (unsigned long)m.arcs];
    unsigned long k = test_random(seed) % (unsigned long)(m.degree + 1);
    /* Half of them among the first, which matter most. */
    k = test_random(seed) % 2 ? k : k % 3;
    for (unsigned long i = 0; i <= k; i++)
        at = next_line(in, at);
    change(out, in, at, 1, seed);
}

void test_mutate_end(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    layout m;
    find_layout(&m, in);
    const size_t at = m.arc[test_random(seed) % (unsigned long)m.arcs];
    change(out, in, word(in, at, (int)(test_random(seed) % 4)), 0, seed);
}

void test_mutate_ellipse(lyc_text_t out, const lyc_text_t in,
                         unsigned long *seed)
{
    layout m;
    find_layout(&m, in);
    const size_t at = m.arc[test_random(seed) % (unsigned long)m.arcs];
    change(out, in, word(in, at, 4), 0, seed);
}

/* Words of the header: evidence collocation PREC ARCS DEGREE SCALE NODES. */
static void mutate_header(lyc_text_t out, const lyc_text_t in, int index,
                          unsigned long *seed)
{
    layout m;
    find_layout(&m, in);
    change(out, in, word(in, m.header, index), 0, seed);
}

void test_mutate_nodes(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    mutate_header(out, in, 6, seed);
}

void test_mutate_scale(lyc_text_t out, const lyc_text_t in, unsigned long *seed)
{
    mutate_header(out, in, test_random(seed) % 2 ? 5 : 2, seed);
}

void test_mutate_degree(lyc_text_t out, const lyc_text_t in,
                        unsigned long *seed)
{
    layout m;
    find_layout(&m, in);
    const long degree =
        (long)(test_random(seed) % (unsigned long)(m.degree + 4));
    const size_t at = word(in, m.header, 4);
    const size_t after = at + strcspn(in->bytes + at, " ");
    if (test_random(seed) % 8 == 0)
    {
        change(out, in, at, 0, seed);
        return;
    }
    lyc_text_add_n(out, in->bytes, at);
    lyc_text_printf(out, "%ld", degree);
    lyc_text_add_n(out, in->bytes + after, next_line(in, m.header) - after);
    size_t end = next_line(in, m.header);
    for (long a = 0; a < m.arcs; a++)
    {
        size_t line = m.arc[a];
        for (long k = -1; k <= m.degree || k <= degree; k++)
        {
            const size_t next = k <= m.degree ? next_line(in, line) : line;
            if (k <= degree && k <= m.degree)
                lyc_text_add_n(out, in->bytes + line, next - line);
            else if (k <= degree)
                lyc_text_printf(out, "%lx\n", 1 + test_random(seed) % 4096);
            line = next;
        }
        end = line;
    }
    lyc_text_add(out, in->bytes + end);
}

static size_t square_header(const lyc_text_t in, long *degree)
{
    const char *begin = strstr(in->bytes, "evidence square ");
    cr_assert_not_null(begin);
    cr_assert_eq(sscanf(begin, "evidence square %*d %ld", degree), 1);
    return (size_t)(begin - in->bytes);
}

void test_mutate_square_coefficient(lyc_text_t out, const lyc_text_t in,
                                    unsigned long *seed)
{
    long degree;
    size_t at = square_header(in, &degree);
    const unsigned long count = (unsigned long)((degree + 1) * (degree + 1));
    const unsigned long lines = 4 + test_random(seed) % count;
    for (unsigned long i = 0; i < lines; i++)
        at = next_line(in, at);
    change(out, in, at, 1, seed);
}

void test_mutate_square_edge(lyc_text_t out, const lyc_text_t in,
                             unsigned long *seed)
{
    long degree;
    const size_t at = next_line(in, square_header(in, &degree));
    change(out, in, word(in, at, (int)(test_random(seed) % 9)), 0, seed);
}

/* Words: evidence square PREC DEGREE SCALE NODES ELLIPSE ELLIPSE. */
void test_mutate_square_header(lyc_text_t out, const lyc_text_t in,
                               unsigned long *seed)
{
    long degree;
    const size_t at = square_header(in, &degree);
    change(out, in, word(in, at, 2 + (int)(test_random(seed) % 6)), 0, seed);
}
