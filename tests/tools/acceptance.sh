#!/bin/sh
# acceptance.sh BUILD [SECONDS] [FIRST] [LAST] [TOL] [LAWS] [ERROR]
#
# For each seed from FIRST to LAST (1 to 40): the law that random_law prints is
# bounded by `lyapcert bound` within SECONDS (20) to the width TOL (1e-9, which
# uses all the time); lyapcheck alone must prove the same bounds from the
# certificate; and a simulation with a standard error of at most ERROR (1e-3)
# must lie
# within 5 standard errors of the enclosure. One line a law, then the median
# and the worst width; status 1 when anything is wrong. LAWS is another program
# that prints the law of a seed: random_kind.sh, for instance.
set -u
export LC_ALL=C
build=${1:?usage: acceptance.sh BUILD [SECONDS] [FIRST] [LAST] [TOL]}
seconds=${2:-20}
first=${3:-1}
last=${4:-40}
tol=${5:-1e-9}
laws=${6:-$1/tools/random_law}
error=${7:-1e-3}
tools=$build/tools
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
trap 'exit 4' HUP INT TERM
bad=0
unknown=0

fail()
{
    printf '      FAILED: %s\n' "$*"
    bad=$((bad + 1))
}

# Simulates until every finite exponent has a standard error <= 1e-3.
simulate()
{
    steps=1000000
    while :; do
        "$tools/simulate" "$1" "$steps" "$2" >"$work/simulated" || return 1
        awk -v error="$error" '$2 != "-inf" && !($3 <= error) { bad = 1 }
            END { exit bad }' "$work/simulated" && return 0
        steps=$((steps * 4))
        [ "$steps" -le 1024000000 ] || return 1
    done
}

# Every exponent of $work/lines contains its estimate within 5 errors and the
# rounding of the simulation.
contained()
{
    awk '
        NR == FNR { if ($1 == "exponent") { lower[$2] = $3; upper[$2] = $4 }
                    next }
        !($1 in lower) { bad = 1; next }
        $2 == "-inf" || upper[$1] == "-inf" {
            if ($2 != upper[$1]) bad = 1
            next
        }
        upper[$1] != "inf" && $2 > upper[$1] + 5 * $3 + 1e-9 { bad = 1 }
        lower[$1] != "-inf" && $2 < lower[$1] - 5 * $3 - 1e-9 { bad = 1 }
        END { exit bad || FNR == 0 }' "$work/lines" "$work/simulated"
}

# The bounds printed are the certificate's conclusions, and lyapcheck ($2 is
# what it printed) states and confirms the same.
same_bounds()
{
    awk '$1 == "exponent"' "$work/lines" >"$work/exponents"
    [ -s "$work/exponents" ] || return 1
    while read -r _ k lower upper width _ lower_exact upper_exact; do
        [ "$lower $upper" = "-inf inf" ] && continue
        if grep -q -e "^conclude EXACT $k " -e "^conclude MINUSINF $k\$" "$1"; then
            awk -v value="lambda_$k = " '
                index($0, value) && / ok( |$)/ { found = 1 }
                END { exit !found }' "$2" || return 1
            continue
        fi
        grep -qxF -e "conclude BOUNDS exponent $k $lower_exact $upper_exact" \
            "$1" || return 1
        # lyapcheck shows fewer digits of intervals narrower than 1e-25.
        awk -v bounds="$lower <= lambda_$k <= $upper" -v name=" lambda_$k " \
            -v width="$width" '
            (index(" " $0 " ", " " bounds " ") ||
             (width < 1e-25 && index($0, name))) && / ok( |$)/ { found = 1 }
            END { exit !found }' "$2" || return 1
    done <"$work/exponents"
}

printf '%4s %-9s %10s %10s %8s %8s  %s\n' seed status width_1 width_2 \
    cones seconds law
: >"$work/widths"
seed=$first
while [ "$seed" -le "$last" ]; do
    law=$("$laws" "$seed") || exit 4
    certificate=$work/$seed.cert
    "$build/lyapcert" bound "$law" --tol "$tol" --max-seconds "$seconds" --json \
        --cert "$certificate" >"$work/json" 2>"$work/stderr"
    status=$?
    if ! "$tools/json_spectrum" <"$work/json" >"$work/lines"; then
        fail "seed $seed: no spectrum (status $status)"
        cat "$work/stderr"
        seed=$((seed + 1))
        continue
    fi
    awk -v seed="$seed" -v law="$law" '
        $1 == "exponent" { width[$2] = $5 }
        $1 != "exponent" { value[$1] = $2 }
        END { printf "%4d %-9s %10.3g %10.3g %8s %8.2f  %s\n", seed,
              value["status"], width[1], width[2], value["cones"],
              value["seconds"], law }' "$work/lines"
    awk '$1 == "exponent" && $2 == 1 { print $5 }' "$work/lines" \
        >>"$work/widths"
    [ "$status" -eq 0 ] || [ "$status" -eq 2 ] || fail "status $status"
    if [ ! -e "$certificate" ]; then
        unknown=$((unknown + 1))
        seed=$((seed + 1))
        continue
    fi
    "$build/lyapcheck" "$certificate" >"$work/checked" 2>&1 ||
        fail "lyapcheck: $(cat "$work/checked")"
    [ "$(tail -n 1 "$work/checked")" = "s PROVED" ] || fail "lyapcheck verdict"
    same_bounds "$certificate" "$work/checked" || fail "lyapcheck states other bounds"
    simulate "$law" "$seed" || fail "simulation"
    contained || fail "simulation outside: $(tr '\n' ';' <"$work/simulated")"
    seed=$((seed + 1))
done
sort -g "$work/widths" | awk -v bad="$bad" -v unknown="$unknown" '
    { width[NR] = $1 }
    END {
        printf "%d laws: median width of lambda_1 %.3g, worst %.3g; ", NR,
            (width[int((NR + 1) / 2)] + width[int(NR / 2) + 1]) / 2, width[NR]
        print unknown " without bounds, " bad " failures"
    }'
[ "$bad" -eq 0 ]
