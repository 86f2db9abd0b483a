/* A change of sign where exponents have no formula: signs at points, nearer and
 * nearer to each other. */
#include <math.h>

#include "certify/conclusion.h"
#include "enclose/enclose.h"
#include "enclose/root/change.h"

/* Parts of the range whose ends are looked at until two signs differ. */
#define MOST_PARTS 16
/* Widths asked of exponents there, at first and at last. */
#define SCAN_TOL 1e-2
#define SCAN_LEAST 1e-4
/* Of exponents at all, and what is tried beyond the width that should do. */
#define LEAST_TOL 1e-13
#define MARGIN 0.01
/* The next two points lie this part of the bracket beside the secant's root. */
#define ASIDE 0.1

typedef lyc_change_point point;
typedef lyc_change_search search;

static void clear_point(point *p)
{
    lyc_signs_clear(&p->signs);
}

/* p becomes what q was, and q is empty. */
static void take(point *p, point *q)
{
    clear_point(p);
    *p = *q;
    q->signs = (lyc_signs){0, NULL};
}

/* A dyadic near x on a grid that is fine beside `step`. */
static double short_dyadic(double x, double step)
{
    const double grid = exp2(floor(log2(step)) - 4);
    return floor(x / grid) * grid;
}

static int is_inside(double x, const search *s)
{
    int is;
    arf_t a;
    fmpq_t q;
    arf_init(a);
    fmpq_init(q);
    arf_set_d(a, x);
    arf_get_fmpq(q, a);
    is = fmpq_cmp(q, s->q->box->lower) >= 0 &&
         fmpq_cmp(q, s->q->box->upper) <= 0;
    arf_clear(a);
    fmpq_clear(q);
    return is;
}

/* The end of the range, or a dyadic a little inside of it. */
static double near_end(const search *s, const fmpq_t end, double width)
{
    arb_t x;
    arb_init(x);
    arb_set_fmpq(x, end, 53);
    const double at = arf_get_d(arb_midref(x), ARF_RND_NEAR);
    arb_clear(x);
    if (is_inside(at, s))
    {
        return at;
    }
    const double grid = exp2(floor(log2(width)) - 20);
    const double below = floor(at / grid) * grid;
    return is_inside(below, s) ? below : below + grid;
}

/* Halves until two neighbours have opposite signs: these are low and high. */
static int scan(int *found, point *low, point *high, search *s)
{
    point p[MOST_PARTS + 1];
    arb_t w;
    fmpq_t width;
    int ok = 1;
    arb_init(w);
    fmpq_init(width);
    fmpq_sub(width, s->q->box->upper, s->q->box->lower);
    arb_set_fmpq(w, width, 53);
    const double size = arf_get_d(arb_midref(w), ARF_RND_NEAR);
    const double a = near_end(s, s->q->box->lower, size);
    const double b = near_end(s, s->q->box->upper, size);
    for (int i = 0; i <= MOST_PARTS; i++)
    {
        p[i] = (point){a, NAN, 0, {0, NULL}};
        if (i > 0)
        {
            p[i].at = i == MOST_PARTS
                          ? b
                          : fmax(a, short_dyadic(a + (b - a) * i / MOST_PARTS,
                                                 (b - a) / MOST_PARTS));
        }
    }
    *found = 0;
    for (int step = MOST_PARTS; step > 0 && ok && !*found; step /= 2)
    {
        int last = -1;
        for (int i = 0; i <= MOST_PARTS && ok && !*found; i += step)
        {
            const int is_new = step == MOST_PARTS || i / step % 2 == 1;
            if (is_new && !lyc_limits_out_of_time(s->limits))
            {
                ok = lyc_change_decide(p + i, s, SCAN_TOL, SCAN_LEAST);
            }
            if (p[i].sign == 0)
            {
                continue;
            }
            if (ok && last >= 0 && p[last].sign != p[i].sign)
            {
                take(low, p + last);
                take(high, p + i);
                *found = 1;
            }
            last = i;
        }
    }
    for (int i = 0; i <= MOST_PARTS; i++)
    {
        clear_point(p + i);
    }
    arb_clear(w);
    fmpq_clear(width);
    return ok;
}

/* The sign at x makes it an end of the bracket; *moved. */
static int probe(int *moved, double x, double tol, point *low, point *high,
                 search *s)
{
    point p = {x, NAN, 0, {0, NULL}};
    if (!(x > low->at && x < high->at))
    {
        return 1;
    }
    const int ok = lyc_change_decide(&p, s, tol, tol * MARGIN);
    if (ok && p.sign != 0)
    {
        take(p.sign == low->sign ? low : high, &p);
        *moved = 1;
    }
    clear_point(&p);
    return ok;
}

/* Two points at both sides of the secant's root, again and again. */
static int narrow(point *low, point *high, search *s, double width)
{
    int moved = 1;
    while (moved && high->at - low->at > width &&
           !lyc_limits_out_of_time(s->limits))
    {
        const double w = high->at - low->at;
        const double share = low->value / (low->value - high->value);
        const double root =
            low->at + w * (share >= 0 && share <= 1 ? share : .5);
        const double slope = fabs(high->value - low->value) / w;
        const double h = fmax(ASIDE * w, 0.45 * width);
        const double tol = fmax(LEAST_TOL, fmin(SCAN_TOL, 0.5 * slope * h));
        moved = 0;
        if (!probe(&moved, short_dyadic(root - h, h), tol, low, high, s) ||
            !probe(&moved, short_dyadic(root + h, h), tol, low, high, s))
        {
            return 0;
        }
        lyc_limits_say(s->limits, 1, "solve: change of sign within %.3g",
                       high->at - low->at);
    }
    return 1;
}

static void conclude(lyc_solution_t r, point *low, point *high,
                     const char *definitions, const char *equation)
{
    lyc_certificate_struct *c = r->certificate;
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    lyc_evidence_t e;
    lyc_signs all = low->signs;
    low->signs = (lyc_signs){0, NULL};
    for (slong i = 0; i < high->signs.length; i++)
    {
        lyc_sign_part *from = high->signs.part + i;
        lyc_sign_part *p = lyc_signs_add(&all, 1, from->call);
        p->evidences = from->evidences;
        p->evidence = from->evidence;
        from->evidences = 0;
        from->evidence = NULL;
    }
    c->law_text = lyc_strdup(definitions);
    c->method = lyc_strdup("signs");
    q->kind = r->is_zero ? LYC_CONCLUDE_ZERO : LYC_CONCLUDE_CHANGE;
    q->k = 1;
    q->equation = lyc_strdup(equation);
    arf_set(q->lower, r->lower);
    arf_set(q->upper, r->upper);
    lyc_evidence_init(e);
    lyc_evidence_set_signs(e, LYC_CHANGE_PREC, &all);
    lyc_certificate_add_evidence(c, e);
    lyc_certificate_set_box(c, r->box);
}

static int is_continuous(lyc_solution_t r, lyc_equation_t q)
{
    int is = 0;
    lyc_diag_t why;
    fmpq_t x, y;
    lyc_diag_init(why);
    fmpq_init(x);
    fmpq_init(y);
    arf_get_fmpq(x, r->lower);
    arf_get_fmpq(y, r->upper);
    lyc_equation_is_continuous(&is, q, x, y, LYC_CHANGE_PREC, why);
    lyc_diag_clear(why);
    fmpq_clear(x);
    fmpq_clear(y);
    return is;
}

static lyc_verdict_t finish(lyc_solution_t r, point *low, point *high,
                            search *s, const char *definitions,
                            const char *equation, double width)
{
    const int is_narrow = high->at - low->at <= width;
    arf_set_d(r->lower, low->at);
    arf_set_d(r->upper, high->at);
    r->is_change = 1;
    r->is_zero = is_continuous(r, s->q);
    conclude(r, low, high, definitions, equation);
    if (!lyc_certificate_recheck(NULL, r->certificate, s->limits, s->d))
    {
        return LYC_FAILURE;
    }
    if (is_narrow && r->is_zero)
    {
        return LYC_PROVED;
    }
    lyc_diag_fail(s->d, LYC_UNDECIDED, "%s",
                  is_narrow
                      ? "the sides are not proved to be continuous: their "
                        "difference has opposite signs at the two numbers, and "
                        "that is all"
                      : "the change of sign is not enclosed as narrowly as "
                        "asked");
    return LYC_UNDECIDED;
}

static double asked(const point *low, const lyc_root_request *request)
{
    return request->digits > 0
               ? fabs(low->at) * pow(10.0, -(double)request->digits)
           : request->is_default ? LYC_CHANGE_TOL
                                 : request->tol;
}

lyc_verdict_t lyc_equation_find_change(lyc_solution_t r, lyc_equation_t q,
                                       const char *definitions,
                                       const char *equation,
                                       const lyc_root_request *request,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    search s = {.q = q, .limits = limits, .d = d};
    point low = {0, NAN, 0, {0, NULL}}, high = {0, NAN, 0, {0, NULL}};
    int found = 0;
    int ok = scan(&found, &low, &high, &s);
    const double width = asked(&low, request);
    ok = ok && (!found || narrow(&low, &high, &s, width));
    lyc_verdict_t v = d->is_set ? d->status : LYC_MALFORMED;
    if (ok && found)
    {
        v = finish(r, &low, &high, &s, definitions, equation, width);
    }
    else if (ok)
    {
        v = LYC_UNDECIDED;
        lyc_diag_fail(d, v,
                      "no change of sign was found: exponents in the equation "
                      "have no formula, and only opposite signs at two points "
                      "would prove a root");
    }
    r->cells = s.points;
    clear_point(&low);
    clear_point(&high);
    return v;
}
