/* Texts of the language as trees: expressions, and the definitions `law` and
 * `let`. Statements that claim something are read by claims.h. */
#ifndef LYAPCERT_SYNTAX_H
#define LYAPCERT_SYNTAX_H

#include <stddef.h>

#include "lyapcert/diag.h"
#include "lyapcert/text.h"

/* ---- sources ---- */

/* A text to parse. Places are reported as file:(line + first_line - 1), so
 * that a block inside a chapter keeps the chapter's line numbers. */
typedef struct
{
    const char *file;  /* name in messages; "<law>" for the command line */
    const char *bytes; /* borrowed for the life of what is parsed from it */
    size_t length;
    int first_line; /* 1 for a whole file */
} lyc_source;

/* ---- expressions ---- */

typedef enum
{
    LYC_EXPR_NUMBER, /* text: the numeral */
    LYC_EXPR_NAME,   /* text: the name; I and pi are names too */
    LYC_EXPR_MATRIX, /* rows x columns children, row by row */
    LYC_EXPR_LAW,    /* children: weight, value, weight, value, …; the weight
                        is NULL throughout when weights are left out */
    LYC_EXPR_CALL,   /* text: the function; children: arguments */
    LYC_EXPR_NEG,    /* one child */
    LYC_EXPR_BINARY, /* op one of + - * / ^ ; two children */
    LYC_EXPR_COMPARE /* op one of < > l (<=) g (>=) = (==) i (in); two
                         children; `in` has a 1x2 matrix on its right */
} lyc_expr_kind;

typedef struct lyc_expr
{
    lyc_expr_kind kind;
    int op;
    lyc_place place;   /* of the operator of BINARY and COMPARE, of the first
                          token of all others */
    size_t begin, end; /* byte range in the source */
    char *text;
    long rows, columns;
    long length;
    struct lyc_expr **child;
    int height; /* levels below this one, at most LYC_EXPR_MAX_HEIGHT; the
                   first operand of a binary operator adds none, so that a
                   sum may have any number of terms: loop along child[0] of
                   LYC_EXPR_BINARY, recurse into everything else */
} lyc_expr;

/* Deeper nesting, of brackets or of expressions, is MALFORMED. */
#define LYC_EXPR_MAX_HEIGHT 1000

void lyc_expr_free(lyc_expr *e);

/* Where the expression begins (opening parentheses around it left out). */
lyc_place lyc_expr_start(const lyc_expr *e);

/* ---- tokens: scanned once, shared by every parser of statements ---- */

typedef struct
{
    int kind; /* from the grammar's token enumeration; 0 at the end */
    lyc_place place;
    size_t begin, end;
} lyc_token;

typedef struct
{
    lyc_source source;
    lyc_token *token; /* ends with kind 0 */
    long length;      /* without the end token */
} lyc_tokens_struct;
typedef lyc_tokens_struct lyc_tokens_t[1];

void lyc_tokens_init(lyc_tokens_t t);
void lyc_tokens_clear(lyc_tokens_t t);
/* 1 on success; else 0 and d says MALFORMED with place. */
int lyc_tokens_scan(lyc_tokens_t t, const lyc_source *source, lyc_diag_t d);

/* Statements are runs of tokens: a statement ends at the end of its line;
 * inside brackets, or after a line's final `:` with deeper indentation, it
 * goes on. Returns the index one past the last token of the statement that
 * begins at token `from`. */
long lyc_tokens_statement_end(const lyc_tokens_t t, long from);

/* Parses tokens [from, to) as one expression (comparisons included when
 * `comparison` is non-zero). NULL and d on error. */
lyc_expr *lyc_expr_parse(const lyc_tokens_t t, long from, long to,
                         int comparison, lyc_diag_t d);

/* ---- definitions: law NAME = ..., let NAME = ..., forall NAME in [a, b] ----
 */

typedef struct
{
    int is_law;       /* 1: law, 0: let or forall */
    int is_parameter; /* forall NAME in [a, b]; value is the 1x2 matrix */
    char *name;
    lyc_place place;
    lyc_expr *value;
    char *text; /* the whole statement as written, comments and line ends
                   inside brackets included; owned */
} lyc_definition;

typedef struct
{
    lyc_definition *definition;
    long length, capacity;
    void *index; /* name to position */
} lyc_program_struct;
typedef lyc_program_struct lyc_program_t[1];

void lyc_program_init(lyc_program_t p);
void lyc_program_clear(lyc_program_t p);

/* Appends the definition that stands in tokens [from, to). A name may be
 * defined once; reserved words may not be defined. 1 on success. */
int lyc_program_add(lyc_program_t p, const lyc_tokens_t t, long from, long to,
                    lyc_diag_t d);

/* Definition i, a parameter, becomes `forall NAME in [lower, upper]`; the ends
 * are numbers of the language. */
void lyc_program_set_range(lyc_program_t p, long i, const char *lower,
                           const char *upper);

/* Parses a text of `law`, `let` and `forall` definitions only. 1 on success. */
int lyc_program_parse(lyc_program_t p, const lyc_source *source, lyc_diag_t d);

/* Index of the definition of name, or -1. */
long lyc_program_find(const lyc_program_t p, const char *name);

/* 1 when every name in e is I, pi or defined in p; else MALFORMED with the
 * place of the first that is not. */
int lyc_program_names_known(const lyc_program_t p, const lyc_expr *e,
                            lyc_diag_t d);

/* The self-contained text of a law: every definition that `e` needs, in order
 * and as written, then `law NAME = <e as written>`; appended to out. `source`
 * is the text that e was parsed from. NAME is `it` (`it_2`, … where that is
 * taken), or, where e is just the name of a law, that law's definition stands
 * last instead. An `e` that goes over several lines is put in parentheses. The
 * text parses with lyc_program_parse and its last law is the law of e. */
void lyc_program_extract(lyc_text_t out, const lyc_program_t p,
                         const lyc_expr *e, const lyc_source *source);

#endif
