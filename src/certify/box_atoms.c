#include <math.h>
#include <stdlib.h>

#include "certify/box.h"
#include "certify/box_round.h"
#include "certify/extreme_arf.h"
#include "lyapcert/text.h"

/* |x - *value| <= *error, rounded up; *value is 0 where x is not finite. */
static void ball_to_double(double *value, double *error, const arb_t x)
{
    arf_t low, high, v;
    arf_init(low);
    arf_init(high);
    arf_init(v);
    arb_get_interval_arf(low, high, x, 64);
    *value = arf_get_d(arb_midref(x), ARF_RND_NEAR);
    if (!isfinite(*value))
        *value = 0;
    arf_set_d(v, *value);
    arf_sub(high, high, v, 64, ARF_RND_UP);
    arf_sub(low, v, low, 64, ARF_RND_UP);
    lyc_arf_max_up(high, high, low);
    *error = arf_get_d(high, ARF_RND_UP);
    arf_clear(low);
    arf_clear(high);
    arf_clear(v);
}

/* An e with all entries of 2^-e m at most 1 in modulus, about. */
static slong binary_exponent(const arb_mat_t m)
{
    slong top = 0;
    int found = 0;
    for (slong k = 0; k < arb_mat_nrows(m) * arb_mat_ncols(m); k++)
    {
        const arf_struct *mid = arb_midref(
            arb_mat_entry(m, k / arb_mat_ncols(m), k % arb_mat_ncols(m)));
        if (arf_is_special(mid))
            continue;
        const slong e = arf_abs_bound_lt_2exp_si(mid);
        top = found ? FLINT_MAX(top, e) : e;
        found = 1;
    }
    return top;
}

/* Planes: b J-orthogonal up to the factor det, J the matrix with ones from
 * corner to corner. Row 0 of b^T J b = det J. */
static void planes_det(lyc_number_t det, const lyc_matrix_t b)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_set_si(det, 0);
    for (slong c = 0; c < 6; c++)
    {
        lyc_number_mul(t, lyc_matrix_entry(b, c, 0),
                       lyc_matrix_entry(b, 5 - c, 5));
        lyc_number_add(det, det, t);
    }
    lyc_number_clear(t);
}

/* Theorem spectrum.planes */
/* c^T b = det times the unit matrix, det >= 0 after a change of signs. */
static int find_cofactors(lyc_matrix_t c, int *sign, const lyc_matrix_t b)
{
    const slong d = b->rows;
    int ok = 1;
    lyc_number_t det;
    lyc_number_init(det);
    if (lyc_box_is_planes((int)d))
    {
        planes_det(det, b);
        for (slong k = 0; k < d * d; k++)
            lyc_number_set(c->entry + k, b->entry + d * d - 1 - k);
    }
    else
        ok = lyc_matrix_det(det, b) == LYC_TRUE &&
             lyc_matrix_cofactors(c, b) == LYC_TRUE;
    ok = ok && lyc_number_sign(sign, det) == LYC_TRUE;
    lyc_number_clear(det);
    return ok;
}

/* The adjugate is the transposed matrix of cofactors; J b^T J for planes. Where
 * it is not known the error says so, and excludes nothing. */
static void set_adjugate(lyc_box_atom *a, const lyc_matrix_t atom, slong prec)
{
    const slong d = atom->rows;
    int sign = 1;
    lyc_matrix_t c;
    arb_mat_t m;
    arb_mat_init(m, d, d);
    lyc_matrix_init(c, d, d);
    a->adjugate_error = INFINITY;
    if (find_cofactors(c, &sign, atom))
    {
        double error, most = 0;
        lyc_matrix_get_arb_mat(m, c, prec);
        arb_mat_scalar_mul_2exp_si(m, m, -binary_exponent(m));
        for (slong k = 0; k < d * d; k++)
        {
            double *entry = a->adjugate + k % d * d + k / d;
            ball_to_double(entry, &error, arb_mat_entry(m, k / d, k % d));
            *entry = sign < 0 ? -*entry : *entry;
            most = lyc_max_up(most, error);
        }
        a->adjugate_error = most;
    }
    lyc_matrix_clear(c);
    arb_mat_clear(m);
}

static void set_atom(lyc_box_atom *a, const lyc_law_t law, slong i, slong e,
                     slong prec)
{
    const slong d = law->dim;
    arb_mat_t m;
    arb_t p;
    arb_mat_init(m, d, d);
    arb_init(p);
    lyc_matrix_get_arb_mat(m, law->atom + i, prec);
    lyc_number_get_arb(p, law->weight + i, prec);
    arb_mat_scalar_mul_2exp_si(m, m, -e);

    double value, error;
    for (slong c = 0; c < d; c++)
    {
        double sum = 0;
        for (slong j = 0; j < d; j++)
        {
            ball_to_double(&value, &error, arb_mat_entry(m, c, j));
            a->entry[c * d + j] = value;
            sum = lyc_up(sum + lyc_up(lyc_box_is_planes((int)d)
                                          ? 2 * error + 0x1p-48 * fabs(value)
                                          : error + 0x1p-50 * fabs(value)));
        }
        a->row_error[c] = lyc_up(sum + 0x1p-1000);
    }
    set_adjugate(a, law->atom + i, prec);
    ball_to_double(&value, &error, p);
    a->weight_low = lyc_down(value - error);
    a->weight_high = lyc_up(value + error);
    arb_mat_clear(m);
    arb_clear(p);
}

/* Exponents of the atoms; over a box of parameters one for all, so that what
 * the weights vary by does not count. */
static slong *exponents_of(const lyc_law_t law, slong prec)
{
    slong *e = lyc_malloc((size_t)law->length * sizeof *e), most = WORD_MIN;
    arb_mat_t m;
    arb_mat_init(m, law->dim, law->dim);
    for (slong i = 0; i < law->length; i++)
    {
        lyc_matrix_get_arb_mat(m, law->atom + i, prec);
        e[i] = binary_exponent(m);
        most = FLINT_MAX(most, e[i]);
    }
    for (slong i = 0; i < law->length && law->box->length > 0; i++)
        e[i] = most;
    arb_mat_clear(m);
    return e;
}

/* sum_i p_i e_i log 2; the last exponent stands for itself, as sum_i p_i = 1.
 */
static void set_log_scale(arb_t log_scale, const lyc_law_t law, const slong *e,
                          slong prec)
{
    const slong last = e[law->length - 1];
    arb_t p;
    arb_init(p);
    arb_set_si(log_scale, last);
    for (slong i = 0; i < law->length - 1; i++)
    {
        lyc_number_get_arb(p, law->weight + i, prec);
        arb_mul_si(p, p, e[i] - last, prec);
        arb_add(log_scale, log_scale, p, prec);
    }
    arb_const_log2(p, prec);
    arb_mul(log_scale, log_scale, p, prec);
    arb_clear(p);
}

/* Theorem parameter-boxes.cubes */
/* Entries, cofactors and weights are balls that hold them for every value of
 * the law's parameters. */
void lyc_box_atoms_init(lyc_box_atoms_t a, const lyc_law_t law, slong prec)
{
    a->dim = (int)law->dim;
    a->length = law->length;
    a->atom = lyc_calloc((size_t)law->length, sizeof *a->atom);
    arb_init(a->log_scale);
    a->is_uniform = 1;
    for (slong i = 1; i < law->length && a->is_uniform; i++)
        a->is_uniform =
            lyc_number_equal(law->weight, law->weight + i) == LYC_TRUE;
    slong *e = exponents_of(law, prec);
    set_log_scale(a->log_scale, law, e, prec);
    for (slong i = 0; i < law->length; i++)
        set_atom(a->atom + i, law, i, e[i], prec);
    free(e);
}

void lyc_box_atoms_clear(lyc_box_atoms_t a)
{
    free(a->atom);
    arb_clear(a->log_scale);
}
