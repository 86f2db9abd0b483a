#include "lang/walk.h"

int lyc_expr_walk_names(const lyc_expr *e,
                        int (*visit)(const lyc_expr *name, void *context),
                        void *context)
{
    for (;;)
    {
        long i, first = e->kind == LYC_EXPR_BINARY;

        if (e->kind == LYC_EXPR_NAME && !visit(e, context))
            return 0;
        for (i = first; i < e->length; i++)
            if (e->child[i] != NULL &&
                !lyc_expr_walk_names(e->child[i], visit, context))
                return 0;
        if (!first)
            return 1;
        e = e->child[0];
    }
}
