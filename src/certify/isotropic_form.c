#include <stdlib.h>

#include "certify/isotropic_steps.h"

void lyc_isotropic_init(lyc_isotropic_t f)
{
    f->scalar = NULL;
    f->scalars = 0;
    lyc_number_init(f->factor);
    lyc_number_set_si(f->factor, 1);
    f->step = NULL;
    f->steps = 0;
    f->draw = NULL;
    f->draws = 0;
    f->least = 0;
}

static void clear_block(lyc_block *b)
{
    for (slong i = 0; i < b->layers; i++)
        lyc_number_clear(b->p + i);
    lyc_number_clear(b->scale2);
    lyc_number_clear(b->keep);
    free(b->width);
    free(b->p);
}

static void clear_step(lyc_step *s)
{
    for (slong i = 0; i < s->blocks; i++)
        clear_block(s->block + i);
    free(s->block);
    lyc_number_clear(s->alpha);
    lyc_number_clear(s->variance);
}

void lyc_isotropic_clear(lyc_isotropic_t f)
{
    for (slong i = 0; i < f->steps; i++)
        clear_step(f->step + i);
    free(f->step);
    free(f->scalar);
    free(f->draw);
    lyc_number_clear(f->factor);
}

lyc_step *lyc_isotropic_add_step(lyc_isotropic_t f, slong rows)
{
    f->step = lyc_realloc(f->step, (size_t)(f->steps + 1) * sizeof *f->step);
    lyc_step *s = f->step + f->steps++;
    s->rows = rows;
    lyc_number_init(s->alpha);
    lyc_number_init(s->variance);
    s->has_identity = s->has_gaussian = 0;
    s->block = NULL;
    s->blocks = 0;
    return s;
}

lyc_block *lyc_step_add_block(lyc_step *s)
{
    s->block =
        lyc_realloc(s->block, (size_t)(s->blocks + 1) * sizeof *s->block);
    lyc_block *b = s->block + s->blocks++;
    lyc_number_init(b->scale2);
    lyc_number_init(b->keep);
    lyc_number_set_si(b->keep, 1);
    b->width = NULL;
    b->p = NULL;
    b->layers = 0;
    return b;
}

void lyc_block_add_layer(lyc_block *b, slong width)
{
    const size_t n = (size_t)++b->layers;
    b->width = lyc_realloc(b->width, n * sizeof *b->width);
    b->p = lyc_realloc(b->p, n * sizeof *b->p);
    b->width[n - 1] = width;
    lyc_number_init(b->p + n - 1);
    lyc_number_set_si(b->p + n - 1, 1);
}

void lyc_isotropic_add_draw(lyc_isotropic_t f, const lyc_term *t)
{
    f->draw = lyc_realloc(f->draw, (size_t)(f->draws + 1) * sizeof *f->draw);
    f->draw[f->draws++] = t;
}

void lyc_isotropic_add_scalar(lyc_isotropic_t f, const lyc_term *t)
{
    f->scalar =
        lyc_realloc(f->scalar, (size_t)(f->scalars + 1) * sizeof *f->scalar);
    f->scalar[f->scalars++] = t;
}
