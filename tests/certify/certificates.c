#include <criterion/criterion.h>
#include <math.h>

#include "certify/boxes.h"
#include "certify/certificates.h"
#include "certify/establish.h"
#include "certify/fans.h"

static const char *const laws[TEST_CERTIFICATES] = {
    "let s = 1/2 # a weight\nlaw fib = {s: [0,1;1,1], s: [0,1;1,-1]}",
    "{[1/2,7,1;0,3,1;0,0,-1],[4,1,0;0,6,0;0,0,2]}",
    "{[0,2;1,0],[1,2;1,1]}",
    "{[0,-2;1,0],[3,0;0,-3]}",
    "{1/4: [0,2;3,0], 3/4: [5,0;0,7]}",
    "{[0,1;0,0],[3,1;1,1]}",
    "{[1,2;2,4],[0,1;1,1]}",
    "{1/3: [2,1;1,1], 2/3: [3,1;2,1]}",
    "{[0,1;1,sqrt(3)],[1/2,1;-1,1]}",
    "{[1,1,0;0,1,1;1,0,2],[2,0,1;1,1,0;0,1,3]}",
    "{[1,1,1;1,1,0;-6,1,8],[-1,0,2;2,1,-1;-10,0,11]}",
    "{[1,2;2,4],[1,-1;3,2]}",
    "{[2,1,0,0;0,1,1,0;0,-1,1,1;1,0,0,1],[1,0,0,1;0,2,0,0;1,0,1,0;0,0,1,1]}",
};

static void gauge(lyc_evidence_t e, const lyc_law_t law, int which)
{
    unsigned long seed = 11;
    lyc_fan_t fan;
    if (which == 7)
    {
        test_fan_sector(fan, 12, 0, acos(0.0), 90);
        fmpz_zero(fan->x + 11);
        test_fan_sweep(fan, law, 20);
        test_fan_offsets(fan, 1000000, &seed);
    }
    else
    {
        test_fan_uniform(fan, 16, 10);
        test_fan_sweep(fan, law, 20);
    }
    fan->acts = which == 8 ? LYC_ACTS_INVERSE : LYC_ACTS_LAW;
    lyc_evidence_set_gauge(e, 64, fan);
    lyc_fan_clear(fan);
}

/* A plane and a quotient in the basis (1, 0, 1), (0, 1, 0), (0, 0, 1). */
static void blocks(lyc_evidence_t e)
{
    static const slong sizes[] = {2, 1}, word[] = {0, 1};
    lyc_blocks_t b;
    lyc_evidence_t inner;
    lyc_blocks_init(b, 3);
    fmpq_one(fmpq_mat_entry(b->a, 2, 0));
    lyc_blocks_cut(b, sizes, 2);
    for (slong j = 0; j < 2; j++)
    {
        b->block[j].kind = LYC_BLOCK_REAL;
        lyc_evidence_init(inner);
        lyc_evidence_set_determinant(inner, 64);
        lyc_block_add_evidence(b->block + j, inner);
        lyc_block_add_word(b->block + j, word, 0);
    }
    lyc_block_add_word(b->block, word, 1);
    lyc_block_add_word(b->block, word + 1, 1);
    lyc_block_add_word(b->block, word, 2);
    lyc_evidence_init(inner);
    lyc_evidence_set_product(inner, 64, 2);
    lyc_block_add_evidence(b->block, inner);
    b->block[0].begins = b->block[1].begins = 1;
    lyc_evidence_set_blocks(e, 64, b);
    lyc_blocks_clear(b);
}

static void add(lyc_certificate_t c, lyc_facts_t facts, lyc_evidence_t e,
                const lyc_law_t law)
{
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    cr_assert_eq(lyc_evidence_establish(facts, e, law, limits, d), LYC_PROVED,
                 "%s: %s", lyc_evidence_name(e), d->is_set ? d->text : "");
    lyc_certificate_add_evidence(c, e);
    cr_assert_null(e->type);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
}

void test_certificate(lyc_certificate_t c, lyc_facts_t facts, int which)
{
    lyc_law_t law;
    lyc_evidence_t e;
    lyc_matrix_t m;
    lyc_boxes_t b;
    unsigned long seed = 3;
    const slong word[] = {0, 0};
    test_law(law, laws[which]);
    lyc_facts_init(facts, law->dim);
    lyc_certificate_init(c);
    lyc_evidence_init(e);
    c->law_text = lyc_strdup(law->text);
    c->method = lyc_strdup("test");
    if (which == 0)
        c->statement = lyc_strdup("random-fibonacci.first");
    switch (which)
    {
    case 1:
        lyc_evidence_set_triangular(e, 64, 1);
        break;
    case 2:
        test_matrix(m, "[sqrt(2);1]");
        lyc_evidence_set_eigenline(e, 100, m);
        lyc_matrix_clear(m);
        break;
    case 3:
        test_matrix(m, "[1,0;0,2]");
        lyc_evidence_set_conformal(e, 64, m);
        lyc_matrix_clear(m);
        break;
    case 4:
        test_matrix(m, "[1,0;0,1]");
        lyc_evidence_set_lines(e, 64, m);
        lyc_matrix_clear(m);
        break;
    case 9:
        random_boxes(b, 3, 24, 0, &seed);
        lyc_evidence_set_boxes(e, 64, b);
        lyc_boxes_clear(b);
        break;
    case 12:
        random_boxes(b, 6, 24, 1, &seed);
        test_matrix(m, "[1,0,0,1;0,2,0,0;1,0,1,0;0,0,1,1]");
        lyc_boxes_set_basis(b, m);
        lyc_matrix_clear(m);
        lyc_evidence_set_boxes(e, 64, b);
        lyc_boxes_clear(b);
        break;
    case 10:
        blocks(e);
        break;
    case 11:
        lyc_evidence_set_renewal(e, 64, 12, 3);
        break;
    case 5:
        lyc_evidence_set_vanishing(e, word, 2);
        break;
    case 6:
        lyc_evidence_set_rank(e);
        add(c, facts, e, law);
        lyc_evidence_set_product(e, 64, 3);
        break;
    default:
        gauge(e, law, which);
        add(c, facts, e, law);
        lyc_evidence_set_determinant(e, 64);
        break;
    }
    add(c, facts, e, law);
    lyc_facts_close(facts, 128);
    lyc_certificate_conclude(c, facts);
    lyc_evidence_clear(e);
    lyc_law_clear(law);
}

void test_certificate_text(lyc_text_t out, int which)
{
    lyc_certificate_t c;
    lyc_facts_t facts;
    lyc_digest_t digest;
    test_certificate(c, facts, which);
    lyc_text_init(out);
    lyc_certificate_write(out, digest, c);
    lyc_certificate_clear(c);
    lyc_facts_clear(facts);
}

lyc_verdict_t test_certificate_check(lyc_facts_t facts, lyc_certificate_t c,
                                     const char *bytes, size_t length)
{
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_digest_t digest;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_certificate_init(c);
    if (lyc_certificate_read(c, digest, bytes, length, "test.cert", d))
        v = lyc_certificate_check(facts, c, "test.cert", limits, d);
    else
        lyc_facts_init(facts, 1);
    cr_assert_eq(v != LYC_PROVED, d->is_set, "%s without a reason",
                 lyc_verdict_word(v));
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}
