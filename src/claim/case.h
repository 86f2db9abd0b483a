/* One instance of a theorem: a chapter of its own, in which the law's name and
 * the variable of `for` are defined and the clauses are claims. */
#ifndef LYAPCERT_CLAIM_CASE_H
#define LYAPCERT_CLAIM_CASE_H

#include "lyapcert/theorem.h"

typedef struct
{
    const lyc_chapter_struct *home;
    const lyc_theorem *theorem;
    const char *law; /* as text; borrowed */
    char *name;      /* of the claims that its clauses become: NAME.CLAUSE */
    lyc_library_t library;
} lyc_case_struct;
typedef lyc_case_struct lyc_case_t[1];

void lyc_case_init(lyc_case_t a, const lyc_chapter_struct *home,
                   const lyc_theorem *theorem, const char *law,
                   const char *name);
void lyc_case_clear(lyc_case_t a);

/* One clause with `variable` = k. It borrows the home chapter's blocks and the
 * theorem's expressions. */
typedef struct
{
    lyc_chapter_t view;
    char *name;
    lyc_claim claim;
    lyc_statement_t statement;
} lyc_case_claim_struct;
typedef lyc_case_claim_struct lyc_case_claim_t[1];

/* 1; or 0 and d. Clear in either case. */
int lyc_case_claim_init(lyc_case_claim_t c, lyc_case_t a, long clause, slong k,
                        lyc_diag_t d);
void lyc_case_claim_clear(lyc_case_claim_t c);

/* The range of the clause's variable; 0..0 without one. */
int lyc_case_range(slong *first, slong *last, lyc_case_t a, long clause,
                   lyc_diag_t d);

/* The canonical text of the law of expression e. */
int lyc_case_law_text(lyc_text_t out, const lyc_chapter_struct *home,
                      const lyc_expr *e, lyc_diag_t d);

#endif
