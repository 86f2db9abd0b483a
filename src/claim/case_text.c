/* The result on one instance as one line of text. */
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "claim/case_decide.h"
#include "lyapcert/dyadic.h"

/* Names of files may be anything. */
static json_t *text_of(const char *s)
{
    json_t *value = json_string(s);
    return value != NULL ? value : json_string("the reason is not UTF-8");
}

/* What is not defined is not read. */
static json_t *bound(const arf_t x)
{
    lyc_text_t t;
    lyc_text_init(t);
    if (arf_is_nan(x))
    {
        lyc_text_add(t, "0");
    }
    else
    {
        lyc_dyadic_get_text(t, x);
    }
    json_t *value = json_string(t->bytes);
    lyc_text_clear(t);
    return value;
}

static json_t *decision_json(const lyc_decision_t r)
{
    return json_pack("{s:i, s:b, s:b, s:b, s:[o, o, o, o], s:o, s:f}", "truth",
                     (int)r->truth, "exact", r->is_exact, "left", r->is_left,
                     "right", r->is_right, "bounds", bound(r->left_lower),
                     bound(r->left_upper), bound(r->right_lower),
                     bound(r->right_upper), "reason", text_of(r->reason->bytes),
                     "seconds", r->seconds);
}

void lyc_case_result_get_text(lyc_text_t out, const lyc_case_result_t r,
                              const lyc_theorem *theorem)
{
    json_t *methods = json_array();
    for (int i = 0; i < r->methods; i++)
    {
        json_array_append_new(methods, json_string(r->method[i]));
    }
    json_int_t clause = r->clause == NULL ? -1 : r->clause - theorem->clause;
    json_t *object = json_pack(
        "{s:i, s:I, s:I, s:o, s:o, s:I, s:I}", "word", (int)r->word, "clause",
        clause, "k", (json_int_t)r->k, "decision", decision_json(r->decision),
        "methods", methods, "laws", (json_int_t)r->laws, "certificates",
        (json_int_t)r->certificates);
    char *text = object == NULL ? NULL : json_dumps(object, JSON_COMPACT);
    lyc_text_add(out, text == NULL ? "" : text);
    free(text);
    json_decref(object);
}

static int set_decision(lyc_decision_t r, json_t *object)
{
    const char *bounds[4], *reason;
    int truth;
    int ok =
        json_unpack(object,
                    "{s:i, s:b, s:b, s:b, s:[s, s, s, s !], s:s, "
                    "s:F !}",
                    "truth", &truth, "exact", &r->is_exact, "left", &r->is_left,
                    "right", &r->is_right, "bounds", bounds, bounds + 1,
                    bounds + 2, bounds + 3, "reason", &reason, "seconds",
                    &r->seconds) == 0 &&
        (truth == LYC_TRUE || truth == LYC_FALSE || truth == LYC_UNKNOWN) &&
        lyc_dyadic_set_str(r->left_lower, bounds[0]) &&
        lyc_dyadic_set_str(r->left_upper, bounds[1]) &&
        lyc_dyadic_set_str(r->right_lower, bounds[2]) &&
        lyc_dyadic_set_str(r->right_upper, bounds[3]);
    if (ok)
    {
        r->truth = (lyc_truth_t)truth;
        lyc_text_add(r->reason, reason);
    }
    return ok;
}

static int set_methods(lyc_case_result_t r, const json_t *list)
{
    size_t i, most = sizeof r->method / sizeof r->method[0];
    json_t *item;
    if (!json_is_array(list) || json_array_size(list) > most)
    {
        return 0;
    }
    json_array_foreach(list, i, item)
    {
        if (!json_is_string(item))
        {
            return 0;
        }
        snprintf(r->method[r->methods++], sizeof r->method[0], "%s",
                 json_string_value(item));
    }
    return 1;
}

int lyc_case_result_set_text(lyc_case_result_t r, const lyc_theorem *theorem,
                             const char *text)
{
    json_t *object = json_loads(text, 0, NULL), *decision, *methods;
    json_int_t clause, k, laws, certificates;
    int word;
    int ok = json_unpack(object, "{s:i, s:I, s:I, s:o, s:o, s:I, s:I !}",
                         "word", &word, "clause", &clause, "k", &k, "decision",
                         &decision, "methods", &methods, "laws", &laws,
                         "certificates", &certificates) == 0 &&
             word >= LYC_CASE_PROVED && word <= LYC_CASE_VACUOUS &&
             clause >= -1 && clause < theorem->clauses && laws >= 0 &&
             certificates >= 0 && set_methods(r, methods) &&
             set_decision(r->decision, decision);
    if (ok)
    {
        r->word = (lyc_case_word)word;
        r->clause = clause < 0 ? NULL : theorem->clause + clause;
        r->k = (slong)k;
        r->laws = (long)laws;
        r->certificates = (long)certificates;
    }
    json_decref(object);
    return ok;
}
