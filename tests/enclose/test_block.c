#include "enclosing.h"

#define BLOCK LYC_METHOD_BLOCK

static void expect_2(const char *law, const char *a, const char *b)
{
    const char *values[] = {a, b};

    expect_spectrum(law, BLOCK, values, 2);
    expect_spectrum(law, LYC_METHOD_AUTO, values, 2);
}

Test(block, rational_line)
{
    /* Commuting: eigenvalues (4, 6) and (-1, 1). */
    expect_2("{[1,2;3,2],[3,2;3,4]}", "log(24)/2", "0");
    /* (1, 1) is kept: mu = 3, 5; the quotients are -1, 1/2. */
    expect_2("{[1,2;2,1],[2,3;3/2,7/2]}", "log(15)/2", "-log(2)/2");
    expect_2("{1/4: [1,2;2,1], 3/4: [2,3;3/2,7/2]}", "log(3)/4 + 3*log(5)/4",
             "-3*log(2)/4");
    /* One parabolic atom: its line is double. */
    expect_2("{[1,4;-1,5],[5,-4;1,1],[7,0;0,7]}", "2*log(3)/3 + log(7)/3",
             "2*log(3)/3 + log(7)/3");
}

Test(block, quadratic_line)
{
    expect_2("{[0,1;1,1],[2,1;1,3]}",
             "log((1+sqrt(5))/2)/2 + log(2+(1+sqrt(5))/2)/2",
             "log((sqrt(5)-1)/2)/2 + log(2-(sqrt(5)-1)/2)/2");
    expect_2("{1/3: [0,2;1,0], 2/3: [3,4;2,3]}",
             "log(2)/6 + 2*log(3+2*sqrt(2))/3",
             "log(2)/6 - 2*log(3+2*sqrt(2))/3");
    expect_2("[0,1;1,1]", "log((1+sqrt(5))/2)", "-log((1+sqrt(5))/2)");
}

Test(block, irrational_atoms)
{
    /* sqrt(2) times the swap keeps (1, 1) and (1, -1). */
    expect_2("{[0,sqrt(2);sqrt(2),0],[2,1;1,2]}", "log(2)/4 + log(3)/2",
             "log(2)/4");
    /* Only (1, 0) is kept, after a turn by 45 degrees. */
    expect_2("[1,-1;1,1]*{[pi,1;0,1],[2,0;0,3]}*[1,-1;1,1]^-1",
             "log(pi)/2 + log(2)/2", "log(3)/2");
}

Test(block, singular)
{
    /* (1, 1) is kept and killed by neither; the quotient dies once. */
    expect_2("{[1,1;1,1],[1,2;2,1]}", "log(6)/2", NULL);
    /* (1, -1) is killed by the first atom: mu = 0 there. */
    expect_2("{[1,1;0,0],[1,2;3,2]}", "log(4)/2", NULL);
    expect_2("{[0,0;0,0],[1,2;3,2]}", NULL, NULL);
}

Test(block, scalar_atoms)
{
    expect_2("{[3,0;0,3],[-5,0;0,-5]}", "log(15)/2", "log(15)/2");
}

Test(block, negative_twins)
{
    expect_not("{[1,2;3,2],[3,2;3,4+1/10^30]}", BLOCK);
    expect_not("{[0,1;1,1],[2,1;1,3+1/10^30]}", BLOCK);
    expect_not("{[1,2;2,1],[2,3;3/2,7/2+1/10^9]}", BLOCK);
    expect_not("{[0,-1;1,0],[1,-1;1,1]}", BLOCK);
    expect_not("{[2,1;1,1],[3,1;2,1]}", BLOCK);
    expect_not("{[0,sqrt(2);sqrt(2),0],[2,1;1,2+1/10^40]}", BLOCK);
    expect_not("{[-2/5,0,1/10;-1/10,1/2,2/5;-1/2,1/10,-1/2],"
               "[1/10,0,4/5;2/5,-1/2,1/2;0,4/5,3/5]}",
               BLOCK);
}
