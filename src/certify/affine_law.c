#include "certify/affine_law.h"

#include <stdlib.h>

/* Entries of the matrices inside a term. */
#define MAX_ENTRIES 1024
/* Entries of all parts of all outcomes. */
#define MAX_NUMBERS (1 << 19)

/* Which way each finite draw goes, node by node of the term. */
typedef struct
{
    lyc_term_order_t order;
    slong *choice;         /* the outcome of a node that is a finite draw */
    lyc_affine_form *form; /* of each node */
    lyc_affine_law_struct *law;
} reading;

void lyc_affine_law_init(lyc_affine_law_t f)
{
    f->dim = f->draws = f->outcomes = 0;
    f->outcome = NULL;
}

void lyc_affine_law_clear(lyc_affine_law_t f)
{
    for (slong i = 0; i < f->outcomes; i++)
    {
        lyc_number_clear(f->outcome[i].weight);
        for (slong j = 0; j <= f->draws; j++)
            lyc_matrix_clear(f->outcome[i].part + j);
        free(f->outcome[i].part);
    }
    free(f->outcome);
    lyc_affine_law_init(f);
}

/* Numbers that a node draws; 0 where it is finite or no draw. */
static slong continuous_draws(const lyc_term *t)
{
    switch (t->kind)
    {
    case LYC_TERM_UNIFORM:
    case LYC_TERM_NORMAL:
    case LYC_TERM_CAUCHY:
    case LYC_TERM_GAMMA:
        return 1;
    case LYC_TERM_GAUSSIAN:
        return t->rows * t->columns;
    default:
        return 0;
    }
}

/* Outcomes of a finite draw; 1 where a node is none. */
static slong ways(const lyc_term *t)
{
    if (t->kind == LYC_TERM_FINITE || t->kind == LYC_TERM_MIXTURE)
        return t->length;
    if (t->kind == LYC_TERM_GATES)
        return t->rows > 16 ? WORD_MAX : (slong)1 << t->rows;
    return 1;
}

static int add_draws(lyc_affine_law_t f, const lyc_term *t, slong most)
{
    const slong n = continuous_draws(t);
    if (n > most - f->draws)
        return 0;
    for (slong e = 0; e < n; e++)
    {
        lyc_affine_draw *x = f->draw + f->draws++;
        x->kind = t->kind == LYC_TERM_GAUSSIAN ? LYC_TERM_NORMAL : t->kind;
        x->term = t;
        x->entry = e;
    }
    return 1;
}

/* *why, or NULL. */
static const char *collect(lyc_affine_law_t f, const lyc_term_order_t o,
                           slong most)
{
    double outcomes = 1;
    for (slong i = 0; i < o->length; i++)
    {
        const lyc_term *t = o->node[i];
        if (t->kind == LYC_TERM_COUNTABLE)
            return "a draw has infinitely many outcomes";
        if (!add_draws(f, t, most))
            return most == LYC_AFFINE_LAW_MAX_DRAWS
                       ? "there are more than four scalar draws"
                       : "there are too many scalar draws";
        outcomes *= (double)ways(t);
        if (outcomes > LYC_AFFINE_LAW_MAX_OUTCOMES)
            return "the finite draws have too many outcomes";
        if ((double)t->rows * (double)t->columns > MAX_ENTRIES)
            return "a matrix inside it is too large";
    }
    if (outcomes * (double)(f->draws + 1) * (double)(f->dim * f->dim) >
        MAX_NUMBERS)
        return "it has too many numbers";
    return NULL;
}

static void set_constant(lyc_affine_form *f, const lyc_term *t)
{
    f->is_there[0] = 1;
    for (slong i = 0; i < t->rows * t->columns; i++)
        lyc_number_set(f->part[0].entry + i, t->number + i);
}

static void set_diagonal(lyc_affine_form *f, const lyc_term *t)
{
    f->is_there[0] = 1;
    for (slong i = 0; i < t->rows; i++)
        lyc_number_set(lyc_matrix_entry(f->part, i, i), t->number);
}

static void set_gates(lyc_affine_form *f, slong bits)
{
    f->is_there[0] = 1;
    for (slong i = 0; i < f->rows; i++)
        lyc_number_set_si(lyc_matrix_entry(f->part, i, i), bits >> i & 1);
}

static void set_draws(lyc_affine_form *f, const lyc_term *t,
                      const lyc_affine_law_t law)
{
    for (slong j = 0; j < law->draws; j++)
        if (law->draw[j].term == t)
        {
            lyc_number_set_si(f->part[j + 1].entry + law->draw[j].entry, 1);
            f->is_there[j + 1] = 1;
        }
}

static void set_inverse(lyc_affine_form *f, const lyc_affine_form *g)
{
    if (g->part == NULL || !lyc_affine_form_is_constant(g) ||
        lyc_matrix_inv(f->part, g->part) != LYC_TRUE)
        lyc_affine_form_spoil(f);
    else
        f->is_there[0] = 1;
}

static void set_transpose(lyc_affine_form *f, const lyc_affine_form *g)
{
    if (g->part == NULL)
    {
        lyc_affine_form_spoil(f);
        return;
    }
    for (slong j = 0; j < f->parts; j++)
    {
        lyc_matrix_transpose(f->part + j, g->part + j);
        f->is_there[j] = g->is_there[j];
    }
}

static const lyc_affine_form *child(const reading *r, const lyc_term *t,
                                    slong i)
{
    return r->form + lyc_term_order_find(r->order, t->child[i]);
}

static void set_entries(lyc_affine_form *f, const lyc_term *t, const reading *r)
{
    for (slong i = 0; i < t->length && f->part != NULL; i++)
    {
        const lyc_affine_form *g = child(r, t, i);
        if (g->part == NULL)
        {
            lyc_affine_form_spoil(f);
            return;
        }
        for (slong j = 0; j < f->parts; j++)
        {
            lyc_number_set(f->part[j].entry + i, g->part[j].entry);
            f->is_there[j] |= g->is_there[j];
        }
    }
}

/* A product begins as its first factor, of that factor's shape. */
static void set_product(lyc_affine_form *f, const lyc_term *t, const reading *r)
{
    const lyc_affine_form *g = child(r, t, 0);
    const slong parts = f->parts;
    lyc_affine_form_clear(f);
    lyc_affine_form_init(f, g->rows, g->columns, parts);
    lyc_affine_form_set(f, g);
    for (slong i = 1; i < t->length; i++)
        lyc_affine_form_mul(f, child(r, t, i));
}

static void set_node(const reading *r, slong i)
{
    const lyc_term *t = r->order->node[i];
    lyc_affine_form *f = r->form + i;
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
        set_constant(f, t);
        break;
    case LYC_TERM_IDENTITY:
        set_diagonal(f, t);
        break;
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
        lyc_affine_form_set(f, child(r, t, r->choice[i]));
        break;
    case LYC_TERM_GATES:
        set_gates(f, r->choice[i]);
        break;
    case LYC_TERM_ENTRIES:
        set_entries(f, t, r);
        break;
    case LYC_TERM_ADD:
        for (slong k = 0; k < t->length; k++)
            lyc_affine_form_add(f, child(r, t, k));
        break;
    case LYC_TERM_MUL:
        set_product(f, t, r);
        break;
    case LYC_TERM_TRANSPOSE:
        set_transpose(f, child(r, t, 0));
        break;
    case LYC_TERM_INVERSE:
        set_inverse(f, child(r, t, 0));
        break;
    default:
        set_draws(f, t, r->law);
    }
}

/* weight *= the probability of the node's choice. */
static void weigh(lyc_number_t weight, const lyc_term *t, slong choice)
{
    if (t->kind == LYC_TERM_FINITE || t->kind == LYC_TERM_MIXTURE)
        lyc_number_mul(weight, weight, t->number + choice);
    else if (t->kind == LYC_TERM_GATES)
    {
        lyc_number_t q;
        lyc_number_init(q);
        lyc_number_set_si(q, 1);
        lyc_number_sub(q, q, t->number);
        for (slong i = 0; i < t->rows; i++)
            lyc_number_mul(weight, weight, choice >> i & 1 ? t->number : q);
        lyc_number_clear(q);
    }
}

/* The term with the present choices, appended; 0 where it is not affine. */
static int add_outcome(const reading *r)
{
    lyc_affine_law_struct *f = r->law;
    const slong n = r->order->length, parts = f->draws + 1;
    for (slong i = 0; i < n; i++)
    {
        const lyc_term *t = r->order->node[i];
        lyc_affine_form_init(r->form + i, t->rows, t->columns, parts);
        set_node(r, i);
    }
    const lyc_affine_form *whole = r->form + n - 1;
    const int is_affine = whole->part != NULL;
    if (is_affine)
    {
        f->outcome = lyc_realloc(f->outcome, (size_t)(f->outcomes + 1) *
                                                 sizeof *f->outcome);
        lyc_affine_outcome *a = f->outcome + f->outcomes++;
        lyc_number_init(a->weight);
        lyc_number_set_si(a->weight, 1);
        for (slong i = 0; i < n; i++)
            weigh(a->weight, r->order->node[i], r->choice[i]);
        a->part = lyc_malloc((size_t)parts * sizeof *a->part);
        for (slong j = 0; j < parts; j++)
        {
            lyc_matrix_init(a->part + j, f->dim, f->dim);
            lyc_matrix_set(a->part + j, whole->part + j);
        }
    }
    for (slong i = 0; i < n; i++)
        lyc_affine_form_clear(r->form + i);
    return is_affine;
}

/* The next choices; 0 after the last ones. */
static int next(const reading *r)
{
    for (slong i = 0; i < r->order->length; i++)
    {
        if (++r->choice[i] < ways(r->order->node[i]))
            return 1;
        r->choice[i] = 0;
    }
    return 0;
}

static int set(lyc_affine_law_t f, const char **why, const lyc_law_t law,
               slong most)
{
    reading r;
    *why = "it has no continuous draw";
    if (law->term == NULL)
        return 0;
    f->dim = law->dim;
    r.law = f;
    lyc_term_order_init(r.order, law->term);
    *why = collect(f, r.order, most);
    if (*why == NULL)
    {
        int is_affine = 1;
        r.choice = lyc_calloc((size_t)r.order->length, sizeof *r.choice);
        r.form = lyc_malloc((size_t)r.order->length * sizeof *r.form);
        do
            is_affine = add_outcome(&r);
        while (is_affine && next(&r));
        free(r.choice);
        free(r.form);
        if (!is_affine)
            *why = "its entries are not affine in independent scalar draws";
    }
    lyc_term_order_clear(r.order);
    return *why == NULL;
}

/* Theorem continuous-laws.form */
int lyc_affine_law_set(lyc_affine_law_t f, const char **why,
                       const lyc_law_t law)
{
    return set(f, why, law, LYC_AFFINE_LAW_MAX_DRAWS);
}

int lyc_affine_law_set_long(lyc_affine_law_t f, const char **why,
                            const lyc_law_t law)
{
    return set(f, why, law, LYC_AFFINE_LAW_MOST_DRAWS);
}
