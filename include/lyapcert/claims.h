/* Statements that claim something, and scripts of definitions and claims. */
#ifndef LYAPCERT_CLAIMS_H
#define LYAPCERT_CLAIMS_H

#include "lyapcert/syntax.h"

typedef enum
{
    LYC_CLAIM_PROVE,
    LYC_CLAIM_REFUTE,
    LYC_CLAIM_OPEN
} lyc_claim_kind;

typedef struct
{
    lyc_claim_kind kind;
    char *name; /* within its chapter */
    lyc_place place;
    lyc_expr *statement; /* a comparison */
    char *text;          /* the statement as written, without "prove name:" */
    size_t begin, end;
} lyc_claim;

typedef struct
{
    lyc_program_t program;
    lyc_claim *claim;
    long length, capacity;
    void *index; /* name to position */
} lyc_script_struct;
typedef lyc_script_struct lyc_script_t[1];

void lyc_script_init(lyc_script_t s);
void lyc_script_clear(lyc_script_t s);

/* Appends the definitions and claims of one source (a block of a chapter; the
 * scope is the whole script so far). Names of claims are unique. Statements
 * of kinds that this version does not know are MALFORMED. 1 on success. */
int lyc_script_add(lyc_script_t s, const lyc_source *source, lyc_diag_t d);

#endif
