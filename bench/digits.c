/* Section "digits": certified digits of a positive pair by collocation against
 * time, and the same law by the traces of all words up to a length, which are
 * not certified. */
#include <math.h>
#include <stdio.h>

#include "common/bench.h"
#include "lyapcert/enclosure.h"
#include "lyapcert/traces.h"

static const bench_law pair = {"pair", "{[2,1;1,1],[3,1;2,1]}", 0, 0};

/* ---- collocation ---- */

typedef struct
{
    double digits, degree, seconds, bytes;
} digits_result;

static void collocate(double *out, const void *data)
{
    const slong *digits = data;
    digits_result *r = (digits_result *)out;
    const lyc_request request = {0, *digits, NULL, LYC_METHOD_COLLOCATION};
    lyc_enclosure_t e;
    lyc_text_t text;
    lyc_digest_t digest;
    bench_case k;
    bench_case_init(&k, &pair);
    lyc_enclosure_init(e, 2);
    lyc_text_init(text);
    const double begin = bench_seconds();
    if (lyc_enclose(e, k.law, &request, k.limits, k.d) != LYC_PROVED)
        bench_case_fail(&k);
    r->seconds = bench_seconds() - begin;
    r->digits = (double)*digits;
    r->degree = (double)e->degree;
    lyc_certificate_write(text, digest, e->certificate);
    r->bytes = (double)text->length;
    lyc_text_clear(text);
    lyc_enclosure_clear(e);
    bench_case_clear(&k);
}

static const bench_column certified_columns[] = {
    {"degree", BENCH_COUNT},          {"seconds", BENCH_SHORT},
    {"peak_MB", BENCH_SHORT},         {"certificate_bytes", BENCH_COUNT},
    {"growth_exponent", BENCH_SHORT},
};

/* growth_exponent: of the time in the digits, from the row above; 0 in the
 * first row. */
static void certified(bench_sheet *sheet, int is_quick)
{
    static const slong usual[] = {125, 250, 500, 1000, 2000};
    static const slong quick[] = {20, 40};
    const slong *digits = is_quick ? quick : usual;
    const size_t n =
        is_quick ? sizeof quick / sizeof *quick : sizeof usual / sizeof *usual;
    digits_result before = {0, 0, 0, 0};
    bench_sheet_init(sheet, certified_columns,
                     sizeof certified_columns / sizeof *certified_columns);
    for (size_t i = 0; i < n; i++)
    {
        digits_result r;
        char name[32];
        fprintf(stderr, "bench: digits, %ld by collocation\n", (long)digits[i]);
        const double peak = bench_child((double *)&r, sizeof r / sizeof(double),
                                        collocate, digits + i);
        const double growth = i == 0 || !(before.seconds > 0 && r.seconds > 0)
                                  ? 0
                                  : log(r.seconds / before.seconds) /
                                        log(r.digits / before.digits);
        const double row[] = {r.degree, r.seconds, peak / 1e6, r.bytes, growth};
        snprintf(name, sizeof name, "%ld digits", (long)digits[i]);
        bench_sheet_row(sheet, name, row);
        before = r;
    }
}

/* ---- traces ---- */

typedef struct
{
    double digits, length, words, seconds;
} traces_result;

typedef struct
{
    double tol;
} traces_job;

static void trace(double *out, const void *data)
{
    const traces_job *j = data;
    traces_result *r = (traces_result *)out;
    lyc_traces_t t;
    bench_case k;
    bench_case_init(&k, &pair);
    lyc_traces_init(t);
    const double begin = bench_seconds();
    if (!lyc_traces_approx(t, k.law, j->tol, 512, k.limits, k.d))
        bench_case_fail(&k);
    r->seconds = bench_seconds() - begin;
    arf_t size;
    arf_init(size);
    arf_abs(size, t->change);
    r->digits = arf_is_zero(size)
                    ? -log10(j->tol)
                    : floor(-log10(arf_get_d(size, ARF_RND_NEAR)));
    arf_clear(size);
    r->length = (double)t->length;
    r->words = t->words;
    lyc_traces_clear(t);
    bench_case_clear(&k);
}

static const bench_column traces_columns[] = {
    {"word_length", BENCH_COUNT},     {"words", BENCH_COUNT},
    {"agreeing_digits", BENCH_COUNT}, {"seconds", BENCH_SHORT},
    {"collocation_s", BENCH_SHORT},   {"ratio", BENCH_TIMES},
};

/* Collocation is asked for as many digits as the last two values of the traces
 * have in common. */
static void not_certified(bench_sheet *sheet, int is_quick)
{
    static const traces_job jobs[] = {{1e-10}, {1e-20}, {1e-40}, {1e-60}};
    const size_t n = is_quick ? 1 : sizeof jobs / sizeof *jobs;
    bench_sheet_init(sheet, traces_columns,
                     sizeof traces_columns / sizeof *traces_columns);
    for (size_t i = 0; i < n; i++)
    {
        traces_result t;
        digits_result c;
        char name[32];
        snprintf(name, sizeof name, "%.0e", jobs[i].tol);
        fprintf(stderr, "bench: digits, traces to %s\n", name);
        bench_child((double *)&t, sizeof t / sizeof(double), trace, jobs + i);
        const slong digits = (slong)t.digits;
        bench_child((double *)&c, sizeof c / sizeof(double), collocate,
                    &digits);
        const double row[] = {t.length,  t.words,   t.digits,
                              t.seconds, c.seconds, t.seconds / c.seconds};
        bench_sheet_row(sheet, name, row);
    }
}

int main(int argc, char **argv)
{
    const bench_args args = bench_parse(argc, argv);
    bench_sheet first, second;
    const bench_sheet *const both[] = {&first, &second};
    certified(&first, args.is_quick);
    bench_sheet_print(&first, "a positive pair by collocation, certified");
    not_certified(&second, args.is_quick);
    bench_sheet_print(&second, "the same by traces of words, not certified");
    bench_sheets_write(both, 2, args.file);
    bench_sheet_clear(&first);
    bench_sheet_clear(&second);
    lyc_number_cleanup();
    return 0;
}
