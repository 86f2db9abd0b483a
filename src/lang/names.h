/* An index from names to positions, on the search trees of <search.h>. */
#ifndef LYAPCERT_LANG_NAMES_H
#define LYAPCERT_LANG_NAMES_H

/* Position of name, or -1. */
long lyc_names_find(void *const *root, const char *name);

/* Adds a name that is not there yet; name is copied. */
void lyc_names_add(void **root, const char *name, long position);

void lyc_names_clear(void **root);

/* 1 for words of the language, which may not be defined. */
int lyc_names_reserved(const char *name);

#endif
