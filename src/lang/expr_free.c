#include <stdlib.h>

#include "lyapcert/syntax.h"

static void free_node(lyc_expr *e)
{
    free(e->child);
    free(e->text);
    free(e);
}

/* Recursion is at most LYC_EXPR_MAX_HEIGHT deep: chains of operators hang on
 * first children, which the loop follows. */
void lyc_expr_free(lyc_expr *e)
{
    while (e != NULL)
    {
        lyc_expr *first = e->length > 0 ? e->child[0] : NULL;
        long i;

        for (i = 1; i < e->length; i++)
            lyc_expr_free(e->child[i]);
        free_node(e);
        e = first;
    }
}
