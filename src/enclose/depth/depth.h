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

/* ---- conclusions ---- */

/* The bounds proved, weakened a little, so that another library proves them
 * again. */
void lyc_depth_conclude(lyc_depth_t r, slong n, const lyc_transit_means *m);

#endif
