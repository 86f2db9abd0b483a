/* Where results are kept: FOLDER/TOPIC/NAME.json or .tsv, the certificates
 * beside them, and NAME.provenance. */
#ifndef RESULTS_STORE_H
#define RESULTS_STORE_H

#include <jansson.h>

#include "recipe.h"

/* What every command has to know. */
typedef struct
{
    const char *folder;  /* results */
    const char *program; /* build/lyapcert */
    const char *sources; /* digest of the program's sources */
    int jobs;
    int is_forced;    /* nothing is up to date */
    int with_timing;  /* measurements, too */
    const char *only; /* id, topic or pattern; NULL: all */
    recipe_list list;
} setting;

/* FOLDER/TOPIC/NAME and `ending`. */
void store_path(lyc_text_t out, const char *folder, const recipe *r,
                const char *ending);
/* The ending of what is compared: ".json" or ".tsv". */
const char *store_ending(const recipe *r);

/* Creates the folder of the recipe's topic. 1; or 0 and d. */
int store_open(const char *folder, const recipe *r, lyc_diag_t d);
int store_exists(const char *path);
/* 1 when the recipe's result is in the folder; measurements may be missing. */
int store_is_there(const char *folder, const recipe *r);

/* Reads FOLDER/TOPIC/NAME and `ending`. 1; or 0 and d. */
int store_read(lyc_text_t text, const char *folder, const recipe *r,
               const char *ending, lyc_diag_t d);
int store_write(const char *folder, const recipe *r, const char *ending,
                const lyc_text_t text, lyc_diag_t d);

/* The certificate that a command wrote to NAME.cert and `part` becomes
 * NAME`part`.cert, whose path is appended. 1; or 0 and d. */
int store_keep_certificate(lyc_text_t path, const char *folder, const recipe *r,
                           const char *part, lyc_diag_t d);

/* The object of a result; NULL and d. */
json_t *store_read_json(const char *folder, const recipe *r, lyc_diag_t d);

/* The string object[key]; "" when there is none. */
const char *store_string(const json_t *object, const char *key);

/* 1 when the recipe is meant by setting->only. */
int store_is_meant(const setting *s, const recipe *r);

#endif
