#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/fans.h"

unsigned long test_random(unsigned long *seed)
{
    *seed = *seed * 6364136223846793005UL + 1442695040888963407UL;
    return *seed >> 33;
}

static void set_ray(lyc_fan_t fan, slong j, double angle, int bits)
{
    arf_t t;
    arf_init(t);
    arf_set_d(t, cos(angle));
    arf_mul_2exp_si(t, t, bits);
    arf_get_fmpz(fan->x + j, t, ARF_RND_NEAR);
    arf_set_d(t, sin(angle));
    arf_mul_2exp_si(t, t, bits);
    arf_get_fmpz(fan->y + j, t, ARF_RND_NEAR);
    arf_clear(t);
    fan->value[j] = (int64_t)1 << 30;
    fan->value_scale = fan->offset_scale = 30;
}

void test_fan_uniform(lyc_fan_t fan, slong n, int bits)
{
    lyc_fan_init(fan, n, 1);
    for (slong j = 0; j < n; j++)
        set_ray(fan, j, acos(-1.0) * (double)j / (double)n, bits);
}

void test_fan_sector(lyc_fan_t fan, slong n, double begin, double end, int bits)
{
    lyc_fan_init(fan, n, 0);
    for (slong j = 0; j < n; j++)
        set_ray(fan, j, begin + (end - begin) * (double)j / (double)(n - 1),
                bits);
}

typedef struct
{
    double x, y, f;
} ray;

static double gauge(const ray *r, slong cones, double x, double y)
{
    for (int s = 1; s >= -1; s -= 2)
    {
        slong low = 0, high = cones;
        while (high - low > 1)
        {
            const slong m = (low + high) / 2;
            if (s * (r[m].x * y - r[m].y * x) >= 0)
                low = m;
            else
                high = m;
        }
        const ray *p = r + low;
        const double u = s * (x * p[1].y - y * p[1].x);
        const double t = s * (p->x * y - p->y * x);
        if (u >= -1e-12 && t >= -1e-12)
            return (p->f * u + p[1].f * t) / (p->x * p[1].y - p->y * p[1].x);
    }
    return 0;
}

void test_fan_sweep(lyc_fan_t fan, const lyc_law_t law, int sweeps)
{
    const slong n = fan->length, cones = lyc_fan_cones(fan);
    ray *r = calloc((size_t)n + 1, sizeof *r);
    double *next = calloc((size_t)n, sizeof *next);
    double *norm = calloc((size_t)n, sizeof *norm);
    for (slong j = 0; j < n; j++)
    {
        const double x = fmpz_get_d(fan->x + j), y = fmpz_get_d(fan->y + j);
        const double c = hypot(x, y);
        norm[j] = fmax(fabs(x), fabs(y)) / c;
        r[j] = (ray){x / c, y / c, 1};
    }
    r[n] = (ray){-r[0].x, -r[0].y, 1};
    arb_mat_t a;
    arb_t p;
    arb_mat_init(a, 2, 2);
    arb_init(p);
    for (int k = 0; k < sweeps; k++)
    {
        memset(next, 0, (size_t)n * sizeof *next);
        for (slong i = 0; i < law->length; i++)
        {
            double m[4];
            lyc_matrix_get_arb_mat(a, law->atom + i, 64);
            lyc_number_get_arb(p, law->weight + i, 64);
            for (int e = 0; e < 4; e++)
                m[e] = arf_get_d(arb_midref(arb_mat_entry(a, e / 2, e % 2)),
                                 ARF_RND_NEAR);
            const double w = arf_get_d(arb_midref(p), ARF_RND_NEAR);
            for (slong j = 0; j < n; j++)
                next[j] += w * log(1e-9 + gauge(r, cones,
                                                m[0] * r[j].x + m[1] * r[j].y,
                                                m[2] * r[j].x + m[3] * r[j].y));
        }
        for (slong j = 0; j < n; j++)
            r[j].f = sqrt(r[j].f * exp(next[j] - next[0]));
        r[n].f = r[0].f;
    }
    double largest = 0;
    for (slong j = 0; j < n; j++)
        largest = fmax(largest, r[j].f / norm[j]);
    for (slong j = 0; j < n; j++)
        fan->value[j] =
            1 + (int64_t)(r[j].f / norm[j] / largest * 1152921504606846976.0);
    fan->value_scale = 60;
    arb_mat_clear(a);
    arb_clear(p);
    free(r);
    free(next);
    free(norm);
}

void test_fan_offsets(lyc_fan_t fan, int64_t size, unsigned long *seed)
{
    for (slong j = 0; j < lyc_fan_cones(fan); j++)
    {
        fan->lower[j] =
            (int64_t)(test_random(seed) % (2 * (unsigned long)size)) - size;
        fan->upper[j] =
            (int64_t)(test_random(seed) % (2 * (unsigned long)size)) - size;
    }
}

void test_law(lyc_law_t law, const char *text)
{
    lyc_text_t definition;
    lyc_diag_t d;
    lyc_text_init(definition);
    lyc_diag_init(d);
    if (strncmp(text, "law ", 4) == 0 || strncmp(text, "let ", 4) == 0)
        lyc_text_printf(definition, "%s\n", text);
    else
        lyc_text_printf(definition, "law it = %s\n", text);
    const lyc_source source = {"<test>", definition->bytes, definition->length,
                               1};
    lyc_law_init(law);
    const int ok = lyc_law_parse(law, &source, d);
    cr_assert(ok, "%s: %s", text, d->is_set ? d->text : "no reason");
    lyc_text_clear(definition);
    lyc_diag_clear(d);
}
