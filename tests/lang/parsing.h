/* Texts to trees, for tests. */
#ifndef TESTS_LANG_PARSING_H
#define TESTS_LANG_PARSING_H

#include <criterion/criterion.h>

#include "lyapcert/claims.h"

/* The tree of an expression (or comparison) as text: (+ (a) (* 2 (b))) and so
 * on; to be freed. The text must be a good one. */
char *tree_of(const char *text);

/* Asserts that text parses to the tree written down. */
void assert_tree(const char *text, const char *tree);

/* Asserts that text is refused as a script, with this message. */
void assert_refused(const char *text, const char *message);

#endif
