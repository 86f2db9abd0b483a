/* Section "cones": what refinement and offsets are worth. The width of
 * lambda_1 that is proved with so many cones, where all cones are alike, where
 * those with the largest error are halved, and where those with the largest
 * dual weight times error are; with offsets (Lemma bracket.offsets) and
 * without. Gauges over boxes, in the plane and in space. */
#include <math.h>
#include <stdio.h>

#include "certify/box.h"
#include "common/bench.h"
#include "enclose/box/solver.h"

static const bench_law laws[] = {
    {"plane", "{[1/4, 3/10; -1/5, -1/10], [-7/20, -3/20; 2/5, 1/5]}", 0, 0},
    {"space",
     "{[-41/100, 3/100, 11/100; -9/100, 1/2, 39/100; -51/100, 9/100, -53/100], "
     "[2/25, 1/100, 4/5; 43/100, -9/20, 11/20; 3/100, 21/25, 14/25], "
     "[17/25, -49/100, -49/100; 19/50, 81/100, -33/50; "
     "-11/100, 2/5, -23/100]}",
     0, 0},
};

static const char *const refinements[] = {"dual weight", "error", "uniform"};

typedef struct
{
    const bench_law *law;
    lyc_box_refinement_t refinement;
    int is_continuous;
    slong cones;
} job;

typedef struct
{
    double cones, width, seconds, check, bytes;
} result;

/* The width that the kernel proves. */
static double prove(const lyc_box_solver_t s, bench_case *k)
{
    lyc_boxes_t b;
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    lyc_box_export(b, s, 0.01);
    if (lyc_box_bracket(lower, upper, b, k->law, 64, k->limits, k->d) !=
        LYC_PROVED)
        bench_case_fail(k);
    arf_sub(upper, upper, lower, 53, ARF_RND_UP);
    const double width = arf_get_d(upper, ARF_RND_UP);
    arf_clear(lower);
    arf_clear(upper);
    lyc_boxes_clear(b);
    return width;
}

static void enclose(double *out, const void *data)
{
    const job *j = data;
    result *r = (result *)out;
    lyc_box_solver_t s;
    bench_case k;
    bench_case_init(&k, j->law);
    k.limits->threads = 1;
    const double begin = bench_seconds();
    lyc_box_solver_init(s, k.law, 1);
    s->refinement = j->refinement;
    s->is_continuous = j->is_continuous;
    /* All cones halved along one axis. */
    while (s->steps == 0 || 2 * s->tree->cells <= j->cones)
        if (!lyc_box_solver_step(s, s->steps == 0 ? 0 : 2 * s->tree->cells))
            break;
    r->cones = (double)s->tree->cells;
    r->bytes = lyc_box_solver_bytes(s);
    r->seconds = bench_seconds() - begin;
    r->width = prove(s, &k);
    r->check = bench_seconds() - begin - r->seconds;
    lyc_box_solver_clear(s);
    bench_case_clear(&k);
}

static const bench_column columns[] = {{"cones", BENCH_COUNT},
                                       {"width", BENCH_SHORT},
                                       {"search_s", BENCH_SHORT},
                                       {"check_s", BENCH_SHORT},
                                       {"bytes_a_cone", BENCH_COUNT}};

int main(int argc, char **argv)
{
    const bench_args args = bench_parse(argc, argv);
    const slong most = args.is_quick ? 1000 : 100000;
    bench_sheet sheet;
    const bench_sheet *const all[] = {&sheet};
    bench_sheet_init(&sheet, columns, sizeof columns / sizeof *columns);
    for (size_t l = 0; l < sizeof laws / sizeof *laws; l++)
        for (int n = 0; n < 6; n++)
            for (slong cones = 400; cones <= most; cones *= 4)
            {
                const job j = {laws + l, (lyc_box_refinement_t)(n / 2), n % 2,
                               cones};
                char name[60];
                result r;
                snprintf(name, sizeof name, "%s, %s, %s", laws[l].name,
                         refinements[n / 2], n % 2 ? "none" : "offsets");
                if (cones == 400)
                    fprintf(stderr, "bench: cones, %s\n", name);
                bench_child((double *)&r, sizeof r / sizeof(double), enclose,
                            &j);
                bench_sheet_row(&sheet, name, (const double *)&r);
            }
    bench_sheet_print(&sheet, "width of lambda_1 against cones");
    bench_sheets_write(all, 1, args.file);
    bench_sheet_clear(&sheet);
    lyc_number_cleanup();
    return 0;
}
