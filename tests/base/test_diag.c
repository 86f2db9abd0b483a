#include <criterion/criterion.h>

#include "lyapcert/diag.h"

Test(diag, place_and_message)
{
    lyc_diag_t d;
    lyc_place place = {"a.lyap", 3, 14};

    lyc_diag_init(d);
    cr_assert_eq(d->is_set, 0);
    cr_assert_eq(lyc_diag_set(d, LYC_MALFORMED, place, "expected %s", "]"), 0);
    cr_assert_eq(d->is_set, 1);
    cr_assert_eq(d->status, LYC_MALFORMED);
    cr_assert_str_eq(d->text, "a.lyap:3:14: expected ]");
    lyc_diag_clear(d);
    cr_assert_eq(d->is_set, 0);
    cr_assert_null(d->text);
}

Test(diag, the_first_error_counts)
{
    lyc_diag_t d;

    lyc_diag_init(d);
    cr_assert_eq(lyc_diag_fail(d, LYC_UNDECIDED, "first"), 0);
    cr_assert_eq(lyc_diag_fail(d, LYC_FAILURE, "second"), 0);
    cr_assert_eq(d->status, LYC_UNDECIDED);
    cr_assert_str_eq(d->text, "first");
    lyc_diag_clear(d);
}

Test(diag, places_without_file_or_line)
{
    lyc_diag_t d;
    lyc_place line = {NULL, 2, 5}, file = {"x", 0, 0};

    lyc_diag_init(d);
    lyc_diag_set(d, LYC_MALFORMED, line, "m");
    cr_assert_str_eq(d->text, "2:5: m");
    lyc_diag_clear(d);
    lyc_diag_set(d, LYC_MALFORMED, file, "m");
    cr_assert_str_eq(d->text, "x: m");
    lyc_diag_clear(d);
}
