/* A basis for the coordinates of a fan.
 *
 * The atoms are made to stretch as little as they can: M is changed as long as
 * the norms of the M^-1 A M fall. Then, where an atom almost has a kernel,
 * spanned by v, images of planes that hold v, and of vectors of the dual space
 * that vanish at v, turn quickly. When v is a vector of the basis, these are
 * the vectors some of whose coordinates are 0, and boxes that are thin in these
 * alone will do. */
#include <math.h>
#include <stdlib.h>

#include "enclose/box/solver.h"

#define N LYC_BOXES_MAX_DIM
#define SWEEPS 60
/* Steps down the gradient of the mean of log |M^-1 A M|_F, and their size. */
#define STEPS 300
#define STEP 0.2
/* No basis is worth having whose matrix and its inverse have norms with a
 * larger product. */
#define MOST_OBLIQUE 100.0
/* Entries are integers of about so many bits. */
#define BITS 12

typedef double square[N][N];

/* Turns the axes p, q until entry p, q of the symmetric matrix is 0. */
static void turn(square m, square v, int p, int q, int n)
{
    const double t = 0.5 * atan2(2 * m[p][q], m[q][q] - m[p][p]);
    const double c = cos(t), s = sin(t);
    for (int k = 0; k < n; k++)
    {
        const double a = m[k][p], b = m[k][q], x = v[k][p], y = v[k][q];
        m[k][p] = c * a - s * b;
        m[k][q] = s * a + c * b;
        v[k][p] = c * x - s * y;
        v[k][q] = s * x + c * y;
    }
    for (int k = 0; k < n; k++)
    {
        const double a = m[p][k], b = m[q][k];
        m[p][k] = c * a - s * b;
        m[q][k] = s * a + c * b;
    }
}

/* Columns of v: eigenvectors of a^T a; the least eigenvalue over the next. */
static double singular_vectors(square v, square a, int n)
{
    double least = INFINITY, next = INFINITY;
    square m = {{0}};
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
        {
            v[i][j] = i == j;
            for (int k = 0; k < n; k++)
                m[i][j] += a[k][i] * a[k][j];
        }
    for (int sweep = 0; sweep < SWEEPS; sweep++)
        for (int p = 0; p < n; p++)
            for (int q = p + 1; q < n; q++)
                if (fabs(m[p][q]) > 1e-30)
                    turn(m, v, p, q, n);
    for (int i = 0; i < n; i++)
    {
        const double x = fabs(m[i][i]);
        next = fmin(next, fmax(x, least));
        least = fmin(least, x);
    }
    return next > 0 ? least / next : 1;
}

static void multiply(square c, square a, square b, int n)
{
    square t = {{0}};
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                t[i][j] += a[i][k] * b[k][j];
    memcpy(c, t, sizeof t);
}

/* g += weight (a a^T - a^T a) / |a|^2 */
static void add_gradient(square g, square a, double weight, int n)
{
    double size = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            size += a[i][j] * a[i][j];
    for (int i = 0; i < n && size > 0; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                g[i][j] +=
                    weight / size * (a[i][k] * a[j][k] - a[k][i] * a[k][j]);
}

/* (I + g)^-1 for a small g. */
static void invert(square c, square g, int n)
{
    square power;
    memcpy(power, g, sizeof power);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            c[i][j] = (i == j) - g[i][j];
    for (int sign = 1, k = 0; k < 40; k++, sign = -sign)
    {
        multiply(power, power, g, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                c[i][j] += sign * power[i][j];
    }
}

static double norm_of(square a, int n)
{
    double sum = 0;
    for (int k = 0; k < n * n; k++)
        sum += a[k / n][k % n] * a[k / n][k % n];
    return sqrt(sum);
}

/* Changes the basis m and the atoms until their norms hardly fall. */
static void balance(square m, square *atom, const lyc_box_atoms_t atoms, int n)
{
    square w;
    memcpy(w, m, sizeof w);
    for (int step = 0;
         step < STEPS && norm_of(m, n) * norm_of(w, n) < MOST_OBLIQUE; step++)
    {
        square g = {{0}}, inverse;
        for (slong i = 0; i < atoms->length; i++)
            add_gradient(g, atom[i], STEP * atoms->atom[i].weight_high, n);
        invert(inverse, g, n);
        for (int i = 0; i < n; i++)
            g[i][i] += 1;
        multiply(m, m, g, n);
        multiply(w, inverse, w, n);
        for (slong i = 0; i < atoms->length; i++)
        {
            multiply(atom[i], atom[i], g, n);
            multiply(atom[i], inverse, atom[i], n);
        }
    }
}

/* Turns m so that its columns are singular vectors of the atom that is closest
 * to a singular one. */
static void turn_to_worst(square m, square *atom, slong atoms, int n)
{
    double least = INFINITY;
    square best = {{0}};
    for (slong i = 0; i < atoms; i++)
    {
        square v;
        const double ratio = singular_vectors(v, atom[i], n);
        if (ratio < least)
        {
            least = ratio;
            memcpy(best, v, sizeof v);
        }
    }
    multiply(m, m, best, n);
}

void lyc_box_approx_basis(lyc_matrix_t basis, const lyc_law_t law)
{
    const int n = (int)law->dim;
    square m = {{0}};
    double most = 0;
    lyc_box_atoms_t atoms;
    lyc_box_atoms_init(atoms, law, 64);
    square *atom = lyc_calloc((size_t)law->length, sizeof *atom);
    for (slong i = 0; i < law->length; i++)
        for (int k = 0; k < n * n; k++)
            atom[i][k / n][k % n] = atoms->atom[i].entry[k];
    for (int i = 0; i < n; i++)
        m[i][i] = 1;
    balance(m, atom, atoms, n);
    turn_to_worst(m, atom, law->length, n);
    for (int k = 0; k < n * n; k++)
        most = fmax(most, fabs(m[k / n][k % n]));
    for (int k = 0; k < n * n; k++)
        lyc_number_set_si(basis->entry + k,
                          lrint(ldexp(m[k / n][k % n] / most, BITS)));
    free(atom);
    lyc_box_atoms_clear(atoms);
}
