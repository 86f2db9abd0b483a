/* Critical scales: from the norm's bound upward, box by box. */
#include <math.h>
#include <stdlib.h>

#include "certify/conclusion.h"
#include "certify/scale.h"
#include "enclose/enclose.h"
#include "lyapcert/solve.h"

/* Widths asked of lambda(A) and of lambda(I + e A) at one e: parts of the
 * width of the answer, and at most. */
#define POINT_SHARE 0.1
#define POINT_TOL 1e-3
/* Of the margin by which the reading holds at the lower end of a box. */
#define MARGIN_SHARE 0.4
#define MOST_BOXES 2000
/* Scales beyond this multiple of the start are not looked at. */
#define BEYOND 1e4
#define GROWTH 1.5

void lyc_scale_init(lyc_scale_t s)
{
    s->reading = 1;
    arf_init(s->lower);
    arf_init(s->upper);
    arf_pos_inf(s->upper);
    arf_init(s->start);
    s->boxes = 0;
    s->seconds = 0;
    lyc_certificate_init(s->certificate);
}

void lyc_scale_clear(lyc_scale_t s)
{
    arf_clear(s->lower);
    arf_clear(s->upper);
    arf_clear(s->start);
    lyc_certificate_clear(s->certificate);
}

typedef struct
{
    lyc_scale_struct *s;
    const lyc_law_struct *law;
    const lyc_root_request *request;
    const lyc_limits_struct *limits;
    lyc_facts_t plain;
    lyc_certificate_t fails; /* the point where it does */
    double at, top;          /* holds up to at; fails at top */
    double margin;           /* by which it held last */
    lyc_diag_struct *d;
} search;

static double asked(const search *x)
{
    return x->request->digits > 0
               ? x->at * pow(10.0, -(double)x->request->digits)
               : x->request->tol;
}

/* What is concluded about the structure of the law is left out. */
static void drop_structure(lyc_certificate_t c)
{
    slong kept = 0;
    for (slong i = 0; i < c->conclusions; i++)
    {
        if (c->conclusion[i].kind == LYC_CONCLUDE_BLOCKS)
            lyc_conclusion_clear(c->conclusion + i);
        else
            c->conclusion[kept++] = c->conclusion[i];
    }
    c->conclusions = kept;
}

/* Encloses a law; its conclusions and evidence come into c. */
static int enclose(lyc_facts_t facts, lyc_certificate_t c, search *x,
                   const lyc_law_t law, double tol)
{
    const lyc_request request = {tol, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;
    lyc_diag_t why;
    lyc_enclosure_init(e, law->dim);
    lyc_diag_init(why);
    const lyc_verdict_t v = lyc_enclose(e, law, &request, x->limits, why);
    const int ok = v == LYC_PROVED || v == LYC_UNDECIDED;
    if (ok)
    {
        lyc_facts_set(facts, e->facts);
        if (c->method == NULL && e->certificate->method != NULL)
            c->method = lyc_strdup(e->certificate->method);
        drop_structure(e->certificate);
        lyc_certificate_join(c, e->certificate);
    }
    else
        lyc_diag_fail(x->d, v, "%s", why->is_set ? why->text : "no enclosure");
    lyc_enclosure_clear(e);
    lyc_diag_clear(why);
    return ok;
}

/* right - left of the reading's worst exponent, at least, over the box. */
static double margin_of(const search *x, const lyc_facts_t facts, double upper)
{
    double margin = INFINITY;
    const slong n = x->s->reading == 1 ? 1 : facts->dim;
    for (slong k = 0; k < n; k++)
    {
        const double left =
            fmax(fabs(arf_get_d(facts->exponent_lower + k, ARF_RND_DOWN)),
                 fabs(arf_get_d(facts->exponent_upper + k, ARF_RND_DOWN)));
        const double p =
            arf_get_d(x->plain->exponent_upper + k, ARF_RND_CEIL) + log(upper);
        const double q =
            arf_get_d(x->plain->exponent_lower + k, ARF_RND_FLOOR) + log(upper);
        margin = fmin(margin, fmin(fabs(p), fabs(q)) - left);
    }
    return margin;
}

/* The reading over [from, to]: *truth; what proves it comes into c. */
static int try_box(lyc_truth_t *truth, lyc_certificate_t c, search *x,
                   double from, double to, double tol)
{
    lyc_law_t law;
    lyc_box_t box;
    lyc_facts_t facts;
    lyc_certificate_t own;
    fmpq_t lower, upper;
    arf_t t;
    int ok;
    lyc_law_init(law);
    lyc_box_init(box);
    lyc_facts_init(facts, x->law->dim);
    lyc_certificate_init(own);
    fmpq_init(lower);
    fmpq_init(upper);
    arf_init(t);
    arf_set_d(t, from);
    arf_get_fmpq(lower, t);
    arf_set_d(t, to);
    arf_get_fmpq(upper, t);
    lyc_box_add(box, LYC_SCALE_NAME, lower, upper);
    *truth = LYC_UNKNOWN;
    ok = lyc_scale_law(law, x->law, box) && enclose(facts, own, x, law, tol);
    if (ok)
        *truth = lyc_scale_decide(x->plain, facts, box, x->s->reading);
    if (ok && *truth == LYC_TRUE)
        x->margin = margin_of(x, facts, to);
    if (ok && *truth != LYC_UNKNOWN)
    {
        lyc_certificate_set_box(own, box);
        lyc_certificate_join(c, own);
    }
    lyc_law_clear(law);
    lyc_box_clear(box);
    lyc_facts_clear(facts);
    lyc_certificate_clear(own);
    fmpq_clear(lower);
    fmpq_clear(upper);
    arf_clear(t);
    return ok;
}

/* e as the point of a short dyadic grid above. */
static double short_dyadic(double e, double step)
{
    const double grid = exp2(floor(log2(step)) - 3);
    return ceil(e / grid) * grid;
}

static int try_fail(search *x, double e)
{
    lyc_truth_t truth;
    lyc_certificate_t c;
    lyc_certificate_init(c);
    const int ok =
        try_box(&truth, c, x, e, e, fmin(POINT_TOL, POINT_SHARE * asked(x)));
    if (ok && truth == LYC_FALSE)
    {
        lyc_certificate_clear(x->fails);
        *x->fails = *c;
        lyc_certificate_init(c);
        x->top = e;
    }
    lyc_certificate_clear(c);
    return ok;
}

static void say(const search *x)
{
    lyc_limits_say(x->limits, 1, "scale: holds up to %.6g, fails at %.6g",
                   x->at, x->top);
}

/* Boxes upward until they are as narrow as asked; a box that is not proved is
 * made smaller, and its upper end tried for a failure. */
static int climb(search *x)
{
    lyc_truth_t truth;
    double step = 0.25 * x->at;
    const double begin = x->at;
    while (x->top - x->at > asked(x) && x->s->boxes < MOST_BOXES &&
           x->at < BEYOND * begin && !lyc_limits_out_of_time(x->limits))
    {
        double to = short_dyadic(x->at + step, step);
        to = fmin(to, x->top);
        const double least = 0.05 * asked(x);
        const double tol =
            isfinite(x->margin) ? fmax(MARGIN_SHARE * x->margin, least) : 0.1;
        if (!try_box(&truth, x->s->certificate, x, x->at, to, tol))
            return 0;
        if (truth == LYC_TRUE)
        {
            x->s->boxes++;
            x->at = to;
            step *= GROWTH;
            say(x);
            continue;
        }
        if (step < least)
            break;
        if (to < x->top && !try_fail(x, to))
            return 0;
        step = 0.4 * (to - x->at);
    }
    return 1;
}

static void conclude(search *x)
{
    lyc_certificate_struct *c = x->s->certificate;
    lyc_certificate_join(c, x->fails);
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    q->kind = LYC_CONCLUDE_SCALE;
    q->k = x->s->reading;
    arf_set(q->lower, x->s->lower);
    arf_set(q->upper, x->s->upper);
    const lyc_conclusion last = *q;
    for (slong i = c->conclusions - 1; i > 0; i--)
        c->conclusion[i] = c->conclusion[i - 1];
    c->conclusion[0] = last;
}

static lyc_verdict_t run(search *x)
{
    lyc_scale_struct *s = x->s;
    if (!enclose(x->plain, s->certificate, x, x->law,
                 fmin(POINT_TOL, POINT_SHARE * asked(x))) ||
        !climb(x))
        return x->d->is_set ? x->d->status : LYC_FAILURE;
    arf_set_d(s->lower, x->at);
    arf_set_d(s->upper, x->top);
    if (isinf(x->top))
    {
        lyc_certificate_clear(s->certificate);
        lyc_diag_fail(x->d, LYC_UNDECIDED,
                      "no scale was found at which the reading fails");
        return LYC_UNDECIDED;
    }
    conclude(x);
    if (!lyc_certificate_recheck(NULL, s->certificate, x->limits, x->d))
        return LYC_FAILURE;
    if (x->top - x->at <= asked(x))
        return LYC_PROVED;
    lyc_diag_fail(x->d, LYC_UNDECIDED,
                  "the critical scale is not enclosed as narrowly as asked");
    return LYC_UNDECIDED;
}

lyc_verdict_t lyc_scale_solve(lyc_scale_t s, const lyc_law_t law, int reading,
                              const lyc_root_request *request,
                              const lyc_limits_t limits, lyc_diag_t d)
{
    const double begin = lyc_limits_elapsed(limits);
    search x = {.s = s, .law = law, .request = request, .limits = limits};
    lyc_text_t text;
    x.margin = x.top = INFINITY;
    x.d = d;
    s->reading = reading;
    if (!lyc_scale_start(s->start, law))
    {
        lyc_diag_fail(d, LYC_MALFORMED,
                      "a critical scale is that of a finite law without "
                      "parameters");
        return LYC_MALFORMED;
    }
    lyc_text_init(text);
    lyc_facts_init(x.plain, law->dim);
    lyc_certificate_init(x.fails);
    arf_set(s->lower, s->start);
    x.at = arf_get_d(s->start, ARF_RND_DOWN);
    lyc_verdict_t v = LYC_FAILURE;
    if (lyc_law_get_program(text, law))
    {
        s->certificate->law_text = lyc_strdup(text->bytes);
        v = run(&x);
    }
    s->seconds = lyc_limits_elapsed(limits) - begin;
    lyc_facts_clear(x.plain);
    lyc_certificate_clear(x.fails);
    lyc_text_clear(text);
    return v;
}
