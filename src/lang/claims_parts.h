/* What a script is made of: each function reads the statement that stands in
 * tokens [from, to). 1 on success, else 0 and d. */
#ifndef LYAPCERT_LANG_CLAIMS_PARTS_H
#define LYAPCERT_LANG_CLAIMS_PARTS_H

#include "lyapcert/claims.h"

int lyc_script_add_theorem(lyc_script_t s, const lyc_tokens_t t, long from,
                           long to, lyc_diag_t d);
int lyc_script_add_instance(lyc_script_t s, const lyc_tokens_t t, long from,
                            long to, lyc_diag_t d);

int lyc_script_add_ensemble(lyc_script_t s, const lyc_tokens_t t, long from,
                            long to, lyc_diag_t d);

/* ~ GENERATOR(OPTION, ...), count = N [, full = M] [, seed = S] from token i
 * to `to`. */
int lyc_instance_parse_generator(lyc_instance *instance, const lyc_script_t s,
                                 const lyc_tokens_t t, long i, long to,
                                 lyc_diag_t d);

void lyc_ensemble_clear(lyc_ensemble *ensemble);
int lyc_script_add_forall(lyc_script_t s, const lyc_tokens_t t, long from,
                          long to, lyc_diag_t d);
/* A claim inside or outside (NULL) of a block. */
int lyc_script_add_claim(lyc_script_t s, const lyc_forall *forall,
                         const lyc_tokens_t t, long from, long to,
                         lyc_diag_t d);
/* The kind of claim that token i begins, or -1. */
int lyc_claim_kind_at(const lyc_tokens_t t, long i);

void lyc_forall_free(lyc_forall *forall);

/* The name at token i, which is to be bound: neither reserved nor defined. NULL
 * and d; `what` was expected. */
char *lyc_bound_name(const lyc_program_t p, const lyc_tokens_t t, long i,
                     long to, const char *what, lyc_diag_t d);

void lyc_theorem_clear(lyc_theorem *theorem);
void lyc_instance_clear(lyc_instance *instance);

/* 1 when no claim, theorem or ensemble has the name that stands at place. */
int lyc_script_name_is_new(const lyc_script_t s, const char *name,
                           lyc_place place, lyc_diag_t d);

/* Reads a comparison; names are looked up in the program, up to two that are
 * given may be used besides. *statement, *text (the bytes as written), *begin
 * and *end are set. */
typedef struct
{
    const lyc_program_struct *program;
    const char *parameter, *variable; /* or NULL */
    const lyc_forall *forall;         /* or NULL */
} lyc_scope;

int lyc_scope_knows(const lyc_scope *scope, const lyc_expr *e, lyc_diag_t d);

/* The bytes of tokens [from, to), to > from, as a string of its own. */
char *lyc_tokens_copy(const lyc_tokens_t t, long from, long to);

/* The first token of [from, to) outside brackets that is of this kind (is
 * this word, where word is not NULL), or to. */
long lyc_tokens_find(const lyc_tokens_t t, long from, long to, int kind,
                     const char *word);

#endif
