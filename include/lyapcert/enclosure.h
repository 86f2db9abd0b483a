/* Certified enclosures of the exponents of a law, by whatever method serves.
 *
 * Methods are untrusted producers: each proposes evidence; what is believed
 * is what lyc_evidence_establish makes of it. */
#ifndef LYAPCERT_ENCLOSURE_H
#define LYAPCERT_ENCLOSURE_H

#include "lyapcert/certificate.h"

typedef enum
{
    LYC_METHOD_AUTO,
    LYC_METHOD_FORMULA, /* scalar, triangular, conformal, monomial, vanishing */
    LYC_METHOD_BLOCK,   /* invariant subspaces */
    LYC_METHOD_GAUGE,   /* fan of cones, d = 2, 3, 4 */
    LYC_METHOD_COLLOCATION, /* polynomials on invariant arcs, d = 2 */
    LYC_METHOD_PRODUCT,     /* (1/n) E log||S_n|| and the determinant */
    LYC_METHOD_DETERMINANT  /* E log|det A| alone; what lyc_traces_approx finds
                               is not certified */
} lyc_method_t;

/* 1 and *method when name is auto, formula, block, gauge, collocation, product
 * or determinant. */
int lyc_method_set_str(lyc_method_t *method, const char *name);

typedef struct
{
    double tol;   /* absolute width asked of each exponent, > 0 */
    slong digits; /* if > 0: significant digits of each non-zero exponent
                     instead of tol */
    int *wanted;  /* dim flags, or NULL: all exponents */
    lyc_method_t method;
} lyc_request;

typedef struct lyc_enclosure_struct
{
    lyc_facts_t facts;
    const char **method; /* dim names: which method gave lambda_k; NULL
                            where nothing is known */
    lyc_certificate_t certificate; /* conclusions drawn from facts */
    slong cones, sweeps;           /* 0 when no fan was used */
    slong degree;                  /* of polynomials; 0 when none were used */
    double seconds;
    const char *stop; /* why refinement ended early, or NULL */
    /* Called, unless NULL, whenever facts have become narrower. */
    void (*watch)(void *context, const struct lyc_enclosure_struct *e);
    void *context;
    int is_contradicted; /* the kernel met proved bounds that exclude each
                            other: an internal error */
} lyc_enclosure_struct;
typedef lyc_enclosure_struct lyc_enclosure_t[1];

void lyc_enclosure_init(lyc_enclosure_t e, slong dim);
void lyc_enclosure_clear(lyc_enclosure_t e);

/* Encloses the exponents of law; e is as lyc_enclosure_init left it. A method
 * other than auto restricts to that method and the determinant. The
 * certificate is written, read back and checked once more, whatever the time
 * left; facts are what that check proved.
 * PROVED: every width asked for is reached. UNDECIDED: some is not (also where
 * the method does not apply to the law), the enclosure is still true, d says
 * why. MALFORMED: tol is not > 0, digits < 0, or e has another dimension.
 * FAILURE: the certificate did not check. */
lyc_verdict_t lyc_enclose(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits,
                          lyc_diag_t d);

/* ---- structure ---- */

typedef struct
{
    int is_decided;    /* every block is proved irreducible, and the flag of
                          Furstenberg and Kifer where atoms are invertible */
    int is_invertible; /* every atom is */
    slong rates;       /* spaces of the flag; 0: none is stated */
    arf_struct *lower, *upper; /* growth in each, the smallest space first */
} lyc_flag_struct;
typedef lyc_flag_struct lyc_flag_t[1];

void lyc_flag_init(lyc_flag_t f);
void lyc_flag_clear(lyc_flag_t f);

/* The structure of a finite law, as one evidence: blocks without real invariant
 * subspaces, evidence about each, and for invertible atoms the flag of
 * Furstenberg and Kifer. Facts, certificate and verdict as of lyc_enclose, but
 * PROVED needs flag->is_decided, too. With is_width_asked 0 widths do not count
 * for the verdict. */
lyc_verdict_t lyc_enclose_flag(lyc_enclosure_t e, lyc_flag_t flag,
                               const lyc_law_t law, const lyc_request *request,
                               int is_width_asked, const lyc_limits_t limits,
                               lyc_diag_t d);

/* 1 when facts meet the request for exponent k: it is not wanted, or proved to
 * be -inf, or exactly 0, or upper - lower <= tol, or upper - lower <=
 * 10^-digits min(|lower|, |upper|) with both of one sign. */
int lyc_request_met(const lyc_request *request, const lyc_facts_t facts,
                    slong k);

/* ---- the methods, one folder each; each appends evidence it has put through
 * lyc_evidence_establish into e (facts and certificate) and returns 1 when it
 * contributed ---- */
int lyc_enclose_formula(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits);
int lyc_enclose_block(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits);
/* The same for d >= 3: invariant subspaces of rational atoms. */
int lyc_enclose_blocks(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits);
int lyc_enclose_gauge(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits);
int lyc_enclose_collocation(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits);
/* The same for d = 3: polynomials on a square. */
int lyc_enclose_solid(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits);
int lyc_enclose_boxes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits);
/* The same for laws with one or two continuous draws, d = 3. */
int lyc_enclose_cubes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits);
/* The same for laws whose rows are made of two uniform draws each, d = 2. */
int lyc_enclose_density(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits);
/* The same for laws with continuous draws, d = 2. */
int lyc_enclose_continuous(lyc_enclosure_t e, const lyc_law_t law,
                           const lyc_request *request,
                           const lyc_limits_t limits);
int lyc_enclose_product(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits);

/* What methods call: establishes evidence, and where it holds intersects
 * e->facts, records `name` for each exponent that became narrower, and moves
 * the evidence into the certificate. 1 when it held. */
int lyc_enclosure_accept(lyc_enclosure_t e, const char *name,
                         lyc_evidence_t evidence, const lyc_law_t law,
                         const lyc_limits_t limits);

#endif
