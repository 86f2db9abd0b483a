#!/bin/sh
# acceptance.sh BUILD [SECONDS] [FIRST] [LAST] [TOL] [LAWS] [ERROR]
#
# For each seed from FIRST to LAST (1 to 40): the law that random_law prints is
# bounded by `lyapcert bound` within SECONDS (20) to the width TOL (1e-9, which
# uses all the time); lyapcheck alone must prove the same bounds from the
# certificate; and a simulation with a standard error of at most ERROR (1e-3)
# must lie within 5 standard errors of the enclosure. One line a law, then the
# summary of acceptance_summary.sh, which sums up several such tables as well;
# status 1 when anything is wrong. LAWS is another program that prints the law
# of a seed: random_kind.sh, for instance. Laws of the kinds triangular, hidden
# and similar also go through `lyapcert flag`, which must find all subspaces, in
# the same way.
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
summary=$(dirname "$0")/acceptance_summary.sh
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
trap 'exit 4' HUP INT TERM
bad=0

fail()
{
    printf '      FAILED: seed %s: %s\n' "$seed" "$*"
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
        $2 == "-inf" { if (lower[$1] != "-inf") bad = 1; next }
        upper[$1] == "-inf" { bad = 1; next }
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

# The law of $seed by this subcommand: 1 when there is nothing to simulate.
examine()
{
    certificate=$work/$1.cert
    rm -f "$certificate"
    "$build/lyapcert" "$1" "$law" --tol "$tol" --max-seconds "$seconds" \
        --seed "$seed" --json --cert "$certificate" >"$work/json" \
        2>"$work/stderr"
    status=$?
    if ! "$tools/json_spectrum" <"$work/json" >"$work/lines"; then
        fail "$1: no spectrum, status $status: $(cat "$work/stderr")"
        return 1
    fi
    [ "$1" = flag ] ||
        awk -v seed="$seed" -v kind="$kind" -v law="$law" '
        $1 == "exponent" { width[$2] = $5 }
        $1 != "exponent" { value[$1] = $2 }
        END { printf "%4d %-11s %-9s %10.3g %10.3g %8s %8.2f  %s\n", seed,
              kind, value["status"], width[1], width[2], value["cones"],
              value["seconds"], law }' "$work/lines"
    [ "$status" -eq 0 ] || [ "$status" -eq 2 ] || fail "$1: status $status"
    [ "$1" = bound ] || ! grep -q '"irreducible": false' "$work/json" ||
        fail "$1: subspaces not decided"
    [ -e "$certificate" ] || return 1
    "$build/lyapcheck" "$certificate" >"$work/checked" 2>&1 ||
        fail "$1: lyapcheck: $(cat "$work/checked")"
    [ "$(tail -n 1 "$work/checked")" = "s PROVED" ] ||
        fail "$1: lyapcheck verdict"
    same_bounds "$certificate" "$work/checked" ||
        fail "$1: lyapcheck states other bounds"
}

within()
{
    contained ||
        fail "$1: simulation outside: $(tr '\n' ';' <"$work/simulated")"
}

one()
{
    law=$("$laws" "$seed") || exit 4
    kind=$("$laws" "$seed" kind 2>"$work/stderr") || kind=finite
    examine bound || return
    if ! simulate "$law" "$seed"; then
        fail "simulation"
        return
    fi
    within bound
    case $kind in
    triangular | hidden | similar) examine flag && within flag ;;
    esac
}

{
    printf '%4s %-11s %-9s %10s %10s %8s %8s  %s\n' seed kind status width_1 \
        width_2 cones seconds law
    seed=$first
    while [ "$seed" -le "$last" ]; do
        one
        seed=$((seed + 1))
    done
} | tee "$work/table"
"$summary" "$work/table"
