#include <stdlib.h>
#include <string.h>

#include "lyapcert/decide.h"

void lyc_certificate_files_init(lyc_certificate_files_t f)
{
    memset(f, 0, sizeof *f);
}

void lyc_certificate_files_clear(lyc_certificate_files_t f)
{
    for (long i = 0; i < f->length; i++)
    {
        free(f->file[i].name);
    }
    free(f->file);
}

int lyc_certificate_files_add(lyc_certificate_files_t f,
                              const lyc_certificate_t c, const char *dir,
                              const char *name, lyc_diag_t d)
{
    lyc_text_t text, path;
    int ok = 1;
    f->file = lyc_realloc(f->file, sizeof *f->file * (size_t)(f->length + 1));
    lyc_certificate_file *file = f->file + f->length++;
    file->name = lyc_strdup(name);
    lyc_text_init(text);
    lyc_text_init(path);
    lyc_certificate_write(text, file->digest, c);
    if (dir != NULL)
    {
        lyc_text_printf(path, "%s/%s", dir, name);
        ok = lyc_text_write_file(path->bytes, text->bytes, text->length, d);
    }
    lyc_text_clear(text);
    lyc_text_clear(path);
    return ok;
}
