/* Every file of tests/negative/laws is refused with the message that its
 * first line gives. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/laws.h"

#define FOLDER "tests/negative/laws"
#define MARK "# MALFORMED "

static void check_file(const char *name)
{
    const char *line_end;
    lyc_text_t path, text, expected;
    lyc_source source = {name, NULL, 0, 1};
    lyc_law_t law;
    lyc_diag_t d;

    lyc_text_init(path);
    lyc_text_init(text);
    lyc_text_init(expected);
    lyc_diag_init(d);
    lyc_law_init(law);
    lyc_text_printf(path, "%s/%s", FOLDER, name);
    cr_assert(lyc_text_read_file(text, path->bytes, d));
    cr_assert_eq(strncmp(text->bytes, MARK, strlen(MARK)), 0, "%s", name);
    line_end = strchr(text->bytes, '\n');
    cr_assert_not_null(line_end, "%s", name);
    lyc_text_printf(expected, "%s:", name);
    lyc_text_add_n(expected, text->bytes + strlen(MARK),
                   (size_t)(line_end - text->bytes) - strlen(MARK));

    source.bytes = text->bytes;
    source.length = text->length;
    cr_assert_eq(lyc_law_parse(law, &source, d), 0, "%s is accepted", name);
    cr_assert_eq(d->status, LYC_MALFORMED, "%s: %s", name, d->text);
    cr_assert_str_eq(d->text, expected->bytes);
    cr_assert_eq(law->length, 0);
    cr_assert_null(law->text);

    lyc_text_clear(path);
    lyc_text_clear(text);
    lyc_text_clear(expected);
    lyc_diag_clear(d);
    lyc_law_clear(law);
}

Test(negative, every_file)
{
    DIR *folder = opendir(FOLDER);
    const struct dirent *file;
    int files = 0;

    cr_assert_not_null(folder, "run from the root of the repository");
    while ((file = readdir(folder)) != NULL)
        if (strstr(file->d_name, ".lyap") != NULL)
        {
            check_file(file->d_name);
            files++;
        }
    closedir(folder);
    cr_assert_geq(files, 80);
}

Test(negative, an_empty_text)
{
    char message[256];

    cr_assert_eq(status_of(message, ""), LYC_MALFORMED);
    cr_assert_str_eq(message, "test:1:1: expected 'law name = ...', found the "
                              "end of the text");
}

/* 10 MB on one line: one short message, with its place. */
Test(negative, ten_megabytes_of_garbage)
{
    const char *units[] = {"(", "a", "1 ", "@", "{[1,2;", "\x01", "--", "1,"};
    size_t n = 10000000, i, k;
    char message[256];
    char *text = lyc_malloc(n + 1);

    for (k = 0; k < sizeof units / sizeof *units; k++)
    {
        size_t length = strlen(units[k]);

        memcpy(text, "law a = ", 8);
        for (i = 8; i < n; i++)
            text[i] = units[k][(i - 8) % length];
        text[n] = 0;
        cr_assert_eq(status_of(message, text), LYC_MALFORMED, "%s", units[k]);
        cr_assert_eq(strncmp(message, "test:1:", 7), 0);
        cr_assert_lt(strlen(message), 150);
    }
    free(text);
}
