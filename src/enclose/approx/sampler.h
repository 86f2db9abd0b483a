/* Draws of a term in doubles, applied to vectors. */
#ifndef LYAPCERT_ENCLOSE_APPROX_SAMPLER_H
#define LYAPCERT_ENCLOSE_APPROX_SAMPLER_H

#include "enclose/approx/random.h"
#include "lyapcert/term.h"

typedef struct
{
    const lyc_term *term;
    slong *child;   /* positions of the children */
    double *value;  /* rows x columns; the diagonal of IDENTITY (one number)
                       and GATES; else NULL */
    double *number; /* parameters, cumulative where they are weights */
    double paths;   /* ways in which one application reaches the node */
    int is_lazy;    /* GAUSSIAN, applied once: A x is |x| times a normal
                       vector, drawn when it is applied */
    slong choice;   /* of FINITE and MIXTURE */
    double *temp;   /* two vectors for what is between the children */
    slong longest;  /* of these vectors */
    double cost;    /* operations of one application */
    slong depth;
} lyc_sampler_node;

typedef struct
{
    lyc_term_order_t order;
    lyc_sampler_node *node;
    lyc_random *random;
    int is_lossy; /* a constant is too large or too small for doubles */
} lyc_sampler;

/* What one draw and one application may take. */
#define LYC_SAMPLER_MAX_VALUES 5e7
#define LYC_SAMPLER_MAX_COST 1e9
#define LYC_SAMPLER_MAX_DEPTH 5000

/* 1; or 0 where t is too large. Either way to be cleared. is_single: between
 * two draws there is one application. */
int lyc_sampler_init(lyc_sampler *s, const lyc_term *t, int is_single,
                     lyc_random *r);
void lyc_sampler_clear(lyc_sampler *s);
/* Draws everything anew; each draw is made once wherever it stands. */
void lyc_sampler_draw(lyc_sampler *s);
/* y = A x, A the present draw. */
void lyc_sampler_apply(lyc_sampler *s, double *y, const double *x);
/* Operations of one application. */
double lyc_sampler_cost(const lyc_sampler *s);

/* ---- of node i; turned: of its transpose ---- */
void lyc_sampler_apply_node(lyc_sampler *s, slong i, double *y, const double *x,
                            int turned);
double lyc_sampler_scalar(lyc_sampler *s, slong i);
/* value = the inverse of the child, by elimination. */
void lyc_sampler_invert(lyc_sampler *s, slong i);

#endif
