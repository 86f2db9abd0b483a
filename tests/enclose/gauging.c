#include "enclose/gauging.h"

void gauging_init(gauging *t, const char *law, double tol)
{
    lyc_law_init(t->law);
    law_of(t->law, law);
    lyc_limits_init(t->limits);
    t->request = (lyc_request){.tol = tol, .method = LYC_METHOD_GAUGE};
    lyc_enclosure_init(t->e, t->law->dim);
    t->contributed = 0;
}

void gauging_run(gauging *t)
{
    t->contributed = lyc_enclose_gauge(t->e, t->law, &t->request, t->limits);
}

void gauging_clear(gauging *t)
{
    lyc_enclosure_clear(t->e);
    lyc_limits_clear(t->limits);
    lyc_law_clear(t->law);
}

double gauging_width(const gauging *t)
{
    arf_t w;
    arf_init(w);
    lyc_facts_width(w, t->e->facts, 1);
    const double width = arf_get_d(w, ARF_RND_UP);
    arf_clear(w);
    return width;
}

void expect_gauge(const char *law, double tol, const char *low,
                  const char *high)
{
    gauging t;
    arb_t a, b;
    arf_t end;
    gauging_init(&t, law, tol);
    t.request.wanted = (int[]){1, 0};
    gauging_run(&t);
    cr_assert(t.contributed, "%s: no evidence", law);
    cr_assert(lyc_request_met(&t.request, t.e->facts, 1), "%s: width %g", law,
              gauging_width(&t));
    arb_init(a);
    arb_init(b);
    arf_init(end);
    value_of(a, low);
    value_of(b, high);
    arb_get_ubound_arf(end, b, 2000);
    cr_assert(arf_cmp(t.e->facts->exponent_lower, end) <= 0,
              "%s: lower bound is above %s", law, high);
    arb_get_lbound_arf(end, a, 2000);
    cr_assert(arf_cmp(t.e->facts->exponent_upper, end) >= 0,
              "%s: upper bound is below %s", law, low);
    arb_clear(a);
    arb_clear(b);
    arf_clear(end);
    gauging_clear(&t);
}
