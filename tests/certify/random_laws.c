#include <stdlib.h>

#include "certify/fans.h"
#include "certify/random_laws.h"

static void add_number(lyc_text_t t, long low, long high, slong shift,
                       unsigned long *seed)
{
    const long n = low + (long)(test_random(seed) % (ulong)(high - low + 1));
    lyc_text_printf(t, shift > 0 ? "%ld*2^%ld+%ld" : "%ld", n, (long)shift,
                    shift > 0 ? (long)(test_random(seed) % 7) : 0);
}

void random_law(lyc_law_t law, slong atoms, long low, long high, slong shift,
                unsigned long *seed)
{
    unsigned long weight[16], total = 0;
    lyc_text_t t;
    lyc_text_init(t);
    for (slong i = 0; i < atoms; i++)
        total += weight[i] = 1 + test_random(seed) % 9;
    lyc_text_add(t, "law it = {");
    for (slong i = 0; i < atoms; i++)
    {
        lyc_text_printf(t, "%s%lu/%lu: 1/%lu*[", i > 0 ? ", " : "", weight[i],
                        total, 1 + test_random(seed) % 5);
        for (int e = 0; e < 4; e++)
        {
            lyc_text_add(t, e == 0 ? "" : e == 2 ? ";" : ",");
            add_number(t, low, high, shift, seed);
        }
        lyc_text_add(t, "]");
    }
    lyc_text_add(t, "}");
    test_law(law, t->bytes);
    lyc_text_clear(t);
    for (slong i = 0; i < law->length; i++)
    {
        int zeros = 0;
        for (int e = 0; e < 4; e++)
            zeros += lyc_number_is_zero(law->atom[i].entry + e) == LYC_TRUE;
        if (zeros == 4)
            lyc_number_set_si(law->atom[i].entry + (int)(i % 4), 1);
    }
}

typedef struct
{
    fmpz x, y;
} vector;

static int det_sign(const vector *a, const vector *b)
{
    fmpz_t z;
    fmpz_init(z);
    fmpz_mul(z, &a->x, &b->y);
    fmpz_submul(z, &a->y, &b->x);
    const int s = fmpz_sgn(z);
    fmpz_clear(z);
    return s;
}

static int before(const void *a, const void *b)
{
    return -det_sign(a, b);
}

static void random_integer(fmpz_t n, slong bits, int is_signed,
                           unsigned long *seed)
{
    fmpz_zero(n);
    for (slong done = 0; done < bits; done += 31)
    {
        fmpz_mul_2exp(n, n, 31);
        fmpz_add_ui(n, n, test_random(seed));
    }
    fmpz_fdiv_r_2exp(n, n, (ulong)bits);
    if (is_signed && test_random(seed) % 2 == 1)
        fmpz_neg(n, n);
}

void random_fan(lyc_fan_t fan, slong n, int is_projective, slong bits,
                unsigned long *seed)
{
    vector *v = calloc((size_t)n, sizeof *v);
    slong length = 1;
    do
    {
        random_integer(&v[0].x, bits, 1, seed);
        random_integer(&v[0].y, bits, 1, seed);
    } while (fmpz_is_zero(&v[0].x) && fmpz_is_zero(&v[0].y));
    if (!is_projective)
    {
        fmpz_one(&v[0].x);
        fmpz_zero(&v[0].y);
    }
    for (slong j = 1; j < n || length < 2; j++)
    {
        vector *w = v + length;
        random_integer(&w->x, bits, is_projective, seed);
        random_integer(&w->y, bits, is_projective, seed);
        if (!is_projective && j == 1)
            fmpz_zero(&w->x);
        if (!is_projective && j == 1)
            fmpz_one(&w->y);
        if (det_sign(v, w) < 0)
        {
            fmpz_neg(&w->x, &w->x);
            fmpz_neg(&w->y, &w->y);
        }
        length += det_sign(v, w) > 0;
    }
    qsort(v + 1, (size_t)length - 1, sizeof *v, before);
    slong kept = 1;
    for (slong j = 1; j < length; j++)
        if (det_sign(v + kept - 1, v + j) > 0)
        {
            fmpz_swap(&v[kept].x, &v[j].x);
            fmpz_swap(&v[kept].y, &v[j].y);
            kept++;
        }
    lyc_fan_init(fan, kept, is_projective);
    for (slong j = 0; j < kept; j++)
    {
        fmpz_set(fan->x + j, &v[j].x);
        fmpz_set(fan->y + j, &v[j].y);
        fan->value[j] = 500 + (int64_t)(test_random(seed) % 1000);
    }
    fan->value_scale = 10;
    fan->offset_scale = 30;
    test_fan_offsets(fan, (int64_t)1 << 28, seed);
    for (slong j = 0; j < n; j++)
    {
        fmpz_clear(&v[j].x);
        fmpz_clear(&v[j].y);
    }
    free(v);
}
