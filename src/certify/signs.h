/* Signs: an equation's sides at two values of its parameter, where exponents
 * without a formula are enclosed by evidence of their own. */
#ifndef LYC_CERTIFY_SIGNS_H
#define LYC_CERTIFY_SIGNS_H

#include "certify/equation.h"
#include "certify/kinds.h"
#include "lyapcert/certificate.h"

/* Evidence about the law of one lambda(LAW, k) at one of the two values. */
typedef struct
{
    int is_upper; /* at which value */
    slong call;   /* which exponent, from 0 in the order of evaluation */
    slong evidences;
    lyc_evidence_struct *evidence;
} lyc_sign_part;

typedef struct
{
    slong length;
    lyc_sign_part *part;
} lyc_signs;

/* A new part without evidence, at the end. */
lyc_sign_part *lyc_signs_add(lyc_signs *s, int is_upper, slong call);
/* Takes what e holds. */
void lyc_sign_part_add(lyc_sign_part *p, lyc_evidence_t e);
void lyc_signs_clear(lyc_signs *s);

/* Takes the contents of s, which is left empty. */
void lyc_evidence_set_signs(lyc_evidence_t e, slong prec, lyc_signs *s);
/* The parts of such evidence, NULL for other kinds. */
const lyc_signs *lyc_evidence_signs(const lyc_evidence_t e);

/* The law without its parameters, which all have one value; 0 where one has
 * more. */
int lyc_law_at_point(lyc_law_t out, const lyc_law_t law);
/* lambda_k as these facts have it. */
void lyc_facts_get_dual(lyc_dual_t z, const lyc_facts_t facts, slong k,
                        slong prec);

/* Whether F is continuous over lower <= parameter <= upper: *is. 0 and d on an
 * error. */
int lyc_equation_is_continuous(int *is, lyc_equation_t q, const fmpq_t lower,
                               const fmpq_t upper, slong prec, lyc_diag_t d);

/* CHANGE or ZERO from signs. */
lyc_verdict_t lyc_signs_check(const lyc_conclusion *c, lyc_equation_t q,
                              const lyc_evidence_t e, const lyc_limits_t limits,
                              lyc_diag_t d);

#endif
