/* `compare` as a user runs it, on laws for which the word of every reading
 * follows without this program; the argument stands at each. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(compare, .fini = remove_folder, .timeout = 60);

/* Lines "R1   WORD ..." of the output; one letter a reading: P, D, U, V. */
static void expect_readings(const char *law, const char *words)
{
    reply r;
    ask(&r, "compare", law, NULL);
    expect(&r, LYC_PROVED);
    for (int i = 0; i < 5; i++)
    {
        char begin[8];
        snprintf(begin, sizeof begin, "\nR%d ", i + 1);
        const char *line = strstr(r.out->bytes, begin);
        cr_assert_not_null(line, "%s: no R%d", law, i + 1);
        line += strlen(begin);
        cr_expect_eq(line[strspn(line, " ")], words[i], "%s: R%d is %.20s", law,
                     i + 1, line);
    }
    reply_clear(&r);
}

/* A = I: 0 and 0 become log 2 and log 2. The gap stays 0; the norm is 1. */
Test(compare, identity)
{
    expect_readings("[1,0;0,1]", "DDDPV");
}

/* e diag(1,-1), e = 1/1000: log e twice becomes log(1 + e) and log(1 - e),
 * smaller numbers with a larger gap; R5 is an equality. */
Test(compare, opposite_signs)
{
    expect_readings("1/1000*[1,0;0,-1]", "PPPDP");
}

/* Random Fibonacci. The residual atoms [1,1;1,2] and [1,1;1,0] are, entry by
 * entry, at least [1,1;1,0], whose powers hold Fibonacci numbers: so
 * lambda_1(I+A) >= log((1 + sqrt 5)/2) > 0.48, while Viswanath's constant is
 * exp(0.1239…). All determinants are 1 or -1, so lambda_2 = -lambda_1 on both
 * sides, and the gaps are 2 lambda_1. The norm is more than 1. */
Test(compare, random_fibonacci)
{
    expect_readings("{[0,1;1,1],[0,1;1,-1]}", "DDDDV");
}

/* Irreducible and of norm 1/2: R1 to R3 by Theorem residual.half, R5 by
 * Theorem residual.window. The atoms are halves of isometries, so the plain gap
 * is 0, and Theorem residual.gap says that the residual one is not. */
Test(compare, half_mirrors)
{
    expect_readings("1/2*{[1,0;0,-1],[0,1;1,0]}", "PPPDP");
}

/* A^2 = 0, so that the plain exponents are -inf and have no gap. I + A is a
 * shear with exponents 0 and 0 <= log 2. */
Test(compare, nilpotent)
{
    expect_readings("[0,1/2;0,0]", "PPPVP");
}

/* Halves of rotations by right angles, either way round: conformal before
 * and after, since aI + bJ with J^2 = -1 is conformal. |1 + i/2|^2 = 5/4, so
 * log 2 becomes log(5/4)/2, with gaps 0 on both sides. */
Test(compare, rotations)
{
    expect_readings("{[0,-1/2;1/2,0],[0,1/2;-1/2,0]}", "PPPPP");
}

/* 30 significant digits of exponents and margins, in print. */
Test(compare, digits_in_print)
{
    reply r;
    ask(&r, "compare", "1/2*gaussian(4)", "--digits", "30", NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "0.0932215924249334426596726531"));
    cr_expect_not_null(
        strstr(r.out->bytes, "margin [-0.1054350118141383017982479381006"));
    cr_expect_not_null(strstr(r.out->bytes, "\nR1   DISPROVED"));
    cr_expect_not_null(strstr(r.out->bytes, "\nR4   PROVED"));
    cr_expect_not_null(strstr(r.out->bytes, "\nR5   VACUOUS"));
    reply_clear(&r);
}
