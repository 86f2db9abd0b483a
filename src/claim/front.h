/* Front matter of a chapter. */
#ifndef LYAPCERT_CLAIM_FRONT_H
#define LYAPCERT_CLAIM_FRONT_H

#include "lyapcert/chapter.h"

/* Reads
 *     ---
 *     title: TEXT
 *     uses: [name.claim, ...]      (or one `- name.claim` a line)
 *     sources: [TEXT, ...]         (or one `- TEXT` a line)
 *     ---
 * at the beginning of c->text, if it begins so. *bytes and *lines are what it
 * takes, 0 without front matter. 1 on success, else 0 and d. */
int lyc_chapter_front(lyc_chapter_t c, size_t *bytes, int *lines, lyc_diag_t d);

#endif
