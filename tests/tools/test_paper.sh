#!/bin/sh
# What keeps the numbers of the paper true, on a small tree: a digit typed by
# hand and a digit changed in an identifier are found, digits are cut off or
# rounded outward.
set -u

cd "$(dirname "$0")/../.." || exit 1
top=$(pwd)
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

"$top/tools/paper/lint"
say 'the paper as it is' $?

mkdir -p "$work/tools" "$work/paper/sections" "$work/paper/figures" \
    "$work/results/topic"
cp -r "$top/tools/paper" "$work/tools/"
cd "$work" || exit 1
echo '# data: results/topic/a_table.tsv' >paper/figures/one.gp
{
    printf '# id\tname\tquantity\tdigits\tagreed\tlower\tupper\tdigest\n'
    printf 'topic.r1-2\tlambda_1\tq\t2\t-0.12\t-0.1249\t-0.1201\td\n'
    printf 'topic.r1-2\tlambda_2\tq\t4\t0.0001234\t0.00012349\t0.00012341\td\n'
    printf 'topic.none\tlambda_1\tq\t0\t\t-0.01\t0.0299996\td\n'
    printf 'topic.bottom\tlambda_1\tq\t0\t\t-inf\t-inf\td\n'
} >results/values.tsv
printf '# text\n# law\twidth\nplain_one\t1e-3\n' >results/topic/table.tsv

section()
{
    printf '%s\n' "$1" >paper/sections/10-one.tex
}

section 'It is $\val{topic.r1-2}$ and \interval{topic.r1-2/lambda_2} \cite{A1999}.'
tools/paper/lint
say 'a sound section' $?
section 'It is $\val{topic.r1-3}$.'
tools/paper/lint 2>err && false
say 'a digit of an identifier is changed' \
    "$(($? != 1 || $(grep -c '10-one.tex:1: results/ has no topic.r1-3' err) != 1))"
section 'It is 0.12.'
tools/paper/lint 2>err && false
say 'a decimal is typed' "$(($? != 1 || $(grep -c 'typed by hand' err) != 1))"
section 'There are 1650 laws.'
tools/paper/lint 2>err && false
say 'a count is typed' "$(($? != 1))"

tools/paper/numbers >out
has()
{
    grep -qF -e "$2" out
    say "$1" $?
}
has 'digits are cut off' '\lycset{topic.r1-2}{value}{\ensuremath{-0.12\ldots}}'
has 'powers of ten' \
    '\lycset{topic.r1-2/lambda_2}{value}{\ensuremath{1.234\ldots\cdot10^{-4}}}'
has 'rounded outward' \
    '\lycset{topic.r1-2}{interval}{\ensuremath{[-0.12490,-0.12010]}}'
has 'carries' '\lycset{topic.none}{interval}{\ensuremath{[-0.0100,0.0300]}}'
has 'widths are rounded up' '{width}{\ensuremath{4.8\cdot10^{-3}}}'
has 'tables' \
    '\lycset{topic.table}{plain_one/width}{\ensuremath{1\cdot10^{-3}}}'
has 'data of a figure' '\lycset{figure:one}{data}{\code{results/topic/a\_table.tsv}}'
grep -q bottom out && false
say 'no digits of -inf' "$(($? != 1))"

exit $bad
