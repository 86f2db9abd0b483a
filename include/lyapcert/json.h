/* Results as JSON: numbers are decimal strings rounded outward and exact
 * dyadics, "-inf" where it is so. */
#ifndef LYAPCERT_JSON_H
#define LYAPCERT_JSON_H

#include <jansson.h>

#include "lyapcert/arith.h"
#include "lyapcert/box.h"
#include "lyapcert/facts.h"
#include "lyapcert/text.h"

/* A string; bytes that are not UTF-8 become U+FFFD; NULL becomes null. */
json_t *lyc_json_string(const char *s);
/* object[key] = value; takes the reference. */
void lyc_json_set(json_t *object, const char *key, json_t *value);

/* Sets lower, upper, lower_exact and upper_exact. */
void lyc_json_bounds(json_t *object, const arf_t lower, const arf_t upper);
/* {lower, upper} in decimals only. */
json_t *lyc_json_interval(const arf_t lower, const arf_t upper);
/* A decimal string that is at least the width. */
json_t *lyc_json_width(const arf_t width);
/* Seconds to the millisecond, a JSON number. */
json_t *lyc_json_seconds(double seconds);

/* [{k, lower, upper, …}] of the exponents flagged in wanted (NULL: all);
 * method[k-1] may be NULL. */
json_t *lyc_json_spectrum(const lyc_facts_t facts, const int *wanted,
                          const char *const *method);
/* [{k, lower, upper, …}] of the partial sums with k >= 2 that are bounded
 * and, unless wanted is NULL, wanted. */
json_t *lyc_json_sums(const lyc_facts_t facts, const int *wanted);

/* [{name, lower, upper}], rationals as strings. */
json_t *lyc_json_box(const lyc_box_t box);

/* The object as text with a final line end. 1 on success. */
int lyc_json_get_text(lyc_text_t out, const json_t *object);

#endif
