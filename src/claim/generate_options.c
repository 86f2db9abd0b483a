#include <string.h>

#include "claim/generate.h"
#include "lyapcert/law.h"

enum
{
    MAX_DIM = 8,
    MAX_ATOMS = 64,
    MAX_NUMERATOR = 1000000000
};

void lyc_generator_init(lyc_generator_t g)
{
    memset(g, 0, sizeof *g);
    g->dim = 2;
    g->least_atoms = g->most_atoms = 2;
    g->denominator = 100;
    g->lowest = -100;
    g->highest = 100;
    fmpq_init(g->most_norm);
    fmpq_init(g->least_norm);
    fmpq_init(g->scale);
}

void lyc_generator_clear(lyc_generator_t g)
{
    fmpq_clear(g->most_norm);
    fmpq_clear(g->least_norm);
    fmpq_clear(g->scale);
}

typedef struct
{
    lyc_generator_struct *g;
    const lyc_program_struct *program;
    const lyc_instance *instance;
    lyc_diag_struct *d;
} reading;

static int get_fmpq(fmpq_t q, const reading *r, const lyc_expr *e)
{
    lyc_number_t x;
    lyc_number_init(x);
    int ok = lyc_number_eval(x, r->program, e, r->d);
    if (ok && !lyc_number_is_rational(x))
    {
        ok = lyc_diag_set(r->d, LYC_MALFORMED, lyc_expr_start(e),
                          "expected a rational number");
    }
    if (ok)
    {
        lyc_number_get_fmpq(q, x);
    }
    lyc_number_clear(x);
    return ok;
}

/* FROM..TO, or one value for both. */
static int get_range(fmpq_t from, fmpq_t to, const reading *r,
                     const lyc_option *o)
{
    if (o->op != '=')
    {
        return lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                            "expected %s=VALUE or %s=FROM..TO", o->key, o->key);
    }
    return get_fmpq(from, r, o->value) &&
           get_fmpq(to, r, o->to == NULL ? o->value : o->to) &&
           (fmpq_cmp(from, to) <= 0 ||
            lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                         "expected a range FROM..TO with FROM <= TO"));
}

static int get_integers(slong *from, slong *to, const reading *r,
                        const lyc_option *o, slong least, slong most)
{
    fmpq_t a, b;
    fmpq_init(a);
    fmpq_init(b);
    int ok = get_range(a, b, r, o);
    if (ok && (!fmpz_is_one(fmpq_denref(a)) || !fmpz_is_one(fmpq_denref(b)) ||
               fmpz_cmp_si(fmpq_numref(a), least) < 0 ||
               fmpz_cmp_si(fmpq_numref(b), most) > 0))
    {
        ok = lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                          "expected %s in %ld..%ld", o->key, (long)least,
                          (long)most);
    }
    if (ok)
    {
        *from = fmpz_get_si(fmpq_numref(a));
        *to = fmpz_get_si(fmpq_numref(b));
    }
    fmpq_clear(a);
    fmpq_clear(b);
    return ok;
}

static const lyc_option *find(const reading *r, const char *key)
{
    for (long i = 0; i < r->instance->options; i++)
    {
        if (strcmp(r->instance->option[i].key, key) == 0)
        {
            return r->instance->option + i;
        }
    }
    return NULL;
}

static int read_integers(const reading *r, const char *key, slong *from,
                         slong *to, slong least, slong most)
{
    const lyc_option *o = find(r, key);
    slong only = 0;
    if (o == NULL)
    {
        return 1;
    }
    if (to == NULL && o->to != NULL)
    {
        return lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                            "expected one integer %s", key);
    }
    return get_integers(from, to == NULL ? &only : to, r, o, least, most);
}

/* Numerators ceil(a q)..floor(b q). */
static int read_entries(const reading *r)
{
    const lyc_option *o = find(r, "entries");
    lyc_generator_struct *g = r->g;
    fmpq_t a, b;
    fmpz_t low, high;
    fmpq_init(a);
    fmpq_init(b);
    fmpz_init(low);
    fmpz_init(high);
    fmpq_set_si(a, -1, 1);
    fmpq_set_si(b, 1, 1);
    int ok = o == NULL || get_range(a, b, r, o);
    fmpq_mul_si(a, a, g->denominator);
    fmpq_mul_si(b, b, g->denominator);
    fmpz_cdiv_q(low, fmpq_numref(a), fmpq_denref(a));
    fmpz_fdiv_q(high, fmpq_numref(b), fmpq_denref(b));
    if (g->signs == LYC_SIGNS_NONNEGATIVE && fmpz_sgn(low) < 0)
    {
        fmpz_zero(low);
    }
    if (ok &&
        (fmpz_cmp(low, high) > 0 || fmpz_cmp_si(low, -MAX_NUMERATOR) < 0 ||
         fmpz_cmp_si(high, MAX_NUMERATOR) > 0))
    {
        ok = lyc_diag_set(r->d, LYC_MALFORMED,
                          o == NULL ? r->instance->place : o->place,
                          "no entry has these bounds, this denominator and a "
                          "numerator of at most %d",
                          MAX_NUMERATOR);
    }
    g->lowest = ok ? fmpz_get_si(low) : 0;
    g->highest = ok ? fmpz_get_si(high) : 0;
    fmpq_clear(a);
    fmpq_clear(b);
    fmpz_clear(low);
    fmpz_clear(high);
    return ok;
}

/* norm <= c, or norm = a..b. */
static int read_norm(const reading *r)
{
    const lyc_option *o = find(r, "norm");
    lyc_generator_struct *g = r->g;
    int ok;
    if (o == NULL)
    {
        return 1;
    }
    g->has_norm = 1;
    g->has_least_norm = o->op == '=';
    if (o->op == '=' && o->to != NULL)
    {
        ok = get_range(g->least_norm, g->most_norm, r, o);
    }
    else
    {
        ok = o->op == 'l' && o->to == NULL &&
             get_fmpq(g->most_norm, r, o->value);
    }
    int in_order = fmpq_cmp(g->least_norm, g->most_norm) < 0;
    if (!r->d->is_set && (!ok || !in_order || fmpq_sgn(g->least_norm) < 0))
    {
        ok = lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                          "expected norm<=C with C > 0, or norm=A..B with 0 <= "
                          "A < B");
    }
    return ok;
}

static int read_near_identity(const reading *r)
{
    const lyc_option *o = find(r, "near_identity");
    if (o == NULL)
    {
        return 1;
    }
    r->g->is_near_identity = 1;
    if (o->op == '=' && o->to == NULL && get_fmpq(r->g->scale, r, o->value) &&
        fmpq_sgn(r->g->scale) > 0)
    {
        return 1;
    }
    return lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                        "expected near_identity=S with S > 0");
}

static int read_flag(int *flag, const reading *r, const char *key)
{
    const lyc_option *o = find(r, key);
    *flag = o != NULL;
    return o == NULL || o->op == 0 ||
           lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                        "the option %s has no value", key);
}

/* One of two words; *second says which. */
static int read_word(int *second, const reading *r, const char *key,
                     const char *a, const char *b)
{
    const lyc_option *o = find(r, key);
    if (o == NULL)
    {
        return 1;
    }
    if (o->op == '=' && o->to == NULL && o->value->kind == LYC_EXPR_NAME)
    {
        *second = strcmp(o->value->text, b) == 0;
        if (*second || strcmp(o->value->text, a) == 0)
        {
            return 1;
        }
    }
    return lyc_diag_set(r->d, LYC_MALFORMED, o->place,
                        "expected %s=%s or %s=%s", key, a, key, b);
}

static int known_keys(const reading *r)
{
    static const char *const key[] = {
        "dim",        "atoms",       "entries",  "denominator",
        "norm",       "signs",       "singular", "commuting",
        "triangular", "irreducible", "weights",  "near_identity"};
    for (long i = 0; i < r->instance->options; i++)
    {
        const lyc_option *o = r->instance->option + i;
        size_t j = 0;
        while (j < sizeof key / sizeof key[0] && strcmp(key[j], o->key) != 0)
        {
            j++;
        }
        if (j == sizeof key / sizeof key[0])
        {
            return lyc_diag_set(
                r->d, LYC_MALFORMED, o->place,
                "unknown option '%.40s', expected dim, atoms, entries, "
                "denominator, norm, signs, singular, commuting, triangular, "
                "irreducible, near_identity or weights",
                o->key);
        }
    }
    return 1;
}

static int refuse(const reading *r, const char *key, const char *why)
{
    const lyc_option *o = find(r, key);
    return lyc_diag_set(r->d, LYC_MALFORMED,
                        o == NULL ? r->instance->place : o->place, "%s", why);
}

/* What contradicts itself is refused before anything is drawn. */
static int check_together(const reading *r)
{
    const lyc_generator_struct *g = r->g;
    int has_zero = g->lowest <= 0 && g->highest >= 0;
    if (g->irreducible &&
        (g->commuting || g->triangular || g->dim < 2 || g->least_atoms < 2))
    {
        return refuse(r, "irreducible",
                      "irreducible laws have dim >= 2 and atoms >= 2, and are "
                      "neither commuting nor triangular");
    }
    if (g->is_near_identity && (g->has_norm || g->singular))
    {
        return refuse(r, "near_identity",
                      "near_identity goes neither with norm nor with singular");
    }
    if (!has_zero &&
        (g->commuting || (g->singular && (g->triangular || g->dim == 1))))
    {
        return refuse(r, g->commuting ? "commuting" : "singular",
                      "0 must be a possible entry here");
    }
    return 1;
}

int lyc_generator_set(lyc_generator_t g, const lyc_program_t p,
                      const lyc_instance *instance, lyc_diag_t d)
{
    reading r = {g, p, instance, d};
    int nonnegative = 0;
    if (strcmp(instance->generator, "finite_laws") != 0)
    {
        return lyc_diag_set(d, LYC_MALFORMED, instance->place,
                            "unknown generator '%.40s', expected finite_laws",
                            instance->generator);
    }
    if (!known_keys(&r) ||
        !read_integers(&r, "dim", &g->dim, NULL, 1, MAX_DIM) ||
        !read_integers(&r, "atoms", &g->least_atoms, &g->most_atoms, 1,
                       MAX_ATOMS) ||
        !read_integers(&r, "denominator", &g->denominator, NULL, 1, 1000000) ||
        !read_word(&nonnegative, &r, "signs", "any", "nonnegative") ||
        !read_word(&g->random_weights, &r, "weights", "equal", "random") ||
        !read_flag(&g->singular, &r, "singular") ||
        !read_flag(&g->commuting, &r, "commuting") ||
        !read_flag(&g->triangular, &r, "triangular") ||
        !read_flag(&g->irreducible, &r, "irreducible"))
    {
        return 0;
    }
    g->signs = nonnegative ? LYC_SIGNS_NONNEGATIVE : LYC_SIGNS_ANY;
    return read_entries(&r) && read_norm(&r) && read_near_identity(&r) &&
           check_together(&r);
}
