#include "lyapcert/box.h"

#include <stdlib.h>
#include <string.h>

void lyc_box_init(lyc_box_t b)
{
    b->length = 0;
    b->name = NULL;
    b->lower = b->upper = NULL;
}

void lyc_box_clear(lyc_box_t b)
{
    slong i;

    for (i = 0; i < b->length; i++)
        free(b->name[i]);
    free(b->name);
    _fmpq_vec_clear(b->lower, b->length);
    _fmpq_vec_clear(b->upper, b->length);
    lyc_box_init(b);
}

void lyc_box_add(lyc_box_t b, const char *name, const fmpq_t lower,
                 const fmpq_t upper)
{
    const size_t n = (size_t)b->length + 1;

    b->name = lyc_realloc(b->name, n * sizeof *b->name);
    b->lower = flint_realloc(b->lower, n * sizeof *b->lower);
    b->upper = flint_realloc(b->upper, n * sizeof *b->upper);
    b->name[b->length] = lyc_strdup(name);
    fmpq_init(b->lower + b->length);
    fmpq_init(b->upper + b->length);
    fmpq_set(b->lower + b->length, lower);
    fmpq_set(b->upper + b->length, upper);
    b->length++;
}

void lyc_box_set(lyc_box_t b, const lyc_box_t c)
{
    slong i;

    if (b == c)
        return;
    lyc_box_clear(b);
    for (i = 0; i < c->length; i++)
        lyc_box_add(b, c->name[i], c->lower + i, c->upper + i);
}

int lyc_box_same_names(const lyc_box_t b, const lyc_box_t c)
{
    slong i;

    if (b->length != c->length)
        return 0;
    for (i = 0; i < b->length; i++)
        if (strcmp(b->name[i], c->name[i]) != 0)
            return 0;
    return 1;
}

int lyc_box_is_inside(const lyc_box_t b, const lyc_box_t c)
{
    slong i;

    if (!lyc_box_same_names(b, c))
        return 0;
    for (i = 0; i < b->length; i++)
        if (fmpq_cmp(b->lower + i, c->lower + i) < 0 ||
            fmpq_cmp(b->upper + i, c->upper + i) > 0)
            return 0;
    return 1;
}

int lyc_box_equal(const lyc_box_t b, const lyc_box_t c)
{
    return lyc_box_is_inside(b, c) && lyc_box_is_inside(c, b);
}

double lyc_box_width(const lyc_box_t b)
{
    double largest = 0;
    fmpq_t w;
    arb_t x;
    slong i;

    fmpq_init(w);
    arb_init(x);
    for (i = 0; i < b->length; i++)
    {
        double width;

        fmpq_sub(w, b->upper + i, b->lower + i);
        arb_set_fmpq(x, w, 64);
        width = arf_get_d(arb_midref(x), ARF_RND_NEAR);
        largest = width > largest ? width : largest;
    }
    fmpq_clear(w);
    arb_clear(x);
    return largest;
}

static void add_rational(lyc_text_t t, const fmpq_t q)
{
    char *s = fmpq_get_str(NULL, 10, q);

    lyc_text_add(t, s);
    flint_free(s);
}

void lyc_box_get_text(lyc_text_t t, const lyc_box_t b)
{
    slong i;

    for (i = 0; i < b->length; i++)
    {
        lyc_text_printf(t, "%s%s ", i > 0 ? " " : "", b->name[i]);
        add_rational(t, b->lower + i);
        lyc_text_add(t, " ");
        add_rational(t, b->upper + i);
    }
}

void lyc_box_get_phrase(lyc_text_t t, const lyc_box_t b)
{
    slong i;

    for (i = 0; i < b->length; i++)
    {
        lyc_text_add(t, i > 0 ? ", " : "");
        if (fmpq_equal(b->lower + i, b->upper + i))
        {
            lyc_text_printf(t, "%s = ", b->name[i]);
            add_rational(t, b->lower + i);
            continue;
        }
        add_rational(t, b->lower + i);
        lyc_text_printf(t, " <= %s <= ", b->name[i]);
        add_rational(t, b->upper + i);
    }
}

void lyc_box_get_definitions(lyc_text_t t, const lyc_box_t b)
{
    slong i;

    for (i = 0; i < b->length; i++)
    {
        lyc_text_printf(t, "forall %s in [", b->name[i]);
        add_rational(t, b->lower + i);
        lyc_text_add(t, ", ");
        add_rational(t, b->upper + i);
        lyc_text_add(t, "]\n");
    }
}
