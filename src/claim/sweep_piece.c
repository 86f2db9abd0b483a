#include <stdlib.h>
#include <string.h>

#include "claim/sweep.h"

static void begin_certificates(lyc_sweep_t w, const lyc_statement_t s,
                               const lyc_library_t lib)
{
    const size_t n = (size_t)s->leaves;
    if (w->certificates > 0 || n == 0)
    {
        return;
    }
    w->certificate = lyc_calloc(n, sizeof *w->certificate);
    w->path = lyc_calloc(n, sizeof *w->path);
    w->law = lyc_calloc(n, sizeof *w->law);
    for (long i = 0; i < s->leaves; i++)
    {
        lyc_text_t path;
        lyc_text_init(path);
        lyc_certificate_init(w->certificate + i);
        lyc_statement_certificate_path(path, s, lib, s->leaf + i);
        w->path[i] = lyc_strdup(path->bytes);
        if (s->leaf[i].k > 0)
        {
            w->law[i] = s->leaf[i].expr->child[0];
        }
        lyc_text_clear(path);
    }
    w->certificates = s->leaves;
}

/* The best enclosure of leaf i, -1: none. */
static slong best_of(const lyc_statement_t s, const lyc_library_t lib, long i)
{
    const lyc_leaf *leaf = s->leaf + i;
    return leaf->k == 0 ? -1 : lib->known[leaf->law].best[leaf->k - 1];
}

/* An earlier leaf took the enclosure of leaf i: another exponent of the law. */
static int is_taken(const lyc_statement_t s, const lyc_library_t lib, long i)
{
    for (long j = 0; j < i; j++)
    {
        if (s->leaf[j].law == s->leaf[i].law && s->leaf[j].k > 0 &&
            best_of(s, lib, j) == best_of(s, lib, i))
        {
            return 1;
        }
    }
    return 0;
}

/* The enclosures of the piece's exponents join the certificates of w, one for
 * each leaf; what holds several exponents joins that of the first. */
static void collect(lyc_sweep_t w, const lyc_statement_t s,
                    const lyc_library_t lib)
{
    begin_certificates(w, s, lib);
    for (long i = 0; i < s->leaves && i < w->certificates; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        lyc_certificate_struct *c = w->certificate + i;
        lyc_known *known = lib->known + leaf->law;
        const slong best = best_of(s, lib, i);
        if (best < 0 || is_taken(s, lib, i))
        {
            continue;
        }
        lyc_certificate_struct *from = known->enclosure[best].certificate;
        if (c->method == NULL && from->method != NULL)
        {
            c->method = lyc_strdup(from->method);
        }
        lyc_certificate_join(c, from);
    }
}

static void add_methods(lyc_decision_t r, const lyc_statement_t s,
                        const lyc_library_t lib)
{
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        const lyc_enclosure_struct *e =
            leaf->k == 0 ? NULL : lyc_library_best(lib, leaf->law, leaf->k);
        const char *method = e == NULL ? NULL : e->method[leaf->k - 1];
        if (method != NULL && strstr(r->methods->bytes, method) == NULL)
        {
            lyc_text_printf(r->methods, "%s%s",
                            r->methods->length > 0 ? ", " : "", method);
        }
    }
}

int lyc_sweep_decide_piece(lyc_decision_t r, lyc_sweep_t w, const lyc_box_t box,
                           lyc_truth_t wanted, const lyc_effort *effort,
                           lyc_limits_t limits, lyc_diag_t d)
{
    lyc_library_t library;
    lyc_statement_t s;
    lyc_diag_t own;
    lyc_library_init(library);
    lyc_statement_init(s);
    lyc_diag_init(own);
    lyc_program_set_box(w->view->script->program, box);
    int ok = lyc_statement_prepare(s, library, w->view, 0, own);
    if (ok)
    {
        ok = lyc_statement_decide(r, s, library, effort, limits, d);
        add_methods(r, s, library);
        if (ok && wanted != LYC_UNKNOWN && r->truth == wanted)
        {
            collect(w, s, library);
        }
    }
    else if (own->status != LYC_FAILURE)
    {
        /* A law may be none at some values, which decide nothing. */
        lyc_text_add(r->reason, own->text);
        ok = 1;
    }
    else
    {
        lyc_diag_fail(d, own->status, "%s", own->text);
    }
    lyc_statement_clear(s);
    lyc_library_clear(library);
    lyc_diag_clear(own);
    return ok;
}
