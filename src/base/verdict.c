#include "lyapcert/verdict.h"

const char *lyc_verdict_word(lyc_verdict_t v)
{
    switch (v)
    {
    case LYC_PROVED:
        return "PROVED";
    case LYC_DISPROVED:
        return "DISPROVED";
    case LYC_UNDECIDED:
        return "UNDECIDED";
    case LYC_MALFORMED:
        return "MALFORMED";
    case LYC_FAILURE:
        break;
    }
    return "FAILURE";
}

/* Larger is worse. A value outside the enumeration counts as FAILURE. */
static int badness(lyc_verdict_t v)
{
    switch (v)
    {
    case LYC_PROVED:
        return 0;
    case LYC_UNDECIDED:
        return 1;
    case LYC_DISPROVED:
        return 2;
    case LYC_MALFORMED:
        return 3;
    case LYC_FAILURE:
        break;
    }
    return 4;
}

lyc_verdict_t lyc_verdict_worse(lyc_verdict_t a, lyc_verdict_t b)
{
    lyc_verdict_t worse = badness(a) >= badness(b) ? a : b;

    return badness(worse) == 4 ? LYC_FAILURE : worse;
}
