/* Which draws are the same and which are independent. */
#include <stdlib.h>

#include "law/laws.h"

#define FIB "law fib = {1/2: [0,1;1,1], 1/2: [0,1;1,-1]}\n"
#define A "law a = {1/3: [1,2;0,1], 2/3: [1,0;3,1]}\n"

Test(draws, a_name_is_one_draw)
{
    same_law(A "law b = a + a", A "law b = 2*a");
    same_law(A "law b = a - a", "law b = [0,0;0,0]");
    same_law(A "law b = a*a^-1", "law b = [1,0;0,1]");
    same_law(FIB "law b = fib^2", "law b = {[1,1;1,2], [1,-1;-1,2]}");
    same_law(FIB "law b = fib*fib", FIB "law b = fib^2");
}

Test(draws, fresh_is_another_draw)
{
    same_law(A "law b = fresh(a) + fresh(a)",
             "law b = {1/9: [2,4;0,2], 4/9: [2,2;3,2], 4/9: [2,0;6,2]}");
    same_law(A "law b = a + fresh(a)", A "law b = fresh(a) + fresh(a)");
    same_law(A "law b = fresh(a*a)", A "law b = a^2");
    same_law(FIB "law b = fresh(fib)*fresh(fib)",
             "law b = {[1,1;1,2], [1,-1;1,0], [1,1;-1,0], [1,-1;-1,2]}");
}

Test(draws, anonymous_laws_are_independent)
{
    same_law("law b = {1,2}*[1] + {1,2}*[1]",
             "law b = {1/4: [2], 1/2: [3], 1/4: [4]}");
    same_law("law b = {1,2}^2", "law b = {1,4}");
    same_law("law b = [{0,1}, {0,1}; 0, 1]",
             "law b = {[0,0;0,1], [0,1;0,1], [1,0;0,1], [1,1;0,1]}");
}

Test(draws, names_inside_a_definition_stay_inside)
{
    same_law(A "law b = 2*a\nlaw c = a + b", A "law c = fresh(a) + 2*fresh(a)");
    same_law(A "law b = 2*a\nlaw c = b - b", "law c = [0,0;0,0]");
}

Test(draws, a_name_inside_a_mixture_is_the_same_draw)
{
    same_law(A "law b = {1/2: a, 1/2: a^-1}*a", A "law b = {1/2: a^2, 1/2: I}");
    same_law(A "law b = {1/2: a, 1/2: I} - a",
             "law b = {1/2: [0,0;0,0], 1/6: [0,-2;0,0], 1/3: [0,0;-3,0]}");
}

Test(draws, entries_and_factors)
{
    same_law("law s = {1/4: 1, 3/4: 2}\nlaw b = [s, 1; 1, s]",
             "law b = {1/4: [1,1;1,1], 3/4: [2,1;1,2]}");
    same_law("law s = {1/4: 1, 3/4: 2}\nlaw b = s*[s, 1; 1, 0]",
             "law b = {1/4: [1,1;1,0], 3/4: [4,2;2,0]}");
    same_law("law b = diag({1,2}, 3)", "law b = {[1,0;0,3], [2,0;0,3]}");
    same_law("law b = gates(2, 1/3)",
             "law b = {4/9: [0,0;0,0], 2/9: [1,0;0,0], 2/9: [0,0;0,1], "
             "1/9: I}");
    same_law("law b = gates(2, 1)", "law b = [1,0;0,1]");
    same_law("law b = gates(2, 0)", "law b = [0,0;0,0]");
    same_law("law b = gates(2, 1/2)*gates(2, 1/2)", "law b = gates(2, 1/4)");
}
