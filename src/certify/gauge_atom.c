#include "certify/gauge.h"
#include "certify/kinds.h"

static void atom_init(lyc_gauge_atom_struct *a)
{
    for (int i = 0; i < 4; i++)
    {
        fmpz_init(a->m + i);
        arb_init(a->a + i);
    }
    a->is_exact = 1;
    a->turn = 0;
    fmpz_init(a->det);
    lyc_vector_init(a->line);
    lyc_vector_init(a->kernel);
    arb_init(a->weight);
}

static void atom_clear(lyc_gauge_atom_struct *a)
{
    for (int i = 0; i < 4; i++)
    {
        fmpz_clear(a->m + i);
        arb_clear(a->a + i);
    }
    fmpz_clear(a->det);
    lyc_vector_clear(a->line);
    lyc_vector_clear(a->kernel);
    arb_clear(a->weight);
}

/* Rank one: the image is spanned by a non-zero column, the kernel is normal
 * to a non-zero row. */
static void set_line_and_kernel(lyc_gauge_atom_struct *a)
{
    const fmpz *m = a->m;
    const int c = fmpz_is_zero(m + 0) && fmpz_is_zero(m + 2);
    const int r = fmpz_is_zero(m + 0) && fmpz_is_zero(m + 1) ? 2 : 0;
    fmpz_set(a->line->x, m + c);
    fmpz_set(a->line->y, m + 2 + c);
    fmpz_neg(a->kernel->x, m + r + 1);
    fmpz_set(a->kernel->y, m + r);
}

static int set_exact(lyc_gauge_atom_struct *a, arb_t log_scale,
                     const lyc_matrix_t atom, slong prec)
{
    fmpz_mat_t m;
    fmpz_t s;
    arb_t t;
    fmpz_mat_init(m, 2, 2);
    fmpz_init(s);
    arb_init(t);
    lyc_matrix_get_fmpz_mat(m, s, atom);
    for (int i = 0; i < 4; i++)
        fmpz_set(a->m + i, fmpz_mat_entry(m, i / 2, i % 2));
    arb_log_fmpz(t, s, prec);
    arb_addmul(log_scale, a->weight, t, prec);
    fmpz_mat_det(s, m);
    a->turn = fmpz_sgn(s);
    fmpz_abs(a->det, s);
    const int is_zero = fmpz_mat_is_zero(m);
    if (!is_zero && a->turn == 0)
        set_line_and_kernel(a);
    fmpz_mat_clear(m);
    fmpz_clear(s);
    arb_clear(t);
    return !is_zero;
}

/* A x for an exact atom and the ray r_j, up to the scale s. */
static int maps_ray(int *sign, const lyc_gauge_atom_struct *a,
                    const lyc_fan_t fan, slong j)
{
    slong cone;
    lyc_image_struct im[1];
    lyc_vector_t x, y;
    lyc_image_init(im, a);
    lyc_vector_init(x);
    lyc_vector_init(y);
    lyc_ray_get(x, fan, j);
    lyc_image_of(y, im, x);
    const int ok = lyc_fan_locate(&cone, sign, fan, y, 1);
    lyc_vector_clear(x);
    lyc_vector_clear(y);
    lyc_image_clear(im);
    return ok;
}

/* C is convex and pointed: A C is in C or in -C when both extreme rays are
 * sent to the same one; for rank one when the image line is C's. */
static int maps_cone(const lyc_gauge_atom_struct *a, const lyc_fan_t fan)
{
    slong cone;
    int s = 0, t = 0;
    if (a->turn == 0)
        return lyc_fan_locate(&cone, &s, fan, a->line, 1);
    return maps_ray(&s, a, fan, 0) && maps_ray(&t, a, fan, fan->length - 1) &&
           s == t;
}

lyc_verdict_t lyc_gauge_init(lyc_gauge_t g, const lyc_fan_t fan,
                             const lyc_law_t law, slong prec,
                             const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    g->fan = fan;
    g->prec = prec;
    g->limits = limits;
    g->length = law->length;
    g->is_exact = 1;
    g->is_ranged = law->box->length > 0;
    g->atom = lyc_calloc((size_t)law->length, sizeof(*g->atom));
    arb_init(g->log_scale);
    for (slong i = 0; i < g->length; i++)
    {
        lyc_gauge_atom_struct *a = g->atom + i;
        const lyc_matrix_struct *atom = law->atom + i;
        atom_init(a);
        if (v == LYC_PROVED)
            v = lyc_evidence_in_time(limits, d);
        if (v != LYC_PROVED)
            continue;
        lyc_number_get_arb(a->weight, law->weight + i, prec);
        if (!lyc_matrix_is_rational(atom))
        {
            g->is_exact = 0;
            v = lyc_ball_atom_set(a, fan, atom, prec, d);
            continue;
        }
        const int ok = set_exact(a, g->log_scale, atom, prec);
        if (!ok || (!fan->is_projective && !maps_cone(a, fan)))
        {
            lyc_diag_fail(d, LYC_DISPROVED,
                          ok ? "atom %ld does not map the cone into itself"
                             : "atom %ld is zero",
                          (long)i + 1);
            v = LYC_DISPROVED;
        }
    }
    return v;
}

void lyc_gauge_clear(lyc_gauge_t g)
{
    for (slong i = 0; i < g->length; i++)
        atom_clear(g->atom + i);
    free(g->atom);
    arb_clear(g->log_scale);
}
