#include <stdlib.h>

#include "enclose/enclose.h"
#include "enclose/formula/subspaces.h"

/* Images of spaces that one search works out, for d = 2; fewer where the
 * matrices are larger. */
#define IMAGES 32768
#define MAX_BITS 4096
#define MAX_DIM 32

/* Integer multiples of the transposed atoms. */
static fmpz_mat_struct *transposed_atoms(const lyc_law_t law)
{
    fmpz_mat_struct *a = lyc_calloc((size_t)law->length, sizeof *a);
    fmpz_t scale;
    slong m;

    fmpz_init(scale);
    for (m = 0; m < law->length; m++)
    {
        fmpz_mat_init(a + m, law->dim, law->dim);
        lyc_matrix_get_fmpz_mat(a + m, scale, law->atom + m);
        fmpz_mat_transpose(a + m, a + m);
    }
    fmpz_clear(scale);
    return a;
}

/* Adds the images of the singular atoms; -2 when one is 0. A shortest word
 * that vanishes begins with a singular letter. */
static slong add_images(lyc_subspaces_t s, const fmpz_mat_struct *a,
                        slong length)
{
    fmpz_mat_t rows;
    slong m, found = 0;

    for (m = 0; m < length && found != -2 && m < IMAGES; m++)
    {
        fmpz_mat_init_set(rows, a + m);
        if (fmpz_mat_rank(rows) < fmpz_mat_ncols(rows))
        {
            found = lyc_subspaces_add(s, rows, -1, m);
        }
        fmpz_mat_clear(rows);
    }
    return found;
}

/* Breadth first. 1 when atom *letter maps the space *parent to 0. */
static int search(lyc_subspaces_t s, slong *parent, slong *letter,
                  const fmpz_mat_struct *a, slong length, slong budget,
                  const lyc_limits_t limits)
{
    fmpz_mat_t rows;
    slong p, m, d = fmpz_mat_ncols(a), found = 0;

    for (p = 0; p < s->length && budget > 0; p++)
    {
        if (lyc_limits_out_of_time(limits) ||
            labs(fmpz_mat_max_bits(&s->item[p].basis)) > MAX_BITS)
        {
            break;
        }
        for (m = 0; m < length && budget > 0; m++, budget--)
        {
            fmpz_mat_init(rows, fmpz_mat_nrows(&s->item[p].basis), d);
            fmpz_mat_mul(rows, &s->item[p].basis, a + m);
            found = lyc_subspaces_add(s, rows, p, m);
            fmpz_mat_clear(rows);
            if (found == -2)
            {
                *parent = p;
                *letter = m;
                return 1;
            }
        }
    }
    return 0;
}

static slong depth(const lyc_subspaces_t s, slong p)
{
    slong n;

    for (n = 0; p >= 0; n++)
    {
        p = s->item[p].parent;
    }
    return n;
}

static int accept_word(lyc_enclosure_t e, const lyc_subspaces_t s, slong parent,
                       slong letter, const lyc_law_t law,
                       const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    slong n = depth(s, parent) + 1, i = n;
    slong *word = lyc_malloc((size_t)n * sizeof *word);
    int held;

    word[--i] = letter;
    for (; parent >= 0; parent = s->item[parent].parent)
    {
        word[--i] = s->item[parent].letter;
    }
    lyc_evidence_init(evidence);
    lyc_evidence_set_vanishing(evidence, word, n);
    held = lyc_enclosure_accept(e, "formula", evidence, law, limits);
    lyc_evidence_clear(evidence);
    free(word);
    return held;
}

int lyc_formula_vanishing(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request, const lyc_limits_t limits)
{
    fmpz_mat_struct *a;
    lyc_subspaces_t s;
    slong m, parent = -1, letter = 0;
    int held = 0;

    (void)request;
    if (!arf_is_neg_inf(e->facts->sum_upper + law->dim - 1) ||
        law->dim > MAX_DIM || !lyc_law_has_rational_atoms(law))
    {
        return 0;
    }
    a = transposed_atoms(law);
    lyc_subspaces_init(s);
    if (add_images(s, a, law->length) != -2 &&
        search(s, &parent, &letter, a, law->length,
               8 * IMAGES / (law->dim * law->dim * law->dim), limits))
    {
        held = accept_word(e, s, parent, letter, law, limits);
    }
    lyc_subspaces_clear(s);
    for (m = 0; m < law->length; m++)
    {
        fmpz_mat_clear(a + m);
    }
    free(a);
    return held;
}
