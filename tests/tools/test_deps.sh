#!/bin/sh
# `make deps` with a stand-in for apt-get: what it runs, when, and for whom.
set -u

cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0
mkdir "$work/bin" "$work/tree"
cp -r Makefile mk tools "$work/tree/"
cd "$work/tree" || exit 1

# stand-in NAME: reads what it does from standard input.
stand_in()
{
    { echo '#!/bin/sh'; cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

say()
{
    if [ "$2" -eq 0 ]; then
        echo "ok $1"
    else
        echo "not ok $1: $out"
        bad=1
    fi
}

# Runs make afresh, outside of the make that runs this test.
goals()
{
    : >"$work/log"
    out=$(env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS PATH="$work/bin:$PATH" \
        make "$@" 2>&1)
}

stand_in apt-get <<END
sleep 0.2
echo "\$*" >>"$work/log"
END
stand_in id <<'END'
echo 0
END
stand_in apt-cache <<'END'
echo '  Candidate: 2.23.0'
END

goals deps
say 'deps succeeds' $?
head -n 1 "$work/log" | grep -qx update
say 'lists are brought up to date first' $?
grep -q '^install -y .*gcc .*libflint-dev .*libcalcium-dev' "$work/log"
say 'beside FLINT 2, Calcium is installed' $?
echo "$out" | grep -q '^+ apt-get install'
say 'the command is shown' $?

stand_in apt-cache <<'END'
echo '  Candidate: (none)'
END
goals deps
grep '^install' "$work/log" | grep -qv calcium
say 'beside FLINT 3, Calcium is left out' $?

for order in 'deps help' 'help deps' '-j4 deps help'; do
    # shellcheck disable=SC2086
    goals $order
    echo "$out" | awk '/^\+ apt-get install/ { seen = 1 }
        /^usage: make/ { found = 1; exit !seen }
        END { exit !(seen && found) }'
    say "make $order: deps comes first" $?
done

goals deps-paper
grep '^install' "$work/log" | grep -q ' pandoc .*graphviz .*latexmk'
say 'deps-paper: what figures, paper and book need' $?
goals -j4 deps deps-paper help
[ "$(cut -d ' ' -f 1 "$work/log" | tr '\n' ' ')" = \
    'update install update install ' ] &&
    echo "$out" | tail -n 1 | grep -qv '^+ '
say 'make -j4 deps deps-paper help: one after the other' $?

stand_in id <<'END'
echo 1000
END
goals deps
status=$?
test "$status" -ne 0 && test ! -s "$work/log" &&
    echo "$out" | grep -q 'needs root'
say 'not root: refused, nothing run' $?
goals deps help
test $? -ne 0
say 'not root: the other goals are not made' $?

stand_in id <<'END'
echo 0
END
stand_in apt-get <<'END'
exit 100
END
goals deps help
test $? -ne 0 && ! echo "$out" | grep -q '^usage: make'
say 'apt-get fails: the other goals are not made' $?

exit "$bad"
