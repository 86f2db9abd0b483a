#include <ctype.h>
#include <string.h>

#include "cli/cite.h"

void lyc_citation_init(lyc_citation *c)
{
    lyc_text_init(c->id);
    lyc_text_init(c->title);
    lyc_text_init(c->statement);
    lyc_text_init(c->claim);
    lyc_text_init(c->law);
    lyc_text_init(c->facts);
    lyc_text_init(c->digests);
    lyc_text_init(c->files);
    c->is_table = 0;
}

void lyc_citation_clear(lyc_citation *c)
{
    lyc_text_clear(c->id);
    lyc_text_clear(c->title);
    lyc_text_clear(c->statement);
    lyc_text_clear(c->claim);
    lyc_text_clear(c->law);
    lyc_text_clear(c->facts);
    lyc_text_clear(c->digests);
    lyc_text_clear(c->files);
}

/* s with what LaTeX reads otherwise written out. */
static void add_latex(lyc_text_t out, const char *s)
{
    for (; *s != '\0'; s++)
    {
        if (strchr("&%$#_{}", *s) != NULL)
        {
            lyc_text_printf(out, "\\%c", *s);
        }
        else if (*s == '~' || *s == '^')
        {
            lyc_text_printf(out, "\\%c{}", *s);
        }
        else if (*s == '\\')
        {
            lyc_text_add(out, "{\\textbackslash}");
        }
        else
        {
            lyc_text_add_n(out, iscntrl((unsigned char)*s) ? " " : s, 1);
        }
    }
}

/* What a word of a fact is in math mode. */
static void add_word(lyc_text_t out, const char *word, size_t n)
{
    if (n == 3 && strncmp(word, "inf", n) == 0)
    {
        lyc_text_add(out, "\\infty");
    }
    else if (n == 3 && strncmp(word, "log", n) == 0)
    {
        lyc_text_add(out, "\\log");
    }
    else if (n == 6 && strncmp(word, "lambda", n) == 0)
    {
        lyc_text_add(out, "\\lambda");
    }
    else
    {
        lyc_text_printf(out, "\\mathrm{%.*s}\\,", (int)n, word);
    }
}

/* A fact such as "0.1 < lambda_1 <= 0.2" in math mode. 0 when it has something
 * else in it. */
static int add_math(lyc_text_t out, const char *s, const char *end)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    while (s < end)
    {
        const size_t word = strspn(s, letters);
        const size_t digits = *s == '_' ? strspn(s + 1, "0123456789") : 0;
        if (word > 0)
        {
            add_word(out, s, word);
            /* plain.lambda_1 */
            s += word + (s[word] == '.' && strspn(s + word + 1, letters) > 0);
        }
        else if (digits > 0)
        {
            lyc_text_printf(out, "_{%.*s}", (int)digits, s + 1);
            s += 1 + digits;
        }
        else if (strncmp(s, "...", 3) == 0)
        {
            lyc_text_add(out, "\\dots");
            s += 3;
        }
        else if ((*s == '<' || *s == '>') && s[1] == '=')
        {
            lyc_text_add(out, *s == '<' ? "\\le" : "\\ge");
            s += 2;
        }
        else if (strchr("0123456789.<>=+-*/() ", *s) != NULL)
        {
            lyc_text_add_n(out, *s == '*' ? " " : s, 1);
            s++;
        }
        else
        {
            return 0;
        }
    }
    return 1;
}

/* Facts with "; " between them: in math mode, or as they stand. */
static void add_facts(lyc_text_t out, const char *facts)
{
    while (*facts != '\0')
    {
        const size_t n = strcspn(facts, "\n");
        lyc_text_t math;
        lyc_text_init(math);
        if (add_math(math, facts, facts + n))
        {
            lyc_text_printf(out, "$%s$", math->bytes);
        }
        else
        {
            lyc_text_t line;
            lyc_text_init(line);
            lyc_text_add_n(line, facts, n);
            lyc_text_add(out, "\\texttt{");
            add_latex(out, line->bytes);
            lyc_text_add(out, "}");
            lyc_text_clear(line);
        }
        lyc_text_clear(math);
        facts += n + (facts[n] == '\n');
        lyc_text_add(out, *facts != '\0' ? "; " : "");
    }
}

/* Lines with `gap` between them instead of line ends. */
static void add_joined(lyc_text_t out, const char *lines, const char *gap)
{
    while (*lines != '\0')
    {
        const size_t n = strcspn(lines, "\n");
        lyc_text_add_n(out, lines, n);
        lines += n + (lines[n] == '\n');
        lyc_text_add(out, *lines != '\0' ? gap : "");
    }
}

void lyc_citation_get_bibtex(lyc_text_t out, const lyc_citation *c)
{
    lyc_text_add(out, "@misc{lyapcert:");
    if (c->id->length > 0)
    {
        lyc_text_add(out, c->id->bytes);
    }
    else
    {
        lyc_text_add_n(out, c->digests->bytes, 12);
    }
    lyc_text_add(out, ",\n  author       = {{lyapcert developers}},\n"
                      "  title        = {{");
    add_latex(out, c->title->bytes);
    lyc_text_add(out, "}},\n  howpublished = {");
    lyc_text_printf(out, "%s computed by lyapcert " LYC_VERSION "},\n",
                    c->is_table ? "Table" : "Certified bounds,");
    lyc_text_add(out, "  note         = {");
    add_facts(out, c->facts->bytes);
    lyc_text_add(out, c->facts->length > 0 ? ". " : "");
    lyc_text_printf(
        out, "SHA-256 of the %s: ", c->is_table ? "table" : "certificate");
    lyc_text_add(out, "\\texttt{");
    add_joined(out, c->digests->bytes, "}, \\texttt{");
    lyc_text_add(out, "}}\n}\n");
}

/* "key          line" and the other lines below it. */
static void add_lines(lyc_text_t out, const char *key, const char *lines)
{
    while (*lines != '\0')
    {
        const size_t n = strcspn(lines, "\n");
        lyc_text_printf(out, "%-12s %.*s\n", key, (int)n, lines);
        lines += n + (lines[n] == '\n');
        key = "";
    }
}

void lyc_citation_get_text(lyc_text_t out, const lyc_citation *c)
{
    add_lines(out, "result", c->id->bytes);
    add_lines(out, "title", c->title->bytes);
    add_lines(out, "says", c->statement->bytes);
    add_lines(out, "claim", c->claim->bytes);
    add_lines(out, "law", c->law->bytes);
    add_lines(out, "bounds", c->facts->bytes);
    add_lines(out, "digest", c->digests->bytes);
    add_lines(out, "file", c->files->bytes);
    if (!c->is_table)
    {
        lyc_text_t command;
        lyc_text_init(command);
        lyc_text_add(command, "lyapcert check ");
        add_joined(command, c->files->bytes, " ");
        add_lines(out, "recheck", command->bytes);
        lyc_text_clear(command);
    }
    lyc_text_add(out, "\n");
    lyc_citation_get_bibtex(out, c);
}

static json_t *lines_of(const char *lines)
{
    json_t *list = json_array();
    while (*lines != '\0')
    {
        const size_t n = strcspn(lines, "\n");
        lyc_text_t line;
        lyc_text_init(line);
        lyc_text_add_n(line, lines, n);
        json_array_append_new(list, lyc_json_string(line->bytes));
        lyc_text_clear(line);
        lines += n + (lines[n] == '\n');
    }
    return list;
}

static void set_unless_empty(json_t *object, const char *key,
                             const lyc_text_t value)
{
    if (value->length > 0)
    {
        lyc_json_set(object, key, lyc_json_string(value->bytes));
    }
}

json_t *lyc_citation_get_json(const lyc_citation *c)
{
    json_t *object = json_object();
    lyc_text_t bibtex;
    lyc_text_init(bibtex);
    lyc_citation_get_bibtex(bibtex, c);
    set_unless_empty(object, "id", c->id);
    set_unless_empty(object, "title", c->title);
    set_unless_empty(object, "statement", c->statement);
    set_unless_empty(object, "claim", c->claim);
    set_unless_empty(object, "law", c->law);
    lyc_json_set(object, "bounds", lines_of(c->facts->bytes));
    lyc_json_set(object, "digests", lines_of(c->digests->bytes));
    lyc_json_set(object, "files", lines_of(c->files->bytes));
    lyc_json_set(object, "bibtex", lyc_json_string(bibtex->bytes));
    lyc_text_clear(bibtex);
    return object;
}
