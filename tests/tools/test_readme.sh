#!/bin/sh
# The README's session is true: each command after "$ " is run, and must end
# with the verdict and print the lines that the README shows. Numbers may
# differ from one version of a library to another; words may not.
set -u

cd "$(dirname "$0")/../.." || exit 1
PATH=$(realpath "${BUILD:-build}"):$PATH
export PATH
readme=$(pwd)/README.md
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
ln -s "$(pwd)/examples" "$(pwd)/theory" "$work/"
cd "$work" || exit 1
bad=0

# NNN.command and NNN.expected from the indented lines of the README.
awk '
/^    \$ / {
    stem = sprintf("%03d", ++count)
    print substr($0, 7) >(stem ".command")
    printf "" >(stem ".expected")
    next
}
/^    / && stem != "" {
    print substr($0, 5) >(stem ".expected")
    next
}
/./ { stem = "" }' "$readme"

words()
{
    sed -E 's/[0-9a-f]{12,}/HEX/g; s/[0-9]+([.][0-9]+)?(e[-+]?[0-9]+)?/N/g
        s/[[:space:]]+/ /g; /^ ?$/d' "$1"
}

for command in *.command; do
    stem=${command%.command}
    sh "$command" >"$stem.got" 2>&1
    words "$stem.got" >"$stem.got.words"
    words "$stem.expected" >"$stem.expected.words"
    if difference=$(diff "$stem.expected.words" "$stem.got.words") &&
        [ "$(tail -n 1 "$stem.got")" = "$(tail -n 1 "$stem.expected")" ]; then
        printf 'ok %s\n' "$(cat "$command")"
    else
        printf 'not ok %s\n%s\n' "$(cat "$command")" "$difference"
        bad=1
    fi
done
exit "$bad"
