#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/chapter.h"

static int is_id_byte(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '_';
}

/* 1 when a statement's heading word stands before s, white space between. */
static int is_headed(const char *begin, const char *s)
{
    static const char *const word[] = {"Theorem", "Lemma", "Proposition",
                                       "Corollary", "Definition"};
    const char *end = s;
    while (end > begin && isspace((unsigned char)end[-1]))
    {
        end--;
    }
    for (size_t i = 0; i < sizeof word / sizeof word[0] && end < s; i++)
    {
        size_t n = strlen(word[i]);
        if ((size_t)(end - begin) >= n && memcmp(end - n, word[i], n) == 0)
        {
            return 1;
        }
    }
    return 0;
}

int lyc_chapter_states(const lyc_chapter_t c, const char *id)
{
    for (long i = 0; i < c->script->length; i++)
    {
        if (strcmp(c->script->claim[i].name, id) == 0)
        {
            return 1;
        }
    }
    for (long i = 0; i < c->script->theorems; i++)
    {
        if (strcmp(c->script->theorem[i].name, id) == 0)
        {
            return 1;
        }
    }
    lyc_text_t full;
    lyc_text_init(full);
    lyc_text_printf(full, "%s.%s", c->name, id);
    const char *s = c->text->bytes;
    int found = 0;
    while (!found && (s = strstr(s, full->bytes)) != NULL)
    {
        found = !is_id_byte(s[full->length]) && is_headed(c->text->bytes, s);
        s++;
    }
    lyc_text_clear(full);
    return found;
}

/* The path of the chapter `name` (n bytes) beside c's file, NULL if none. */
static char *beside(const lyc_chapter_t c, const char *name, size_t n)
{
    const char *slash = strrchr(c->file, '/');
    lyc_text_t dir, path;
    lyc_text_init(dir);
    lyc_text_init(path);
    lyc_text_add_n(dir, c->file,
                   slash == NULL ? 0 : (size_t)(slash - c->file) + 1);
    DIR *folder = opendir(dir->length == 0 ? "." : dir->bytes);
    struct dirent *entry;
    while (folder != NULL && path->length == 0 &&
           (entry = readdir(folder)) != NULL)
    {
        const char *s = entry->d_name;
        while (isdigit((unsigned char)*s))
        {
            s++;
        }
        s = s > entry->d_name && *s == '-' ? s + 1 : entry->d_name;
        if (strncmp(s, name, n) == 0 && strcmp(s + n, ".md") == 0)
        {
            lyc_text_printf(path, "%s%s", dir->bytes, entry->d_name);
        }
    }
    if (folder != NULL)
    {
        closedir(folder);
    }
    char *found = path->length == 0 ? NULL : lyc_strdup(path->bytes);
    lyc_text_clear(dir);
    lyc_text_clear(path);
    return found;
}

/* 1: stated; 0: not, or the chapter beside c cannot be read. */
static int stated_beside(const lyc_chapter_t c, const char *name, size_t n,
                         const char *id)
{
    char *path = beside(c, name, n);
    if (path == NULL)
    {
        return 0;
    }
    lyc_chapter_t other;
    lyc_diag_t ignored;
    lyc_chapter_init(other);
    lyc_diag_init(ignored);
    int found =
        lyc_chapter_read(other, path, ignored) && lyc_chapter_states(other, id);
    lyc_chapter_clear(other);
    lyc_diag_clear(ignored);
    free(path);
    return found;
}

int lyc_chapter_check_uses(const lyc_chapter_t c,
                           const lyc_chapter_struct *chapters, long n,
                           lyc_diag_t d)
{
    for (long i = 0; i < c->uses_length; i++)
    {
        const char *dot = strchr(c->uses[i], '.');
        size_t length = (size_t)(dot - c->uses[i]);
        int found = 0, given = 0;
        for (long j = 0; j < n; j++)
        {
            if (strlen(chapters[j].name) == length &&
                memcmp(chapters[j].name, c->uses[i], length) == 0)
            {
                given = 1;
                found = lyc_chapter_states(chapters + j, dot + 1);
            }
        }
        if (!given)
        {
            found = stated_beside(c, c->uses[i], length, dot + 1);
        }
        if (!found)
        {
            lyc_place place = {c->file, c->uses_line[i], 1};
            return lyc_diag_set(d, LYC_MALFORMED, place,
                                "front matter: %s is stated in no chapter",
                                c->uses[i]);
        }
    }
    return 1;
}
