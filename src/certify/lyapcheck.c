/* lyapcheck CERT...: the bare checker. Linked from base, lang, law and certify
 * alone; believes the law's text and the numbers in the certificate. */
#include <stdio.h>
#include <string.h>

#include "certify/conclusion.h"
#include "lyapcert/dyadic.h"

#define MAX_DIGITS 30

static const char usage[] =
    "usage: lyapcheck CERT...\n"
    "Rechecks certificates of Lyapunov exponents from nothing but the law and\n"
    "the numbers in them. The last line is `s WORD`, the exit status its "
    "code:\n"
    "PROVED 0, DISPROVED 1, UNDECIDED 2, MALFORMED 3, FAILURE 4; with several\n"
    "files the worst one (FAILURE, MALFORMED, DISPROVED, UNDECIDED, PROVED).\n"
    "  --help     this text\n"
    "  --version  the version\n";

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

static void print_conclusion(const lyc_conclusion *q, const char *word)
{
    lyc_text_t t;
    lyc_text_init(t);
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
    }
    printf("  %-15s  %s\n", word, t->bytes);
    lyc_text_clear(t);
}

/* facts are true in every case, but complete only when v says so. */
static const char *conclusion_word(const lyc_conclusion *q,
                                   const lyc_facts_t facts, lyc_verdict_t v)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    const lyc_verdict_t own = lyc_conclusion_check(q, facts, d);
    lyc_diag_clear(d);
    if (v == LYC_PROVED || own == LYC_PROVED)
        return own == LYC_PROVED ? "ok" : "not established";
    return v == LYC_DISPROVED ? "not established" : "not decided";
}

static lyc_verdict_t check_bytes(const lyc_text_t text, const char *path,
                                 lyc_diag_t d)
{
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_certificate_init(c);
    if (lyc_certificate_read(c, digest, text->bytes, text->length, path, d))
    {
        lyc_facts_t facts;
        lyc_limits_t limits;
        lyc_limits_init(limits);
        v = lyc_certificate_check(facts, c, path, limits, d);
        printf("%s: %s\n", path, digest);
        for (slong i = 0; i < c->conclusions; i++)
            print_conclusion(c->conclusion + i,
                             conclusion_word(c->conclusion + i, facts, v));
        lyc_facts_clear(facts);
        lyc_limits_clear(limits);
    }
    else if (d->is_set)
        v = d->status;
    lyc_certificate_clear(c);
    return v;
}

static lyc_verdict_t check_file(const char *path)
{
    lyc_verdict_t v = LYC_FAILURE;
    lyc_text_t text;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_diag_init(d);
    if (lyc_text_read_file(text, path, d))
        v = check_bytes(text, path, d);
    if (v != LYC_PROVED)
    {
        printf("%s: %s\n", path, lyc_verdict_word(v));
        const char *why = d->is_set ? d->text : "no reason is known";
        const int has_path = strncmp(why, path, strlen(path)) == 0;
        fprintf(stderr, "lyapcheck: %s%s%s\n", has_path ? "" : path,
                has_path ? "" : ": ", why);
    }
    lyc_text_clear(text);
    lyc_diag_clear(d);
    return v;
}

static lyc_verdict_t check_files(int count, char **path)
{
    lyc_verdict_t v = check_file(path[0]);
    for (int i = 1; i < count; i++)
        v = lyc_verdict_worse(v, check_file(path[i]));
    return v;
}

static lyc_verdict_t misuse(void)
{
    fputs(usage, stderr);
    return LYC_MALFORMED;
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
    int first = 1;
    if (argc > 1 && strcmp(argv[1], "--") == 0)
        first = 2;
    else if (argc > 1 && argv[1][0] == '-')
        first = argc;
    lyc_verdict_t v =
        first < argc ? check_files(argc - first, argv + first) : misuse();
    if (fflush(stdout) != 0 || ferror(stdout))
        v = LYC_FAILURE;
    printf("s %s\n", lyc_verdict_word(v));
    if (fflush(stdout) != 0 || ferror(stdout))
        v = LYC_FAILURE;
    lyc_limits_clear(limits);
    lyc_number_cleanup();
    return (int)v;
}
