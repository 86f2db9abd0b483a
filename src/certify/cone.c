/* Letters in the charts of arcs: which arc holds an image, decided exactly. */
#include "certify/cone.h"

#include "certify/kinds.h"

void lyc_cone_letters_set_law(lyc_cone_letters_t letters, const lyc_law_t law)
{
    letters->length = law->length;
    letters->weight = law->weight;
    letters->matrix = law->atom;
    letters->rest = NULL;
    letters->data = NULL;
}

/* z = x b - y a for integers a, b. */
static void cross(lyc_number_t z, const lyc_number_t x, const lyc_number_t y,
                  const fmpz_t a, const fmpz_t b)
{
    fmpq_t q;
    lyc_number_t t, u;
    fmpq_init(q);
    lyc_number_init(t);
    lyc_number_init(u);
    fmpq_set_fmpz(q, b);
    lyc_number_set_fmpq(t, q);
    lyc_number_mul(z, x, t);
    fmpq_set_fmpz(q, a);
    lyc_number_set_fmpq(t, q);
    lyc_number_mul(u, y, t);
    lyc_number_sub(z, z, u);
    fmpq_clear(q);
    lyc_number_clear(t);
    lyc_number_clear(u);
}

/* w = A u, u integer. */
static void apply(lyc_number_t wx, lyc_number_t wy, const lyc_matrix_t a,
                  const fmpz *u)
{
    fmpz_t minus;
    fmpz_init(minus);
    fmpz_neg(minus, u + 1);
    cross(wx, lyc_matrix_entry(a, 0, 0), lyc_matrix_entry(a, 0, 1), minus, u);
    cross(wy, lyc_matrix_entry(a, 1, 0), lyc_matrix_entry(a, 1, 1), minus, u);
    fmpz_clear(minus);
}

/* The coordinates of the images of the arc's ends in the basis of another arc,
 * times its determinant: those of A u, then those of A v. */
static void coordinates(lyc_number_struct *t, const lyc_matrix_t a,
                        const fmpz *from, const fmpz *to)
{
    lyc_number_t x, y;
    lyc_number_init(x);
    lyc_number_init(y);
    for (int i = 0; i < 2; i++)
    {
        apply(x, y, a, from + 2 * i);
        cross(t + 2 * i, x, y, to + 2, to + 3);
        cross(t + 2 * i + 1, x, y, to, to + 1);
        lyc_number_neg(t + 2 * i + 1, t + 2 * i + 1);
    }
    lyc_number_clear(x);
    lyc_number_clear(y);
}

/* The sign s for which all s t_i >= 0, if there is one. */
static lyc_truth_t common_sign(int *sign, const lyc_number_struct *t)
{
    *sign = 0;
    for (int i = 0; i < 4; i++)
    {
        int s;
        if (lyc_number_sign(&s, t + i) != LYC_TRUE)
            return LYC_UNKNOWN;
        if (s != 0 && s == -*sign)
            return LYC_FALSE;
        *sign = s != 0 ? s : *sign;
    }
    return *sign != 0 ? LYC_TRUE : LYC_FALSE;
}

static void determinant(fmpz_t z, const fmpz *end)
{
    fmpz_mul(z, end, end + 3);
    fmpz_submul(z, end + 1, end + 2);
}

static lyc_truth_t chart_into(lyc_cone_chart *chart, slong b,
                              const lyc_cone_struct *cone, slong a,
                              const lyc_matrix_t letter)
{
    const lyc_collocation_struct *c = cone->c;
    lyc_number_struct t[4];
    int sign;
    for (int i = 0; i < 4; i++)
        lyc_number_init(t + i);
    coordinates(t, letter, c->end + 4 * a, c->end + 4 * b);
    const lyc_truth_t is_inside = common_sign(&sign, t);
    if (is_inside == LYC_TRUE)
    {
        fmpz_t det;
        fmpz_init(det);
        determinant(det, c->end + 4 * b);
        chart->to = b;
        for (int i = 0; i < 4; i++)
        {
            arb_struct *y = chart->b + 2 * (i % 2) + i / 2;
            lyc_number_get_arb(y, t + i, cone->prec);
            arb_mul_si(y, y, sign, cone->prec);
            arb_div_fmpz(y, y, det, cone->prec);
        }
        fmpz_clear(det);
    }
    for (int i = 0; i < 4; i++)
        lyc_number_clear(t + i);
    return is_inside;
}

/* Theorem collocation.arcs */
/* A x is a combination of A u and A v with coefficients >= 0, and it lies in
 * +-arc b when A u and A v do, both with the same sign. */
static lyc_verdict_t find_chart(lyc_cone_chart *chart,
                                const lyc_cone_struct *cone, slong a, slong i,
                                lyc_diag_t d)
{
    lyc_truth_t is_inside = LYC_FALSE;
    for (slong b = 0; b < cone->c->arcs; b++)
    {
        const lyc_truth_t t =
            chart_into(chart, b, cone, a, cone->letters->matrix + i);
        if (t == LYC_TRUE)
            return LYC_PROVED;
        if (t == LYC_UNKNOWN)
            is_inside = LYC_UNKNOWN;
    }
    return lyc_evidence_require(is_inside, "maps every arc into an arc", i, d);
}

static lyc_verdict_t prove_arcs(const lyc_collocation_t c, lyc_diag_t d)
{
    slong bad = -1;
    fmpz_t det;
    fmpz_init(det);
    for (slong a = 0; a < c->arcs && bad < 0; a++)
    {
        determinant(det, c->end + 4 * a);
        if (fmpz_sgn(det) <= 0)
            bad = a;
    }
    fmpz_clear(det);
    if (bad < 0)
        return LYC_PROVED;
    return lyc_evidence_fail(d, LYC_DISPROVED,
                             "the ends of arc %ld are not in order",
                             (long)bad + 1);
}

lyc_verdict_t lyc_cone_init(lyc_cone_t cone, const lyc_collocation_t c,
                            const lyc_cone_letters_t letters, slong prec,
                            const lyc_limits_t limits, lyc_diag_t d)
{
    const slong n = letters->length;
    cone->c = c;
    cone->letters = letters;
    cone->prec = prec;
    cone->weight = _arb_vec_init(n);
    cone->chart = lyc_calloc((size_t)(n * c->arcs), sizeof(lyc_cone_chart));
    for (slong i = 0; i < n * c->arcs; i++)
        for (int j = 0; j < 4; j++)
            arb_init(cone->chart[i].b + j);
    lyc_verdict_t v = prove_arcs(c, d);
    for (slong i = 0; i < n && v == LYC_PROVED; i++)
    {
        lyc_number_get_arb(cone->weight + i, letters->weight + i, prec);
        if (lyc_limits_out_of_time(limits))
            v = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    }
    for (slong a = 0; a < c->arcs; a++)
        for (slong i = 0; i < n && v == LYC_PROVED; i++)
        {
            v = find_chart(cone->chart + a * n + i, cone, a, i, d);
            if (v == LYC_PROVED && lyc_limits_out_of_time(limits))
                v = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
        }
    return v;
}

void lyc_cone_clear(lyc_cone_t cone)
{
    for (slong i = 0; i < cone->letters->length * cone->c->arcs; i++)
        for (int j = 0; j < 4; j++)
            arb_clear(cone->chart[i].b + j);
    _arb_vec_clear(cone->weight, cone->letters->length);
    free(cone->chart);
}

/* (By)_0 + (By)_1 and their difference, y = ((1 - s)/2, (1 + s)/2). */
void lyc_cone_image(arb_t log, arb_t image, const lyc_cone_chart *chart,
                    const arb_t s, slong prec)
{
    arb_t y[2], w[2];
    for (int i = 0; i < 2; i++)
    {
        arb_init(y[i]);
        arb_init(w[i]);
        arb_set(y[i], s);
        if (i == 0)
            arb_neg(y[i], y[i]);
        arb_add_ui(y[i], y[i], 1, prec);
        arb_mul_2exp_si(y[i], y[i], -1);
    }
    for (int i = 0; i < 2; i++)
    {
        arb_mul(w[i], chart->b + 2 * i, y[0], prec);
        arb_addmul(w[i], chart->b + 2 * i + 1, y[1], prec);
    }
    arb_add(log, w[0], w[1], prec);
    arb_sub(image, w[1], w[0], prec);
    arb_div(image, image, log, prec);
    arb_log(log, log, prec);
    for (int i = 0; i < 2; i++)
    {
        arb_clear(y[i]);
        arb_clear(w[i]);
    }
}
