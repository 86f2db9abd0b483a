/* Boxes: closed ranges with rational ends for parameters. */
#ifndef LYAPCERT_BOX_H
#define LYAPCERT_BOX_H

#include "lyapcert/arith.h"
#include "lyapcert/diag.h"
#include "lyapcert/syntax.h"
#include "lyapcert/text.h"

/* lower[i] <= name[i] <= upper[i] */
typedef struct
{
    slong length;
    char **name;
    fmpq *lower, *upper;
} lyc_box_struct;
typedef lyc_box_struct lyc_box_t[1];

void lyc_box_init(lyc_box_t b); /* no parameters */
void lyc_box_clear(lyc_box_t b);
void lyc_box_set(lyc_box_t b, const lyc_box_t c);
void lyc_box_add(lyc_box_t b, const char *name, const fmpq_t lower,
                 const fmpq_t upper);
int lyc_box_equal(const lyc_box_t b, const lyc_box_t c);
/* The same names in the same order. */
int lyc_box_same_names(const lyc_box_t b, const lyc_box_t c);
/* 1 when the names are the same and every range of b lies in that of c. */
int lyc_box_is_inside(const lyc_box_t b, const lyc_box_t c);

/* About the largest width. */
double lyc_box_width(const lyc_box_t b);

/* "s 1/100 4/5 t 0 1", canonical. */
void lyc_box_get_text(lyc_text_t t, const lyc_box_t b);
/* "1/100 <= s <= 4/5, t = 1" */
void lyc_box_get_phrase(lyc_text_t t, const lyc_box_t b);
/* "forall s in [1/100, 4/5]\n" for each parameter: a law's text. */
void lyc_box_get_definitions(lyc_text_t t, const lyc_box_t b);

/* ---- parameters of programs ---- */

/* b = the parameters that e needs (all of them where e is NULL) and their
 * ranges, in the order in which they are defined. 1; or 0 and d: an end that is
 * not rational, or an upper end below the lower one, is MALFORMED. */
int lyc_program_get_box(lyc_box_t b, const lyc_program_t p, const lyc_expr *e,
                        lyc_diag_t d);

/* p is about a part of its ranges from now on. 1; or 0 and d: MALFORMED
 * where b does not name all parameters of p, in their order, or leaves their
 * ranges. */
int lyc_program_restrict(lyc_program_t p, const lyc_box_t b, lyc_diag_t d);

/* Every parameter of b gets b's range; those that p does not know are passed
 * over. */
void lyc_program_set_box(lyc_program_t p, const lyc_box_t b);

#endif
