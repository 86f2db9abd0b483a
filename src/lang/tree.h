/* Building expression trees from tokens. */
#ifndef LYAPCERT_LANG_TREE_H
#define LYAPCERT_LANG_TREE_H

#include "lyapcert/syntax.h"

/* One run of the parser over tokens [next, to). */
typedef struct
{
    const lyc_tokens_struct *tokens;
    long next, to;
    int start;      /* pseudo token that selects what is parsed; 0 once read */
    int failed;     /* an error is recorded: what follows does not matter */
    lyc_expr *root; /* the result */
    lyc_diag_struct *diag;
} lyc_parse;

/* Nodes without children; `token` gives place, range and text. */
lyc_expr *lyc_tree_leaf(const lyc_parse *parse, lyc_expr_kind kind, long token);

/* A node that collects children, with neither place nor range yet. */
lyc_expr *lyc_tree_list(lyc_expr_kind kind);

/* Appends a child (NULL: a weight left out), which e owns from now on. */
void lyc_tree_add(lyc_parse *parse, lyc_expr *e, lyc_expr *child);

/* The same at the front of a list; returns e. */
lyc_expr *lyc_tree_first(lyc_parse *parse, lyc_expr *e, lyc_expr *child);

/* An operator node; `token` is the operator, whose place is the node's. */
lyc_expr *lyc_tree_binary(lyc_parse *parse, lyc_expr_kind kind, int op,
                          long token, lyc_expr *a, lyc_expr *b);
lyc_expr *lyc_tree_neg(lyc_parse *parse, long token, lyc_expr *a);

/* e, widened to begin with one token and end with another. */
lyc_expr *lyc_tree_span(const lyc_parse *parse, lyc_expr *e, long first,
                        long last);
/* The same for a list, whose place is that of the first token. */
lyc_expr *lyc_tree_close(const lyc_parse *parse, lyc_expr *e, long first,
                         long last);

/* Moves the children of row (freed) to the end of matrix, whose rows must be
 * of one length. */
void lyc_tree_row(lyc_parse *parse, lyc_expr *matrix, lyc_expr *row);

/* Appends an outcome of a law: all weighted or none. */
void lyc_tree_outcome(lyc_parse *parse, lyc_expr *law, lyc_expr *weight,
                      lyc_expr *value);

/* Records MALFORMED at the place of the first token of e. */
void lyc_tree_fail(lyc_parse *parse, const lyc_expr *e, const char *message);

#endif
