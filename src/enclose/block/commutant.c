#include <stdlib.h>

#include "enclose/block/find.h"

/* Coefficients of the combinations that are tried: -RANGE … RANGE. */
#define RANGE 2
#define TRIES 400

typedef struct
{
    slong dim, length;
    fmpq_mat_struct *element; /* a basis of the commutant */
    int has_real;             /* an element with x^2 + p x + q, real roots */
    fmpq_mat_t real;
    fmpq_t p, q;
    slong degree; /* the largest of an irreducible minimal polynomial */
} commutant;

static void commutant_init(commutant *z, const lyc_surd_mat_t x, slong dim)
{
    slong k, i;

    z->dim = dim;
    z->length = x->columns;
    z->element = lyc_malloc(((size_t)z->length + 1) * sizeof *z->element);
    for (k = 0; k < z->length; k++)
    {
        fmpq_mat_init(z->element + k, dim, dim);
        for (i = 0; i < dim * dim; i++)
        {
            fmpq_set(fmpq_mat_entry(z->element + k, i / dim, i % dim),
                     fmpq_mat_entry(x->a, i, k));
        }
    }
    z->has_real = 0;
    fmpq_mat_init(z->real, dim, dim);
    fmpq_init(z->p);
    fmpq_init(z->q);
    z->degree = 1;
}

static void commutant_clear(commutant *z)
{
    slong k;

    for (k = 0; k < z->length; k++)
    {
        fmpq_mat_clear(z->element + k);
    }
    free(z->element);
    fmpq_mat_clear(z->real);
    fmpq_clear(z->p);
    fmpq_clear(z->q);
}

/* y = f(c) */
static void evaluate(fmpq_mat_t y, const fmpz_poly_t f, const fmpq_mat_t c)
{
    slong i, k, n = fmpq_mat_nrows(c);
    fmpq_mat_t t;
    fmpz_t a;

    fmpq_mat_init(t, n, n);
    fmpz_init(a);
    fmpq_mat_zero(y);
    for (k = fmpz_poly_degree(f); k >= 0; k--)
    {
        fmpq_mat_mul(t, y, c);
        fmpq_mat_set(y, t);
        fmpz_poly_get_coeff_fmpz(a, f, k);
        for (i = 0; i < n; i++)
        {
            fmpq_add_fmpz(fmpq_mat_entry(y, i, i), fmpq_mat_entry(y, i, i), a);
        }
    }
    fmpq_mat_clear(t);
    fmpz_clear(a);
}

/* V = ker f(c) unless that is 0 or everything. */
static int take_kernel(lyc_finding *found, const fmpz_poly_t f,
                       const fmpq_mat_t c)
{
    const slong n = fmpq_mat_nrows(c);
    lyc_surd_mat_t y;
    fmpz_t one;
    slong nullity;

    fmpz_init_set_ui(one, 1);
    lyc_surd_mat_init(y, n, n, one);
    evaluate(y->a, f, c);
    nullity = lyc_surd_mat_nullspace(found->v, y);
    found->is_split = 0 < nullity && nullity < n;
    lyc_surd_mat_clear(y);
    fmpz_clear(one);
    return found->is_split;
}

/* c has the irreducible minimal polynomial f of degree 2. */
static void note_quadratic(commutant *z, const fmpz_poly_t f,
                           const fmpq_mat_t c)
{
    fmpq_t p, q, disc;
    const fmpz *coeff = f->coeffs;

    fmpq_init(p);
    fmpq_init(q);
    fmpq_init(disc);
    fmpq_set_fmpz_frac(p, coeff + 1, coeff + 2);
    fmpq_set_fmpz_frac(q, coeff + 0, coeff + 2);
    fmpq_mul(disc, p, p);
    fmpq_sub(disc, disc, q);
    fmpq_sub(disc, disc, q);
    fmpq_sub(disc, disc, q);
    fmpq_sub(disc, disc, q);
    if (fmpq_sgn(disc) > 0 && !z->has_real)
    {
        z->has_real = 1;
        fmpq_mat_set(z->real, c);
        fmpq_swap(z->p, p);
        fmpq_swap(z->q, q);
    }
    fmpq_clear(p);
    fmpq_clear(q);
    fmpq_clear(disc);
}

/* 1 when a rational subspace was found by means of c. */
static int try_element(lyc_finding *found, commutant *z, const fmpq_mat_t c)
{
    fmpq_poly_t chi;
    fmpz_poly_t f;
    fmpz_poly_factor_t factor;
    slong i;

    fmpq_poly_init(chi);
    fmpz_poly_init(f);
    fmpz_poly_factor_init(factor);
    fmpq_mat_charpoly(chi, c);
    fmpq_poly_get_numerator(f, chi);
    fmpz_poly_factor(factor, f);
    for (i = 0; i < factor->num && !found->is_split; i++)
    {
        (void)take_kernel(found, factor->p + i, c);
    }
    if (!found->is_split && factor->num == 1)
    {
        const slong degree = fmpz_poly_degree(factor->p);

        z->degree = FLINT_MAX(z->degree, degree);
        if (degree == 2)
        {
            note_quadratic(z, factor->p, c);
        }
    }
    fmpz_poly_factor_clear(factor);
    fmpz_poly_clear(f);
    fmpq_poly_clear(chi);
    return found->is_split;
}

/* Small combinations of the basis, in the order of a counter in base
 * 2 RANGE + 1. */
static int try_combinations(lyc_finding *found, commutant *z)
{
    slong tries = 1, t, k;
    fmpq_mat_t c, s;
    fmpq_t x;

    for (k = 0; k < z->length && tries < TRIES; k++)
    {
        tries *= 2 * RANGE + 1;
    }
    tries = FLINT_MIN(tries, TRIES);
    fmpq_mat_init(c, z->dim, z->dim);
    fmpq_mat_init(s, z->dim, z->dim);
    fmpq_init(x);
    for (t = 1; t < tries && !found->is_split; t++)
    {
        slong rest = t;

        fmpq_mat_zero(c);
        for (k = 0; k < z->length; k++, rest /= 2 * RANGE + 1)
        {
            const slong digit = rest % (2 * RANGE + 1);

            fmpq_set_si(x, digit <= RANGE ? digit : RANGE - digit, 1);
            fmpq_mat_scalar_mul_fmpq(s, z->element + k, x);
            fmpq_mat_add(c, c, s);
        }
        (void)try_element(found, z, c);
    }
    fmpq_mat_clear(c);
    fmpq_mat_clear(s);
    fmpq_clear(x);
    return found->is_split;
}

static void trace(fmpq_t t, const fmpq_mat_t c)
{
    slong i;

    fmpq_zero(t);
    for (i = 0; i < fmpq_mat_nrows(c); i++)
    {
        fmpq_add(t, t, fmpq_mat_entry(c, i, i));
    }
}

/* c -= (tr c / n) 1 */
static void make_traceless(fmpq_mat_t c)
{
    const slong n = fmpq_mat_nrows(c);
    fmpq_t t, s;
    slong i;

    fmpq_init(t);
    fmpq_init(s);
    trace(t, c);
    fmpq_set_si(s, n, 1);
    fmpq_div(t, t, s);
    for (i = 0; i < n; i++)
    {
        fmpq_sub(fmpq_mat_entry(c, i, i), fmpq_mat_entry(c, i, i), t);
    }
    fmpq_clear(t);
    fmpq_clear(s);
}

/* The form tr(x y): n times the number x y + y x = 2 B(x, y) of quaternions
 * without a scalar part. */
static void form(fmpq_t b, const fmpq_mat_t x, const fmpq_mat_t y)
{
    fmpq_mat_t t;

    fmpq_mat_init(t, fmpq_mat_nrows(x), fmpq_mat_nrows(x));
    fmpq_mat_mul(t, x, y);
    trace(b, t);
    fmpq_mat_clear(t);
}

/* Orthogonal elements e[0], e[1], … without trace; their number. */
static slong orthogonalise(fmpq_mat_struct *e, const commutant *z)
{
    slong found = 0, k, i;
    fmpq_t b, c;
    fmpq_mat_t t;

    fmpq_init(b);
    fmpq_init(c);
    fmpq_mat_init(t, z->dim, z->dim);
    for (k = 0; k < z->length && found < 3; k++)
    {
        fmpq_mat_set(e + found, z->element + k);
        make_traceless(e + found);
        for (i = 0; i < found; i++)
        {
            form(b, e + found, e + i);
            form(c, e + i, e + i);
            if (!fmpq_is_zero(c))
            {
                fmpq_div(b, b, c);
                fmpq_mat_scalar_mul_fmpq(t, e + i, b);
                fmpq_mat_sub(e + found, e + found, t);
            }
        }
        found += !fmpq_mat_is_zero(e + found);
    }
    fmpq_clear(b);
    fmpq_clear(c);
    fmpq_mat_clear(t);
    return found;
}

/* Without a rational subspace, of dimension 2 or 4 and with squares in Q: an
 * imaginary quadratic field, or quaternions. */
static void decide_kind(lyc_finding *found, commutant *z)
{
    fmpq_mat_struct e[3];
    fmpq_t b;
    slong i, n;

    fmpq_init(b);
    for (i = 0; i < 3; i++)
    {
        fmpq_mat_init(e + i, z->dim, z->dim);
    }
    n = orthogonalise(e, z);
    for (i = 0; i < n && !z->has_real; i++)
    {
        form(b, e + i, e + i);
        if (fmpq_sgn(b) > 0)
        {
            (void)try_element(found, z, e + i);
        }
    }
    if (!found->is_split && !z->has_real && (n == 1 || n == 3))
    {
        found->kind = n == 1 ? LYC_BLOCK_COMPLEX : LYC_BLOCK_QUATERNION;
        fmpq_mat_set(found->commuting[0], e + 0);
        fmpq_mat_set(found->commuting[1], e + 1);
    }
    for (i = 0; i < 3; i++)
    {
        fmpq_mat_clear(e + i);
    }
    fmpq_clear(b);
}

void lyc_find_by_commutant(lyc_finding *f, const lyc_surd_mat_t x, slong dim)
{
    commutant z;

    commutant_init(&z, x, dim);
    if (!try_combinations(f, &z) && z.degree == 2)
    {
        if (!z.has_real)
        {
            decide_kind(f, &z);
        }
        if (!f->is_split && z.has_real)
        {
            f->is_split = lyc_find_eigenspace(f, z.real, z.p, z.q);
        }
    }
    commutant_clear(&z);
}
