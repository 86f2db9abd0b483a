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
