#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "claim/state.h"

enum
{
    SAVE_SECONDS = 5
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void lyc_state_init(lyc_state_t s)
{
    memset(s, 0, sizeof *s);
    s->outcomes = json_object();
    s->saved = now();
}

void lyc_state_clear(lyc_state_t s)
{
    free(s->path);
    json_decref(s->outcomes);
}

/* An outcome is found by "UNIT/I". */
static void place(lyc_text_t out, const char *unit, long i)
{
    lyc_text_printf(out, "%s/%ld", unit, i);
}

const char *lyc_state_recall(lyc_state_t s, const char *unit, long i)
{
    lyc_text_t at;
    if (s->path == NULL)
    {
        return NULL;
    }
    lyc_text_init(at);
    place(at, unit, i);
    const char *known =
        json_string_value(json_object_get(s->outcomes, at->bytes));
    s->recalled += known != NULL;
    lyc_text_clear(at);
    return known;
}

void lyc_state_keep(lyc_state_t s, const char *unit, long i,
                    const char *outcome)
{
    lyc_text_t at;
    lyc_diag_t own;
    if (s->path == NULL)
    {
        return;
    }
    lyc_text_init(at);
    place(at, unit, i);
    json_object_set_new(s->outcomes, at->bytes, json_string(outcome));
    s->added++;
    lyc_text_clear(at);
    if (now() >= s->saved + SAVE_SECONDS)
    {
        lyc_diag_init(own);
        lyc_state_save(s, own);
        lyc_diag_clear(own);
    }
}

int lyc_state_save(lyc_state_t s, lyc_diag_t d)
{
    lyc_text_t file;
    if (s->path == NULL)
    {
        return 1;
    }
    lyc_text_init(file);
    lyc_state_format(file, s);
    int ok = lyc_text_write_file(s->path, file->bytes, file->length, d);
    lyc_text_clear(file);
    s->is_ours |= ok;
    s->saved = now();
    return ok;
}

void lyc_state_finish(lyc_state_t s)
{
    if (s->path != NULL && s->is_ours)
    {
        unlink(s->path);
    }
}
