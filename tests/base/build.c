#include <string.h>

#include <criterion/criterion.h>

#include "base/build.h"

static void read_sum(lyc_number_t x, const char **s);

static int skip(const char **s, const char *word)
{
    size_t n = strlen(word);

    while (**s == ' ')
        (*s)++;
    if (strncmp(*s, word, n) != 0)
        return 0;
    *s += n;
    return 1;
}

static void read_numeral(lyc_number_t x, const char **s)
{
    lyc_text_t t;

    lyc_text_init(t);
    while ((**s >= '0' && **s <= '9') || **s == '.')
        lyc_text_add_n(t, (*s)++, 1);
    cr_assert_eq(lyc_number_set_str(x, t->bytes), 1, "numeral at '%s'", *s);
    lyc_text_clear(t);
}

static void read_atom(lyc_number_t x, const char **s)
{
    lyc_number_t y;

    lyc_number_init(y);
    if (skip(s, "-"))
    {
        read_atom(x, s);
        lyc_number_neg(x, x);
    }
    else if (skip(s, "pi"))
        lyc_number_set_pi(x);
    else if (skip(s, "("))
    {
        read_sum(x, s);
        cr_assert(skip(s, ")"));
    }
    else if (skip(s, "min(") || skip(s, "max("))
    {
        char second = (*s)[-3];

        read_sum(x, s);
        cr_assert(skip(s, ","));
        read_sum(y, s);
        cr_assert(skip(s, ")"));
        if (second == 'i')
            lyc_number_min(x, x, y);
        else
            lyc_number_max(x, x, y);
    }
    else if (skip(s, "sqrt("))
    {
        read_sum(y, s);
        cr_assert(skip(s, ")"));
        cr_assert_eq(lyc_number_sqrt(x, y), LYC_TRUE);
    }
    else if (skip(s, "log("))
    {
        read_sum(y, s);
        cr_assert(skip(s, ")"));
        cr_assert_eq(lyc_number_log(x, y), LYC_TRUE);
    }
    else if (skip(s, "exp("))
    {
        read_sum(y, s);
        cr_assert(skip(s, ")"));
        lyc_number_exp(x, y);
    }
    else if (skip(s, "abs("))
    {
        read_sum(y, s);
        cr_assert(skip(s, ")"));
        lyc_number_abs(x, y);
    }
    else
        read_numeral(x, s);
    lyc_number_clear(y);
}

static void read_product(lyc_number_t x, const char **s)
{
    lyc_number_t y;

    lyc_number_init(y);
    read_atom(x, s);
    for (;;)
    {
        if (skip(s, "*"))
        {
            read_atom(y, s);
            lyc_number_mul(x, x, y);
        }
        else if (skip(s, "/"))
        {
            read_atom(y, s);
            cr_assert_eq(lyc_number_div(x, x, y), LYC_TRUE);
        }
        else
            break;
    }
    lyc_number_clear(y);
}

static void read_sum(lyc_number_t x, const char **s)
{
    lyc_number_t y;

    lyc_number_init(y);
    read_product(x, s);
    for (;;)
    {
        if (skip(s, "+"))
        {
            read_product(y, s);
            lyc_number_add(x, x, y);
        }
        else if (skip(s, "-"))
        {
            read_product(y, s);
            lyc_number_sub(x, x, y);
        }
        else
            break;
    }
    lyc_number_clear(y);
}

void build(lyc_number_t x, const char *s)
{
    read_sum(x, &s);
    cr_assert_eq(*s, '\0', "left over: '%s'", s);
}

static void random_leaf(lyc_number_t x, flint_rand_t state, int rational)
{
    fmpq_t q;

    if (!rational && n_randint(state, 8) == 0)
    {
        lyc_number_set_pi(x);
        return;
    }
    fmpq_init(q);
    fmpq_set_si(q, (slong)n_randint(state, 41) - 20, 1 + n_randint(state, 9));
    lyc_number_set_fmpq(x, q);
    fmpq_clear(q);
}

/* x = f(y) for a random f; x = y where y is outside its domain. */
static void random_function(lyc_number_t x, flint_rand_t state,
                            const lyc_number_t y)
{
    lyc_truth_t done = LYC_TRUE;
    arb_t b;

    switch (n_randint(state, 5))
    {
    case 0:
    case 1:
        done = lyc_number_sqrt(x, y);
        break;
    case 2:
        done = lyc_number_log(x, y);
        break;
    case 3:
        lyc_number_abs(x, y);
        break;
    default:
        arb_init(b);
        lyc_number_get_arb(b, y, 53);
        if (arf_cmpabs_2exp_si(arb_midref(b), 5) < 0)
            lyc_number_exp(x, y);
        else
            done = LYC_FALSE;
        arb_clear(b);
    }
    if (done != LYC_TRUE)
        lyc_number_set(x, y);
}

void build_random(lyc_number_t x, flint_rand_t state, int depth, int rational)
{
    lyc_number_t y, z;

    if (depth <= 0 || n_randint(state, 8) == 0)
    {
        random_leaf(x, state, rational);
        return;
    }
    lyc_number_init(y);
    lyc_number_init(z);
    build_random(y, state, depth - 1, rational);
    build_random(z, state, depth - 1, rational);
    switch (n_randint(state, rational ? 7 : 12))
    {
    case 0:
        lyc_number_add(x, y, z);
        break;
    case 1:
        lyc_number_sub(x, y, z);
        break;
    case 2:
        lyc_number_mul(x, y, z);
        break;
    case 3:
        if (lyc_number_div(x, y, z) != LYC_TRUE)
            lyc_number_set(x, y);
        break;
    case 4:
        lyc_number_neg(x, y);
        break;
    case 5:
        lyc_number_min(x, y, z);
        break;
    case 6:
        lyc_number_max(x, y, z);
        break;
    default:
        random_function(x, state, y);
    }
    lyc_number_clear(y);
    lyc_number_clear(z);
}
