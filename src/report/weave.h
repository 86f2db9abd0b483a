/* One statement of a chapter and what is on record of it. */
#ifndef LYAPCERT_REPORT_WEAVE_H
#define LYAPCERT_REPORT_WEAVE_H

#include "lyapcert/weave.h"

typedef struct
{
    const lyc_chapter_struct *chapter;
    int line;
    const char *kind;       /* "prove", "refute", "open", "theorem",
                               "ensemble" */
    const lyc_claim *claim; /* NULL for the last two */
    lyc_text_t id;
    const json_t *known; /* of the record, or NULL */
    lyc_state_word word;
} lyc_woven;

/* Sets the word, by kind and by what is known. */
void lyc_woven_set_word(lyc_woven *w);

/* "- **proved** `id`: …" and items below it with the commands that recheck;
 * each line begins with `prefix`. */
void lyc_woven_get_text(lyc_text_t out, const lyc_woven *w, const char *prefix,
                        const char *dir);

/* A string of the record; "" when there is none. */
const char *lyc_woven_string(const json_t *object, const char *key);

#endif
