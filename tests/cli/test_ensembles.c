/* Ensembles by the command: the same table for any number of processes and
 * after an interruption, expected words, JSON. */
#define _XOPEN_SOURCE 700

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(ensembles, .fini = remove_folder);

#define QUICK                                                                  \
    "ensemble quick: A ~ finite_laws(commuting), count=12, full=15, seed=3\n"
#define SLOW                                                                   \
    "ensemble slow: A ~ finite_laws(atoms=3..4, irreducible, "                 \
    "near_identity=1/10), count=120, seed=4\n"
#define THEOREM                                                                \
    "theorem half (A):\n"                                                      \
    "  assume   norm(A) <= 1/2\n"                                              \
    "  conclude abs(lambda(I + A, k)) <= abs(lambda(A, k)) for k in 1..2\n"    \
    "instance  half: A = {[1/4,1/8;0,1/4], [0,1/4;-1/4,0]}\n"                  \
    "instances half: A ~ finite_laws(irreducible, norm<=3/4), count=7, "       \
    "full=8\n"

static const char *chapter(const char *front, const char *statements)
{
    char text[2048];
    snprintf(text, sizeof text, "%s# Laws\n\n```lyap\n%s```\n", front,
             statements);
    return file_of("laws.md", text);
}

/* Standard output without times: the table of ensembles and what follows it, up
 * to the line of claims, and the columns of theorems but the last. */
static void table_of(lyc_text_t out, const reply *r)
{
    const char *s = strstr(r->out->bytes, "laws.half");
    const char *end = s == NULL ? NULL : strstr(s, " s\n");
    if (end != NULL)
    {
        const char *time = end;
        while (time > s && !(time[-1] == ' ' && time[-2] == ' '))
        {
            time--;
        }
        lyc_text_add_n(out, s, (size_t)(time - s));
    }
    s = strstr(r->out->bytes, "readings: ");
    cr_assert_not_null(s, "%s", r->out->bytes);
    end = strstr(s, "\nproved ");
    cr_assert_not_null(end);
    lyc_text_add_n(out, s, (size_t)(end - s));
}

static void expect_same_table(const reply *a, const reply *b)
{
    lyc_text_t one, two;
    lyc_text_init(one);
    lyc_text_init(two);
    table_of(one, a);
    table_of(two, b);
    cr_expect_str_eq(one->bytes, two->bytes);
    lyc_text_clear(one);
    lyc_text_clear(two);
}

Test(ensembles, same_for_any_number, .timeout = 120)
{
    reply one, two;
    const char *laws = chapter(
        "", THEOREM QUICK
        "ensemble other: A ~ finite_laws(irreducible), count=9, seed=5\n");
    ask(&one, "verify", "-j", "1", laws, NULL);
    expect(&one, LYC_PROVED);
    ask(&two, "verify", "-j", "2", laws, NULL);
    expect(&two, LYC_PROVED);
    expect_same_table(&one, &two);
    reply_clear(&two);
    ask(&two, "verify", "--threads", "7", "--quiet", laws, NULL);
    expect(&two, LYC_PROVED);
    cr_expect_eq(two.err->length, 0, "%s", two.err->bytes);
    expect_same_table(&one, &two);
    cr_expect_not_null(strstr(one.out->bytes, "laws.quick  PROVED  12"));
    cr_expect_not_null(strstr(one.out->bytes, "21 laws, 105 readings, 0 und"));
    reply_clear(&one);
    reply_clear(&two);
}

Test(ensembles, full, .timeout = 60)
{
    reply r;
    ask(&r, "verify", "--full", chapter("", THEOREM QUICK), NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(strstr(r.out->bytes, "15 laws, 75 readings"));
    cr_expect_not_null(strstr(r.out->bytes, "laws.half  PROVED  9 "));
    reply_clear(&r);
}

/* Runs the command until it is interrupted after some time. */
static void interrupt_after(reply *r, double seconds, const char *state,
                            const char *laws)
{
    const char *out = path_of("out"), *err = path_of("err");
    const char *program = getenv("LYAPCERT");
    struct timespec pause = {(time_t)seconds,
                             (long)(1e9 * (seconds - (int)seconds))};
    int status = 0;
    pid_t pid = fork();
    if (pid == 0)
    {
        if (freopen(out, "w", stdout) == NULL ||
            freopen(err, "w", stderr) == NULL)
        {
            _exit(99);
        }
        execl(program == NULL ? LYC_BUILD "/lyapcert" : program, "lyapcert",
              "verify", "-j", "2", "--resume", state, laws, (char *)NULL);
        _exit(98);
    }
    cr_assert_gt(pid, 0);
    nanosleep(&pause, NULL);
    cr_assert_eq(kill(pid, SIGINT), 0);
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_assert(WIFEXITED(status), "%x", (unsigned)status);
    lyc_diag_t d;
    lyc_diag_init(d);
    lyc_text_init(r->out);
    lyc_text_init(r->err);
    cr_assert(lyc_text_read_file(r->out, out, d));
    cr_assert(lyc_text_read_file(r->err, err, d));
    lyc_diag_clear(d);
    r->status = WEXITSTATUS(status);
}

Test(ensembles, interrupted_and_resumed, .timeout = 300)
{
    reply whole, part, rest;
    const char *laws = chapter("", THEOREM QUICK SLOW);
    const char *state = path_of("laws.state");
    interrupt_after(&part, 1.5, state, laws);
    expect(&part, LYC_UNDECIDED);
    cr_expect_not_null(strstr(part.out->bytes, "laws.slow   UNDECIDED"), "%s",
                       part.out->bytes);
    cr_expect_not_null(strstr(part.err->bytes, "laws were not reached"));
    cr_assert_eq(access(state, R_OK), 0);
    /* Another command neither uses nor removes it. */
    ask(&rest, "verify", "--resume", state, "--full", "--method", "determinant",
        laws, NULL);
    expect_why(&rest, LYC_UNDECIDED, "not used: it is of another program");
    cr_expect_null(strstr(rest.out->bytes, "of an earlier run"));
    cr_assert_eq(access(state, R_OK), 0);
    reply_clear(&rest);
    ask(&rest, "verify", "--resume", state, laws, NULL);
    expect(&rest, LYC_PROVED);
    cr_expect_not_null(strstr(rest.out->bytes, "of an earlier run"));
    /* What is done leaves nothing behind. */
    cr_expect_neq(access(state, F_OK), 0);
    ask(&whole, "verify", laws, NULL);
    expect(&whole, LYC_PROVED);
    cr_expect_null(strstr(whole.out->bytes, "of an earlier run"));
    expect_same_table(&whole, &rest);
    reply_clear(&whole);
    reply_clear(&part);
    reply_clear(&rest);
}

Test(ensembles, state_of_something_else)
{
    reply r;
    const char *laws = chapter("", QUICK);
    const char *state = file_of("laws.state", "lyapcert-state 1\n");
    ask(&r, "verify", "--resume", state, laws, NULL);
    expect_why(&r, LYC_PROVED, "laws.state: not used: it is not a state file");
    cr_expect_null(strstr(r.out->bytes, "of an earlier run"));
    reply_clear(&r);
    ask(&r, "verify", "--resume", path_of("no/such/x"), laws, NULL);
    expect(&r, LYC_PROVED); /* not interrupted: nothing had to be written */
    reply_clear(&r);
}

#define FRONT "---\ntitle: Laws\nexpected: laws.expected\n---\n"

/* Records the words; the bytes `from` become `to`. */
static void record(const char *laws, const char *from, const char *to)
{
    reply r;
    const char *words = path_of("recorded");
    lyc_text_t text, changed;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_text_init(changed);
    lyc_diag_init(d);
    ask(&r, "verify", "--record", words, laws, NULL);
    expect(&r, LYC_PROVED);
    cr_assert(lyc_text_read_file(text, words, d));
    const char *at = strstr(text->bytes, from);
    cr_assert_not_null(at, "%s", text->bytes);
    lyc_text_add_n(changed, text->bytes, (size_t)(at - text->bytes));
    lyc_text_printf(changed, "%s%s", to, at + strlen(from));
    file_of("laws.expected", changed->bytes);
    reply_clear(&r);
    lyc_text_clear(text);
    lyc_text_clear(changed);
    lyc_diag_clear(d);
}

Test(ensembles, expected, .timeout = 60)
{
    reply r;
    record(chapter("", QUICK), "end", "end");
    const char *laws = chapter(FRONT, QUICK);
    ask(&r, "verify", laws, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(
        strstr(r.out->bytes, "compared with expected words: 12 laws"));
    reply_clear(&r);
    /* The words of a larger run are its own. */
    ask(&r, "verify", "--full", laws, NULL);
    expect(&r, LYC_PROVED);
    cr_expect_not_null(
        strstr(r.out->bytes, "compared with expected words: 12 laws"));
    reply_clear(&r);
    record(chapter("", QUICK), "\nR4 ", "\nR4 1");
    ask(&r, "verify", chapter(FRONT, QUICK), NULL);
    expect_why(&r, LYC_DISPROVED,
               "laws.quick: not as expected: R4 has the "
               "word P on ");
    cr_expect_not_null(strstr(r.out->bytes, "laws.quick  DISPROVED"));
    reply_clear(&r);
}

Test(ensembles, expected_word)
{
    reply r;
    record(chapter("", QUICK), "words\nD", "words\nP");
    ask(&r, "verify", chapter(FRONT, QUICK), NULL);
    expect_why(&r, LYC_DISPROVED,
               "laws.md:8: laws.quick.1: not as expected: R1 is DISPROVED (D), "
               "expected PROVED (P)\n    lyapcert bound '{1/2: [");
    reply_clear(&r);
}

Test(ensembles, no_such_words)
{
    reply r;
    ask(&r, "verify", chapter(FRONT, QUICK), NULL);
    expect_why(&r, LYC_FAILURE, "laws.expected");
    reply_clear(&r);
    file_of("laws.expected", "ensemble other words end\n");
    ask(&r, "verify", chapter(FRONT, QUICK), NULL);
    expect_why(&r, LYC_MALFORMED, "the ensemble 'other' is not in ");
    reply_clear(&r);
}

Test(ensembles, vacuous)
{
    reply r;
    ask(&r, "verify",
        chapter("", "ensemble none: A ~ finite_laws(dim=1, singular, "
                    "entries=0..5, denominator=1), count=4\n"),
        NULL);
    expect_why(&r, LYC_UNDECIDED, "laws.md:4: laws.none: VACUOUS");
    cr_expect_not_null(strstr(r.out->bytes, "laws.none  VACUOUS"));
    reply_clear(&r);
}

Test(ensembles, undecided)
{
    reply r;
    const char *laws = chapter(
        "", "ensemble open: A ~ finite_laws(irreducible), count=2, seed=6\n");
    ask(&r, "verify", "--method", "determinant", laws, NULL);
    expect_why(&r, LYC_UNDECIDED, "laws.open.1: UNDECIDED: R1: margin in [");
    cr_expect_not_null(strstr(r.err->bytes, "    lyapcert bound '{1/2: ["));
    reply_clear(&r);
}

/* Laws have a budget of their own; claims keep theirs. */
Test(ensembles, seconds_of_a_law)
{
    reply r;
    const char *laws = chapter(
        "", "prove fast: lambda({[2,1;1,1],[3,1;2,1]}, 1) < 2\n"
            "ensemble other: A ~ finite_laws(irreducible), count=3, seed=5\n");
    ask(&r, "verify", "--law-seconds", "1e-9", laws, NULL);
    expect(&r, LYC_UNDECIDED);
    cr_expect_not_null(strstr(r.out->bytes, "proved 1, disproved 0"), "%s",
                       r.out->bytes);
    reply_clear(&r);
    ask(&r, "verify", "--law-seconds", "0", laws, NULL);
    expect(&r, LYC_MALFORMED);
    reply_clear(&r);
    ask(&r, "bound", "--law-seconds", "1", "[1,0;0,1]", NULL);
    expect(&r, LYC_MALFORMED);
    reply_clear(&r);
}

Test(ensembles, json)
{
    reply r;
    ask(&r, "verify", "--json", chapter("", QUICK), NULL);
    cr_assert_eq(r.status, 0);
    json_t *o = json_loads(r.out->bytes, 0, NULL);
    const char *id, *result;
    json_int_t laws, proved, disproved, recalled;
    cr_assert_eq(json_unpack(o, "{s:[{s:s, s:s, s:I, s:{s:{s:I, s:I}}}], s:I}",
                             "ensembles", "id", &id, "result", &result, "laws",
                             &laws, "readings", "R1", "proved", &proved,
                             "disproved", &disproved, "recalled", &recalled),
                 0, "%s", r.out->bytes);
    cr_expect_str_eq(id, "laws.quick");
    cr_expect_str_eq(result, "PROVED");
    cr_expect_eq(laws, 12);
    cr_expect_eq(proved + disproved, 12);
    cr_expect_eq(recalled, 0);
    json_decref(o);
    reply_clear(&r);
}

Test(ensembles, usage)
{
    static const char *const bad[][2] = {
        {"-j", "0"}, {"-j", "x"}, {"--resume", ""}, {"--record", ""}};
    const char *laws = chapter("", QUICK);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    {
        reply r;
        ask(&r, "verify", bad[i][0], bad[i][1], laws, NULL);
        expect_why(&r, LYC_MALFORMED, bad[i][0]);
        reply_clear(&r);
    }
    reply r;
    ask(&r, "bound", "--full", "[1]", NULL);
    expect_why(&r, LYC_MALFORMED, "--full");
    reply_clear(&r);
    ask(&r, "verify", "--record", path_of("no/such/file"), laws, NULL);
    expect_why(&r, LYC_FAILURE, "no/such/file");
    reply_clear(&r);
}
