#include "lang/walk.h"

#include <string.h>

typedef struct
{
    const char *bound;
    int (*visit)(const lyc_expr *name, void *context);
    void *context;
} others;

static int visit_other(const lyc_expr *name, void *context)
{
    const others *o = context;

    return strcmp(name->text, o->bound) == 0 || o->visit(name, o->context);
}

/* In NAME(m >= a, …) the name m is bound: it stands for no definition. */
static int walk_bound(const lyc_expr *e,
                      int (*visit)(const lyc_expr *name, void *context),
                      void *context)
{
    const lyc_expr *range = e->child[0];
    others o = {range->child[0]->text, visit, context};
    long i;

    if (!lyc_expr_walk_names(range->child[1], visit, context))
        return 0;
    for (i = 1; i < e->length; i++)
        if (!lyc_expr_walk_names(e->child[i], visit_other, &o))
            return 0;
    return 1;
}

static int binds(const lyc_expr *e)
{
    return e->kind == LYC_EXPR_CALL && e->length > 0 &&
           e->child[0]->kind == LYC_EXPR_COMPARE &&
           e->child[0]->child[0]->kind == LYC_EXPR_NAME;
}

int lyc_expr_walk_names(const lyc_expr *e,
                        int (*visit)(const lyc_expr *name, void *context),
                        void *context)
{
    for (;;)
    {
        long i, first = e->kind == LYC_EXPR_BINARY;

        if (e->kind == LYC_EXPR_NAME && !visit(e, context))
            return 0;
        if (binds(e))
            return walk_bound(e, visit, context);
        for (i = first; i < e->length; i++)
            if (e->child[i] != NULL &&
                !lyc_expr_walk_names(e->child[i], visit, context))
                return 0;
        if (!first)
            return 1;
        e = e->child[0];
    }
}
