#include <stdio.h>
#include <string.h>

#include "cli/verify.h"

/* Digits after the point: enough to see why a claim holds. */
enum
{
    DIGITS = 9,
    COLUMNS = 28 /* of a side shown as it is written */
};

const char *lyc_verify_kind(lyc_claim_kind kind)
{
    return kind == LYC_CLAIM_PROVE    ? "prove"
           : kind == LYC_CLAIM_REFUTE ? "refute"
                                      : "open";
}

static void side(lyc_text_t out, int is_known, const arf_t lower,
                 const arf_t upper)
{
    if (is_known)
    {
        lyc_report_interval(out, lower, upper, DIGITS);
    }
    else
    {
        lyc_text_add(out, "undefined");
    }
}

/* 1 when no law enters e: its own text says more than an enclosure. */
static int is_plain(const lyc_statement_t s, const lyc_expr *e)
{
    const lyc_program_struct *p = s->chapter->script->program;
    if (e->kind == LYC_EXPR_NAME)
    {
        long i = lyc_program_find(p, e->text);
        return i < 0 || is_plain(s, p->definition[i].value);
    }
    for (long i = 0; i < s->leaves; i++)
    {
        if (s->leaf[i].expr == e)
        {
            return 0;
        }
    }
    for (long i = 0; i < e->length; i++)
    {
        if (e->child[i] != NULL && !is_plain(s, e->child[i]))
        {
            return 0;
        }
    }
    return 1;
}

int lyc_verify_is_plain(const lyc_statement_t s, int i)
{
    return is_plain(s, s->claim->statement->child[i]);
}

/* Side 0 or 1 of the comparison: as written, or as enclosed. */
static void add_side(lyc_text_t out, const lyc_statement_t s,
                     const lyc_decision_t r, int i)
{
    const lyc_expr *e = s->claim->statement->child[i];
    lyc_source source = lyc_chapter_source(s->chapter, e->place.line);
    if (source.bytes != NULL && is_plain(s, e))
    {
        lyc_text_t text;
        lyc_text_init(text);
        lyc_text_add_n(text, source.bytes + e->begin, e->end - e->begin);
        lyc_report_shorten(out, text->bytes, COLUMNS);
        lyc_text_clear(text);
    }
    else if (i == 0)
    {
        side(out, r->is_left, r->left_lower, r->left_upper);
    }
    else
    {
        side(out, r->is_right, r->right_lower, r->right_upper);
    }
}

void lyc_verify_sides(lyc_text_t out, const lyc_statement_t s,
                      const lyc_decision_t r)
{
    lyc_text_add(out, s->claim->statement->op == 'i' ? "value " : "left ");
    add_side(out, s, r, 0);
    lyc_text_add(out,
                 s->claim->statement->op == 'i' ? ", interval " : ", right ");
    add_side(out, s, r, 1);
}

void lyc_verify_methods(lyc_text_t out, const lyc_verification *v,
                        const lyc_statement_t s)
{
    size_t begin = out->length;
    for (long i = 0; i < s->leaves && s->claim->forall == NULL; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        const lyc_enclosure_struct *e =
            leaf->k == 0 ? NULL
                         : lyc_library_best(v->library, leaf->law, leaf->k);
        const char *method = e == NULL ? NULL : e->method[leaf->k - 1];
        if (method == NULL || strstr(out->bytes + begin, method) != NULL)
        {
            continue;
        }
        lyc_text_printf(out, "%s%s", out->length > begin ? ", " : "", method);
    }
}

static const char *symbol(int op)
{
    switch (op)
    {
    case 'l':
        return "<=";
    case 'g':
        return ">=";
    case '<':
        return "<";
    case '>':
        return ">";
    case 'i':
        return "in";
    default:
        return "==";
    }
}

static void add_claim(lyc_table_t table, const lyc_verification *v, long i)
{
    const lyc_statement_struct *s = v->statement + i;
    const lyc_decision_struct *r = v->decision + i;
    lyc_text_t left, right, methods, seconds;
    lyc_text_init(left);
    lyc_text_init(right);
    lyc_text_init(methods);
    lyc_text_init(seconds);
    add_side(left, s, r, 0);
    add_side(right, s, r, 1);
    lyc_verify_methods(methods, v, s);
    lyc_text_add(methods, r->methods->bytes);
    if (s->claim->forall != NULL)
    {
        lyc_text_printf(methods, "%s%ld piece%s",
                        methods->length > 0 ? ", " : "", (long)r->pieces,
                        r->pieces == 1 ? "" : "s");
    }
    if (r->is_exact)
    {
        lyc_text_add(methods, methods->length > 0 ? ", exact" : "exact");
    }
    if (methods->length == 0)
    {
        lyc_text_add(methods, "arithmetic");
    }
    lyc_report_seconds(seconds, r->seconds);
    const char *const row[] = {
        s->id,
        lyc_verify_kind(s->claim->kind),
        lyc_verdict_word(r->verdict),
        left->bytes,
        symbol(s->claim->statement->op),
        right->bytes,
        methods->bytes,
        seconds->bytes,
    };
    lyc_table_row(table, row);
    lyc_text_clear(left);
    lyc_text_clear(right);
    lyc_text_clear(methods);
    lyc_text_clear(seconds);
}

void lyc_verify_get_text(lyc_text_t out, const lyc_verification *v)
{
    static const char *const heading[] = {"claim", "kind",  "result", "left",
                                          "",      "right", "method", "time"};
    const lyc_tally *t = &v->tally;
    lyc_table_t table;
    long laws = v->library->length;
    lyc_table_init(table, 8);
    lyc_table_row(table, heading);
    for (long i = 0; i < v->statements; i++)
    {
        add_claim(table, v, i);
    }
    if (v->statements > 0)
    {
        lyc_table_get_text(out, table, 0, 2);
    }
    lyc_table_clear(table);
    lyc_verify_trials_text(out, v);
    lyc_verify_ensembles_text(out, v);
    for (long i = 0; i < v->trials; i++)
    {
        laws += v->trial[i].laws;
    }
    for (long i = 0; i < v->statements; i++)
    {
        laws += v->sweep[i] == NULL ? 0 : v->sweep[i]->library->length;
    }
    lyc_text_printf(out, "\nproved %ld, disproved %ld, undecided %ld, ",
                    t->proved, t->disproved, t->undecided);
    if (t->vacuous > 0)
    {
        lyc_text_printf(out, "of which vacuous %ld, ", t->vacuous);
    }
    lyc_text_printf(out, "open %ld (of which now certified %ld)\n", t->open,
                    t->open_certified);
    lyc_text_printf(out, "%ld chapter%s, %ld law%s, ", v->chapters,
                    v->chapters == 1 ? "" : "s", laws, laws == 1 ? "" : "s");
    if (v->certificates > 0)
    {
        lyc_text_printf(out, "%ld certificate%s written, ", v->certificates,
                        v->certificates == 1 ? "" : "s");
    }
    lyc_report_seconds(out, v->seconds);
    lyc_text_add(out, "\n");
    if (v->state->recalled > 0)
    {
        lyc_text_printf(out,
                        "%ld outcomes are those of an earlier run that was "
                        "interrupted\n",
                        v->state->recalled);
    }
}
