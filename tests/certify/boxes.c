#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "certify/boxes.h"
#include "certify/fans.h"

typedef struct
{
    int face;
    double low[4], width[4];
} box;

static double uniform(unsigned long *seed)
{
    return (double)test_random(seed) / 2147483648.0;
}

/* Reads the cells off the text of the trees. */
static const char *read_cells(const char *text, box *out, slong *n, box b)
{
    if (*text == '.')
    {
        out[(*n)++] = b;
        return text + 1;
    }
    const int axis = *text - '0';
    b.width[axis] /= 2;
    text = read_cells(text + 1, out, n, b);
    b.low[axis] += b.width[axis];
    return read_cells(text, out, n, b);
}

/* Planes of R^4 have vectors of 6 coordinates and boxes of 4. */
static int axes_of(slong dim)
{
    return dim == 6 ? 4 : (int)dim - 1;
}

static box *cells_of(const lyc_boxes_t b)
{
    box *out = calloc((size_t)b->cells, sizeof *out);
    slong n = 0;
    const char *text = b->tree;
    for (int face = 0; face < b->dim; face++)
    {
        box f = {.face = face};
        for (int i = 0; i < 4; i++)
        {
            f.low[i] = b->is_projective ? -1 : 0;
            f.width[i] = b->is_projective ? 2 : 1;
        }
        text = read_cells(text, out, &n, f);
    }
    cr_assert_eq(n, b->cells);
    return out;
}

static int coordinate(slong dim, int face, int i)
{
    for (int c = 0; c < dim; c++)
        if (c != face && (dim < 6 || c + face != 5) && i-- == 0)
            return c;
    return -1;
}

/* Coordinates on a face to a vector. */
static void lift(double *x, const lyc_boxes_t b, int face, const double *u)
{
    x[face] = 1;
    for (int i = 0; i < axes_of(b->dim); i++)
        x[coordinate(b->dim, face, i)] = u[i];
    if (b->dim == 6)
        x[5 - face] = -u[0] * u[3] - u[1] * u[2];
}

static void grow(lyc_text_t t, slong dim, slong cells, unsigned long *seed)
{
    if (cells <= 1)
    {
        lyc_text_add(t, ".");
        return;
    }
    const slong first = 1 + (slong)(test_random(seed) % (ulong)(cells - 1));
    lyc_text_printf(t, "%ld", (long)(test_random(seed) % (ulong)axes_of(dim)));
    grow(t, dim, first, seed);
    grow(t, dim, cells - first, seed);
}

void random_boxes(lyc_boxes_t b, slong dim, slong cells, int is_projective,
                  unsigned long *seed)
{
    lyc_text_t t;
    lyc_text_init(t);
    for (slong face = 0; face < dim; face++)
        grow(t, dim, cells / dim, seed);
    lyc_boxes_init(b, dim, dim * FLINT_MAX(1, cells / dim));
    b->is_projective = is_projective;
    b->power = dim == 6 ? 2 : 1;
    if (dim == 6)
        lyc_boxes_add_exponents(b);
    memcpy(b->tree, t->bytes, t->length + 1);
    lyc_text_clear(t);
    box *cell = cells_of(b);
    for (slong l = 0; l < b->cells; l++)
    {
        int32_t rest = 1000;
        for (int i = 0; i < axes_of(dim); i++)
        {
            const int32_t v = (int32_t)(test_random(seed) % 601) - 300;
            b->form[l * dim + coordinate(dim, cell[l].face, i)] = v;
            rest += v > 0 ? v : -v;
        }
        if (dim == 6)
        {
            const int32_t v = (int32_t)(test_random(seed) % 301) - 150;
            b->form[l * dim + 5 - cell[l].face] = v;
            rest += 2 * (v > 0 ? v : -v);
        }
        b->form[l * dim + cell[l].face] = rest;
        if (b->exponent != NULL)
            b->exponent[l] = (int16_t)(test_random(seed) % 2);
        b->lower[l] = (int64_t)((uniform(seed) - 0.5) * 0x1p33);
        b->upper[l] = (int64_t)((uniform(seed) - 0.5) * 0x1p33);
    }
    free(cell);
}

void copy_boxes(lyc_boxes_t c, const lyc_boxes_t b)
{
    const size_t n = (size_t)b->cells;
    lyc_boxes_init(c, b->dim, b->cells);
    c->power = b->power;
    c->acts = b->acts;
    c->is_projective = b->is_projective;
    if (b->exponent != NULL)
    {
        lyc_boxes_add_exponents(c);
        memcpy(c->exponent, b->exponent, n * sizeof *c->exponent);
    }
    if (b->basis != NULL)
        lyc_boxes_set_basis(c, b->basis);
    c->lower_goal = b->lower_goal;
    c->upper_goal = b->upper_goal;
    memcpy(c->tree, b->tree, strlen(b->tree) + 1);
    memcpy(c->form, b->form, n * (size_t)b->dim * sizeof *c->form);
    memcpy(c->lower, b->lower, n * sizeof *c->lower);
    memcpy(c->upper, b->upper, n * sizeof *c->upper);
}

void random_matrices(lyc_law_t law, slong dim, slong atoms, long low,
                     int is_weighted, unsigned long *seed)
{
    lyc_text_t t;
    unsigned long weight[8], total = 0;
    lyc_text_init(t);
    for (slong i = 0; i < atoms; i++)
        total += weight[i] = 1 + test_random(seed) % 5;
    for (slong i = 0; i < atoms; i++)
    {
        lyc_text_add(t, i == 0 ? "{" : ", ");
        if (is_weighted)
            lyc_text_printf(t, "%lu/%lu: ", weight[i], total);
        for (slong k = 0; k < dim * dim; k++)
            lyc_text_printf(t, "%s%ld/20",
                            k == 0         ? "["
                            : k % dim == 0 ? ";"
                                           : ",",
                            low +
                                (long)(test_random(seed) % (ulong)(21 - low)));
        lyc_text_add(t, "]");
    }
    lyc_text_add(t, "}");
    test_law(law, t->bytes);
    lyc_text_clear(t);
}

/* log of the gauge; -inf at 0. */
static double log_gauge(const lyc_boxes_t b, const box *cell, const double *x,
                        int side)
{
    double best = -INFINITY;
    for (slong l = 0; l < b->cells; l++)
    {
        const int face = cell[l].face;
        int inside = x[face] != 0;
        double value = 0;
        for (int i = 0; i < axes_of(b->dim) && inside; i++)
        {
            const double u = x[coordinate(b->dim, face, i)] / x[face];
            inside =
                u >= cell[l].low[i] && u <= cell[l].low[i] + cell[l].width[i];
        }
        if (!inside)
            continue;
        for (int c = 0; c < b->dim; c++)
            value += b->form[l * b->dim + c] * x[c];
        value = log(fabs(value)) +
                (b->exponent == NULL ? 0 : b->exponent[l] * log(2)) +
                ldexp((double)(side ? b->upper[l] : b->lower[l]), -34);
        if (isinf(best) || (side ? value < best : value > best))
            best = value;
    }
    return best;
}

/* y = A x. Planes: of x the vectors with the coordinates pi_pj, pi_qj span it,
 * where pi_pq is largest. */
static void apply(double *y, const double *a, const double *x, slong dim)
{
    static const int first[] = {0, 0, 0, 1, 1, 2},
                     second[] = {1, 2, 3, 2, 3, 3};
    if (dim < 6)
    {
        for (slong k = 0; k < dim * dim; k++)
            y[k / dim] += a[k] * x[k % dim];
        return;
    }
    double pi[4][4] = {{0}}, image[2][4] = {{0}};
    int n = 0;
    for (int c = 0; c < 6; c++)
    {
        pi[first[c]][second[c]] = c == 1 ? -x[c] : x[c];
        pi[second[c]][first[c]] = -pi[first[c]][second[c]];
        n = fabs(x[c]) > fabs(x[n]) ? c : n;
    }
    for (int k = 0; k < 16; k++)
    {
        image[0][k / 4] += a[k] * pi[first[n]][k % 4];
        image[1][k / 4] += a[k] * pi[second[n]][k % 4];
    }
    for (int c = 0; c < 6; c++)
        y[c] = (c == 1 ? -1 : 1) / pi[first[n]][second[n]] *
               (image[0][first[c]] * image[1][second[c]] -
                image[0][second[c]] * image[1][first[c]]);
}

double reference_rate(const lyc_boxes_t b, const lyc_law_t law, const double *x,
                      int side)
{
    box *cell = cells_of(b);
    double rate = -log_gauge(b, cell, x, side);
    arb_t t;
    arb_init(t);
    for (slong i = 0; i < law->length; i++)
    {
        double y[6] = {0}, a[16];
        for (slong k = 0; k < law->dim * law->dim; k++)
        {
            lyc_number_get_arb(t, law->atom[i].entry + k, 64);
            a[k] = arf_get_d(arb_midref(t), ARF_RND_NEAR);
        }
        apply(y, a, x, b->dim);
        lyc_number_get_arb(t, law->weight + i, 64);
        rate += arf_get_d(arb_midref(t), ARF_RND_NEAR) *
                log_gauge(b, cell, y, side);
    }
    arb_clear(t);
    free(cell);
    return rate;
}

void random_point(double *x, const lyc_boxes_t b, unsigned long *seed)
{
    box *cells = cells_of(b);
    const box *c = cells + test_random(seed) % (ulong)b->cells;
    const int on_wall = (int)(test_random(seed) % 2);
    double u[4];
    for (int i = 0; i < axes_of(b->dim); i++)
    {
        const double t =
            on_wall ? (double)(test_random(seed) % 3) / 2 : uniform(seed);
        u[i] = c->low[i] + t * c->width[i];
    }
    lift(x, b, c->face, u);
    free(cells);
}

void norm_boxes(lyc_boxes_t b)
{
    lyc_boxes_init(b, 3, 192);
    char *tree = b->tree;
    slong l = 0;
    for (int face = 0; face < 3; face++)
    {
        slong open[200], depth = 1;
        double low[200][2], width[200][2];
        open[0] = 0;
        low[0][0] = low[0][1] = -1;
        width[0][0] = width[0][1] = 2;
        while (depth > 0)
        {
            const slong level = open[--depth];
            const double w[2] = {width[depth][0], width[depth][1]};
            const double u[2] = {low[depth][0], low[depth][1]};
            if (level == 6)
            {
                double x[3];
                x[face] = 1;
                for (int i = 0; i < 2; i++)
                    x[i < face ? i : i + 1] = u[i] + w[i] / 2;
                const double r = sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
                for (int c = 0; c < 3; c++)
                    b->form[3 * l + c] = (int32_t)lrint(1e8 * x[c] / r);
                l++;
                *tree++ = '.';
                continue;
            }
            const int axis = (int)(level % 2);
            *tree++ = (char)('0' + axis);
            for (int half = 1; half >= 0; half--, depth++)
            {
                open[depth] = level + 1;
                for (int i = 0; i < 2; i++)
                {
                    low[depth][i] = u[i];
                    width[depth][i] = w[i];
                }
                width[depth][axis] /= 2;
                low[depth][axis] += half ? w[axis] / 2 : 0;
            }
        }
    }
    *tree = '\0';
}
