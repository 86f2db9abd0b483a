/* Statements that claim something, theorems with instances, ensembles of laws,
 * and scripts of definitions and claims. */
#ifndef LYAPCERT_CLAIMS_H
#define LYAPCERT_CLAIMS_H

#include "lyapcert/syntax.h"

typedef enum
{
    LYC_CLAIM_PROVE,
    LYC_CLAIM_REFUTE,
    LYC_CLAIM_OPEN
} lyc_claim_kind;

/* forall s in [a, b], t in [c, d]: with claims below it. */
typedef struct
{
    lyc_place place;
    long definitions; /* how many of the program's are in scope */
    long parameters;
    char **name;
    lyc_expr **range; /* 1x2 matrices */
    char **text;      /* "[a, b]" as written */
} lyc_forall;

typedef struct
{
    lyc_claim_kind kind;
    const lyc_forall *forall; /* the block it stands in, or NULL */
    char *name;               /* within its chapter */
    lyc_place place;
    lyc_expr *statement; /* a comparison */
    char *text;          /* the statement as written, without "prove name:" */
    size_t begin, end;
} lyc_claim;

/* ---- theorems: hypotheses and conclusions about a law that has a name ---- */

typedef struct
{
    int is_conclusion;
    lyc_place place;
    lyc_expr *statement; /* a comparison */
    char *text;          /* as written, without the keyword and `for` */
    size_t begin, end;
    char *variable;  /* of `for k in a..b`, or NULL */
    lyc_expr *range; /* the comparison a <= b, or NULL */
} lyc_clause;

typedef struct
{
    char *name; /* within its chapter; no claim has the same */
    lyc_place place;
    char *parameter;  /* the law's name inside the clauses */
    long definitions; /* how many of the program's are in scope */
    lyc_clause *clause;
    long clauses;
} lyc_theorem;

/* KEY, KEY = VALUE, KEY = FROM..TO or KEY <= VALUE. A value that is a lone
 * name may be a word of the generator: it is not looked up here. */
typedef struct
{
    char *key;
    lyc_place place;
    int op;               /* '=', 'l', or 0: the key alone */
    lyc_expr *value, *to; /* NULL where there is none */
} lyc_option;

/* `instance` gives one law, `instances` a generator. */
typedef struct
{
    long theorem;
    lyc_place place;
    lyc_expr *law; /* NULL for a generator */
    char *generator;
    lyc_option *option;
    long options;
    long count; /* >= 1; 1 for a law */
    long full;  /* >= count: the number in a full run */
    unsigned long seed;
} lyc_instance;

#define LYC_INSTANCE_MAX_COUNT 1000000

/* Laws drawn by chance, on each of which the readings of chapter residual are
 * decided. */
typedef struct
{
    char *name; /* within its chapter; no claim or theorem has the same */
    lyc_place place;
    lyc_instance laws;        /* a generator; theorem is -1 */
    lyc_expr *most_undecided; /* share of its readings, or NULL: none */
} lyc_ensemble;

typedef struct
{
    lyc_program_t program;
    lyc_claim *claim;
    long length, capacity;
    void *index; /* name to position */
    lyc_forall **forall;
    long foralls;
    lyc_theorem *theorem;
    long theorems;
    void *theorem_index;
    lyc_instance *instance;
    long instances;
    lyc_ensemble *ensemble;
    long ensembles;
    void *ensemble_index;
} lyc_script_struct;
typedef lyc_script_struct lyc_script_t[1];

void lyc_script_init(lyc_script_t s);
void lyc_script_clear(lyc_script_t s);

/* Appends the definitions, claims, theorems, instances and ensembles of one
 * source (a block of a chapter; the scope is the whole script so far). Names
 * of claims, theorems and ensembles are unique. Statements of kinds that this
 * version does not know are MALFORMED. 1 on success. */
int lyc_script_add(lyc_script_t s, const lyc_source *source, lyc_diag_t d);

#endif
