#include "lang/scanner.h"

void lyc_scanner_advance(lyc_scanner *s, size_t bytes)
{
    s->begin = s->end;
    s->end += bytes;
}

void lyc_scanner_newline(lyc_scanner *s)
{
    s->line++;
    s->line_begin = s->end;
}
