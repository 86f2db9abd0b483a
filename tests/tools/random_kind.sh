#!/bin/sh
# random_kind.sh SEED: one law of the fixed ensemble of all kinds, as text. The
# kind goes round with the seed: finite in dimension 2, 3 and 4, a singular
# atom, block triangular, numbers drawn from densities, Gaussian and residual
# Gaussian, residual blocks with gates.
set -eu
exec awk -v seed="${1:?usage: random_kind.sh SEED}" '
# Park and Miller, the same on every machine.
function next_number(n)
{
    state = (state * 48271) % 2147483647
    return state % n
}
function entry(    m)
{
    do
        m = next_number(17) - 8
    while (m == 0)
    return m "/8"
}
function matrix(d, zero_below,    i, j, s)
{
    s = "["
    for (i = 0; i < d; i++)
        for (j = 0; j < d; j++)
            s = s (i + j == 0 ? "" : j == 0 ? ";" : ",") \
                (i >= zero_below && j < zero_below ? "0" : entry())
    return s "]"
}
function finite(d, zero_below,    n, k, s)
{
    n = 2 + next_number(3)
    s = "{"
    for (k = 0; k < n; k++)
        s = s (k ? ", " : "") matrix(d, zero_below)
    return s "}"
}
function singular(    a, b)
{
    a = 1 + next_number(8)
    b = 1 + next_number(8)
    return "{[" a "/8," b "/8;" 2 * a "/8," 2 * b "/8], [" \
        1 + next_number(8) "/8,1/4;1/8," 1 + next_number(8) "/8]}"
}
function density(    p, k)
{
    p = 1 + next_number(9)
    k = next_number(4)
    return k == 0 ? "[uniform(-" p "/4," p + 1 "/4)]" : \
        k == 1 ? "[" p "/4 + normal()]" : \
        k == 2 ? "[cauchy(" p "/4),1;1,0]" : "[gamma(" p "/2,1),1;1,0]"
}
BEGIN {
    state = 1 + seed * 7919 % 2147483646
    for (i = 0; i < 20; i++)
        next_number(2)
    kind = seed % 8
    scale = "(" 1 + next_number(9) "/8)"
    d = 2 + next_number(3)
    m = 2 + next_number(5)
    if (kind < 3)
        print finite(kind + 2, kind + 2)
    else if (kind == 3)
        print singular()
    else if (kind == 4)
        print finite(3, 1 + next_number(2))
    else if (kind == 5)
        print density()
    else if (kind == 6)
        print (next_number(2) ? "I + " : "") scale "*gaussian(" d ")"
    else
        print "I + " scale "*gaussian(" d "," m ")*gates(" m ",1/2)*gaussian(" \
            m "," d ")"
}'
