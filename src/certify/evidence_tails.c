#include <stdlib.h>

#include "certify/kinds.h"
#include "certify/tails.h"
#include "lyapcert/dyadic.h"

static const char *const kind_words[] = {"range", "moment", NULL};

static int read_tail(double *s, lyc_reader_t r, lyc_diag_t d)
{
    int kind;
    arf_t x;
    *s = 0;
    if (!lyc_reader_line(r, d) || !lyc_reader_choice(&kind, r, kind_words, d))
        return 0;
    if (kind == 0)
        return lyc_reader_end(r, d);
    const char *word = lyc_reader_word(r, d);
    if (word == NULL)
        return 0;
    arf_init(x);
    const int ok = lyc_dyadic_set_str(x, word) && arf_is_finite(x) &&
                   !arf_is_zero(x) && arf_cmpabs_2exp_si(x, 100) < 0 &&
                   arf_cmpabs_2exp_si(x, -100) > 0 && arf_bits(x) <= 53;
    if (ok)
        *s = arf_get_d(x, ARF_RND_NEAR);
    arf_clear(x);
    if (!ok)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "expected an exponent m*2^e that is a double");
    return lyc_reader_end(r, d);
}

static int read_tails(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong n;
    if (!lyc_reader_slong(&n, r, 1, LYC_TAILS_MAX, d) || !lyc_reader_end(r, d))
        return 0;
    double *s = lyc_calloc((size_t)n, sizeof *s);
    int ok = 1;
    for (slong i = 0; i < n && ok; i++)
        ok = read_tail(s + i, r, d);
    if (ok)
        lyc_evidence_set_tails(e, e->prec, s, n);
    free(s);
    return ok;
}

static void write_tails(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_tails *t = e->data;
    arf_t x;
    arf_init(x);
    lyc_text_printf(out, " %ld\n", (long)t->length);
    for (slong i = 0; i < t->length; i++)
    {
        arf_set_d(x, t->s[i]);
        lyc_text_add(out, kind_words[t->s[i] != 0]);
        if (t->s[i] != 0)
        {
            lyc_text_add(out, " ");
            lyc_dyadic_get_text(out, x);
        }
        lyc_text_add(out, "\n");
    }
    arf_clear(x);
}

static void clear_tails(void *data)
{
    lyc_tails *t = data;
    if (t == NULL)
        return;
    free(t->s);
    free(t);
}

const lyc_evidence_type lyc_evidence_tails = {
    "tails", read_tails, write_tails, lyc_evidence_establish_none, clear_tails,
    1,       0};

const lyc_tails *lyc_evidence_tails_of(const lyc_evidence_t e)
{
    return e->type == &lyc_evidence_tails ? e->data : NULL;
}

void lyc_evidence_set_tails(lyc_evidence_t e, slong prec, const double *s,
                            slong n)
{
    lyc_tails *t = lyc_malloc(sizeof *t);
    t->length = n;
    t->s = lyc_malloc((size_t)n * sizeof *t->s);
    for (slong i = 0; i < n; i++)
        t->s[i] = s[i];
    lyc_evidence_set_type(e, &lyc_evidence_tails, prec, t);
}
