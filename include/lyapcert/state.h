/* Outcomes of an earlier run that was interrupted. A file of them is a cache:
 * it is used only where its key, a digest of the program and of everything
 * that was asked, is that of this run. */
#ifndef LYAPCERT_STATE_H
#define LYAPCERT_STATE_H

#include <jansson.h>

#include "lyapcert/digest.h"
#include "lyapcert/text.h"

typedef struct
{
    char *path; /* NULL: nothing is kept */
    lyc_digest_t key;
    json_t *outcomes;
    int is_ours;          /* the file there is of this run's key */
    long recalled, added; /* of this run */
    double saved;         /* seconds of the monotonic clock */
} lyc_state_struct;
typedef lyc_state_struct lyc_state_t[1];

void lyc_state_init(lyc_state_t s);
void lyc_state_clear(lyc_state_t s);

/* Keeps outcomes in the file `path`, and reads it where there is one. `what`
 * describes the run; the program's own bytes are added to it. Where the file
 * is not used, why says so; else it is left as it is. */
void lyc_state_open(lyc_state_t s, const char *path, const char *what,
                    lyc_text_t why);

/* The outcome of task i of `unit`, or NULL. */
const char *lyc_state_recall(lyc_state_t s, const char *unit, long i);
/* Adds an outcome; the file is written anew every few seconds. What cannot be
 * written is lost: lyc_state_save says so. */
void lyc_state_keep(lyc_state_t s, const char *unit, long i,
                    const char *outcome);
/* Writes the file, whole or not at all. 1; or 0 and d. */
int lyc_state_save(lyc_state_t s, lyc_diag_t d);
/* All is done: the file is removed, so that the next run decides anew; one of
 * another key is left. */
void lyc_state_finish(lyc_state_t s);

#endif
