#!/bin/sh
# The checks of `make lint` that are the project's own, on small trees: each
# fault must be found, at its place, and a sound tree must pass.
set -u

cd "$(dirname "$0")/../.." || exit 1
top=$(pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

# A sound tree: two modules, one statement, one function.
tree()
{
    rm -rf "$work/tree"
    mkdir -p "$work/tree/src/base" "$work/tree/src/certify" \
        "$work/tree/include/lyapcert" "$work/tree/theory" \
        "$work/tree/tools/lint"
    cp "$top/tools/lint/headers.txt" "$work/tree/tools/lint/"
    cd "$work/tree" || exit 1
    cat >include/lyapcert/fan.h <<'END'
#include "lyapcert/dyadic.h"
/* Theorem bracket.main. */
int lyc_bound(int x);
END
    echo '#include "lyapcert/arith.h"' >include/lyapcert/dyadic.h
    echo '#include <flint/arb.h>' >include/lyapcert/arith.h
    cat >src/certify/bound.c <<'END'
#include "lyapcert/fan.h"
#include "certify/bound.h"

static const int table[] =
{
    1,
};

/* Rounded up.
 * Theorem bracket.main, second part. */
/* Theorem bracket.main */
int lyc_bound(int x)
{
    return x + table[0];
}

int lyc_other(int x)
{
    /* Theorem bracket.small */
    return x;
}
END
    echo 'int lyc_bound(int x);' >src/certify/bound.h
    cat >theory/02-bracket.md <<'END'
**Theorem bracket.main** (bound). Text. See Lemma bracket.small.

(embodied by: `lyc_bound`)

**Lemma bracket.small.** Text.

embodied by: `lyc_other`
END
}

# refuses CHECK NAME PATTERN: the check fails and says PATTERN.
refuses()
{
    out=$("$top/tools/lint/$1" . 2>&1)
    status=$?
    if [ $status -ne 0 ] && echo "$out" | grep -q "$3"; then
        echo "ok $1: $2"
    else
        echo "not ok $1: $2: status $status, $out"
        bad=1
    fi
}

accepts()
{
    if out=$("$top/tools/lint/$1" . 2>&1); then
        echo "ok $1: $2"
    else
        echo "not ok $1: $2: $out"
        bad=1
    fi
}

tree
accepts links 'sound tree'
accepts includes 'sound tree'
accepts text 'sound tree'

sed -i 's|^/\* Theorem bracket.main \*/|/* Theorem bracket.mian */|' \
    src/certify/bound.c
refuses links 'code names an unknown theorem' \
    'bound.c:11: bracket.mian is stated nowhere'
tree
sed -i '/^\/\* Theorem/d' src/certify/bound.c
refuses links 'theorem names a function without its comment' \
    '02-bracket.md:3: lyc_bound does not name bracket.main'
tree
sed -i 's/lyc_bound/lyc_bond/' theory/02-bracket.md
refuses links 'theorem names an unknown function' \
    '02-bracket.md:3: no function lyc_bond'
refuses links 'theorem does not list a function' \
    'bound.c:11: bracket.main does not list lyc_bound'
tree
sed -i 's/bracket.small[.][*]/bracket.main.*/' theory/02-bracket.md
refuses links 'two statements with one id' \
    'bracket.main is stated at theory/02-bracket.md:1 too'
tree
sed -i 's/See Lemma bracket.small/See Lemma setting.none/' theory/02-bracket.md
refuses links 'chapter mentions an unknown theorem' \
    '02-bracket.md:1: setting.none is stated nowhere'
tree
mv theory/02-bracket.md theory/03-other.md
refuses links 'statement in a foreign chapter' \
    '"bracket.main" stands in chapter other'
tree
sed -i 's/bracket.main [*]/bracket.main, part 1 */' src/certify/bound.c
refuses links 'comment of another form' 'bound.c:11: a theorem comment is'
tree
echo '/* Theorem bracket.main */' >>src/certify/bound.c
refuses links 'comment without a function' 'bound.c:22: no function follows'
tree
sed -i 's/bracket.main[.] /setting.none. /' include/lyapcert/fan.h
refuses links 'header mentions an unknown theorem' 'fan.h:2: setting.none'

tree
echo '#include "lyapcert/fan.h"' >src/base/low.c
refuses includes 'base includes a header of certify' \
    'low.c:1: base includes "lyapcert/fan.h" of certify'
tree
echo '#include "certify/bound.h"' >src/base/low.c
refuses includes 'base includes a private header of certify' 'low.c:1: base'
tree
echo '#include "lyapcert/claims.h"' >src/certify/more.c
refuses includes 'the kernel includes claims' 'more.c:1: the trusted kernel'
tree
echo '#include <flint/arb.h>' >src/certify/more.c
refuses includes 'arb included directly' 'more.c:1: include "lyapcert/arith.h"'
tree
echo '#include "nowhere.h"' >src/certify/more.c
refuses includes 'header that is not there' 'more.c:1: "nowhere.h"'
tree
echo 'int lyc_x;' >include/lyapcert/unheard.h
refuses includes 'header without a module' 'unheard.h:1: add this header'
tree
mkdir src/extra
echo 'int lyc_x;' >src/extra/x.c
refuses includes 'folder that is no module' 'x.c:1: "extra" is no module'

tree
seq 401 | sed 's/.*/int a&;/' >src/base/long.c
refuses text 'file of 401 lines' 'long.c: 401 lines'
tree
printf '/* in /%s/someone/x */\n' home >src/base/path.c
refuses text 'path of a machine' 'path.c:1:'
tree
printf '/* %s later */\n' 'TO''DO' >src/base/later.c
refuses text 'note to do it later' 'later.c:1:'
tree
printf 'int a;\t\n' >src/base/tab.c
refuses text 'blanks at the end of a line' 'tab.c:1:'

tree
cat >src/certify/more.c <<'END'
/* fmin(x, y) and x < y ? x : y are words here. */
double lyc_more(double x, double y, const double *z)
{
    int n = x < y ? 1 : 2;
    y = y < INFINITY ? y : INFINITY; /* NaN gives INFINITY */
    return z[n] < y ? y - x : lyc_min_down(x, z[n]);
}
END
accepts extremes 'bounds that keep NaN'
echo 'double lyc_worst(double x, double y) { return fmax(x, y); }' \
    >>src/certify/more.c
refuses extremes 'fmax' 'more.c:8: fmin and fmax leave NaN out'
tree
printf '    arf_min(low, low, t);\n' >src/certify/more.c
refuses extremes 'arf_min' 'more.c:1: arf_min and arf_max leave NaN out'
tree
printf '    low =\n        z[i + 1] <= low ? z[i + 1]\n            : low;\n' \
    >src/certify/more.c
refuses extremes 'lesser of two, on three lines' 'more.c:1: "z'
tree
printf 'low = x > low ? low : x;\n' >src/certify/more.c
refuses extremes 'lesser of two, the other way round' 'more.c:1: "x>low'
tree
printf '    if (w->low[i] < low)\n        low = w->low[i];\n' >src/certify/more.c
refuses extremes 'lesser of two by an assignment' 'more.c:1: this leaves NaN'

exit "$bad"
