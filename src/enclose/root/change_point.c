#include <math.h>
#include <stdlib.h>

#include "enclose/enclose.h"
#include "enclose/root/change.h"

/* By what the width asked for falls while a sign is not decided. */
#define FALL 0.125
/* Of the time that is left, for the enclosures at one point. */
#define TIME_SHARE 0.25

/* What a look at one point needs. */
typedef struct
{
    const lyc_change_search *s;
    lyc_signs *signs;
    double tol, deadline;
} view;

static int note_missing(lyc_dual_t z, const lyc_law_t law, slong k, slong call,
                        void *data)
{
    (void)law;
    (void)k;
    (void)call;
    *(int *)data = 1;
    lyc_dual_indeterminate(z);
    return 1;
}

int lyc_equation_lacks_formula(int *lacks, lyc_equation_t q, lyc_diag_t d)
{
    lyc_dual_t z;
    fmpq_t at, part;
    fmpq_init(at);
    fmpq_init(part);
    lyc_dual_init(z);
    /* Some point at which laws are not special. */
    fmpq_sub(at, q->box->upper, q->box->lower);
    fmpq_set_si(part, 29, 71);
    fmpq_mul(at, at, part);
    fmpq_add(at, at, q->box->lower);
    *lacks = 0;
    q->enclose = note_missing;
    q->context = lacks;
    const int ok = lyc_equation_eval(z, q, at, at, LYC_CHANGE_PREC, d);
    q->enclose = NULL;
    lyc_dual_clear(z);
    fmpq_clear(at);
    fmpq_clear(part);
    return ok;
}

/* What was proved of the law becomes a part of the signs. */
static void keep(const view *s, slong call, lyc_certificate_t c)
{
    lyc_sign_part *p = lyc_signs_add(s->signs, 0, call);
    for (slong i = 0; i < c->evidences; i++)
    {
        lyc_sign_part_add(p, c->evidence + i);
    }
    c->evidences = 0;
}

static int enclose(lyc_dual_t z, const lyc_law_t law, slong k, slong call,
                   void *data)
{
    const view *w = data;
    lyc_law_t at;
    lyc_enclosure_t e;
    lyc_diag_t why;
    lyc_limits_t limits = {*w->s->limits};
    int *wanted = lyc_calloc((size_t)law->dim, sizeof(int));
    const lyc_request request = {w->tol, 0, wanted, LYC_METHOD_AUTO};
    wanted[k - 1] = 1;
    limits->max_seconds = fmin(limits->max_seconds, w->deadline);
    lyc_dual_indeterminate(z);
    lyc_law_init(at);
    lyc_enclosure_init(e, law->dim);
    lyc_diag_init(why);
    lyc_verdict_t v = LYC_UNDECIDED;
    if (lyc_law_at_point(at, law))
    {
        v = lyc_enclose(e, at, &request, limits, why);
    }
    if ((v == LYC_PROVED || v == LYC_UNDECIDED) &&
        e->certificate->evidences > 0)
    {
        lyc_facts_get_dual(z, e->facts, k, LYC_CHANGE_PREC);
        keep(w, call, e->certificate);
    }
    const int ok = v == LYC_PROVED || v == LYC_UNDECIDED;
    if (!ok)
    {
        lyc_diag_fail(w->s->d, v, "%s",
                      why->is_set ? why->text : "no enclosure");
    }
    lyc_law_clear(at);
    lyc_enclosure_clear(e);
    lyc_diag_clear(why);
    free(wanted);
    return ok;
}

/* F at p->at with exponents as narrow as tol. */
static int look(lyc_change_point *p, view *w)
{
    lyc_equation_struct *q = w->s->q;
    int ok;
    lyc_dual_t z;
    arf_t x;
    fmpq_t at;
    arf_init(x);
    fmpq_init(at);
    lyc_dual_init(z);
    arf_set_d(x, p->at);
    arf_get_fmpq(at, x);
    lyc_signs_clear(&p->signs);
    w->signs = &p->signs;
    q->enclose = enclose;
    q->context = w;
    ok = lyc_equation_eval(z, q, at, at, LYC_CHANGE_PREC, w->s->d);
    q->enclose = NULL;
    p->sign = 0;
    p->value = NAN;
    if (ok && arb_is_finite(z->value))
    {
        p->value = arf_get_d(arb_midref(z->value), ARF_RND_NEAR);
        p->sign =
            arb_is_positive(z->value) ? 1 : -(int)arb_is_negative(z->value);
    }
    lyc_dual_clear(z);
    arf_clear(x);
    fmpq_clear(at);
    return ok;
}

int lyc_change_decide(lyc_change_point *p, lyc_change_search *s, double tol,
                      double least)
{
    const double now = lyc_limits_elapsed(s->limits);
    view w = {.s = s, .tol = tol};
    w.deadline = now + TIME_SHARE * (s->limits->max_seconds - now);
    s->points++;
    do
    {
        if (!look(p, &w))
        {
            return 0;
        }
        w.tol *= FALL;
    } while (p->sign == 0 && w.tol > least &&
             lyc_limits_elapsed(s->limits) < w.deadline);
    return 1;
}
