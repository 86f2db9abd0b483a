#include <stdlib.h>

#include "cli/bound.h"
#include "cli/guard.h"

static int set_wanted(int **wanted, const lyc_options *o, slong dim,
                      lyc_diag_t d)
{
    *wanted = NULL;
    if (o->ks == 0)
    {
        return 1;
    }
    *wanted = lyc_calloc((size_t)dim, sizeof(int));
    for (long i = 0; i < o->ks; i++)
    {
        if (o->k[i] > dim)
        {
            return lyc_diag_fail(d, LYC_MALFORMED,
                                 "lyapcert bound: -k: expected indices in "
                                 "1..%ld, the dimension of the law, got %ld",
                                 (long)dim, (long)o->k[i]);
        }
        (*wanted)[o->k[i] - 1] = 1;
    }
    return 1;
}

/* The digest goes to bound->digest; the file is written when asked for. */
static int certify(lyc_bound *bound, const lyc_options *o, lyc_diag_t d)
{
    const lyc_certificate_struct *c = bound->enclosure->certificate;
    int ok = 1;
    bound->has_certificate = c->conclusions > 0;
    if (bound->has_certificate)
    {
        lyc_text_t text;
        lyc_text_init(text);
        lyc_certificate_write(text, bound->digest, c);
        if (o->cert != NULL)
        {
            ok = lyc_text_write_file(o->cert, text->bytes, text->length, d);
            bound->file = o->cert;
        }
        lyc_text_clear(text);
    }
    return ok;
}

typedef struct
{
    const lyc_run *run;
    lyc_bound *bound;
    const lyc_options *o;
} progress;

/* What is known so far: without its certificate, which is not checked yet. */
static void know(void *context, const lyc_enclosure_struct *e)
{
    const progress *p = context;
    lyc_text_t text;
    json_t *json = json_object();
    (void)e; /* the enclosure of p->bound */
    lyc_text_init(text);
    lyc_bound_get_text(text, p->bound, lyc_limits_elapsed(p->o->limits));
    lyc_bound_get_json(json, p->bound, lyc_limits_elapsed(p->o->limits));
    lyc_cli_guard_know(p->run, text, json);
    lyc_text_clear(text);
    json_decref(json);
}

static void run_law(lyc_run *run, lyc_options *o, const lyc_law_t law,
                    const char *label)
{
    lyc_bound bound = {.label = label, .law = law};
    lyc_diag_t file_diag;
    if (!set_wanted(&bound.wanted, o, law->dim, run->diag))
    {
        lyc_run_fail(run);
        free(bound.wanted);
        return;
    }
    lyc_request request = {o->tol, o->digits, bound.wanted, o->method};
    bound.request = &request;
    lyc_diag_init(file_diag);
    lyc_traces_init(bound.traces);
    lyc_enclosure_init(bound.enclosure, law->dim);
    progress p = {run, &bound, o};
    bound.enclosure->watch = know;
    bound.enclosure->context = &p;
    lyc_cli_guard_start(o->limits);
    know(&p, bound.enclosure);
    run->verdict =
        lyc_enclose(bound.enclosure, law, &request, o->limits, run->diag);
    lyc_cli_guard_stop();
    if (run->verdict != LYC_PROVED && run->verdict != LYC_UNDECIDED)
    {
        lyc_run_fail(run);
    }
    else if (!certify(&bound, o, file_diag))
    {
        lyc_diag_clear(run->diag);
        lyc_diag_fail(run->diag, LYC_FAILURE, "%s", file_diag->text);
        lyc_run_fail(run);
    }
    else
    {
        lyc_bound_add_traces(&bound, o->limits);
        lyc_bound_get_text(run->out, &bound, lyc_limits_elapsed(o->limits));
        lyc_bound_get_json(run->json, &bound, lyc_limits_elapsed(o->limits));
    }
    lyc_diag_clear(file_diag);
    lyc_traces_clear(bound.traces);
    lyc_enclosure_clear(bound.enclosure);
    free(bound.wanted);
}

void lyc_cli_bound(lyc_run *run, int argc, char **argv)
{
    lyc_cli_on_law(run, argc, argv,
                   LYC_TAKES_TOL | LYC_TAKES_DIGITS | LYC_TAKES_K |
                       LYC_TAKES_METHOD | LYC_TAKES_CERT,
                   run_law);
}
