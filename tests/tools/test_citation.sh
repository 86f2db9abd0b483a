#!/bin/sh
# CITATION.cff is valid, and what is not is refused.
set -u

cd "$(dirname "$0")/../.." || exit 1
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

tools/lint/citation
verdict $? 'the file is valid'

# What sed makes of it must be refused, with these words.
refused()
{
    sed "$1" CITATION.cff >"$work/changed.cff"
    cmp -s CITATION.cff "$work/changed.cff" && return 1
    tools/lint/citation "$work/changed.cff" >"$work/said" && return 1
    grep -q "$2" "$work/said"
}

while IFS='|' read -r change words; do
    refused "$change" "$words"
    verdict $? "$words"
done <<'LIST'
/^title/d|without title
/^message/d|without message
/^authors/,/^  -/d|without authors
s/^cff-version.*/cff-version: 1.1.0/|cff-version is not
s/^type.*/type: program/|neither software nor
s/^license.*/license: free/|SPDX
s/^version.*/version: 9.9.9/|that of the Makefile
s/^title/titel/|has no titel
s/^title.*/&\n&/|stands here again
s/^  - name: .*/  - nom: a/|has no nom
s/^  - name: .*/  - affiliation: a/|without a name
s/^keywords:/keywords: one/|expected a list
s/^  - \(Lyapunov.*\)/  - \1\n  - \1/|a keyword stands
s/^title: .*/title: a: b/|plain or a quoted
s/^version/date-released: 2026-13-01\nversion/|YYYY-MM-DD
s/^title/	title/|no tabs
LIST
exit "$bad"
