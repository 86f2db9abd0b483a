#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "claim/ensemble.h"

/* Words separated by white space; # begins a comment. */
typedef struct
{
    const char *file, *at, *end, *row;
    int line;
    char word[128]; /* "" at the end */
    lyc_place place;
    lyc_diag_struct *d;
} reader;

static int expected(reader *r, const char *what)
{
    return lyc_diag_set(r->d, LYC_MALFORMED, r->place,
                        "expected %s, found %s%.40s%s", what,
                        r->word[0] == '\0' ? "the end of the file" : "'",
                        r->word, r->word[0] == '\0' ? "" : "'");
}

static void skip(reader *r)
{
    while (r->at < r->end && (isspace((unsigned char)*r->at) || *r->at == '#'))
    {
        while (*r->at == '#' && r->at < r->end && *r->at != '\n')
        {
            const char *nl = memchr(r->at, '\n', (size_t)(r->end - r->at));
            r->at = nl == NULL ? r->end : nl;
        }
        if (r->at < r->end && *r->at == '\n')
        {
            r->line++;
            r->row = r->at + 1;
        }
        r->at += r->at < r->end;
    }
}

/* The next word becomes r->word. */
static void advance(reader *r)
{
    size_t n = 0;
    skip(r);
    r->place = (lyc_place){r->file, r->line, (int)(r->at - r->row) + 1};
    while (r->at < r->end && !isspace((unsigned char)*r->at))
    {
        if (n + 1 < sizeof r->word)
        {
            r->word[n++] = *r->at;
        }
        r->at++;
    }
    r->word[n] = '\0';
}

static int is(const reader *r, const char *word)
{
    return strcmp(r->word, word) == 0;
}

static int read_long(reader *r, long *n)
{
    char *end;
    errno = 0;
    *n = strtol(r->word, &end, 10);
    if (!isdigit((unsigned char)r->word[0]) || *end != '\0' || errno != 0 ||
        *n > LYC_INSTANCE_MAX_COUNT)
    {
        return expected(r, "a number of laws");
    }
    advance(r);
    return 1;
}

/* counts N, then R1 … R5 with one number for each word. */
static int read_counts(reader *r, lyc_expected *e)
{
    e->counts =
        lyc_realloc(e->counts, sizeof *e->counts * (size_t)(e->blocks + 1));
    lyc_expected_counts *c = e->counts + e->blocks++;
    advance(r);
    if (!read_long(r, &c->laws))
    {
        return 0;
    }
    for (int i = 0; i < LYC_READINGS; i++)
    {
        const char name[] = {'R', (char)('1' + i), '\0'};
        if (!is(r, name))
        {
            return expected(r, name);
        }
        advance(r);
        for (int w = 0; w < LYC_WORDS; w++)
        {
            if (!read_long(r, &c->counts.count[i][w]))
            {
                return 0;
            }
        }
    }
    return 1;
}

static int are_words(const char *s)
{
    size_t n = 0;
    while (s[n] != '\0' && lyc_word_of_letter(s[n]) >= 0)
    {
        n++;
    }
    return n == LYC_READINGS && s[n] == '\0';
}

static int read_words(reader *r, lyc_expected *e)
{
    long capacity = 0;
    advance(r);
    while (!is(r, "ensemble") && !is(r, "end"))
    {
        if (!are_words(r->word))
        {
            return expected(r, "five letters of P, I, D, U and V, 'ensemble' "
                               "or 'end'");
        }
        if (e->laws == capacity)
        {
            capacity = 2 * capacity + 64;
            e->words =
                lyc_realloc(e->words, sizeof *e->words * (size_t)capacity);
        }
        memcpy(e->words[e->laws++], r->word, sizeof *e->words);
        advance(r);
    }
    return 1;
}

static int read_ensemble(reader *r, lyc_expectation_t x)
{
    advance(r);
    if (r->word[0] == '\0' || lyc_expectation_find(x, r->word) != NULL)
    {
        return expected(r, "the name of an ensemble, each once");
    }
    x->ensemble = lyc_realloc(x->ensemble,
                              sizeof *x->ensemble * (size_t)(x->ensembles + 1));
    lyc_expected *e = x->ensemble + x->ensembles++;
    memset(e, 0, sizeof *e);
    e->name = lyc_strdup(r->word);
    advance(r);
    while (is(r, "counts"))
    {
        if (!read_counts(r, e))
        {
            return 0;
        }
    }
    return is(r, "words") ? read_words(r, e)
                          : expected(r, "'counts' or 'words'");
}

int lyc_expectation_read(lyc_expectation_t x, const char *file, lyc_diag_t d)
{
    lyc_text_t text;
    lyc_text_init(text);
    int ok = lyc_text_read_file(text, file, d);
    x->file = lyc_strdup(file);
    if (ok)
    {
        reader r = {x->file,
                    text->bytes,
                    text->bytes + text->length,
                    text->bytes,
                    1,
                    "",
                    {NULL, 0, 0},
                    d};
        advance(&r);
        while (ok && is(&r, "ensemble"))
        {
            ok = read_ensemble(&r, x);
        }
        ok = ok && (is(&r, "end") || expected(&r, "'ensemble' or 'end'"));
        if (ok)
        {
            advance(&r);
            ok = r.word[0] == '\0' || expected(&r, "the end of the file");
        }
    }
    lyc_text_clear(text);
    return ok;
}
