#include "certify/kinds.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const lyc_evidence_type *const table[] = {
    &lyc_evidence_determinant,
    &lyc_evidence_triangular,
    &lyc_evidence_eigenline,
    &lyc_evidence_conformal,
    &lyc_evidence_lines,
    &lyc_evidence_vanishing,
    &lyc_evidence_rank,
    &lyc_evidence_product,
    &lyc_evidence_moment,
    &lyc_evidence_gauge,
    &lyc_evidence_collocation,
    &lyc_evidence_induced,
    &lyc_evidence_square,
    &lyc_evidence_root,
    &lyc_evidence_isotropic,
    &lyc_evidence_scalar,
    &lyc_evidence_line,
    &lyc_evidence_boxes,
    &lyc_evidence_tails,
    &lyc_evidence_length,
    &lyc_evidence_blocks_type,
    &lyc_evidence_continuous,
    &lyc_evidence_volume,
    &lyc_evidence_renewal,
    &lyc_evidence_density,
    &lyc_evidence_coordinates,
    &lyc_evidence_cubes,
    &lyc_evidence_signs_type,
    NULL,
};

const lyc_evidence_type *lyc_evidence_type_find(const char *name)
{
    for (int i = 0; table[i] != NULL; i++)
        if (strcmp(table[i]->name, name) == 0)
            return table[i];
    return NULL;
}

void lyc_evidence_init(lyc_evidence_t e)
{
    e->type = NULL;
    e->prec = 0;
    e->data = NULL;
    e->box = -1;
}

void lyc_evidence_clear(lyc_evidence_t e)
{
    if (e->type != NULL)
        e->type->clear(e->data);
    lyc_evidence_init(e);
}

void lyc_evidence_set_type(lyc_evidence_t e, const lyc_evidence_type *type,
                           slong prec, void *data)
{
    lyc_evidence_clear(e);
    e->type = type;
    e->prec = prec;
    e->data = data;
}

const char *lyc_evidence_name(const lyc_evidence_t e)
{
    return e->type == NULL ? "none" : e->type->name;
}

lyc_verdict_t lyc_evidence_fail(lyc_diag_t d, lyc_verdict_t status,
                                const char *format, ...)
{
    char message[200];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    lyc_diag_fail(d, status, "%s", message);
    return status;
}

lyc_verdict_t lyc_evidence_require(lyc_truth_t truth, const char *what,
                                   slong atom, lyc_diag_t d)
{
    if (truth == LYC_TRUE)
        return LYC_PROVED;
    const lyc_verdict_t v = truth == LYC_FALSE ? LYC_DISPROVED : LYC_UNDECIDED;
    const char *not_so = truth == LYC_FALSE ? "not so" : "not decided";
    if (atom < 0)
        return lyc_evidence_fail(d, v, "%s: %s", not_so, what);
    return lyc_evidence_fail(d, v, "atom %ld: %s: %s", (long)atom + 1, not_so,
                             what);
}

/* Seconds: what is exact takes milliseconds as a rule, and is what a run that
 * has no time left for more should still say. */
#define GRACE 1.0

lyc_verdict_t lyc_evidence_in_time(const lyc_limits_t limits, lyc_diag_t d)
{
    /* False for a limit that is NaN. */
    if (lyc_limits_elapsed(limits) < limits->max_seconds + GRACE)
        return LYC_PROVED;
    return lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
}

static lyc_verdict_t require_consistent(const lyc_facts_t f, lyc_diag_t d)
{
    for (slong k = 0; k < f->dim; k++)
        if (arf_cmp(f->exponent_lower + k, f->exponent_upper + k) > 0 ||
            arf_cmp(f->sum_lower + k, f->sum_upper + k) > 0)
            return lyc_evidence_fail(d, LYC_FAILURE,
                                     "internal error: proved bounds "
                                     "contradict each other");
    return LYC_PROVED;
}

lyc_verdict_t lyc_facts_close_consistent(lyc_facts_t facts, slong prec,
                                         lyc_diag_t d)
{
    lyc_facts_close(facts, prec);
    return require_consistent(facts, d);
}

lyc_verdict_t lyc_evidence_establish(lyc_facts_t facts, const lyc_evidence_t e,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    if (e->type == NULL)
        return lyc_evidence_fail(d, LYC_DISPROVED, "there is no evidence");
    if (e->prec < LYC_EVIDENCE_MIN_PREC || e->prec > LYC_EVIDENCE_MAX_PREC)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the precision is out of range");
    if (law->dim != facts->dim)
        return lyc_evidence_fail(d, LYC_DISPROVED, "the dimensions differ");
    if (law->length == 0 && !e->type->takes_terms)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "this evidence needs a finite law");
    const int boxes = law->term != NULL ? LYC_BOXES_TERMS : LYC_BOXES_FINITE;
    if (law->box->length > 0 && !(e->type->takes_boxes & boxes))
        return lyc_evidence_fail(d, LYC_UNDECIDED,
                                 "%s is not for laws with parameters",
                                 e->type->name);
    const lyc_limits_struct *before = lyc_limits_watch(limits);
    const lyc_verdict_t v = e->type->establish(facts, e, law, limits, d);
    lyc_limits_watch(before);
    return lyc_verdict_worse(v, require_consistent(facts, d));
}
