#include <stdlib.h>
#include <string.h>

#include "law/term.h"

/* Of deeper terms a number is shown that is never shown again: two texts are
 * the same only if the terms are. Such terms have no program. */
#define MAX_DEPTH 400
/* More bytes than any message or certificate needs. */
#define MAX_BYTES ((size_t)1 << 26)

static atomic_long cut;

typedef struct
{
    lyc_text_struct *out;
    lyc_term_order_t order;
    long *name;  /* of a node: 0, or k for xk */
    slong *node; /* node[k - 1] is xk */
    int is_exact;
    int depth;
} writer;

/* What surrounds a term: an operand of + needs no brackets, a factor does. */
typedef enum
{
    SUMMAND,
    FACTOR,
    ALONE
} place;

static void put(writer *w, const lyc_term *t, place p);

static void write_number(writer *w, const lyc_number_t c, place p)
{
    lyc_text_t text;
    int is_simple;

    lyc_text_init(text);
    lyc_number_get_text(text, c);
    is_simple =
        p == ALONE || strspn(text->bytes, "0123456789.") == text->length;
    lyc_text_add(w->out, is_simple ? "" : "(");
    lyc_text_add(w->out, text->bytes);
    lyc_text_add(w->out, is_simple ? "" : ")");
    lyc_text_clear(text);
}

static void write_cell(writer *w, const lyc_term *t, slong k)
{
    if (t->kind == LYC_TERM_ENTRIES)
        put(w, t->child[k], ALONE);
    else
        write_number(w, t->number + k, ALONE);
}

static void write_matrix(writer *w, const lyc_term *t)
{
    slong i, j;

    lyc_text_add(w->out, "[");
    for (i = 0; i < t->rows; i++)
        for (j = 0; j < t->columns; j++)
        {
            if (i + j > 0)
                lyc_text_add(w->out, j == 0 ? ";" : ",");
            write_cell(w, t, i * t->columns + j);
        }
    lyc_text_add(w->out, "]");
}

/* The size of I is seen only in a sum with something else. */
static void write_identity(writer *w, const lyc_term *t, place p)
{
    lyc_number_t one;
    int is_one;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    is_one = lyc_number_order(one, t->number) == 0;
    lyc_number_clear(one);
    lyc_text_add(w->out, p == FACTOR && !is_one ? "(" : "");
    if (!is_one)
    {
        write_number(w, t->number, FACTOR);
        lyc_text_add(w->out, "*");
    }
    if (p == SUMMAND)
        lyc_text_add(w->out, "I");
    else
        lyc_text_printf(w->out, "gates(" WORD_FMT "d, 1)", t->rows);
    lyc_text_add(w->out, p == FACTOR && !is_one ? ")" : "");
}

static void write_draw(writer *w, const lyc_term *t)
{
    static const char *const name[] = {
        [LYC_TERM_UNIFORM] = "uniform(",   [LYC_TERM_NORMAL] = "normal(",
        [LYC_TERM_CAUCHY] = "cauchy(",     [LYC_TERM_GAMMA] = "gamma(",
        [LYC_TERM_GAUSSIAN] = "gaussian(", [LYC_TERM_GATES] = "gates("};
    int is_sized = t->kind == LYC_TERM_GAUSSIAN || t->kind == LYC_TERM_GATES;
    slong i;

    lyc_text_add(w->out, name[t->kind]);
    if (is_sized)
        lyc_text_printf(w->out, WORD_FMT "d", t->rows);
    if (t->kind == LYC_TERM_GAUSSIAN && t->rows != t->columns)
        lyc_text_printf(w->out, ", " WORD_FMT "d", t->columns);
    for (i = 0; i < t->numbers; i++)
    {
        lyc_text_add(w->out, i > 0 || is_sized ? ", " : "");
        lyc_number_get_text(w->out, t->number + i);
    }
    lyc_text_add(w->out, ")");
}

static void write_choice(writer *w, const lyc_term *t)
{
    slong i;

    lyc_text_add(w->out, "{");
    for (i = 0; i < t->length; i++)
    {
        lyc_text_add(w->out, i > 0 ? ", " : "");
        lyc_number_get_text(w->out, t->number + i);
        lyc_text_add(w->out, ": ");
        put(w, t->child[i], ALONE);
    }
    lyc_text_add(w->out, "}");
}

/* A 1x1 product of matrices, or sum of such, is a matrix to the language and
 * no scalar. */
static int is_scalar_text(const lyc_term *t)
{
    slong i;

    if (t->kind == LYC_TERM_MUL || t->kind == LYC_TERM_ADD)
        for (i = 0; i < t->length; i++)
            if (!lyc_term_is_scalar(t->child[i]) ||
                t->child[i]->kind == LYC_TERM_MUL ||
                t->child[i]->kind == LYC_TERM_ADD)
                return 0;
    return 1;
}

static void write_operands(writer *w, const lyc_term *t, place p)
{
    int is_sum = t->kind == LYC_TERM_ADD, brackets = p == FACTOR;
    slong i;

    lyc_text_add(w->out, brackets ? "(" : "");
    for (i = 0; i < t->length; i++)
    {
        lyc_text_add(w->out, i == 0 ? "" : is_sum ? " + " : "*");
        put(w, t->child[i], is_sum ? SUMMAND : FACTOR);
    }
    lyc_text_add(w->out, brackets ? ")" : "");
}

/* countable(m >= 0, (1 - (q))*(q)^m, M_0 + m*M_1 + m^2*M_2). */
static void write_countable(writer *w, const lyc_term *t)
{
    slong k;

    lyc_text_add(w->out, "countable(m >= 0, (1 - (");
    lyc_number_get_text(w->out, t->number);
    lyc_text_add(w->out, "))*(");
    lyc_number_get_text(w->out, t->number);
    lyc_text_add(w->out, ")^m, ");
    for (k = 0; k < t->length; k++)
    {
        if (k > 0)
            lyc_text_add(w->out, " + m");
        if (k > 1)
            lyc_text_printf(w->out, "^" WORD_FMT "d", k);
        lyc_text_add(w->out, k > 0 ? "*" : "");
        put(w, t->child[k], FACTOR);
    }
    lyc_text_add(w->out, ")");
}

static void write_node(writer *w, const lyc_term *t, place p)
{
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
        if (lyc_term_is_scalar(t))
            write_number(w, t->number, p == ALONE ? ALONE : FACTOR);
        else
            write_matrix(w, t);
        break;
    case LYC_TERM_IDENTITY:
        write_identity(w, t, p);
        break;
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
        write_choice(w, t);
        break;
    case LYC_TERM_ENTRIES:
        write_matrix(w, t);
        break;
    case LYC_TERM_COUNTABLE:
        write_countable(w, t);
        break;
    case LYC_TERM_ADD:
    case LYC_TERM_MUL:
        write_operands(w, t, p);
        break;
    case LYC_TERM_TRANSPOSE:
    case LYC_TERM_INVERSE:
        lyc_text_add(w->out,
                     t->kind == LYC_TERM_INVERSE ? "inv(" : "transpose(");
        put(w, t->child[0], ALONE);
        lyc_text_add(w->out, ")");
        break;
    default:
        write_draw(w, t);
    }
}

static void put(writer *w, const lyc_term *t, place p)
{
    long name = w->name[lyc_term_order_find(w->order, t)];

    if (lyc_term_is_scalar(t) && w->depth > 0 && !is_scalar_text(t))
        w->is_exact = 0;
    if (name > 0)
    {
        lyc_text_printf(w->out, "x%ld", name);
        return;
    }
    if (w->depth == MAX_DEPTH || w->out->length > MAX_BYTES)
    {
        w->is_exact = 0;
        lyc_text_printf(w->out, "(... %ld)", atomic_fetch_add(&cut, 1) + 1);
        return;
    }
    w->depth++;
    write_node(w, t, p);
    w->depth--;
}

/* A draw that is reached in several ways gets a name; what is no draw is
 * written out each time. A choice between terms may share draws with the rest,
 * which a definition of its own could not say. */
static long find_names(writer *w)
{
    slong n = w->order->length, i, k;
    char *many = lyc_calloc((size_t)n, 1);
    char *seen = lyc_calloc((size_t)n, 1);
    long names = 0;

    w->name = lyc_calloc((size_t)n, sizeof *w->name);
    w->node = lyc_malloc((size_t)n * sizeof *w->node);
    for (i = n - 1; i >= 0; i--)
    {
        const lyc_term *t = w->order->node[i];

        if (many[i] && lyc_term_is_draw(t))
        {
            w->node[names] = i;
            w->name[i] = ++names;
        }
        if (w->name[i] > 0 && t->kind == LYC_TERM_MIXTURE)
            w->is_exact = 0;
        for (k = 0; k < t->length; k++)
        {
            slong j = lyc_term_order_find(w->order, t->child[k]);

            many[j] = (char)(many[j] | seen[j] | (many[i] && w->name[i] == 0));
            seen[j] = 1;
        }
    }
    free(many);
    free(seen);
    return names;
}

static long begin(writer *w, lyc_text_t out, const lyc_term *t)
{
    *w = (writer){.out = out, .is_exact = 1};
    lyc_term_order_init(w->order, t);
    return find_names(w);
}

static void end(writer *w)
{
    free(w->name);
    free(w->node);
    lyc_term_order_clear(w->order);
}

static void write_definition(writer *w, long name)
{
    slong i = w->node[name - 1];

    w->name[i] = 0;
    put(w, w->order->node[i], ALONE);
    w->name[i] = name;
}

void lyc_term_get_text(lyc_text_t out, const lyc_term *t)
{
    writer w;
    long names = begin(&w, out, t), k;

    put(&w, t, ALONE);
    for (k = 1; k <= names; k++)
    {
        lyc_text_printf(out, "%s x%ld = ", k == 1 ? " where" : ",", k);
        write_definition(&w, k);
    }
    end(&w);
}

int lyc_term_get_program(lyc_text_t out, const lyc_term *t)
{
    writer w;
    long names = begin(&w, out, t), k;

    for (k = 1; k <= names; k++)
    {
        lyc_text_printf(out, "law x%ld = ", k);
        write_definition(&w, k);
        lyc_text_add(out, "\n");
    }
    lyc_text_add(out, "law it = ");
    put(&w, t, ALONE);
    lyc_text_add(out, "\n");
    end(&w);
    return w.is_exact;
}
