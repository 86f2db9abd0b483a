/* Ties: equality is decided where both sides are known exactly, and only
 * there. */
#include <stdio.h>

#include <criterion/criterion.h>

#include "claim/deciding.h"

/* lambda_1 of this law is (log 2 + log 8) / 2 = log 4. */
#define LAW "{[2,0;0,1], [8,0;0,1]}"

Test(exact, equalities)
{
    expect_truth("lambda(" LAW ", 1) == log(4)", LYC_TRUE);
    expect_truth("lambda(" LAW ", 1) <= log(4)", LYC_TRUE);
    expect_truth("lambda(" LAW ", 1) >= log(4)", LYC_TRUE);
    expect_truth("lambda(" LAW ", 1) < log(4)", LYC_FALSE);
    expect_truth("lambda(" LAW ", 1) > log(4)", LYC_FALSE);
    expect_truth("lambda(" LAW ", 1) in [log(4), log(4)]", LYC_TRUE);
    expect_truth("lambda(" LAW ", 1) in [0, 2*log(2)]", LYC_TRUE);
    expect_truth("3*lambda(" LAW ", 1)/2 - log(8) == 0", LYC_TRUE);
    expect_truth("abs(-lambda(" LAW ", 1)) == log(4)", LYC_TRUE);
    expect_truth("max(lambda(" LAW ", 1), 0, 1) == log(4)", LYC_TRUE);
    expect_truth("min(lambda(" LAW ", 1), lambda(" LAW ", 2)) == 0", LYC_TRUE);
    expect_truth("lambda(" LAW ", 2) == 0", LYC_TRUE);
    expect_truth("logdet(" LAW ") == log(4)", LYC_TRUE);
}

/* Not equal, by little: exp(1) is no rational. */
Test(exact, near_equalities)
{
    expect_truth("lambda(" LAW ", 1) == 1.386294361119890618834464242916353",
                 LYC_FALSE);
    expect_truth("lambda(" LAW ", 1) < 1.386294361119890618834464242916353",
                 LYC_FALSE);
    expect_truth("lambda(" LAW ", 1) < 1.386294361119890618834464242916354",
                 LYC_TRUE);
    expect_truth("log(3)/log(2) == 1.5849625007211561814537389439478165",
                 LYC_FALSE);
}

/* Numbers of the language. */
Test(exact, numbers)
{
    expect_truth("1/10 + 2/10 == 3/10", LYC_TRUE);
    expect_truth("0.1 + 0.2 == 0.3", LYC_TRUE);
    expect_truth("sqrt(2)*sqrt(2) == 2", LYC_TRUE);
    expect_truth("sqrt(2) + sqrt(3) == sqrt(5 + 2*sqrt(6))", LYC_TRUE);
    expect_truth("log(6) == log(2) + log(3)", LYC_TRUE);
    expect_truth("2^10 == 1024", LYC_TRUE);
    expect_truth("2^-1 == 1/2", LYC_TRUE);
    expect_truth("pi < 355/113", LYC_TRUE);
    expect_truth("exp(1) > 2.718281828459045", LYC_TRUE);
    expect_truth("dim(gates(3, 1/2)) == 3", LYC_TRUE);
    expect_truth("1 < 1", LYC_FALSE);
    expect_truth("1 <= 1", LYC_TRUE);
}

/* prove and refute are each other's mirror; open is neither. */
Test(exact, kinds)
{
    expect_verdict("prove x: 1 < 2", LYC_PROVED);
    expect_verdict("refute x: 1 < 2", LYC_DISPROVED);
    expect_verdict("prove x: 2 < 1", LYC_DISPROVED);
    expect_verdict("refute x: 2 < 1", LYC_PROVED);
    expect_verdict("open x: 1 < 2", LYC_PROVED);
    expect_verdict("open x: 2 < 1", LYC_DISPROVED);
}

/* The largest spectral norm, exact in dimensions 1 and 2. */
Test(exact, norms)
{
    expect_truth("norm({[1/2,0;0,-1/2], [0,1/2;1/2,0]}) == 1/2", LYC_TRUE);
    expect_truth("norm([3,0;4,0]) == 5", LYC_TRUE);
    expect_truth("norm([1,1;0,1]) == (1 + sqrt(5))/2", LYC_TRUE);
    expect_truth("norm(-7) == 7", LYC_TRUE);
    expect_truth("norm([0,0;0,0]) == 0", LYC_TRUE);
    expect_truth("norm([1,0,0;0,2,0;0,0,-3]) in [2.999999, 3.000001]",
                 LYC_TRUE);
    /* Golub-Kahan: the Hilbert matrix of order 3 has norm 1.40831892712365… */
    expect_truth("norm([1,1/2,1/3;1/2,1/3,1/4;1/3,1/4,1/5]) in "
                 "[1.408318927123, 1.408318927124]",
                 LYC_TRUE);
}

/* norm against a rational number, and E log of functions of one draw. */
Test(exact, norm_bounds_and_elog)
{
    const char *law = "{[3/10,-2/5;2/5,3/10], [0,1/5;1/5,0]}";
    char t[300];
    expect_truth("norm([1,1;0,1]) <= 1618/1000", LYC_FALSE);
    expect_truth("norm([1,1;0,1]) <= 1619/1000", LYC_TRUE);
    expect_truth("1/2 >= norm({[3/10,-2/5;2/5,3/10], [0,0;0,1/2]})", LYC_TRUE);
    expect_truth("1/2 > norm({[3/10,-2/5;2/5,3/10], [0,0;0,1/2]})", LYC_FALSE);
    expect_truth("norm([0,0;0,0]) < 0", LYC_FALSE);
    expect_truth("norm([0,0;0,0]) > -1", LYC_TRUE);
    expect_truth("norm([2,-1,2;2,2,-1;-1,2,2]/6) == 1/2", LYC_TRUE);
    expect_truth("norm([2,-1,2;2,2,-1;-1,2,2]/6) < 1/2 + 1e-40", LYC_TRUE);
    snprintf(t, sizeof t, "Elog(norm(%s)) == log(1/10)/2", law);
    expect_truth(t, LYC_TRUE);
    expect_truth("Elog(norm([3,0;0,1])) == log(3)", LYC_TRUE);
    expect_truth("Elog(abs(det({[1,2;3,4], [5,0;0,5]}))) == "
                 "logdet({[1,2;3,4], [5,0;0,5]})",
                 LYC_TRUE);
    expect_truth("Elog(norm({[0], [2]})) < -1e100", LYC_TRUE);
    expect_truth("Elog(1 - norm([2])) < 0", LYC_UNKNOWN);
    expect_truth("Elog(1 - norm({[2], [1]})) < 0", LYC_UNKNOWN);
}
