#include "enclosing.h"

#define FORMULA LYC_METHOD_FORMULA

static void expect_1(const char *law, const char *a)
{
    const char *values[] = {a};

    expect_spectrum(law, FORMULA, values, 1);
}

static void expect_2(const char *law, const char *a, const char *b)
{
    const char *values[] = {a, b};

    expect_spectrum(law, FORMULA, values, 2);
}

static void expect_3(const char *law, const char *a, const char *b,
                     const char *c)
{
    const char *values[] = {a, b, c};

    expect_spectrum(law, FORMULA, values, 3);
}

Test(formula, scalars)
{
    expect_1("{1/3: 2, 2/3: -1/2}", "-log(2)/3");
    expect_1("{2, 1/2}", "0");
    expect_1("{1/4: sqrt(5), 3/4: exp(1/3)}", "log(5)/8 + 1/4");
    expect_1("1 + {1/2: 2, 1/2: -1/2}", "log(3)/2 - log(2)/2");
    expect_1("{1/2: 0, 1/2: 3}", NULL);
}

Test(formula, triangular)
{
    expect_2("{[2,7;0,1/3],[1/5,-1;0,3]}", "0", "log(2)/2 - log(5)/2");
    expect_2("{[2,0;7,1/3],[1/5,0;-1,3]}", "0", "log(2)/2 - log(5)/2");
    expect_3("{[2,1,5;0,3,1;0,0,1/7],[1,0,1;0,1/5,2;0,0,4]}", "log(2)/2",
             "log(3/5)/2", "log(4/7)/2");
    expect_3("{1/3: [1,0,0;2,-5,0;1,1,2], 2/3: [3,0,0;0,1,0;4,0,1]}",
             "2*log(3)/3", "log(5)/3", "log(2)/3");
    expect_2("{[sqrt(2),pi;0,1],[1,0;0,exp(1)]}", "1/2", "log(2)/4");
}

Test(formula, triangular_with_zeros)
{
    expect_2("{[0,1;0,0],[1,1;0,1]}", NULL, NULL);
    expect_2("{[0,1;0,1],[1,1;0,0]}", NULL, NULL);
    expect_2("{[0,1;0,3],[1,1;0,1/2]}", "log(3/2)/2", NULL);
}

Test(formula, conformal)
{
    expect_2("{2*[0,-1;1,0], [3,0;0,3], [1,-1;1,1]}", "log(72)/6", "log(72)/6");
    expect_2("{[1,-2;3,1], [1,-2;3,1]^2}", "3*log(7)/4", "3*log(7)/4");
    expect_2("{[0,-1;1,0], 5*[1,0;0,-1], [1,1;1,-1]}", "log(50)/6",
             "log(50)/6");
    expect_2("[1,2;3,5]^-1 * {1/3: [1,-3;3,1], 2/3: [2,1;1,-2]} * [1,2;3,5]",
             "log(10)/6 + log(5)/3", "log(10)/6 + log(5)/3");
    expect_2("{1/2*[sqrt(3),-1;1,sqrt(3)], [0,-2;2,0], [1,0;0,-1]}", "log(4)/6",
             "log(4)/6");
    expect_2("[1,2;0,3]^-1*{1/2*[sqrt(3),-1;1,sqrt(3)], [0,-2;2,0]}*[1,2;0,3]",
             "log(4)/4", "log(4)/4");
}

Test(formula, monomial)
{
    expect_2("{[2,0;0,1/3],[0,1;1,0]}", "log(2/3)/4", "log(2/3)/4");
    expect_2("{[0,2;1,0],[0,3;1,0]}", "log(6)/4", "log(6)/4");
    expect_2("{[0,2;1,0],[0,-3;1,0],[1,0;0,-7]}", "log(42)/6", "log(42)/6");
    expect_2("[2,1;1,1]^-1*{[2,0;0,1/3],[0,1;5,0]}*[2,1;1,1]", "log(10/3)/4",
             "log(10/3)/4");
    /* Lines spanned over Q(sqrt 5): the eigenlines of [0,1;1,1], swapped by
     * [2,1;1,-2]. */
    expect_2("{[3,1;1,4],[2,1;1,-2]}", "log(55)/4", "log(55)/4");
    expect_2("{[sqrt(2),0;0,1],[0,1;3,0]}", "log(2)/8 + log(3)/4",
             "log(2)/8 + log(3)/4");
}

/* The same in dimension 3 and 4, where the form is found by linear algebra. */
Test(formula, conformal_and_monomial_in_space)
{
    static const char *const four[] = {"log(90)/4", "log(90)/4", "log(90)/4",
                                       "log(90)/4"};
    expect_spectrum("{[1,-2,-3,-4;2,1,-4,3;3,4,1,-2;4,-3,2,1], "
                    "[1,0,-1,-1;0,1,-1,1;1,1,1,0;1,-1,0,1]}",
                    FORMULA, four, 4);
    expect_spectrum("[1,2,0,0;0,1,0,1;1,0,1,0;0,0,0,1]*"
                    "{[1,-2,-3,-4;2,1,-4,3;3,4,1,-2;4,-3,2,1], "
                    "[1,0,-1,-1;0,1,-1,1;1,1,1,0;1,-1,0,1]}"
                    "*inv([1,2,0,0;0,1,0,1;1,0,1,0;0,0,0,1])",
                    FORMULA, four, 4);
    expect_3("[1,1,0;0,1,0;0,1,1]*{[2/3,-1/3,2/3;2/3,2/3,-1/3;-1/3,2/3,2/3], "
             "2*[1,0,0;0,3/5,4/5;0,-4/5,3/5]}*inv([1,1,0;0,1,0;0,1,1])",
             "log(2)/2", "log(2)/2", "log(2)/2");
    expect_3("{[0,-5/8,0;0,0,-3/8;2/8,0,0], [0,1/8,0;-2/8,0,0;0,0,-1/8]}",
             "log(15/65536)/6", "log(15/65536)/6", "log(15/65536)/6");
    expect_3("{[0,2,0;1,0,0;0,0,3],[0,1,0;5,0,0;0,0,1]}", "log(10)/4",
             "log(10)/4", "log(3)/2");
    expect_3("{[0,sqrt(2),0;0,0,1;1,0,0],[1,0,0;0,1,0;0,0,3]}",
             "log(2)/12 + log(3)/6", "log(2)/12 + log(3)/6",
             "log(2)/12 + log(3)/6");
    expect_not("{[0,2,0;0,0,1;1,1/1000000,0],[1,0,0;0,1,0;0,0,3]}", FORMULA);
    expect_not("{[2/3,-1/3,2/3;2/3,2/3,-1/3;-1/3,2/3,2/3], "
               "2*[1,0,0;0,3/5,4/5;0,-4/5,3/5+1/1000000]}",
               FORMULA);
}

Test(formula, vanishing)
{
    expect_2("{[1,0;0,0],[0,-1;1,0]}", NULL, NULL);
    expect_2("{[1,0;0,0],[1,1;-1,1]}", NULL, NULL);
    expect_2("{1/9: [8,-13;0,0], 8/9: [2,1;1,1]}", NULL, NULL);
    expect_2("{[0,0;0,0],[2,1;1,1]}", NULL, NULL);
    expect_2("[3,1;2,1]^-1*{[1,0;0,0],[1,1;-1,1],[5,0;0,5]}*[3,1;2,1]", NULL,
             NULL);
    expect_3("{[1,0,0;0,1,0;0,0,0],[0,0,1;1,0,0;0,1,0]}", NULL, NULL, NULL);
    /* Two letters of rank 1: only one after the other gives 0. */
    expect_2("{[1,1;1,1],[1,-1;0,0],[2,1;1,3]}", NULL, NULL);
}

/* Twins of the laws above that miss the property by little. */
Test(formula, negative_twins)
{
    expect_not("{[1,2;3,2],[3,2;3,4000001/1000000]}", FORMULA);
    expect_not("{[2,7;1/1000000,1/3],[1/5,-1;0,3]}", FORMULA);
    expect_not("{[0,-1;1,0],[1,-1;1,1001/1000]}", FORMULA);
    expect_not("{[0,-1;1,0],[sqrt(3),-1;1,sqrt(3)+1/10^9]}", FORMULA);
    expect_not("{[2,0;0,1/3],[0,1;1,1/1000000]}", FORMULA);
    expect_not("{[3,1;1,4],[2,1;1,-2+1/10^9]}", FORMULA);
    expect_not("{[2,1;1,1],[3,1;2,1]}", FORMULA);
    expect_not("{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}", FORMULA);
    expect_not("{[1,0,0;0,1,0;0,0,0],[1,1,1;1,2,0;0,1,3]}", FORMULA);
}

/* Some atom is singular and no product vanishes: lambda_1 by renewal. */
Test(formula, rank)
{
    int second[] = {0, 1}, first[] = {1, 0};
    lyc_request request = {1e-6, 0, second, FORMULA};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, "{[1,2;2,4],[1,1;1,2]}", &request, 10) ==
              LYC_PROVED);
    cr_assert(arf_is_neg_inf(e->facts->exponent_upper + 1));
    cr_assert(!arf_is_neg_inf(e->facts->exponent_upper));
    cr_assert_str_eq(e->method[1], "logdet");
    expect_certificate(e);
    lyc_enclosure_clear(e);
    request.wanted = first;
    cr_assert(enclose_text(e, "{[1,2;2,4],[1,1;1,2]}", &request, 10) ==
              LYC_PROVED);
    lyc_enclosure_clear(e);
}

/* A rank-one atom in dimension 3: two exponents are -inf. */
Test(formula, rank_one_in_space)
{
    int wanted[] = {0, 1, 1};
    lyc_request request = {1e-6, 0, wanted, FORMULA};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, "{[1,1,1;2,2,2;3,3,3],[1,1,0;0,1,1;1,0,2]}",
                           &request, 10) == LYC_PROVED);
    cr_assert(arf_is_neg_inf(e->facts->exponent_upper + 1));
    cr_assert(arf_is_neg_inf(e->facts->exponent_upper + 2));
    cr_assert(!arf_is_neg_inf(e->facts->exponent_upper));
    lyc_enclosure_clear(e);
}

Test(formula, digits)
{
    static const slong digits[] = {1, 15, 100, 3000};
    lyc_enclosure_t e;
    size_t i;

    for (i = 0; i < sizeof digits / sizeof digits[0]; i++)
    {
        lyc_request request = {0, digits[i], NULL, FORMULA};

        cr_assert(enclose_text(e, "{[2,7;0,1/3],[1/5,-1;0,3]}", &request, 60) ==
                  LYC_PROVED);
        cr_assert(lyc_request_met(&request, e->facts, 2));
        expect_certificate(e);
        lyc_enclosure_clear(e);
    }
}

/* Exponents near 10^-40 need more bits than the request says. */
Test(formula, digits_of_a_small_exponent)
{
    lyc_request request = {0, 30, NULL, FORMULA};
    lyc_enclosure_t e;
    arb_t value;

    arb_init(value);
    cr_assert(enclose_text(e, "{1+1/10^40, 1+1/10^50}", &request, 60) ==
              LYC_PROVED);
    value_of(value, "log((1+1/10^40)*(1+1/10^50))/2");
    cr_assert(facts_contain(e->facts, 1, value));
    cr_assert(lyc_request_met(&request, e->facts, 1));
    lyc_enclosure_clear(e);
    arb_clear(value);
}
