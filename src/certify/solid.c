/* Letters in the coordinates of a simplicial cone, decided exactly. */
#include "certify/solid.h"

#include "certify/kinds.h"

static void set_entry(lyc_matrix_t m, slong i, slong j, const fmpz_t x)
{
    fmpq_t q;
    fmpq_init(q);
    fmpq_set_fmpz(q, x);
    lyc_number_set_fmpq(lyc_matrix_entry(m, i, j), q);
    fmpq_clear(q);
}

/* z = x_i y_j - x_j y_i. */
static void minor(fmpz_t z, const fmpz *x, const fmpz *y, int i, int j)
{
    fmpz_mul(z, x + i, y + j);
    fmpz_submul(z, x + j, y + i);
}

/* U with columns u_k, its adjugate, whose rows are cross products of two
 * columns, and its determinant. */
static void set_basis(lyc_matrix_t u, lyc_matrix_t adj, fmpz_t det,
                      const fmpz *end)
{
    fmpz_t z;
    fmpz_init(z);
    fmpz_zero(det);
    for (int k = 0; k < 3; k++)
    {
        const fmpz *x = end + 3 * ((k + 1) % 3), *y = end + 3 * ((k + 2) % 3);
        for (int i = 0; i < 3; i++)
        {
            set_entry(u, i, k, end + 3 * k + i);
            minor(z, x, y, (i + 1) % 3, (i + 2) % 3);
            set_entry(adj, k, i, z);
            if (k == 0)
                fmpz_addmul(det, z, end + i);
        }
    }
    fmpz_clear(z);
}

/* The sign s with s m >= 0 in all entries, if there is one. */
static lyc_truth_t common_sign(int *sign, const lyc_matrix_t m)
{
    *sign = 0;
    for (int i = 0; i < 9; i++)
    {
        int s;
        if (lyc_number_sign(&s, m->entry + i) != LYC_TRUE)
            return LYC_UNKNOWN;
        if (s != 0 && s == -*sign)
            return LYC_FALSE;
        *sign = s != 0 ? s : *sign;
    }
    return *sign != 0 ? LYC_TRUE : LYC_FALSE;
}

/* Theorem collocation.square */
static lyc_truth_t set_letter(lyc_solid_letter *letter, const lyc_matrix_t atom,
                              const lyc_matrix_t u, const lyc_matrix_t adj,
                              const fmpz_t det, slong prec)
{
    lyc_matrix_t m, n;
    int sign;
    lyc_matrix_init(m, 3, 3);
    lyc_matrix_init(n, 3, 3);
    lyc_matrix_mul(m, atom, u);
    lyc_matrix_mul(n, adj, m);
    const lyc_truth_t is_inside = common_sign(&sign, n);
    for (int i = 0; i < 9 && is_inside == LYC_TRUE; i++)
    {
        lyc_number_get_arb(letter->b + i, n->entry + i, prec);
        arb_mul_si(letter->b + i, letter->b + i, sign, prec);
        arb_div_fmpz(letter->b + i, letter->b + i, det, prec);
    }
    lyc_matrix_clear(m);
    lyc_matrix_clear(n);
    return is_inside;
}

static lyc_verdict_t set_letters(lyc_solid_t solid, const lyc_law_t law,
                                 const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_matrix_t u, adj;
    fmpz_t det;
    lyc_verdict_t v = LYC_PROVED;
    lyc_matrix_init(u, 3, 3);
    lyc_matrix_init(adj, 3, 3);
    fmpz_init(det);
    set_basis(u, adj, det, solid->q->end);
    if (fmpz_sgn(det) <= 0)
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the edges of the cone are not in order");
    for (slong i = 0; i < law->length && v == LYC_PROVED; i++)
    {
        v = lyc_evidence_require(set_letter(solid->letter + i, law->atom + i, u,
                                            adj, det, solid->prec),
                                 "maps the cone into itself", i, d);
        if (v == LYC_PROVED && lyc_limits_out_of_time(limits))
            v = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    }
    lyc_matrix_clear(u);
    lyc_matrix_clear(adj);
    fmpz_clear(det);
    return v;
}

lyc_verdict_t lyc_solid_init(lyc_solid_t solid, const lyc_square_t q,
                             const lyc_law_t law, slong prec,
                             const lyc_limits_t limits, lyc_diag_t d)
{
    solid->q = q;
    solid->length = law->length;
    solid->prec = prec;
    solid->weight = _arb_vec_init(law->length);
    solid->letter = lyc_malloc((size_t)law->length * sizeof(lyc_solid_letter));
    for (slong i = 0; i < law->length; i++)
    {
        for (int j = 0; j < 9; j++)
            arb_init(solid->letter[i].b + j);
        lyc_number_get_arb(solid->weight + i, law->weight + i, prec);
    }
    return set_letters(solid, law, limits, d);
}

void lyc_solid_clear(lyc_solid_t solid)
{
    for (slong i = 0; i < solid->length; i++)
        for (int j = 0; j < 9; j++)
            arb_clear(solid->letter[i].b + j);
    _arb_vec_clear(solid->weight, solid->length);
    free(solid->letter);
}
