/* The laws that are searched, and their order. */
#ifndef LYC_TOOLS_COUNTEREXAMPLES_H
#define LYC_TOOLS_COUNTEREXAMPLES_H

#include <stddef.h>

#define MOST_ENTRY 4
#define MOST_DENOMINATOR 6

typedef struct
{
    int e[4]; /* row by row */
} matrix;

/* Equal weights on m[0] / q and, with two atoms, m[1] / q. */
typedef struct
{
    int atoms, q;
    matrix m[2];
    int sum; /* of all |entry| */
} law2;

/* ---- classes.c ---- */

typedef struct
{
    const char *name;
    int atoms, first_q, last_q; /* denominators */
    int (*has)(const law2 *l);
} class_row;

#define CLASSES 5
extern const class_row classes[CLASSES];

/* ---- order.c ---- */

typedef struct
{
    law2 *law;
    size_t length, capacity;
} list;

/* All laws of the class with this q and largest |entry|, in order. */
void enumerate(list *out, const class_row *c, int q, int height);

#endif
