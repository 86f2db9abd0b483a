#include "lyapcert/syntax.h"

lyc_place lyc_expr_start(const lyc_expr *e)
{
    while (e->kind == LYC_EXPR_BINARY || e->kind == LYC_EXPR_COMPARE)
        e = e->child[0];
    return e->place;
}
