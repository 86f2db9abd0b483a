/* Laws whose matrices are affine in independent scalar draws:
 *
 *     A = part[0] + t_1 part[1] + … + t_m part[m]
 *
 * with probability weight, for each of finitely many outcomes of the finite
 * draws; t_1, …, t_m are the same independent numbers in all of them. */
#ifndef LYC_CERTIFY_AFFINE_LAW_H
#define LYC_CERTIFY_AFFINE_LAW_H

#include "lyapcert/law.h"

#define LYC_AFFINE_LAW_MAX_DRAWS 4
#define LYC_AFFINE_LAW_MOST_DRAWS 64 /* for lyc_affine_law_set_long */
#define LYC_AFFINE_LAW_MAX_OUTCOMES 256

typedef struct
{
    lyc_term_kind kind;   /* UNIFORM, NORMAL, CAUCHY or GAMMA */
    const lyc_term *term; /* borrowed; number[] are its parameters */
    slong entry;          /* of a Gaussian matrix, row by row */
} lyc_affine_draw;

typedef struct
{
    lyc_number_t weight;
    lyc_matrix_struct *part; /* draws + 1 */
} lyc_affine_outcome;

typedef struct
{
    slong dim, draws, outcomes;
    lyc_affine_draw draw[LYC_AFFINE_LAW_MOST_DRAWS];
    lyc_affine_outcome *outcome;
} lyc_affine_law_struct;
typedef lyc_affine_law_struct lyc_affine_law_t[1];

void lyc_affine_law_init(lyc_affine_law_t f);
void lyc_affine_law_clear(lyc_affine_law_t f);

/* The normal form of a law that is a term, which must outlive f. 1; or 0 and
 * *why where it has none, or too many draws or outcomes. */
int lyc_affine_law_set(lyc_affine_law_t f, const char **why,
                       const lyc_law_t law);
/* The same with many draws. */
int lyc_affine_law_set_long(lyc_affine_law_t f, const char **why,
                            const lyc_law_t law);
/* The number c[0] + c[1] t_1 + … + c[m] t_m as a 1x1 term with draws of its
 * own; the caller releases it. */
lyc_term *lyc_affine_law_combine(const lyc_affine_law_t f,
                                 const lyc_number_struct *c);

/* ---- matrices that are affine in the draws, while a term is read ---- */

typedef struct
{
    slong rows, columns, parts;
    lyc_matrix_struct *part; /* parts of them; NULL: not affine */
    int *is_there;           /* part[j] may differ from 0 */
} lyc_affine_form;

void lyc_affine_form_init(lyc_affine_form *f, slong rows, slong columns,
                          slong parts); /* zero */
void lyc_affine_form_clear(lyc_affine_form *f);
void lyc_affine_form_set(lyc_affine_form *f, const lyc_affine_form *g);
/* f becomes something that is not affine in the draws. */
void lyc_affine_form_spoil(lyc_affine_form *f);
int lyc_affine_form_is_constant(const lyc_affine_form *f);
/* f += g, of one shape. */
void lyc_affine_form_add(lyc_affine_form *f, const lyc_affine_form *g);
/* f = f g; a 1x1 factor is a scalar. Spoilt when both are random. */
void lyc_affine_form_mul(lyc_affine_form *f, const lyc_affine_form *g);

#endif
