/* The one enumeration that decides everything: the last line on standard
 * output is `s WORD`, the exit status is the enumerator. */
#ifndef LYAPCERT_VERDICT_H
#define LYAPCERT_VERDICT_H

typedef enum
{
    LYC_PROVED = 0,
    LYC_DISPROVED = 1,
    LYC_UNDECIDED = 2,
    LYC_MALFORMED = 3,
    LYC_FAILURE = 4
} lyc_verdict_t;

/* "PROVED", "DISPROVED", "UNDECIDED", "MALFORMED" or "FAILURE". */
const char *lyc_verdict_word(lyc_verdict_t v);

/* The worse of two verdicts, worst first: FAILURE, MALFORMED, DISPROVED,
 * UNDECIDED, PROVED. */
lyc_verdict_t lyc_verdict_worse(lyc_verdict_t a, lyc_verdict_t b);

#endif
