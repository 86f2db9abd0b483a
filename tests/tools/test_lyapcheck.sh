#!/bin/sh
# lyapcheck: what it prints above the conclusions, its option, and irrational
# matrices of ten rows, also by way of `lyapcert bound`.
set -u

cd "$(dirname "$0")/../.." || exit 1
PATH=$(realpath "${BUILD:-build}"):$PATH
export PATH
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
bad=0

# expect STATUS NAME COMMAND...: the exit status and the last line agree.
expect()
{
    status=$1
    name=$2
    shift 2
    "$@" >out 2>err
    got=$?
    case $status in
    0) word=PROVED ;;
    2) word=UNDECIDED ;;
    *) word=MALFORMED ;;
    esac
    if [ "$got" = "$status" ] && [ "$(tail -n 1 out)" = "s $word" ]; then
        printf 'ok %s\n' "$name"
    else
        printf 'not ok %s: status %s\n' "$name" "$got"
        cat out err
        bad=1
    fi
}

# shows NAME LINE: standard output of the last command has the line.
shows()
{
    if grep -Fqx -e "$2" out; then
        printf 'ok %s\n' "$1"
    else
        printf 'not ok %s: no line: %s\n' "$1" "$2"
        cat out
        bad=1
    fi
}

# certificate FILE: of the law on standard input.
certificate()
{
    cat >law
    {
        printf 'lyapcert certificate 1\nstatement a-chapter.claim\nlaw\n'
        sed 's/^/| /' law
        printf 'digest %s\n' "$(sha256sum <law | cut -d ' ' -f 1)"
        printf 'method test\nconclude BOUNDS exponent 1 -inf 1*2^20\n'
        printf 'evidence product 64 1\nend\nprovenance\nend provenance\n'
    } >"$1"
}

certificate last.cert <<'LAW'
law fib = {[0,1;1,1],[0,1;1,-1]}
let s = 3
law z = [1,0; # the first row
         0,s]
LAW
expect 0 'the last law' lyapcheck last.cert
shows 'statement' '  statement a-chapter.claim'
shows 'needed definition' '  let s = 3'
shows 'last law' '  law z = [1,0; 0,s]'
if grep -q fib out; then
    echo 'not ok a law that was not checked is shown'
    bad=1
fi

{
    printf 'law long = {[1]'
    seq -f ',[%.0f]' 2 200 | tr -d '\n'
    printf '}\n'
} | certificate long.cert
expect 0 'a long law' lyapcheck long.cert
grep -q '^  law long = {\[1\],\[2\].*\.\.\. ([0-9]* characters)$' out || {
    echo 'not ok a long law is shortened'
    bad=1
}

expect 0 'a limit that is kept' lyapcheck --max-seconds 60 last.cert
expect 0 'a limit behind =' lyapcheck --max-seconds=60.5 -- last.cert
expect 2 'a limit that is not' lyapcheck --max-seconds 0.000000001 last.cert
for value in 0 -1 1e3 nan inf 1s '' ' 1' . 0x10 1.2.3; do
    expect 3 "--max-seconds '$value'" lyapcheck --max-seconds "$value" last.cert
done
expect 3 'no value' lyapcheck --max-seconds
expect 3 'an unknown option' lyapcheck --fast last.cert

# Ten rows, square roots.
awk 'BEGIN {
    printf "law a = ["
    for (i = 0; i < 100; i++)
        printf "%ssqrt(%d)", i == 0 ? "" : i % 10 == 0 ? ";" : ",", i + 2
    print "]"
}' >ten.lyap
expect 2 'ten irrational rows' \
    lyapcert bound ten.lyap --max-seconds 20 --cert ten.cert
expect 0 'their certificate' lyapcheck ten.cert
sed 's/^evidence .*/evidence rank 64/; /^[0-9-].* .*[0-9]$/d' ten.cert >rank.cert
expect 2 'their rank' lyapcheck rank.cert
exit "$bad"
