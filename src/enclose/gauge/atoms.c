/* The atoms of a law as integer matrices. */
#include <math.h>

#include "enclose/gauge/gauge.h"

void lyc_gauge_atoms_init(lyc_gauge_atoms_t a, slong length)
{
    a->length = length;
    a->weight = lyc_calloc((size_t)length, sizeof(double));
    a->entry = _fmpz_vec_init(4 * length);
    a->scale = lyc_calloc((size_t)length, sizeof(double));
    a->turn = lyc_calloc((size_t)length, sizeof(int));
    a->abs_det = lyc_calloc((size_t)length, sizeof(double));
}

void lyc_gauge_atoms_clear(lyc_gauge_atoms_t a)
{
    free(a->weight);
    _fmpz_vec_clear(a->entry, 4 * a->length);
    free(a->scale);
    free(a->turn);
    free(a->abs_det);
}

int lyc_gauge_atoms_finish(lyc_gauge_atoms_t a)
{
    int fine = 1;
    fmpz_t det;
    fmpz_init(det);
    for (slong i = 0; i < a->length; i++)
    {
        const fmpz *e = a->entry + 4 * i;
        fmpz_fmms(det, e, e + 3, e + 1, e + 2);
        a->turn[i] = fmpz_sgn(det);
        a->abs_det[i] = fabs(fmpz_get_d(det)) / a->scale[i] / a->scale[i];
        if (_fmpz_vec_is_zero(e, 4) || !(a->scale[i] > 0.0) ||
            !isfinite(a->scale[i]) || !isfinite(a->abs_det[i]))
            fine = 0;
    }
    fmpz_clear(det);
    return fine;
}

int lyc_gauge_atoms_is_singular(const lyc_gauge_atoms_t a)
{
    for (slong i = 0; i < a->length; i++)
        if (a->turn[i] == 0)
            return 1;
    return 0;
}
