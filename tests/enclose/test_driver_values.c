/* Published values lie in the enclosures. */
#include "enclosing.h"

#define COLUMNS 5

/* Splits line at tabs; the number of columns. */
static int split(char *column[COLUMNS], char *line)
{
    int count = 0;

    while (line != NULL && count < COLUMNS)
    {
        char *tab = strchr(line, '\t');

        column[count++] = line;
        if (tab != NULL)
        {
            *tab++ = '\0';
        }
        line = tab;
    }
    return count;
}

static void check_line(char *line)
{
    lyc_request request = {1e-4, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;
    char *column[COLUMNS];
    arb_t value, end;

    cr_assert(split(column, line) == COLUMNS);
    arb_init(value);
    arb_init(end);
    cr_assert(enclose_text(e, column[0], &request, 30) == LYC_PROVED, "%s",
              column[0]);
    value_of(value, column[1]);
    arb_set_arf(end, e->facts->exponent_upper);
    cr_assert(!arb_lt(end, value), "%s", column[0]);
    value_of(value, column[2]);
    arb_set_arf(end, e->facts->exponent_lower);
    cr_assert(!arb_gt(end, value), "%s", column[0]);
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
    arb_clear(end);
}

Test(driver, published_values)
{
    lyc_text_t table;
    lyc_diag_t d;
    char *line, *end;
    int count = 0;

    lyc_text_init(table);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(table, "tests/data/values.tsv", d));
    for (line = table->bytes; *line != '\0'; line = end + 1)
    {
        end = strchr(line, '\n');
        cr_assert(end != NULL);
        *end = '\0';
        if (*line != '#')
        {
            check_line(line);
            count++;
        }
    }
    cr_assert(count == 3);
    lyc_text_clear(table);
    lyc_diag_clear(d);
}
