/* Tampered boxes: what is proved from them stays true. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/boxes.h"
#include "certify/fans.h"

/* All exponents are log(6) / 2. */
static const char turning[] = "{2*[0,-1,0;1,0,0;0,0,1], "
                              "3*[1,0,0;0,3/5,-4/5;0,4/5,3/5]}";

static void mutate(lyc_boxes_t b, unsigned long *seed)
{
    const ulong cells = (ulong)b->cells;
    char *tree = b->tree;
    const size_t n = strlen(tree);
    const size_t i = test_random(seed) % n, j = test_random(seed) % n;
    int32_t *v = b->form + test_random(seed) % (3 * cells);
    const char t = tree[i];
    switch (test_random(seed) % 9)
    {
    case 0:
        tree[i] = tree[j];
        tree[j] = t;
        break;
    case 1:
        tree[i] = ".012"[test_random(seed) % 4];
        break;
    case 2:
        *v = -*v;
        break;
    case 3:
        *v += (int32_t)(test_random(seed) % 100000000) - 50000000;
        break;
    case 4:
        b->lower[test_random(seed) % cells] =
            (int64_t)(test_random(seed) << 4) - (INT64_C(1) << 34);
        break;
    case 5:
        b->upper[test_random(seed) % cells] =
            (int64_t)(test_random(seed) << 4) - (INT64_C(1) << 34);
        break;
    case 6:
        b->power = 1 + (slong)(test_random(seed) % 3);
        break;
    case 7:
        b->acts = (lyc_acts_t)(test_random(seed) % 2);
        b->is_projective = (int)(test_random(seed) % 2);
        break;
    default:
        b->lower_goal = (int64_t)(test_random(seed) % 2000) << 30;
        b->upper_goal = (int64_t)(test_random(seed) % 2000) << 30;
        break;
    }
}

/* 1 when it held; the truth is then inside. */
static int check(const lyc_boxes_t b, const lyc_law_t law, double *width)
{
    lyc_boxes_t copy;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    copy_boxes(copy, b);
    lyc_evidence_init(e);
    lyc_evidence_set_boxes(e, 64, copy);
    lyc_facts_init(f, 3);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, limits, d);
    cr_assert(v == LYC_PROVED || v == LYC_DISPROVED);
    *width = 0;
    for (slong k = 1; k <= 2; k++)
    {
        const double truth = (double)k * log(6) / 2;
        const double low = arf_get_d(
            (k == 1 ? f->exponent_lower : f->sum_lower + 1), ARF_RND_DOWN);
        const double high = arf_get_d(
            (k == 1 ? f->exponent_upper : f->sum_upper + 1), ARF_RND_UP);
        cr_assert(low <= truth && truth <= high, "%g is not in [%g, %g]", truth,
                  low, high);
        if (k == 1)
            *width = high - low;
    }
    lyc_boxes_clear(copy);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v == LYC_PROVED;
}

Test(boxes, mutants)
{
    unsigned long seed = 7;
    int proved = 0;
    double width;
    lyc_boxes_t b, m;
    lyc_law_t law;
    test_law(law, turning);
    norm_boxes(b);
    b->lower_goal = INT64_C(870) << 30;
    b->upper_goal = INT64_C(960) << 30;
    cr_assert(check(b, law, &width));
    cr_expect_lt(width, 0.1);
    for (int n = 0; n < 1000; n++)
    {
        copy_boxes(m, b);
        for (unsigned long k = 1 + test_random(&seed) % 3; k > 0; k--)
            mutate(m, &seed);
        proved += check(m, law, &width);
        lyc_boxes_clear(m);
    }
    printf("seed 7: %d of 1000 mutants prove something\n", proved);
    cr_expect(proved > 100 && proved < 900);
    lyc_boxes_clear(b);
    lyc_law_clear(law);
}
