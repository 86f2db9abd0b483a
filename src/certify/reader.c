#include "certify/reader.h"

#include <string.h>

void lyc_reader_init(lyc_reader_t r, const char *bytes, size_t length,
                     const char *file)
{
    r->file = file;
    r->bytes = bytes;
    r->length = length;
    r->next = 0;
    r->line = 0;
    lyc_text_init(r->text);
    r->at = 1;
    r->word = 0;
}

void lyc_reader_clear(lyc_reader_t r)
{
    lyc_text_clear(r->text);
}

lyc_place lyc_reader_place(const lyc_reader_t r)
{
    const lyc_place p = {r->file, r->line, (int)r->word + 1};
    return p;
}

size_t lyc_reader_left(const lyc_reader_t r)
{
    return r->length - r->next;
}

int lyc_reader_line(lyc_reader_t r, lyc_diag_t d)
{
    const char *begin = r->bytes + r->next;
    const size_t left = r->length - r->next;
    const char *end = left > 0 ? memchr(begin, '\n', left) : NULL;
    r->line++;
    r->word = 0;
    r->at = 0;
    lyc_text_reset(r->text);
    if (end == NULL)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            left > 0 ? "the last line is cut off"
                                     : "the file ends here; expected more");
    const size_t n = (size_t)(end - begin);
    r->next += n + 1;
    if (n == 0)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "empty line");
    if (memchr(begin, '\0', n) != NULL)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "a NUL byte in the line");
    lyc_text_add_n(r->text, begin, n);
    return 1;
}

const char *lyc_reader_rest(lyc_reader_t r, lyc_diag_t d)
{
    r->word = FLINT_MIN(r->at, r->text->length);
    if (r->at >= r->text->length)
    {
        lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                     "the line ends here; expected more");
        return NULL;
    }
    r->at = r->text->length + 1;
    return r->text->bytes + r->word;
}

const char *lyc_reader_word(lyc_reader_t r, lyc_diag_t d)
{
    const char *word = lyc_reader_rest(r, d);
    if (word == NULL)
        return NULL;
    char *space = r->text->bytes + r->word + strcspn(word, " ");
    if (*space == ' ')
    {
        *space = '\0';
        r->at = (size_t)(space - r->text->bytes) + 1;
    }
    if (space != word)
        return word;
    lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                 "expected a word, found a space");
    return NULL;
}

/* A line that ends with a space has an empty word left. */
int lyc_reader_end(lyc_reader_t r, lyc_diag_t d)
{
    if (r->at == r->text->length + 1)
        return 1;
    r->word = r->at;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                        "expected the end of the line");
}

int lyc_reader_expect(lyc_reader_t r, const char *word, lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL)
        return 0;
    if (strcmp(w, word) == 0)
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r), "expected %s",
                        word);
}

int lyc_reader_choice(int *index, lyc_reader_t r, const char *const *words,
                      lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL)
        return 0;
    for (*index = 0; words[*index] != NULL; ++*index)
        if (strcmp(w, words[*index]) == 0)
            return 1;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                        "unknown word; expected %s, for example", words[0]);
}
