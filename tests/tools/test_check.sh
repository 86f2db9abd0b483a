#!/bin/sh
# tools/check on a small tree whose test programs are scripts.
set -u

cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0
mkdir -p "$work/tools" "$work/tests/a" "$work/tests/b" "$work/build/tests" \
    "$work/tests/tools"
cp tools/check tools/check-report "$work/tools/"
cd "$work" || exit 1
printf 'Test(a, one)\nTest(a, two)\n' >tests/a/test_a.c
printf 'Test(b, one)\nint helper(void);\n' >tests/b/test_b.c

# program FOLDER STATUS TEST…: a program that reports the tests as passed.
program()
{
    folder=$1 status=$2
    shift 2
    {
        echo '#!/bin/sh'
        echo 'out=${1#--xml=}'
        echo 'cat >"$out" <<END'
        echo "<testsuites>"
        echo "<testsuite name=\"$folder\">"
        for name in "$@"; do
            echo "<testcase name=\"$name\" assertions=\"1\" status=\"PASSED\">"
        done
        echo "</testsuites>"
        echo END
        echo "exit $status"
    } >"build/tests/$folder"
    chmod +x "build/tests/$folder"
}

# expect NAME STATUS LINE [ARG…]
expect()
{
    name=$1 status=$2 line=$3
    shift 3
    out=$(tools/check build "$@" 2>&1)
    got=$?
    last=$(echo "$out" | tail -n 1)
    if [ "$got" -eq "$status" ] && [ "$last" = "$line" ]; then
        echo "ok $name"
    else
        echo "not ok $name: status $got, \"$last\""
        bad=1
    fi
}

program a 0 one two
program b 0 one
expect 'two sound folders' 0 '3 passed, 0 failed' --programs
expect 'one folder' 0 '1 passed, 0 failed' --programs b
expect 'folder that is not there' 1 '0 passed, 1 failed' --programs c
program b 1 one
expect 'program with a bad status' 1 '3 passed, 1 failed' --programs
program b 0
expect 'program that reports no test' 1 '2 passed, 1 failed' --programs
rm build/tests/b
expect 'program that was not built' 1 '2 passed, 1 failed' --programs
program b 0 one

printf '#!/bin/sh\necho "ok x"\necho "ok y"\n' >tests/tools/test_x.sh
chmod +x tests/tools/test_x.sh
expect 'script that passes' 0 '5 passed, 0 failed'
printf '#!/bin/sh\necho "ok x"\necho "not ok y"\n' >tests/tools/test_x.sh
expect 'script that says not ok' 1 '4 passed, 1 failed'
printf '#!/bin/sh\necho "ok x"\nexit 1\n' >tests/tools/test_x.sh
expect 'script with a bad status' 1 '4 passed, 1 failed'
printf '#!/bin/sh\necho "ok x"\necho "skip y: no z"\n' >tests/tools/test_x.sh
expect 'script that skips' 0 '4 passed, 0 failed'
if echo "$out" | grep -qx '1 skipped' &&
    echo "$out" | grep -qx 'test_x: not tried: y: no z'; then
    echo 'ok what is skipped is counted and named'
else
    echo "not ok what is skipped is counted and named: $out"
    bad=1
fi
printf '#!/bin/sh\necho "skip y: no z"\n' >tests/tools/test_x.sh
expect 'script that skips all' 0 '3 passed, 0 failed'
printf '#!/bin/sh\necho fine\n' >tests/tools/test_x.sh
expect 'script without a test' 1 '3 passed, 1 failed'
rm tests/a/* tests/b/*
expect 'no tests at all' 1 'make check: no tests/*/test_*.c'

exit "$bad"
