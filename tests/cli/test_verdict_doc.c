/* doc/verdicts.md: every command of its tables ends as its row says. */
#define _XOPEN_SOURCE 700

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(verdict_doc, .fini = remove_folder);

static int word_of(const char *row)
{
    for (int v = LYC_PROVED; v <= LYC_FAILURE; v++)
    {
        const char *word = lyc_verdict_word((lyc_verdict_t)v);
        size_t n = strlen(word);
        if (strncmp(row, "| ", 2) == 0 && strncmp(row + 2, word, n) == 0 &&
            row[2 + n] == ' ')
        {
            return v;
        }
    }
    return -1;
}

/* The text between the first and the last backquote of the last cell. */
static int command_of(char *command, const char *row)
{
    const char *end = strrchr(row, '`');
    const char *begin = strstr(row, "| `");
    if (begin == NULL || end <= begin + 3)
    {
        return 0;
    }
    begin += 3;
    memcpy(command, begin, (size_t)(end - begin));
    command[end - begin] = '\0';
    return 1;
}

/* Indented lines of the page are the preparation. */
static void read_page(lyc_text_t preparation, char rows[][1024], int *count)
{
    FILE *f = fopen("doc/verdicts.md", "r");
    char line[1024];
    cr_assert_not_null(f, "run from the top of the source tree");
    while (fgets(line, sizeof line, f) != NULL)
    {
        if (strncmp(line, "    ", 4) == 0)
        {
            lyc_text_add(preparation, line + 4);
        }
        else if (word_of(line) >= 0 && strchr(line, '`') != NULL)
        {
            cr_assert_lt(*count, 80);
            strcpy(rows[(*count)++], line);
        }
    }
    fclose(f);
}

/* The status of `preparation; command` in the test's folder. */
static int shell(const char *preparation, const char *command)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_printf(t,
                    "lyapcert() { \"$PROGRAM\" \"$@\"; }\ncd '%s' || exit\n"
                    "exec 2>/dev/null\n{ %s\n} >/dev/null\n"
                    "{ %s ; } >last",
                    path_of("."), preparation, command);
    int status = system(t->bytes);
    lyc_text_clear(t);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Test(verdict_doc, every_command_ends_as_it_says, .timeout = 120)
{
    static char rows[80][1024];
    char command[1024], *program;
    int count = 0;
    lyc_text_t preparation;
    lyc_text_init(preparation);
    read_page(preparation, rows, &count);
    cr_assert_geq(count, 27);
    program = getenv("LYAPCERT") != NULL
                  ? realpath(getenv("LYAPCERT"), NULL)
                  : realpath(LYC_BUILD "/lyapcert", NULL);
    cr_assert_not_null(program);
    setenv("PROGRAM", program, 1);
    free(program);
    for (int i = 0; i < count; i++)
    {
        cr_assert(command_of(command, rows[i]), "%s", rows[i]);
        int status = shell(preparation->bytes, command);
        cr_expect_eq(status, word_of(rows[i]), "%s: %d", command, status);
    }
    lyc_text_clear(preparation);
}
