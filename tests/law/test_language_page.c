/* Every example of doc/language.md is what the page says it is. */
#include <stdio.h>
#include <string.h>

#include "law/laws.h"
#include "lyapcert/claims.h"

#define PAGE "doc/language.md"

typedef struct
{
    const char *info; /* of the fence, up to its line end */
    size_t info_length;
    const char *bytes;
    size_t length;
} block;

/* The next fenced block from *p on; 0 when there is none. */
static int next_block(block *b, const char **p)
{
    const char *open = strstr(*p, "\n```"), *end;

    if (open == NULL)
        return 0;
    b->info = open + 4;
    b->info_length = strcspn(b->info, "\n");
    b->bytes = b->info + b->info_length + 1;
    end = strstr(b->bytes - 1, "\n```\n");
    cr_assert_not_null(end, "an open fence");
    b->length = (size_t)(end + 1 - b->bytes);
    *p = end + 4;
    return 1;
}

static int is_info(const block *b, const char *info)
{
    return b->info_length == strlen(info) &&
           strncmp(b->info, info, b->info_length) == 0;
}

/* Parses the block as a script and evaluates its laws and lets. 1 when all is
 * well; else 0 and d. */
static int evaluate(const block *b, lyc_diag_t d)
{
    lyc_source source = {"example", b->bytes, b->length, 1};
    lyc_script_t s;
    int ok;
    long i;

    lyc_script_init(s);
    ok = lyc_script_add(s, &source, d);
    for (i = 0; i < s->program->length && ok; i++)
    {
        const lyc_definition *def = s->program->definition + i;
        lyc_expr name = {.kind = LYC_EXPR_NAME, .text = def->name};
        lyc_law_t law;

        if (!def->is_law && def->value->kind == LYC_EXPR_MATRIX)
            continue;
        lyc_law_init(law);
        ok = lyc_law_eval(law, s->program, &name, d);
        lyc_law_clear(law);
    }
    lyc_script_clear(s);
    return ok;
}

static void check_good(const block *b)
{
    lyc_diag_t d;
    int ok;

    lyc_diag_init(d);
    ok = evaluate(b, d);
    cr_assert(ok, "%s\n%.*s", ok ? "" : d->text, (int)b->length, b->bytes);
    lyc_diag_clear(d);
}

static void check_error(const block *b, const block *message)
{
    lyc_diag_t d;

    lyc_diag_init(d);
    cr_assert_not(evaluate(b, d), "accepted:\n%.*s", (int)b->length, b->bytes);
    cr_assert_eq(strlen(d->text) + 1, message->length, "%s", d->text);
    cr_assert_eq(strncmp(d->text, message->bytes, message->length - 1), 0, "%s",
                 d->text);
    lyc_diag_clear(d);
}

Test(language_page, every_example)
{
    int good = 0, bad = 0;
    block b, message;
    lyc_text_t page;
    const char *p;
    lyc_diag_t d;

    lyc_text_init(page);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(page, PAGE, d),
              "run from the root of the repository");
    for (p = page->bytes; next_block(&b, &p);)
        if (is_info(&b, "lyap"))
        {
            check_good(&b);
            good++;
        }
        else if (is_info(&b, "lyap-error"))
        {
            cr_assert(next_block(&message, &p));
            cr_assert(is_info(&message, "text"));
            check_error(&b, &message);
            bad++;
        }
    printf("%d good examples, %d bad ones\n", good, bad);
    cr_assert_geq(good, 10);
    cr_assert_geq(bad, 14);
    lyc_diag_clear(d);
    lyc_text_clear(page);
}
