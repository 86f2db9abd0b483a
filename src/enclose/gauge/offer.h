/* What a run of the gauge method keeps: the request, and the best evidence
 * that the kernel has accepted so far. */
#ifndef LYAPCERT_ENCLOSE_GAUGE_OFFER_H
#define LYAPCERT_ENCLOSE_GAUGE_OFFER_H

#include "enclose/gauge/gauge.h"

typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
    double log_det; /* approximately E log|det A|, -inf when singular */
    int has_best;   /* evidence below was accepted */
    lyc_evidence_t best;
    lyc_facts_t facts; /* e->facts and what best proves */
    double best_width; /* of lambda_1 in facts */
    double rate;       /* seconds of checking a cone; 0: not known */
    double last_check; /* when the last check ended */
    slong sweeps;
    slong most_cones; /* 0: as the limits say */
} lyc_gauge_run_struct;
typedef lyc_gauge_run_struct lyc_gauge_run_t[1];

void lyc_gauge_run_init(lyc_gauge_run_t r, lyc_enclosure_t e,
                        const lyc_law_t law, const lyc_request *request,
                        const lyc_limits_t limits);
/* Moves the best evidence, if any, into e. 1 when there was some. */
int lyc_gauge_run_finish(lyc_gauge_run_t r);

/* Width asked of lambda_1, from the request and an estimate of lambda_1. */
double lyc_gauge_run_asked(const lyc_gauge_run_t r, double lambda);
/* Seconds that checking a fan of so many cones takes until the command ends:
 * now, and again when the certificate is read back. */
double lyc_gauge_run_reserve(const lyc_gauge_run_t r, slong cones);
/* Has the fan checked and keeps it when it is better. 1 when the request is
 * met by what is kept. */
int lyc_gauge_run_offer(lyc_gauge_run_t r, const lyc_gauge_fan_t f,
                        lyc_acts_t acts);
/* The same; takes the fan, as the checker reads it. */
int lyc_gauge_run_offer_fan(lyc_gauge_run_t r, lyc_fan_t fan);

#endif
