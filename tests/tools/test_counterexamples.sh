#!/bin/sh
# The search for least counterexamples finds what is stored, evidence that is
# stored holds, and evidence that is changed does not.
set -u

cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}
stored=examples/counterexamples
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

"$build/tools/counterexamples" "$work" >"$work/out" &&
    diff "$work/out" "$stored/list.tsv" && diff "$work/list.tsv" "$work/out"
verdict $? 'the search finds what is stored'
"$build/lyapcheck" "$work"/*.cert >"$work/checked" &&
    [ "$(ls "$work"/*.cert | wc -l)" -eq 22 ]
verdict $? 'its evidence holds'
"$build/lyapcert" check "$stored"/*.cert >"$work/checked"
verdict $? 'the stored evidence holds'
sed 's/^conclude EXACT 1 .*/conclude EXACT 1 0/' \
    "$stored/invertible-1.residual.cert" >"$work/changed.cert"
"$build/lyapcert" check "$work/changed.cert" >"$work/checked" 2>&1
[ $? -eq 1 ] || [ $? -eq 3 ]
verdict $? 'changed evidence does not'
"$build/tools/counterexamples" "$work/none" >"$work/out" 2>"$work/err"
[ $? -eq 4 ] && [ -s "$work/err" ]
verdict $? 'a folder that is not there is a failure'
exit "$bad"
