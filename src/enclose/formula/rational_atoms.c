#include "enclose/enclose.h"

int lyc_law_has_rational_atoms(const lyc_law_t law)
{
    slong m;

    for (m = 0; m < law->length; m++)
    {
        if (!lyc_matrix_is_rational(law->atom + m))
        {
            return 0;
        }
    }
    return 1;
}
