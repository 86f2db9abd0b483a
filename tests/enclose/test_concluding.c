/* Laws whose certificates did not conclude once what had been proved. */
#include <criterion/criterion.h>

#include "enclosing.h"

/* Exponents as small as exp(-10^16) are not added exactly to anything. */
Test(concluding, tiny_exponents)
{
    static const char *const laws[] = {"I + 1e-8*gaussian(2)",
                                       "I + 1e-50*gaussian(2)",
                                       "I + 1e-300*gaussian(2)"};
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        int first[] = {1, 0};
        lyc_request request = {1e-10, 0, first, LYC_METHOD_AUTO};
        lyc_enclosure_t e;
        cr_assert(enclose_text(e, laws[i], &request, 20) == LYC_PROVED, "%s",
                  laws[i]);
        cr_assert(arf_sgn(e->facts->exponent_upper) > 0, "%s", laws[i]);
        lyc_enclosure_clear(e);
    }
}

/* Sums that are concave: facts closed after each evidence, and all at once. */
Test(concluding, concave_sums)
{
    lyc_request request = {1e-1, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;
    cr_assert(enclose_text(e,
                           "{1/3: [2,1,1,2;2,2,0,3;2,1,3,3;3,3,0,3], "
                           "2/3: [2,3,0,1;0,1,3,1;0,2,1,0;0,0,1,1]}",
                           &request, 2) != LYC_FAILURE);
    cr_assert(arf_is_finite(e->facts->exponent_lower + 1));
    lyc_enclosure_clear(e);
}
