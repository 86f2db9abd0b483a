/* Mutated laws are evaluated or refused, and nothing else. */
#include <stdio.h>
#include <string.h>

#include "law/laws.h"

#define SEEDS 20000

static const char *const good[] = {
    "law a = {1/2: [0,1;1,1], 1/2: [0,1;1,-1]}\n"
    "let s = sqrt(2)/3\n"
    "law b = I + s*fresh(a)^-1 - transpose(a)*a\n",
    "law g = [1,2;3,4]*gates(2, 1/3)*[1,0;0,1]\n"
    "law h = {1/4: g, 1/2: I, 1/4: -2*I^3}*{1, 2}\n"
    "law k = inv(diag(2, 3)) + h/4 + fresh(h) - h\n",
    "let p = log(2)/log(6)\n"
    "law a = {p: [exp(1),pi;0,1], log(3)/log(6): [max(1,2),0;abs(-1),min(3,4)]}"
    "\nlaw b = a^2 - a\n",
};

static const char digits[] = "0123456789+-*/^()[]{},;:.aIs ";

static void mutate(lyc_text_t t, flint_rand_t state)
{
    const char *text = good[n_randint(state, 3)];
    ulong n = 1 + n_randint(state, 2);

    lyc_text_add(t, text);
    while (n-- > 0)
    {
        size_t at = n_randint(state, t->length);

        if (t->bytes[at] != '\n')
            t->bytes[at] = digits[n_randint(state, sizeof digits - 1)];
    }
}

/* Weights are positive and sum to 1, atoms are sorted and different. */
static void check_law(const lyc_law_t law, const char *text)
{
    lyc_number_t sum, one;
    slong i;
    int sign;

    lyc_number_init(sum);
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    for (i = 0; i < law->length; i++)
    {
        cr_assert_eq(lyc_number_sign(&sign, law->weight + i), LYC_TRUE);
        cr_assert_eq(sign, 1);
        lyc_number_add(sum, sum, law->weight + i);
        cr_assert_eq(law->atom[i].rows, law->dim);
        cr_assert_eq(law->atom[i].columns, law->dim);
        if (i > 0)
            cr_assert_lt(lyc_matrix_order(law->atom + i - 1, law->atom + i), 0);
    }
    cr_assert_eq(lyc_number_equal(sum, one), LYC_TRUE, "%s", text);
    lyc_number_clear(sum);
    lyc_number_clear(one);
}

Test(fuzz, mutated_laws)
{
    int count[LYC_FAILURE + 1] = {0};
    flint_rand_t state;
    ulong seed;

    flint_randinit(state);
    for (seed = 1; seed <= SEEDS; seed++)
    {
        lyc_source source = {"t", NULL, 0, 1};
        lyc_text_t t;
        lyc_law_t law;
        lyc_diag_t d;

        lyc_text_init(t);
        lyc_law_init(law);
        lyc_diag_init(d);
        mutate(t, state);
        source.bytes = t->bytes;
        source.length = t->length;
        if (lyc_law_parse(law, &source, d))
        {
            count[LYC_PROVED]++;
            check_law(law, t->bytes);
        }
        else
        {
            cr_assert(d->status == LYC_MALFORMED || d->status == LYC_UNDECIDED,
                      "%s", t->bytes);
            cr_assert_eq(strncmp(d->text, "t:", 2), 0, "%s", d->text);
            count[d->status]++;
        }
        lyc_diag_clear(d);
        lyc_law_clear(law);
        lyc_text_clear(t);
    }
    flint_randclear(state);
    printf("%d texts: %d laws, %d malformed, %d undecided\n", SEEDS,
           count[LYC_PROVED], count[LYC_MALFORMED], count[LYC_UNDECIDED]);
    cr_assert_gt(count[LYC_PROVED], SEEDS / 20);
    cr_assert_gt(count[LYC_MALFORMED], SEEDS / 20);
}
