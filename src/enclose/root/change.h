/* Signs of an equation at points, by enclosures of its laws there. */
#ifndef LYAPCERT_ENCLOSE_ROOT_CHANGE_H
#define LYAPCERT_ENCLOSE_ROOT_CHANGE_H

#include "certify/signs.h"
#include "enclose/root/root.h"

#define LYC_CHANGE_PREC 128

typedef struct
{
    double at, value; /* value: about that of F */
    int sign;         /* 0: not known */
    lyc_signs signs;
} lyc_change_point;

typedef struct
{
    lyc_equation_struct *q;
    const lyc_limits_struct *limits;
    lyc_diag_struct *d;
    slong points; /* that were looked at */
} lyc_change_search;

/* The sign at p->at, from enclosures of width tol that become narrower down to
 * least. 0 and d where a side has no meaning. */
int lyc_change_decide(lyc_change_point *p, lyc_change_search *s, double tol,
                      double least);

#endif
