/* Section "planar": lambda_1 of planar laws by a gauge, against the norm of
 * long products in the same time, and against the time that Monte Carlo would
 * need for five standard errors on either side as wide as our interval. */
#include <math.h>
#include <stdio.h>

#include "common/bench.h"
#include "lyapcert/enclosure.h"
#include "lyapcert/simulate.h"

typedef struct
{
    double width, lower, upper, seconds, cones, sweeps, check;
} gauge_result;

typedef struct
{
    double letters, upper, seconds;
} product_result;

typedef struct
{
    double steps, error, seconds;
} walk_result;

typedef struct
{
    const bench_law *law;
    double tol;    /* gauge */
    double budget; /* product: processor seconds */
    long steps;    /* walk */
} job;

/* Seconds that reading and checking the certificate takes. */
static double time_check(bench_case *k, const lyc_certificate_t written)
{
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_facts_t facts;
    lyc_text_t text;
    lyc_text_init(text);
    lyc_certificate_init(c);
    lyc_certificate_write(text, digest, written);
    const double begin = bench_seconds();
    if (!lyc_certificate_read(c, digest, text->bytes, text->length, "bench",
                              k->d) ||
        lyc_certificate_check(facts, c, "bench", k->limits, k->d) != LYC_PROVED)
        bench_case_fail(k);
    const double seconds = bench_seconds() - begin;
    lyc_facts_clear(facts);
    lyc_certificate_clear(c);
    lyc_text_clear(text);
    return seconds;
}

static void gauge(double *out, const void *data)
{
    const job *j = data;
    gauge_result *r = (gauge_result *)out;
    int wanted[] = {1, 0};
    const lyc_request request = {j->tol, 0, wanted, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    bench_case k;
    arf_t width;
    const double begin = bench_seconds();
    bench_case_init(&k, j->law);
    arf_init(width);
    lyc_enclosure_init(e, k.law->dim);
    k.limits->max_seconds = 600.0;
    if (lyc_enclose(e, k.law, &request, k.limits, k.d) != LYC_PROVED)
        bench_case_fail(&k);
    r->seconds = bench_seconds() - begin;
    lyc_facts_width(width, e->facts, 1);
    r->width = arf_get_d(width, ARF_RND_UP);
    r->lower = arf_get_d(e->facts->exponent_lower, ARF_RND_FLOOR);
    r->upper = arf_get_d(e->facts->exponent_upper, ARF_RND_CEIL);
    r->cones = (double)e->cones;
    r->sweeps = (double)e->sweeps;
    r->check = time_check(&k, e->certificate);
    arf_clear(width);
    lyc_enclosure_clear(e);
    bench_case_clear(&k);
}

/* Words of 1, 2, … letters as long as one length takes at most the budget:
 * the least bound, and what its length took. */
static void product(double *out, const void *data)
{
    const job *j = data;
    product_result *r = (product_result *)out;
    double took = 0.0;
    int held = 1;
    bench_case k;
    bench_case_init(&k, j->law);
    r->upper = INFINITY;
    for (slong n = 1; held && took * (double)k.law->length <= j->budget; n++)
    {
        lyc_evidence_t e;
        lyc_facts_t facts;
        lyc_evidence_init(e);
        lyc_facts_init(facts, k.law->dim);
        lyc_evidence_set_product(e, 64, n);
        const double begin = bench_seconds();
        held = lyc_evidence_establish(facts, e, k.law, k.limits, k.d) ==
               LYC_PROVED;
        took = bench_seconds() - begin;
        const double upper = arf_get_d(facts->exponent_upper, ARF_RND_CEIL);
        if (held && took <= j->budget && upper < r->upper)
        {
            r->letters = (double)n;
            r->upper = upper;
            r->seconds = took;
        }
        lyc_facts_clear(facts);
        lyc_evidence_clear(e);
    }
    bench_case_clear(&k);
}

static void walk(double *out, const void *data)
{
    const job *j = data;
    walk_result *r = (walk_result *)out;
    lyc_simulation_t s;
    bench_case k;
    bench_case_init(&k, j->law);
    k.limits->seed = 1;
    lyc_simulation_init(s, k.law->dim);
    const double begin = bench_seconds();
    if (!lyc_simulate_approx(s, k.law, j->steps, k.limits, k.d))
        bench_case_fail(&k);
    r->seconds = bench_seconds() - begin;
    r->steps = (double)s->steps;
    r->error = s->error[0];
    lyc_simulation_clear(s);
    bench_case_clear(&k);
}

static const bench_column ours[] = {
    {"width", BENCH_SHORT},      {"seconds", BENCH_SHORT},
    {"cones", BENCH_COUNT},      {"sweeps", BENCH_COUNT},
    {"searched_s", BENCH_SHORT}, {"checked_s", BENCH_SHORT},
    {"peak_MB", BENCH_SHORT},    {"check_share", BENCH_SHORT},
};
static const bench_column theirs[] = {
    {"letters", BENCH_COUNT},     {"product_s", BENCH_SHORT},
    {"above", BENCH_SHORT},       {"above_ratio", BENCH_TIMES},
    {"walk_rate", BENCH_SHORT},   {"deviation", BENCH_SHORT},
    {"walk_needs", BENCH_SHORT},  {"walk_ratio", BENCH_TIMES},
    {"walk_s_spent", BENCH_SHORT}};

#define COLUMNS(c) ((long)(sizeof(c) / sizeof *(c)))
#define DOUBLES(t) (sizeof(t) / sizeof(double))

static void measure(bench_sheet *a, bench_sheet *b, const bench_law *law,
                    int is_quick)
{
    gauge_result g;
    product_result p;
    walk_result w;
    job j = {.law = law, .tol = is_quick ? law->quick_tol : law->tol};
    const double peak = bench_child((double *)&g, DOUBLES(g), gauge, &j);
    j.budget = g.seconds;
    bench_child((double *)&p, DOUBLES(p), product, &j);
    j.steps = is_quick ? 20000 : 8000000;
    bench_child((double *)&w, DOUBLES(w), walk, &j);

    const double ours_row[] = {
        g.width,    g.seconds,           g.cones,
        g.sweeps,   g.cones / g.seconds, g.cones / g.check,
        peak / 1e6, g.check / g.seconds};
    bench_sheet_row(a, law->name, ours_row);

    /* 10 errors = width: steps (10 error / width)^2 at the measured rate. */
    const double needs = w.seconds * pow(10.0 * w.error / g.width, 2.0);
    const double above = p.upper - g.upper;
    const double theirs_row[] = {
        p.letters,       p.seconds,           above,
        above / g.width, w.steps / w.seconds, w.error * sqrt(w.steps),
        needs,           needs / g.seconds,   w.seconds};
    bench_sheet_row(b, law->name, theirs_row);
}

int main(int argc, char **argv)
{
    const bench_args args = bench_parse(argc, argv);
    bench_sheet a, b;
    const bench_sheet *const both[] = {&a, &b};
    bench_sheet_init(&a, ours, COLUMNS(ours));
    bench_sheet_init(&b, theirs, COLUMNS(theirs));
    for (int k = 0; k < BENCH_LAWS; k++)
    {
        fprintf(stderr, "bench: planar, %s\n", bench_laws[k].name);
        measure(&a, &b, bench_laws + k, args.is_quick);
    }
    bench_sheet_print(&a, "planar laws: lambda_1 enclosed by a gauge");
    bench_sheet_print(&b, "the same laws by products and by Monte Carlo "
                          "(walk_needs, walk_ratio: extrapolated, not run)");
    bench_sheets_write(both, 2, args.file);
    bench_sheet_clear(&a);
    bench_sheet_clear(&b);
    lyc_number_cleanup();
    return 0;
}
