#include "lyapcert/certificate.h"

#include <stdlib.h>

#include "certify/conclusion.h"

void lyc_certificate_init(lyc_certificate_t c)
{
    c->statement = NULL;
    c->law_text = NULL;
    c->method = NULL;
    c->conclusion = NULL;
    c->conclusions = 0;
    c->evidence = NULL;
    c->evidences = 0;
    c->box = NULL;
    c->boxes = 0;
}

void lyc_certificate_clear_conclusions(lyc_certificate_t c)
{
    for (slong i = 0; i < c->conclusions; i++)
        lyc_conclusion_clear(c->conclusion + i);
    free(c->conclusion);
    c->conclusion = NULL;
    c->conclusions = 0;
}

void lyc_certificate_clear(lyc_certificate_t c)
{
    free(c->statement);
    free(c->law_text);
    free(c->method);
    lyc_certificate_clear_conclusions(c);
    for (slong i = 0; i < c->evidences; i++)
        lyc_evidence_clear(c->evidence + i);
    free(c->evidence);
    for (slong i = 0; i < c->boxes; i++)
        lyc_box_clear(c->box + i);
    free(c->box);
    lyc_certificate_init(c);
}

void lyc_certificate_add_evidence(lyc_certificate_t c, lyc_evidence_t e)
{
    c->evidence = lyc_realloc(c->evidence, ((size_t)c->evidences + 1) *
                                               sizeof(lyc_evidence_struct));
    c->evidence[c->evidences++] = *e;
    lyc_evidence_init(e);
}

lyc_conclusion *lyc_certificate_add_conclusion(lyc_certificate_t c)
{
    c->conclusion = lyc_realloc(c->conclusion, ((size_t)c->conclusions + 1) *
                                                   sizeof(lyc_conclusion));
    lyc_conclusion *q = c->conclusion + c->conclusions++;
    lyc_conclusion_init(q);
    return q;
}

slong lyc_certificate_add_box(lyc_certificate_t c, const lyc_box_t box)
{
    if (box->length == 0)
        return -1;
    /* The last one is asked for most. */
    for (slong i = c->boxes - 1; i >= 0; i--)
        if (lyc_box_equal(c->box + i, box))
            return i;
    c->box =
        lyc_realloc(c->box, ((size_t)c->boxes + 1) * sizeof(lyc_box_struct));
    lyc_box_init(c->box + c->boxes);
    lyc_box_set(c->box + c->boxes, box);
    return c->boxes++;
}

void lyc_certificate_set_box(lyc_certificate_t c, const lyc_box_t box)
{
    const slong at = lyc_certificate_add_box(c, box);
    for (slong i = 0; i < c->conclusions; i++)
        c->conclusion[i].box = at;
    for (slong i = 0; i < c->evidences; i++)
        c->evidence[i].box = at;
}

static slong take_box(lyc_certificate_t c, const lyc_certificate_t d, slong box)
{
    return box < 0 ? -1 : lyc_certificate_add_box(c, d->box + box);
}

void lyc_certificate_join(lyc_certificate_t c, lyc_certificate_t d)
{
    for (slong i = 0; i < d->conclusions; i++)
    {
        lyc_conclusion *q = lyc_certificate_add_conclusion(c);
        const lyc_conclusion empty = *q;
        *q = d->conclusion[i];
        q->box = take_box(c, d, q->box);
        d->conclusion[i] = empty;
    }
    for (slong i = 0; i < d->evidences; i++)
    {
        const slong box = take_box(c, d, d->evidence[i].box);
        lyc_certificate_add_evidence(c, d->evidence + i);
        c->evidence[c->evidences - 1].box = box;
    }
}
