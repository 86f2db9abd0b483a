#define _XOPEN_SOURCE 700
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command.h"

void command_init(command *c)
{
    c->words = 0;
    c->word = lyc_calloc(1, sizeof c->word[0]);
}

void command_clear(command *c)
{
    for (long i = 0; i < c->words; i++)
        free(c->word[i]);
    free(c->word);
}

void command_add(command *c, const char *word)
{
    c->word = lyc_realloc(c->word, (size_t)(c->words + 2) * sizeof c->word[0]);
    c->word[c->words++] = lyc_strdup(word);
    c->word[c->words] = NULL;
}

void command_add_words(command *c, const char *words)
{
    for (const char *s = words + strspn(words, " "); *s != '\0';
         s += strspn(s, " "))
    {
        const size_t n = strcspn(s, " ");
        lyc_text_t word;
        lyc_text_init(word);
        lyc_text_add_n(word, s, n);
        command_add(c, word->bytes);
        lyc_text_clear(word);
        s += n;
    }
}

static int is_plain(const char *s)
{
    return *s != '\0' && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-_./:,"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(s);
}

void command_get_text(lyc_text_t out, const command *c)
{
    for (long i = 0; i < c->words; i++)
    {
        const char *s = c->word[i];
        lyc_text_add(out, i > 0 ? " " : "");
        if (is_plain(s))
        {
            lyc_text_add(out, s);
            continue;
        }
        lyc_text_add(out, "'");
        for (; *s != '\0'; s++)
            if (*s == '\'')
                lyc_text_add(out, "'\\''");
            else
                lyc_text_add_n(out, s, 1);
        lyc_text_add(out, "'");
    }
}

static int failed(const command *c, const char *what, lyc_diag_t d)
{
    lyc_text_t t;
    lyc_text_init(t);
    command_get_text(t, c);
    lyc_diag_fail(d, LYC_FAILURE, "%s: %s", t->bytes, what);
    lyc_text_clear(t);
    return 0;
}

static _Noreturn void become(const command *c, int out)
{
    if (dup2(out, STDOUT_FILENO) >= 0)
        execv(c->word[0], c->word);
    _exit(127);
}

static int read_all(lyc_text_t out, int from)
{
    char bytes[65536];
    for (;;)
    {
        const ssize_t n = read(from, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        lyc_text_add_n(out, bytes, (size_t)n);
    }
}

int command_run(lyc_text_t out, int *status, const command *c, lyc_diag_t d)
{
    int ends[2], state;
    if (pipe(ends) != 0)
        return failed(c, strerror(errno), d);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0)
    {
        close(ends[0]);
        become(c, ends[1]);
    }
    close(ends[1]);
    const int is_read = child > 0 && read_all(out, ends[0]);
    close(ends[0]);
    if (child < 0 || waitpid(child, &state, 0) != child || !WIFEXITED(state) ||
        !is_read)
        return failed(c, "did not run to its end", d);
    *status = WEXITSTATUS(state);
    return *status != 127 || failed(c, "cannot be run", d);
}

json_t *command_json(const command *c, lyc_diag_t d)
{
    json_t *object = NULL;
    json_error_t error;
    lyc_text_t out;
    int status;
    lyc_text_init(out);
    if (command_run(out, &status, c, d))
    {
        char why[64];
        object = json_loadb(out->bytes, out->length, 0, &error);
        snprintf(why, sizeof why, "ends with status %d", status);
        if (object == NULL || status != 0)
        {
            failed(c, object == NULL ? "prints no JSON" : why, d);
            json_decref(object);
            object = NULL;
        }
    }
    lyc_text_clear(out);
    return object;
}
