#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

int lyc_options_positive(double *x, const char *s)
{
    char *end = NULL;
    if (strspn(s, "0123456789.eE+-") != strlen(s) ||
        !(isdigit((unsigned char)*s) || *s == '.'))
    {
        return 0;
    }
    errno = 0;
    *x = strtod(s, &end);
    return end != s && *end == '\0' && errno == 0 && *x >= DBL_MIN &&
           *x <= DBL_MAX;
}

int lyc_options_unsigned(unsigned long *n, const char *s)
{
    char *end = NULL;
    if (*s == '\0' || strspn(s, "0123456789") != strlen(s))
    {
        return 0;
    }
    errno = 0;
    *n = strtoul(s, &end, 10);
    return *end == '\0' && errno == 0;
}

int lyc_options_integer(long *n, const char *s, long least, long most)
{
    unsigned long u = 0;
    if (!lyc_options_unsigned(&u, s) || u > LONG_MAX)
    {
        return 0;
    }
    *n = (long)u;
    return *n >= least && *n <= most;
}

int lyc_options_bytes(size_t *n, const char *s)
{
    static const char suffix[] = "KMGT";
    char digits[32];
    size_t length = strspn(s, "0123456789");
    unsigned long u = 0;
    int shift = 0;
    if (length >= sizeof digits)
    {
        return 0;
    }
    memcpy(digits, s, length);
    digits[length] = '\0';
    if (s[length] != '\0')
    {
        const char *at = strchr(suffix, toupper((unsigned char)s[length]));
        if (at == NULL || s[length + 1] != '\0')
        {
            return 0;
        }
        shift = 10 * (int)(at - suffix + 1);
    }
    if (!lyc_options_unsigned(&u, digits) || u == 0 || u > SIZE_MAX >> shift)
    {
        return 0;
    }
    *n = (size_t)u << shift;
    return 1;
}

int lyc_options_indices(slong **k, long *length, const char *s)
{
    *k = NULL;
    *length = 0;
    for (;;)
    {
        char digits[20];
        size_t n = strspn(s, "0123456789");
        long index = 0;
        if (n == 0 || n >= sizeof digits)
        {
            return 0;
        }
        memcpy(digits, s, n);
        digits[n] = '\0';
        if (!lyc_options_integer(&index, digits, 1, 1000000))
        {
            return 0;
        }
        *k = lyc_realloc(*k, sizeof(slong) * (size_t)(*length + 1));
        (*k)[(*length)++] = index;
        if (s[n] == '\0')
        {
            return 1;
        }
        if (s[n] != ',')
        {
            return 0;
        }
        s += n + 1;
    }
}
