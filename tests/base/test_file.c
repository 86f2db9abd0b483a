#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "lyapcert/text.h"

static char folder[512];
static char path[600];

static void make_folder(void)
{
    const char *root = getenv("TMPDIR");

    cr_assert(snprintf(folder, sizeof folder, "%s/lyc-test-XXXXXX",
                       root != NULL ? root : ".") < (int)sizeof folder);
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);
}

static int count_files(void)
{
    DIR *d = opendir(folder);
    struct dirent *entry;
    int n = 0;

    cr_assert_not_null(d);
    while ((entry = readdir(d)) != NULL)
        n += entry->d_name[0] != '.';
    closedir(d);
    return n;
}

static void remove_folder(void)
{
    unlink(path);
    cr_assert_eq(rmdir(folder), 0, "%s is not empty", folder);
}

static void assert_content(const char *bytes, size_t n)
{
    lyc_diag_t d;
    lyc_text_t t;

    lyc_diag_init(d);
    lyc_text_init(t);
    lyc_text_add(t, "before");
    cr_assert_eq(lyc_text_read_file(t, path, d), 1);
    cr_assert_eq(t->length, n);
    cr_assert_eq(memcmp(t->bytes, bytes, n), 0);
    lyc_text_clear(t);
    lyc_diag_clear(d);
}

static void write_content(const char *bytes, size_t n)
{
    lyc_diag_t d;

    lyc_diag_init(d);
    cr_assert_eq(lyc_text_write_file(path, bytes, n, d), 1);
    cr_assert_eq(d->is_set, 0);
    lyc_diag_clear(d);
}

Test(file, round_trip)
{
    size_t i, n = 300000;
    char *bytes = malloc(n);

    cr_assert_not_null(bytes);
    for (i = 0; i < n; i++)
        bytes[i] = (char)(i * i % 251);
    make_folder();
    write_content("old", 3);
    write_content(bytes, n);
    assert_content(bytes, n);
    write_content("", 0);
    assert_content("", 0);
    cr_assert_eq(count_files(), 1);
    free(bytes);
    remove_folder();
}

Test(file, a_link_stays_a_link)
{
    char link_path[600];
    struct stat info;

    make_folder();
    write_content("old", 3);
    snprintf(link_path, sizeof link_path, "%s/link", folder);
    cr_assert_eq(symlink("file", link_path), 0);
    {
        lyc_diag_t d;

        lyc_diag_init(d);
        cr_assert_eq(lyc_text_write_file(link_path, "new", 3, d), 1);
        lyc_diag_clear(d);
    }
    cr_assert_eq(lstat(link_path, &info), 0);
    cr_assert(S_ISLNK(info.st_mode));
    assert_content("new", 3);
    unlink(link_path);
    remove_folder();
}

static void assert_refused(const char *where)
{
    lyc_diag_t d;

    lyc_diag_init(d);
    cr_assert_eq(lyc_text_write_file(where, "new", 3, d), 0, "%s", where);
    cr_assert_eq(d->is_set, 1);
    cr_assert_eq(d->status, LYC_FAILURE);
    cr_assert_not_null(strstr(d->text, where));
    lyc_diag_clear(d);
}

Test(file, refused_places)
{
    make_folder();
    assert_refused("/nonexistent-folder/file");
    assert_refused(folder);
    assert_refused("/dev/full");
    assert_refused("");
    cr_assert_eq(count_files(), 0);
    remove_folder();
}

/* The disk is full: the limit on the size of files stands in for it. */
Test(file, a_failed_write_leaves_the_old_file)
{
    struct rlimit limit;
    lyc_diag_t d;
    size_t n = 100000;
    char *bytes = calloc(n, 1);

    cr_assert_not_null(bytes);
    make_folder();
    write_content("old", 3);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = 4096;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    lyc_diag_init(d);
    cr_assert_eq(lyc_text_write_file(path, bytes, n, d), 0);
    cr_assert_eq(d->status, LYC_FAILURE);
    lyc_diag_clear(d);
    limit.rlim_cur = limit.rlim_max;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_content("old", 3);
    cr_assert_eq(count_files(), 1);
    free(bytes);
    remove_folder();
}

static void assert_unreadable(const char *where)
{
    lyc_diag_t d;
    lyc_text_t t;

    lyc_diag_init(d);
    lyc_text_init(t);
    cr_assert_eq(lyc_text_read_file(t, where, d), 0);
    cr_assert_eq(d->status, LYC_FAILURE);
    lyc_text_clear(t);
    lyc_diag_clear(d);
}

Test(file, unreadable_files)
{
    assert_unreadable("/nonexistent-folder/file");
    assert_unreadable(".");
}
