#include <math.h>

#include "certify/box.h"
#include "certify/box_round.h"

void lyc_box_image_of(lyc_box_image *im, const lyc_box_atom *atom,
                      const lyc_box *box, int dim)
{
    double r[LYC_BOX_DIM];
    for (int k = 0; k < lyc_box_corners(dim); k++)
    {
        lyc_box_corner(r, box, dim, k);
        for (int c = 0; c < dim; c++)
        {
            const double *row = atom->entry + c * dim;
            double sum = 0;
            for (int j = 0; j < dim; j++)
                sum += row[j] * r[j];
            im->y[k][c] = sum;
        }
    }
}

/* The sign that coordinate b is proved to have at all corners, or 0. */
static int sign_of(const lyc_box_image *im, const lyc_box_atom *atom, int b,
                   int corners)
{
    const double e = atom->row_error[b];
    int positive = 1, negative = 1;
    for (int k = 0; k < corners; k++)
    {
        positive &= im->y[k][b] > e;
        negative &= im->y[k][b] < -e;
    }
    return positive - negative;
}

/* 1 when |y_b| < |y_c| is proved on the whole image: y_c has one sign, and the
 * linear forms |y_c| - y_b and |y_c| + y_b are positive at all corners. */
static int is_dominated(const lyc_box_image *im, const lyc_box_atom *atom,
                        int b, int c, int corners)
{
    const double e = lyc_up(atom->row_error[b] + atom->row_error[c]);
    for (int k = 0; k < corners; k++)
        if (!(lyc_down(fabs(im->y[k][c]) - fabs(im->y[k][b])) > e))
            return 0;
    return 1;
}

/* low <= y_c / y_b <= high for the coordinates meant by doubles y_c, y_b with
 * errors e_c and e_b < |y_b|. */
static void quotient(double *low, double *high, double y, double e, double z,
                     double f)
{
    if (z < 0)
    {
        y = -y;
        z = -z;
    }
    const double y0 = lyc_down(y - e), y1 = lyc_up(y + e);
    const double z0 = lyc_down(z - f), z1 = lyc_up(z + f);
    *low = lyc_down(y0 / (y0 < 0 ? z0 : z1));
    *high = lyc_up(y1 / (y1 < 0 ? z1 : z0));
    if (!(z0 > 0 && *low <= *high)) /* NaN included */
    {
        *low = -INFINITY;
        *high = INFINITY;
    }
}

/* Theorem spectrum.covering */
/* The box is where its forms x_c - low x_a and high x_a - x_c are >= 0, a its
 * face. If y = A x then adj(A) y = det(A) x, so that the same forms of
 * sign(det A) adj(A) y are >= 0. */
void lyc_box_walls_of(lyc_box_walls *walls, const lyc_box_atom *atom,
                      const lyc_box *box, int dim)
{
    const double *base = atom->adjugate + box->face * dim;
    walls->length = 0;
    for (int i = 0; i < lyc_box_axes(dim); i++)
        for (int side = 0; side < 2; side++)
        {
            const double *row =
                atom->adjugate + lyc_box_coordinate(dim, box->face, i) * dim;
            const double end = box->low[i] + (side ? box->width[i] : 0);
            double *w = walls->form[walls->length], sum = 0;
            for (int c = 0; c < dim; c++)
            {
                w[c] = side ? end * base[c] - row[c] : row[c] - end * base[c];
                sum += fabs(w[c]);
            }
            /* Entries of the adjugate and ends are at most 1 in modulus: w_c is
             * off by 2 adjugate_error and 2^-52 + 2^-53 |w_c| at most. */
            walls->margin[walls->length++] =
                lyc_up((lyc_box_is_planes(dim) ? 0x1p-46 : 0x1p-48) * sum +
                       2 * dim * (4 * atom->adjugate_error + 0x1p-50));
        }
}

/* On face b the image is in the convex hull of the images of the corners. */
static void set_range(lyc_box_place *place, const lyc_box_image *im,
                      const lyc_box_atom *atom, int dim)
{
    const int b = place->face;
    for (int i = 0; i < lyc_box_axes(dim); i++)
    {
        const int c = lyc_box_coordinate(dim, b, i);
        double low = INFINITY, high = -INFINITY;
        for (int k = 0; k < lyc_box_corners(dim); k++)
        {
            double x0, x1;
            quotient(&x0, &x1, im->y[k][c], atom->row_error[c], im->y[k][b],
                     atom->row_error[b]);
            low = lyc_min_down(low, x0);
            high = lyc_max_up(high, x1);
        }
        place->low[i] = low;
        place->high[i] = high;
    }
}

/* 1 when no vector of the image has its largest coordinate at b. */
static int is_missed(const lyc_box_image *im, const lyc_box_atom *atom, int b,
                     const int *sign, int dim)
{
    for (int c = 0; c < dim; c++)
        if (c != b && sign[c] != 0 &&
            is_dominated(im, atom, b, c, lyc_box_corners(dim)))
            return 1;
    return 0;
}

/* The cones of `whole` on the face of `place` that are not outside. */
static void filter(lyc_box_cover *cover, const lyc_box_cover *whole,
                   const lyc_box_tree_t t, const lyc_box_place *place)
{
    for (int n = 0; n < whole->length; n++)
    {
        const int32_t cone = whole->cone[n];
        const slong l = cone < 0 ? ~cone : cone;
        if (t->face[l] != place->face || (cone < 0) != (place->sign < 0))
            continue;
        const lyc_box box = lyc_box_tree_cell(t, l);
        if (!lyc_box_is_outside(place, box.low, box.width, t->dim))
            lyc_box_cover_add(cover, cone);
    }
}

/* Theorem spectrum.covering */
void lyc_box_cover_image(lyc_box_cover *cover, const lyc_box_cover *whole,
                         const lyc_box_tree_t t, const lyc_box_image *im,
                         const lyc_box_atom *atom, const lyc_box *box)
{
    lyc_box_walls walls;
    lyc_box_place place;
    int sign[LYC_BOX_DIM];
    cover->length = 0;
    cover->is_wild = 0;
    lyc_box_walls_of(&walls, atom, box, t->dim);
    for (int b = 0; b < t->dim; b++)
        sign[b] = sign_of(im, atom, b, lyc_box_corners(t->dim));
    for (int b = 0; b < t->dim && !cover->is_wild; b++)
    {
        if (is_missed(im, atom, b, sign, t->dim))
            continue;
        place.face = b;
        place.sign = sign[b];
        cover->is_wild = sign[b] == 0;
        if (cover->is_wild)
            break;
        set_range(&place, im, atom, t->dim);
        lyc_box_place_walls(&place, &walls, t->dim);
        for (int i = 0; i < lyc_box_axes(t->dim); i++)
        {
            cover->low[b][i] = place.low[i];
            cover->high[b][i] = place.high[i];
        }
        if (whole != NULL && whole->length > 0)
            filter(cover, whole, t, &place);
        else
            lyc_box_tree_collect(cover, t, &place);
    }
    if (cover->is_wild)
        cover->length = 0;
}
