/* A basis in which the cells can be thin where they have to be.
 *
 * Where an atom almost has a kernel, spanned by v, images of planes that hold
 * v, and of vectors of the dual space that vanish at v, turn quickly. When v is
 * a vector of the basis, these are the vectors some of whose coordinates are 0,
 * and boxes that are thin in these alone will do. */
#include <math.h>

#include "enclose/box/solver.h"

#define N LYC_BOXES_MAX_DIM
#define SWEEPS 60
/* Entries are integers of about so many bits. */
#define BITS 12

/* Turns the axes p, q until entry p, q of the symmetric matrix is 0. */
static void turn(double m[N][N], double v[N][N], int p, int q, int n)
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
static double singular_vectors(double v[N][N], const lyc_box_atom *atom, int n)
{
    double m[N][N] = {{0}}, least = INFINITY, next = INFINITY;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
        {
            v[i][j] = i == j;
            for (int k = 0; k < n; k++)
                m[i][j] += atom->entry[k * n + i] * atom->entry[k * n + j];
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

void lyc_box_approx_basis(lyc_matrix_t basis, const lyc_law_t law)
{
    const int n = (int)law->dim;
    double best[N][N] = {{0}}, least = INFINITY;
    lyc_box_atoms_t atoms;
    lyc_box_atoms_init(atoms, law, 64);
    for (slong i = 0; i < law->length; i++)
    {
        double v[N][N];
        const double ratio = singular_vectors(v, atoms->atom + i, n);
        if (ratio < least)
        {
            least = ratio;
            memcpy(best, v, sizeof v);
        }
    }
    for (int k = 0; k < n * n; k++)
        lyc_number_set_si(basis->entry + k,
                          lrint(ldexp(best[k / n][k % n], BITS)));
    lyc_box_atoms_clear(atoms);
}
