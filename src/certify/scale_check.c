#include "certify/conclusion.h"
#include "certify/kinds.h"
#include "certify/scale.h"

int lyc_certificate_is_scale(const lyc_certificate_t c)
{
    for (slong i = 0; i < c->conclusions; i++)
        if (c->conclusion[i].kind == LYC_CONCLUDE_SCALE)
            return 1;
    return 0;
}

typedef struct
{
    const lyc_certificate_struct *c;
    const lyc_conclusion *goal;
    lyc_law_t plain;
    lyc_facts_struct *facts; /* of A */
    fmpq_t reached;          /* the reading holds on (0, reached] */
    int has_failed;          /* and fails at goal->upper */
    const lyc_limits_struct *limits;
    lyc_diag_struct *d;
} scan;

/* What is concluded about exponents over one box. */
static lyc_verdict_t check_bounds(const scan *s, const lyc_facts_t facts,
                                  slong box)
{
    lyc_verdict_t v = LYC_PROVED;
    for (slong i = 0; i < s->c->conclusions && v == LYC_PROVED; i++)
        if (s->c->conclusion[i].box == box && s->c->conclusion + i != s->goal)
            v = lyc_conclusion_check(s->c->conclusion + i, facts, s->d);
    return v;
}

static int is_at(const lyc_box_t box, const arf_t x)
{
    fmpq_t q;
    fmpq_init(q);
    arf_get_fmpq(q, x);
    const int is = fmpq_equal(box->lower, q) && fmpq_equal(box->upper, q);
    fmpq_clear(q);
    return is;
}

/* Theorem critical-scales.readings */
/* The next box: it goes on where the ones before end, or it is the point at
 * which the reading fails. */
static lyc_verdict_t take_box(scan *s, slong i, const lyc_facts_t residual)
{
    const lyc_box_struct *box = s->c->box + i;
    const lyc_truth_t t =
        lyc_scale_decide(s->facts, residual, box, (int)s->goal->k);
    if (t == LYC_FALSE && is_at(box, s->goal->upper))
    {
        s->has_failed = 1;
        return LYC_PROVED;
    }
    if (t != LYC_TRUE)
        return lyc_evidence_fail(s->d, LYC_DISPROVED,
                                 "the reading is not proved over box %ld",
                                 (long)i + 1);
    if (fmpq_cmp(box->lower, s->reached) > 0)
        return lyc_evidence_fail(s->d, LYC_DISPROVED,
                                 "there is a gap below box %ld", (long)i + 1);
    if (fmpq_cmp(box->upper, s->reached) > 0)
        fmpq_set(s->reached, box->upper);
    return LYC_PROVED;
}

static lyc_verdict_t check_box(scan *s, slong i)
{
    lyc_law_t law;
    lyc_facts_t facts;
    lyc_verdict_t v;
    lyc_law_init(law);
    lyc_facts_init(facts, s->plain->dim);
    if (!lyc_scale_law(law, s->plain, s->c->box + i))
        v = lyc_evidence_fail(s->d, LYC_MALFORMED,
                              "expected boxes of the parameter " LYC_SCALE_NAME
                              ", above 0");
    else
        v = lyc_certificate_establish(facts, law, s->c, i, s->limits, s->d);
    if (v == LYC_PROVED)
        v = check_bounds(s, facts, i);
    if (v == LYC_PROVED)
        v = take_box(s, i, facts);
    lyc_law_clear(law);
    lyc_facts_clear(facts);
    return v;
}

static lyc_verdict_t check_all(scan *s)
{
    arf_t start;
    fmpq_t lower;
    lyc_verdict_t v = lyc_certificate_establish(s->facts, s->plain, s->c, -1,
                                                s->limits, s->d);
    if (v == LYC_PROVED)
        v = check_bounds(s, s->facts, -1);
    arf_init(start);
    fmpq_init(lower);
    if (v == LYC_PROVED && lyc_scale_start(start, s->plain))
        arf_get_fmpq(s->reached, start);
    else if (v == LYC_PROVED)
        v = lyc_evidence_fail(s->d, LYC_DISPROVED, "the law is not bounded");
    for (slong i = 0; i < s->c->boxes && v == LYC_PROVED; i++)
        v = check_box(s, i);
    arf_get_fmpq(lower, s->goal->lower);
    if (v == LYC_PROVED && fmpq_cmp(s->reached, lower) < 0)
        v = lyc_evidence_fail(s->d, LYC_DISPROVED,
                              "the reading is proved up to a lower scale only");
    if (v == LYC_PROVED && !s->has_failed)
        v = lyc_evidence_fail(s->d, LYC_DISPROVED,
                              "nothing proves that the reading fails at the "
                              "upper end");
    arf_clear(start);
    fmpq_clear(lower);
    return v;
}

/* Numbers that become rationals of a moderate size. */
static int is_moderate(const arf_t x)
{
    return arf_is_finite(x) && arf_sgn(x) > 0 &&
           arf_cmpabs_2exp_si(x, 1000) < 0 &&
           arf_cmpabs_2exp_si(x, -1000) > 0 && arf_bits(x) < 10000;
}

/* The first and only conclusion of its kind, without a box. */
static const lyc_conclusion *find_goal(const lyc_certificate_t c)
{
    for (slong i = 1; i < c->conclusions; i++)
        if (c->conclusion[i].kind == LYC_CONCLUDE_SCALE)
            return NULL;
    const lyc_conclusion *q = c->conclusion;
    return q->kind == LYC_CONCLUDE_SCALE && q->box < 0 &&
                   is_moderate(q->lower) && is_moderate(q->upper) &&
                   arf_cmp(q->lower, q->upper) < 0
               ? q
               : NULL;
}

lyc_verdict_t lyc_certificate_check_scale(lyc_facts_t facts,
                                          const lyc_certificate_t c,
                                          const char *file,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d)
{
    scan s = {.c = c, .facts = facts, .limits = limits, .d = d};
    lyc_verdict_t v = LYC_MALFORMED;
    s.goal = find_goal(c);
    if (s.goal == NULL)
        return lyc_evidence_fail(d, v,
                                 "expected SCALE first, once, with two "
                                 "rising numbers");
    lyc_law_init(s.plain);
    fmpq_init(s.reached);
    if (lyc_certificate_parse_law(s.plain, c, -1, file, d))
    {
        lyc_facts_clear(facts);
        lyc_facts_init(facts, s.plain->dim);
        v = check_all(&s);
    }
    else if (d->is_set)
        v = d->status;
    lyc_law_clear(s.plain);
    fmpq_clear(s.reached);
    return v;
}
