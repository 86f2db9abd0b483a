#include <stdlib.h>
#include <string.h>

#include "lyapcert/decide.h"

/* 1 when the statement's exponents belong to several laws. */
static int several_laws(const lyc_statement_t s)
{
    long law = -1;
    for (long i = 0; i < s->leaves; i++)
    {
        if (s->leaf[i].k > 0 && law >= 0 && s->leaf[i].law != law)
        {
            return 1;
        }
        law = s->leaf[i].k > 0 ? s->leaf[i].law : law;
    }
    return 0;
}

/* Laws are counted in the order in which the statement names them. */
static long law_number(const lyc_statement_t s, long law)
{
    long number = 1;
    for (long i = 0; i < s->leaves && s->leaf[i].law != law; i++)
    {
        int is_first = s->leaf[i].k > 0;
        for (long j = 0; j < i; j++)
        {
            is_first &= s->leaf[j].k == 0 || s->leaf[j].law != s->leaf[i].law;
        }
        number += is_first;
    }
    return number;
}

void lyc_statement_certificate_path(lyc_text_t path, const lyc_statement_t s,
                                    const lyc_library_t lib,
                                    const lyc_leaf *leaf)
{
    const char *name = lib->known[leaf->law].name;
    lyc_text_add(path, s->id);
    if (several_laws(s))
    {
        if (name != NULL)
        {
            lyc_text_printf(path, ".%s", name);
        }
        else
        {
            lyc_text_printf(path, ".law-%ld", law_number(s, leaf->law));
        }
    }
    lyc_text_printf(path, ".%ld.cert", (long)leaf->k);
}

int lyc_statement_leaf_is_repeated(const lyc_statement_t s, long i)
{
    for (long j = 0; j < i; j++)
    {
        if (s->leaf[j].law == s->leaf[i].law && s->leaf[j].k == s->leaf[i].k)
        {
            return 1;
        }
    }
    return 0;
}

static int add_one(lyc_certificate_files_t files, const lyc_statement_t s,
                   const lyc_library_t lib, const char *dir,
                   const lyc_leaf *leaf, lyc_diag_t d)
{
    lyc_known *known = lib->known + leaf->law;
    lyc_enclosure_struct *e = known->enclosure + known->best[leaf->k - 1];
    lyc_certificate_struct *c = e->certificate;
    lyc_text_t path;
    lyc_text_init(path);
    free(c->statement);
    c->statement = lyc_strdup(s->id);
    lyc_statement_certificate_path(path, s, lib, leaf);
    int ok = lyc_certificate_files_add(files, c, dir, path->bytes, d);
    lyc_text_clear(path);
    return ok;
}

int lyc_statement_add_certificates(lyc_certificate_files_t files,
                                   const lyc_statement_t s,
                                   const lyc_library_t lib, const char *dir,
                                   lyc_diag_t d)
{
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        const lyc_enclosure_struct *e =
            leaf->k == 0 ? NULL : lyc_library_best(lib, leaf->law, leaf->k);
        if (e == NULL || e->certificate->conclusions == 0 ||
            lyc_statement_leaf_is_repeated(s, i))
        {
            continue;
        }
        if (!add_one(files, s, lib, dir, leaf, d))
        {
            return 0;
        }
    }
    return 1;
}
