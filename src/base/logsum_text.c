#include "lyapcert/logsum.h"

static void add_rational(lyc_text_t t, const fmpq_t q)
{
    char *s = fmpq_get_str(NULL, 10, q);

    lyc_text_add(t, s);
    flint_free(s);
}

void lyc_logsum_get_text(lyc_text_t t, const lyc_logsum_t s)
{
    fmpq_t a;
    slong i;

    if (s->length == 0)
    {
        lyc_text_add(t, "0");
        return;
    }
    fmpq_init(a);
    for (i = 0; i < s->length; i++)
    {
        int negative = fmpq_sgn(s->coefficient + i) < 0;

        fmpq_abs(a, s->coefficient + i);
        if (i > 0)
            lyc_text_add(t, negative ? " - " : " + ");
        else if (negative)
            lyc_text_add(t, "-");
        if (!fmpq_is_one(a))
        {
            add_rational(t, a);
            lyc_text_add(t, "*");
        }
        lyc_text_add(t, "log(");
        add_rational(t, s->argument + i);
        lyc_text_add(t, ")");
    }
    fmpq_clear(a);
}
