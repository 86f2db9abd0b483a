#include <string.h>

#include "certify/conclusion.h"
#include "certify/format.h"
#include "certify/kinds.h"

static int malformed(lyc_reader_t r, const char *what, lyc_diag_t d)
{
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r), "%s", what);
}

/* Words that are names: letters, digits and ._:/+-. */
static int is_name(const char *w)
{
    return w[strspn(w, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                       "0123456789._:/+-")] == '\0';
}

static int read_name(char **name, lyc_reader_t r, lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL)
        return 0;
    if (!is_name(w))
        return malformed(r, "expected a name", d);
    *name = lyc_strdup(w);
    return lyc_reader_end(r, d);
}

/* The lines of the law; the reader is left on the digest's line. */
static int read_law(lyc_certificate_t c, lyc_reader_t r, lyc_diag_t d)
{
    int ok;
    lyc_text_t text;
    lyc_text_init(text);
    while ((ok = lyc_reader_line(r, d)) &&
           strncmp(r->text->bytes, "| ", 2) == 0)
    {
        lyc_text_add(text, r->text->bytes + 2);
        lyc_text_add(text, "\n");
    }
    if (ok && text->length == 0)
        ok = malformed(r, "expected a line of the law", d);
    if (ok)
    {
        lyc_digest_t digest;
        lyc_digest(digest, text->bytes, text->length);
        ok = lyc_reader_expect(r, "digest", d);
        const char *w = ok ? lyc_reader_word(r, d) : NULL;
        ok = w != NULL && (strcmp(w, digest) == 0 ||
                           malformed(r, "this is not the law's digest", d));
        ok = ok && lyc_reader_end(r, d);
        c->law_text = lyc_strdup(text->bytes);
    }
    lyc_text_clear(text);
    return ok;
}

static int read_head(lyc_certificate_t c, lyc_reader_t r, lyc_diag_t d)
{
    if (!lyc_reader_line(r, d))
        return 0;
    if (strcmp(r->text->bytes, LYC_CERTIFICATE_FIRST_LINE) != 0)
        return malformed(
            r, "expected the line '" LYC_CERTIFICATE_FIRST_LINE "'", d);
    if (!lyc_reader_line(r, d))
        return 0;
    if (strncmp(r->text->bytes, "statement ", 10) == 0 &&
        !(lyc_reader_expect(r, "statement", d) &&
          read_name(&c->statement, r, d) && lyc_reader_line(r, d)))
        return 0;
    return lyc_reader_expect(r, "law", d) && lyc_reader_end(r, d) &&
           read_law(c, r, d) && lyc_reader_line(r, d) &&
           lyc_reader_expect(r, "method", d) && read_name(&c->method, r, d);
}

/* "NAME LOWER UPPER", with ':' behind the last one; *ends is then 1. */
static int read_range(lyc_box_t box, int *ends, lyc_reader_t r, lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL || (!is_name(w) && malformed(r, "expected a name", d)))
        return 0;
    char *name = lyc_strdup(w);
    fmpq_t lower, upper;
    fmpq_init(lower);
    fmpq_init(upper);
    int ok = lyc_reader_fmpq(lower, r, 0, d);
    /* The word is looked at before it is taken. */
    const char *last = ok ? r->text->bytes + r->at : "";
    const size_t n = strcspn(last, " ");
    *ends = n > 0 && last[n - 1] == ':';
    ok = ok && lyc_reader_fmpq(upper, r, *ends ? ':' : 0, d);
    if (ok && fmpq_cmp(lower, upper) > 0)
        ok = malformed(r, "the box is empty", d);
    if (ok)
        lyc_box_add(box, name, lower, upper);
    fmpq_clear(lower);
    fmpq_clear(upper);
    free(name);
    return ok;
}

/* *at = the index of the box that the line begins with, "BOX s 0 1: "; -1 and
 * nothing taken when there is none. */
static int read_box(slong *at, lyc_certificate_t c, lyc_reader_t r,
                    lyc_diag_t d)
{
    lyc_box_t box;
    int ok = 1, ends = 0;
    *at = -1;
    if (r->at > r->text->length ||
        strncmp(r->text->bytes + r->at, "BOX ", 4) != 0)
        return 1;
    lyc_box_init(box);
    lyc_reader_word(r, d);
    while (ok && !ends)
        ok = read_range(box, &ends, r, d);
    if (ok)
        *at = lyc_certificate_add_box(c, box);
    lyc_box_clear(box);
    return ok;
}

static int read_conclusion(lyc_certificate_t c, lyc_reader_t r, lyc_diag_t d)
{
    slong box;
    if (!read_box(&box, c, r, d))
        return 0;
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    q->box = box;
    return lyc_conclusion_read(q, r, d);
}

static int read_evidence(lyc_certificate_t c, lyc_reader_t r, lyc_diag_t d)
{
    slong box;
    const slong boxes = c->boxes;
    if (!read_box(&box, c, r, d))
        return 0;
    if (c->boxes > boxes)
        return malformed(r, "nothing is concluded about this box", d);
    lyc_evidence_t e;
    lyc_evidence_init(e);
    const int ok = lyc_evidence_read(e, r, 2, d);
    e->box = box;
    if (ok)
        lyc_certificate_add_evidence(c, e);
    lyc_evidence_clear(e);
    return ok;
}

/* Conclusions, then evidence, then the end line. */
static int read_body(lyc_certificate_t c, lyc_reader_t r, lyc_diag_t d)
{
    static const char *const words[] = {"conclude", "evidence", "end", NULL};
    int section = 0, word;
    do
    {
        if (!lyc_reader_line(r, d) || !lyc_reader_choice(&word, r, words, d))
            return 0;
        if (word < section)
            return malformed(r, "conclusions come before evidence", d);
        section = word;
        if (word > 0 && c->conclusions == 0)
            return malformed(r, "expected a conclusion", d);
        if (word == 0 && !read_conclusion(c, r, d))
            return 0;
        if (word == 1 && !read_evidence(c, r, d))
            return 0;
    } while (section < 2);
    return lyc_reader_end(r, d);
}

/* Lines "key value" are free; nothing follows the last line. */
static int read_provenance(lyc_reader_t r, lyc_diag_t d)
{
    if (!lyc_reader_line(r, d) || !lyc_reader_expect(r, "provenance", d) ||
        !lyc_reader_end(r, d))
        return 0;
    for (;;)
    {
        if (!lyc_reader_line(r, d))
            return 0;
        if (strcmp(r->text->bytes, "end provenance") == 0)
            break;
        const char *key = lyc_reader_word(r, d);
        if (key == NULL)
            return 0;
        if (!is_name(key) || strcmp(key, "end") == 0)
            return malformed(r, "expected a key", d);
        if (lyc_reader_rest(r, d) == NULL)
            return 0;
    }
    return lyc_reader_left(r) == 0 ||
           malformed(r, "bytes after the last line", d);
}

int lyc_certificate_read(lyc_certificate_t c, lyc_digest_t digest,
                         const char *bytes, size_t length, const char *file,
                         lyc_diag_t d)
{
    lyc_reader_t r;
    lyc_reader_init(r, bytes, length, file);
    int ok = read_head(c, r, d) && read_body(c, r, d);
    if (ok)
        lyc_digest(digest, bytes, r->next);
    ok = ok && read_provenance(r, d);
    lyc_reader_clear(r);
    return ok;
}
