#include <stdlib.h>

#include "certify/signs.h"

static const char *const end_words[] = {"lower", "upper", NULL};

#define MAX_EVIDENCES 64

lyc_sign_part *lyc_signs_add(lyc_signs *s, int is_upper, slong call)
{
    const size_t n = (size_t)s->length + 1;
    s->part = lyc_realloc(s->part, n * sizeof(lyc_sign_part));
    lyc_sign_part *p = s->part + s->length++;
    *p = (lyc_sign_part){is_upper, call, 0, NULL};
    return p;
}

void lyc_sign_part_add(lyc_sign_part *p, lyc_evidence_t e)
{
    const size_t n = (size_t)p->evidences + 1;
    p->evidence = lyc_realloc(p->evidence, n * sizeof(lyc_evidence_struct));
    p->evidence[p->evidences++] = *e;
    lyc_evidence_init(e);
}

void lyc_signs_clear(lyc_signs *s)
{
    for (slong i = 0; i < s->length; i++)
    {
        for (slong j = 0; j < s->part[i].evidences; j++)
            lyc_evidence_clear(s->part[i].evidence + j);
        free(s->part[i].evidence);
    }
    free(s->part);
    *s = (lyc_signs){0, NULL};
}

/* "at lower|upper CALL EVIDENCES" and its lines. */
static int read_part(lyc_signs *s, lyc_reader_t r, lyc_diag_t d)
{
    int is_upper;
    slong call, n;
    if (!lyc_reader_line(r, d) || !lyc_reader_expect(r, "at", d) ||
        !lyc_reader_choice(&is_upper, r, end_words, d) ||
        !lyc_reader_slong(&call, r, 1, WORD_MAX, d) ||
        !lyc_reader_slong(&n, r, 1, MAX_EVIDENCES, d) || !lyc_reader_end(r, d))
        return 0;
    lyc_sign_part *p = lyc_signs_add(s, is_upper, call - 1);
    int ok = 1;
    for (slong i = 0; i < n && ok; i++)
    {
        lyc_evidence_t e;
        lyc_evidence_init(e);
        ok = lyc_reader_line(r, d) && lyc_reader_expect(r, "evidence", d) &&
             lyc_evidence_read(e, r, 1, d);
        if (ok)
            lyc_sign_part_add(p, e);
        lyc_evidence_clear(e);
    }
    return ok;
}

static int read_signs(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    lyc_signs s = {0, NULL};
    if (!lyc_reader_slong(&n, r, 0, WORD_MAX, d) || !lyc_reader_end(r, d))
        return 0;
    int ok = 1;
    for (slong i = 0; i < n && ok; i++)
        ok = read_part(&s, r, d);
    if (ok)
        lyc_evidence_set_signs(e, e->prec, &s);
    lyc_signs_clear(&s);
    return ok;
}

static void write_signs(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_signs *s = e->data;
    lyc_text_printf(out, " %ld\n", (long)s->length);
    for (slong i = 0; i < s->length; i++)
    {
        const lyc_sign_part *p = s->part + i;
        lyc_text_printf(out, "at %s %ld %ld\n", end_words[p->is_upper],
                        (long)p->call + 1, (long)p->evidences);
        for (slong j = 0; j < p->evidences; j++)
        {
            lyc_text_add(out, "evidence ");
            lyc_evidence_write(out, p->evidence + j);
        }
    }
}

static void clear_signs(void *data)
{
    if (data == NULL)
        return;
    lyc_signs_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_signs_type = {
    "signs", read_signs, write_signs, lyc_evidence_establish_none, clear_signs,
    0,       0};

void lyc_evidence_set_signs(lyc_evidence_t e, slong prec, lyc_signs *s)
{
    lyc_signs *own = lyc_malloc(sizeof *own);
    *own = *s;
    *s = (lyc_signs){0, NULL};
    lyc_evidence_set_type(e, &lyc_evidence_signs_type, prec, own);
}

const lyc_signs *lyc_evidence_signs(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_signs_type ? e->data : NULL;
}
