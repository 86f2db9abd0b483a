#!/bin/sh
# acceptance_summary.sh TABLE...
#
# What the tables of acceptance.sh say, of each kind of law and of all: how many
# laws, how many are PROVED and how many have an unbounded lambda_1, and of the
# widths of lambda_1 the median and the worst finite one. Status 1 where a
# table has a failure, a seed twice, or no law at all.
set -u
export LC_ALL=C
cat "$@" | awk '
    /FAILED/ { bad++; next }
    $1 ~ /^[0-9]+$/ && $3 ~ /^[A-Z]+$/ {
        if (seen[$1]++) {
            print "seed " $1 " stands twice in the tables"
            bad++
        }
        print $2, $3, $4
        print "all", $3, $4
    }
    END { print "failures", bad + 0 }' | sort -k 1,1 -k 3,3g | awk '
    function line(    middle) {
        # No width is that of -inf where this is proved: 0.
        if (n == 0) return
        middle = (width[int((n + 1) / 2)] + width[int(n / 2) + 1]) / 2
        printf "%-11s %5d %7d %10d %10.3g %10.3g\n", kind, n, proved,
               unbounded, middle, worst
    }
    BEGIN { printf "%-11s %5s %7s %10s %10s %10s\n", "kind", "laws", "PROVED",
            "unbounded", "median", "worst" }
    $1 == "failures" { bad = $2; next }
    $1 != kind { line(); kind = $1; n = proved = unbounded = worst = 0 }
    {
        laws += $1 == "all"
        width[++n] = $3
        proved += $2 == "PROVED"
        if ($3 == "inf") unbounded++
        else worst = $3 + 0
    }
    END {
        line()
        print laws + 0 " laws, " bad + 0 " failures"
        exit bad > 0 || laws == 0
    }'
