#include <stdlib.h>

#include "lang/tree.h"

void lyc_tree_fail(lyc_parse *parse, const lyc_expr *e, const char *message)
{
    if (parse->failed)
        return;
    parse->failed = 1;
    lyc_diag_set(parse->diag, LYC_MALFORMED, lyc_expr_start(e), "%s", message);
}

lyc_expr *lyc_tree_list(lyc_expr_kind kind)
{
    lyc_expr *e = lyc_calloc(1, sizeof(lyc_expr));

    e->kind = kind;
    return e;
}

void lyc_tree_row(lyc_parse *parse, lyc_expr *matrix, lyc_expr *row)
{
    long i;

    if (matrix->rows == 0)
        matrix->columns = row->length;
    if (row->length != matrix->columns && !parse->failed)
    {
        parse->failed = 1;
        lyc_diag_set(parse->diag, LYC_MALFORMED, lyc_expr_start(row->child[0]),
                     "row %ld has length %ld, expected %ld as in row 1",
                     matrix->rows + 1, row->length, matrix->columns);
    }
    for (i = 0; i < row->length; i++)
        lyc_tree_add(parse, matrix, row->child[i]);
    matrix->rows++;
    row->length = 0;
    lyc_expr_free(row);
}

void lyc_tree_outcome(lyc_parse *parse, lyc_expr *law, lyc_expr *weight,
                      lyc_expr *value)
{
    if (law->length > 0 && (law->child[0] == NULL) != (weight == NULL))
        lyc_tree_fail(parse, weight != NULL ? weight : value,
                      weight != NULL
                          ? "this outcome has a weight and the first has none"
                          : "this outcome has no weight, expected "
                            "'weight: value' as in the first");
    lyc_tree_add(parse, law, weight);
    lyc_tree_add(parse, law, value);
}
