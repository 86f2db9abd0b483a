/* Section "floor": what the proof costs. A fan found by the search is crossed
 * twice: by the checker, in balls, and by the search's own loops over the same
 * cones in doubles without any error bound, which is the floor: images
 * located, cones cut into pieces, both bounds of each piece evaluated. */
#include <math.h>
#include <stdio.h>

#include "certify/gauge.h"
#include "common/bench.h"
#include "enclose/gauge/gauge.h"

typedef struct
{
    double cones, pieces, floor, check, width;
} floor_result;

typedef struct
{
    const bench_law *law;
    slong cones;
} job;

/* Passes over a fan; the quickest counts. */
#define PASSES 5

/* Seconds of one pass over the fan in doubles. */
static double time_floor(const lyc_gauge_solver_t s)
{
    lyc_gauge_images_t m;
    lyc_gauge_pieces_t p;
    const size_t n = (size_t)s->fan->cones;
    double *error = lyc_malloc(n * sizeof(double));
    unsigned char *trapped = lyc_malloc(n);
    lyc_gauge_images_init(m, s->fan->rays, s->atoms->length);
    lyc_gauge_pieces_init(p);
    const double begin = bench_seconds();
    lyc_gauge_images_locate(m, s->fan, s->atoms);
    lyc_gauge_approx_pieces(p, s->fan, m, s->atoms, s->lambda);
    lyc_gauge_approx_errors(error, trapped, s->fan, p, m, s->atoms);
    const double seconds = bench_seconds() - begin;
    lyc_gauge_images_clear(m);
    lyc_gauge_pieces_clear(p);
    free(error);
    free(trapped);
    return seconds;
}

/* Seconds of the proof; the width that it proves goes to *width. */
static double time_check(double *width, const lyc_gauge_solver_t s,
                         bench_case *k)
{
    lyc_fan_t fan;
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    lyc_gauge_export(fan, s->fan, s->acts);
    const double begin = bench_seconds();
    lyc_gauge_bracket(lower, upper, fan, k->law, 64, k->limits, k->d);
    const double seconds = bench_seconds() - begin;
    arf_sub(upper, upper, lower, 53, ARF_RND_UP);
    *width = arf_get_d(upper, ARF_RND_UP);
    lyc_fan_clear(fan);
    arf_clear(lower);
    arf_clear(upper);
    return seconds;
}

static void cross(double *out, const void *data)
{
    const job *j = data;
    floor_result *r = (floor_result *)out;
    bench_case k;
    lyc_gauge_solver_t s;
    bench_case_init(&k, j->law);
    if (!lyc_gauge_solver_init(s, k.law, LYC_ACTS_LAW))
        bench_case_fail(&k);
    do
    {
        const slong half = s->fan->cones + s->fan->cones / 2;
        if (!lyc_gauge_solver_step(s, FLINT_MIN(half, j->cones), k.limits))
            break;
    } while (s->fan->cones < j->cones);
    r->cones = (double)s->fan->cones;
    r->pieces = (double)s->pieces->length;
    r->floor = r->check = INFINITY;
    for (int i = 0; i < PASSES; i++)
    {
        r->floor = fmin(r->floor, time_floor(s));
        r->check = fmin(r->check, time_check(&r->width, s, &k));
    }
    lyc_gauge_solver_clear(s);
    bench_case_clear(&k);
}

static const bench_column columns[] = {
    {"cones", BENCH_COUNT},         {"pieces", BENCH_COUNT},
    {"width", BENCH_SHORT},         {"floor_us_cone", BENCH_SHORT},
    {"check_us_cone", BENCH_SHORT}, {"check_floor", BENCH_TIMES},
};

int main(int argc, char **argv)
{
    const bench_args args = bench_parse(argc, argv);
    bench_sheet sheet;
    const bench_sheet *const one[] = {&sheet};
    bench_sheet_init(&sheet, columns, sizeof columns / sizeof *columns);
    for (int k = 0; k < BENCH_LAWS; k++)
    {
        const job j = {bench_laws + k, args.is_quick ? 300 : 20000};
        floor_result r;
        fprintf(stderr, "bench: floor, %s\n", j.law->name);
        bench_child((double *)&r, sizeof r / sizeof(double), cross, &j);
        const double row[] = {r.cones,
                              r.pieces,
                              r.width,
                              1e6 * r.floor / r.cones,
                              1e6 * r.check / r.cones,
                              r.check / r.floor};
        bench_sheet_row(&sheet, j.law->name, row);
    }
    bench_sheet_print(&sheet, "the proof against the same loop in doubles");
    bench_sheets_write(one, 1, args.file);
    bench_sheet_clear(&sheet);
    lyc_number_cleanup();
    return 0;
}
