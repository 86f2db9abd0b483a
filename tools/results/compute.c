#include <time.h>

#include "compute.h"

/* Seconds that a search may take on a loaded machine; what is found does not
 * depend on it unless it is used up, and then the result is not PROVED. */
#define MAX_SECONDS "1800"

void compute_command(command *shown, command *run, const setting *s,
                     const char *words, const char *argument, const char *cert)
{
    command_add(run, s->program);
    command_add(shown, "lyapcert");
    command_add_words(run, words);
    command_add_words(shown, words);
    command_add(shown, argument);
    command_add(run, "--json");
    command_add(run, "--quiet");
    command_add(run, "--threads");
    command_add(run, "1");
    command_add(run, "--max-seconds");
    command_add(run, MAX_SECONDS);
    if (cert != NULL)
    {
        command_add(run, "--cert");
        command_add(run, cert);
    }
    command_add(run, "--");
    command_add(run, argument);
}

int compute(provenance *p, const setting *s, const char *folder,
            const recipe *r, lyc_diag_t d)
{
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    p->precision = 0;
    int ok = store_open(folder, r, d);
    if (ok && r->script != NULL)
        ok = compute_script(s, folder, r, d);
    else if (ok && recipe_is_table(r))
        ok = compute_table(s, folder, r, d);
    else if (ok)
        ok = compute_result(p, s, folder, r, d);
    clock_gettime(CLOCK_MONOTONIC, &end);
    p->seconds = (double)(end.tv_sec - begin.tv_sec) +
                 1e-9 * (double)(end.tv_nsec - begin.tv_nsec);
    return ok;
}
