#include "certify/cone.h"
#include "certify/countable.h"
#include "certify/kinds.h"

static int read_collocation(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    lyc_collocation_t c;
    lyc_collocation_init(c, 0, 0);
    const int ok = lyc_collocation_read(c, r, d);
    if (ok)
        lyc_evidence_set_collocation(e, e->prec, c);
    lyc_collocation_clear(c);
    return ok;
}

static void write_collocation(lyc_text_t out, const lyc_evidence_t e)
{
    lyc_collocation_write(out, e->data);
}

/* Theorem collocation.main */
static lyc_verdict_t establish_collocation(lyc_facts_t facts,
                                           const lyc_evidence_t e,
                                           const lyc_law_t law,
                                           const lyc_limits_t limits,
                                           lyc_diag_t d)
{
    if (law->dim != 2)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "arcs are for matrices of dimension 2");
    lyc_cone_letters_t letters;
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    lyc_cone_letters_set_law(letters, law);
    const lyc_verdict_t v =
        lyc_cone_bracket(lower, upper, e->data, letters, e->prec, limits, d);
    if (v == LYC_PROVED)
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

static void clear_collocation(void *data)
{
    if (data == NULL)
        return;
    lyc_collocation_clear(data);
    free(data);
}

const lyc_evidence_type lyc_evidence_collocation = {
    "collocation",         read_collocation,  write_collocation,
    establish_collocation, clear_collocation, 0,
    LYC_BOXES_NONE};

slong lyc_evidence_degree(const lyc_evidence_t e)
{
    const lyc_collocation_struct *c = e->data;
    if (e->type == &lyc_evidence_induced)
        c = lyc_induced_gauge(e);
    else if (e->type != &lyc_evidence_collocation)
        return -1;
    return c->degree;
}

void lyc_evidence_set_collocation(lyc_evidence_t e, slong prec,
                                  lyc_collocation_t c)
{
    lyc_collocation_struct *own = lyc_malloc(sizeof *own);
    lyc_collocation_init(own, 0, 0);
    lyc_collocation_swap(own, c);
    lyc_evidence_set_type(e, &lyc_evidence_collocation, prec, own);
}
