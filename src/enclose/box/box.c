/* The gauge method for d = 3 and 4, finite laws. */
#include <math.h>

#include "enclose/box/run.h"
#include "enclose/enclose.h"

/* Cells where there cannot be a lower bound. */
#define UPPER_ONLY_CELLS 20000
/* Where 1, 2, 3 gauges are needed: whose, and shares of the time left. */
static const slong order[3][3] = {{1}, {1, 2}, {1, 3, 2}};
static const double share[3][3] = {{1}, {0.55, 1}, {0.2, 0.2, 1}};

/* 1 when no entry is negative: the orthant is invariant. */
static int is_nonnegative(const lyc_law_t law)
{
    for (slong i = 0; i < law->length; i++)
        for (slong k = 0; k < law->dim * law->dim; k++)
        {
            int sign = -1;
            if (lyc_number_sign(&sign, law->atom[i].entry + k) != LYC_TRUE ||
                sign < 0)
                return 0;
        }
    return 1;
}

static int is_singular(const lyc_law_t law)
{
    int found = 0;
    lyc_number_t det;
    lyc_number_init(det);
    for (slong i = 0; i < law->length && !found; i++)
        found = lyc_matrix_det(det, law->atom + i) != LYC_TRUE ||
                lyc_number_is_zero(det) != LYC_FALSE;
    lyc_number_clear(det);
    return found;
}

static int enclose_power(lyc_box_run_t r, const lyc_law_t acting)
{
    lyc_box_solver_t s;
    const int is_orthant =
        acting->dim <= LYC_BOXES_MAX_DIM && is_nonnegative(acting);
    const int is_one_sided = !is_orthant && is_singular(acting);
    if (is_one_sided)
        r->most = UPPER_ONLY_CELLS;
    lyc_box_solver_init(s, acting, !is_orthant);
    s->is_one_sided = is_one_sided;
    const int held = lyc_box_run(r, s);
    lyc_box_solver_clear(s);
    return held;
}

/* In dimension 4, unless the orthant is invariant. */
static int is_turned(const lyc_law_t law)
{
    return law->dim == 4 && law->box->length == 0 && !is_nonnegative(law);
}

static void set_basis(lyc_boxes_t head, const lyc_law_t law)
{
    lyc_matrix_t m;
    lyc_matrix_init(m, law->dim, law->dim);
    lyc_box_approx_basis(m, law);
    lyc_boxes_set_basis(head, m);
    lyc_matrix_clear(m);
}

/* lambda_1 alone, or all sums of fewer than d exponents: with the determinant
 * each of lambda_2 … lambda_d is a difference of two of these, so that half
 * the width is asked of each. */
int lyc_enclose_boxes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    lyc_box_run_t r = {
        {.e = e, .law = law, .request = request, .limits = limits}};
    int contributed = 0, more = 0;
    for (slong k = 2; k <= law->dim; k++)
        more |= !lyc_request_met(request, e->facts, k);
    const slong gauges = more ? law->dim - 1 : 1;
    lyc_boxes_init(r->head, law->dim, 0);
    if (is_turned(law))
        set_basis(r->head, law);
    for (slong n = 0; n < gauges; n++)
    {
        lyc_law_t acting;
        r->head->power = r->power = order[gauges - 1][n];
        r->head->dim = r->power > 1 && r->power < law->dim - 1
                           ? LYC_BOXES_PLANES_DIM
                           : law->dim;
        lyc_law_init(acting);
        const double now = lyc_limits_elapsed(limits);
        r->deadline = now + share[gauges - 1][n] * (limits->max_seconds - now);
        r->rate = LYC_BOX_RATE_GUESS * (double)law->length;
        r->target = lyc_box_run_asked(r) * (more ? 0.5 : 1);
        r->most = LYC_BOX_DEFAULT_CELLS;
        if (lyc_boxes_act(acting, law, r->head) == LYC_TRUE)
            contributed |= enclose_power(r, acting);
        lyc_law_clear(acting);
    }
    lyc_boxes_clear(r->head);
    return contributed;
}
