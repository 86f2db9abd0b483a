#include <math.h>
#include <string.h>

#include "enclose/enclose.h"

typedef int (*method_function)(lyc_enclosure_t e, const lyc_law_t law,
                               const lyc_request *request,
                               const lyc_limits_t limits);

typedef struct
{
    lyc_method_t method;
    slong min_dim, max_dim;
    int takes_terms; /* laws without atoms too */
    method_function run;
} method_row;

/* A fan of n cones is crossed in n (K + 1) pieces with K logarithms each. The
 * least fan has 128 cones; two checks, 4e-6 seconds a logarithm. */
#define GAUGE_MAX_ATOMS 512
#define GAUGE_SECONDS(atoms) (2 * 128 * 4e-6 * (atoms) * (atoms))

static int run_gauge(lyc_enclosure_t e, const lyc_law_t law,
                     const lyc_request *request, const lyc_limits_t limits)
{
    double atoms = (double)law->length;

    if (atoms > GAUGE_MAX_ATOMS ||
        lyc_limits_elapsed(limits) + GAUGE_SECONDS(atoms) > limits->max_seconds)
    {
        lyc_limits_say(limits, 1, "gauge: left out, %ld atoms are too many",
                       (long)law->length);
        return 0;
    }
    return law->dim == 2 ? lyc_enclose_gauge(e, law, request, limits)
                         : lyc_enclose_boxes(e, law, request, limits);
}

/* In the order in which they are tried. */
static const method_row table[] = {
    {LYC_METHOD_FORMULA, 1, WORD_MAX, 1, lyc_enclose_formula},
    {LYC_METHOD_BLOCK, 2, 2, 0, lyc_enclose_block},
    {LYC_METHOD_BLOCK, 3, WORD_MAX, 0, lyc_enclose_blocks},
    {LYC_METHOD_FORMULA, 1, WORD_MAX, 0, lyc_formula_renewal},
    {LYC_METHOD_COLLOCATION, 2, 2, 1, lyc_enclose_collocation},
    {LYC_METHOD_COLLOCATION, 3, 3, 0, lyc_enclose_solid},
    {LYC_METHOD_GAUGE, 2, 4, 0, run_gauge},
    {LYC_METHOD_GAUGE, 2, 2, 1, lyc_enclose_density},
    {LYC_METHOD_GAUGE, 2, 2, 1, lyc_enclose_continuous},
    {LYC_METHOD_GAUGE, 3, 3, 1, lyc_enclose_cubes},
    {LYC_METHOD_PRODUCT, 1, WORD_MAX, 0, lyc_enclose_product},
    {LYC_METHOD_PRODUCT, 2, WORD_MAX, 1, lyc_enclose_moment},
};

static int is_known(const lyc_facts_t facts, slong k)
{
    return arf_cmp(facts->exponent_upper + k - 1,
                   facts->exponent_lower + k - 1) == 0 ||
           (arf_is_finite(facts->exponent_lower + k - 1) &&
            arf_is_finite(facts->exponent_upper + k - 1));
}

static int all_known(const lyc_facts_t facts)
{
    slong k;

    for (k = 1; k <= facts->dim; k++)
    {
        if (!is_known(facts, k))
        {
            return 0;
        }
    }
    return 1;
}

/* What a formula leaves unknown over a box is the box's own width. The product
 * bound is the last resort, and an upper one: with auto it is left out where a
 * gauge has bounded lambda_1 from above, as for singular atoms. */
static int is_due(const method_row *row, const lyc_enclosure_t e,
                  const lyc_law_t law, const lyc_request *request)
{
    if (request->method != LYC_METHOD_AUTO)
    {
        return row->method == request->method;
    }
    if (law->box->length > 0 && all_known(e->facts))
    {
        return 0;
    }
    /* The methods have had their turn with each block. */
    if (row->method != LYC_METHOD_FORMULA && row->method != LYC_METHOD_BLOCK &&
        e->method[0] != NULL && strcmp(e->method[0], "block") == 0)
    {
        return 0;
    }
    return row->method != LYC_METHOD_PRODUCT ||
           !(is_known(e->facts, 1) ||
             (arf_is_finite(e->facts->exponent_upper) && e->method[0] != NULL &&
              strcmp(e->method[0], "gauge") == 0));
}

/* 1 when some method of the request contributed. */
static int run_methods(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits,
                       int is_block)
{
    size_t i;
    int contributed;

    contributed = lyc_enclose_determinant(e, law, request, limits) &&
                  (request->method == LYC_METHOD_AUTO ||
                   request->method == LYC_METHOD_DETERMINANT || law->dim == 1);
    for (i = 0; i < sizeof table / sizeof table[0]; i++)
    {
        const method_row *row = table + i;

        if (lyc_request_all_met(request, e->facts))
        {
            break;
        }
        if (law->dim >= row->min_dim && law->dim <= row->max_dim &&
            (row->takes_terms || law->length > 0) &&
            !(is_block && row->run == lyc_enclose_blocks) &&
            is_due(row, e, law, request))
        {
            contributed |= row->run(e, law, request, limits);
        }
    }
    return contributed;
}

int lyc_enclosure_run_block(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits)
{
    return run_methods(e, law, request, limits, 1);
}

static void explain(lyc_diag_t d, const lyc_enclosure_t e,
                    const lyc_request *request, const lyc_limits_t limits,
                    int contributed)
{
    const char *why = lyc_limits_out_of_time(limits) ? "out of time" : e->stop;
    arf_t width;
    slong k;

    if (!contributed)
    {
        lyc_diag_fail(d, LYC_UNDECIDED,
                      lyc_limits_out_of_time(limits) ? "out of time"
                      : request->method == LYC_METHOD_AUTO
                          ? "no method of this version applies to this law"
                          : "the method asked for does not apply to this law");
        return;
    }
    arf_init(width);
    for (k = 1; k <= e->facts->dim; k++)
    {
        if (!lyc_request_met(request, e->facts, k))
        {
            break;
        }
    }
    lyc_facts_width(width, e->facts, k);
    lyc_diag_fail(d, LYC_UNDECIDED,
                  "lambda_%ld is enclosed to a width of %.3g only%s%s", (long)k,
                  arf_get_d(width, ARF_RND_UP), why != NULL ? ": " : "",
                  why != NULL ? why : "");
    arf_clear(width);
}

static lyc_verdict_t finish(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits, int contributed,
                            lyc_diag_t d)
{
    if (e->is_contradicted)
    {
        lyc_diag_fail(d, LYC_FAILURE,
                      "internal error: proved bounds contradict each other");
        return LYC_FAILURE;
    }
    if (!lyc_enclosure_recheck(e, law, limits, d))
    {
        return LYC_FAILURE;
    }
    if (!lyc_request_all_met(request, e->facts))
    {
        if (request->method == LYC_METHOD_DETERMINANT)
        {
            e->stop = "the determinant method certifies nothing else";
        }
        explain(d, e, request, limits, contributed);
        return LYC_UNDECIDED;
    }
    return LYC_PROVED;
}

lyc_verdict_t lyc_enclose(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits,
                          lyc_diag_t d)
{
    double begin = lyc_limits_elapsed(limits);
    lyc_verdict_t verdict;
    int contributed;

    if (request->digits < 0 || (request->digits == 0 && !(request->tol > 0)))
    {
        lyc_diag_fail(d, LYC_MALFORMED,
                      "the width asked for must be greater than 0");
        return LYC_MALFORMED;
    }
    if (law->dim != e->facts->dim)
    {
        lyc_diag_fail(d, LYC_MALFORMED,
                      "the law acts in dimension %ld, not %ld", (long)law->dim,
                      (long)e->facts->dim);
        return LYC_MALFORMED;
    }
    contributed = run_methods(e, law, request, limits, 0);
    verdict = finish(e, law, request, limits, contributed, d);
    e->seconds = lyc_limits_elapsed(limits) - begin;
    return verdict;
}
