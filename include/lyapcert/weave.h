/* A chapter with the state of its statements written in. */
#ifndef LYAPCERT_WEAVE_H
#define LYAPCERT_WEAVE_H

#include <jansson.h>

#include "lyapcert/chapter.h"

/* The words of statements. */
typedef enum
{
    LYC_STATE_PROVED,    /* certified as it is written */
    LYC_STATE_REFUTED,   /* its opposite is certified */
    LYC_STATE_UNDECIDED, /* neither */
    LYC_STATE_OPEN,      /* marked open, whatever is known of it */
    LYC_STATE_VACUOUS,   /* a theorem or ensemble that says nothing */
    LYC_STATE_STALE      /* what is on record is about another text */
} lyc_state_word;

const char *lyc_state_get_word(lyc_state_word word);

/* The text of c; under each lyap block a list with one item for each claim,
 * theorem and ensemble of the block. `record` is the object of `lyapcert
 * verify --json`: what it says of an id counts where its digest of the source
 * is that of c. Certificates are named as files of the folder dir, or without
 * a folder if it is NULL. `items` (an array, or NULL) gets {id, line, kind,
 * word} and what the record says, without times. */
void lyc_weave(lyc_text_t out, json_t *items, const lyc_chapter_t c,
               const json_t *record, const char *dir);

#endif
