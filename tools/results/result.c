#include <stdio.h>
#include <string.h>

#include "compute.h"
#include "lyapcert/certificate.h"
#include "lyapcert/json.h"
#include "stamp.h"

/* Everything that one result is made from. */
typedef struct
{
    const setting *setting;
    const recipe *recipe;
    const char *folder;
    json_t *printed; /* by the command */
    json_t *result;
    json_t *values, *certificates;
    provenance *provenance;
    lyc_diag_struct *d;
} making;

/* Adds the value, which is taken; NULL: an error is known. */
static int add(making *m, json_t *value)
{
    return value != NULL && json_array_append_new(m->values, value) == 0;
}

/* Values of one spectrum: lambda_1, …; lambda_1+2, … for partial sums. */
static int add_spectrum(making *m, const json_t *of, const char *prefix,
                        const char *law)
{
    size_t i;
    json_t *item;
    int ok = 1;
    lyc_text_t name, quantity;
    lyc_text_init(name);
    lyc_text_init(quantity);
    json_array_foreach(json_object_get(of, "spectrum"), i, item)
    {
        const json_int_t k = json_integer_value(json_object_get(item, "k"));
        lyc_text_reset(name);
        lyc_text_reset(quantity);
        lyc_text_printf(name, "%slambda_%d", prefix, (int)k);
        lyc_text_printf(quantity, "lambda(%s, %d)", law, (int)k);
        if (strcmp(store_string(item, "lower"), "-inf") == 0 &&
            strcmp(store_string(item, "upper"), "inf") == 0)
            continue;
        json_t *value = value_make(name->bytes, quantity->bytes, item, m->d);
        if (value != NULL)
            lyc_json_set(value, "method",
                         lyc_json_string(store_string(item, "method")));
        if (value != NULL && json_object_get(item, "exact") != NULL)
            lyc_json_set(value, "exact",
                         lyc_json_string(store_string(item, "exact")));
        ok = ok && add(m, value);
    }
    lyc_text_clear(name);
    lyc_text_clear(quantity);
    return ok;
}

/* Margins are for people: decimals only. */
/* Growth at a finite depth: means, and what bounds probabilities. */
static int add_depth(making *m)
{
    static const char *const side[] = {"plain", "residual"};
    const long depth =
        (long)json_integer_value(json_object_get(m->printed, "depth"));
    json_t *probabilities = json_object();
    int ok = 1;
    for (int i = 0; i < 2; i++)
    {
        const json_t *of = json_object_get(m->printed, side[i]);
        char name[40], quantity[80];
        snprintf(name, sizeof name, "%s.growth", side[i]);
        snprintf(quantity, sizeof quantity, "E log(|S_%ld x|/|x|)", depth);
        ok = ok && add(m, value_make(name, quantity,
                                     json_object_get(of, "growth"), m->d));
        snprintf(name, sizeof name, "%s.norm", side[i]);
        snprintf(quantity, sizeof quantity, "E log||S_%ld||", depth);
        ok = ok && add(m, value_make(name, quantity,
                                     json_object_get(of, "norm"), m->d));
        lyc_json_set(probabilities, side[i],
                     json_deep_copy(json_object_get(of, "probabilities")));
    }
    lyc_json_set(m->result, "probabilities", probabilities);
    return ok;
}

static int add_comparison(making *m)
{
    const json_t *plain = json_object_get(m->printed, "plain"),
                 *residual = json_object_get(m->printed, "residual");
    lyc_json_set(m->result, "readings",
                 json_deep_copy(json_object_get(m->printed, "readings")));
    return add_spectrum(m, plain, "plain.", "A") &&
           add_spectrum(m, residual, "residual.", "I + A");
}

static int add_root(making *m)
{
    const json_t *box = json_array_get(json_object_get(m->printed, "box"), 0);
    return add(m, value_make(store_string(box, "name"),
                             store_string(m->printed, "equation"), m->printed,
                             m->d));
}

static int add_derived(making *m)
{
    for (long i = 0; i < m->recipe->deriveds; i++)
    {
        const recipe_derived *q = m->recipe->derived + i;
        const json_t *from = NULL;
        size_t j;
        json_t *item;
        json_array_foreach(
            m->values, j,
            item) if (strstr(q->expression, store_string(item, "name")) != NULL)
            from = item;
        if (from == NULL)
            return lyc_diag_fail(m->d, LYC_MALFORMED,
                                 "%s: derive %s: expected an expression in the "
                                 "name of a value",
                                 m->recipe->id, q->name);
        if (!add(m, value_derive(q->name, q->expression, from, m->d)))
            return 0;
    }
    return 1;
}

/* The certificate that the command wrote: its digest is what the command said,
 * its law is the result's. */
static int add_certificate(making *m, const char *part, const char *digest)
{
    lyc_text_t path;
    lyc_certificate_t c;
    lyc_digest_t found;
    lyc_text_init(path);
    lyc_certificate_init(c);
    int ok = store_keep_certificate(path, m->folder, m->recipe, part, m->d) &&
             lyc_certificate_load(c, found, path->bytes, m->d);
    if (ok && strcmp(found, digest) != 0)
        ok = lyc_diag_fail(m->d, LYC_FAILURE,
                           "%s: the certificate is not the one that was "
                           "announced",
                           m->recipe->id);
    if (ok)
    {
        json_t *item = json_object();
        const char *base = strrchr(path->bytes, '/') + 1;
        lyc_json_set(item, "file", lyc_json_string(base));
        lyc_json_set(item, "law", lyc_json_string(c->law_text));
        lyc_json_set(item, "digest", lyc_json_string(digest));
        json_array_append_new(m->certificates, item);
        for (slong i = 0; i < c->evidences; i++)
            m->provenance->precision =
                FLINT_MAX(m->provenance->precision, c->evidence[i].prec);
    }
    lyc_certificate_clear(c);
    lyc_text_clear(path);
    return ok;
}

static int add_everything(making *m)
{
    const json_t *plain = json_object_get(m->printed, "plain");
    int ok;
    if (plain != NULL)
        ok = (json_object_get(m->printed, "depth") != NULL
                  ? add_depth(m)
                  : add_comparison(m)) &&
             add_certificate(m, ".plain", store_string(plain, "cert_digest")) &&
             add_certificate(
                 m, ".residual",
                 store_string(json_object_get(m->printed, "residual"),
                              "cert_digest"));
    else if (json_object_get(m->printed, "equation") != NULL)
        ok = add_root(m) &&
             add_certificate(m, "", store_string(m->printed, "cert_digest"));
    else
        ok = add_spectrum(m, m->printed, "", "it") &&
             add_certificate(m, "", store_string(m->printed, "cert_digest"));
    return ok && add_derived(m);
}

static int add_claim(making *m)
{
    lyc_text_t statement;
    lyc_text_init(statement);
    const int ok = claim_statement(statement, m->recipe->claim, m->d);
    lyc_json_set(m->result, "claim", lyc_json_string(m->recipe->claim));
    lyc_json_set(m->result, "claim_statement",
                 lyc_json_string(statement->bytes));
    lyc_text_clear(statement);
    return ok;
}

static int begin(making *m, const command *shown)
{
    const recipe *r = m->recipe;
    lyc_text_t line;
    lyc_text_init(line);
    command_get_text(line, shown);
    lyc_json_set(m->result, "id", lyc_json_string(r->id));
    lyc_json_set(m->result, "title", lyc_json_string(r->title));
    if (r->says != NULL)
        lyc_json_set(m->result, "statement", lyc_json_string(r->says));
    lyc_json_set(m->result, "kind",
                 lyc_json_string(r->kind == KIND_EXACT ? "exact" : "gauge"));
    lyc_json_set(m->result, "command", lyc_json_string(line->bytes));
    lyc_json_set(m->result, "law", lyc_json_string(r->argument));
    lyc_json_set(m->result, "status",
                 lyc_json_string(store_string(m->printed, "status")));
    lyc_text_clear(line);
    return r->claim == NULL || add_claim(m);
}

static int finish(making *m)
{
    lyc_text_t text;
    lyc_text_init(text);
    lyc_json_set(m->result, "values", m->values);
    lyc_json_set(m->result, "certificates", m->certificates);
    const int ok = lyc_json_get_text(text, m->result) &&
                   store_write(m->folder, m->recipe, ".json", text, m->d);
    lyc_text_clear(text);
    return ok;
}

int compute_result(provenance *p, const setting *s, const char *folder,
                   const recipe *r, lyc_diag_t d)
{
    making m = {
        .setting = s, .recipe = r, .folder = folder, .provenance = p, .d = d};
    command shown, run;
    lyc_text_t cert;
    int ok = 0;
    lyc_text_init(cert);
    command_init(&shown);
    command_init(&run);
    store_path(cert, folder, r, ".cert");
    compute_command(&shown, &run, s, r->run, r->argument, cert->bytes);
    m.printed = command_json(&run, d);
    if (m.printed != NULL)
    {
        m.result = json_object();
        m.values = json_array();
        m.certificates = json_array();
        ok = begin(&m, &shown) && add_everything(&m) && finish(&m);
        json_decref(m.result);
    }
    json_decref(m.printed);
    command_clear(&shown);
    command_clear(&run);
    lyc_text_clear(cert);
    return ok;
}
