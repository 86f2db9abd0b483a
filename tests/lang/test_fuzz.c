/* Token soups and mutated texts: parsed or refused, with a short printable
 * message, and nothing else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/parsing.h"
#include "lyapcert/arith.h"

#define SEEDS 20000

static const char *const soup[] = {
    "law ",
    "let ",
    "prove ",
    "a",
    "b",
    "I",
    "pi",
    "1",
    "2",
    "0.5",
    "1/2",
    "=",
    ":",
    ",",
    ";",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "+",
    "-",
    "*",
    "/",
    "^",
    "<",
    "<=",
    ">=",
    "==",
    "in",
    " ",
    "\n",
    "\n  ",
    "..",
    "~",
    "fresh",
    "lambda",
    "sqrt",
    "#",
    "\r\n",
    "[0,1;1,1]",
    "{1/2:",
    "x-y",
    "e9",
    "theorem t (A):\n  ",
    "assume ",
    "conclude ",
    " for k in ",
    "\ninstance t: A = ",
    "\ninstances t: A ~ f(",
    "), count=2",
    "A",
    "k",
};

static const char *const good_theorem =
    "theorem half (A):\n"
    "  assume norm(A) <= 1/2\n"
    "  conclude lambda(A, k) <= 1 for k in 1..dim(A)\n"
    "instance half: A = {[1], [2]}\n"
    "instances half: A ~ f(dim=2, norm<=1/2, odd), count=3, seed=1\n";

static const char *const good_claims =
    "law a = {1/2: [0,1;1,1], # first \xc3\xa9\n"
    "  1/2: [0,1;1,-1]}\n"
    "let s = sqrt(2)/3\n"
    "law b = I + s*fresh(a)^-1 - transpose(a)\n"
    "prove one-two:\n"
    "  abs(lambda(b, 1)) in [0.1, 2.5e-1]\n"
    "open three: lambda({a, [1,2;3,4]}, 2) <= log(2)\n";

static void make_soup(lyc_text_t t, flint_rand_t state)
{
    ulong n = 1 + n_randint(state, 40);

    lyc_text_add(t, n_randint(state, 3) == 0 ? "" : "law a = ");
    while (n-- > 0)
        lyc_text_add(t, soup[n_randint(state, sizeof soup / sizeof *soup)]);
}

static void make_mutant(lyc_text_t t, flint_rand_t state)
{
    const char *good = n_randint(state, 2) == 0 ? good_claims : good_theorem;
    size_t length = strlen(good), i, from, to;
    ulong n = 1 + n_randint(state, 4);

    from = n_randint(state, 4) == 0 ? n_randint(state, length) : 0;
    to = n_randint(state, 4) == 0 ? from + n_randint(state, length - from)
                                  : length;
    lyc_text_add_n(t, good + from, to - from);
    for (i = 0; i < n && t->length > 0; i++)
        t->bytes[n_randint(state, t->length)] = (char)n_randint(state, 256);
}

static void check_message(const lyc_diag_t d, ulong seed)
{
    const char *p;

    cr_assert_eq(d->status, LYC_MALFORMED, "seed %lu", (unsigned long)seed);
    cr_assert_eq(strncmp(d->text, "t:", 2), 0);
    cr_assert_lt(strlen(d->text), 250);
    for (p = d->text; *p != 0; p++)
        cr_assert(*p >= 0x20 && *p < 0x7f, "seed %lu", (unsigned long)seed);
}

/* What parses extracts to a text that parses again. */
static void check_script(const lyc_script_t s, const lyc_source *source,
                         ulong seed)
{
    long i;

    for (i = 0; i < s->program->length; i++)
    {
        lyc_source again = {"again", NULL, 0, 1};
        lyc_program_t p;
        lyc_text_t t;
        lyc_diag_t d;

        lyc_text_init(t);
        lyc_diag_init(d);
        lyc_program_init(p);
        lyc_program_extract(t, s->program, s->program->definition[i].value,
                            source);
        again.bytes = t->bytes;
        again.length = t->length;
        cr_assert(lyc_program_parse(p, &again, d), "seed %lu: %s\n%s",
                  (unsigned long)seed, d->is_set ? d->text : "", t->bytes);
        lyc_program_clear(p);
        lyc_text_clear(t);
        lyc_diag_clear(d);
    }
}

static int try_text(const lyc_text_t t, ulong seed)
{
    lyc_source source = {"t", t->bytes, t->length, 1};
    lyc_script_t s;
    lyc_diag_t d;
    int ok;

    lyc_script_init(s);
    lyc_diag_init(d);
    ok = lyc_script_add(s, &source, d);
    cr_assert_neq(ok, d->is_set);
    if (ok)
        check_script(s, &source, seed);
    else
        check_message(d, seed);
    lyc_script_clear(s);
    lyc_diag_clear(d);
    return ok;
}

Test(fuzz, soups_and_mutants)
{
    int accepted[2] = {0, 0};
    flint_rand_t state;
    ulong seed;

    flint_randinit(state);
    for (seed = 1; seed <= SEEDS; seed++)
    {
        lyc_text_t t;

        lyc_text_init(t);
        if (seed % 2 == 0)
            make_soup(t, state);
        else
            make_mutant(t, state);
        accepted[seed % 2] += try_text(t, seed);
        lyc_text_clear(t);
    }
    flint_randclear(state);
    printf("%d texts, accepted: %d soups, %d mutants\n", SEEDS, accepted[0],
           accepted[1]);
    cr_assert_gt(accepted[0], 20);
    cr_assert_gt(accepted[1], 100);
}
