#include "ranging.h"

#include <math.h>

static const char *const names[] = {"s", "t"};

void ranged_text(lyc_text_t out, const ranged_law *r)
{
    for (int i = 0; i < 2 && r->lower[i] != NULL; i++)
        lyc_text_printf(out, "forall %s in [%s, %s]\n", names[i], r->lower[i],
                        r->upper[i]);
    lyc_text_printf(out, "law it = %s\n", r->law);
}

void ranged_point(lyc_text_t out, const ranged_law *r, int i, int k, int n)
{
    for (int j = 0; j < 2 && r->lower[j] != NULL; j++)
        lyc_text_printf(out, "let %s = %s + (%s - %s)*%d/%d\n", names[j],
                        r->lower[j], r->upper[j], r->lower[j], j == 0 ? i : k,
                        n);
    lyc_text_printf(out, "law it = %s\n", r->law);
}

lyc_verdict_t enclose_program(lyc_enclosure_t e, const char *program,
                              double tol, lyc_method_t method)
{
    const lyc_source source = {"<law>", program, strlen(program), 1};
    const lyc_request request = {tol, 0, NULL, method};
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_diag_t d;

    lyc_diag_init(d);
    lyc_law_init(law);
    cr_assert(lyc_law_parse(law, &source, d), "%s: %s", program, d->text);
    lyc_limits_init(limits);
    lyc_enclosure_init(e, law->dim);
    const lyc_verdict_t v = lyc_enclose(e, law, &request, limits, d);
    cr_assert(v == LYC_PROVED || v == LYC_UNDECIDED, "%s: %s", program,
              d->text);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    lyc_diag_clear(d);
    return v;
}

double enclosure_width(const lyc_enclosure_t e)
{
    arf_t w;
    arf_init(w);
    lyc_facts_width(w, e->facts, 1);
    const double width = arf_get_d(w, ARF_RND_UP);
    arf_clear(w);
    return width;
}
