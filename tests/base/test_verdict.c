#include <criterion/criterion.h>

#include "lyapcert/verdict.h"

/* Worst first. */
static const lyc_verdict_t order[5] = {
    LYC_FAILURE, LYC_MALFORMED, LYC_DISPROVED, LYC_UNDECIDED, LYC_PROVED};

Test(verdict, worse_is_the_documented_order)
{
    int i, j;

    for (i = 0; i < 5; i++)
        for (j = 0; j < 5; j++)
            cr_assert_eq(lyc_verdict_worse(order[i], order[j]),
                         order[i < j ? i : j]);
}

Test(verdict, words_and_statuses)
{
    cr_assert_str_eq(lyc_verdict_word((lyc_verdict_t)0), "PROVED");
    cr_assert_str_eq(lyc_verdict_word((lyc_verdict_t)1), "DISPROVED");
    cr_assert_str_eq(lyc_verdict_word((lyc_verdict_t)2), "UNDECIDED");
    cr_assert_str_eq(lyc_verdict_word((lyc_verdict_t)3), "MALFORMED");
    cr_assert_str_eq(lyc_verdict_word((lyc_verdict_t)4), "FAILURE");
}

Test(verdict, what_is_no_verdict_is_failure)
{
    cr_assert_eq(lyc_verdict_worse(LYC_PROVED, (lyc_verdict_t)77), LYC_FAILURE);
    cr_assert_str_eq(lyc_verdict_word((lyc_verdict_t)77), "FAILURE");
}
