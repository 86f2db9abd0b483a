#!/bin/sh
# examples/widths: the lines for two widths, a known value, and failure where
# the program is missing.
set -eu

cd "$(dirname "$0")/../.."
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

LYAPCERT="$build/lyapcert" examples/widths 6 2 16 >"$work/out"
[ "$(wc -l <"$work/out")" -eq 19 ] || {
    echo "expected 18 rows" >&2
    exit 1
}
grep -q '^he	residual	16	0[.]48931545012' "$work/out"
grep -q '^xavier	plain	2	-inf	-inf$' "$work/out"
if LYAPCERT="$work/none" examples/widths 6 2 >"$work/out" 2>/dev/null; then
    echo "a missing program is no success" >&2
    exit 1
fi
