#include <stdio.h>

#include "common/bench.h"

#define PAIR "{[1/4, 3/10; -1/5, -1/10], [-7/20, -3/20; 2/5, 1/5]}"

const bench_law bench_laws[BENCH_LAWS] = {
    {"fibonacci", "{[0, 1; 1, 1], [0, 1; 1, -1]}", 2e-6, 1e-3},
    {"plain", PAIR, 1e-6, 1e-3},
    {"residual", "I + " PAIR, 1e-9, 1e-5},
    {"near identity", "I + (1/20)*" PAIR, 1e-9, 1e-4},
    {"five atoms",
     "{[1, 1/2; -1/3, 1], [0, 1; -1, 1/2], [1/2, -1; 1, 0], [1, 0; 1, 1], "
     "[-1, 1/3; 1/2, 1]}",
     1e-8, 1e-3},
    {"positive pair", "{[2, 1; 1, 1], [3, 1; 2, 1]}", 1e-11, 1e-5},
};

void bench_case_init(bench_case *c, const bench_law *from)
{
    lyc_source source = {from->name, NULL, 0, 1};
    lyc_text_t text;
    lyc_law_init(c->law);
    lyc_limits_init(c->limits);
    lyc_diag_init(c->d);
    lyc_text_init(text);
    lyc_text_printf(text, "law it = %s\n", from->text);
    source.bytes = text->bytes;
    source.length = text->length;
    if (!lyc_law_parse(c->law, &source, c->d))
        bench_case_fail(c);
    lyc_text_clear(text);
}

void bench_case_clear(bench_case *c)
{
    lyc_law_clear(c->law);
    lyc_limits_clear(c->limits);
    lyc_diag_clear(c->d);
}

void bench_case_fail(const bench_case *c)
{
    fprintf(stderr, "bench: %s\n", c->d->is_set ? c->d->text : "a failure");
    exit(LYC_FAILURE);
}
