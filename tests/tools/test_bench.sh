#!/bin/sh
# `make bench QUICK=1` runs every section of bench/, and each leaves a file of
# numbers: no cell missing, none that is no number.
set -u

cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

verdict()
{
    if [ "$1" -eq 0 ]; then
        printf 'ok %s\n' "$2"
    else
        printf 'not ok %s\n' "$2"
        bad=1
    fi
}

rm -f "$build"/bench/*.tsv
env -u MAKEFLAGS -u MFLAGS make -s bench QUICK=1 "B=$build" \
    >"$work/out" 2>"$work/err"
status=$?
[ "$status" -eq 0 ] || cat "$work/out" "$work/err"
verdict "$status" 'make bench QUICK=1'

for source in bench/*.c; do
    section=$(basename "$source" .c)
    awk -F '\t' '
    function problem(text)
    {
        printf "%s:%d: %s\n", FILENAME, FNR, text
        bad = 1
    }
    NF == 0 { next }
    $1 == "law" { columns = NF; sheets++; next }
    NF != columns { problem("columns are missing") }
    {
        rows++
        for (j = 2; j <= NF; j++)
            if ($j !~ /^-?[0-9]+([.][0-9]+)?(e[-+][0-9]+)?$/)
                problem("\"" $j "\" is no number")
    }
    END { exit bad || !sheets || rows < sheets }
    ' "$build/bench/$section.tsv"
    verdict $? "numbers of section $section"
done

"$build/bench/planar" --quick >"$work/out" 2>"$work/err"
[ $? -eq 3 ] && grep -q '^usage: ' "$work/err"
verdict $? 'a section without a file is refused'
"$build/bench/planar" --quick "$work/none/x.tsv" >"$work/out" 2>"$work/err"
[ $? -eq 4 ] && grep -q 'x.tsv' "$work/err"
verdict $? 'a file that cannot be written is a failure'
exit "$bad"
