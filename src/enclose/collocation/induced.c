/* Laws of blocks of draws, where the draws do not contract by themselves. */
#include <math.h>
#include <stdlib.h>

#include "certify/countable.h"
#include "enclose/collocation/collocation.h"

typedef struct
{
    const lyc_countable_struct *x;
    const lyc_collocation_struct *arcs;
    lyc_induced_rule rule;
} blocks;

/* Members of each family whose images show the arcs: the first ones, and one
 * so late that those after it have nearly the same image. */
#define SHOWN 8
#define LATE 1000000

static int find_arcs(lyc_collocation_t arcs, const lyc_countable_t x,
                     const lyc_limits_t limits)
{
    const slong n = SHOWN * x->length;
    lyc_number_struct *weight = lyc_malloc((size_t)n * sizeof *weight);
    lyc_matrix_struct *matrix = lyc_malloc((size_t)n * sizeof *matrix);
    const lyc_cone_letters_t letters = {
        {.length = n, .weight = weight, .matrix = matrix}};
    for (slong i = 0; i < n; i++)
    {
        const slong m = i % SHOWN < SHOWN - 1 ? i % SHOWN : LATE;
        lyc_number_init(weight + i);
        lyc_matrix_init(matrix + i, 2, 2);
        lyc_family_get(weight + i, matrix + i, x->family + i / SHOWN, m);
    }
    const int ok = lyc_arcs_find(arcs, letters, limits);
    for (slong i = 0; i < n; i++)
    {
        lyc_number_clear(weight + i);
        lyc_matrix_clear(matrix + i);
    }
    free(weight);
    free(matrix);
    return ok;
}

/* Bits by which the rest of a family must be smaller than the width. */
#define TAIL 12

/* The least n with ratio^n < 2^-(bits + TAIL). */
static slong letters_for(const lyc_family *f, double bits)
{
    arb_t q;
    arb_init(q);
    lyc_number_get_arb(q, f->ratio, 64);
    const double ratio = arf_get_d(arb_midref(q), ARF_RND_NEAR);
    arb_clear(q);
    return 1 + (ratio > 0 ? (slong)((bits + TAIL) / -log2(ratio)) : 0);
}

static int propose(lyc_evidence_t out, const void *context, double bits,
                   const lyc_limits_t limits)
{
    const blocks *b = context;
    slong *count = lyc_malloc((size_t)b->x->length * sizeof *count);
    lyc_countable_letters_t letters;
    lyc_collocation_t c;
    slong prec;
    for (slong i = 0; i < b->x->length; i++)
        count[i] = letters_for(b->x->family + i, bits);
    lyc_collocation_init(c, b->arcs->arcs, 0);
    _fmpz_vec_set(c->end, b->arcs->end, 4 * b->arcs->arcs);
    const int ok =
        lyc_countable_letters_init(letters, b->x, count, limits) &&
        lyc_collocation_propose(c, &prec, letters->letters, bits, limits);
    if (ok)
    {
        lyc_limits_say(limits, 1,
                       "induced: %ld letters, %ld arcs, degree %ld, %ld nodes, "
                       "%ld bits",
                       (long)letters->letters->length, (long)c->arcs,
                       (long)c->degree, (long)c->nodes, (long)prec);
        lyc_evidence_set_induced(out, prec, b->rule, count, b->x->length, c);
    }
    lyc_countable_letters_clear(letters);
    lyc_collocation_clear(c);
    free(count);
    return ok;
}

static int enclose(lyc_enclosure_t e, const lyc_countable_t x,
                   lyc_induced_rule rule, const lyc_law_t law,
                   const lyc_request *request, const lyc_limits_t limits)
{
    lyc_collocation_t arcs;
    lyc_collocation_init(arcs, 0, 0);
    const int held =
        find_arcs(arcs, x, limits) &&
        lyc_collocation_rounds(e, propose, &(blocks){x, arcs, rule}, law,
                               request, limits);
    lyc_collocation_clear(arcs);
    return held;
}

int lyc_enclose_induced(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits)
{
    int held = 0;
    for (int rule = 0; rule < LYC_INDUCED_RULES && !held; rule++)
    {
        lyc_countable_t x;
        lyc_number_t factor;
        lyc_countable_init(x);
        lyc_number_init(factor);
        if (lyc_law_reduce(x, factor, law, (lyc_induced_rule)rule) == LYC_TRUE)
            held = enclose(e, x, (lyc_induced_rule)rule, law, request, limits);
        lyc_countable_clear(x);
        lyc_number_clear(factor);
    }
    return held;
}
