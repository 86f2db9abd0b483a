#!/bin/sh
# One digit changed in a chapter: `make verify` says which claim, where, and
# what is certified instead.
set -u

cd "$(dirname "$0")/../.." || exit 1
build=$(realpath "${BUILD:-build}")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0
cp -r Makefile mk theory "$work/"
cd "$work" || exit 1
chapter=theory/07-collocation.md

say()
{
    if [ "$2" -eq 0 ]; then
        echo "ok $1"
    else
        echo "not ok $1: $out"
        bad=1
    fi
}

# The command is not built anew: there are no sources here.
verify()
{
    out=$(env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS \
        make -o "$build/lyapcert" B="$build" verify CHAPTER=collocation 2>&1)
}

verify
say 'the chapter as it is' $?

# The last digit but one of a claim's interval.
line=$(grep -n '^prove *pair_top:' $chapter | cut -d : -f 1)
sed -i "${line}s/\\(.*\\)4\\([0-9],\\)/\\15\\2/; ${line}s/\\(.*\\)4\\([0-9]\\]\\)/\\15\\2/" \
    $chapter
verify
test $? -ne 0 &&
    echo "$out" | grep -q "^$chapter:$line: collocation.pair_top: DISPROVED" &&
    echo "$out" | grep -q 'value \[1.143311035' &&
    echo "$out" | grep -qx 's DISPROVED'
say 'a digit of a claim' $?

# The number of a theorem that the front matter uses.
cp "$OLDPWD/$chapter" $chapter
sed -i 's/^uses: \[bracket.upper/uses: [bracket.upper2/' $chapter
verify
test $? -ne 0 && echo "$out" | grep -q \
    "^$chapter:[0-9]*:1: front matter: bracket.upper2 is stated in no chapter"
say 'a digit of an id' $?

exit "$bad"
