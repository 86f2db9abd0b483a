#include <stdlib.h>
#include <string.h>

#include "enclose/root/root.h"
#include "lang/brackets.h"
#include "law/range.h"

/* The first token of this kind outside brackets, or -1. */
static long find(const lyc_tokens_t t, int kind)
{
    long depth = 0;
    for (long i = 0; i < t->length; i++)
    {
        if (t->token[i].kind == kind && depth == 0)
        {
            return i;
        }
        depth += lyc_bracket_step(t->token[i].kind);
    }
    return -1;
}

/* Line ends become spaces: an equation is one line of a certificate. */
static void add_line(lyc_text_t out, const char *s, size_t n)
{
    lyc_text_t line;
    lyc_text_init(line);
    lyc_text_add_n(line, s, n);
    for (size_t i = 0; i < line->length; i++)
    {
        char *c = line->bytes + i;
        *c = *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c;
    }
    lyc_text_add(out, line->bytes);
    lyc_text_clear(line);
}

/* definitions, which are a range, with rational ends. */
static int make_rational(lyc_text_t definitions, const lyc_program_t p,
                         lyc_diag_t d)
{
    lyc_text_t text;
    int is_changed;
    lyc_text_init(text);
    const int ok = lyc_range_define_all(text, &is_changed, p, d);
    if (ok && is_changed)
    {
        lyc_text_reset(definitions);
        lyc_text_add(definitions, text->bytes);
    }
    lyc_text_clear(text);
    return ok;
}

/* The parameter's own name, and its range as it is written. */
static void get_name(lyc_solution_t s, const lyc_program_t p)
{
    const char *range = strchr(p->definition->text, '[');
    free(s->name);
    free(s->range);
    s->name = lyc_strdup(p->definition->name);
    s->range = lyc_strdup(range == NULL ? "" : range);
}

int lyc_problem_split(lyc_text_t definitions, lyc_text_t equation,
                      lyc_solution_t s, const char *problem, lyc_diag_t d)
{
    lyc_box_struct *box = s->box;
    lyc_source source = {"<equation>", problem, strlen(problem), 1};
    lyc_tokens_t t;
    lyc_program_t p;
    lyc_tokens_init(t);
    lyc_program_init(p);
    int ok = lyc_tokens_scan(t, &source, d);
    long colon = ok ? find(t, ':') : -1;
    if (ok && (colon < 1 || colon + 1 >= t->length))
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, t->token[t->length].place,
                          "expected NAME in [a, b]: LEFT = RIGHT");
    }
    if (ok && strchr(problem, '#') != NULL)
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, t->token[0].place,
                          "expected an equation without comments");
    }
    if (ok)
    {
        lyc_text_add(definitions, "forall ");
        add_line(definitions, problem + t->token[0].begin,
                 t->token[colon - 1].end - t->token[0].begin);
        lyc_text_add(definitions, "\n");
        add_line(equation, problem + t->token[colon + 1].begin,
                 t->token[t->length - 1].end - t->token[colon + 1].begin);
        source.bytes = definitions->bytes;
        source.length = definitions->length;
        ok = lyc_program_parse(p, &source, d) &&
             make_rational(definitions, p, d);
    }
    if (ok)
    {
        lyc_program_t own;
        lyc_program_init(own);
        get_name(s, p);
        source.bytes = definitions->bytes;
        source.length = definitions->length;
        ok = lyc_program_parse(own, &source, d) &&
             lyc_program_get_box(box, own, NULL, d);
        lyc_program_clear(own);
    }
    lyc_program_clear(p);
    lyc_tokens_clear(t);
    return ok;
}

/* The parameter's value where the box's one parameter is x. */
static int value_at(arb_t value, const lyc_solution_t s, lyc_program_t p,
                    const arf_t x, lyc_diag_t d)
{
    const long i = lyc_program_find(p, s->name);
    lyc_box_t point;
    lyc_number_t number;
    fmpq_t q;
    fmpq_init(q);
    lyc_box_init(point);
    lyc_number_init(number);
    arf_get_fmpq(q, x);
    lyc_box_add(point, s->box->name[0], q, q);
    lyc_program_set_box(p, point);
    const int ok =
        i >= 0 && lyc_number_eval(number, p, p->definition[i].value, d);
    if (ok)
    {
        lyc_number_get_arb(value, number, 64 + 2 * arf_bits(x));
    }
    fmpq_clear(q);
    lyc_box_clear(point);
    lyc_number_clear(number);
    return ok;
}

int lyc_problem_show(lyc_solution_t s, const char *definitions, lyc_diag_t d)
{
    const lyc_source source = {"<equation>", definitions, strlen(definitions),
                               1};
    lyc_program_t p;
    arb_t low, high;
    arf_set(s->shown_lower, s->lower);
    arf_set(s->shown_upper, s->upper);
    if (strcmp(s->name, s->box->name[0]) == 0)
    {
        return 1;
    }
    lyc_program_init(p);
    arb_init(low);
    arb_init(high);
    const int ok = lyc_program_parse(p, &source, d) &&
                   value_at(low, s, p, s->lower, d) &&
                   value_at(high, s, p, s->upper, d);
    if (ok)
    {
        arb_get_lbound_arf(s->shown_lower, low, 64 + 2 * arf_bits(s->lower));
        arb_get_ubound_arf(s->shown_upper, high, 64 + 2 * arf_bits(s->upper));
    }
    arb_clear(low);
    arb_clear(high);
    lyc_program_clear(p);
    return ok;
}

int lyc_problem_is_narrow(const lyc_solution_t s,
                          const lyc_root_request *request, double tol)
{
    arf_t width, most;
    arf_init(width);
    arf_init(most);
    arf_sub(width, s->shown_upper, s->shown_lower, 64, ARF_RND_CEIL);
    arf_set_d(most, tol);
    if (request->digits > 0)
    {
        arf_abs(most, arf_cmpabs(s->shown_lower, s->shown_upper) < 0
                          ? s->shown_lower
                          : s->shown_upper);
        for (slong i = 0; i < request->digits; i++)
        {
            arf_mul_ui(width, width, 10, 64, ARF_RND_CEIL);
        }
    }
    const int is = arf_cmp(width, most) <= 0;
    arf_clear(width);
    arf_clear(most);
    return is;
}

/* Cells of the grid on which the inner range ends. */
#define INNER 1048576

/* n / d = the end of the grid that is nearest and not beyond x. */
static void inner_end(fmpq_t end, const arb_t x, const fmpq_t grid,
                      int is_lower)
{
    arf_t bound;
    fmpz_t n;
    arf_init(bound);
    fmpz_init(n);
    if (is_lower)
    {
        arb_get_ubound_arf(bound, x, 128);
    }
    else
    {
        arb_get_lbound_arf(bound, x, 128);
    }
    arf_get_fmpq(end, bound);
    fmpq_div(end, end, grid);
    if (is_lower)
    {
        fmpz_cdiv_q(n, fmpq_numref(end), fmpq_denref(end));
    }
    else
    {
        fmpz_fdiv_q(n, fmpq_numref(end), fmpq_denref(end));
    }
    fmpq_mul_fmpz(end, grid, n);
    arf_clear(bound);
    fmpz_clear(n);
}

int lyc_problem_make_inner(lyc_text_t definitions, lyc_solution_t s,
                           lyc_diag_t d)
{
    const lyc_source source = {"<equation>", definitions->bytes,
                               definitions->length, 1};
    lyc_program_t p;
    arb_t low, high, width;
    arf_t zero, one;
    fmpq_t lower, upper, grid;
    lyc_program_init(p);
    arb_init(low);
    arb_init(high);
    arb_init(width);
    arf_init(zero);
    arf_init(one);
    fmpq_init(lower);
    fmpq_init(upper);
    fmpq_init(grid);
    arf_one(one);
    int ok = lyc_program_parse(p, &source, d) && value_at(low, s, p, zero, d) &&
             value_at(high, s, p, one, d);
    if (ok)
    {
        /* The least power of 2 above the width, in INNER parts. */
        fmpz_t e;
        fmpz_init(e);
        arb_sub(width, high, low, 64);
        arf_frexp(arb_midref(width), e, arb_midref(width));
        fmpq_set_si(grid, 1, INNER);
        if (fmpz_sgn(e) >= 0)
        {
            fmpq_mul_2exp(grid, grid, fmpz_get_ui(e));
        }
        else
        {
            fmpz_neg(e, e);
            fmpq_div_2exp(grid, grid, fmpz_get_ui(e));
        }
        fmpz_clear(e);
        inner_end(lower, low, grid, 1);
        inner_end(upper, high, grid, 0);
        char *a = fmpq_get_str(NULL, 10, lower);
        char *b = fmpq_get_str(NULL, 10, upper);
        lyc_text_reset(definitions);
        lyc_text_printf(definitions, "forall %s in [%s, %s]\n", s->name, a, b);
        flint_free(a);
        flint_free(b);
        lyc_box_clear(s->box);
        lyc_box_init(s->box);
        lyc_box_add(s->box, s->name, lower, upper);
    }
    lyc_program_clear(p);
    arb_clear(low);
    arb_clear(high);
    arb_clear(width);
    arf_clear(zero);
    arf_clear(one);
    fmpq_clear(lower);
    fmpq_clear(upper);
    fmpq_clear(grid);
    return ok;
}
