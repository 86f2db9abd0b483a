#include <stdlib.h>
#include <string.h>

#include "lyapcert/syntax.h"

void lyc_program_set_range(lyc_program_t p, long i, const char *lower,
                           const char *upper)
{
    lyc_definition *def = p->definition + i;
    lyc_source source = {def->place.file, NULL, 0, def->place.line};
    lyc_text_t text;
    lyc_tokens_t tokens;
    lyc_expr *value = NULL;
    lyc_diag_t d;

    lyc_text_init(text);
    lyc_diag_init(d);
    lyc_tokens_init(tokens);
    lyc_text_printf(text, "forall %s in [%s, %s]", def->name, lower, upper);
    source.bytes = text->bytes;
    source.length = text->length;
    /* The range stands behind three tokens. */
    if (lyc_tokens_scan(tokens, &source, d))
        value = lyc_expr_parse(tokens, 3, tokens->length, 0, d);
    if (value != NULL)
    {
        lyc_expr_free(def->value);
        free(def->text);
        def->value = value;
        def->text = lyc_strdup(text->bytes);
    }
    lyc_tokens_clear(tokens);
    lyc_diag_clear(d);
    lyc_text_clear(text);
}
