#include <string.h>

#include "enclose/root/root.h"
#include "lang/brackets.h"

/* The first token of this kind outside brackets, or -1. */
static long find(const lyc_tokens_t t, int kind)
{
    long depth = 0;
    for (long i = 0; i < t->length; i++)
    {
        if (t->token[i].kind == kind && depth == 0)
        {
            return i;
        }
        depth += lyc_bracket_step(t->token[i].kind);
    }
    return -1;
}

/* Line ends become spaces: an equation is one line of a certificate. */
static void add_line(lyc_text_t out, const char *s, size_t n)
{
    lyc_text_t line;
    lyc_text_init(line);
    lyc_text_add_n(line, s, n);
    for (size_t i = 0; i < line->length; i++)
    {
        char *c = line->bytes + i;
        *c = *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c;
    }
    lyc_text_add(out, line->bytes);
    lyc_text_clear(line);
}

int lyc_problem_split(lyc_text_t definitions, lyc_text_t equation,
                      lyc_box_t box, const char *problem, lyc_diag_t d)
{
    lyc_source source = {"<equation>", problem, strlen(problem), 1};
    lyc_tokens_t t;
    lyc_program_t p;
    lyc_tokens_init(t);
    lyc_program_init(p);
    int ok = lyc_tokens_scan(t, &source, d);
    long colon = ok ? find(t, ':') : -1;
    if (ok && (colon < 1 || colon + 1 >= t->length))
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, t->token[t->length].place,
                          "expected NAME in [a, b]: LEFT = RIGHT");
    }
    if (ok && strchr(problem, '#') != NULL)
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, t->token[0].place,
                          "expected an equation without comments");
    }
    if (ok)
    {
        lyc_text_add(definitions, "forall ");
        add_line(definitions, problem + t->token[0].begin,
                 t->token[colon - 1].end - t->token[0].begin);
        lyc_text_add(definitions, "\n");
        add_line(equation, problem + t->token[colon + 1].begin,
                 t->token[t->length - 1].end - t->token[colon + 1].begin);
        source.bytes = definitions->bytes;
        source.length = definitions->length;
        ok = lyc_program_parse(p, &source, d) &&
             lyc_program_get_box(box, p, NULL, d);
    }
    lyc_program_clear(p);
    lyc_tokens_clear(t);
    return ok;
}
