/* Refining until a width is reached, with the kernel checking: what finite laws
 * and laws with draws share. Private to this folder. */
#ifndef LYAPCERT_ENCLOSE_BOX_RUN_H
#define LYAPCERT_ENCLOSE_BOX_RUN_H

#include "enclose/box/solver.h"
#include "lyapcert/cubes.h"
#include "lyapcert/enclosure.h"

#define LYC_BOX_DEFAULT_CELLS 2000000
/* Seconds of checking a cell and an atom before anything has been measured. */
#define LYC_BOX_RATE_GUESS 1e-5

/* The best evidence that the kernel has accepted so far. */
typedef struct
{
    int is_held;
    lyc_evidence_t evidence;
    lyc_facts_t facts;
    slong cells;
    double seconds; /* of checking it */
} lyc_box_offer;

typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
    slong power;
    lyc_boxes_t head; /* what acts; no cells */
    double deadline;  /* seconds since start */
    double rate;      /* seconds of checking a cell */
    slong checked;    /* cells of the fan that was checked last */
    double reserved;  /* for checking again what earlier runs have found */
    double target;    /* width asked of the exponent or sum */
    slong most;       /* cells */
    lyc_box_offer best;
    /* Laws with draws: where these are cut; or NULL. cuts->split changes. */
    lyc_cubes_struct *cuts;
    struct lyc_cubes_law *cubes;
} lyc_box_run_struct;
typedef lyc_box_run_struct lyc_box_run_t[1];

/* Refines s until the target is reached or something stops it, and adopts the
 * narrowest evidence that the kernel has accepted. 1 when there is one. */
int lyc_box_run(lyc_box_run_t r, lyc_box_solver_t s);
/* The least width that some exponent needs, from the bounds known so far. */
double lyc_box_run_asked(const lyc_box_run_t r);

#endif
