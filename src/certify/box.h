/* The bracket of gauges that are linear on cones over boxes of the cube.
 *
 * Doubles with proved error bounds throughout (chapter spectrum, Lemma
 * spectrum.rounding); corners of boxes are dyadic and exact. A signed cone is
 * +(cone over cell l), written l, or its negative, written ~l. */
#ifndef LYC_CERTIFY_BOX_H
#define LYC_CERTIFY_BOX_H

#include <string.h>

#include "lyapcert/boxes.h"
#include "lyapcert/diag.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* Of cubes up to LYC_BOXES_MAX_DIM, and of planes. */
#define LYC_BOX_DIM LYC_BOXES_PLANES_DIM
#define LYC_BOX_AXES 4
#define LYC_BOX_CORNERS (1 << LYC_BOX_AXES)

/* ---- boxes ---- */

/* low_i <= u_i <= low_i + width_i on face `face`; width a power of 2. */
typedef struct
{
    int face;
    double low[LYC_BOX_AXES], width[LYC_BOX_AXES];
} lyc_box;

/* Vectors of a cube have one coordinate for their face and one for each axis.
 * Planes have another one, 5 - face. */
static inline int lyc_box_is_planes(int dim)
{
    return dim == LYC_BOXES_PLANES_DIM;
}
static inline int lyc_box_axes(int dim)
{
    return lyc_box_is_planes(dim) ? 4 : dim - 1;
}
static inline int lyc_box_corners(int dim)
{
    return 1 << lyc_box_axes(dim);
}
/* The coordinate of axis i on a face. */
static inline int lyc_box_coordinate(int dim, int face, int i)
{
    static const unsigned char of_planes[][4] = {{1, 2, 3, 4}, {0, 2, 3, 5},
                                                 {0, 1, 4, 5}, {0, 1, 4, 5},
                                                 {0, 2, 3, 5}, {1, 2, 3, 4}};
    if (lyc_box_is_planes(dim))
        return of_planes[face][i];
    return i < face ? i : i + 1;
}
/* The vector with coordinates u on a face, r[face] = 1. Planes: the other
 * coordinate is off by 2^-51 at most, and at most 2 in modulus. */
void lyc_box_vector(double *r, int face, const double *u, int dim);
/* Corner k takes the upper end of axis i when bit i of k is set. */
void lyc_box_corner(double *r, const lyc_box *box, int dim, int k);
/* The half (0 or 1) of a box along an axis. */
static inline lyc_box lyc_box_half(const lyc_box *box, int axis, int half)
{
    lyc_box h = *box;
    h.width[axis] *= 0.5;
    if (half)
        h.low[axis] += h.width[axis];
    return h;
}

/* ---- trees: box_tree.c ---- */

#define LYC_BOX_CELL 4
#define LYC_BOX_NODE_BITS 3
#define LYC_BOX_NODE_MASK 7
typedef struct
{
    int dim, is_projective;
    slong cells, nodes;
    /* Lowest bits: the axis that node n is halved along, its first half being
     * node n + 1 and its second half the node that the others number; or
     * LYC_BOX_CELL, and they number the cell. */
    uint32_t *next;
    slong root[LYC_BOX_DIM];
    /* Of the cells: face, low ends, and how often each axis was halved. */
    unsigned char *face, *level; /* level: cells x axes */
    double *low;                 /* cells x axes */
} lyc_box_tree_struct;
typedef lyc_box_tree_struct lyc_box_tree_t[1];

/* Builds the tree that `text` writes; 1 when text is the trees of dim faces
 * with so many cells together and no axis is halved too often. Clear in both
 * cases. */
int lyc_box_tree_init(lyc_box_tree_t t, int dim, int is_projective, slong cells,
                      const char *text);
void lyc_box_tree_clear(lyc_box_tree_t t);
/* The box of a cell. */
static inline lyc_box lyc_box_tree_cell(const lyc_box_tree_t t, slong l)
{
    const int axes = lyc_box_axes(t->dim);
    lyc_box box = {.face = t->face[l]};
    for (int i = 0; i < axes; i++)
    {
        /* 2^(1 - level), or 2^-level in an orthant */
        const uint64_t bits =
            (uint64_t)(1023 + t->is_projective - t->level[l * axes + i]) << 52;
        box.low[i] = t->low[l * axes + i];
        memcpy(box.width + i, &bits, sizeof bits);
    }
    return box;
}
/* The box that is face `face`. */
lyc_box lyc_box_tree_face(const lyc_box_tree_t t, int face);

/* Signed cones, each at most once for one face and sign. More than
 * LYC_BOX_COVER are not listed. What is covered has low_i <= u_i <= high_i
 * where it lies on a face (low[face][i]); ratio: lyc_box_common_form. */
#define LYC_BOX_COVER (1 << 20)
typedef struct
{
    int length, capacity;
    int is_wild; /* not all were found; length is 0 */
    int32_t *cone;
    double (*ratio)[2];
    double low[LYC_BOX_DIM][LYC_BOX_AXES], high[LYC_BOX_DIM][LYC_BOX_AXES];
} lyc_box_cover;

/* Half-spaces <w, y> >= -margin, for |y_c| <= 1 (planes: 2), that hold what is
 * looked for; rounding is in the margin. */
typedef struct
{
    int length;
    double form[2 * LYC_BOX_AXES][LYC_BOX_DIM], margin[2 * LYC_BOX_AXES];
} lyc_box_walls;

/* Where a piece of an image may be on one face: low_i <= u_i <= high_i, as
 * cones of this sign, inside every half-space. */
typedef struct
{
    int face, sign;
    double low[LYC_BOX_AXES], high[LYC_BOX_AXES];
    int walls;
    /* Of the signed forms: sum at_i u_i + bend (u_0 u_3 + u_1 u_2) >= least. */
    double at[2 * LYC_BOX_AXES][LYC_BOX_AXES], bend[2 * LYC_BOX_AXES];
    double least[2 * LYC_BOX_AXES];
} lyc_box_place;

/* Fills in walls, at, bend and least; face and sign are there. Half-spaces with
 * a coefficient that is NaN or huge are left out. */
void lyc_box_place_walls(lyc_box_place *place, const lyc_box_walls *walls,
                         int dim);

/* 1 when a box of the face of `place` is proved to miss it. */
int lyc_box_is_outside(const lyc_box_place *place, const double *low,
                       const double *width, int dim);
/* Appends to cover all cells that are not outside; is_wild where there is no
 * room. */
void lyc_box_tree_collect(lyc_box_cover *cover, const lyc_box_tree_t t,
                          const lyc_box_place *place);
void lyc_box_cover_add(lyc_box_cover *cover, int32_t cone);

/* ---- atoms: box_atoms.c ---- */

/* Atom A = 2^exponent B: |entry - b| <= error for the entries b of B, of
 * modulus at most 1; row_error[c]: Lemma spectrum.rounding, E_c. */
typedef struct
{
    double entry[LYC_BOX_DIM * LYC_BOX_DIM];
    double row_error[LYC_BOX_DIM];
    /* The adjugate of A, scaled by a positive number (and by -1 where det A <
     * 0): its entries up to adjugate_error, of modulus at most 1. */
    double adjugate[LYC_BOX_DIM * LYC_BOX_DIM], adjugate_error;
    double weight_low, weight_high;
} lyc_box_atom;

typedef struct
{
    int dim;
    slong length;
    lyc_box_atom *atom;
    int is_uniform;  /* the weights are equal */
    arb_t log_scale; /* sum p_i exponent_i log 2 */
} lyc_box_atoms_struct;
typedef lyc_box_atoms_struct lyc_box_atoms_t[1];

void lyc_box_atoms_init(lyc_box_atoms_t a, const lyc_law_t law, slong prec);
void lyc_box_atoms_clear(lyc_box_atoms_t a);

/* ---- images: box_image.c ---- */

/* y[k]: image of corner k, up to row_error in each coordinate. */
typedef struct
{
    double y[LYC_BOX_CORNERS][LYC_BOX_DIM];
} lyc_box_image;

void lyc_box_image_of(lyc_box_image *im, const lyc_box_atom *atom,
                      const lyc_box *box, int dim);
/* Half-spaces that hold the image of the cone over the box. */
void lyc_box_walls_of(lyc_box_walls *walls, const lyc_box_atom *atom,
                      const lyc_box *box, int dim);
/* Signed cones whose union holds the image of the cone over the box, without
 * 0: recomputed from nothing but the tree. `whole` is NULL, or what covers the
 * image of a box that holds this one: then only its cones are looked at. */
void lyc_box_cover_image(lyc_box_cover *cover, const lyc_box_cover *whole,
                         const lyc_box_tree_t t, const lyc_box_image *im,
                         const lyc_box_atom *atom, const lyc_box *box);

/* ---- gauges and pieces: box_gauge.c, box_piece.c ---- */

struct lyc_cubes_law;
struct lyc_cubes_work;

/* side 0: the lower gauge, side 1: the upper one. */
typedef struct
{
    const lyc_box_tree_struct *tree;
    const lyc_box_atoms_struct *atoms;
    const struct lyc_cubes_law *cubes; /* instead of atoms; or NULL */
    /* cells x dim: linear forms, each coefficient up to a factor 1 + t, |t| <=
     * 2^-51. */
    const double *form;
    /* What the forms are multiplied by, up to a factor 1 + t, |t| <= 2^-52; or
     * both NULL: 1, and bounds leave out what the ratios of covers say. */
    const double *factor[2];
    double largest[LYC_BOX_DIM]; /* of the moduli of the upper forms */
    double least; /* the lower gauge is at least this times max|x_c| */
    const lyc_limits_struct *limits; /* or NULL: none */
} lyc_box_gauge_struct;
typedef lyc_box_gauge_struct lyc_box_gauge_t[1];

/* Fills in `largest` and `least`; the other members are there. */
void lyc_box_gauge_finish(lyc_box_gauge_t g);

typedef struct
{
    double lower, upper; /* of R on the piece, log_scale left out */
} lyc_box_bounds;

/* Work space for one piece: what it finds about each atom. */
typedef struct
{
    slong atoms;
    lyc_box_image *image;
    lyc_box_cover *cover;
    double (*low)[LYC_BOX_CORNERS], (*high)[LYC_BOX_CORNERS];
    double (*at)[LYC_BOX_CORNERS];
    double *mean; /* H_i */
    struct lyc_cubes_work *cubes;
} lyc_box_work_struct;
typedef lyc_box_work_struct lyc_box_work_t[1];

void lyc_box_work_init(lyc_box_work_t w, const lyc_box_gauge_t g);
void lyc_box_work_clear(lyc_box_work_t w);

/* Images of the cone over `piece` and what covers them; `whole` is NULL or has
 * been through this for a box that holds the piece. */
void lyc_box_covers(lyc_box_work_t w, const lyc_box_work_struct *whole,
                    const lyc_box_gauge_t g, const lyc_box *piece);
/* After lyc_box_covers for the same piece, a box inside cell `cell`: bounds of
 * R on its cone. NaN never comes out: -inf, +inf where nothing is proved. */
lyc_box_bounds lyc_box_bounds_of(lyc_box_work_t w, const lyc_box_gauge_t g,
                                 const lyc_box *piece, slong cell);

/* Multiples of a cover's common form that the gauges are between. */
void lyc_box_scales_of(double *low, double *high, const lyc_box_cover *cover,
                       const lyc_box_gauge_t g);

/* A form w, positive on what `cover` covers; there a gauge with offsets 0 is
 * between ratio[n][0] <w, y> and ratio[n][1] <w, y> on cone n. 0: none was
 * found. */
int lyc_box_common_form(double *form, const lyc_box_cover *cover,
                        const lyc_box_gauge_t g);

/* The axis along which the images of the last piece are longest. */
int lyc_box_longest_axis(const lyc_box_work_t w, const lyc_box_gauge_t g);

/* ---- what acts: boxes_act.c ---- */

/* acting = the law of Lambda^power of M^-1 A M, or of its transpose, up to a
 * change of basis: its lambda_1 is the sum of the first `power` exponents. Of b
 * dim, power, acts and basis count. LYC_FALSE where they do not fit the law or
 * M is singular; LYC_UNKNOWN as lyc_matrix_det. */
lyc_truth_t lyc_boxes_act(lyc_law_t acting, const lyc_law_t law,
                          const lyc_boxes_t b);

/* ---- the bracket: box_bracket.c ---- */

/* A cell is cut into at most 2^LYC_BOX_HALVINGS pieces. */
#define LYC_BOX_HALVINGS 12
/* With draws, whose cells are many. */
#define LYC_BOX_HALVINGS_DRAWS 6
static inline int lyc_box_halvings(const lyc_box_gauge_t g)
{
    return g->cubes == NULL ? LYC_BOX_HALVINGS : LYC_BOX_HALVINGS_DRAWS;
}
/* Coordinates are multiples of 2^(1 - 40 - 12), at most 1 in modulus. */
_Static_assert(LYC_BOXES_MAX_LEVEL + LYC_BOX_HALVINGS <= 53, "exact corners");
_Static_assert(2 * LYC_BOXES_MAX_CELLS - 1 <= UINT32_MAX >> LYC_BOX_NODE_BITS,
               "nodes have numbers");

/* The same for what acts on the fan: atoms, or cubes where that is not NULL. */
lyc_verdict_t lyc_box_bracket_of(arf_t lower, arf_t upper, const lyc_boxes_t b,
                                 const lyc_box_atoms_t atoms,
                                 const struct lyc_cubes_law *cubes, slong prec,
                                 const lyc_limits_t limits, lyc_diag_t d);

/* lower <= lambda_1 <= upper of `law`, which is what acts on the fan. */
lyc_verdict_t lyc_box_bracket(arf_t lower, arf_t upper, const lyc_boxes_t b,
                              const lyc_law_t law, slong prec,
                              const lyc_limits_t limits, lyc_diag_t d);

#endif
