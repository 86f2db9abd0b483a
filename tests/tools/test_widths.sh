#!/bin/sh
# examples/widths: the lines for two widths, a known value, and failure where
# the program is missing.
set -u

cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

say()
{
    if [ "$2" -eq 0 ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        bad=1
    fi
}

LYAPCERT="$build/lyapcert" examples/widths 6 2 16 >"$work/out"
say 'two widths' $?
say '18 rows and a head' $(($(wc -l <"$work/out") != 19))
grep -q '^he	residual	16	0[.]48931545012' "$work/out"
say 'a known value' $?
grep -q '^xavier	plain	2	-inf	-inf$' "$work/out"
say 'a plain block dies out' $?
LYAPCERT="$work/none" examples/widths 6 2 >"$work/out" 2>&1
say 'a missing program is no success' $(($? == 0))

exit $bad
