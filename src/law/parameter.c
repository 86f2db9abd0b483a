#include <stdlib.h>
#include <string.h>

#include "lang/walk.h"
#include "law/eval.h"
#include "lyapcert/box.h"

static int get_end(fmpq_t q, const lyc_program_t p, const lyc_expr *e,
                   lyc_diag_t d)
{
    lyc_number_t x;
    int ok;

    lyc_number_init(x);
    ok = lyc_number_eval(x, p, e, d);
    if (ok && !lyc_number_is_rational(x))
        ok = lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(e),
                          "expected a rational number as the end of a range");
    if (ok)
        lyc_number_get_fmpq(q, x);
    lyc_number_clear(x);
    return ok;
}

int lyc_parameter_range(fmpq_t lower, fmpq_t upper, const lyc_program_t p,
                        long i, lyc_diag_t d)
{
    const lyc_definition *def = p->definition + i;
    const lyc_expr *range = def->value;

    if (!get_end(lower, p, range->child[0], d) ||
        !get_end(upper, p, range->child[1], d))
        return 0;
    if (fmpq_cmp(lower, upper) <= 0)
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, range->place,
                        "the range of '%.40s' is empty: its lower end is above "
                        "its upper end",
                        def->name);
}

int lyc_program_get_box(lyc_box_t b, const lyc_program_t p, const lyc_expr *e,
                        lyc_diag_t d)
{
    char *needed = lyc_calloc((size_t)p->length + 1, 1);
    fmpq_t lower, upper;
    long i;
    int ok = 1;

    fmpq_init(lower);
    fmpq_init(upper);
    lyc_box_clear(b);
    if (e != NULL)
        lyc_program_mark(needed, p, e);
    for (i = 0; i < p->length && ok; i++)
    {
        if (!p->definition[i].is_parameter || (e != NULL && !needed[i]))
            continue;
        ok = lyc_parameter_range(lower, upper, p, i, d);
        if (ok)
            lyc_box_add(b, p->definition[i].name, lower, upper);
    }
    fmpq_clear(lower);
    fmpq_clear(upper);
    free(needed);
    return ok;
}

void lyc_program_set_box(lyc_program_t p, const lyc_box_t b)
{
    slong i;

    for (i = 0; i < b->length; i++)
    {
        long at = lyc_program_find(p, b->name[i]);
        char *lower, *upper;

        if (at < 0 || !p->definition[at].is_parameter)
            continue;
        lower = fmpq_get_str(NULL, 10, b->lower + i);
        upper = fmpq_get_str(NULL, 10, b->upper + i);
        lyc_program_set_range(p, at, lower, upper);
        flint_free(lower);
        flint_free(upper);
    }
}

int lyc_program_restrict(lyc_program_t p, const lyc_box_t b, lyc_diag_t d)
{
    lyc_box_t declared;
    int ok;

    lyc_box_init(declared);
    ok = lyc_program_get_box(declared, p, NULL, d);
    if (ok && !lyc_box_same_names(b, declared))
        ok = lyc_diag_fail(d, LYC_MALFORMED,
                           "the box does not name the parameters of the law");
    if (ok && !lyc_box_is_inside(b, declared))
        ok = lyc_diag_fail(d, LYC_MALFORMED,
                           "the box is not inside the ranges of the law");
    if (ok)
        lyc_program_set_box(p, b);
    lyc_box_clear(declared);
    return ok;
}
