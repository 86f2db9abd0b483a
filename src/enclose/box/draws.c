/* The gauge method for d = 3, laws with continuous draws. */
#include <math.h>

#include "certify/affine_volume.h"
#include "certify/cubes.h"
#include "enclose/approx/draw_range.h"
#include "enclose/box/run.h"
#include "enclose/enclose.h"

#define PREC 64
/* Halvings of the range of a draw, where there is one, and for two. */
static const int most_halvings[] = {0, 10, 8};
#define CUT_SCALE 40
#define MAX_CUT 500000.0
/* Determinants are 0 at so much less. */
#define BEYOND 1.25
/* Seconds of a search for which no limit is asked. */
#define UNASKED_SECONDS 120.0
/* Cells of draws in the first guess of how long a check takes. */
#define RATE_CELLS 20
#define FIRST_SHARE 0.55

/* Where the determinants of all outcomes have their signs for good: |t_j| is
 * larger. */
static double far_of(const lyc_affine_law_t f, slong j)
{
    double far = 0;
    lyc_number_struct c[LYC_CUBES_MAX_DRAWS + 1];
    for (slong k = 0; k <= f->draws; k++)
        lyc_number_init(c + k);
    for (slong o = 0; o < f->outcomes; o++)
    {
        if (!lyc_affine_determinant(c, f, o))
            continue;
        const double slope = fabs(lyc_approx_number(c + j + 1));
        double rest = fabs(lyc_approx_number(c));
        for (slong k = 0; k < f->draws; k++)
        {
            double low, high;
            lyc_approx_draw_range(&low, &high, f->draw + k);
            if (k != j)
                rest += fmax(fabs(low), fabs(high)) *
                        fabs(lyc_approx_number(c + k + 1));
        }
        far = fmax(far, slope > 0 ? BEYOND * rest / slope : 0);
    }
    for (slong k = 0; k <= f->draws; k++)
        lyc_number_clear(c + k);
    return far < MAX_CUT ? far : 0;
}

static void add_cut(int64_t *cut, slong *n, double t)
{
    cut[(*n)++] =
        (int64_t)llrint(ldexp(fmax(-MAX_CUT, fmin(MAX_CUT, t)), CUT_SCALE));
}

/* Equal steps inside the range; its ends where they are not the draw's, and
 * what is farther than these. */
static slong set_cuts(int64_t *cut, const lyc_affine_draw *x, slong cells,
                      double far)
{
    double low, high;
    slong n = 0;
    lyc_approx_draw_range(&low, &high, x);
    const int is_open[] = {x->kind == LYC_TERM_NORMAL,
                           x->kind != LYC_TERM_UNIFORM};
    if (is_open[0] && -far < low)
        add_cut(cut, &n, -far);
    for (slong i = is_open[0] ? 0 : 1; i < cells + is_open[1]; i++)
        add_cut(cut, &n, low + (high - low) * (double)i / (double)cells);
    if (is_open[1] && far > high)
        add_cut(cut, &n, far);
    return n;
}

static void set_all_cuts(lyc_cubes_t c, const lyc_affine_law_t f)
{
    const slong cells = (slong)1 << most_halvings[f->draws], room = cells + 3;
    slong count[LYC_CUBES_MAX_DRAWS];
    int64_t *cut = lyc_malloc((size_t)(f->draws * room) * sizeof *cut);
    for (slong j = 0; j < f->draws; j++)
        count[j] = set_cuts(cut + j * room, f->draw + j, cells, far_of(f, j));
    lyc_cubes_set_counts(c, f->draws, count);
    for (slong j = 0; j < f->draws; j++)
        for (slong i = 0; i < count[j]; i++)
            c->cut[c->first[j] + i] = cut[j * room + i];
    c->cut_scale = CUT_SCALE;
    free(cut);
}

/* The sum of all exponents, where it has a formula. */
static int offer_volume(lyc_box_run_t r)
{
    lyc_evidence_t evidence;
    lyc_evidence_init(evidence);
    lyc_evidence_set_volume(evidence, PREC);
    const int held =
        lyc_enclosure_accept(r->e, "logdet", evidence, r->law, r->limits);
    lyc_evidence_clear(evidence);
    return held;
}

static int enclose_power(lyc_box_run_t r, const lyc_affine_law_t f)
{
    lyc_box_solver_t s;
    lyc_cubes_law_t cubes;
    lyc_diag_t why;
    int held = 0;
    lyc_diag_init(why);
    r->cuts->boxes->power = r->power;
    if (lyc_cubes_law_init(cubes, f, r->cuts, PREC, why) == LYC_PROVED)
    {
        r->cubes = cubes;
        r->rate = LYC_BOX_RATE_GUESS * RATE_CELLS * (double)f->outcomes;
        lyc_box_solver_init_cubes(s, cubes);
        held = lyc_box_run(r, s);
        lyc_box_solver_clear(s);
    }
    else
        lyc_limits_say(r->limits, 1, "gauge: the sum of %ld is left out, %s",
                       (long)r->power, why->text);
    lyc_cubes_law_clear(cubes);
    lyc_diag_clear(why);
    return held;
}

/* lambda_1, and the sum of two where more is asked. */
static int enclose_all(lyc_box_run_t r, const lyc_affine_law_t f)
{
    int more = 0, contributed = offer_volume(r);
    for (slong k = 2; k <= LYC_CUBES_DIM; k++)
        more |= !lyc_request_met(r->request, r->e->facts, k);
    for (slong n = 0; n < 1 + more; n++)
    {
        const double now = lyc_limits_elapsed(r->limits);
        const double share = more && n == 0 ? FIRST_SHARE : 1;
        r->power = n + 1;
        r->deadline = now + share * (r->limits->max_seconds - now);
        r->target = lyc_box_run_asked(r) * (more ? 0.5 : 1);
        r->most = LYC_BOX_DEFAULT_CELLS;
        contributed |= enclose_power(r, f);
    }
    return contributed;
}

int lyc_enclose_cubes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    lyc_limits_t own;
    lyc_cubes_t cuts;
    lyc_affine_law_t f;
    lyc_box_run_t r = {
        {.e = e, .law = law, .request = request, .limits = own, .cuts = cuts}};
    const char *why = "there are more than two scalar draws";
    int contributed = 0;
    if (law->term == NULL || law->dim != LYC_CUBES_DIM || law->box->length > 0)
        return 0;
    *own = *limits;
    if (!isfinite(own->max_seconds))
        own->max_seconds = lyc_limits_elapsed(own) + UNASKED_SECONDS;
    lyc_affine_law_init(f);
    lyc_cubes_init(cuts);
    lyc_boxes_init(r->head, LYC_CUBES_DIM, 0);
    if (lyc_affine_law_set(f, &why, law) && f->draws <= LYC_CUBES_MAX_DRAWS)
    {
        set_all_cuts(cuts, f);
        contributed = enclose_all(r, f);
    }
    else
        lyc_limits_say(limits, 1, "gauge: left out, %s", why);
    lyc_boxes_clear(r->head);
    lyc_cubes_clear(cuts);
    lyc_affine_law_clear(f);
    return contributed;
}
