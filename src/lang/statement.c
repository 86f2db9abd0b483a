#include "lang/brackets.h"
#include "lyapcert/syntax.h"

long lyc_tokens_statement_end(const lyc_tokens_t t, long from)
{
    int margin = t->token[from].place.column;
    int is_block = 0;
    long depth = 0, i;

    for (i = from; i < t->length; i++)
    {
        const lyc_token *token = t->token + i;
        int step = lyc_bracket_step(token->kind);

        if (i > from && depth == 0 && token->place.line > token[-1].place.line)
        {
            is_block = is_block || token[-1].kind == ':';
            if (!is_block || token->place.column <= margin)
                return i;
        }
        depth += step < 0 && depth == 0 ? 0 : step;
    }
    return i;
}
