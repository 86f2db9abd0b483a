/* What the parts of this folder share. */
#ifndef LYAPCERT_ENCLOSE_DEPTH_DEPTH_H
#define LYAPCERT_ENCLOSE_DEPTH_DEPTH_H

#include "certify/transit.h"
#include "lyapcert/depth.h"

/* ---- producers: each fills `walk` and the evidence that it comes from; 0
 * when there is none for this law. The walk is to be cleared. ---- */

int lyc_depth_gauge(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                    const lyc_depth_request *request, const lyc_limits_t limits,
                    lyc_diag_t d);

/* Terms that are isotropic; finite laws of any dimension. */
int lyc_depth_isotropic(lyc_transit_t walk, lyc_evidence_t e,
                        const lyc_law_t law, const lyc_limits_t limits,
                        lyc_diag_t d);
/* Terms whose rows are made of two uniform draws each, d = 2. */
int lyc_depth_density(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                      const lyc_limits_t limits);
/* Laws that draw 0 with positive probability. */
int lyc_depth_zero(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                   const lyc_limits_t limits);
int lyc_depth_length(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                     const lyc_limits_t limits, lyc_diag_t d);

/* ---- probabilities ---- */

/* At most (--exceed; --below: at least) the level. */
double lyc_depth_level_double(const lyc_depth_level *level);
/* Bounds of all levels; s, with room for as many, gets the tails that they
 * need. Returns how many. */
slong lyc_depth_tails(lyc_depth_probability *p, double *s,
                      const lyc_transit_t w, const lyc_depth_request *request,
                      const lyc_limits_t limits);

/* ---- conclusions ---- */

/* The bounds proved, weakened a little, so that another library proves them
 * again. */
void lyc_depth_conclude(lyc_depth_t r, const lyc_depth_request *request,
                        const lyc_transit_means *m);

#endif
