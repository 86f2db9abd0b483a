/* Mutated laws are evaluated or refused, and nothing else. */
#include <stdio.h>
#include <stdlib.h>
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
    "law g = gaussian(2,3)*gates(3, 1/2)*gaussian(3,2)\n"
    "law h = [normal(), uniform(1,2); cauchy(3), gamma(1/2,3)]/normal()\n"
    "law k = {g, I, h}*transpose(g) + 2*gaussian(2)^-1 - fresh(h)^2 - I\n",
};

static const char digits[] = "0123456789+-*/^()[]{},;:.aIs ";

static void mutate(lyc_text_t t, flint_rand_t state)
{
    const char *text = good[n_randint(state, 4)];
    ulong n = 1 + n_randint(state, 2);

    lyc_text_add(t, text);
    while (n-- > 0)
    {
        size_t at = n_randint(state, t->length);

        if (t->bytes[at] != '\n')
            t->bytes[at] = digits[n_randint(state, sizeof digits - 1)];
    }
}

static int fits(const lyc_term *t)
{
    slong rows = 1, columns = 1, k;

    for (k = 0; k < t->length; k++)
    {
        const lyc_term *c = t->child[k];
        int is_scalar = c->rows == 1 && c->columns == 1;

        if ((t->kind == LYC_TERM_ENTRIES && !is_scalar) ||
            ((t->kind == LYC_TERM_ADD || t->kind == LYC_TERM_FINITE ||
              t->kind == LYC_TERM_MIXTURE || t->kind == LYC_TERM_INVERSE) &&
             (c->rows != t->rows || c->columns != t->columns)) ||
            (t->kind == LYC_TERM_TRANSPOSE &&
             (c->rows != t->columns || c->columns != t->rows)) ||
            (t->kind == LYC_TERM_FINITE && c->kind != LYC_TERM_CONSTANT))
            return 0;
        if (t->kind != LYC_TERM_MUL || is_scalar)
            continue;
        if (rows != 1 || columns != 1)
        {
            if (c->rows != columns)
                return 0;
        }
        else
            rows = c->rows;
        columns = c->columns;
    }
    return t->kind != LYC_TERM_MUL ||
           (rows == t->rows && columns == t->columns && t->length > 1);
}

/* Shapes fit, and what the text made from the term defines has it again. */
static void check_term(const lyc_law_t law, const char *text)
{
    lyc_term_order_t o;
    lyc_text_t program;
    slong i;

    cr_assert_eq(law->length, 0);
    cr_assert_eq(law->term->rows, law->term->columns, "%s", text);
    lyc_term_order_init(o, law->term);
    for (i = 0; i < o->length; i++)
        cr_assert(fits(o->node[i]), "%s", text);
    lyc_term_order_clear(o);
    lyc_text_init(program);
    if (lyc_term_get_program(program, law->term))
    {
        char *x = canonical(text), *y = canonical(program->bytes);

        cr_assert_str_eq(x, y, "%s\n%s", text, program->bytes);
        free(x);
        free(y);
    }
    lyc_text_clear(program);
}

/* Weights are positive and sum to 1, atoms are sorted and different. */
static void check_law(const lyc_law_t law, const char *text)
{
    lyc_number_t sum, one;
    slong i;
    int sign;

    if (law->term != NULL)
    {
        check_term(law, text);
        return;
    }
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
