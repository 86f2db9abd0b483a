/* simulate LAW STEPS SEED: estimates of all exponents with standard errors, not
 * certified. One line "k estimate error" an exponent. */
#include <stdio.h>
#include <stdlib.h>

#include "lyapcert/simulate.h"

static int print(const lyc_law_t law, long steps, unsigned long seed,
                 lyc_diag_t d)
{
    lyc_limits_t limits;
    lyc_simulation_t s;
    int ok;

    lyc_limits_init(limits);
    limits->seed = seed;
    lyc_simulation_init(s, law->dim);
    ok = lyc_simulate_approx(s, law, steps, limits, d);
    for (slong k = 0; k < s->dim && ok; k++)
    {
        printf("%ld %.12g %.3g\n", (long)k + 1, s->mean[k], s->error[k]);
    }
    lyc_simulation_clear(s);
    lyc_limits_clear(limits);
    return ok;
}

int main(int argc, char **argv)
{
    lyc_source source = {"<law>", NULL, 0, 1};
    lyc_text_t text;
    lyc_law_t law;
    lyc_diag_t d;
    int status = 0;

    if (argc != 4 || strtol(argv[2], NULL, 10) < LYC_SIMULATION_MIN_STEPS)
    {
        fprintf(stderr, "usage: simulate LAW STEPS SEED, at least %d steps\n",
                LYC_SIMULATION_MIN_STEPS);
        return LYC_MALFORMED;
    }
    lyc_diag_init(d);
    lyc_law_init(law);
    lyc_text_init(text);
    lyc_text_printf(text, "law it = %s\n", argv[1]);
    source.bytes = text->bytes;
    source.length = text->length;
    if (!lyc_law_parse(law, &source, d) ||
        !print(law, strtol(argv[2], NULL, 10), strtoul(argv[3], NULL, 10), d))
    {
        fprintf(stderr, "%s\n", d->text);
        status = (int)d->status;
    }
    lyc_law_clear(law);
    lyc_text_clear(text);
    lyc_diag_clear(d);
    lyc_number_cleanup();
    return status;
}
