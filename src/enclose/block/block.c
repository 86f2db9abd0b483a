#include "enclose/enclose.h"

static void propose(lyc_evidence_t evidence, slong prec, const void *data)
{
    lyc_evidence_set_eigenline(evidence, prec, (const lyc_matrix_struct *)data);
}

/* det(A v, v) = 0? */
static lyc_truth_t keeps_line(const lyc_matrix_t a, const lyc_matrix_t v)
{
    lyc_matrix_t image;
    lyc_number_t s, t;
    lyc_truth_t truth;

    lyc_matrix_init(image, 2, 1);
    lyc_number_init(s);
    lyc_number_init(t);
    lyc_matrix_mul(image, a, v);
    lyc_number_mul(s, lyc_matrix_entry(image, 0, 0), lyc_matrix_entry(v, 1, 0));
    lyc_number_mul(t, lyc_matrix_entry(image, 1, 0), lyc_matrix_entry(v, 0, 0));
    truth = lyc_number_equal(s, t);
    lyc_matrix_clear(image);
    lyc_number_clear(s);
    lyc_number_clear(t);
    return truth;
}

/* An irrational root of an integer form is a root of another one only where
 * the forms are proportional; both are primitive. */
static int is_proportional(const lyc_matrix_t a, const lyc_matrix_t b)
{
    fmpz_t p[3], q[3];
    int i, same = 1, opposite = 1, zero = 1;

    for (i = 0; i < 3; i++)
    {
        fmpz_init(p[i]);
        fmpz_init(q[i]);
    }
    lyc_eigenform(p[0], p[1], p[2], a);
    lyc_eigenform(q[0], q[1], q[2], b);
    for (i = 0; i < 3; i++)
    {
        zero &= fmpz_is_zero(p[i]);
        same &= fmpz_equal(p[i], q[i]);
        fmpz_neg(p[i], p[i]);
        opposite &= fmpz_equal(p[i], q[i]);
        fmpz_clear(p[i]);
        fmpz_clear(q[i]);
    }
    return zero || same || opposite;
}

static int is_common(const lyc_matrix_t v, const lyc_law_t law, slong first)
{
    slong m;

    for (m = 0; m < law->length; m++)
    {
        const lyc_matrix_struct *a = law->atom + m;
        int common;

        if (lyc_matrix_is_rational(a) && !lyc_matrix_is_rational(v) &&
            lyc_matrix_is_rational(law->atom + first))
        {
            common = is_proportional(a, law->atom + first);
        }
        else
        {
            common = keeps_line(a, v) == LYC_TRUE;
        }
        if (!common)
        {
            return 0;
        }
    }
    return 1;
}

int lyc_enclose_block(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    slong first = lyc_law_first_nonscalar(law);
    lyc_matrix_t line[2];
    int i, count, held = 0;

    if (law->length == 0)
    {
        return 0;
    }
    lyc_matrix_init(line[0], 2, 1);
    lyc_matrix_init(line[1], 2, 1);
    if (first < 0)
    {
        /* Every line is kept. */
        lyc_number_set_si(lyc_matrix_entry(line[0], 0, 0), 1);
        first = 0;
        count = 1;
    }
    else
    {
        count = lyc_eigenlines(line[0], line[1], law->atom + first);
    }
    for (i = 0; i < count && !held; i++)
    {
        if (is_common(line[i], law, first))
        {
            held = lyc_enclosure_accept_precise(e, "block", propose, line[i],
                                                law, request, limits);
        }
    }
    lyc_matrix_clear(line[0]);
    lyc_matrix_clear(line[1]);
    return held;
}
