#include "certify/equation.h"

#include <stdlib.h>
#include <string.h>

#include "lang/brackets.h"

/* The '=' outside brackets; -1 when there is none. */
static long find_equals(const lyc_tokens_t t)
{
    long depth = 0;
    for (long i = 0; i < t->length; i++)
    {
        if (t->token[i].kind == '=' && depth == 0)
            return i;
        depth += lyc_bracket_step(t->token[i].kind);
    }
    return -1;
}

static int parse_relation(lyc_equation_t q, lyc_diag_t d)
{
    q->relation = lyc_expr_parse(q->tokens, 0, q->tokens->length, 1, d);
    if (q->relation == NULL)
        return 0;
    q->op = q->relation->op;
    if (q->relation->kind != LYC_EXPR_COMPARE || strchr("<>lg", q->op) == NULL)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(q->relation),
                            "expected LEFT = RIGHT, or <, >, <=, >=");
    q->left = q->relation->child[0];
    q->right = q->relation->child[1];
    return lyc_program_names_known(q->program, q->relation, d);
}

static int parse_sides(lyc_equation_t q, lyc_diag_t d)
{
    if (!lyc_tokens_scan(q->tokens, &q->source, d))
        return 0;
    const long at = find_equals(q->tokens);
    if (at < 0)
        return parse_relation(q, d);
    q->left = lyc_expr_parse(q->tokens, 0, at, 0, d);
    if (q->left != NULL)
        q->right = lyc_expr_parse(q->tokens, at + 1, q->tokens->length, 0, d);
    return q->right != NULL &&
           lyc_program_names_known(q->program, q->left, d) &&
           lyc_program_names_known(q->program, q->right, d);
}

int lyc_equation_init(lyc_equation_t q, const char *definitions,
                      const char *text, const lyc_box_t box, const char *file,
                      lyc_diag_t d)
{
    const lyc_source source = {file, definitions, strlen(definitions), 1};
    lyc_program_init(q->program);
    lyc_box_init(q->box);
    lyc_tokens_init(q->tokens);
    q->relation = q->left = q->right = NULL;
    q->op = '=';
    q->enclose = NULL;
    q->context = NULL;
    q->text = lyc_strdup(text);
    q->source = (lyc_source){file, q->text, strlen(text), 1};
    lyc_box_set(q->box, box);
    if (box->length != 1)
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "a root is a value of one parameter");
    return lyc_program_parse(q->program, &source, d) &&
           lyc_program_restrict(q->program, box, d) && parse_sides(q, d);
}

void lyc_equation_clear(lyc_equation_t q)
{
    if (q->relation == NULL)
    {
        lyc_expr_free(q->left);
        lyc_expr_free(q->right);
    }
    lyc_expr_free(q->relation);
    lyc_tokens_clear(q->tokens);
    lyc_box_clear(q->box);
    lyc_program_clear(q->program);
    free(q->text);
}

int lyc_equation_sign(int *ok, lyc_equation_t q, const fmpq_t x, slong prec,
                      lyc_diag_t d)
{
    int sign = 0;
    lyc_dual_t z;
    lyc_dual_init(z);
    *ok = lyc_equation_eval(z, q, x, x, prec, d);
    if (*ok && arb_is_finite(z->value))
        sign = arb_is_positive(z->value) ? 1 : -arb_is_negative(z->value);
    lyc_dual_clear(z);
    return sign;
}
