#include <stdlib.h>

#include "lyapcert/enclosure.h"

void lyc_enclosure_init(lyc_enclosure_t e, slong dim)
{
    lyc_facts_init(e->facts, dim);
    e->method = lyc_calloc((size_t)dim, sizeof(const char *));
    lyc_certificate_init(e->certificate);
    e->cones = 0;
    e->sweeps = 0;
    e->degree = 0;
    e->seconds = 0;
    e->stop = NULL;
    e->watch = NULL;
    e->context = NULL;
    e->is_contradicted = 0;
}

void lyc_enclosure_clear(lyc_enclosure_t e)
{
    lyc_facts_clear(e->facts);
    free(e->method);
    lyc_certificate_clear(e->certificate);
}
