#!/bin/sh
# The pages of two small chapters: every state, every link, the certificates
# beside them, the same bytes again. The browser is tested by check-book.
set -u

cd "$(dirname "$0")/../.." || exit 1
top=$(pwd)
PATH=$(realpath "${BUILD:-build}"):$PATH
export PATH
bad=0

for tool in pandoc dot; do
    command -v $tool >/dev/null || {
        echo "skip the pages of the book: $tool is missing: make deps-paper"
        exit 0
    }
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

say()
{
    if [ "$2" -eq 0 ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        bad=1
    fi
}

mkdir theory
cat >theory/01-base.md <<'END'
---
title: The base
sources:
  - "Nobody. A theorem. Nowhere 1 (1900) 1-2"
---
# The base

**Theorem base.first.** If $|a|<1$ then $\Bigl(\frac{1}{2}\Bigr)^n\to0$.

*Proof.* Clear. ∎

embodied by: lyc_nothing

**Theorem base.second** (cited). All is well.

```lyap
law a = {[2,1;1,1], [1,1;1,2]}   # < & >
prove  held:    lambda(a, 1) in [0.91, 0.92]
refute naive:   lambda(a, 1) < 1/2
open   sharp:   lambda(a, 1) > 1/2
prove  nothing: lambda([0], 1) - lambda([0], 1) < 1
prove  wrong:   1 < 0
theorem first (A):
  assume   norm(A) <= 1/2
  conclude lambda(A, 1) < 0
instance first: A = [1/3]
theorem hollow (A):
  assume   norm(A) <= 1/2
  conclude lambda(A, 1) < 0
instance hollow: A = [1]
```
END
cat >theory/02-small.md <<'END'
---
title: Small
uses: [base.first, base.second]
---
# Small

As base.first says, and `theory/01-base.md`.

```lyap
prove one: exp(1) < 3
```
END

# weave OPTION...: both chapters into parts/.
weave()
{
    for chapter in theory/*.md; do
        name=$(basename "$chapter" .md | sed 's/^[0-9]*-//')
        mkdir -p parts
        "$top/tools/book/part" lyapcert "$chapter" "parts/$name" --quiet \
            "$@" 2>/dev/null
    done
}

mkdir -p results/topic paper/figures drawn
printf '# Results\n\n[one](topic/a_table.tsv)\n' >results/INDEX.md
echo 1 >results/topic/a_table.tsv
cat >paper/figures/one.gp <<'END'
# A curve, & what
# it says.
# chapter: base
# data: results/topic/a_table.tsv
plot 1
END
echo '<svg/>' >drawn/one.svg

pages() { "$top/tools/book/pages" parts drawn "$1" theory/*.md; }

weave && pages book
say 'two chapters become pages' $?
"$top/tools/book/links" book
say 'links, places and states' $?

# has FILE TEXT
has() { grep -qF -e "$2" "book/$1"; }
for claim in 'claim proved" id="base.held' 'claim refuted" id="base.naive' \
    'claim open" id="base.sharp' 'claim undecided" id="base.nothing' \
    'claim refuted against" id="base.wrong' \
    'claim proved" id="base.first.instances' \
    'claim vacuous" id="base.hollow' \
    'statement proved" id="base.first' \
    'statement assumed" id="base.second'; do
    has base.html "$claim"
    say "a box: $claim" $?
done
has base.html '<a href="small.html">Small</a>' &&
    has small.html 'href="base.html#base.first"' &&
    has small.html '<a href="base.html"><code>theory/01-base.md</code></a>'
say 'chapters lead to each other' $?
has search-index.js '"base.held","base.html#base.held","prove","proved"' &&
    has search-index.js '"base.first.instances"'
say 'ids can be searched' $?
has index.html 'base.html#base.first' && has index.html '<svg '
say 'the graph stands on the first page' $?
for page in base.html figures.html; do
    has $page '<img src="figures/one.svg" alt="A curve, &amp; what it says.">' &&
        has $page 'href="results/topic/a_table.tsv">a_table.tsv</a>'
    say "a figure with its caption and data: $page" $?
done
test -f book/figures/one.svg && test -f book/results/topic/a_table.tsv
say 'figures and tables lie beside the pages' $?
grep -ohE '(href|src)="?[a-z]+:' book/*.html >/dev/null
test $? -ne 0
say 'nothing is asked of a network' $?

(cd book && grep -oE '<code>(lyapcert check|tar xzf) [^<]*' base.html |
    sed 's/<code>//; s/&amp;/\&/g' >commands && [ "$(wc -l <commands)" -ge 4 ] &&
    while read -r command; do
        sh -c "$command" >answer 2>&1 || exit 1
        tail -n 1 answer | grep -qx 's PROVED' || exit 1
    done <commands)
say 'the commands recheck what the pages show' $?
rm -rf book/commands book/answer book/base.first

cp -r parts parts.first && pages again && diff -r book again >/dev/null
say 'the same parts make the same bytes' $?
weave && diff -r parts/base parts.first/base >/dev/null &&
    diff -r parts/small parts.first/small >/dev/null
say 'the same chapters make the same parts' $?

lyapcert verify --json --quiet theory/01-base.md >record.json 2>/dev/null
sed -i 's/0.92\]/0.93]/' theory/01-base.md
weave --decided record.json && pages book && has base.html \
    'claim stale" id="base.held' && "$top/tools/book/links" book
say 'what was decided for another text is stale' $?

# Broken pages are seen.
sed -i 's/ id="base.first"//' book/base.html
"$top/tools/book/links" book | grep -q 'no place base.html#base.first'
say 'a place that is missing' $?
pages book && cp book/base.html book/copy.html &&
    sed -i 's/id="base.held"/id="base.naive"/' book/base.html &&
    "$top/tools/book/links" book | grep -q 'base.naive: the name of two places'
say 'a name given twice' $?
pages book && rm book/style.css &&
    "$top/tools/book/links" book | grep -q 'style.css: is linked'
say 'a file that is missing' $?
pages book && sed -i 's/claim stale"/claim"/' book/base.html &&
    "$top/tools/book/links" book | grep -q 'a box without a state'
say 'a state that is missing' $?
pages book && rm book/figures/one.svg &&
    "$top/tools/book/links" book | grep -q 'figures/one.svg: is linked'
say 'a picture that is missing' $?
# shellcheck disable=SC2016
printf '\nLet $\\nonsense{x}$.\n' >>parts/small/woven.md
pages book >/dev/null 2>&1
test $? -ne 0
say 'a formula that cannot be shown' $?

exit "$bad"
