#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/sweep.h"
#include "lang/walk.h"

/* What the statement needs, in order. */
static void add_definitions(lyc_text_t out, const lyc_sweep_t w)
{
    const lyc_program_struct *p = w->view->script->program;
    char *needed = lyc_calloc((size_t)p->length, 1);
    lyc_program_mark(needed, p, w->claim.statement);
    for (long i = 0; i < p->length; i++)
    {
        if (needed[i] || p->definition[i].is_parameter)
        {
            lyc_text_printf(out, "%s\n", p->definition[i].text);
        }
    }
    free(needed);
}

/* The statement on one line, or its negation. */
static void add_statement(lyc_text_t out, const lyc_sweep_t w, int is_negated)
{
    const char *s = w->claim.text;
    const char *at = s + strcspn(s, "<>");
    const char *after = at + 1 + (at[1] == '=');
    lyc_text_add_n(out, s, (size_t)(at - s));
    if (is_negated)
    {
        lyc_text_printf(out, "%s%s", *at == '<' ? ">" : "<",
                        at[1] == '=' ? "" : "=");
    }
    else
    {
        lyc_text_add_n(out, at, (size_t)(after - at));
    }
    lyc_text_add(out, after);
    for (size_t i = 0; i < out->length; i++)
    {
        char *c = out->bytes + i;
        *c = *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c;
    }
}

static int is_inequality(const lyc_sweep_t w)
{
    return w->box->length == 1 && w->claim.statement->op != 'i' &&
           w->claim.statement->op != '=' && strchr(w->claim.text, '#') == NULL;
}

static void report(lyc_decision_t r, const lyc_sweep_t w)
{
    const lyc_relation_struct *a = w->relation;
    r->pieces = a->cells;
    r->is_left = a->is_left;
    r->is_right = a->is_right;
    arf_set(r->left_lower, a->left_lower);
    arf_set(r->left_upper, a->left_upper);
    arf_set(r->right_lower, a->right_lower);
    arf_set(r->right_upper, a->right_upper);
    lyc_text_add(r->methods, "slopes");
}

int lyc_sweep_relate(lyc_relation_t a, lyc_sweep_t w, const lyc_box_t box,
                     int is_negated, const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_text_t definitions, statement;
    lyc_diag_t why;
    if (!is_inequality(w))
    {
        return 1;
    }
    lyc_text_init(definitions);
    lyc_text_init(statement);
    lyc_diag_init(why);
    lyc_program_set_box(w->view->script->program, box);
    add_definitions(definitions, w);
    add_statement(statement, w, is_negated);
    int ok = lyc_relation_decide(a, definitions->bytes, statement->bytes, box,
                                 limits, why);
    if (!ok)
    {
        lyc_diag_fail(d, why->status, "%s", why->text);
    }
    lyc_diag_clear(why);
    lyc_text_clear(definitions);
    lyc_text_clear(statement);
    return ok;
}

int lyc_sweep_decide_relation(lyc_decision_t r, lyc_sweep_t w, int is_refute,
                              const lyc_limits_t limits, lyc_diag_t d)
{
    const int ok =
        lyc_sweep_relate(w->relation, w, w->box, is_refute, limits, d);
    const lyc_truth_t truth = w->relation->truth;
    if (ok && truth != LYC_UNKNOWN)
    {
        r->truth =
            (truth == LYC_TRUE) == (is_refute == 0) ? LYC_TRUE : LYC_FALSE;
        report(r, w);
    }
    if (ok && truth == LYC_FALSE)
    {
        lyc_sweep_boxes_push(w->fails, w->relation->where);
    }
    return ok;
}
