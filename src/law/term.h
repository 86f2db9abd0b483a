/* Terms inside the module: raw nodes and lists of them. */
#ifndef LYAPCERT_LAW_TERM_H
#define LYAPCERT_LAW_TERM_H

#include "lyapcert/term.h"

/* Sums and products of more operands than this are not flattened, constant
 * matrices of more rows not multiplied out. */
#define LYC_TERM_MAX_FLAT 1024
#define LYC_TERM_MAX_FOLD 64

/* Numbers are 0, children NULL, one reference. */
lyc_term *lyc_term_new(lyc_term_kind kind, slong rows, slong columns,
                       slong numbers, slong length);

typedef struct
{
    lyc_term **term; /* each a reference that the list holds */
    slong length, capacity;
} lyc_term_list;

void lyc_term_list_init(lyc_term_list *list);
void lyc_term_list_clear(lyc_term_list *list);
void lyc_term_list_add(lyc_term_list *list, lyc_term *t); /* takes t */
/* A node of this kind with the terms of the list, which is left empty. */
lyc_term *lyc_term_list_node(lyc_term_list *list, lyc_term_kind kind,
                             slong rows, slong columns);

int lyc_term_is_scalar(const lyc_term *t); /* 1x1 */
/* The constant of a 1x1 CONSTANT, else NULL. */
const lyc_number_struct *lyc_term_number(const lyc_term *t);

/* ---- constants; a and b are left as they are ---- */
lyc_term *lyc_term_fold_mul(const lyc_term *a, const lyc_term *b);
lyc_term *lyc_term_fold_add(const lyc_term *a, const lyc_term *b);
lyc_term *lyc_term_fold_scale(const lyc_number_t c, const lyc_term *a);
/* t, or c I where t is written out as that; takes and gives a reference. */
lyc_term *lyc_term_fold_identity(lyc_term *t);

/* Builds, for every node of t in its order, what `make` makes of it and of
 * what it made of its children (references that make may take; NULL where
 * make returned NULL); returns what it made of t. */
typedef lyc_term *lyc_term_maker(const lyc_term *t, lyc_term **child);
lyc_term *lyc_term_rebuild(const lyc_term *t, lyc_term_maker *make);

#endif
