#include "audit.h"

#include <stdlib.h>
#include <string.h>

#include "compute.h"
#include "lyapcert/certificate.h"
#include "lyapcert/dyadic.h"

static int wrong(const recipe *r, const char *what, lyc_diag_t d)
{
    return lyc_diag_fail(d, LYC_DISPROVED, "%s: %s", r->id, what);
}

/* lower <= exact <= upper, and the value says what it is exactly. */
static int is_exact(const lyc_logsum_t exact, const json_t *value,
                    const arf_t lower, const arf_t upper)
{
    const slong prec = FLINT_MAX(arf_bits(lower), arf_bits(upper)) + 64;
    lyc_text_t text;
    arb_t x, bound;
    lyc_text_init(text);
    arb_init(x);
    arb_init(bound);
    lyc_logsum_get_text(text, exact);
    int ok = strcmp(text->bytes, store_string(value, "exact")) == 0;
    lyc_logsum_get_arb(x, exact, prec);
    arb_set_arf(bound, lower);
    ok = ok && arb_le(bound, x);
    arb_set_arf(bound, upper);
    ok = ok && arb_le(x, bound);
    lyc_text_clear(text);
    arb_clear(x);
    arb_clear(bound);
    return ok;
}

static int is_root(const lyc_conclusion *q)
{
    return q->kind == LYC_CONCLUDE_ROOT || q->kind == LYC_CONCLUDE_ZERO;
}

/* What a value is about, read off its name without the part before the point.
 */
static int is_about(const lyc_conclusion *q, const char *name)
{
    if (q->kind == LYC_CONCLUDE_DEPTH)
        return (q->what == LYC_DEPTH_VECTOR && strcmp(name, "growth") == 0) ||
               (q->what == LYC_DEPTH_NORM && strcmp(name, "norm") == 0);
    if (strncmp(name, "lambda_", 7) != 0)
        return is_root(q);
    return !is_root(q) && q->k == atol(name + 7);
}

/* The conclusion is about `name`, with these bounds. */
static int states(const lyc_conclusion *q, const char *name,
                  const json_t *value, const arf_t lower, const arf_t upper)
{
    if (!is_about(q, name))
        return 0;
    switch (q->kind)
    {
    case LYC_CONCLUDE_ROOT:
    case LYC_CONCLUDE_ZERO:
    case LYC_CONCLUDE_EXPONENT:
    case LYC_CONCLUDE_DEPTH:
        return arf_equal(q->lower, lower) && arf_equal(q->upper, upper);
    case LYC_CONCLUDE_MINUSINF:
        return arf_is_neg_inf(lower) && arf_is_neg_inf(upper);
    case LYC_CONCLUDE_EXACT:
        return arf_is_zero(lower) && arf_is_zero(upper)
                   ? lyc_logsum_sign(q->exact) == 0
                   : is_exact(q->exact, value, lower, upper);
    default:
        return 0;
    }
}

static int is_concluded(const lyc_certificate_t c, const char *name,
                        const json_t *value)
{
    int is_found = 0;
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    if (lyc_dyadic_set_str(lower, store_string(value, "lower_exact")) &&
        lyc_dyadic_set_str(upper, store_string(value, "upper_exact")))
        for (slong i = 0; i < c->conclusions; i++)
            is_found |= states(c->conclusion + i, name, value, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
    return is_found;
}

/* Every value of this part ("", "plain", "residual") that is not derived is a
 * conclusion. */
static int check_conclusions(const recipe *r, const lyc_certificate_t c,
                             const char *part, const json_t *values,
                             lyc_diag_t d)
{
    size_t i;
    json_t *value;
    json_array_foreach((json_t *)values, i, value)
    {
        const char *name = store_string(value, "name");
        const size_t n = strlen(part);
        const char *rest = name + n + (n > 0);
        if (json_object_get(value, "from") != NULL ||
            (n > 0 && (strncmp(name, part, n) != 0 || name[n] != '.')))
            continue;
        if (!is_concluded(c, rest, value))
            return lyc_diag_fail(d, LYC_DISPROVED,
                                 "%s: %s: the certificate concludes something "
                                 "else",
                                 r->id, name);
    }
    return 1;
}

static int check_certificate(const char *folder, const recipe *r,
                             const json_t *item, const json_t *values, int deep,
                             lyc_diag_t d)
{
    const char *file = store_string(item, "file");
    const size_t base = strlen(r->id) - strlen(r->topic) - 1;
    lyc_text_t path, part;
    lyc_certificate_t c;
    lyc_digest_t digest;
    int ok;
    lyc_text_init(path);
    lyc_text_init(part);
    lyc_certificate_init(c);
    /* NAME.cert, NAME.plain.cert, NAME.residual.cert */
    if (strlen(file) > base && file[base] == '.')
        lyc_text_add_n(part, file + base + 1, strcspn(file + base + 1, "."));
    if (strcmp(part->bytes, "cert") == 0)
        lyc_text_reset(part);
    lyc_text_printf(path, "%s/%s/%s", folder, r->topic, file);
    ok = strchr(file, '/') == NULL || wrong(r, "expected a file name", d);
    ok = ok && lyc_certificate_load(c, digest, path->bytes, d);
    ok = ok && (strcmp(digest, store_string(item, "digest")) == 0 ||
                wrong(r, "the certificate has another digest", d));
    ok = ok && (strcmp(c->law_text, store_string(item, "law")) == 0 ||
                wrong(r, "the certificate is about another law", d));
    ok = ok && check_conclusions(r, c, part->bytes, values, d);
    if (ok && deep)
    {
        lyc_limits_t limits;
        lyc_facts_t facts;
        lyc_limits_init(limits);
        ok = lyc_certificate_check(facts, c, path->bytes, limits, d) ==
             LYC_PROVED;
        if (!ok)
            wrong(r, "the certificate does not establish it", d);
        lyc_facts_clear(facts);
        lyc_limits_clear(limits);
    }
    lyc_certificate_clear(c);
    lyc_text_clear(path);
    lyc_text_clear(part);
    return ok;
}

static int check_object(const char *folder, const recipe *r, const json_t *o,
                        int deep, lyc_diag_t d)
{
    const json_t *values = json_object_get(o, "values"),
                 *list = json_object_get(o, "certificates");
    int ok = (strcmp(store_string(o, "id"), r->id) == 0 &&
              strcmp(store_string(o, "title"), r->title) == 0 &&
              strcmp(store_string(o, "law"), r->argument) == 0) ||
             wrong(r, "the recipe says something else", d);
    ok = ok && (strcmp(store_string(o, "status"), "PROVED") == 0 ||
                wrong(r, "it is not proved", d));
    ok = ok && ((json_array_size(values) > 0 && json_array_size(list) > 0) ||
                wrong(r, "expected values and certificates", d));
    for (size_t i = 0; ok && i < json_array_size(values); i++)
    {
        lyc_diag_t why;
        lyc_diag_init(why);
        if (!value_check(json_array_get(values, i), why))
            ok = lyc_diag_fail(d, LYC_DISPROVED, "%s: %s", r->id, why->text);
        lyc_diag_clear(why);
    }
    for (size_t i = 0; ok && i < json_array_size(list); i++)
        ok = check_certificate(folder, r, json_array_get(list, i), values, deep,
                               d);
    return ok;
}

int audit_result(const char *folder, const recipe *r, int deep, lyc_diag_t d)
{
    if (!store_is_there(folder, r))
        return r->kind == KIND_TIMING || wrong(r, "there is no such file", d);
    if (recipe_is_table(r))
    {
        lyc_text_t text;
        lyc_text_init(text);
        const int ok = store_read(text, folder, r, ".tsv", d) &&
                       (text->length > 0 || wrong(r, "the table is empty", d));
        lyc_text_clear(text);
        return ok;
    }
    json_t *o = store_read_json(folder, r, d);
    const int ok = o != NULL && check_object(folder, r, o, deep, d);
    json_decref(o);
    return ok;
}
