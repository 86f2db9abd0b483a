#include <math.h>

#include "certify/second_moment.h"
#include "enclose/enclose.h"

#define PREC 64
#define STEPS 400
#define MAX_DIM 64

/* Midpoints of m as numbers with 40 bits, relative to the trace, plus a small
 * multiple of I. */
static int round_to(lyc_matrix_t q, const arb_mat_t m)
{
    const slong n = q->rows;
    double trace = 0;
    fmpq_t x;
    for (slong i = 0; i < n; i++)
        trace += arf_get_d(arb_midref(arb_mat_entry(m, i, i)), ARF_RND_NEAR);
    if (!(trace > 1e-200 && trace < 1e200))
        return 0;
    fmpq_init(x);
    for (slong i = 0; i < n; i++)
        for (slong j = i; j < n; j++)
        {
            const double v =
                arf_get_d(arb_midref(arb_mat_entry(m, i, j)), ARF_RND_NEAR) *
                    (double)n / trace +
                (i == j ? 0x1p-30 : 0);
            fmpz_set_d(fmpq_numref(x), rint(ldexp(v, 40)));
            fmpz_one(fmpq_denref(x));
            fmpz_mul_2exp(fmpq_denref(x), fmpq_denref(x), 40);
            fmpq_canonicalise(x);
            lyc_number_set_fmpq(lyc_matrix_entry(q, i, j), x);
            lyc_number_set_fmpq(lyc_matrix_entry(q, j, i), x);
        }
    fmpq_clear(x);
    return 1;
}

/* Power iteration Q <- Q + E A^T Q A, scaled. 0: nothing came of it. */
static int propose(lyc_matrix_t q, const lyc_law_t law,
                   const lyc_limits_t limits)
{
    const slong n = law->dim;
    const char *why = NULL;
    arb_mat_t x, m;
    arb_mat_init(x, n, n);
    arb_mat_init(m, n, n);
    arb_mat_one(x);
    int held = 1;
    for (int i = 0; i < STEPS && held && !lyc_limits_out_of_time(limits); i++)
    {
        held = lyc_second_moment(m, &why, law, x, PREC);
        arb_mat_add(m, m, x, PREC);
        held = held && round_to(q, m);
        lyc_matrix_get_arb_mat(x, q, PREC);
    }
    if (why != NULL && !held)
        lyc_limits_say(limits, 1, "moment: left out, %s", why);
    arb_mat_clear(x);
    arb_mat_clear(m);
    return held;
}

int lyc_enclose_moment(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits)
{
    lyc_matrix_t q;
    lyc_evidence_t evidence;
    int held;
    (void)request;
    if (law->dim > MAX_DIM)
        return 0;
    lyc_matrix_init(q, law->dim, law->dim);
    lyc_evidence_init(evidence);
    held = propose(q, law, limits);
    if (held)
    {
        lyc_evidence_set_moment(evidence, PREC, q);
        held = lyc_enclosure_accept(e, "moment", evidence, law, limits);
    }
    lyc_evidence_clear(evidence);
    lyc_matrix_clear(q);
    return held;
}
