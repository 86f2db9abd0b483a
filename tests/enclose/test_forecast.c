/* Laws that contract slowly: auto leaves them to the gauge where that is
 * faster. */
#include <math.h>

#include "enclose/gauge/gauge.h"
#include "enclosing.h"

/* The degree would be above 11000, ten minutes and 9 GB. */
#define SLOW "{[100,1;1,1],[1,1;1,100]}"

static double forecast(const char *text, double tol)
{
    const lyc_request request = {tol, 0, NULL, LYC_METHOD_AUTO};
    lyc_law_t law;
    lyc_limits_t limits;

    law_of(law, text);
    lyc_limits_init(limits);
    const double seconds = lyc_gauge_forecast(law, &request, limits);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    return seconds;
}

Test(forecast, grows_with_the_width_asked)
{
    const double wide = forecast(SLOW, 1e-6), narrow = forecast(SLOW, 1e-8);

    cr_assert(wide > 0 && wide < 10, "%g", wide);
    cr_assert(narrow > 10 * wide && isfinite(narrow), "%g", narrow);
    cr_assert(isinf(forecast(SLOW, 1e-14)));
}

Test(forecast, slow_contraction_is_left_to_the_gauge)
{
    const lyc_request request = {1e-7, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, SLOW, &request, INFINITY) == LYC_PROVED);
    cr_assert_str_eq(e->method[0], "gauge");
    cr_assert(e->seconds < 60);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

Test(forecast, fast_contraction_is_not)
{
    const lyc_request request = {1e-7, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, "{[8,1;1,1],[1,1;1,8]}", &request, INFINITY) ==
              LYC_PROVED);
    cr_assert_str_eq(e->method[0], "collocation");
    lyc_enclosure_clear(e);
}
