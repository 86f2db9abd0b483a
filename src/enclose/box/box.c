/* The gauge method for d = 3 and 4, finite laws. */
#include <math.h>

#include "enclose/box/run.h"
#include "enclose/enclose.h"

/* Cells where there cannot be a lower bound. */
#define UPPER_ONLY_CELLS 20000
/* Shares of the time left when other gauges come later, and when planes do:
 * these take more than all others. */
#define SHARE 0.55
#define PLAIN_SHARE 0.09

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

/* Unless the orthant is invariant; irrational numbers would become long. */
static int is_turned(const lyc_law_t law)
{
    return law->box->length == 0 && lyc_law_has_rational_atoms(law) &&
           !is_nonnegative(law);
}

static void set_basis(lyc_boxes_t head, const lyc_law_t law)
{
    lyc_matrix_t m;
    lyc_number_t det;
    lyc_matrix_init(m, law->dim, law->dim);
    lyc_number_init(det);
    lyc_box_approx_basis(m, law);
    if (lyc_matrix_det(det, m) == LYC_TRUE &&
        lyc_number_is_zero(det) == LYC_FALSE)
        lyc_boxes_set_basis(head, m);
    lyc_number_clear(det);
    lyc_matrix_clear(m);
}

/* Sum p bounds lambda_p and lambda_(p+1). */
static int is_needed(const lyc_box_run_t r, slong p)
{
    return !lyc_request_met(r->request, r->e->facts, p) ||
           !lyc_request_met(r->request, r->e->facts, p + 1);
}

static int is_planes(const lyc_box_run_t r, slong p)
{
    return p > 1 && p < r->law->dim - 1;
}

/* The gauge of lambda_1 + … + lambda_p; left: gauges to come, this one
 * included; are_planes_left: planes are among those that come later. */
static int enclose_sum(lyc_box_run_t r, slong p, int left, int are_planes_left)
{
    lyc_law_t acting;
    int contributed = 0;
    const double now = lyc_limits_elapsed(r->limits);
    const double share = left == 1 ? 1 : are_planes_left ? PLAIN_SHARE : SHARE;
    r->power = r->head->power = p;
    r->head->dim = is_planes(r, p) ? LYC_BOXES_PLANES_DIM : r->law->dim;
    r->deadline = now + share * (r->limits->max_seconds - now);
    r->rate = LYC_BOX_RATE_GUESS * (double)r->law->length;
    r->most = LYC_BOX_DEFAULT_CELLS;
    lyc_law_init(acting);
    if (lyc_boxes_act(acting, r->law, r->head) == LYC_TRUE)
        contributed = enclose_power(r, acting);
    lyc_law_clear(acting);
    return contributed;
}

/* The sums that are needed, planes last. With the determinant each of lambda_2
 * … lambda_d is a difference of two sums, so that half the width is asked of
 * each. */
int lyc_enclose_boxes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    lyc_box_run_t r = {
        {.e = e, .law = law, .request = request, .limits = limits}};
    slong order[LYC_BOXES_MAX_DIM];
    int contributed = 0, more = 0, n = 0;
    for (slong k = 2; k <= law->dim; k++)
        more |= !lyc_request_met(request, e->facts, k);
    for (int planes = 0; planes < 2; planes++)
        for (slong p = 1; p < law->dim; p++)
            if (is_planes(r, p) == planes && is_needed(r, p))
                order[n++] = p;
    lyc_boxes_init(r->head, law->dim, 0);
    if (is_turned(law))
        set_basis(r->head, law);
    for (int i = 0; i < n; i++)
    {
        r->target = lyc_box_run_asked(r) * (more ? 0.5 : 1);
        contributed |= enclose_sum(r, order[i], n - i,
                                   i < n - 1 && is_planes(r, order[n - 1]));
    }
    lyc_boxes_clear(r->head);
    return contributed;
}
