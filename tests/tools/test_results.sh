#!/bin/sh
# Results: what is stored is consistent, is computed again to the same bytes,
# and one digit that is changed anywhere is noticed.
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
        cat "$work/said"
        bad=1
    fi
}

results()
{
    "$build/tools/results" --program "$build/lyapcert" "$@" >"$work/said" 2>&1
}

results audit
verdict $? 'what is stored is consistent'

mkdir "$work/scratch"
results --only 'collocation.pair' reproduce "$work/scratch" &&
    grep -q '^collocation.pair .*the same bytes\|overlaps' "$work/said"
verdict $? 'a result is computed again'
results --only 'finite-depth.walks' reproduce "$work/scratch"
verdict $? 'a table is computed again'

# A copy of the results in which a filter changes a file; then the command must
# fail and say the words.
copy=$work/results
noticed()
{
    file=$1
    change=$2
    words=$3
    shift 3
    eval "$change" <"results/$file" >"$copy/$file"
    cmp -s "results/$file" "$copy/$file" && return 1
    results --folder "$copy" "$@"
    status=$?
    cp "results/$file" "$copy/$file"
    [ "$status" -eq 1 ] && grep -q "$words" "$work/said"
}
cp -r results "$copy" || exit 1

# In the first line with these words: one digit of the last dyadic, the first
# from 2 to 9, is made less.
lessen()
{
    awk -v words="$1" '
    index($0, words) && !done {
        done = match($0, /[0-9]+[*]2\^-?[0-9]+[^*]*$/)
        for (i = done; substr($0, i, 1) < 2; i++)
            ;
        $0 = substr($0, 1, i - 1) (substr($0, i, 1) - 1) substr($0, i + 1)
    }
    { print }'
}

# A digit of the second coefficient of a polynomial.
coefficient()
{
    awk '
    /^evidence collocation/ { at = NR + 3 }
    at && NR == at {
        digit = substr($0, 4, 1) == "7" ? "8" : "7"
        $0 = substr($0, 1, 3) digit substr($0, 5)
    }
    { print }'
}

json=collocation/pair.json
cert=collocation/pair.cert
noticed $json "sed 's/\"lower\": \"1.14/\"lower\": \"1.13/'" \
    'collocation.pair .*WRONG.*lambda_1' audit
verdict $? 'a digit of a decimal'
noticed $json 'lessen upper_exact' 'collocation.pair .*WRONG' audit
verdict $? 'a digit of an exact bound'
noticed $json "sed 's/\"digest\": \"./\"digest\": \"x/'" 'another digest' audit
verdict $? 'a digit of a digest'
noticed $json "sed 's/\"agreed\": \"1.14/\"agreed\": \"1.15/'" 'digits or agreed' \
    audit
verdict $? 'a digit that is said to agree'
noticed $json "sed 's/--digits 100/--digits 101/'" 'WRONG: .*command' \
    --only collocation.pair reproduce "$work/scratch"
verdict $? 'a digit of the command'
noticed $cert "lessen 'conclude BOUNDS exponent 1'" 'another digest' audit
verdict $? 'a digit of a conclusion'
noticed $cert coefficient 'another digest' audit
verdict $? 'a digit of the evidence'
noticed INDEX.md "sed 's/1.1319882/1.1319883/'" 'INDEX.md: is not' audit
verdict $? 'a digit of the index'
noticed values.tsv "sed 's/1.1319882/1.1319883/'" 'values.tsv: is not' audit
verdict $? 'a digit of the values'
noticed finite-depth/walks.tsv "sed '4s/[.]/.9/'" \
    'finite-depth.walks .*WRONG: line 4, column' --only finite-depth.walks \
    reproduce "$work/scratch"
verdict $? 'a digit of a table'
noticed recipes/collocation.recipe "sed 's/1], .3,1/1], [4,1/'" \
    'the recipe says something else' audit
verdict $? 'a digit of a law'
: >"$copy/collocation/stray.json"
results --folder "$copy" audit
[ $? -eq 1 ] && grep -q 'stray.json: no recipe' "$work/said"
verdict $? 'a file that no recipe makes'
rm "$copy/collocation/stray.json"

# The certificate by itself, where its digest is not at hand.
lessen 'conclude BOUNDS exponent 1' <"results/$cert" >"$work/changed.cert"
coefficient <"results/$cert" >"$work/evidence.cert"
for changed in changed evidence; do
    "$build/lyapcert" check "$work/$changed.cert" >"$work/said" 2>&1
    [ $? -eq 1 ] && ! cmp -s "results/$cert" "$work/$changed.cert"
    verdict $? "lyapcert check refuses the certificate: $changed"
done

# What is up to date stays; what is not is computed.
fresh()
{
    results --folder "$copy" --sources "$1" --only collocation.pair update &&
        grep -q "^collocation.pair .*$2" "$work/said"
}
fresh first computed && fresh first 'up to date' && fresh second computed
verdict $? 'sources decide what is up to date'
# Another version of the libraries may round otherwise.
provenance=collocation/pair.provenance
[ "$(grep -E '^(flint|mpfr) ' "results/$provenance")" != \
    "$(grep -E '^(flint|mpfr) ' "$copy/$provenance")" ] ||
    { cmp -s "results/$json" "$copy/$json" &&
        cmp -s "results/$cert" "$copy/$cert"; }
verdict $? 'and the same libraries give the same bytes'
sed 's/^title  A positive pair$/title  Another/' \
    results/recipes/collocation.recipe >"$copy/recipes/collocation.recipe"
fresh second computed && grep -q '"title": "Another"' "$copy/$json"
verdict $? 'so does the recipe'

# Recipes that are wrong: the line is named.
refused()
{
    mkdir -p "$work/wrong/recipes"
    printf "$1" >"$work/wrong/recipes/a.recipe"
    results --folder "$work/wrong" audit
    [ $? -eq 3 ] && grep -q "a.recipe:$2:1: " "$work/said"
}
while IFS='|' read -r line text; do
    refused "$text" "$line"
    verdict $? "refused: $text"
done <<'LIST'
1|title a\n
1|result b\ntitle a\nrun bound\n
3|result b\ntitle a\nsize 3\n
1|result b\ntitle a\nkind data\nscript x\n
2|result b\nkind other\n
2|result b\nfor k from 1\n
2|result b\nfor k in 1..0\n
5|result b\ntitle a\nrun bound\nlaw [2]\nlaw [3]\n
1|result b\ntitle a\nrun bound\nlaw [2]\nneeds a.c\n
6|result b\ntitle a\nrun bound\nlaw [2]\n\nresult b/c\n
LIST
exit "$bad"
