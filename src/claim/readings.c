#include "claim/readings.h"

const char *lyc_reading_word(lyc_reading_status status)
{
    static const char *const word[] = {"PROVED", "DISPROVED", "UNDECIDED",
                                       "VACUOUS"};
    return word[status];
}

const char *lyc_reading_statement(int i)
{
    static const char *const statement[LYC_READINGS] = {
        "|lambda_1(I+A)| <= |lambda_1(A)|",
        "|lambda_k(I+A)| <= |lambda_k(A)| for all k",
        "max_k |lambda_k(I+A)| <= max_k |lambda_k(A)|",
        "(lambda_1 - lambda_d)(I+A) <= (lambda_1 - lambda_d)(A)",
        "max_k |lambda_k(I+A)| <= -log(1 - r) if ||A|| <= r < 1"};
    return statement[i];
}

void lyc_reading_init(lyc_reading *r)
{
    r->status = LYC_READING_UNDECIDED;
    r->is_exact = 0;
    r->has_margin = 0;
    arf_init(r->lower);
    arf_init(r->upper);
}

void lyc_reading_clear(lyc_reading *r)
{
    arf_clear(r->lower);
    arf_clear(r->upper);
}

/* right - left, with inf - inf = 0; anything where a side is unknown. */
static void margin_of(lyc_interval_t m, const lyc_value_t left,
                      const lyc_value_t right, slong prec)
{
    const lyc_interval_struct *x = left->range, *y = right->range;
    lyc_value_t t;
    lyc_value_init(t);
    if (lyc_interval_is_point(x) && lyc_interval_is_point(y) &&
        arf_equal(x->lower, y->lower))
    {
        arf_zero(m->lower);
        arf_zero(m->upper);
        m->is_defined = 1;
    }
    else
    {
        lyc_value_binary(t, '-', right, left, prec);
        lyc_interval_set(m, t->range);
    }
    if (!m->is_defined)
    {
        arf_neg_inf(m->lower);
        arf_pos_inf(m->upper);
        m->is_defined = 1;
    }
    lyc_value_clear(t);
}

/* Adds left <= right to the conjunction that r stands for. */
static void also(lyc_reading *r, const lyc_value_t left,
                 const lyc_value_t right, slong prec)
{
    int is_exact = 0;
    lyc_interval_t m;
    lyc_interval_init(m);
    lyc_truth_t truth = lyc_value_compare(&is_exact, 'l', left, right, prec);
    margin_of(m, left, right, prec);
    if (!r->has_margin)
    {
        r->status = LYC_READING_PROVED;
        r->is_exact = 1;
        r->has_margin = 1;
        arf_set(r->lower, m->lower);
        arf_set(r->upper, m->upper);
    }
    arf_min(r->lower, r->lower, m->lower);
    arf_min(r->upper, r->upper, m->upper);
    r->is_exact &= is_exact;
    if (truth == LYC_FALSE)
    {
        r->status = LYC_READING_DISPROVED;
    }
    else if (truth == LYC_UNKNOWN && r->status == LYC_READING_PROVED)
    {
        r->status = LYC_READING_UNDECIDED;
    }
    lyc_interval_clear(m);
}

/* R1 for last = 1, R2 for last = d. */
static void compare_moduli(lyc_reading *r, const lyc_comparison_t c, slong last,
                           slong prec)
{
    lyc_value_t x, y;
    lyc_value_init(x);
    lyc_value_init(y);
    for (slong k = 1; k <= last; k++)
    {
        lyc_readings_modulus(x, c, 1, k, prec);
        lyc_readings_modulus(y, c, 0, k, prec);
        also(r, x, y, prec);
    }
    lyc_value_clear(x);
    lyc_value_clear(y);
}

static void compare_largest(lyc_reading *r, const lyc_comparison_t c,
                            slong prec)
{
    lyc_value_t x, y;
    lyc_value_init(x);
    lyc_value_init(y);
    lyc_readings_largest(x, c, 1, prec);
    lyc_readings_largest(y, c, 0, prec);
    also(r, x, y, prec);
    lyc_value_clear(x);
    lyc_value_clear(y);
}

static int is_minus_inf(const lyc_comparison_t c, int which, slong k)
{
    return arf_is_neg_inf(c->enclosure[which]->facts->exponent_upper + k - 1);
}

/* lambda_1(I+A) + lambda_d(A) <= lambda_1(A) + lambda_d(I+A) with lambda_d(A) =
 * -inf, whatever the other numbers are. */
static void set_infinite_gap(lyc_reading *r, const lyc_comparison_t c, slong d)
{
    int is_finite =
        arf_is_finite(c->enclosure[1]->facts->exponent_lower + d - 1);
    r->status = LYC_READING_PROVED;
    r->is_exact = 1;
    r->has_margin = 1;
    is_finite ? arf_pos_inf(r->lower) : arf_zero(r->lower);
    arf_pos_inf(r->upper);
}

static void compare_gaps(lyc_reading *r, const lyc_comparison_t c, slong prec)
{
    lyc_value_t x, y;
    const slong d = c->law[0]->dim;
    if (is_minus_inf(c, 0, 1) || is_minus_inf(c, 1, 1))
    {
        r->status = LYC_READING_VACUOUS;
        return;
    }
    if (is_minus_inf(c, 0, d) &&
        !arf_is_finite(c->enclosure[0]->facts->exponent_lower))
    {
        set_infinite_gap(r, c, d);
        return;
    }
    lyc_value_init(x);
    lyc_value_init(y);
    lyc_readings_gap(x, c, 1, prec);
    lyc_readings_gap(y, c, 0, prec);
    also(r, x, y, prec);
    lyc_value_clear(x);
    lyc_value_clear(y);
}

static void compare_window(lyc_reading *r, const lyc_comparison_t c, slong prec)
{
    lyc_value_t x, y;
    lyc_truth_t is_met = lyc_law_norm_below_one(c->law[0]);
    if (is_met != LYC_TRUE)
    {
        r->status =
            is_met == LYC_FALSE ? LYC_READING_VACUOUS : LYC_READING_UNDECIDED;
        return;
    }
    lyc_value_init(x);
    lyc_value_init(y);
    lyc_readings_largest(x, c, 1, prec);
    lyc_readings_window(y, c->law[0], prec);
    also(r, x, y, prec);
    lyc_value_clear(x);
    lyc_value_clear(y);
}

static void evaluate(lyc_reading *r, int i, const lyc_comparison_t c,
                     slong prec)
{
    switch (i)
    {
    case 0:
        compare_moduli(r, c, 1, prec);
        break;
    case 1:
        compare_moduli(r, c, c->law[0]->dim, prec);
        break;
    case 2:
        compare_largest(r, c, prec);
        break;
    case 3:
        compare_gaps(r, c, prec);
        break;
    default:
        compare_window(r, c, prec);
        break;
    }
}

/* What was decided stays so. */
void lyc_readings_evaluate(lyc_comparison_t c, slong prec)
{
    for (int i = 0; i < LYC_READINGS; i++)
    {
        lyc_reading t;
        if (c->reading[i].status == LYC_READING_VACUOUS)
        {
            continue;
        }
        lyc_reading_init(&t);
        evaluate(&t, i, c, prec);
        if (t.status != LYC_READING_UNDECIDED ||
            c->reading[i].status == LYC_READING_UNDECIDED)
        {
            lyc_reading swap = c->reading[i];
            c->reading[i] = t;
            t = swap;
        }
        lyc_reading_clear(&t);
    }
}
