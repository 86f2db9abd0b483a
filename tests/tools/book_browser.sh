#!/bin/sh
# The book in folder $1, opened by a browser without a window: no errors, no
# page wider than its window, the search finds every id, every statement in the
# graph can be reached by a click. CHROMIUM names the browser.
set -u

book=$(realpath "$1") || exit 1
here=$(cd "$(dirname "$0")" && pwd)
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser ||
    command -v google-chrome)}
if [ -z "$browser" ]; then
    echo 'skip the book in a browser: no chromium: make deps-dev'
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

pages=$(cd "$book" && ls ./*.html | sed 's|^\./||; s|\.html$||' | tr '\n' ',')
# Files may look into files here, so that the frame can be looked into. Root
# has no sandbox.
"$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$work/profile" --allow-file-access-from-files \
    --enable-logging=stderr --virtual-time-budget=600000 --timeout=300000 \
    --dump-dom \
    "file://$here/book_browser.html?book=file://$book&pages=${pages%,}" \
    >"$work/dom" 2>"$work/log"

sed -n '/^<pre id="report">/,/^<\/pre>/p; /<pre id="report">/,/<\/pre>/p' \
    "$work/dom" | sed 's/.*<pre id="report">//; s/<.*//' |
    grep -E '^(ok|not ok|done)' | sort -u >"$work/report"
grep -v '^done' "$work/report"
if ! grep -q '^done' "$work/report"; then
    echo 'not ok the tests of the browser came to their end'
    tail -n 5 "$work/log"
fi
# What a page writes into the console is an error of ours.
if grep 'CONSOLE' "$work/log"; then
    echo 'not ok the console is empty'
else
    echo 'ok the console is empty'
fi
