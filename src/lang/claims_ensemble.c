/* ensemble NAME: A ~ GENERATOR(OPTION, ...), count = N [, full = M]
 *                       [, seed = S] [, undecided <= SHARE] */
#include <stdlib.h>

#include "lang/claims_name.h"
#include "lang/claims_parts.h"
#include "lang/expect.h"
#include "lang/expr.h"
#include "lang/names.h"

void lyc_ensemble_clear(lyc_ensemble *ensemble)
{
    free(ensemble->name);
    lyc_instance_clear(&ensemble->laws);
    lyc_expr_free(ensemble->most_undecided);
}

/* <= SHARE from token i to `to`. */
static int parse_share(lyc_ensemble *ensemble, const lyc_script_t s,
                       const lyc_tokens_t t, long i, long to, lyc_diag_t d)
{
    if (i >= to || t->token[i].kind != LYC_TOKEN_LE)
        return lyc_expected(t, i, to, "'<='", d);
    ensemble->most_undecided = lyc_expr_parse(t, i + 1, to, 0, d);
    return ensemble->most_undecided != NULL &&
           lyc_program_names_known(s->program, ensemble->most_undecided, d);
}

static int parse(lyc_ensemble *ensemble, const lyc_script_t s,
                 const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    long i = from + 1, end;

    ensemble->place = ensemble->laws.place = t->token[from].place;
    ensemble->laws.theorem = -1;
    ensemble->name = lyc_name_before(t, &i, to, ':', "ensemble", d);
    if (ensemble->name == NULL ||
        !lyc_script_name_is_new(s, ensemble->name, t->token[from + 1].place, d))
        return 0;
    if (i >= to || t->token[i].kind != LYC_TOKEN_NAME)
        return lyc_expected(t, i, to, "a name for the law, such as A", d);
    end = lyc_tokens_find(t, i + 1, to, 0, "undecided");
    if (end < to && t->token[end - 1].kind != ',')
        return lyc_expected(t, end, to, "',' before 'undecided'", d);
    return lyc_instance_parse_generator(&ensemble->laws, s, t, i + 1,
                                        end < to ? end - 1 : to, d) &&
           (end == to || parse_share(ensemble, s, t, end + 1, to, d));
}

int lyc_script_add_ensemble(lyc_script_t s, const lyc_tokens_t t, long from,
                            long to, lyc_diag_t d)
{
    lyc_ensemble ensemble = {.name = NULL};

    if (!parse(&ensemble, s, t, from, to, d))
    {
        lyc_ensemble_clear(&ensemble);
        return 0;
    }
    s->ensemble = lyc_realloc(s->ensemble, (size_t)(s->ensembles + 1) *
                                               sizeof(lyc_ensemble));
    lyc_names_add(&s->ensemble_index, ensemble.name, s->ensembles);
    s->ensemble[s->ensembles++] = ensemble;
    return 1;
}
