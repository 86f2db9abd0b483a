/* The least counterexamples to the readings R1 to R4 of chapter residual.
 *
 *     counterexamples [FOLDER]
 *
 * Laws are equal weights on distinct 2x2 matrices M / q, M integer. They are
 * gone through in the order of
 *     number of atoms; q; largest |entry| of the M; sum of all |entry|;
 *     entries, row by row, in the order 0, 1, -1, 2, -2, …
 * (q without a factor common to all entries; atoms of one law ascending). Each
 * law of a class is decided by enclosures until every reading has failed once.
 * So whatever stands before a counterexample is proved to satisfy the reading,
 * or does not meet its hypothesis, or is listed as undecided.
 *
 * Prints a table with tabs: how many laws of the class come before, for how
 * many of them the reading is vacuous, for how many undecided; these follow in
 * rows of their own. With FOLDER, the evidence is written to NAME.plain.cert
 * and NAME.residual.cert, and the table to list.tsv. The order is trusted to
 * this program; that the laws are counterexamples is not: the certificates say
 * so. */
#include <stdio.h>

#include "laws.h"
#include "lyapcert/readings.h"

#define READINGS 4

static void get_text(lyc_text_t t, const law2 *l)
{
    if (l->q > 1)
        lyc_text_printf(t, "(1/%d)*", l->q);
    lyc_text_add(t, l->atoms > 1 ? "{" : "");
    for (int i = 0; i < l->atoms; i++)
    {
        const int *e = l->m[i].e;
        lyc_text_printf(t, "%s[%d, %d; %d, %d]", i > 0 ? ", " : "", e[0], e[1],
                        e[2], e[3]);
    }
    lyc_text_add(t, l->atoms > 1 ? "}" : "");
}

static _Noreturn void stop(const char *why)
{
    fprintf(stderr, "counterexamples: %s\n", why);
    exit(LYC_FAILURE);
}

static void decide(lyc_comparison_t c, const char *text, double tol,
                   double seconds)
{
    lyc_effort effort = {tol, seconds, LYC_METHOD_AUTO, NULL};
    lyc_text_t source_text;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;
    lyc_text_init(source_text);
    lyc_limits_init(limits);
    lyc_law_init(law);
    lyc_diag_init(d);
    lyc_text_printf(source_text, "law it = %s\n", text);
    const lyc_source source = {"<law>", source_text->bytes, source_text->length,
                               1};
    if (!lyc_law_parse(law, &source, d))
        stop(d->text);
    lyc_comparison_init(c, law);
    if (lyc_comparison_decide(c, NULL, &effort, limits, d) == LYC_FAILURE)
        stop(d->text);
    lyc_text_clear(source_text);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    lyc_diag_clear(d);
}

static void write_file(const char *path, const lyc_text_t text)
{
    lyc_diag_t d;
    lyc_diag_init(d);
    if (!lyc_text_write_file(path, text->bytes, text->length, d))
        stop(d->text);
    lyc_diag_clear(d);
}

static void write_evidence(const lyc_comparison_t c, const char *folder,
                           const char *name, int number)
{
    static const char *const side[] = {"plain", "residual"};
    for (int i = 0; i < 2; i++)
    {
        lyc_text_t path, text;
        lyc_digest_t digest;
        lyc_text_init(path);
        lyc_text_init(text);
        lyc_text_printf(path, "%s/%s-%d.%s.cert", folder, name, number,
                        side[i]);
        lyc_certificate_write(text, digest, c->enclosure[i]->certificate);
        write_file(path->bytes, text);
        lyc_text_clear(path);
        lyc_text_clear(text);
    }
}

/* What is known of one class. */
typedef struct
{
    const class_row *class;
    const char *folder; /* or NULL */
    lyc_text_struct *out;
    int has_failed[READINGS], left;
    int found; /* distinct laws */
    long before;
    long vacuous[READINGS], undecided[READINGS];
    lyc_text_t doubt[READINGS];
} search;

static void note(search *s, const lyc_comparison_t c, int i, const char *law)
{
    const lyc_reading_status status = c->reading[i].status;
    if (s->has_failed[i])
        return;
    s->vacuous[i] += status == LYC_READING_VACUOUS;
    if (status == LYC_READING_UNDECIDED)
    {
        s->undecided[i]++;
        lyc_text_printf(s->doubt[i], "%s\tR%d\tundecided\t%s\t-\t-\t-\n",
                        s->class->name, i + 1, law);
    }
    if (status != LYC_READING_DISPROVED)
        return;
    lyc_text_printf(s->out, "%s\tR%d\t%s-%d\t%s\t%ld\t%ld\t%ld\n%s",
                    s->class->name, i + 1, s->class->name, s->found + 1, law,
                    s->before, s->vacuous[i], s->undecided[i],
                    s->doubt[i]->bytes);
    s->has_failed[i] = 1;
    s->left--;
}

static void look(search *s, const law2 *l)
{
    const int left = s->left;
    lyc_comparison_t c;
    lyc_text_t text;
    lyc_text_init(text);
    get_text(text, l);
    decide(c, text->bytes, 1e-6, 5.0);
    for (int i = 0; i < READINGS; i++)
        note(s, c, i, text->bytes);
    if (s->left < left)
    {
        s->found++;
        if (s->folder != NULL)
            write_evidence(c, s->folder, s->class->name, s->found);
    }
    s->before++;
    lyc_comparison_clear(c);
    lyc_text_clear(text);
}

static void search_class(lyc_text_t out, const class_row *class,
                         const char *folder)
{
    search s = {.class = class, .folder = folder, .out = out, .left = READINGS};
    list laws = {NULL, 0, 0};
    for (int i = 0; i < READINGS; i++)
        lyc_text_init(s.doubt[i]);
    for (int q = class->first_q; q <= class->last_q && s.left > 0; q++)
        for (int h = q > 1 ? 1 : 0; h <= MOST_ENTRY && s.left > 0; h++)
        {
            enumerate(&laws, class, q, h);
            for (size_t k = 0; k < laws.length && s.left > 0; k++)
                look(&s, laws.law + k);
        }
    for (int i = 0; i < READINGS; i++)
    {
        if (!s.has_failed[i])
            lyc_text_printf(out, "%s\tR%d\tnone\t-\t%ld\t%ld\t%ld\n%s",
                            class->name, i + 1, s.before, s.vacuous[i],
                            s.undecided[i], s.doubt[i]->bytes);
        lyc_text_clear(s.doubt[i]);
    }
    free(laws.law);
}

int main(int argc, char **argv)
{
    const char *folder = argc == 2 ? argv[1] : NULL;
    lyc_text_t out;
    if (argc > 2 || (folder != NULL && folder[0] == '-'))
    {
        fprintf(stderr, "usage: counterexamples [FOLDER]\n");
        return LYC_MALFORMED;
    }
    lyc_text_init(out);
    lyc_text_add(out,
                 "class\treading\tname\tlaw\tbefore\tvacuous\tundecided\n");
    for (int k = 0; k < CLASSES; k++)
        search_class(out, classes + k, folder);
    fputs(out->bytes, stdout);
    if (folder != NULL)
    {
        lyc_text_t path;
        lyc_text_init(path);
        lyc_text_printf(path, "%s/list.tsv", folder);
        write_file(path->bytes, out);
        lyc_text_clear(path);
    }
    lyc_text_clear(out);
    lyc_number_cleanup();
    return 0;
}
