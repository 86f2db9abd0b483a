/* finite_laws: the same laws everywhere; descriptions that are refused. */
#include <string.h>

#include <criterion/criterion.h>

#include "claim/describing.h"
#include "lyapcert/digest.h"

/* The same bytes on every machine; law i does not depend on laws before it. */
Test(generate, digest)
{
    lyc_generator_t g;
    lyc_script_t s;
    lyc_text_t all, one;
    lyc_digest_t digest;
    lyc_text_init(all);
    lyc_text_init(one);
    describe(g, s, "atoms=2..4, irreducible, weights=random, norm<=1/2");
    for (long i = 0; i < 10; i++)
    {
        cr_assert(lyc_generator_law(all, g, 1, i));
        lyc_text_add(all, "\n");
    }
    cr_assert(lyc_generator_law(one, g, 1, 9));
    lyc_text_add(one, "\n");
    cr_expect_str_eq(all->bytes + all->length - one->length, one->bytes);
    lyc_digest(digest, all->bytes, all->length);
    cr_expect_str_eq(
        digest,
        "dd34820f2a30c89acc42eaa96ad3e5d58697af2a83260d842d66e438afe92026",
        "%s\n%s", digest, all->bytes);
    lyc_text_reset(one);
    cr_assert(lyc_generator_law(one, g, 2, 0));
    cr_expect_neq(strncmp(all->bytes, one->bytes, one->length), 0);
    lyc_text_clear(all);
    lyc_text_clear(one);
    lyc_generator_clear(g);
    lyc_script_clear(s);
}

static void refuse(const char *options, const char *message)
{
    lyc_generator_t g;
    lyc_script_t s;
    lyc_diag_t d;
    lyc_diag_init(d);
    cr_expect_not(read_description(g, s, options, d), "%s", options);
    cr_assert(d->is_set, "%s", options);
    cr_expect_eq(d->status, LYC_MALFORMED);
    cr_expect_str_eq(d->text, message, "%s: %s", options, d->text);
    lyc_generator_clear(g);
    lyc_script_clear(s);
    lyc_diag_clear(d);
}

Test(generate, refused)
{
    refuse("dim=9", "t:3:30: expected dim in 1..8");
    refuse("dim=1..2", "t:3:30: expected one integer dim");
    refuse("atoms=3..2", "t:3:30: expected a range FROM..TO with FROM <= TO");
    refuse("atoms=3/2", "t:3:30: expected atoms in 1..64");
    refuse("atoms<=2", "t:3:30: expected atoms=VALUE or atoms=FROM..TO");
    refuse("dim=sqrt(2)", "t:3:34: expected a rational number");
    refuse("entries=11/25..1/2, denominator=5",
           "t:3:30: no entry has these bounds, this denominator and a "
           "numerator of at most 1000000000");
    refuse("norm<=0", "t:3:30: expected norm<=C with C > 0, or norm=A..B with "
                      "0 <= A < B");
    refuse("norm=1", "t:3:30: expected norm<=C with C > 0, or norm=A..B with "
                     "0 <= A < B");
    refuse("signs=odd", "t:3:30: expected signs=any or signs=nonnegative");
    refuse("singular=1", "t:3:30: the option singular has no value");
    refuse("irreducible, commuting",
           "t:3:30: irreducible laws have dim >= 2 and atoms >= 2, and are "
           "neither commuting nor triangular");
    refuse("near_identity=0", "t:3:30: expected near_identity=S with S > 0");
    refuse("near_identity=1, norm<=1",
           "t:3:30: near_identity goes neither with norm nor with singular");
    refuse("entries=1..2, commuting",
           "t:3:44: 0 must be a possible entry here");
    refuse("odd", "t:3:30: unknown option 'odd', expected dim, atoms, entries, "
                  "denominator, norm, signs, singular, commuting, triangular, "
                  "irreducible, near_identity or weights");
}
