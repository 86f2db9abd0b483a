#!/bin/sh
# The gate of `make check` must refuse every report that proves too little.
set -u

cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

# A report with one test case for each argument "name status assertions".
report()
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<testsuites name="Criterion Tests">'
    echo '  <testsuite name="suite" tests="1">'
    for case in "$@"; do
        set -- $case
        echo "    <testcase name=\"$1\" assertions=\"$3\" status=\"$2\">"
        echo '    </testcase>'
    done
    echo '  </testsuite>'
    echo '</testsuites>'
}

# expect NAME EXIT LINE TESTS STATUS < report: LINE is the last line.
expect()
{
    cat >"$work/report"
    last=$(tools/check-report m "$work/report" "$4" "$5" | tail -n 1)
    tools/check-report m "$work/report" "$4" "$5" >/dev/null
    if [ $? -eq "$2" ] && [ "$last" = "m: $3" ]; then
        echo "ok $1"
    else
        echo "not ok $1: \"$last\""
        bad=1
    fi
}

report 'a PASSED 3' 'b PASSED 1' |
    expect 'sound report' 0 '2 passed, 0 failed' 2 0
report 'a PASSED 3' 'a PASSED 1' 'b PASSED 1' |
    expect 'one test with several parameters' 0 '2 passed, 0 failed' 2 0
report 'a PASSED 3' 'b PASSED 0' |
    expect 'test without an assertion' 1 '1 passed, 1 failed' 2 0
report 'a PASSED 3' 'a PASSED 0' |
    expect 'one parameter without an assertion' 1 '0 passed, 1 failed' 1 0
report 'a PASSED 3' |
    expect 'missing test' 1 '1 passed, 1 failed' 2 0
report 'a PASSED 3' 'b PASSED 1' |
    expect 'test that the sources do not have' 1 '2 passed, 1 failed' 1 0
report 'a PASSED 3' 'b FAILED 2' |
    expect 'failed test' 1 '1 passed, 1 failed' 2 1
report 'a PASSED 3' 'b FAILED 2' |
    expect 'failed test, status 0' 1 '1 passed, 1 failed' 2 0
report 'a PASSED 3' 'b ERRORED 0' |
    expect 'crashed test' 1 '1 passed, 1 failed' 2 1
report 'a PASSED 3' 'b SKIPPED 0' |
    expect 'skipped test' 1 '1 passed, 1 failed' 2 0
report 'a PASSED 3' |
    expect 'program that fails after its tests' 1 '1 passed, 1 failed' 1 3
report 'a PASSED 3' 'b PASSED 1' | sed '$d' |
    expect 'report cut short' 1 '2 passed, 1 failed' 2 0
report | expect 'no tests' 1 '0 passed, 1 failed' 0 0
report 'a PASSED many' |
    expect 'unreadable count' 1 '0 passed, 1 failed' 1 0
: | expect 'empty report' 1 '0 passed, 2 failed' 2 0

last=$(tools/check-report m "$work/none" 2 0 | tail -n 1)
if [ "$last" = 'm: 0 passed, 2 failed' ]; then
    echo 'ok no report'
else
    echo "not ok no report: \"$last\""
    bad=1
fi
exit "$bad"
