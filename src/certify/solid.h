/* The bracket of a gauge that is the exponential of a polynomial on a square,
 * for finite laws on 3x3 matrices that map a simplicial cone into itself. */
#ifndef LYC_CERTIFY_SOLID_H
#define LYC_CERTIFY_SOLID_H

#include "certify/cone.h"
#include "lyapcert/square.h"

/* A letter in the coordinates of u_0, u_1, u_2: B = +-U^-1 A U >= 0. */
typedef struct
{
    arb_struct b[9]; /* by rows */
} lyc_solid_letter;

typedef struct
{
    const lyc_square_struct *q;
    slong length, prec;
    arb_ptr weight;
    lyc_solid_letter *letter;
} lyc_solid_struct;
typedef lyc_solid_struct lyc_solid_t[1];

/* LYC_PROVED: det U > 0 and every atom maps the cone into itself or its
 * negative, exactly. To be cleared in every case. */
lyc_verdict_t lyc_solid_init(lyc_solid_t solid, const lyc_square_t q,
                             const lyc_law_t law, slong prec,
                             const lyc_limits_t limits, lyc_diag_t d);
void lyc_solid_clear(lyc_solid_t solid);

/* The letter with one variable fixed in a ball: as functions of the other one,
 * first[] gives the image's s and ell(A x), second[] the image's t. variable:
 * 0 leaves s free, 1 leaves t free. Initialises both. */
void lyc_solid_charts(lyc_cone_chart *first, lyc_cone_chart *second,
                      const lyc_solid_letter *letter, int variable,
                      const arb_t other, slong prec);
/* log = log ell(A x), and the image's s and t, at x = x(s, t). */
void lyc_solid_image(arb_t log, arb_t image_s, arb_t image_t,
                     const lyc_solid_letter *letter, const arb_t s,
                     const arb_t t, slong prec);

/* What interpolation in one variable leaves out, the other being anywhere in
 * [-1, 1]; infinite where the hypotheses are not met. */
void lyc_solid_tail(mag_t tail, const lyc_solid_t solid, int variable);

/* lower <= lambda_1 <= upper when PROVED. */
lyc_verdict_t lyc_solid_bracket(arf_t lower, arf_t upper, const lyc_square_t q,
                                const lyc_law_t law, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d);

#endif
