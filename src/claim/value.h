/* The value of a sub-expression: an interval always; where it is known so
 * exactly, rational + logsum (`has_logs`), or a number of the language
 * (`has_number`). */
#ifndef LYAPCERT_CLAIM_VALUE_H
#define LYAPCERT_CLAIM_VALUE_H

#include "lyapcert/interval.h"
#include "lyapcert/facts.h"
#include "lyapcert/logsum.h"
#include "lyapcert/number.h"

typedef struct
{
    lyc_interval_t range;
    int has_logs;
    fmpq_t rational;
    lyc_logsum_t logs;
    int has_number;
    lyc_number_t number;
} lyc_value_struct;
typedef lyc_value_struct lyc_value_t[1];

void lyc_value_init(lyc_value_t v); /* not defined */
void lyc_value_clear(lyc_value_t v);
void lyc_value_swap(lyc_value_t v, lyc_value_t w);

void lyc_value_set_number(lyc_value_t v, const lyc_number_t x, slong prec);
void lyc_value_set_logs(lyc_value_t v, const lyc_logsum_t s, slong prec);
void lyc_value_set_arf(lyc_value_t v, const arf_t lower, const arf_t upper);
void lyc_value_set_arb(lyc_value_t v, const arb_t b, slong prec);
void lyc_value_set_minus_inf(lyc_value_t v);
/* lambda_k, k from 1, as the facts know it. */
void lyc_value_set_exponent(lyc_value_t v, const lyc_facts_t facts, slong k,
                            slong prec);

/* 1 and *n when v is exactly an integer of a word. */
int lyc_value_get_si(slong *n, const lyc_value_t v);

/* -1, 0 or 1 and LYC_TRUE when the sign is decided, exact forms first. */
lyc_truth_t lyc_value_sign(int *sign, const lyc_value_t v);

/* Outputs may be inputs. op is one of + - * / ^ . */
void lyc_value_binary(lyc_value_t z, int op, const lyc_value_t x,
                      const lyc_value_t y, slong prec);
void lyc_value_neg(lyc_value_t z, const lyc_value_t x, slong prec);
void lyc_value_abs(lyc_value_t z, const lyc_value_t x, slong prec);
/* The smaller (larger = 0) or larger one. */
void lyc_value_extreme(lyc_value_t z, int larger, const lyc_value_t x,
                       const lyc_value_t y, slong prec);
void lyc_value_log(lyc_value_t z, const lyc_value_t x, slong prec);
void lyc_value_exp(lyc_value_t z, const lyc_value_t x, slong prec);
void lyc_value_sqrt(lyc_value_t z, const lyc_value_t x, slong prec);

/* Does a difference of this sign meet `op 0`? */
lyc_truth_t lyc_value_meets(int op, int sign);

/* Is x op y? op is one of < > l g = as in syntax.h. *is_exact is set when
 * exact forms decided. */
lyc_truth_t lyc_value_compare(int *is_exact, int op, const lyc_value_t x,
                              const lyc_value_t y, slong prec);

#endif
