#include <stdlib.h>

#include "certify/kinds.h"
#include "certify/renewal.h"
#include "certify/words.h"

#define MAX_LENGTH 100000
#define MAX_WORDS 16777216.0

typedef struct
{
    slong length; /* of the longest words that are gone through */
    slong modulus;
} renewal;

static int read_renewal(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong length, modulus;
    if (!lyc_reader_slong(&length, r, 0, MAX_LENGTH, d) ||
        !lyc_reader_slong(&modulus, r, 2, (slong)LYC_RENEWAL_RESIDUES, d) ||
        !lyc_reader_end(r, d))
        return 0;
    lyc_evidence_set_renewal(e, e->prec, length, modulus);
    return 1;
}

static void write_renewal(lyc_text_t out, const lyc_evidence_t e)
{
    const renewal *data = e->data;
    lyc_text_printf(out, " %ld %ld\n", (long)data->length, (long)data->modulus);
}

/* The sum over all words w of at most `length` letters. */
typedef struct
{
    const lyc_renewal_struct *r;
    slong length, prec;
    arb_ptr weight;     /* of the law's atoms */
    arb_t total;        /* p_i p_j P(w) log |v_j B_w u_i| */
    fmpz_mat_struct *x; /* x[n] = Q_w u_i, w of n letters */
    arb_ptr p;          /* p_i P(w) */
    slong *letter;
    arb_t log_q;
} walk;

/* (V_j Q_w u_i) / q^(n + 1) = v_j B_w u_i */
static void take_word(walk *w, slong n)
{
    arb_t s, t;
    fmpz_t c;
    arb_init(s);
    arb_init(t);
    fmpz_init(c);
    for (slong j = 0; j < w->r->ones; j++)
    {
        fmpz_zero(c);
        for (slong k = 0; k < w->r->dim; k++)
            fmpz_addmul(c, fmpz_mat_entry(w->r->v + j, 0, k),
                        fmpz_mat_entry(w->x + n, k, 0));
        fmpz_abs(c, c);
        arb_log_fmpz(t, c, w->prec); /* not finite for c = 0 */
        arb_submul_si(t, w->log_q, n + 1, w->prec);
        arb_mul(s, w->p + n, w->weight + w->r->one[j], w->prec);
        arb_addmul(w->total, s, t, w->prec);
    }
    arb_clear(s);
    arb_clear(t);
    fmpz_clear(c);
}

/* Depth first from u_i, without recursion. */
static int walk_from(walk *w, slong i, const lyc_limits_t limits)
{
    slong n = 0;
    fmpz_mat_set(w->x, w->r->u + i);
    arb_set(w->p, w->weight + w->r->one[i]);
    take_word(w, 0);
    w->letter[0] = 0;
    while (n >= 0)
    {
        if (n == w->length || w->letter[n] == w->r->others)
        {
            n--;
            continue;
        }
        const slong k = w->letter[n]++;
        fmpz_mat_mul(w->x + n + 1, w->r->b + k, w->x + n);
        arb_mul(w->p + n + 1, w->p + n, w->weight + w->r->other[k], w->prec);
        n++;
        w->letter[n] = 0;
        take_word(w, n);
        if (lyc_limits_out_of_time(limits))
            return 0;
    }
    return 1;
}

static int is_affordable(const lyc_renewal_t r, slong length)
{
    double words = (double)r->ones * (double)r->ones, level = words;
    for (slong n = 0; n < length && words <= MAX_WORDS && level > 0; n++)
    {
        level *= (double)r->others;
        words += level;
    }
    return words <= MAX_WORDS;
}

static int sum_words(arb_t total, const lyc_renewal_t r, slong length,
                     arb_ptr weight, const arb_t log_q, slong prec,
                     const lyc_limits_t limits)
{
    walk w = {.r = r, .length = length, .prec = prec, .weight = weight};
    int done = 1;
    w.x = lyc_malloc(((size_t)length + 1) * sizeof(fmpz_mat_struct));
    w.letter = lyc_calloc((size_t)length + 1, sizeof(slong));
    w.p = _arb_vec_init(length + 1);
    arb_init(w.total);
    arb_init(w.log_q);
    arb_set(w.log_q, log_q);
    for (slong n = 0; n <= length; n++)
        fmpz_mat_init(w.x + n, r->dim, 1);
    for (slong i = 0; i < r->ones && done; i++)
        done = walk_from(&w, i, limits);
    arb_swap(total, w.total);
    for (slong n = 0; n <= length; n++)
        fmpz_mat_clear(w.x + n);
    free(w.x);
    free(w.letter);
    _arb_vec_clear(w.p, length + 1);
    arb_clear(w.total);
    arb_clear(w.log_q);
    return done;
}

/* low = (N + 2) p r^(N+1) + r^(N+2) and high = (N + 1) p r^N + r^(N+1). */
static void tail_factors(arb_t low, arb_t high, const arb_t p, const arb_t r,
                         slong n, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_pow_ui(high, r, (ulong)n, prec);
    arb_mul(low, high, r, prec);
    arb_mul_si(t, p, n + 2, prec);
    arb_add(t, t, r, prec);
    arb_mul(low, low, t, prec);
    arb_mul_si(t, p, n + 1, prec);
    arb_add(t, t, r, prec);
    arb_mul(high, high, t, prec);
    arb_clear(t);
}

/* alpha = sum p_i p_j log(|v_j| |u_i|) / p. */
static void add_alpha(arb_t alpha, const lyc_renewal_t r, arb_ptr weight,
                      const arb_t p, const arb_t log_q, slong prec)
{
    arb_t t;
    fmpz_t s;
    arb_init(t);
    fmpz_init(s);
    arb_zero(alpha);
    for (slong i = 0; i < r->ones; i++)
        for (int side = 0; side < 2; side++)
        {
            fmpz_zero(s);
            for (slong k = 0; k < r->dim; k++)
            {
                const fmpz *x = side == 0 ? fmpz_mat_entry(r->u + i, k, 0)
                                          : fmpz_mat_entry(r->v + i, 0, k);
                fmpz_addmul(s, x, x);
            }
            arb_log_fmpz(t, s, prec);
            arb_mul_2exp_si(t, t, -1);
            arb_addmul(alpha, t, weight + r->one[i], prec);
        }
    arb_submul(alpha, p, log_q, prec);
    arb_clear(t);
    fmpz_clear(s);
}

/* beta = sum over the others of p_k log ||B_k||. */
static void add_beta(arb_t beta, const lyc_renewal_t r, const lyc_law_t law,
                     arb_ptr weight, slong prec)
{
    arb_mat_t m;
    arf_t norm;
    arb_t t;
    arb_mat_init(m, r->dim, r->dim);
    arf_init(norm);
    arb_init(t);
    arb_zero(beta);
    for (slong k = 0; k < r->others; k++)
    {
        lyc_matrix_get_arb_mat(m, law->atom + r->other[k], prec);
        lyc_norm_upper(norm, m, prec);
        arb_set_arf(t, norm);
        arb_log(t, t, prec);
        arb_addmul(beta, t, weight + r->other[k], prec);
    }
    arb_mat_clear(m);
    arf_clear(norm);
    arb_clear(t);
}

/* Words of more than `length` letters: lower and upper part. */
static void add_tails(arf_t lower, arf_t upper, const arb_t total,
                      const lyc_renewal_t r, const lyc_law_t law,
                      arb_ptr weight, slong length, const arb_t log_q,
                      slong prec)
{
    arb_t p, rest, low, high, alpha, beta;
    arb_init(p);
    arb_init(rest);
    arb_init(low);
    arb_init(high);
    arb_init(alpha);
    arb_init(beta);
    for (slong i = 0; i < r->ones; i++)
        arb_add(p, p, weight + r->one[i], prec);
    for (slong i = 0; i < r->others; i++)
        arb_add(rest, rest, weight + r->other[i], prec);
    tail_factors(low, high, p, rest, length, prec);
    arb_mul(low, low, log_q, prec);
    arb_sub(low, total, low, prec);
    add_beta(beta, r, law, weight, prec);
    add_alpha(alpha, r, weight, p, log_q, prec);
    arb_mul(high, high, beta, prec);
    arb_pow_ui(p, rest, (ulong)length + 1, prec);
    arb_addmul(high, alpha, p, prec);
    arb_add(high, total, high, prec);
    arb_get_lbound_arf(lower, low, prec);
    arb_get_ubound_arf(upper, high, prec);
    arb_clear(p);
    arb_clear(rest);
    arb_clear(low);
    arb_clear(high);
    arb_clear(alpha);
    arb_clear(beta);
}

/* Theorem spectrum-and-flag.renewal */
static lyc_verdict_t renewal_bracket(lyc_facts_t facts, const lyc_renewal_t r,
                                     const lyc_law_t law, slong length,
                                     slong prec, const lyc_limits_t limits,
                                     lyc_diag_t d)
{
    arb_t total, log_q;
    arf_t lower, upper;
    arb_ptr weight = _arb_vec_init(law->length);
    arb_init(total);
    arb_init(log_q);
    arf_init(lower);
    arf_init(upper);
    for (slong i = 0; i < law->length; i++)
        lyc_number_get_arb(weight + i, law->weight + i, prec);
    arb_log_fmpz(log_q, r->q, prec);
    const int done = sum_words(total, r, length, weight, log_q, prec, limits);
    if (done)
    {
        add_tails(lower, upper, total, r, law, weight, length, log_q, prec);
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    }
    _arb_vec_clear(weight, law->length);
    arb_clear(total);
    arb_clear(log_q);
    arf_clear(lower);
    arf_clear(upper);
    return done ? LYC_PROVED
                : lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
}

static lyc_verdict_t establish_renewal(lyc_facts_t facts,
                                       const lyc_evidence_t e,
                                       const lyc_law_t law,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    const renewal *data = e->data;
    lyc_verdict_t v = LYC_PROVED;
    lyc_renewal_t r;
    if (!lyc_renewal_init(r, law))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the atoms are not rational, one is 0, or "
                                 "none has rank one");
    if (!is_affordable(r, data->length))
        v = lyc_evidence_fail(d, LYC_DISPROVED, "there are too many words");
    else if (!lyc_renewal_is_free(r, (ulong)data->modulus))
        v = lyc_evidence_fail(
            d, LYC_DISPROVED,
            "some word may vanish modulo the power of a prime");
    else
        v = renewal_bracket(facts, r, law, data->length, e->prec, limits, d);
    lyc_renewal_clear(r);
    return v;
}

const lyc_evidence_type lyc_evidence_renewal = {
    "renewal", read_renewal, write_renewal, establish_renewal, free, 0, 0};

void lyc_evidence_set_renewal(lyc_evidence_t e, slong prec, slong length,
                              slong modulus)
{
    renewal *data = lyc_malloc(sizeof *data);
    data->length = length;
    data->modulus = modulus;
    lyc_evidence_set_type(e, &lyc_evidence_renewal, prec, data);
}
