/* Literate chapters: Markdown whose fenced blocks of info string `lyap` hold
 * definitions and claims. */
#ifndef LYAPCERT_CHAPTER_H
#define LYAPCERT_CHAPTER_H

#include "lyapcert/claims.h"
#include "lyapcert/digest.h"

/* The text of one fenced block and the line of the chapter it begins at. */
typedef struct
{
    lyc_text_t text;
    int first_line, last_line;
} lyc_block;

typedef struct
{
    char *file;     /* as given */
    char *name;     /* theory/04-random-fibonacci.md: random-fibonacci */
    char *title;    /* front matter, or NULL */
    char *expected; /* file of the words of its ensembles, or NULL */
    char **uses;    /* ids name.claim that the front matter names */
    int *uses_line;
    long uses_length;
    char **sources;
    long sources_length;
    lyc_block *block;
    long blocks;
    lyc_text_t text; /* the whole file */
    lyc_script_t script;
} lyc_chapter_struct;
typedef lyc_chapter_struct lyc_chapter_t[1];

void lyc_chapter_init(lyc_chapter_t c);
void lyc_chapter_clear(lyc_chapter_t c);

/* Reads the chapter from its file. 1 on success; 0 and d: FAILURE when the
 * file cannot be read, MALFORMED (with place) when the front matter, a
 * definition or a claim is wrong. */
int lyc_chapter_read(lyc_chapter_t c, const char *file, lyc_diag_t d);

/* The same from memory; `file` names it. */
int lyc_chapter_parse(lyc_chapter_t c, const char *file, const char *bytes,
                      size_t length, lyc_diag_t d);

/* The block that `line` of the chapter stands in, as a source; bytes is NULL
 * when there is none. */
lyc_source lyc_chapter_source(const lyc_chapter_t c, int line);

/* Appends the permanent id NAME.CLAIM of claim i. */
void lyc_chapter_id(lyc_text_t out, const lyc_chapter_t c, long i);

/* Digest of the lyap blocks up to byte `end` of the block in which `line`
 * stands: all that a claim which ends there may depend on. line 0: of all
 * blocks. */
void lyc_chapter_digest(lyc_digest_t out, const lyc_chapter_t c, int line,
                        size_t end);

/* 1 when the chapter states `id` (without the chapter's name): a claim of
 * its blocks, or a statement of its prose that is headed by Theorem, Lemma,
 * Proposition, Corollary or Definition followed by NAME.ID. */
int lyc_chapter_states(const lyc_chapter_t c, const char *id);

/* Every id that chapter `c` uses must be stated by one of the `n` chapters,
 * or by a chapter in the folder of c's file. 1 when so; else 0 and d is
 * MALFORMED. */
int lyc_chapter_check_uses(const lyc_chapter_t c,
                           const lyc_chapter_struct *chapters, long n,
                           lyc_diag_t d);

#endif
