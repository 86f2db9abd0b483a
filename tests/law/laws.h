/* Laws from texts, for tests. */
#ifndef TESTS_LAW_LAWS_H
#define TESTS_LAW_LAWS_H

#include <criterion/criterion.h>

#include "lyapcert/law.h"

/* Parses text, which must be a good one, into law (initialised here). */
void law_of(lyc_law_t law, const char *text);

/* Status of parsing text; its message goes to message (256 bytes). */
lyc_verdict_t status_of(char *message, const char *text);

/* The canonical text of the law that text defines; to be freed. */
char *canonical(const char *text);

/* Asserts that two texts define the same law. */
void same_law(const char *a, const char *b);

#endif
