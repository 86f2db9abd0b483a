#include <math.h>
#include <stdlib.h>

#include "certify/extreme.h"
#include "certify/isotropic.h"
#include "lyapcert/text.h"

#define MAX_LENGTH (1L << 16)

void lyc_radius_init(lyc_radius_t y)
{
    y->layer = NULL;
    y->layers = 0;
}

void lyc_radius_clear(lyc_radius_t y)
{
    for (slong i = 0; i < y->layers; i++)
    {
        arb_clear(y->layer[i].scale);
        _arb_vec_clear(y->layer[i].weight, y->layer[i].length);
        _arb_vec_clear(y->layer[i].quotient, y->layer[i].length);
        arb_clear(y->layer[i].tail_mass);
        arb_clear(y->layer[i].tail_mean);
    }
    free(y->layer);
}

void lyc_radius_part_init(lyc_radius_part *part)
{
    part->width = 1;
    lyc_number_init(part->p);
    lyc_number_init(part->scale);
    lyc_number_init(part->keep);
    lyc_number_set_si(part->p, 1);
    lyc_number_set_si(part->scale, 1);
    lyc_number_set_si(part->keep, 1);
}

void lyc_radius_part_clear(lyc_radius_part *part)
{
    lyc_number_clear(part->p);
    lyc_number_clear(part->scale);
    lyc_number_clear(part->keep);
}

static lyc_radius_layer *append(lyc_radius_t y, slong length)
{
    y->layer =
        lyc_realloc(y->layer, (size_t)(y->layers + 1) * sizeof *y->layer);
    lyc_radius_layer *l = y->layer + y->layers++;
    arb_init(l->scale);
    l->weight = _arb_vec_init(length);
    l->quotient = _arb_vec_init(length);
    l->length = length;
    arb_init(l->tail_mass);
    arb_init(l->tail_mean);
    return l;
}

/* beta = c / scale_j, exactly 1 where they are proved equal. */
static void ratio(arb_t beta, const lyc_radius_part *part, const lyc_number_t c,
                  slong prec)
{
    arb_t t;
    if (lyc_number_equal(part->scale, c) == LYC_TRUE)
    {
        arb_one(beta);
        return;
    }
    arb_init(t);
    lyc_number_get_arb(beta, c, prec);
    lyc_number_get_arb(t, part->scale, prec);
    arb_div(beta, beta, t, prec);
    arb_clear(t);
}

/* f = 1 - p + p f */
static void thin(arb_poly_t f, const lyc_number_t probability, slong prec)
{
    arb_t p, t;
    arb_init(p);
    arb_init(t);
    lyc_number_get_arb(p, probability, prec);
    arb_poly_scalar_mul(f, f, p, prec);
    arb_poly_get_coeff_arb(t, f, 0);
    arb_sub(t, t, p, prec);
    arb_add_si(t, t, 1, prec);
    arb_poly_set_coeff_arb(f, 0, t);
    arb_clear(p);
    arb_clear(t);
}

/* 1 - keep + keep (1 - p + p w sqrt(beta / (1 - (1 - beta) w^2)))^width, mod
 * w^length */
static void part_series(arb_poly_t f, const lyc_radius_part *part,
                        const arb_t beta, slong length, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_poly_zero(f);
    arb_sub_si(t, beta, 1, prec);
    arb_poly_set_coeff_arb(f, 2, t); /* (beta - 1) w^2 */
    arb_poly_set_coeff_si(f, 0, 1);
    arb_poly_rsqrt_series(f, f, length, prec);
    arb_sqrt(t, beta, prec);
    arb_poly_scalar_mul(f, f, t, prec);
    arb_poly_shift_left(f, f, 1);
    arb_poly_truncate(f, length);
    thin(f, part->p, prec);
    arb_poly_pow_ui_trunc_binexp(f, f, (ulong)part->width, length, prec);
    thin(f, part->keep, prec);
    arb_clear(t);
}

/* E D = sum of keep_j width_j p_j / beta_j. */
static void part_mean(arb_t mean, const lyc_radius_part *part, const arb_t beta,
                      slong prec)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    lyc_number_get_arb(t, part->p, prec);
    lyc_number_get_arb(u, part->keep, prec);
    arb_mul(t, t, u, prec);
    arb_div(t, t, beta, prec);
    arb_addmul_si(mean, t, part->width, prec);
    arb_clear(t);
    arb_clear(u);
}

static void upper_end(arb_t x, slong prec)
{
    arf_t u;
    arf_init(u);
    arb_get_ubound_arf(u, x, prec);
    arb_set_arf(x, u);
    arf_clear(u);
}

static void set_quotients(lyc_radius_layer *l, slong start, slong prec)
{
    arb_t product;
    arb_init(product);
    for (slong n = start; n < l->length; n += 2)
    {
        if (arb_is_zero(product) && arb_is_zero(l->weight + n))
            continue;
        if (arb_is_zero(product))
            arb_one(product);
        arb_div(l->quotient + n, l->weight + n, product, prec);
        arb_mul_si(product, product, n, prec);
        arb_mul_2exp_si(product, product, -1);
    }
    arb_clear(product);
}

/* What 1 and E D leave for D >= length. */
static void set_tails(lyc_radius_layer *l, const arb_t mean, slong prec)
{
    arb_one(l->tail_mass);
    arb_set(l->tail_mean, mean);
    for (slong n = 0; n < l->length; n++)
    {
        arb_sub(l->tail_mass, l->tail_mass, l->weight + n, prec);
        arb_submul_si(l->tail_mean, l->weight + n, n, prec);
    }
    upper_end(l->tail_mass, prec);
    upper_end(l->tail_mean, prec);
}

/* c = the least scale; 0 when a comparison is not decided. */
static int least_scale(lyc_number_t c, const lyc_radius_part *part, slong parts)
{
    int decided = 1;
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_set(c, part[0].scale);
    for (slong j = 1; j < parts && decided; j++)
    {
        int sign = 0;
        lyc_number_sub(t, part[j].scale, c);
        decided = lyc_number_sign(&sign, t) == LYC_TRUE;
        if (decided && sign < 0)
            lyc_number_set(c, part[j].scale);
    }
    lyc_number_clear(t);
    return decided;
}

/* D is at most the width when all scales are equal (*is_finite); else its
 * weights fall like (1 - beta)^(D/2) beyond a few times the width. */
static slong choose_length(int *is_finite, const lyc_number_t c,
                           const lyc_radius_part *part, slong parts, slong prec)
{
    slong width = 0;
    double least = 1;
    arb_t beta;
    arb_init(beta);
    *is_finite = 1;
    for (slong j = 0; j < parts; j++)
    {
        ratio(beta, part + j, c, 64);
        const double b = arf_get_d(arb_midref(beta), ARF_RND_NEAR);
        *is_finite &= arb_is_one(beta);
        least = lyc_min_down(least, b);
        width = width <= MAX_LENGTH ? width + part[j].width : width;
    }
    arb_clear(beta);
    const double length = *is_finite ? (double)width + 1
                                     : 2 * (double)width / least + 64 +
                                           1.5 * (double)prec / -log1p(-least);
    return least > 0 && length <= MAX_LENGTH ? (slong)length : MAX_LENGTH + 1;
}

static void append_layer(lyc_radius_t y, slong length, int is_finite,
                         const lyc_number_t c, const lyc_radius_part *part,
                         slong parts, slong prec)
{
    arb_t beta, mean;
    arb_poly_t f, product;
    arb_init(beta);
    arb_init(mean);
    arb_poly_init(f);
    arb_poly_init(product);
    arb_poly_one(product);
    for (slong j = 0; j < parts; j++)
    {
        ratio(beta, part + j, c, prec);
        part_series(f, part + j, beta, length, prec);
        arb_poly_mullow(product, product, f, length, prec);
        part_mean(mean, part + j, beta, prec);
    }
    lyc_radius_layer *l = append(y, length);
    lyc_number_get_arb(l->scale, c, prec);
    for (slong n = 0; n < length; n++)
        arb_poly_get_coeff_arb(l->weight + n, product, n);
    set_quotients(l, 1, prec);
    set_quotients(l, 2, prec);
    if (!is_finite)
        set_tails(l, mean, prec);
    arb_clear(beta);
    arb_clear(mean);
    arb_poly_clear(f);
    arb_poly_clear(product);
}

/* Theorem closed-forms.ruben */
int lyc_radius_add_layer(lyc_radius_t y, const lyc_radius_part *part,
                         slong parts, slong prec)
{
    lyc_number_t c;
    lyc_number_init(c);
    int is_finite = 1, held = least_scale(c, part, parts);
    if (held)
    {
        const slong length = choose_length(&is_finite, c, part, parts, prec);
        held = length <= MAX_LENGTH;
        if (held)
            append_layer(y, length, is_finite, c, part, parts, prec);
    }
    lyc_number_clear(c);
    return held;
}
