#include <criterion/criterion.h>

#include "claim/describing.h"

int read_description(lyc_generator_t g, lyc_script_t s, const char *options,
                     lyc_diag_t d)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_script_init(s);
    lyc_generator_init(g);
    lyc_text_printf(t,
                    "theorem t (A):\n  conclude 1 < 2\n"
                    "instances t: A ~ finite_laws(%s), count=1\n",
                    options);
    lyc_source source = {"t", t->bytes, t->length, 1};
    cr_assert(lyc_script_add(s, &source, d), "%s", d->text);
    int ok = lyc_generator_set(g, s->program, s->instance, d);
    lyc_text_clear(t);
    return ok;
}

void describe(lyc_generator_t g, lyc_script_t s, const char *options)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_assert(read_description(g, s, options, d), "%s", d->text);
    lyc_diag_clear(d);
}
