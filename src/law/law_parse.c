#include <stdlib.h>

#include "lyapcert/law.h"

static long last_law(const lyc_program_t p)
{
    long i = p->length - 1;

    while (i >= 0 && !p->definition[i].is_law)
        i--;
    return i;
}

/* The name of the last law as an expression. */
static int name_last_law(lyc_expr *name, const lyc_program_t p, lyc_diag_t d)
{
    long i = last_law(p);

    if (i < 0)
        return lyc_diag_set(d, LYC_MALFORMED, p->definition[0].place,
                            "expected a law, found definitions by 'let' only");
    name->text = p->definition[i].name;
    name->place = p->definition[i].place;
    return 1;
}

static int parse(lyc_law_t law, const lyc_program_t p, const lyc_source *source,
                 lyc_diag_t d)
{
    lyc_expr name = {.kind = LYC_EXPR_NAME};
    lyc_text_t text;

    if (!name_last_law(&name, p, d))
        return 0;
    if (!lyc_law_eval(law, p, &name, d))
        return 0;
    lyc_text_init(text);
    lyc_program_extract(text, p, &name, source);
    law->text = lyc_strdup(text->bytes);
    lyc_text_clear(text);
    return 1;
}

int lyc_law_parse(lyc_law_t law, const lyc_source *source, lyc_diag_t d)
{
    return lyc_law_parse_in(law, source, NULL, d);
}

int lyc_law_parse_in(lyc_law_t law, const lyc_source *source,
                     const lyc_box_t box, lyc_diag_t d)
{
    lyc_program_t p;
    int ok;

    lyc_program_init(p);
    ok = lyc_program_parse(p, source, d) &&
         (box == NULL || lyc_program_restrict(p, box, d)) &&
         parse(law, p, source, d);
    lyc_program_clear(p);
    return ok;
}

int lyc_law_text_extract(lyc_text_t out, const lyc_source *source, lyc_diag_t d)
{
    lyc_expr name = {.kind = LYC_EXPR_NAME};
    lyc_program_t p;
    int ok;

    lyc_program_init(p);
    ok = lyc_program_parse(p, source, d) && name_last_law(&name, p, d);
    if (ok)
        lyc_program_extract(out, p, &name, source);
    lyc_program_clear(p);
    return ok;
}
