#include <stdio.h>
#include <string.h>

#include "common/bench.h"

bench_args bench_parse(int argc, char **argv)
{
    bench_args a = {0, NULL};
    int k = 1;
    if (k < argc && strcmp(argv[k], "--quick") == 0)
    {
        a.is_quick = 1;
        k++;
    }
    if (k + 1 != argc)
    {
        fprintf(stderr, "usage: %s [--quick] FILE.tsv\n", argv[0]);
        exit(LYC_MALFORMED);
    }
    a.file = argv[k];
    return a;
}
