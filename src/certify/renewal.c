#include "certify/renewal.h"

#include <math.h>
#include <stdlib.h>

#include "law/matrix.h"

/* u primitive with a positive first entry, v with u v = m, m of rank one. */
static void split_one(fmpz_mat_t u, fmpz_mat_t v, const fmpz_mat_t m)
{
    const slong d = fmpz_mat_nrows(m);
    fmpz_t g;
    slong c = 0, r = 0;
    fmpz_init(g);
    while (fmpz_mat_is_zero(u))
    {
        for (slong i = 0; i < d; i++)
            fmpz_set(fmpz_mat_entry(u, i, 0), fmpz_mat_entry(m, i, c));
        c++;
    }
    fmpz_mat_content(g, u);
    while (fmpz_is_zero(fmpz_mat_entry(u, r, 0)))
        r++;
    if (fmpz_sgn(fmpz_mat_entry(u, r, 0)) < 0)
        fmpz_neg(g, g);
    fmpz_mat_scalar_divexact_fmpz(u, u, g);
    /* Row r of m is u_r v, and u_r divides it: v is the content of columns. */
    for (slong j = 0; j < d; j++)
        fmpz_divexact(fmpz_mat_entry(v, 0, j), fmpz_mat_entry(m, r, j),
                      fmpz_mat_entry(u, r, 0));
    fmpz_clear(g);
}

/* The least common denominator of all atoms. */
static int common_denominator(fmpz_t q, const lyc_law_t law)
{
    fmpz_mat_t m;
    fmpz_t s;
    int ok = 1;
    fmpz_init(s);
    fmpz_mat_init(m, law->dim, law->dim);
    fmpz_one(q);
    for (slong i = 0; i < law->length && ok; i++)
    {
        ok = lyc_matrix_is_rational(law->atom + i);
        if (!ok)
            break;
        lyc_matrix_get_fmpz_mat(m, s, law->atom + i);
        ok = !fmpz_mat_is_zero(m);
        fmpz_lcm(q, q, s);
    }
    fmpz_mat_clear(m);
    fmpz_clear(s);
    return ok;
}

static void add_atom(lyc_renewal_t r, const lyc_law_t law, slong i)
{
    const slong d = r->dim;
    fmpz_mat_t m;
    fmpz_t s;
    fmpz_init(s);
    fmpz_mat_init(m, d, d);
    lyc_matrix_get_fmpz_mat(m, s, law->atom + i);
    fmpz_divexact(s, r->q, s);
    fmpz_mat_scalar_mul_fmpz(m, m, s);
    if (fmpz_mat_rank(m) == 1)
    {
        fmpz_mat_init(r->u + r->ones, d, 1);
        fmpz_mat_init(r->v + r->ones, 1, d);
        split_one(r->u + r->ones, r->v + r->ones, m);
        r->one[r->ones++] = i;
    }
    else
    {
        fmpz_mat_init_set(r->b + r->others, m);
        r->other[r->others++] = i;
    }
    fmpz_mat_clear(m);
    fmpz_clear(s);
}

int lyc_renewal_init(lyc_renewal_t r, const lyc_law_t law)
{
    const size_t n = (size_t)law->length;
    r->dim = law->dim;
    r->ones = r->others = 0;
    fmpz_init(r->q);
    if (law->length == 0 || !common_denominator(r->q, law))
    {
        fmpz_clear(r->q);
        return 0;
    }
    r->one = lyc_malloc(n * sizeof(slong));
    r->other = lyc_malloc(n * sizeof(slong));
    r->u = lyc_malloc(n * sizeof(fmpz_mat_struct));
    r->v = lyc_malloc(n * sizeof(fmpz_mat_struct));
    r->b = lyc_malloc(n * sizeof(fmpz_mat_struct));
    for (slong i = 0; i < law->length; i++)
        add_atom(r, law, i);
    if (r->ones > 0)
        return 1;
    lyc_renewal_clear(r);
    return 0;
}

void lyc_renewal_clear(lyc_renewal_t r)
{
    for (slong i = 0; i < r->ones; i++)
    {
        fmpz_mat_clear(r->u + i);
        fmpz_mat_clear(r->v + i);
    }
    for (slong i = 0; i < r->others; i++)
        fmpz_mat_clear(r->b + i);
    free(r->one);
    free(r->other);
    free(r->u);
    free(r->v);
    free(r->b);
    fmpz_clear(r->q);
}

/* Residues of a matrix, row by row. */
static ulong *residues(const fmpz_mat_t m, ulong p)
{
    const slong rows = fmpz_mat_nrows(m), columns = fmpz_mat_ncols(m);
    ulong *x = lyc_malloc((size_t)(rows * columns) * sizeof(ulong));
    for (slong i = 0; i < rows * columns; i++)
        x[i] = fmpz_fdiv_ui(fmpz_mat_entry(m, i / columns, i % columns), p);
    return x;
}

/* x becomes its multiple by a unit, the first entry that is not 0 a power of
 * the prime of which p is a power. Its number, 0 when x = 0. */
static size_t line_number(ulong *x, slong d, ulong p)
{
    size_t number = 0;
    slong first = 0;
    while (first < d && x[first] == 0)
        first++;
    if (first == d)
        return 0;
    const ulong inverse = n_invmod(x[first] / n_gcd(x[first], p), p);
    for (slong i = first; i < d; i++)
        x[i] = x[i] * inverse % p;
    for (slong i = 0; i < d; i++)
        number = number * p + x[i];
    return number;
}

typedef struct
{
    slong dim;
    ulong p;
    unsigned char *seen;
    ulong *queue; /* vectors, dim residues each */
    size_t length, capacity;
} lines;

/* 0 when the vector x is 0. */
static int add_line(lines *l, ulong *x)
{
    const size_t d = (size_t)l->dim, number = line_number(x, l->dim, l->p);
    if (number == 0)
        return 0;
    if (l->seen[number])
        return 1;
    l->seen[number] = 1;
    if (l->length == l->capacity)
    {
        l->capacity = 2 * l->capacity + 64;
        l->queue = lyc_realloc(l->queue, l->capacity * d * sizeof(ulong));
    }
    for (size_t i = 0; i < d; i++)
        l->queue[l->length * d + i] = x[i];
    l->length++;
    return 1;
}

/* Row i of m times x, modulo p < 2^24, dim < 2^16. */
static ulong row_times(const ulong *row, const ulong *x, slong d, ulong p)
{
    ulong sum = 0;
    for (slong k = 0; k < d; k++)
        sum += row[k] * x[k];
    return sum % p;
}

/* Images of the line at `at`; 0 when one is 0 or in the kernel of a form. */
static int follow(lines *l, size_t at, ulong *const *forms, slong ones,
                  ulong *const *maps, slong others, ulong *y)
{
    const size_t d = (size_t)l->dim;
    for (slong j = 0; j < ones; j++)
        if (row_times(forms[j], l->queue + at * d, l->dim, l->p) == 0)
            return 0;
    for (slong k = 0; k < others; k++)
    {
        for (size_t i = 0; i < d; i++)
            y[i] = row_times(maps[k] + i * d, l->queue + at * d, l->dim, l->p);
        if (!add_line(l, y))
            return 0;
    }
    return 1;
}

static int is_prime_power(ulong p)
{
    n_factor_t f;
    if (p < 2)
        return 0;
    n_factor_init(&f);
    n_factor(&f, p, 1);
    return f.num == 1;
}

/* Lemma spectrum-and-flag.residues */
int lyc_renewal_is_free(const lyc_renewal_t r, ulong p)
{
    const size_t ones = (size_t)r->ones, others = (size_t)r->others;
    lines l = {.dim = r->dim, .p = p};
    if (r->dim > 32 || pow((double)p, (double)r->dim) > LYC_RENEWAL_RESIDUES ||
        !is_prime_power(p))
        return 0;
    ulong **forms = lyc_malloc((ones + 1) * sizeof(ulong *));
    ulong **maps = lyc_malloc((others + 1) * sizeof(ulong *));
    ulong *y = lyc_malloc((size_t)r->dim * sizeof(ulong));
    size_t lines_most = 1;
    for (slong i = 0; i < r->dim; i++)
        lines_most *= p;
    l.seen = lyc_calloc(lines_most, 1);
    for (slong i = 0; i < r->ones; i++)
        forms[i] = residues(r->v + i, p);
    for (slong i = 0; i < r->others; i++)
        maps[i] = residues(r->b + i, p);
    int ok = 1;
    for (slong i = 0; i < r->ones && ok; i++)
    {
        ulong *start = residues(r->u + i, p);
        ok = add_line(&l, start);
        free(start);
    }
    for (size_t at = 0; at < l.length && ok; at++)
        ok = follow(&l, at, forms, r->ones, maps, r->others, y);
    for (slong i = 0; i < r->ones; i++)
        free(forms[i]);
    for (slong i = 0; i < r->others; i++)
        free(maps[i]);
    free(forms);
    free(maps);
    free(y);
    free(l.seen);
    free(l.queue);
    return ok;
}
