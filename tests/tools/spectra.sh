#!/bin/sh
# spectra.sh BUILD [BUDGET_3 [BUDGET_4 [PART...]]]
#
# The whole spectra of the laws that random_law prints: three atoms, d = 3,
# seeds 1 to 10, and d = 4, seeds 1 to 4, and the same laws as I + A/2. One line a
# law with the width of every exponent, cones, seconds of processor and wall
# and peak memory; every certificate is checked by lyapcheck. A budget is a
# number of seconds (60, 180) or, with `cones` behind it, of cones for each
# gauge, which gives the same widths on any machine. Then median and worst
# width of lambda_1, and the worst ratio of the widest exponent to it. The rows
# stay in BUILD/spectra.tsv. A PART is one of 3, 3-half, 4 and 4-half; without one
# it is all of them.
# Status 1 when an exponent has no enclosure or a certificate is refused.
set -u
export LC_ALL=C
build=${1:?usage: spectra.sh BUILD [BUDGET_3 [BUDGET_4]]}
three=${2:-60}
four=${3:-180}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
trap 'exit 4' HUP INT TERM
parts='3 3-half 4 4-half'
if [ $# -gt 3 ]; then
    shift 3
    parts=$*
fi
bad=0
table=$build/spectra.tsv
head='law\tseed\twidth_1\twidth_2\twidth_3\twidth_4\tcones\tseconds'
[ -r "$table" ] || printf '%b\n' "$head" >"$table"

# lines.txt: exponent K LOWER UPPER WIDTH …; cones N; seconds S
run()
{
    law=$("$build/tools/random_law" "$1" "$2" ${3:+"$3"}) || exit 4
    case $4 in
    *cones) limits="--max-seconds 100000 --max-cones ${4%cones}" ;;
    *) limits="--max-seconds $4 --max-memory 2G" ;;
    esac
    # shellcheck disable=SC2086
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" \
        "$build/lyapcert" bound "$law" --tol 1e-9 $limits --quiet --json \
        --cert "$work/cert" >"$work/json" 2>/dev/null
    "$build/tools/json_spectrum" <"$work/json" >"$work/lines" || exit 4
    checked=refused
    "$build/lyapcheck" "$work/cert" >"$work/checked" 2>&1 && checked=checked
    tail -n 1 "$work/time" | awk -v seed="$1" -v kind="$2${3:+ $3}" \
        -v checked="$checked" -v out="$work/widths" -v table="$table" '
        NR == FNR { cpu = $1 + $2; wall = $3; memory = $4 / 1024; next }
        $1 == "exponent" { width[$2] = $5; if ($2 > d) d = $2 }
        $1 == "cones" { cones = $2 }
        END {
            printf "%-7s %4d ", kind, seed
            for (k = 1; k <= d; k++) {
                printf " %9.2e", width[k]
                if (!(width[k] + 0 < 1e300) || width[k] == "inf") bad = 1
                if (width[k] + 0 > worst) worst = width[k] + 0
            }
            for (; k <= 4; k++) printf " %9s", ""
            printf " %9s %7.1f %7.1f %6.0f  %s\n", cones, cpu, wall, memory,
                checked
            print width[1], worst / width[1] >>out
            gsub(" ", "-", kind)
            printf "%s\t%d\t%s\t%s\t%s\t%s\t%d\t%.1f\n", kind, seed,
                width[1], width[2], width[3], d == 4 ? width[4] : "-", cones,
                cpu >>table
            exit bad || checked != "checked"
        }' - "$work/lines" || bad=$((bad + 1))
}

summary()
{
    sort -g "$work/widths" | awk -v kind="$1" '
        { width[NR] = $1; if ($2 > ratio) ratio = $2 }
        END {
            printf "%s: median width of lambda_1 %.2e, worst %.2e; ", kind,
                (width[int((NR + 1) / 2)] + width[int(NR / 2) + 1]) / 2,
                width[NR]
            printf "the widest exponent up to %.1f times as wide\n\n", ratio
        }'
    : >"$work/widths"
}

printf '%-7s %4s  %9s %9s %9s %9s %9s %7s %7s %6s\n' law seed width_1 width_2 \
    width_3 width_4 cones cpu_s wall_s MiB
: >"$work/widths"
for part in $parts; do
    dim=${part%-half}
    kind=${part#"$dim"}
    seeds='1 2 3 4 5 6 7 8 9 10'
    budget=$three
    [ "$dim" -eq 3 ] || { seeds='1 2 3 4' && budget=$four; }
    awk -F '\t' -v part="$part" '$1 != part' "$table" >"$work/table" &&
        cp "$work/table" "$table"
    for seed in $seeds; do
        run "$seed" "$dim" "${kind#-}" "$budget"
    done
    summary "$part"
done
echo "$bad failures"
[ "$bad" -eq 0 ]
