#!/bin/sh
# random_kind.sh SEED [kind]: one law of the fixed ensemble of all kinds, as
# text, or the name of its kind. The kind goes round with the seed: finite in
# dimension 2, 3 and 4, a singular atom, block triangular, numbers drawn from
# densities, Gaussian and residual Gaussian, residual blocks with gates;
# residuals of finite laws, nonnegative matrices, matrices of numbers drawn from
# densities, gates in front of a matrix, blocks hidden by a change of basis,
# similarities and monomial matrices, singular atoms in space, recurrences and
# random factors.
set -eu
exec awk -v seed="${1:?usage: random_kind.sh SEED [kind]}" -v word="${2:-law}" '
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
# Weights in front of n matrices, as they would be written.
function weights(n,    k, sum)
{
    sum = 0
    for (k = 0; k < n; k++)
        sum += weight[k] = 1 + next_number(5)
    return sum
}
function weighted(d,    n, k, s, sum)
{
    n = 2 + next_number(2)
    sum = weights(n)
    s = "{"
    for (k = 0; k < n; k++)
        s = s (k ? ", " : "") weight[k] "/" sum ": " matrix(d, d)
    return s "}"
}
# An unsigned matrix, some entries 0, no row and no column of zeros.
function unsigned(d,    i, j, s)
{
    s = "["
    for (i = 0; i < d; i++)
        for (j = 0; j < d; j++)
            s = s (i + j == 0 ? "" : j == 0 ? ";" : ",") \
                (i == j || next_number(3) ? 1 + next_number(8) "/4" : "0")
    return s "]"
}
function nonnegative(d,    n, k, s)
{
    n = 2 + next_number(2)
    s = "{"
    for (k = 0; k < n; k++)
        s = s (k ? ", " : "") unsigned(d)
    return s "}"
}
function drawn(    p)
{
    p = 1 + next_number(6)
    return next_number(3) ? "uniform(-" p "/4," p + next_number(3) "/4)" : entry()
}
# Entries of which at least one is drawn from a density.
function random_entries(    e)
{
    e = "[" drawn() "," drawn() ";" drawn() ",uniform(-1," 1 + next_number(3) "/2)]"
    return (next_number(2) ? "I + " : "") e
}
# P M P^-1 with P = I + n E_ab + m E_cd: what P hides is not seen in the entries.
function hidden(inside, d,    i, j, s, a, b)
{
    a = next_number(d)
    b = (a + 1 + next_number(d - 1)) % d
    s = "["
    for (i = 0; i < d; i++)
        for (j = 0; j < d; j++)
            s = s (i + j == 0 ? "" : j == 0 ? ";" : ",") \
                (i == j ? 1 : i == a && j == b ? 1 + next_number(3) : \
                 i < j && (i != b || j != a) && next_number(2) ? 1 : 0)
    s = s "]"
    return s "*" inside "*inv(" s ")"
}
# A rotation by a multiple of 90 degrees or of a Pythagorean triple, scaled.
function similarity(    t)
{
    t = next_number(3)
    return "(" 1 + next_number(9) "/4)*" (t == 0 ? "[3/5,-4/5;4/5,3/5]" : \
        t == 1 ? "[0,-1;1,0]" : "[5/13,12/13;-12/13,5/13]")
}
# One entry that is not 0 in each row and each column.
function monomial(d,    i, j, k, s)
{
    for (i = 0; i < d; i++)
        image[i] = i
    for (i = d - 1; i > 0; i--) {
        j = next_number(i + 1)
        k = image[i]
        image[i] = image[j]
        image[j] = k
    }
    s = "["
    for (i = 0; i < d; i++)
        for (j = 0; j < d; j++)
            s = s (i + j == 0 ? "" : j == 0 ? ";" : ",") \
                (image[i] == j ? entry() : "0")
    return s "]"
}
# Columns that are multiples of the first, but for the last when the rank is 2.
function low_rank(d, rank,    i, j, s)
{
    for (j = 0; j < d; j++)
        factor[j] = 1 + next_number(3)
    for (i = 0; i < d; i++)
        column[i] = 1 + next_number(6)
    s = "["
    for (i = 0; i < d; i++)
        for (j = 0; j < d; j++)
            s = s (i + j == 0 ? "" : j == 0 ? ";" : ",") \
                (rank == 2 && j == d - 1 ? entry() : \
                 column[i] * factor[j] "/8")
    return s "]"
}
function more(kind,    n)
{
    n = next_number(3)
    if (kind == 8)
        return "I + (" 1 + next_number(8) "/8)*" weighted(2 + n % 2)
    if (kind == 9)
        return nonnegative(2 + n)
    if (kind == 10)
        return random_entries()
    if (kind == 11)
        return (next_number(2) ? "I + " : "") "gates(" 2 + n % 2 ",1/" \
            2 + next_number(3) ")*" matrix(2 + n % 2, 4)
    if (kind == 12)
        return n == 0 ? hidden(finite(3, 2), 3) : hidden(finite(4, n + 1), 4)
    if (kind == 13)
        return n == 0 ? "{" similarity() ", " similarity() "}" : \
            "{" monomial(2 + n) ", " monomial(2 + n) "}"
    if (kind == 14)
        return "{" low_rank(3, 1 + n % 2) ", " unsigned(3) "}"
    return n == 0 ? "[normal()," entry() ";1,0]" : \
        n == 1 ? "{1/2: uniform(1/4,2), 1/2: " entry() "}*" finite(2, 2) : \
        "{1/3: " matrix(2, 2) ", 2/3: [uniform(-1,1),1;1,0]}"
}
BEGIN {
    split("finite-2 finite-3 finite-4 singular triangular density gaussian " \
        "block residual nonnegative continuous gates hidden similar " \
        "singular-3 recurrence", name, " ")
    if (word == "kind") {
        print name[seed % 16 + 1]
        exit
    }
    state = 1 + seed * 7919 % 2147483646
    for (i = 0; i < 20; i++)
        next_number(2)
    kind = seed % 8
    scale = "(" 1 + next_number(9) "/8)"
    d = 2 + next_number(3)
    m = 2 + next_number(5)
    if (seed % 16 >= 8)
        print more(seed % 16)
    else if (kind < 3)
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
