#include "certify/partitions.h"

typedef struct
{
    slong d, k, prec;
    slong least_part, largest_part; /* others do not count */
    slong part[16];
    arb_t omega, sum, mass;
} state;

/* 2^(2n) (k/2)_kappa prod_{i<j}(2 k_i - 2 k_j - i + j) / prod (2 k_i + k - i)!
 * times e^(-k omega) omega^n, as a logarithm. */
static void weight(arb_t w, const state *s)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    arb_mul_si(w, s->omega, -s->k, s->prec);
    for (slong i = 1; i <= s->k; i++)
    {
        const slong x = s->part[i - 1];
        arb_mul_2exp_si(t, s->omega, 2);
        arb_log(t, t, s->prec);
        arb_addmul_si(w, t, x, s->prec);
        arb_set_d(t, (double)(s->k - i + 1) / 2);
        arb_lgamma(u, t, s->prec);
        arb_sub(w, w, u, s->prec);
        arb_add_si(t, t, x, s->prec);
        arb_lgamma(u, t, s->prec);
        arb_add(w, w, u, s->prec);
        arb_set_si(t, 2 * x + s->k - i + 1);
        arb_lgamma(u, t, s->prec);
        arb_sub(w, w, u, s->prec);
        for (slong j = i + 1; j <= s->k; j++)
        {
            arb_set_si(t, 2 * x - 2 * s->part[j - 1] - i + j);
            arb_log(t, t, s->prec);
            arb_add(w, w, t, s->prec);
        }
    }
    arb_exp(w, w, s->prec);
    arb_clear(t);
    arb_clear(u);
}

static void add_partition(state *s)
{
    arb_t w, g, t;
    if (s->part[s->k - 1] < s->least_part || s->part[0] > s->largest_part)
        return;
    arb_init(w);
    arb_init(g);
    arb_init(t);
    weight(w, s);
    for (slong i = 1; i <= s->k; i++)
    {
        arb_set_d(t, (double)(s->d - i + 1) / 2 + (double)s->part[i - 1]);
        arb_digamma(t, t, s->prec);
        arb_add(g, g, t, s->prec);
    }
    arb_add(s->mass, s->mass, w, s->prec);
    arb_addmul(s->sum, w, g, s->prec);
    arb_clear(w);
    arb_clear(g);
    arb_clear(t);
}

static void walk(state *s, slong i, slong left, slong most)
{
    if (i == s->k)
    {
        add_partition(s);
        return;
    }
    for (slong x = 0; x <= left && x <= most; x++)
    {
        s->part[i] = x;
        walk(s, i + 1, left - x, x);
    }
}

void test_partition_sum(arb_t sum, arb_t mass, slong d, slong k,
                        const arb_t sigma, slong largest, slong prec)
{
    state s = {.d = d, .k = k, .largest_part = largest, .prec = prec};
    arb_t t;
    arb_init(t);
    arb_init(s.omega);
    arb_init(s.sum);
    arb_init(s.mass);
    arb_mul(t, sigma, sigma, prec);
    arb_mul_2exp_si(t, t, 1);
    arb_inv(s.omega, t, prec);
    walk(&s, 0, largest, largest);
    arb_log(t, t, prec);
    arb_addmul_si(s.sum, t, k, prec);
    arb_mul_2exp_si(sum, s.sum, -1);
    arb_set(mass, s.mass);
    arb_clear(t);
    arb_clear(s.omega);
    arb_clear(s.sum);
    arb_clear(s.mass);
}

void test_partition_mass(arb_t mass, slong k, const arb_t omega, slong J,
                         slong K, slong largest, slong prec)
{
    state s = {
        .d = k, .k = k, .least_part = J, .largest_part = K, .prec = prec};
    arb_init(s.omega);
    arb_init(s.sum);
    arb_init(s.mass);
    arb_set(s.omega, omega);
    walk(&s, 0, largest, largest);
    arb_set(mass, s.mass);
    arb_clear(s.omega);
    arb_clear(s.sum);
    arb_clear(s.mass);
}
