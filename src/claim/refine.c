#include <stdlib.h>

#include "lyapcert/decide.h"

const lyc_enclosure_struct *lyc_library_best(const lyc_library_t lib, long law,
                                             slong k)
{
    const lyc_known *a = lib->known + law;
    slong i = a->best[k - 1];
    return i < 0 ? NULL : a->enclosure + i;
}

static int narrower(const lyc_enclosure_struct *e,
                    const lyc_enclosure_struct *than, slong k)
{
    if (than == NULL)
    {
        return 1;
    }
    arf_t a, b;
    arf_init(a);
    arf_init(b);
    lyc_facts_width(a, e->facts, k);
    lyc_facts_width(b, than->facts, k);
    int is = arf_cmp(a, b) < 0 ||
             (e->facts->is_exact[k - 1] && !than->facts->is_exact[k - 1]);
    arf_clear(a);
    arf_clear(b);
    return is;
}

/* Enclosures that are no longer the narrowest of anything give their memory
 * back; their place stays. */
static void release(lyc_known *a)
{
    slong dim = a->law->dim;
    for (slong i = 0; i < a->enclosures; i++)
    {
        int used = 0;
        for (slong k = 0; k < dim; k++)
        {
            used |= a->best[k] == i;
        }
        if (!used)
        {
            lyc_enclosure_clear(a->enclosure + i);
            lyc_enclosure_init(a->enclosure + i, dim);
        }
    }
}

static void adopt(lyc_library_t lib, long law, lyc_enclosure_t e)
{
    lyc_known *a = lib->known + law;
    a->enclosure = lyc_realloc(a->enclosure, sizeof(lyc_enclosure_struct) *
                                                 (size_t)(a->enclosures + 1));
    a->enclosure[a->enclosures] = *e;
    for (slong k = 1; k <= a->law->dim; k++)
    {
        if (narrower(e, lyc_library_best(lib, law, k), k))
        {
            a->best[k - 1] = a->enclosures;
        }
    }
    a->enclosures++;
    release(a);
}

static int is_met(const lyc_library_t lib, long law, slong k,
                  const lyc_request *request)
{
    const lyc_enclosure_struct *e = lyc_library_best(lib, law, k);
    return e != NULL && lyc_request_met(request, e->facts, k);
}

int lyc_library_refine(lyc_library_t lib, long law, slong k, double tol,
                       lyc_method_t method, const lyc_limits_t limits,
                       lyc_diag_t d)
{
    lyc_known *a = lib->known + law;
    int *wanted = lyc_calloc((size_t)a->law->dim, sizeof(int));
    lyc_request request = {tol, 0, wanted, method};
    wanted[k - 1] = 1;
    if (is_met(lib, law, k, &request) || a->least_tol[k - 1] <= tol ||
        lyc_limits_out_of_time(limits))
    {
        free(wanted);
        return 0;
    }
    const lyc_enclosure_struct *before = lyc_library_best(lib, law, k);
    lyc_enclosure_t e;
    lyc_diag_t why;
    lyc_diag_init(why);
    lyc_enclosure_init(e, a->law->dim);
    lyc_verdict_t verdict = lyc_enclose(e, a->law, &request, limits, why);
    int is_new = 0;
    if (verdict == LYC_PROVED || verdict == LYC_UNDECIDED)
    {
        is_new = narrower(e, before, k);
        if (verdict == LYC_PROVED || !lyc_limits_out_of_time(limits))
        {
            /* What is missed over a box is missed at any width. */
            a->least_tol[k - 1] =
                verdict == LYC_UNDECIDED && a->law->box->length > 0 ? 0 : tol;
        }
        adopt(lib, law, e);
    }
    else
    {
        lyc_enclosure_clear(e);
        lyc_diag_fail(d, verdict, "%s",
                      why->is_set ? why->text : lyc_verdict_word(verdict));
    }
    lyc_diag_clear(why);
    free(wanted);
    return is_new;
}
