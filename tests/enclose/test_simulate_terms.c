/* Laws given by terms: estimates against closed forms, seeds fixed. */
#include <math.h>
#include <string.h>

#include "enclosing.h"
#include "lyapcert/simulate.h"

#define EULER 0.57721566490153286

static void simulate(lyc_simulation_t s, const char *expression, slong dim,
                     long steps)
{
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;

    law_of(law, expression);
    cr_assert_eq(law->length, 0, "%s", expression);
    lyc_limits_init(limits);
    limits->seed = 1;
    lyc_diag_init(d);
    lyc_simulation_init(s, dim == 0 ? law->dim : dim);
    cr_assert(lyc_simulate_approx(s, law, steps, limits, d), "%s: %s",
              expression, d->is_set ? d->text : "");
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
}

/* dim 0: all exponents are carried along. */
static void expect_within(const char *law, slong dim, slong k, double value)
{
    lyc_simulation_t s;

    simulate(s, law, dim, 40000);
    cr_expect_leq(fabs(s->mean[k - 1] - value), 5 * s->error[k - 1],
                  "%s: %g +- %g, not %g", law, s->mean[k - 1], s->error[k - 1],
                  value);
    cr_expect_lt(s->error[k - 1], 0.03, "%s", law);
    lyc_simulation_clear(s);
}

/* E log|x| of x with a density. */
Test(simulate_terms, scalars)
{
    expect_within("uniform(0,1)", 0, 1, -1);
    expect_within("uniform(-3,-1)", 0, 1, 1.5 * log(3) - 1);
    expect_within("normal()", 0, 1, -(EULER + log(2)) / 2);
    expect_within("cauchy(3)", 0, 1, log(3));
    expect_within("gamma(1,2)", 0, 1, -EULER - log(2));
    expect_within("gamma(1/2,3)", 0, 1, -EULER - 2 * log(2) - log(3));
    expect_within("gamma(5,1)", 0, 1, 25.0 / 12 - EULER);
    expect_within("normal()*normal()/uniform(0,2)", 0, 1,
                  -EULER - log(2) - (log(2) - 1));
    expect_within("{1/4: normal(), 3/4: 2}", 0, 1,
                  -(EULER + log(2)) / 8 + 0.75 * log(2));
}

/* lambda_k(G) = (log 2 + psi((d-k+1)/2)) / 2, G Gaussian: Newman 1986;
 * lambda_1(I + G) = E_1(1/2) / 2 for d = 2. */
Test(simulate_terms, gaussian)
{
    const double psi_half = -EULER - 2 * log(2);

    expect_within("gaussian(2)", 0, 1, (log(2) - EULER) / 2);
    expect_within("gaussian(2)", 1, 1, (log(2) - EULER) / 2);
    expect_within("gaussian(2)", 0, 2, (log(2) + psi_half) / 2);
    expect_within("gaussian(3)", 0, 3, (log(2) + psi_half) / 2);
    expect_within("transpose(gaussian(2))", 1, 1, (log(2) - EULER) / 2);
    expect_within("I + gaussian(2)", 0, 1, 0.5597735947761608 / 2);
    expect_within("I + gaussian(2)", 1, 1, 0.5597735947761608 / 2);
    /* The exponents of the inverse are those of G with the other sign. */
    expect_within("gaussian(2)^-1", 0, 1, -(log(2) + psi_half) / 2);
    expect_within("gaussian(2,3)*gaussian(3,2)", 0, 1,
                  (log(2) - EULER) / 2 + (log(2) + 2 - EULER - 2 * log(2)) / 2);
}

/* (x, 1; 1, 0), x ~ Cauchy(w): log((w + sqrt(w^2 + 4)) / 2); Lloyd's law
 * (E - V, -1; 1, 0): 4 cosh lambda = |2 + E + iw| + |2 - E + iw|. */
Test(simulate_terms, cauchy)
{
    double lloyd = (hypot(3, 2) + hypot(1, 2)) / 4;

    expect_within("[cauchy(1),1;1,0]", 0, 1, log((1 + sqrt(5)) / 2));
    expect_within("[cauchy(3),1;1,0]", 1, 1, log((3 + sqrt(13)) / 2));
    expect_within("[1-cauchy(2),-1;1,0]", 0, 1, acosh(lloyd));
}

static void expect_text(const char *text, slong k, double value)
{
    lyc_source source = {"test", text, strlen(text), 1};
    lyc_limits_t limits;
    lyc_simulation_t s;
    lyc_law_t law;
    lyc_diag_t d;

    lyc_law_init(law);
    lyc_diag_init(d);
    cr_assert(lyc_law_parse(law, &source, d), "%s", text);
    lyc_limits_init(limits);
    limits->seed = 2;
    lyc_simulation_init(s, law->dim);
    cr_assert(lyc_simulate_approx(s, law, 40000, limits, d));
    cr_expect_leq(fabs(s->mean[k - 1] - value), 5 * s->error[k - 1] + 1e-9,
                  "%s: %g +- %g, not %g", text, s->mean[k - 1], s->error[k - 1],
                  value);
    lyc_simulation_clear(s);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
}

/* A name is one draw: G G^-1 = I, s s = s^2. */
Test(simulate_terms, shared_draws)
{
    expect_text("law g = gaussian(2)\nlaw a = 3*g*inv(g)", 1, log(3));
    expect_text("law s = normal()\nlaw a = s*s", 1, -(EULER + log(2)));
    expect_text("law s = normal()\nlaw a = 2*s/s", 1, log(2));
    expect_text("law s = uniform(1,2)\nlaw a = [s,0;0,s]*[3,0;0,2]/s", 2,
                log(2));
    expect_text("law f = {[2,0;0,1], [1/2,0;0,1]}\n"
                "law g = normal()\nlaw a = f*inv(f)*g/g*5",
                1, log(5));
}

/* Gates may all be closed, and a narrow product loses rank. */
Test(simulate_terms, lost_rank)
{
    double inf = (double)INFINITY;
    lyc_simulation_t s;

    simulate(s, "gaussian(2)*gates(2,1/2)*gaussian(2)", 0, 1000);
    cr_expect_eq(s->mean[0], -inf);
    lyc_simulation_clear(s);
    simulate(s, "gaussian(3,2)*gaussian(2,3)", 0, 1000);
    cr_expect(isfinite(s->mean[1]));
    cr_expect_eq(s->mean[2], -inf);
    lyc_simulation_clear(s);
    /* Small is not 0 where the law is invertible. */
    simulate(s, "[1,0;0,1e-30]*gaussian(2)", 0, 1000);
    cr_expect(isfinite(s->mean[1]));
    lyc_simulation_clear(s);
}

/* The residual block of width 512: one matrix is never formed. */
Test(simulate_terms, wide)
{
    expect_within("I + sqrt(2/512)*gaussian(512)*gates(512,1/2)"
                  "*sqrt(2/512)*gaussian(512)",
                  1, 1, 0.5472);
    expect_within("gaussian(1000)", 1, 1,
                  (log(2) + log(500) - 1.0 / 1000 - 1.0 / 3e6) / 2);
}

static void expect_failure(const char *expression, slong dim)
{
    lyc_limits_t limits;
    lyc_simulation_t s;
    lyc_law_t law;
    lyc_diag_t d;

    law_of(law, expression);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_simulation_init(s, dim);
    cr_expect_not(lyc_simulate_approx(s, law, 1000, limits, d));
    cr_expect(d->is_set && d->status == LYC_FAILURE);
    lyc_diag_clear(d);
    lyc_simulation_clear(s);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
}

Test(simulate_terms, failures)
{
    expect_failure("gaussian(100000)", 2);
    expect_failure("gaussian(2000)", 2000);
    expect_failure("1e400*gaussian(2)", 2);
    expect_failure("inv(I + gaussian(50000))", 1);
}
