/* Layout of results for people: aligned tables, decimals rounded outward. */
#ifndef LYAPCERT_REPORT_H
#define LYAPCERT_REPORT_H

#include "lyapcert/law.h"
#include "lyapcert/logsum.h"
#include "lyapcert/text.h"

/* ---- tables: rows of cells, columns as wide as their widest cell ---- */

typedef struct
{
    long columns, rows, capacity;
    char **cell; /* rows x columns, row by row; owned */
} lyc_table_struct;
typedef lyc_table_struct lyc_table_t[1];

void lyc_table_init(lyc_table_t t, long columns);
void lyc_table_clear(lyc_table_t t);
/* Appends a row; `cells` holds as many strings as the table has columns. */
void lyc_table_row(lyc_table_t t, const char *const *cells);
/* Columns are separated by `gap` spaces; `indent` spaces begin each line;
 * nothing trails. */
void lyc_table_get_text(lyc_text_t out, const lyc_table_t t, int indent,
                        int gap);

/* Columns that a UTF-8 string takes on a terminal (code points). */
size_t lyc_report_columns(const char *s);

/* The expression E where the self-contained text of a law (see
 * lyc_program_extract) is just `law it = E`, else the text; without the last
 * line end. Appended to out. */
void lyc_report_law(lyc_text_t out, const char *text);

/* "dimension 2, 3 atoms" and a line end. */
void lyc_report_size(lyc_text_t out, const lyc_law_t law);
/* "isotropic: conjugation-invariant because …" on a line of its own, after
 * indent spaces; nothing for other laws. */
void lyc_report_structure(lyc_text_t out, const lyc_law_t law, int indent);

/* s with every run of white space made one space, control characters made
 * `?`, and all but `columns` columns cut out of its middle. */
void lyc_report_shorten(lyc_text_t out, const char *s, size_t columns);

/* ---- numbers ---- */

/* At least x, two significant digits: "9.6e-6"; "0", "inf". x >= 0. */
void lyc_report_width(lyc_text_t out, const arf_t x);

/* Digits after the point that show [lower, upper]; for a single point as many
 * as its decimal has, 1 to min(60, max_digits). */
slong lyc_report_digits(const arf_t lower, const arf_t upper, slong max_digits);

/* "a < name < b" with a at most lower and b at least upper; `<=` where a
 * decimal equals its bound; "name = -inf"; "name unknown". Values known
 * as expressions: lyc_report_exact. */
void lyc_report_between(lyc_text_t out, const char *name, const arf_t lower,
                        const arf_t upper, slong max_digits);

/* "[a, b]", outward; "-inf" and "inf" where lower = upper is infinite. */
void lyc_report_interval(lyc_text_t out, const arf_t lower, const arf_t upper,
                         slong max_digits);

/* "1/2*log(2) = 0.34657359…": the digits shown (at most `digits` after the
 * point) are those of the number, cut, not rounded. "0" for 0. */
void lyc_report_exact(lyc_text_t out, const lyc_logsum_t s, slong digits);

/* Digits after the point worth showing of a number about as large as x: those
 * asked for, significant ones, or (0) those of the width tol > 0, and a few
 * more. */
slong lyc_report_shown(slong digits, double tol, const arf_t x);

/* "0.42 s", "12.3 s", "3 min 20 s". */
void lyc_report_seconds(lyc_text_t out, double seconds);

#endif
