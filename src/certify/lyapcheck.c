/* lyapcheck CERT...: the bare checker. Linked from base, lang, law and certify
 * alone; believes the law's text and the numbers in the certificate. */
#include <float.h>
#include <stdio.h>
#include <string.h>

#include "certify/conclusion.h"
#include "certify/format.h"
#include "lyapcert/dyadic.h"

#define MAX_DIGITS 30

static const char usage[] =
    "usage: lyapcheck [--max-seconds S] CERT...\n"
    "Rechecks certificates of Lyapunov exponents from nothing but the law and\n"
    "the numbers in them. The last line is `s WORD`, the exit status its "
    "code:\n"
    "PROVED 0, DISPROVED 1, UNDECIDED 2, MALFORMED 3, FAILURE 4; with several\n"
    "files the worst one (FAILURE, MALFORMED, DISPROVED, UNDECIDED, PROVED).\n"
    "  --max-seconds S  wall clock for all files; UNDECIDED when it is up\n"
    "  --help           this text\n"
    "  --version        the version\n";

/* "-0.1 < lambda_1 < 0.2" with decimals rounded outward. */
static void add_bounds(lyc_text_t t, const lyc_conclusion *q)
{
    const char *name = q->kind == LYC_CONCLUDE_EXPONENT ? "lambda"
                       : q->k == 1                      ? "lambda"
                       : q->k == 2                      ? "lambda_1 + lambda"
                                   : "lambda_1 + ... + lambda";
    const slong digits =
        arf_equal(q->lower, q->upper)
            ? MAX_DIGITS / 2
            : lyc_decimal_digits(q->lower, q->upper, MAX_DIGITS);
    lyc_decimal_lower(t, q->lower, digits);
    lyc_text_printf(t, " <= %s_%ld <= ", name, (long)q->k);
    lyc_decimal_upper(t, q->upper, digits);
}

static void print_conclusion(const lyc_certificate_t c, const lyc_conclusion *q,
                             const char *word)
{
    lyc_text_t t;
    lyc_text_init(t);
    if (q->box >= 0)
    {
        lyc_text_add(t, "for ");
        lyc_box_get_phrase(t, c->box + q->box);
        lyc_text_add(t, ": ");
    }
    switch (q->kind)
    {
    case LYC_CONCLUDE_EXPONENT:
    case LYC_CONCLUDE_SUM:
        add_bounds(t, q);
        break;
    case LYC_CONCLUDE_EXACT:
        lyc_text_printf(t, "lambda_%ld = ", (long)q->k);
        lyc_logsum_get_text(t, q->exact);
        break;
    case LYC_CONCLUDE_MINUSINF:
        lyc_text_printf(t, "lambda_%ld = -inf", (long)q->k);
        break;
    case LYC_CONCLUDE_ROOT:
    case LYC_CONCLUDE_NOROOT:
    case LYC_CONCLUDE_HOLDS:
    case LYC_CONCLUDE_BLOCKS:
    case LYC_CONCLUDE_DEPTH:
    case LYC_CONCLUDE_SCALE:
    case LYC_CONCLUDE_CHANGE:
    case LYC_CONCLUDE_ZERO:
        lyc_conclusion_get_text(t, q);
        break;
    }
    printf("  %-15s  %s\n", word, t->bytes);
    lyc_text_clear(t);
}

/* facts are true in every case, but complete only when v says so. */
static const char *conclusion_word(const lyc_conclusion *q,
                                   const lyc_facts_t facts, lyc_verdict_t v)
{
    const lyc_verdict_t own = lyc_conclusion_standing(q, facts, v);
    return own == LYC_PROVED      ? "ok"
           : own == LYC_DISPROVED ? "not established"
                                  : "not decided";
}

/* What the conclusions are about. */
static void print_head(const lyc_certificate_t c, const char *path,
                       const char *digest)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_printf(t, "%s: %s\n", path, digest);
    if (c->statement != NULL)
        lyc_text_printf(t, "  statement %s\n", c->statement);
    lyc_law_text_summary(t, c->law_text);
    fputs(t->bytes, stdout);
    lyc_text_clear(t);
}

static lyc_verdict_t check_certificate(const char *path,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_certificate_init(c);
    if (lyc_certificate_load(c, digest, path, d))
    {
        lyc_facts_t facts;
        v = lyc_certificate_check(facts, c, path, limits, d);
        print_head(c, path, digest);
        for (slong i = 0; i < c->conclusions; i++)
            print_conclusion(c, c->conclusion + i,
                             conclusion_word(c->conclusion + i, facts, v));
        lyc_facts_clear(facts);
    }
    else if (d->is_set)
        v = d->status;
    lyc_certificate_clear(c);
    return v;
}

static lyc_verdict_t check_file(const char *path, const lyc_limits_t limits)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    const lyc_verdict_t v = check_certificate(path, limits, d);
    if (v != LYC_PROVED)
    {
        printf("%s: %s\n", path, lyc_verdict_word(v));
        const char *why = d->is_set ? d->text : "no reason is known";
        const int has_path = strncmp(why, path, strlen(path)) == 0;
        fprintf(stderr, "lyapcheck: %s%s%s\n", has_path ? "" : path,
                has_path ? "" : ": ", why);
    }
    lyc_diag_clear(d);
    return v;
}

static lyc_verdict_t check_files(int count, char **path,
                                 const lyc_limits_t limits)
{
    lyc_verdict_t v = check_file(path[0], limits);
    for (int i = 1; i < count; i++)
        v = lyc_verdict_worse(v, check_file(path[i], limits));
    return v;
}

static lyc_verdict_t misuse(void)
{
    fputs(usage, stderr);
    return LYC_MALFORMED;
}

/* Digits, at most one point among them, and more than 0. */
static int read_seconds(double *seconds, const char *s)
{
    const size_t whole = strspn(s, "0123456789");
    const char *rest = s + whole + (s[whole] == '.');
    const size_t part = strspn(rest, "0123456789");
    if (whole + part == 0 || rest[part] != '\0')
        return 0;
    *seconds = strtod(s, NULL);
    return *seconds > 0 && *seconds <= DBL_MAX;
}

/* Index of the first file; argc when what stands before is no option. */
static int read_options(lyc_limits_t limits, int argc, char **argv)
{
    static const char name[] = "--max-seconds";
    const size_t n = strlen(name);
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++)
    {
        const char *value = NULL;
        if (strcmp(argv[i], "--") == 0)
            return i + 1;
        if (strncmp(argv[i], name, n) == 0 && argv[i][n] == '=')
            value = argv[i] + n + 1;
        else if (strcmp(argv[i], name) == 0 && i + 1 < argc)
            value = argv[++i];
        if (value == NULL || !read_seconds(&limits->max_seconds, value))
            return argc;
    }
    return i;
}

int main(int argc, char **argv)
{
    lyc_limits_t limits;
    lyc_limits_init(limits);
    lyc_limits_install(limits);
    if (argc == 2 && strcmp(argv[1], "--help") == 0)
        return fputs(usage, stdout) < 0 ? LYC_FAILURE : 0;
    if (argc == 2 && strcmp(argv[1], "--version") == 0)
        return printf("lyapcheck %s\n", LYC_VERSION) < 0 ? LYC_FAILURE : 0;
    const int first = read_options(limits, argc, argv);
    lyc_verdict_t v = first < argc
                          ? check_files(argc - first, argv + first, limits)
                          : misuse();
    if (fflush(stdout) != 0 || ferror(stdout))
        v = LYC_FAILURE;
    printf("s %s\n", lyc_verdict_word(v));
    if (fflush(stdout) != 0 || ferror(stdout))
        v = LYC_FAILURE;
    lyc_limits_clear(limits);
    lyc_number_cleanup();
    return (int)v;
}
