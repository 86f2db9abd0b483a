/* The parts of the producer against slow, obvious ones. */
#include <math.h>

#include <criterion/criterion.h>

#include "enclose/gauge/gauge.h"

static void two_atoms(lyc_gauge_atoms_t a, const slong *entries)
{
    lyc_gauge_atoms_init(a, 2);
    for (slong i = 0; i < 2; i++)
    {
        a->weight[i] = 0.5;
        a->scale[i] = 7.0;
        for (slong k = 0; k < 4; k++)
            fmpz_set_si(a->entry + 4 * i + k, entries[4 * i + k]);
    }
    cr_assert(lyc_gauge_atoms_finish(a));
}

/* Halves cones about one direction until they are 2^-90 wide. */
static void deep_fan(lyc_gauge_fan_t f)
{
    lyc_gauge_fan_init(f, 1, 0);
    lyc_gauge_fan_set_uniform(f, 3);
    for (int k = 0; k < 87; k++)
    {
        unsigned char *h = lyc_calloc((size_t)f->cones, 1);
        slong least = 0;
        for (slong j = 0; j < f->cones; j++)
            if (f->width[j] < f->width[least])
                least = j;
        h[least + k % 2] = 1;
        lyc_gauge_fan_refine(f, h);
        free(h);
    }
}

static void check_fan(const lyc_gauge_fan_t f)
{
    fmpz_t d, x, y;
    fmpz_init(d);
    fmpz_init(x);
    fmpz_init(y);
    double sum = 0.0;
    for (slong j = 0; j < f->cones; j++)
    {
        lyc_gauge_fan_get_ray(x, y, f, j + 1);
        fmpz_fmms(d, f->x + j, y, f->y + j, x);
        cr_assert_gt(fmpz_sgn(d), 0);
        const double area =
            fmpz_get_d(d) / f->norm[j] /
            f->norm[f->is_projective ? lyc_gauge_fan_next(f, j) : j + 1];
        cr_assert_float_eq(area / f->width[j], 1.0, 1e-15);
        sum += f->width[j];
    }
    cr_assert_float_eq(sum, 4.0, 1e-14);
    fmpz_clear(d);
    fmpz_clear(x);
    fmpz_clear(y);
}

Test(gauge_parts, fan_stays_a_fan)
{
    lyc_gauge_fan_t f;
    deep_fan(f);
    check_fan(f);
    lyc_gauge_fan_clear(f);
}

/* |A r_j - (u r_l + v r_(l+1))| / |A r_j| exactly, up to sign: below 2^-50
 * of the cone's width, in rationals. */
static void check_image(const lyc_gauge_fan_t f, const lyc_gauge_atoms_t a,
                        const lyc_gauge_images_t m, slong j, slong i)
{
    const slong k = j * 2 + i, l = m->cone[k];
    const double u = m->near[2 * k], v = m->near[2 * k + 1];
    fmpz_t x, y, p, q, d;
    fmpz_init(x);
    fmpz_init(y);
    fmpz_init(p);
    fmpz_init(q);
    fmpz_init(d);
    const fmpz *e = a->entry + 4 * i;
    fmpz_mul(x, e, f->x + j);
    fmpz_addmul(x, e + 1, f->y + j);
    fmpz_mul(y, e + 2, f->x + j);
    fmpz_addmul(y, e + 3, f->y + j);
    cr_assert(u >= 0.0 && v >= 0.0);
    /* det(r_l, A r_j) = ±v |r_l| |r_j| s width, and so for u. */
    fmpz_fmms(d, f->x + l, y, f->y + l, x);
    const double unit = f->norm[j] * 7.0 * f->width[l];
    const double second = fabs(fmpz_get_d(d)) / f->norm[l] / unit;
    lyc_gauge_fan_get_ray(p, q, f, l + 1);
    fmpz_fmms(d, p, y, q, x);
    const double first =
        fabs(fmpz_get_d(d)) / f->norm[lyc_gauge_fan_next(f, l)] / unit;
    cr_assert_float_eq(first, u, 1e-14 * (u + v));
    cr_assert_float_eq(second, v, 1e-14 * (u + v));
    /* In max-norm A r_j has the sum of the coordinates. */
    fmpz_abs(x, x);
    fmpz_abs(y, y);
    const double norm = fmax(fmpz_get_d(x), fmpz_get_d(y)) / f->norm[j] / 7.0;
    cr_assert_float_eq(norm, u + v, 1e-13 * norm);
    fmpz_clear(x);
    fmpz_clear(y);
    fmpz_clear(p);
    fmpz_clear(q);
    fmpz_clear(d);
}

Test(gauge_parts, images_at_any_depth)
{
    static const slong entries[] = {3, 5, -1, 4, 2, -7, -6, 1};
    lyc_gauge_atoms_t a;
    lyc_gauge_fan_t f;
    lyc_gauge_images_t m;
    two_atoms(a, entries);
    deep_fan(f);
    lyc_gauge_images_init(m, f->rays, 2);
    cr_assert(lyc_gauge_images_locate(m, f, a));
    for (slong j = 0; j < f->rays; j++)
        for (slong i = 0; i < 2; i++)
            check_image(f, a, m, j, i);
    lyc_gauge_images_clear(m);
    lyc_gauge_fan_clear(f);
    lyc_gauge_atoms_clear(a);
}

/* Shares of the pieces of a cone add up to it; every piece is between. */
Test(gauge_parts, pieces_cover_their_cones)
{
    static const slong entries[] = {3, 5, -1, 4, 2, -7, -6, 1};
    lyc_gauge_atoms_t a;
    lyc_gauge_fan_t f;
    lyc_gauge_images_t m;
    lyc_gauge_pieces_t p;
    two_atoms(a, entries);
    lyc_gauge_fan_init(f, 1, 0);
    lyc_gauge_fan_set_uniform(f, 6);
    for (slong j = 0; j < f->rays; j++)
        f->value[j] = 1.0 + 0.3 * sin(0.1 * (double)j);
    lyc_gauge_images_init(m, f->rays, 2);
    cr_assert(lyc_gauge_images_locate(m, f, a));
    lyc_gauge_pieces_init(p);
    lyc_gauge_approx_pieces(p, f, m, a, 0.0);
    /* Each atom's image goes once round: one cut a wall and atom. */
    cr_assert_eq(p->length, 3 * f->cones);
    for (slong j = 0; j < f->cones; j++)
    {
        double sum = 0.0;
        for (int64_t q = p->first[j]; q < p->first[j + 1]; q++)
        {
            sum += (double)p->share[q];
            if (p->share[q] > 0.0F)
                cr_assert_leq(p->lower[q], p->upper[q] + 1e-13);
        }
        cr_assert_float_eq(sum, 1.0, 1e-5);
    }
    lyc_gauge_pieces_clear(p);
    lyc_gauge_images_clear(m);
    lyc_gauge_fan_clear(f);
    lyc_gauge_atoms_clear(a);
}

/* Random walk on a circle of n states with steps of about n/130: sweeps alone
 * gain a digit in some two thousand. */
Test(gauge_parts, slow_chain_is_solved_fast)
{
    const slong n = 20000;
    lyc_gauge_chain_t c;
    slong used = 0;
    double *w = lyc_malloc(sizeof(double) * (size_t)n);
    double *b = lyc_malloc(sizeof(double) * (size_t)n);
    double *x = lyc_malloc(sizeof(double) * (size_t)n);
    double *y = lyc_malloc(sizeof(double) * (size_t)n);
    static const slong step[] = {100, -151, 173, -122};
    lyc_gauge_chain_init(c, n, 4);
    for (slong j = 0; j < n; j++)
    {
        w[j] = 1.0 / (double)n;
        b[j] = cos(6.283185307179586 * (double)j / (double)n);
        for (slong k = 0; k < 4; k++)
        {
            c->to[4 * j + k] = (int32_t)((j + step[k] + n) % n);
            c->rate[4 * j + k] = 0.25;
        }
    }
    const double residual = lyc_gauge_approx_solve(x, &used, c, w, b, 1e-6, 30);
    cr_assert_leq(residual, 1e-4);
    cr_assert_leq(used, 70);
    lyc_gauge_chain_apply(y, c, w, x);
    double sum = 0.0;
    for (slong j = 0; j < n; j++)
        sum += w[j] * fabs(y[j] - b[j]);
    cr_assert_float_eq(sum, residual, 1e-12);
    lyc_gauge_chain_clear(c);
    free(w);
    free(b);
    free(x);
    free(y);
}

/* A x = b for matrices of all sizes up to some panels and a bit. */
static void expect_solved(slong n, unsigned seed)
{
    const size_t cells = (size_t)(n * n) * sizeof(double);
    const size_t bytes = (size_t)n * sizeof(double);
    double *a = lyc_malloc(cells), *lu = lyc_malloc(cells);
    double *x = lyc_malloc(bytes);
    slong *pivot = lyc_malloc((size_t)n * sizeof(slong));
    for (slong k = 0; k < n * n; k++)
    {
        seed = seed * 1103515245U + 12345U;
        lu[k] = a[k] = (double)(seed >> 16 & 1023U) / 512.0 - 1.0;
    }
    for (slong i = 0; i < n; i++)
        x[i] = (double)i + 1.0;
    cr_assert(lyc_gauge_lu(lu, pivot, n), "size %ld", (long)n);
    lyc_gauge_lu_solve(x, lu, pivot, n);
    for (slong i = 0; i < n; i++)
    {
        double sum = 0.0;
        for (slong j = 0; j < n; j++)
            sum += a[i * n + j] * x[j];
        cr_assert_float_eq(sum, (double)i + 1.0, 1e-8, "size %ld, row %ld",
                           (long)n, (long)i);
    }
    free(a);
    free(lu);
    free(x);
    free(pivot);
}

Test(gauge_parts, dense_systems)
{
    double singular[36];
    slong pivot[6];
    for (slong n = 1; n <= 22; n++)
        expect_solved(n, (unsigned)n);
    /* Rank two: a pivot vanishes inside the first panel. */
    for (slong k = 0; k < 36; k++)
        singular[k] = k / 6 % 2 == 0 ? 1.0 : (double)(k % 6);
    cr_assert(!lyc_gauge_lu(singular, pivot, 6));
    double zero[4] = {1.0, 2.0, 2.0, 4.0};
    cr_assert(!lyc_gauge_lu(zero, pivot, 2));
}
