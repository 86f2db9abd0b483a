#include "enclose/enclose.h"

#define MAX_WORDS 262144
#define MAX_LENGTH 1024

/* The greatest n with length^n <= words, between 1 and MAX_LENGTH. */
static slong longest(slong length, slong words)
{
    slong n = 0, count = 1;

    while (n < MAX_LENGTH && count <= words / length)
    {
        count *= length;
        n++;
    }
    return n < 1 ? 1 : n;
}

/* Longer and longer words as long as the time left allows the next step,
 * taken to be 64 times the last one. Only the best bound is kept. */
int lyc_enclose_product(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits)
{
    lyc_evidence_t best, next;
    lyc_facts_t best_facts, trial;
    slong words, n, last = 0;
    int held = 0;

    if (law->length == 0)
    {
        return 0;
    }
    lyc_evidence_init(best);
    lyc_facts_init(best_facts, e->facts->dim);
    lyc_facts_init(trial, e->facts->dim);
    for (words = 1; words <= MAX_WORDS; words *= 8)
    {
        double begin = lyc_limits_elapsed(limits);

        n = longest(law->length, words);
        if (n == last)
        {
            continue;
        }
        last = n;
        lyc_evidence_init(next);
        lyc_evidence_set_product(next, 128, n);
        if (lyc_enclosure_try(trial, e, next, law, limits) != LYC_PROVED)
        {
            lyc_evidence_clear(next);
            break;
        }
        if (!held ||
            arf_cmp(trial->exponent_upper, best_facts->exponent_upper) < 0)
        {
            lyc_evidence_clear(best);
            *best = *next;
            lyc_facts_set(best_facts, trial);
            held = 1;
        }
        else
        {
            lyc_evidence_clear(next);
        }
        lyc_limits_say(limits, 2, "product: words of length %ld", (long)n);
        if (lyc_request_all_met(request, best_facts) ||
            lyc_limits_elapsed(limits) +
                    64 * (lyc_limits_elapsed(limits) - begin) >
                limits->max_seconds)
        {
            break;
        }
    }
    if (held)
    {
        lyc_enclosure_adopt(e, "product", best_facts, best);
    }
    lyc_evidence_clear(best);
    lyc_facts_clear(best_facts);
    lyc_facts_clear(trial);
    return held;
}
