#include "lang/expect.h"
#include "lang/expr.h"

lyc_expr *lyc_expr_parse(const lyc_tokens_t t, long from, long to,
                         int comparison, lyc_diag_t d)
{
    lyc_parse parse = {.tokens = t, .next = from, .to = to, .diag = d};

    parse.start =
        comparison ? LYC_TOKEN_START_COMPARISON : LYC_TOKEN_START_EXPRESSION;
    if (lyc_yyparse(&parse) != 0 || parse.failed)
    {
        lyc_expr_free(parse.root);
        return NULL;
    }
    return parse.root;
}
