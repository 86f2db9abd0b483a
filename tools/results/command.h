/* Running commands of lyapcert and reading what they print. */
#ifndef RESULTS_COMMAND_H
#define RESULTS_COMMAND_H

#include <jansson.h>

#include "lyapcert/text.h"

/* A list of words that owns them and ends with NULL. */
typedef struct
{
    char **word;
    long words;
} command;

void command_init(command *c);
void command_clear(command *c);
void command_add(command *c, const char *word);
/* Words that stand between blanks. */
void command_add_words(command *c, const char *words);

/* Appends the words as a shell reads them. */
void command_get_text(lyc_text_t out, const command *c);

/* Runs it; standard output goes to `out`. *status is its exit status. 1; or 0
 * and d when it did not run, or was killed. */
int command_run(lyc_text_t out, int *status, const command *c, lyc_diag_t d);

/* The object that it prints; NULL and d, also where it ends with another status
 * than 0. */
json_t *command_json(const command *c, lyc_diag_t d);

#endif
