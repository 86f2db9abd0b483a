/* Outcomes of an interrupted run: used where everything is as it was, and
 * nowhere else. */
#define _XOPEN_SOURCE 700

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "lyapcert/state.h"

static char path[64];

static void make_path(void)
{
    strcpy(path, "/tmp/lyc-state-XXXXXX");
    int file = mkstemp(path);
    cr_assert_geq(file, 0);
    close(file);
    unlink(path);
}

static void remove_path(void)
{
    unlink(path);
}

TestSuite(state, .init = make_path, .fini = remove_path);

static void write_state(void)
{
    lyc_state_t s;
    lyc_text_t why;
    lyc_diag_t d;
    lyc_state_init(s);
    lyc_text_init(why);
    lyc_diag_init(d);
    lyc_state_open(s, path, "all that is asked", why);
    cr_expect_eq(why->length, 0, "%s", why->bytes);
    lyc_state_keep(s, "a.b", 3, "{\"word\": \"P\"}");
    lyc_state_keep(s, "a.b", 11, "x");
    cr_expect_null(lyc_state_recall(s, "a.b", 1));
    cr_assert(lyc_state_save(s, d), "%s", d->text);
    lyc_state_clear(s);
    lyc_text_clear(why);
    lyc_diag_clear(d);
}

/* Reads it back for a run described so; 1 when its outcomes are used. */
static int is_used(const char *what, const char *reason)
{
    lyc_state_t s;
    lyc_text_t why;
    lyc_state_init(s);
    lyc_text_init(why);
    lyc_state_open(s, path, what, why);
    const char *known = lyc_state_recall(s, "a.b", 3);
    int used = known != NULL && strcmp(known, "{\"word\": \"P\"}") == 0;
    cr_expect_eq(used, known != NULL);
    cr_expect_eq(used, reason == NULL);
    cr_expect(reason == NULL ? why->length == 0
                             : strstr(why->bytes, reason) != NULL,
              "%s", why->bytes);
    lyc_state_clear(s);
    lyc_text_clear(why);
    return used;
}

Test(state, goes_on)
{
    write_state();
    cr_expect(is_used("all that is asked", NULL));
}

Test(state, another_run)
{
    write_state();
    cr_expect_not(is_used("all that is askeD", "another program, text"));
}

/* Every byte counts: changed, cut or added. */
Test(state, damaged)
{
    write_state();
    lyc_text_t file, changed;
    lyc_diag_t d;
    lyc_text_init(file);
    lyc_text_init(changed);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(file, path, d));
    for (size_t i = 0; i < file->length; i += 9)
    {
        lyc_text_reset(changed);
        lyc_text_add_n(changed, file->bytes, file->length);
        changed->bytes[i] ^= 1;
        lyc_text_write_file(path, changed->bytes, changed->length, d);
        cr_expect_not(is_used("all that is asked", "it is "), "byte %zu", i);
    }
    for (size_t i = 0; i < file->length; i += 29)
    {
        lyc_text_write_file(path, file->bytes, i, d);
        cr_expect_not(is_used("all that is asked", "it is "), "cut at %zu", i);
    }
    lyc_text_add(file, "\n");
    lyc_text_write_file(path, file->bytes, file->length, d);
    cr_expect_not(is_used("all that is asked", "it is "));
    lyc_text_clear(file);
    lyc_text_clear(changed);
    lyc_diag_clear(d);
}

Test(state, finished)
{
    lyc_state_t s;
    lyc_text_t why;
    write_state();
    lyc_state_init(s);
    lyc_text_init(why);
    lyc_state_open(s, path, "all that is asked", why);
    lyc_state_finish(s);
    cr_expect_neq(access(path, F_OK), 0);
    lyc_state_clear(s);
    lyc_text_clear(why);
}

/* Without a file nothing is kept. */
Test(state, closed)
{
    lyc_state_t s;
    lyc_diag_t d;
    lyc_state_init(s);
    lyc_diag_init(d);
    lyc_state_keep(s, "a", 0, "x");
    cr_expect_null(lyc_state_recall(s, "a", 0));
    cr_expect(lyc_state_save(s, d));
    lyc_state_clear(s);
    lyc_diag_clear(d);
}
