#include <criterion/criterion.h>
#include <dirent.h>
#include <string.h>

#include "certify/certificates.h"

#define FOLDER "tests/negative/certificates"

/* WORD-what.cert must end in WORD. Run from the top of the tree. */
static void check_file(const char *name)
{
    lyc_text_t text, path;
    lyc_diag_t d;
    lyc_certificate_t c;
    lyc_facts_t f;
    lyc_text_init(text);
    lyc_text_init(path);
    lyc_diag_init(d);
    lyc_text_printf(path, FOLDER "/%s", name);
    cr_assert(lyc_text_read_file(text, path->bytes, d), "%s", path->bytes);
    const lyc_verdict_t v =
        test_certificate_check(f, c, text->bytes, text->length);
    const int disproved = strncmp(name, "disproved-", 10) == 0;
    cr_expect(disproved || strncmp(name, "malformed-", 10) == 0, "%s", name);
    cr_expect_eq(v, disproved ? LYC_DISPROVED : LYC_MALFORMED, "%s is %s", name,
                 lyc_verdict_word(v));
    lyc_certificate_clear(c);
    lyc_facts_clear(f);
    lyc_text_clear(text);
    lyc_text_clear(path);
    lyc_diag_clear(d);
}

Test(negative, certificates_that_must_be_rejected)
{
    int count = 0;
    const struct dirent *entry;
    DIR *folder = opendir(FOLDER);
    cr_assert_not_null(folder, "no folder " FOLDER);
    while ((entry = readdir(folder)) != NULL)
    {
        const size_t n = strlen(entry->d_name);
        if (n < 5 || strcmp(entry->d_name + n - 5, ".cert") != 0)
            continue;
        check_file(entry->d_name);
        count++;
    }
    closedir(folder);
    cr_expect_geq(count, 95);
}
