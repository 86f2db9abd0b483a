/* Limits, refusals, and equal output for equal input. */
#include "enclose/gauging.h"

#define FIBONACCI "{1/2:[0,1;1,1],1/2:[0,1;1,-1]}"

Test(gauge_limits, cones)
{
    gauging t;
    gauging_init(&t, FIBONACCI, 1e-9);
    t.limits->max_cones = 3000;
    gauging_run(&t);
    cr_assert(t.contributed);
    cr_assert_leq(t.e->cones, 3000);
    cr_assert(!lyc_request_met(&t.request, t.e->facts, 1));
    cr_assert_lt(gauging_width(&t), 1e-3);
    gauging_clear(&t);
}

Test(gauge_limits, memory)
{
    gauging t;
    gauging_init(&t, FIBONACCI, 1e-9);
    t.limits->max_memory = 1000000;
    gauging_run(&t);
    cr_assert(t.contributed);
    cr_assert_leq(t.e->cones, 1200);
    gauging_clear(&t);
}

Test(gauge_limits, seconds)
{
    gauging t;
    gauging_init(&t, FIBONACCI, 1e-12);
    t.limits->max_seconds = 1.5;
    gauging_run(&t);
    cr_assert(t.contributed);
    cr_assert_lt(lyc_limits_elapsed(t.limits), 6.0);
    cr_assert_lt(gauging_width(&t), 1e-2);
    gauging_clear(&t);
}

static const lyc_fan_struct *fan_of(const gauging *t)
{
    const lyc_certificate_struct *c = t->e->certificate;
    for (slong i = 0; i < c->evidences; i++)
    {
        lyc_evidence_struct *e = c->evidence + i;
        if (lyc_evidence_fan(e) != NULL)
            return lyc_evidence_fan(e);
    }
    return NULL;
}

Test(gauge_limits, equal_input_gives_equal_fans)
{
    gauging s, t;
    gauging_init(&s, "{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}", 1e-3);
    gauging_init(&t, "{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}", 1e-3);
    gauging_run(&s);
    gauging_run(&t);
    const lyc_fan_struct *f = fan_of(&s), *g = fan_of(&t);
    cr_assert(f != NULL && g != NULL);
    cr_assert_eq(f->length, g->length);
    for (slong j = 0; j < f->length; j++)
    {
        cr_assert(fmpz_equal(f->x + j, g->x + j));
        cr_assert(fmpz_equal(f->y + j, g->y + j));
        cr_assert_eq(f->value[j], g->value[j]);
        cr_assert_eq(f->lower[j], g->lower[j]);
        cr_assert_eq(f->upper[j], g->upper[j]);
    }
    gauging_clear(&s);
    gauging_clear(&t);
}

Test(gauge_limits, laws_that_are_not_for_this_method)
{
    gauging t;
    gauging_init(&t, "{[2],[3]}", 1e-3);
    gauging_run(&t);
    cr_assert(!t.contributed);
    gauging_clear(&t);
    gauging_init(&t, "{[0,0;0,0],[1,2;3,4]}", 1e-3);
    gauging_run(&t);
    cr_assert(!t.contributed);
    gauging_clear(&t);
}

/* No cone is invariant under a rotation by an irrational angle: the upper
 * bound is finite, the lower one is not, and that is said soon. */
Test(gauge_limits, singular_law_without_an_invariant_cone)
{
    gauging t;
    gauging_init(&t, "{[1,0;0,0],[3/5,4/5;-4/5,3/5]}", 1e-6);
    gauging_run(&t);
    cr_assert(t.contributed);
    cr_assert(arf_is_neg_inf(t.e->facts->exponent_lower));
    cr_assert(arf_is_finite(t.e->facts->exponent_upper));
    cr_assert_lt(arf_get_d(t.e->facts->exponent_upper, ARF_RND_UP), 0.0);
    gauging_clear(&t);
}

/* The line of e_1 is invariant and its exponent is the smaller one: brackets
 * on all directions stall between the two, and the run ends by itself. */
Test(gauge_limits, reducible_law_stalls)
{
    gauging t;
    gauging_init(&t, "{[1/2,1;0,2],[1/3,1;0,3]}", 1e-6);
    t.limits->max_cones = 20000;
    gauging_run(&t);
    cr_assert(t.contributed);
    cr_assert(!lyc_request_met(&t.request, t.e->facts, 1));
    arb_t value;
    arb_init(value);
    value_of(value, "log(6)/2");
    cr_assert(facts_contain(t.e->facts, 1, value));
    arb_clear(value);
    gauging_clear(&t);
}
