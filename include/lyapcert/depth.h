/* Growth at a finite depth: what S_n = A_n … A_1 does to a vector. */
#ifndef LYAPCERT_DEPTH_H
#define LYAPCERT_DEPTH_H

#include "lyapcert/certificate.h"

/* A level of log(|S_n x|/|x|) to be exceeded or fallen below. */
typedef struct
{
    lyc_number_struct value;
    int side; /* 1: P(>= value), -1: P(<= value) */
} lyc_depth_level;

typedef struct
{
    slong depth; /* 1 to LYC_DEPTH_MAX */
    const lyc_depth_level *level;
    slong levels;
} lyc_depth_request;

/* Bounds of a probability by one theorem; 1 where it gives none. */
typedef struct
{
    double range, moment; /* Theorems finite-depth.concentration and
                             finite-depth.moments */
    double best;          /* the lesser one, as certified */
} lyc_depth_probability;

typedef struct
{
    int is_known;                 /* the bounds below are proved */
    arf_t lower, upper;           /* E log(|S_n x|/|x|), for every x != 0 */
    arf_t norm_lower, norm_upper; /* E log ||S_n|| */
    lyc_depth_probability *probability; /* one a level */
    slong levels;
    const char *method; /* "gauge", "length", "formula" */
    slong cones;        /* 0: none */
    double seconds;
    lyc_certificate_t certificate; /* empty where nothing is proved */
} lyc_depth_struct;
typedef lyc_depth_struct lyc_depth_t[1];

void lyc_depth_init(lyc_depth_t r, slong levels);
void lyc_depth_clear(lyc_depth_t r);

/* PROVED: everything asked is bounded, the certificate was written, read back
 * and checked. UNDECIDED: d says why nothing is known. FAILURE: d. */
lyc_verdict_t lyc_depth_enclose(lyc_depth_t r, const lyc_law_t law,
                                const lyc_depth_request *request,
                                const lyc_limits_t limits, lyc_diag_t d);

#endif
