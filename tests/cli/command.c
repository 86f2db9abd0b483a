#define _XOPEN_SOURCE 700

#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "cli/command.h"

extern char **environ;

enum
{
    MAX_ARGUMENTS = 40,
    MAX_PATHS = 400
};

static char folder[64];
static char *paths[MAX_PATHS];
static int path_count;

const char *path_of(const char *name)
{
    if (folder[0] == '\0')
    {
        strcpy(folder, "/tmp/lyapcert-test-XXXXXX");
        cr_assert_not_null(mkdtemp(folder));
    }
    cr_assert_lt(path_count, MAX_PATHS);
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    sprintf(path, "%s/%s", folder, name);
    paths[path_count++] = path;
    return path;
}

const char *file_of_bytes(const char *name, const char *bytes, size_t n)
{
    const char *path = path_of(name);
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f);
    cr_assert_eq(fwrite(bytes, 1, n, f), n);
    cr_assert_eq(fclose(f), 0);
    return path;
}

const char *file_of(const char *name, const char *text)
{
    return file_of_bytes(name, text, strlen(text));
}

static int drop(const char *path, const struct stat *s, int type,
                struct FTW *where)
{
    (void)s;
    (void)type;
    (void)where;
    return remove(path);
}

void remove_folder(void)
{
    if (folder[0] != '\0')
    {
        nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
        folder[0] = '\0';
    }
    while (path_count > 0)
    {
        free(paths[--path_count]);
    }
}

static const char *program(void)
{
    const char *p = getenv("LYAPCERT");
    return p == NULL ? LYC_BUILD "/lyapcert" : p;
}

static void read_all(lyc_text_t t, const char *path)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    lyc_text_init(t);
    cr_assert(lyc_text_read_file(t, path, d), "%s", path);
    lyc_diag_clear(d);
}

static int run(const char *out, const char *err, const char *const *arguments)
{
    char *argv[MAX_ARGUMENTS + 2] = {(char *)program()};
    int n = 0, status = 0;
    while (arguments[n] != NULL && n < MAX_ARGUMENTS)
    {
        argv[n + 1] = (char *)arguments[n];
        n++;
    }
    posix_spawn_file_actions_t actions;
    pid_t pid = 0;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out,
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err,
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    cr_assert_eq(posix_spawn(&pid, argv[0], &actions, NULL, argv, environ), 0,
                 "%s does not start", argv[0]);
    posix_spawn_file_actions_destroy(&actions);
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

void ask_into(reply *r, const char *path, const char *const *arguments)
{
    const char *err = path_of("stderr");
    r->status = run(path, err, arguments);
    lyc_text_init(r->out);
    read_all(r->err, err);
}

void ask(reply *r, const char *first, ...)
{
    const char *arguments[MAX_ARGUMENTS + 1] = {first};
    const char *out = path_of("stdout"), *err = path_of("stderr");
    va_list more;
    va_start(more, first);
    for (int n = 1; first != NULL && n < MAX_ARGUMENTS; n++)
    {
        arguments[n] = va_arg(more, const char *);
        if (arguments[n] == NULL)
        {
            break;
        }
    }
    va_end(more);
    r->status = run(out, err, arguments);
    read_all(r->out, out);
    read_all(r->err, err);
}

void reply_clear(reply *r)
{
    lyc_text_clear(r->out);
    lyc_text_clear(r->err);
}

const char *last_line(const reply *r)
{
    static char line[256];
    const char *end = r->out->bytes + r->out->length;
    line[0] = '\0';
    if (end > r->out->bytes && end[-1] == '\n')
    {
        end--;
        const char *begin = end;
        while (begin > r->out->bytes && begin[-1] != '\n')
        {
            begin--;
        }
        size_t n = (size_t)(end - begin);
        n = n < sizeof line ? n : sizeof line - 1;
        memcpy(line, begin, n);
        line[n] = '\0';
    }
    return line;
}

static int verdict_lines(const reply *r)
{
    int n = strncmp(r->out->bytes, "s ", 2) == 0;
    for (const char *s = r->out->bytes; (s = strstr(s, "\ns ")) != NULL; s++)
    {
        n++;
    }
    return n;
}

void expect(reply *r, lyc_verdict_t v)
{
    char line[32];
    snprintf(line, sizeof line, "s %s", lyc_verdict_word(v));
    cr_expect_eq(r->status, (int)v, "status %d, expected %d; stderr: %.300s",
                 r->status, (int)v, r->err->bytes);
    cr_expect_str_eq(last_line(r), line);
    cr_expect_eq(verdict_lines(r), 1);
}

void expect_why(reply *r, lyc_verdict_t v, const char *part)
{
    expect(r, v);
    cr_expect_not_null(strstr(r->err->bytes, part),
                       "'%s' is not in standard error: %.300s", part,
                       r->err->bytes);
}
