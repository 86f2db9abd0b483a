#include "enclose/enclose.h"

/* a21 != 0: (a11 - a22 ± sqrt((a11 - a22)^2 + 4 a12 a21), 2 a21). */
static int lines_of_entries(lyc_matrix_t v, lyc_matrix_t w,
                            const lyc_matrix_t a)
{
    lyc_number_t gap, disc, four;
    int sign = -1, count = 0;

    lyc_number_init(gap);
    lyc_number_init(disc);
    lyc_number_init(four);
    lyc_number_sub(gap, lyc_matrix_entry(a, 0, 0), lyc_matrix_entry(a, 1, 1));
    lyc_number_set_si(four, 4);
    lyc_number_mul(disc, lyc_matrix_entry(a, 0, 1), lyc_matrix_entry(a, 1, 0));
    lyc_number_mul(disc, four, disc);
    lyc_number_mul(four, gap, gap);
    lyc_number_add(disc, disc, four);
    if (lyc_number_sign(&sign, disc) == LYC_TRUE && sign >= 0 &&
        lyc_number_sqrt(disc, disc) == LYC_TRUE)
    {
        lyc_number_add(lyc_matrix_entry(v, 0, 0), gap, disc);
        lyc_number_sub(lyc_matrix_entry(w, 0, 0), gap, disc);
        lyc_number_add(lyc_matrix_entry(v, 1, 0), lyc_matrix_entry(a, 1, 0),
                       lyc_matrix_entry(a, 1, 0));
        lyc_number_set(lyc_matrix_entry(w, 1, 0), lyc_matrix_entry(v, 1, 0));
        count = sign + 1;
    }
    lyc_number_clear(gap);
    lyc_number_clear(disc);
    lyc_number_clear(four);
    return count;
}

/* a21 = 0: (1, 0) and (a12, a22 - a11). */
static int lines_of_triangular(lyc_matrix_t v, lyc_matrix_t w,
                               const lyc_matrix_t a)
{
    lyc_number_struct *y = lyc_matrix_entry(w, 1, 0);

    lyc_number_set_si(lyc_matrix_entry(v, 0, 0), 1);
    lyc_number_set_si(lyc_matrix_entry(v, 1, 0), 0);
    lyc_number_set(lyc_matrix_entry(w, 0, 0), lyc_matrix_entry(a, 0, 1));
    lyc_number_sub(y, lyc_matrix_entry(a, 1, 1), lyc_matrix_entry(a, 0, 0));
    switch (lyc_number_is_zero(y))
    {
    case LYC_FALSE:
        return 2;
    case LYC_TRUE:
        return lyc_number_is_zero(lyc_matrix_entry(a, 0, 1)) == LYC_TRUE
                   ? LYC_EIGENLINES_ALL
                   : 1;
    default:
        return 0;
    }
}

int lyc_eigenlines(lyc_matrix_t v, lyc_matrix_t w, const lyc_matrix_t a)
{
    fmpz_t alpha, beta, gamma;
    int count;

    if (!lyc_matrix_is_rational(a))
    {
        switch (lyc_number_is_zero(lyc_matrix_entry(a, 1, 0)))
        {
        case LYC_TRUE:
            return lines_of_triangular(v, w, a);
        case LYC_FALSE:
            return lines_of_entries(v, w, a);
        default:
            return 0;
        }
    }
    fmpz_init(alpha);
    fmpz_init(beta);
    fmpz_init(gamma);
    lyc_eigenform(alpha, beta, gamma, a);
    count = lyc_eigenform_lines(v, w, alpha, beta, gamma);
    fmpz_clear(alpha);
    fmpz_clear(beta);
    fmpz_clear(gamma);
    return count;
}

slong lyc_law_first_nonscalar(const lyc_law_t law)
{
    lyc_matrix_t v, w;
    slong m;

    lyc_matrix_init(v, 2, 1);
    lyc_matrix_init(w, 2, 1);
    for (m = 0; m < law->length; m++)
    {
        if (lyc_eigenlines(v, w, law->atom + m) != LYC_EIGENLINES_ALL)
        {
            break;
        }
    }
    lyc_matrix_clear(v);
    lyc_matrix_clear(w);
    return m < law->length ? m : -1;
}
