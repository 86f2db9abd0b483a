#include <stdlib.h>
#include <string.h>

#include "law/eval.h"

/* Recursion below is at most LYC_EXPR_MAX_HEIGHT deep: chains of operators
 * are unrolled by the loop in compile_chain. */
static int compile(lyc_steps *s, const lyc_expr *e, lyc_eval *eval);

static long *push_operands(lyc_steps *s, long n)
{
    if (s->operands + n >= s->operand_capacity)
    {
        s->operand_capacity = 2 * s->operand_capacity + n + 8;
        s->operand =
            lyc_realloc(s->operand, (size_t)s->operand_capacity * sizeof(long));
    }
    s->operands += n;
    return s->operand + (s->operands - n);
}

/* operand[0..n-1] were pushed last. */
static lyc_step *push_step(lyc_steps *s, const lyc_expr *e, long n)
{
    lyc_step *step;
    long k;

    if (s->length == s->capacity)
    {
        s->capacity = 2 * s->capacity + 8;
        s->step = lyc_realloc(s->step, (size_t)s->capacity * sizeof(lyc_step));
    }
    step = s->step + s->length++;
    *step = (lyc_step){.e = e, .length = n, .definition = -1};
    step->first = s->operands - n;
    for (k = step->first; k < s->operands; k++)
        if (s->operand[k] >= 0)
            step->is_random |= s->step[s->operand[k]].is_random;
    return step;
}

static int compile_chain(lyc_steps *s, const lyc_expr *e, lyc_eval *eval)
{
    const lyc_expr **spine, *leaf = e;
    long n = 0, i, *operand;
    int ok;

    for (; leaf->kind == LYC_EXPR_BINARY; leaf = leaf->child[0])
        n++;
    spine = lyc_malloc((size_t)n * sizeof(*spine));
    for (i = n, leaf = e; i > 0; leaf = leaf->child[0])
        spine[--i] = leaf;
    ok = compile(s, leaf, eval);
    for (i = 0; i < n && ok; i++)
    {
        long left = s->length - 1;

        ok = compile(s, spine[i]->child[1], eval);
        if (!ok)
            break;
        operand = push_operands(s, 2);
        operand[0] = left;
        operand[1] = s->length - 1;
        push_step(s, spine[i], 2);
    }
    free(spine);
    return ok;
}

static int compile_name(lyc_steps *s, const lyc_expr *e, lyc_eval *eval)
{
    lyc_step *step = push_step(s, e, 0);

    step->definition = lyc_program_find(eval->program, e->text);
    if (step->definition < 0)
        return lyc_program_names_known(eval->program, e, eval->diag);
    step->is_random = eval->program->definition[step->definition].is_law;
    return 1;
}

/* Names in the arguments are no draws of this scope. */
static int is_closed(const lyc_expr *e)
{
    static const char *const name[] = {"countable", "fresh", "mean_draws",
                                       "until_change", "until_repeat"};
    size_t k = 0;

    while (k < sizeof name / sizeof *name && strcmp(name[k], e->text) != 0)
        k++;
    return k < sizeof name / sizeof *name;
}

static int compile(lyc_steps *s, const lyc_expr *e, lyc_eval *eval)
{
    long *operand, k;
    int ok;

    if (e->kind == LYC_EXPR_BINARY)
        return compile_chain(s, e, eval);
    if (e->kind == LYC_EXPR_NAME)
        return compile_name(s, e, eval);
    if (e->kind == LYC_EXPR_CALL && is_closed(e))
    {
        push_step(s, e, 0)->is_random = strcmp(e->text, "mean_draws") != 0;
        return 1;
    }
    operand = lyc_malloc(((size_t)e->length + 1) * sizeof(long));
    for (k = 0; k < e->length; k++)
    {
        operand[k] = -1;
        if (e->child[k] == NULL)
            continue;
        if (!compile(s, e->child[k], eval))
            break;
        operand[k] = s->length - 1;
    }
    ok = k == e->length;
    if (ok)
    {
        long *pushed = push_operands(s, e->length);

        for (k = 0; k < e->length; k++)
            pushed[k] = operand[k];
        push_step(s, e, k)->is_random |=
            e->kind == LYC_EXPR_LAW ||
            (e->kind == LYC_EXPR_CALL &&
             (strcmp(e->text, "gates") == 0 || lyc_call_is_continuous(e)));
    }
    free(operand);
    return ok;
}

int lyc_steps_compile(lyc_steps *s, const lyc_expr *e, lyc_eval *eval)
{
    long i;

    memset(s, 0, sizeof *s);
    if (!compile(s, e, eval))
        return 0;
    s->value = lyc_malloc((size_t)s->length * sizeof(lyc_draw_struct));
    for (i = 0; i < s->length; i++)
        lyc_draw_init(s->value + i);
    return 1;
}

void lyc_steps_clear(lyc_steps *s)
{
    long i;

    for (i = 0; i < s->length && s->value != NULL; i++)
        lyc_draw_clear(s->value + i);
    free(s->value);
    free(s->step);
    free(s->operand);
}

const lyc_step *lyc_steps_operand_step(const lyc_steps *s, long i, long k)
{
    long j = s->operand[s->step[i].first + k];

    return j < 0 ? NULL : s->step + j;
}

lyc_draw_struct *lyc_steps_operand(const lyc_steps *s, long i, long k)
{
    long j = s->operand[s->step[i].first + k];

    return j < 0 ? NULL : s->value + j;
}
