#include <stdlib.h>

#include "law/mixture.h"

/* Names of laws that stand more than once in a scope: all their outcomes are
 * gone through together, and everything else is evaluated for each. */
typedef struct
{
    long *definition;
    slong *outcome;
    long length;
    slong count; /* of all joint outcomes */
} joint;

static lyc_draw_struct *value_of(const lyc_eval *eval, const lyc_step *step)
{
    return eval->definition + step->definition;
}

/* seen[k] counts uses of definition k; -1 once it is in the list. */
static void find_names(joint *names, const lyc_steps *s, const lyc_eval *eval)
{
    int *seen = lyc_calloc((size_t)eval->program->length, sizeof(int));
    long i, k;

    names->definition = lyc_malloc((size_t)s->length * sizeof(long));
    names->outcome = lyc_malloc((size_t)s->length * sizeof(slong));
    names->length = 0;
    for (i = 0; i < s->length; i++)
        if ((k = s->step[i].definition) >= 0 && seen[k] >= 0 &&
            value_of(eval, s->step + i)->length > 1 && seen[k]++ == 1)
        {
            names->outcome[names->length] = 0;
            names->definition[names->length++] = k;
            seen[k] = -1;
        }
    for (i = 0; i < s->length; i++)
    {
        lyc_step *step = s->step + i;

        step->is_joint = step->definition >= 0 && seen[step->definition] < 0;
        for (k = step->first; k < step->first + step->length; k++)
            if (s->operand[k] >= 0)
                step->is_joint |= s->step[s->operand[k]].is_joint;
    }
    free(seen);
}

static int count_outcomes(joint *names, const lyc_steps *s, lyc_eval *eval)
{
    const lyc_expr *e = s->step[s->length - 1].e;
    long i;

    names->count = 1;
    for (i = 0; i < names->length; i++)
    {
        names->count *= eval->definition[names->definition[i]].length;
        if (!lyc_eval_reserve(eval, e, (double)names->count, 1, 1, 1))
            return 0;
    }
    return 1;
}

/* The next combination of outcomes; the last name moves fastest. */
static void advance(joint *names, const lyc_eval *eval)
{
    long i;

    for (i = names->length - 1; i >= 0; i--)
    {
        if (++names->outcome[i] < eval->definition[names->definition[i]].length)
            return;
        names->outcome[i] = 0;
    }
}

static void set_name(lyc_draw_t x, const joint *names, long definition,
                     const lyc_eval *eval)
{
    long i = 0;

    while (names->definition[i] != definition)
        i++;
    lyc_draw_set_atom(x, eval->definition + definition, names->outcome[i]);
}

/* Operands that depend on no joint name stay for the next outcome. */
static void drop_operands(lyc_steps *s, long i, int for_good)
{
    long k;

    for (k = 0; k < s->step[i].length; k++)
        if (s->operand[s->step[i].first + k] >= 0 &&
            (for_good || lyc_steps_operand_step(s, i, k)->is_joint))
            lyc_draw_clear(lyc_steps_operand(s, i, k));
}

static int evaluate(lyc_steps *s, long i, lyc_eval *eval)
{
    lyc_step_function *f = lyc_step_of(s->step[i].e);
    lyc_draw_struct *x = s->value + i;

    if (!f(x, s, i, eval))
        return 0;
    lyc_draw_merge(x);
    return lyc_eval_check_sizes(eval, s->step[i].e, x);
}

static int evaluate_joint(lyc_steps *s, const joint *names, lyc_eval *eval)
{
    long i;

    for (i = 0; i < s->length; i++)
    {
        const lyc_step *step = s->step + i;

        if (!step->is_joint)
            continue;
        if (step->definition >= 0)
            set_name(s->value + i, names, step->definition, eval);
        else if (!evaluate(s, i, eval))
            return 0;
        drop_operands(s, i, 0);
    }
    return 1;
}

static int evaluate_rest(lyc_steps *s, lyc_eval *eval)
{
    long i;

    for (i = 0; i < s->length; i++)
        if (!s->step[i].is_joint)
        {
            if (!evaluate(s, i, eval))
                return 0;
            drop_operands(s, i, 1);
        }
    return 1;
}

/* The probability of the present combination. */
static void joint_weight(lyc_number_t w, const joint *names,
                         const lyc_eval *eval)
{
    long i;

    lyc_number_set_si(w, 1);
    for (i = 0; i < names->length; i++)
        lyc_number_mul(w, w,
                       eval->definition[names->definition[i]].weight +
                           names->outcome[i]);
}

static int mix_joint(lyc_draw_t out, lyc_steps *s, joint *names, lyc_eval *eval)
{
    const lyc_expr *e = s->step[s->length - 1].e;
    lyc_draw_struct *last = s->value + (s->length - 1);
    lyc_mixture mixture;
    lyc_number_t w;
    slong i;
    int ok = 1;

    lyc_number_init(w);
    lyc_mixture_init(&mixture);
    for (i = 0; i < names->count && ok; i++)
    {
        ok = evaluate_joint(s, names, eval);
        if (!ok)
            break;
        joint_weight(w, names, eval);
        ok = lyc_mixture_add(&mixture, w, last, e, eval);
        advance(names, eval);
    }
    ok = ok && lyc_mixture_get(out, &mixture, e, eval);
    lyc_mixture_clear(&mixture);
    lyc_number_clear(w);
    return ok;
}

int lyc_eval_steps(lyc_draw_t out, lyc_steps *s, lyc_eval *eval)
{
    joint names;
    int ok;

    find_names(&names, s, eval);
    ok = evaluate_rest(s, eval);
    if (ok && names.length == 0)
        lyc_draw_swap(out, s->value + (s->length - 1));
    else if (ok)
        ok = count_outcomes(&names, s, eval) && mix_joint(out, s, &names, eval);
    free(names.definition);
    free(names.outcome);
    return ok;
}
