/* Published and independent values inside brackets of the width asked for. */
#include "enclose/gauging.h"

#define L "{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}"

/* Viswanath 2000; Oliveira and de Figueiredo 2002. */
Test(gauge, random_fibonacci)
{
    expect_gauge("{1/2:[0,1;1,1],1/2:[0,1;1,-1]}", 5e-5, "0.1239755980",
                 "0.1239755995");
}

/* Pollicott 2010. */
Test(gauge, pollicott_pair)
{
    expect_gauge("{[2,1;1,1],[3,1;2,1]}", 1e-10,
                 "1.1433110351029492458432518536555882994025",
                 "1.1433110351029492458432518536555882994026");
}

/* Bounds of the dimension log 2 / (2 lambda_1) of Minkowski's measure,
 * Mantica and Totik 2016. */
Test(gauge, shears)
{
    expect_gauge("{[1,1;0,1],[1,0;1,1]}", 1e-8, "log(2)/(2*0.874716305108213)",
                 "log(2)/(2*0.874716305108207)");
}

/* The growth changes sign near here: Embree and Trefethen 1999. */
Test(gauge, embree_trefethen)
{
    expect_gauge("{[0,1;0.70258,1],[0,1;-0.70258,1]}", 1e-5, "-0.000002",
                 "0.000002");
}

/* Values of earlier, narrower brackets by the same method: they guard against
 * a loss of width, not of truth. */
Test(gauge, contracting_and_near_the_identity)
{
    expect_gauge(L, 1e-4, "-1.65035356", "-1.65034564");
    expect_gauge("I + " L, 1e-7, "0.0930876", "0.0930877");
    expect_gauge("I + (1/20)*" L, 1e-5, "0.00498563", "0.00498565");
    expect_gauge("I + (1/80)*" L, 1e-5, "0.00124908", "0.00124914");
}

/* Cones that are wider than a step of the walk hold an adversary; refinement
 * goes on although the walk itself does not see them. */
Test(gauge, steps_narrower_than_first_cones)
{
    expect_gauge("I + (1/160)*" L, 1e-5, "0.00062474", "0.00062479");
}

Test(gauge, features_narrower_than_doubles_resolve)
{
    expect_gauge("{[1,2;2,3],[1,2;2,-1]}", 1e-9, "1.0330863364",
                 "1.0330863366");
}

Test(gauge, irrational_entries)
{
    /* A diagonal change of basis takes this to the shears. */
    expect_gauge("{[1,sqrt(2);0,1],[1,0;sqrt(1/2),1]}", 1e-5,
                 "log(2)/(2*0.874716305108213)",
                 "log(2)/(2*0.874716305108207)");
}

/* lambda(c A) = lambda(A) + log c, whatever c. */
Test(gauge, scaled_law)
{
    expect_gauge("1000000*{[2,1;1,1],[3,1;2,1]}", 1e-8,
                 "1.14331103510294924 + log(1000000)",
                 "1.14331103510294925 + log(1000000)");
}

/* Both atoms send every vector to multiples of (1,1): lambda_1 is the mean of
 * log |v·(1,1)|. */
Test(gauge, rank_one_atoms)
{
    expect_gauge("{[1,1;1,1],[3,1;3,1]}", 1e-9, "log(8)/2", "log(8)/2");
}

/* One atom of rank one u v^T among others B: renewal at each use of it,
 * lambda_1 = p_0^2 sum_n p_1^n log |v^T B^n u|, here (1/4) sum 2^-n log b_n
 * with b_n = e_2^T [0,1;1,2]^n e_2 = 1, 2, 5, 12, 29, …, the Pell numbers
 * (Q^(n+1) - (-Q)^-(n+1)) / (2 sqrt 2), Q = 1 + sqrt 2. Terms to n = 12; the
 * rest is below 14·0.89·2^-13 · 2/4 < 0.0008. */
Test(gauge, invariant_cone_of_a_singular_law)
{
    expect_gauge("{1/2:[0,0;0,1],1/2:[0,1;1,2]}", 1e-6,
                 "(log(2)/2+log(5)/4+log(12)/8+log(29)/16+log(70)/32+"
                 "log(169)/64+log(408)/128+log(985)/256+log(2378)/512+"
                 "log(5741)/1024+log(13860)/2048+log(33461)/4096)/4",
                 "(log(2)/2+log(5)/4+log(12)/8+log(29)/16+log(70)/32+"
                 "log(169)/64+log(408)/128+log(985)/256+log(2378)/512+"
                 "log(5741)/1024+log(13860)/2048+log(33461)/4096)/4+0.0008");
}
