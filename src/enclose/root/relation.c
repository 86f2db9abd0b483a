#include <string.h>

#include "certify/conclusion.h"
#include "enclose/enclose.h"
#include "enclose/root/root.h"

#define PREC 128

void lyc_relation_init(lyc_relation_t r)
{
    r->truth = LYC_UNKNOWN;
    lyc_box_init(r->where);
    r->cells = 0;
    r->is_left = r->is_right = 0;
    arf_init(r->left_lower);
    arf_init(r->left_upper);
    arf_init(r->right_lower);
    arf_init(r->right_upper);
    lyc_certificate_init(r->certificate);
}

void lyc_relation_clear(lyc_relation_t r)
{
    lyc_box_clear(r->where);
    arf_clear(r->left_lower);
    arf_clear(r->left_upper);
    arf_clear(r->right_lower);
    arf_clear(r->right_upper);
    lyc_certificate_clear(r->certificate);
}

static void widen(int *is, arf_t lower, arf_t upper, const lyc_dual_t x,
                  int is_first)
{
    lyc_interval_t r;
    lyc_interval_init(r);
    lyc_dual_get_range(r, x, 64);
    *is = (is_first || *is) && r->is_defined;
    if (is_first || arf_cmp(r->lower, lower) < 0)
    {
        arf_set(lower, r->lower);
    }
    if (is_first || arf_cmp(r->upper, upper) > 0)
    {
        arf_set(upper, r->upper);
    }
    lyc_interval_clear(r);
}

/* The hulls of both sides over the cells. */
static int add_sides(lyc_relation_t r, lyc_equation_t q, const lyc_cuts *cuts,
                     lyc_diag_t d)
{
    const fmpq *from = q->box->lower;
    int ok = 1;
    lyc_dual_t left, right;
    lyc_dual_init(left);
    lyc_dual_init(right);
    for (slong i = 0; i <= cuts->length && ok; i++)
    {
        const fmpq *to = i < cuts->length ? cuts->cut + i : q->box->upper;
        ok = lyc_equation_sides(left, right, q, from, to, 64, d);
        widen(&r->is_left, r->left_lower, r->left_upper, left, i == 0);
        widen(&r->is_right, r->right_lower, r->right_upper, right, i == 0);
        from = to;
    }
    lyc_dual_clear(left);
    lyc_dual_clear(right);
    return ok;
}

static const char *opposite(int op)
{
    return op == '<' ? ">=" : op == '>' ? "<=" : op == 'l' ? ">" : "<";
}

/* The text of the opposite inequality; an inequality has one < or >. */
static void negate(lyc_text_t out, const char *text, int op)
{
    const char *at = text + strcspn(text, "<>");
    lyc_text_add_n(out, text, (size_t)(at - text));
    lyc_text_add(out, opposite(op));
    lyc_text_add(out, at + 1 + (at[1] == '='));
}

static int certify(lyc_relation_t r, const char *definitions, const char *text,
                   const lyc_box_t box, const lyc_cuts *cuts,
                   const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_certificate_struct *c = r->certificate;
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    lyc_evidence_t e;
    c->law_text = lyc_strdup(definitions);
    c->method = lyc_strdup("slopes");
    q->kind = LYC_CONCLUDE_HOLDS;
    q->k = 1;
    q->equation = lyc_strdup(text);
    lyc_evidence_init(e);
    lyc_evidence_set_root(e, PREC, cuts->cut, cuts->length);
    lyc_certificate_add_evidence(c, e);
    lyc_certificate_set_box(c, box);
    return lyc_certificate_recheck(NULL, c, limits, d);
}

static int fails(lyc_relation_t r, const char *definitions, const char *text,
                 lyc_equation_t q, const lyc_cuts *cuts,
                 const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_cuts none = {0, NULL};
    lyc_text_t negated;
    lyc_text_init(negated);
    lyc_box_add(r->where, q->box->name[0], cuts->cut + cuts->length - 2,
                cuts->cut + cuts->length - 1);
    negate(negated, text, q->op);
    lyc_box_set(q->box, r->where);
    int ok =
        add_sides(r, q, &none, d) &&
        certify(r, definitions, negated->bytes, r->where, &none, limits, d);
    r->truth = LYC_FALSE;
    lyc_text_clear(negated);
    return ok;
}

static int decide(lyc_relation_t r, const char *definitions, const char *text,
                  lyc_equation_t q, const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_cuts cuts;
    lyc_diag_t why;
    int ok = 1;
    lyc_diag_init(why);
    const lyc_verdict_t v = lyc_equation_find_cuts(&cuts, q, PREC, limits, why);
    r->cells = cuts.length + 1;
    if (v == LYC_PROVED)
    {
        ok = add_sides(r, q, &cuts, d) &&
             certify(r, definitions, text, q->box, &cuts, limits, d);
        r->truth = LYC_TRUE;
    }
    else if (v == LYC_DISPROVED)
    {
        r->cells -= 2;
        ok = fails(r, definitions, text, q, &cuts, limits, d);
    }
    else
    {
        lyc_diag_fail(d, LYC_UNDECIDED, "%s",
                      why->is_set ? why->text : "not decided");
    }
    _fmpq_vec_clear(cuts.cut, cuts.length);
    lyc_diag_clear(why);
    return ok;
}

int lyc_relation_decide(lyc_relation_t r, const char *definitions,
                        const char *text, const lyc_box_t box,
                        const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_equation_t q;
    lyc_diag_t why;
    int ok = 1;
    lyc_diag_init(why);
    if (!lyc_equation_init(q, definitions, text, box, "<claim>", why) ||
        q->op == '=')
    {
        lyc_diag_fail(d, LYC_UNDECIDED, "%s",
                      why->is_set ? why->text : "expected an inequality");
    }
    else
    {
        ok = decide(r, definitions, text, q, limits, d);
    }
    lyc_equation_clear(q);
    lyc_diag_clear(why);
    return ok;
}
