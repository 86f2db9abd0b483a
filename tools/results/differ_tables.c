#include <stdlib.h>
#include <string.h>

#include "differ.h"
#include "lyapcert/arith.h"

#define MAX_COLUMNS 64
#define MAX_EXPONENT 100000

/* A line cut into its fields. */
typedef struct
{
    char *line;
    char *field[MAX_COLUMNS];
    int fields;
} row;

static void row_set(row *r, const char *line, size_t n)
{
    r->line = lyc_malloc(n + 1);
    memcpy(r->line, line, n);
    r->line[n] = '\0';
    r->fields = 0;
    for (char *s = r->line; s != NULL && r->fields < MAX_COLUMNS;)
    {
        r->field[r->fields++] = s;
        s = strchr(s, '\t');
        if (s != NULL)
            *s++ = '\0';
    }
}

static int starts(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

/* A decimal, such as -0.5 or 2.6e-50, as a rational. */
static int set_decimal(fmpq_t q, const char *s)
{
    const size_t n = strcspn(s, "e");
    const long exponent = s[n] == 'e' ? atol(s + n + 1) : 0;
    long places = 0;
    lyc_text_t digits;
    fmpz_t power;
    lyc_text_init(digits);
    fmpz_init_set_ui(power, 10);
    for (size_t i = 0; i < n; i++)
        if (s[i] != '.')
            lyc_text_add_n(digits, s + i, 1);
        else
            places = (long)(n - i) - 1;
    fmpq_zero(q);
    const int ok = fmpz_set_str(fmpq_numref(q), digits->bytes, 10) == 0 &&
                   labs(exponent) <= MAX_EXPONENT;
    places -= ok ? exponent : 0;
    fmpz_pow_ui(power, power, (ulong)labs(places));
    if (places > 0)
        fmpq_div_fmpz(q, q, power);
    else
        fmpq_mul_fmpz(q, q, power);
    fmpz_clear(power);
    lyc_text_clear(digits);
    return ok;
}

/* lower <= upper, where either may be "-inf" or "inf". */
static int at_most(const char *lower, const char *upper)
{
    fmpq_t p, q;
    if (strcmp(lower, "-inf") == 0 || strcmp(upper, "inf") == 0 ||
        strcmp(lower, upper) == 0)
        return 1;
    fmpq_init(p);
    fmpq_init(q);
    const int ok =
        set_decimal(p, lower) && set_decimal(q, upper) && fmpq_cmp(p, q) <= 0;
    fmpq_clear(p);
    fmpq_clear(q);
    return ok;
}

/* Column i of a and b says the same: text is equal, enclosures meet (a column
 * upper follows its column lower), effort is not compared. */
static int same_field(const row *names, const row *a, const row *b, int i)
{
    const char *name =
        names->field[i] + (i == 0 && names->field[0][0] == '#' ? 2 : 0);
    if (strcmp(name, "cones") == 0 || strcmp(name, "degree") == 0 ||
        strcmp(name, "seconds") == 0 || strcmp(name, "width") == 0)
        return 1;
    if (starts(name, "lower") && i + 1 < names->fields &&
        starts(names->field[i + 1], "upper"))
        return at_most(a->field[i], b->field[i + 1]) &&
               at_most(b->field[i], a->field[i + 1]);
    return starts(name, "upper") || strcmp(a->field[i], b->field[i]) == 0;
}

static int same_rows(const char *id, long line, const row *names, const row *a,
                     const row *b, lyc_diag_t d)
{
    if (a->fields != b->fields ||
        (names->line != NULL && names->fields != a->fields))
        return lyc_diag_fail(d, LYC_DISPROVED,
                             "%s: line %ld has another number of columns", id,
                             line);
    for (int i = 0; i < a->fields; i++)
        if (!same_field(names, a, b, i))
            return lyc_diag_fail(d, LYC_DISPROVED,
                                 "%s: line %ld: %s: '%.60s' here, '%.60s' "
                                 "recomputed",
                                 id, line, names->field[i], a->field[i],
                                 b->field[i]);
    return 1;
}

int differ_tables(const char *id, const char *a, const char *b, int overlap,
                  lyc_diag_t d)
{
    row names = {0};
    int ok = 1;
    (void)overlap;
    for (long line = 1; ok && (*a != '\0' || *b != '\0'); line++)
    {
        const size_t n = strcspn(a, "\n"), m = strcspn(b, "\n");
        row x, y;
        row_set(&x, a, n);
        row_set(&y, b, m);
        if (x.line[0] == '#')
        {
            ok = n == m && strncmp(a, b, n) == 0;
            if (!ok)
                lyc_diag_fail(d, LYC_DISPROVED,
                              "%s: line %ld: '%.80s' here, "
                              "'%.80s' recomputed",
                              id, line, x.line, y.line);
            free(names.line);
            row_set(&names, a, n);
        }
        else
            ok = same_rows(id, line, &names, &x, &y, d);
        a += n + (a[n] == '\n');
        b += m + (b[m] == '\n');
        free(x.line);
        free(y.line);
    }
    free(names.line);
    return ok;
}
