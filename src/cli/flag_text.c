#include <stdio.h>

#include "cli/flag.h"

const lyc_blocks_struct *lyc_flag_blocks(const lyc_flag_run *a)
{
    const lyc_certificate_struct *c = a->enclosure->certificate;
    for (slong i = 0; i < c->evidences; i++)
    {
        const lyc_blocks_struct *b = lyc_evidence_blocks(c->evidence + i);
        if (b != NULL)
        {
            return b;
        }
    }
    return NULL;
}

static void add_entry(lyc_text_t out, const lyc_blocks_struct *b, slong i,
                      slong j)
{
    const fmpq *x = fmpq_mat_entry(b->a, i, j), *y = fmpq_mat_entry(b->b, i, j);
    char *s = fmpq_get_str(NULL, 10, x);
    if (!fmpq_is_zero(x) || fmpq_is_zero(y))
    {
        lyc_text_add(out, s);
    }
    flint_free(s);
    if (fmpq_is_zero(y))
    {
        return;
    }
    char *root = fmpz_get_str(NULL, 10, b->root);
    s = fmpq_get_str(NULL, 10, y);
    lyc_text_printf(out, "%s%s*sqrt(%s)",
                    fmpq_is_zero(x) || fmpq_sgn(y) < 0 ? "" : "+", s, root);
    flint_free(s);
    flint_free(root);
}

void lyc_flag_vector(lyc_text_t out, const lyc_blocks_struct *b, slong j)
{
    for (slong i = 0; i < b->dim; i++)
    {
        lyc_text_add(out, i == 0 ? "(" : ", ");
        add_entry(out, b, i, j);
    }
    lyc_text_add(out, ")");
}

int lyc_flag_is_tie(const lyc_flag_run *a, slong k)
{
    const lyc_facts_struct *f = a->enclosure->facts;
    const lyc_blocks_struct *b = lyc_flag_blocks(a);
    if (arf_is_neg_inf(f->exponent_upper + k - 1) ||
        arf_cmp(f->exponent_lower + k - 1, f->exponent_upper + k) > 0)
    {
        return arf_is_neg_inf(f->exponent_upper + k - 1) ? 1 : -1;
    }
    if (b != NULL && b->length == 1 &&
        ((b->block->kind == LYC_BLOCK_COMPLEX && k % 2 != 0) ||
         (b->block->kind == LYC_BLOCK_QUATERNION && k % 4 != 0)))
    {
        return 1;
    }
    if (f->is_exact[k - 1] && f->is_exact[k])
    {
        fmpq_t minus;
        lyc_logsum_t s;
        fmpq_init(minus);
        lyc_logsum_init(s);
        fmpq_set_si(minus, -1, 1);
        lyc_logsum_set(s, f->exact + k - 1);
        lyc_logsum_addmul(s, minus, f->exact + k);
        const int is_equal = lyc_logsum_sign(s) == 0;
        lyc_logsum_clear(s);
        fmpq_clear(minus);
        return is_equal ? 1 : -1;
    }
    return 0;
}

static const char *const kind_phrase[] = {
    "not known to be irreducible", "irreducible",
    "irreducible, commuting with a complex structure",
    "irreducible, commuting with quaternions"};

static void add_row(lyc_table_t table, const char *head, const char *what,
                    const char *value)
{
    const char *const row[] = {head, what, value};
    lyc_table_row(table, row);
}

/* V_1, V_2, … with the vectors that each has and the one before has not. */
static void add_subspaces(lyc_table_t table, const lyc_blocks_struct *b)
{
    slong column = 0;
    for (slong j = 0; j < b->length; j++)
    {
        lyc_text_t what, value;
        lyc_text_init(what);
        lyc_text_init(value);
        const slong from = column;
        column += b->block[j].dim;
        lyc_text_printf(what, "V_%ld, dimension %ld", (long)j + 1,
                        (long)column);
        lyc_text_add(value, j == 0 ? "spanned by " : "and ");
        for (slong i = from; i < column; i++)
        {
            lyc_text_add(value, i > from ? ", " : "");
            lyc_flag_vector(value, b, i);
        }
        lyc_text_printf(value, "; %s%s", j == 0 ? "" : "quotient ",
                        kind_phrase[b->block[j].kind]);
        add_row(table, j == 0 ? "subspaces" : "", what->bytes, value->bytes);
        lyc_text_clear(what);
        lyc_text_clear(value);
    }
}

static void add_single(lyc_table_t table, const lyc_blocks_struct *b)
{
    if (b == NULL || b->block->kind == LYC_BLOCK_OPEN)
    {
        add_row(table, "subspaces",
                b == NULL ? "not looked for" : "none found; there may be some",
                "");
        return;
    }
    add_row(table, "subspaces", "no real subspace is invariant: proved",
            b->block->kind == LYC_BLOCK_COMPLEX
                ? "a complex structure commutes with the atoms"
            : b->block->kind == LYC_BLOCK_QUATERNION
                ? "quaternions commute with the atoms"
                : "");
}

/* Growth of single vectors, fastest first. */
static void add_growth(lyc_table_t table, const lyc_flag_run *a)
{
    const lyc_flag_struct *f = a->flag;
    const lyc_blocks_struct *b = lyc_flag_blocks(a);
    for (slong i = 0; i < f->rates; i++)
    {
        const slong g = f->rates - 1 - i;
        char name[40];
        lyc_text_t what, value;
        lyc_text_init(what);
        lyc_text_init(value);
        slong begins = -1, before = 0, last = 0;
        for (slong j = 0; j < b->length; j++)
        {
            begins += b->block[j].begins;
            before = begins < g ? j + 1 : before;
            last = begins <= g ? j + 1 : last;
        }
        snprintf(name, sizeof name, "beta_%ld", (long)i);
        lyc_report_between(what, name, f->lower + g, f->upper + g, 15);
        lyc_text_add(value, "x");
        if (last < b->length)
        {
            lyc_text_printf(value, " in V_%ld", (long)last);
        }
        if (before > 0)
        {
            lyc_text_printf(value, " outside V_%ld", (long)before);
        }
        else
        {
            lyc_text_add(value, " not 0");
        }
        add_row(table, i == 0 ? "growth" : "", what->bytes, value->bytes);
        lyc_text_clear(what);
        lyc_text_clear(value);
    }
    if (f->rates == 0)
    {
        add_row(table, "growth",
                f->is_invertible || a->law->length == 0
                    ? "the flag of Furstenberg and Kifer is not decided"
                    : "an atom is singular: growth of a vector may be random",
                "");
    }
}

static void add_spectrum(lyc_table_t table, const lyc_flag_run *a)
{
    const lyc_facts_struct *f = a->enclosure->facts;
    for (slong k = 1; k <= f->dim; k++)
    {
        char name[40];
        lyc_text_t value, width;
        lyc_text_init(value);
        lyc_text_init(width);
        snprintf(name, sizeof name, "lambda_%ld", (long)k);
        if (f->is_exact[k - 1])
        {
            lyc_text_printf(value, "%s = ", name);
            lyc_report_exact(value, f->exact + k - 1, 15);
            lyc_text_add(width, "exact");
        }
        else
        {
            arf_t w;
            arf_init(w);
            lyc_report_between(value, name, f->exponent_lower + k - 1,
                               f->exponent_upper + k - 1, 15);
            lyc_facts_width(w, f, k);
            if (!arf_is_zero(w))
            {
                lyc_text_add(width, "width ");
                lyc_report_width(width, w);
            }
            arf_clear(w);
        }
        const int tie = k < f->dim ? lyc_flag_is_tie(a, k) : -1;
        if (tie >= 0)
        {
            lyc_text_printf(
                width, "%s%s lambda_%ld", width->length > 0 ? ", " : "",
                tie > 0 ? "equal to" : "not separated from", (long)k + 1);
        }
        add_row(table, k == 1 ? "spectrum" : "", value->bytes, width->bytes);
        lyc_text_clear(value);
        lyc_text_clear(width);
    }
}

void lyc_flag_get_text(lyc_text_t out, const lyc_flag_run *a, double seconds)
{
    const lyc_blocks_struct *b = lyc_flag_blocks(a);
    lyc_table_t table;
    lyc_table_init(table, 3);
    lyc_text_printf(out, "law         %s\n            ", a->label);
    lyc_report_size(out, a->law);
    if (b != NULL && b->length > 1)
    {
        add_subspaces(table, b);
    }
    else
    {
        add_single(table, b);
    }
    add_growth(table, a);
    add_spectrum(table, a);
    lyc_table_get_text(out, table, 0, 3);
    lyc_table_clear(table);
    lyc_text_add(out, "time        ");
    lyc_report_seconds(out, seconds);
    lyc_text_printf(out, "\ncertificate %s\n",
                    a->has_certificate ? a->digest
                                       : "none: nothing was established");
    if (a->file != NULL)
    {
        lyc_text_printf(out, "written to  %s\n", a->file);
    }
}
