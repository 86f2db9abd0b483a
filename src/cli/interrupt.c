/* sigaction needs POSIX, which the build asks for. */
#include <stddef.h>
#include <string.h>

#include "cli/cli.h"

volatile sig_atomic_t lyc_cli_interrupted = 0;

static lyc_limits_struct *volatile watched = NULL;

/* The store is not atomic, but any value it may leave is read as a limit;
 * out of time is what every one of them but the old value means. */
static void interrupt(int signal_number)
{
    (void)signal_number;
    lyc_cli_interrupted = 1;
    if (watched != NULL)
    {
        watched->max_seconds = 0.0;
    }
}

void lyc_cli_watch(lyc_limits_struct *limits)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = interrupt;
    action.sa_flags = (int)SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    watched = limits;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}
