#include "enclose/block/find.h"

void lyc_finding_init(lyc_finding *f, slong dim)
{
    fmpz_t one;

    f->kind = LYC_BLOCK_OPEN;
    f->is_split = 0;
    fmpz_init_set_ui(one, 1);
    lyc_surd_mat_init(f->v, 0, 0, one);
    fmpz_clear(one);
    fmpq_mat_init(f->commuting[0], dim, dim);
    fmpq_mat_init(f->commuting[1], dim, dim);
}

void lyc_finding_clear(lyc_finding *f)
{
    lyc_surd_mat_clear(f->v);
    fmpq_mat_clear(f->commuting[0]);
    fmpq_mat_clear(f->commuting[1]);
}

/* Primes whose squares are taken out of a root. */
#define SMALL 1000

/* n = s^2 r, with small primes squared out of r > 0. */
static void split_square(fmpz_t s, fmpz_t r, const fmpz_t n)
{
    ulong k;
    fmpz_t square;

    fmpz_init(square);
    fmpz_one(s);
    fmpz_set(r, n);
    for (k = 2; k < SMALL; k++)
    {
        fmpz_set_ui(square, k * k);
        while (fmpz_divisible(r, square))
        {
            fmpz_divexact(r, r, square);
            fmpz_mul_ui(s, s, k);
        }
    }
    fmpz_clear(square);
}

/* y = c + p/2 - x sqrt(r), where x^2 r = p^2/4 - q. */
static void shift(lyc_surd_mat_t y, const fmpq_mat_t c, const fmpq_t p,
                  const fmpq_t x)
{
    fmpq_t half;
    slong i;

    fmpq_init(half);
    fmpq_div_2exp(half, p, 1);
    fmpq_mat_set(y->a, c);
    for (i = 0; i < y->rows; i++)
    {
        fmpq_add(fmpq_mat_entry(y->a, i, i), fmpq_mat_entry(y->a, i, i), half);
        fmpq_neg(fmpq_mat_entry(y->b, i, i), x);
    }
    fmpq_clear(half);
}

int lyc_find_eigenspace(lyc_finding *f, const fmpq_mat_t c, const fmpq_t p,
                        const fmpq_t q)
{
    const slong n = fmpq_mat_nrows(c);
    fmpq_t disc, x;
    fmpz_t whole, s, r;
    lyc_surd_mat_t y;
    slong nullity;

    fmpq_init(disc);
    fmpq_init(x);
    fmpz_init(whole);
    fmpz_init(s);
    fmpz_init(r);
    /* p^2/4 - q = u / v = u v / v^2 */
    fmpq_mul(disc, p, p);
    fmpq_div_2exp(disc, disc, 2);
    fmpq_sub(disc, disc, q);
    fmpz_mul(whole, fmpq_numref(disc), fmpq_denref(disc));
    split_square(s, r, whole);
    fmpq_set_fmpz_frac(x, s, fmpq_denref(disc));
    lyc_surd_mat_init(y, n, n, r);
    shift(y, c, p, x);
    nullity = lyc_surd_mat_nullspace(f->v, y);
    lyc_surd_mat_clear(y);
    fmpq_clear(disc);
    fmpq_clear(x);
    fmpz_clear(whole);
    fmpz_clear(s);
    fmpz_clear(r);
    return 0 < nullity && nullity < n;
}

void lyc_find_invariant(lyc_finding *f, const lyc_algebra_t a,
                        const lyc_surd_mat_struct *m)
{
    lyc_surd_mat_t z;

    if (a->length == a->dim * a->dim)
    {
        f->kind = LYC_BLOCK_REAL;
        return;
    }
    if (!fmpz_is_one(m->root))
    {
        return;
    }
    f->is_split = lyc_algebra_radical_image(f->v, a) > 0;
    if (f->is_split)
    {
        return;
    }
    lyc_surd_mat_init(z, 0, 0, m->root);
    lyc_algebra_commutant(z, a, m);
    lyc_find_by_commutant(f, z, a->dim);
    lyc_surd_mat_clear(z);
}
