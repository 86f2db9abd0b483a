/* Which laws belong to a class: exact, in integers. */
#include "laws.h"

static int det(const matrix *a)
{
    return a->e[0] * a->e[3] - a->e[1] * a->e[2];
}

static int residual_det(const matrix *a, int q)
{
    const matrix b = {{a->e[0] + q, a->e[1], a->e[2], a->e[3] + q}};
    return det(&b);
}

/* The larger root of t^2 - |M|_F^2 t + det(M)^2 is below q^2. */
static int norm_is_below_one(const matrix *a, int q)
{
    int f = 0;
    for (int k = 0; k < 4; k++)
        f += a->e[k] * a->e[k];
    return f < 2 * q * q && q * q * q * q - f * q * q + det(a) * det(a) > 0;
}

static int is_invertible(const law2 *l)
{
    for (int i = 0; i < l->atoms; i++)
        if (det(l->m + i) == 0 || residual_det(l->m + i, l->q) == 0)
            return 0;
    return 1;
}

static int is_contracting(const law2 *l)
{
    for (int i = 0; i < l->atoms; i++)
        if (!norm_is_below_one(l->m + i, l->q))
            return 0;
    return 1;
}

/* Two matrices have an eigenvector in common, maybe complex, if and only if
 * their commutator is singular. Then it is real, or they commute. */
static int is_irreducible(const law2 *l)
{
    const int *a = l->m[0].e, *b = l->m[1].e;
    const int c11 = a[1] * b[2] - b[1] * a[2];
    const int c12 = a[0] * b[1] + a[1] * b[3] - b[0] * a[1] - b[1] * a[3];
    const int c21 = a[2] * b[0] + a[3] * b[2] - b[2] * a[0] - b[3] * a[2];
    return l->atoms == 2 && -c11 * c11 - c12 * c21 != 0;
}

static int is_any(const law2 *l)
{
    return l->q > 0;
}

static int is_irreducible_invertible(const law2 *l)
{
    return is_irreducible(l) && is_invertible(l);
}

static int is_contracting_invertible(const law2 *l)
{
    return is_contracting(l) && is_invertible(l);
}

static int is_contracting_irreducible(const law2 *l)
{
    return is_contracting(l) && is_irreducible(l) && is_invertible(l);
}

/* Contracting laws with q = 1 vanish: they begin with q = 2. */
const class_row classes[CLASSES] = {
    {"any", 1, 1, 1, is_any},
    {"invertible", 1, 1, 1, is_invertible},
    {"irreducible", 2, 1, 1, is_irreducible_invertible},
    {"contracting", 1, 2, MOST_DENOMINATOR, is_contracting_invertible},
    {"contracting-irreducible", 2, 2, MOST_DENOMINATOR,
     is_contracting_irreducible},
};
