#include "cli/verify.h"

static json_t *chapters(const lyc_verification *v)
{
    json_t *list = json_array();
    for (long i = 0; i < v->chapters; i++)
    {
        const lyc_chapter_struct *c = v->chapter + i;
        json_t *item = json_object();
        lyc_json_set(item, "name", lyc_json_string(c->name));
        lyc_json_set(item, "file", lyc_json_string(c->file));
        lyc_json_set(item, "title", lyc_json_string(c->title));
        lyc_json_set(item, "claims", json_integer(c->script->length));
        lyc_json_set(item, "theorems", json_integer(c->script->theorems));
        json_array_append_new(list, item);
    }
    return list;
}

static json_t *exponents(const lyc_verification *v, const lyc_statement_t s)
{
    json_t *list = json_array();
    for (long i = 0; i < s->leaves && s->claim->forall == NULL; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        const lyc_enclosure_struct *e =
            leaf->k == 0 ? NULL
                         : lyc_library_best(v->library, leaf->law, leaf->k);
        if (e == NULL)
        {
            continue;
        }
        json_t *item = json_object();
        lyc_json_set(item, "law",
                     lyc_json_string(v->library->known[leaf->law].text));
        lyc_json_set(item, "k", json_integer(leaf->k));
        lyc_json_bounds(item, e->facts->exponent_lower + (leaf->k - 1),
                        e->facts->exponent_upper + (leaf->k - 1));
        lyc_json_set(item, "method", lyc_json_string(e->method[leaf->k - 1]));
        lyc_json_set(item, "cones", json_integer(e->cones));
        json_array_append_new(list, item);
    }
    return list;
}

/* right - left, outward: the certified margin of left < right. */
static json_t *margin(const lyc_decision_t r)
{
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    arf_sub(lower, r->right_lower, r->left_upper, 64, ARF_RND_FLOOR);
    arf_sub(upper, r->right_upper, r->left_lower, 64, ARF_RND_CEIL);
    json_t *value = arf_is_nan(lower) || arf_is_nan(upper)
                        ? json_null()
                        : lyc_json_interval(lower, upper);
    arf_clear(lower);
    arf_clear(upper);
    return value;
}

/* "constant": no law enters. */
static json_t *side(int is_known, const arf_t lower, const arf_t upper,
                    int is_plain)
{
    json_t *object = is_known ? lyc_json_interval(lower, upper) : json_null();
    if (is_known)
    {
        lyc_json_set(object, "constant", json_boolean(is_plain));
    }
    return object;
}

static json_t *certificates(const lyc_certificate_files_t f)
{
    json_t *list = json_array();
    for (long i = 0; i < f->length; i++)
    {
        json_t *item = json_object();
        lyc_json_set(item, "file", lyc_json_string(f->file[i].name));
        lyc_json_set(item, "digest", lyc_json_string(f->file[i].digest));
        json_array_append_new(list, item);
    }
    return list;
}

json_t *lyc_verify_source(const lyc_chapter_t c, const lyc_claim *claim)
{
    lyc_digest_t digest;
    lyc_chapter_digest(digest, c, claim == NULL ? 0 : claim->place.line,
                       claim == NULL ? 0 : claim->end);
    return lyc_json_string(digest);
}

static json_t *boxes(const lyc_sweep_boxes_t s)
{
    json_t *list = json_array();
    for (slong i = 0; i < s->length; i++)
    {
        json_array_append_new(list, lyc_json_box(s->box + i));
    }
    return list;
}

/* Of the statement as written. */
static json_t *ranges(const lyc_sweep_t w)
{
    const int is_refute = w->claim.kind == LYC_CLAIM_REFUTE;
    json_t *object = json_object();
    lyc_json_set(object, "true", boxes(is_refute ? w->fails : w->holds));
    lyc_json_set(object, "false", boxes(is_refute ? w->holds : w->fails));
    lyc_json_set(object, "undecided", boxes(w->open));
    if (w->witness->length > 0)
    {
        lyc_json_set(object, "witness", lyc_json_box(w->witness));
    }
    return object;
}

static json_t *claim(const lyc_verification *v, long i)
{
    const lyc_statement_struct *s = v->statement + i;
    const lyc_decision_struct *r = v->decision + i;
    json_t *item = json_object();
    lyc_json_set(item, "id", lyc_json_string(s->id));
    lyc_json_set(item, "kind",
                 lyc_json_string(lyc_verify_kind(s->claim->kind)));
    lyc_json_set(item, "file", lyc_json_string(s->chapter->file));
    lyc_json_set(item, "line", json_integer(s->claim->place.line));
    lyc_json_set(item, "statement", lyc_json_string(s->claim->text));
    lyc_json_set(item, "result", lyc_json_string(lyc_verdict_word(r->verdict)));
    lyc_json_set(item, "exact", json_boolean(r->is_exact));
    lyc_json_set(item, "left",
                 side(r->is_left, r->left_lower, r->left_upper,
                      lyc_verify_is_plain(s, 0)));
    lyc_json_set(item, "right",
                 side(r->is_right, r->right_lower, r->right_upper,
                      lyc_verify_is_plain(s, 1)));
    if (s->claim->statement->op != 'i' && r->is_left && r->is_right)
    {
        lyc_json_set(item, "margin", margin(r));
    }
    lyc_json_set(item, "exponents", exponents(v, s));
    lyc_json_set(item, "certificates", certificates(v->files + i));
    lyc_json_set(item, "source", lyc_verify_source(s->chapter, s->claim));
    if (v->sweep[i] != NULL)
    {
        lyc_json_set(item, "forall", lyc_json_box(v->sweep[i]->box));
        lyc_json_set(item, "pieces", json_integer(r->pieces));
        lyc_json_set(item, "methods", lyc_json_string(r->methods->bytes));
        if (r->reason->length > 0)
        {
            lyc_json_set(item, "ranges", ranges(v->sweep[i]));
        }
    }
    if (r->reason->length > 0)
    {
        lyc_json_set(item, "reason", lyc_json_string(r->reason->bytes));
    }
    lyc_json_set(item, "seconds", lyc_json_seconds(r->seconds));
    return item;
}

void lyc_verify_get_json(json_t *object, const lyc_verification *v)
{
    json_t *list = json_array();
    json_t *totals = json_object();
    for (long i = 0; i < v->statements; i++)
    {
        json_array_append_new(list, claim(v, i));
    }
    lyc_json_set(totals, "proved", json_integer(v->tally.proved));
    lyc_json_set(totals, "disproved", json_integer(v->tally.disproved));
    lyc_json_set(totals, "undecided", json_integer(v->tally.undecided));
    lyc_json_set(totals, "vacuous", json_integer(v->tally.vacuous));
    lyc_json_set(totals, "open", json_integer(v->tally.open));
    lyc_json_set(totals, "open_certified",
                 json_integer(v->tally.open_certified));
    lyc_json_set(object, "chapters", chapters(v));
    lyc_json_set(object, "claims", list);
    lyc_json_set(object, "theorems", lyc_verify_trials_json(v));
    lyc_json_set(object, "ensembles", lyc_verify_ensembles_json(v));
    lyc_json_set(object, "totals", totals);
    lyc_json_set(object, "recalled", json_integer(v->state->recalled));
    lyc_json_set(object, "certificates", json_integer(v->certificates));
    lyc_json_set(object, "seconds", lyc_json_seconds(v->seconds));
}
