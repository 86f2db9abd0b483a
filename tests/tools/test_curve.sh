#!/bin/sh
# Bands of tools/curve: they cover the range, their certificates hold and are
# about them.
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

LYAPCERT=$build/lyapcert CERTS=$work/certs tools/curve \
    '{[0,1;b,1],[0,1;-b,1]}' 0.75 1 0.06 4 64 >"$work/bands"
verdict $? 'the bands are computed'

awk -F '\t' '
NR == 1 { at = 0.75; next }
$1 != at || $3 >= $4 || $4 - $3 > 0.06 || length($5) != 64 { bad = 1 }
{ at = $2 }
END { exit !(NR > 4 && at == 1 && !bad) }' "$work/bands"
verdict $? 'they cover the range and are as high as asked'

# lambda(1), of random Fibonacci sequences, lies in the last band.
tail -1 "$work/bands" |
    awk -F '\t' '{ exit !($3 < 0.12397 && $4 > 0.12398) }'
verdict $? 'the last one holds a known value'

"$build/lyapcheck" "$work"/certs/*.cert >"$work/checked"
verdict $? 'the certificates hold'

for cert in "$work"/certs/*.cert; do
    sed '/^end$/q' "$cert" | sha256sum | cut -c 1-64
done | sort >"$work/digests"
cut -f 5 "$work/bands" | sed 1d | sort | cmp - "$work/digests"
verdict $? 'they are the ones that the bands name'

LYAPCERT=$build/lyapcert tools/curve '{[0,1;q,1]}' 0 1 >"$work/out" \
    2>"$work/err"
[ $? -eq 3 ] && grep -q "unknown name 'q'" "$work/err" && [ ! -s "$work/out" ]
verdict $? 'a bad law is refused'
exit "$bad"
