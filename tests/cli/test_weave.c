#include <string.h>

#include <criterion/criterion.h>
#include <jansson.h>

#include "cli/command.h"

TestSuite(weave, .fini = remove_folder);

static const char chapter[] =
    "---\n"
    "title: Words\n"
    "---\n"
    "# Words\n"
    "\n"
    "```lyap\n"
    "law a = {[2,1;1,1], [1,1;1,2]}\n"
    "prove  held:    lambda(a, 1) in [0.91, 0.92]\n"
    "refute naive:   lambda(a, 1) < 1/2\n"
    "open   sharp:   lambda(a, 1) > 1/2\n"
    "```\n"
    "\n"
    "Between.\n"
    "\n"
    "> ```lyap\n"
    "> prove undefined: lambda([0], 1) - lambda([0], 1) < 1\n"
    "> prove wrong:     1 < 0\n"
    "> refute wronger:  0 < 1\n"
    "> theorem hollow (A):\n"
    ">   assume   norm(A) <= 1/2\n"
    ">   conclude lambda(A, 1) < 0\n"
    "> instance hollow: A = [1]\n"
    "> theorem full (A):\n"
    ">   assume   norm(A) <= 1/2\n"
    ">   conclude lambda(A, 1) < 0\n"
    "> instance full: A = [1/3]\n"
    "> instance full: A = [3]\n"
    "> ```\n"
    "\n"
    "The end\n";

static const char *woven_line(const reply *r, const char *begin)
{
    const char *s = strstr(r->out->bytes, begin);
    cr_assert_not_null(s, "'%s' is missing in\n%s", begin, r->out->bytes);
    cr_expect(s > r->out->bytes && s[-1] == '\n');
    return s;
}

/* The line that begins so, or any up to its end, contains `part`. */
static void expect_line(const reply *r, const char *begin, const char *part)
{
    const char *s = woven_line(r, begin);
    const char *found = strstr(s, part);
    cr_expect(found != NULL && found < strchr(s, '\n'), "%s: no '%s' in %.200s",
              begin, part, s);
}

static void weave(reply *r, const char *text)
{
    ask(r, "weave", "--quiet", file_of("02-words.md", text), NULL);
    cr_expect_eq(r->status, LYC_PROVED, "%s", r->err->bytes);
}

Test(weave, each_word)
{
    reply r;
    weave(&r, chapter);
    expect_line(&r, "- **proved** `words.held`", "value in [0.91");
    expect_line(&r, "- **refuted** `words.naive`", "left side in [0.9");
    expect_line(&r, "- **open** `words.sharp`", "now proved");
    expect_line(&r, "> - **undecided** `words.undefined`", "undefined");
    expect_line(&r, "> - **refuted** `words.wrong`", "against the claim");
    expect_line(&r, "> - **proved** `words.wronger`", "against the claim");
    expect_line(&r, "> - **vacuous** `words.hollow`", ": 1 instance,");
    expect_line(&r, "> - **proved** `words.full`",
                "2 instances, 1 proved, 0 refuted, 0 undecided, 1 vacuous");
    cr_expect_null(strstr(r.out->bytes, "\ns "));
    reply_clear(&r);
}

static int is_added(const char *line)
{
    line += strncmp(line, "> ", 2) == 0 ? 2 : 0;
    return strncmp(line, "- **", 4) == 0 || strncmp(line, "  - `lyap", 9) == 0;
}

/* What is not added is the chapter: every line, in order. */
Test(weave, the_chapter_is_kept)
{
    reply r;
    weave(&r, chapter);
    const char *s = chapter, *w = r.out->bytes;
    while (*s != '\0')
    {
        size_t n = (size_t)(strchr(s, '\n') - s) + 1;
        int blanks = 0;
        while (strncmp(w, s, n) != 0)
        {
            const char *end = strchr(w, '\n');
            cr_assert_not_null(end, "lost: %.60s", s);
            blanks += end == w || strncmp(w, ">\n", 2) == 0;
            cr_assert(is_added(w) || blanks == 1, "new: %.60s", w);
            w = end + 1;
        }
        s += n;
        w += n;
    }
    cr_expect_str_eq(w, "");
    reply_clear(&r);
}

/* The command that is named accepts the certificate of that digest. */
Test(weave, certificates)
{
    reply r, checked;
    const char *dir = path_of("certs");
    ask(&r, "weave", "--quiet", "--cert", dir, file_of("02-words.md", chapter),
        NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    const char *s = strstr(r.out->bytes, "`lyapcert check ");
    cr_assert_not_null(s);
    char *name = strdup(s + strlen("`lyapcert check "));
    *strchr(name, '`') = '\0';
    cr_expect_not_null(strstr(name, "/certs/words.held.1.cert"));
    const char *digest = strstr(s, "sha256 `") + strlen("sha256 `");
    ask(&checked, "check", "--json", name, NULL);
    cr_expect_eq(checked.status, LYC_PROVED);
    char *found = strndup(digest, 64);
    cr_expect_not_null(strstr(checked.out->bytes, found));
    free(found);
    free(name);
    reply_clear(&checked);
    reply_clear(&r);
}

/* With the output of `verify --json` nothing is decided again. */
Test(weave, what_was_decided)
{
    reply fresh, verified, recalled;
    const char *file = file_of("02-words.md", chapter);
    weave(&fresh, chapter);
    ask(&verified, "verify", "--json", "--quiet", file, NULL);
    const char *record = file_of("record.json", verified.out->bytes);
    ask(&recalled, "weave", "--decided", record, file, NULL);
    cr_expect_eq(recalled.status, LYC_PROVED);
    cr_expect_str_eq(recalled.out->bytes, fresh.out->bytes);
    reply_clear(&recalled);

    /* One digit: what stands below it is stale, what stands above is not. */
    char *text = strdup(chapter);
    strstr(text, "refute naive:   lambda(a, 1) < 1/2")[33] = '3';
    ask(&recalled, "weave", "--decided", record, file_of("02-words.md", text),
        NULL);
    cr_expect_eq(recalled.status, LYC_PROVED);
    expect_line(&recalled, "- **proved** `words.held`", "value in");
    expect_line(&recalled, "- **stale** `words.naive`", "not the one");
    expect_line(&recalled, "- **stale** `words.sharp`", "not the one");
    expect_line(&recalled, "> - **stale** `words.full`", "not the one");
    free(text);
    reply_clear(&recalled);
    reply_clear(&verified);
    reply_clear(&fresh);
}

Test(weave, json)
{
    reply r;
    ask(&r, "weave", "--json", "--quiet", file_of("02-words.md", chapter),
        NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    json_t *o = json_loadb(r.out->bytes, r.out->length, 0, NULL);
    cr_assert_not_null(o);
    json_t *items = json_object_get(o, "statements");
    cr_assert_eq(json_array_size(items), 8);
    json_t *first = json_array_get(items, 0);
    cr_expect_str_eq(json_string_value(json_object_get(first, "word")),
                     "proved");
    cr_expect_null(json_object_get(first, "seconds"));
    const char *woven = json_string_value(json_object_get(o, "woven"));
    json_t *last = json_array_get(items, 7);
    cr_expect_str_eq(json_string_value(json_object_get(last, "kind")),
                     "theorem");
    reply text;
    ask(&text, "weave", "--quiet", path_of("02-words.md"), NULL);
    cr_expect_str_eq(woven, text.out->bytes);
    reply_clear(&text);
    json_decref(o);
    reply_clear(&r);
}

static void expect_refused(reply *r, lyc_verdict_t v, const char *part)
{
    cr_expect_eq(r->status, (int)v);
    cr_expect_str_eq(r->out->bytes, "");
    cr_expect_not_null(strstr(r->err->bytes, part), "%s", r->err->bytes);
    reply_clear(r);
}

Test(weave, refusals)
{
    reply r;
    const char *file = file_of("02-words.md", chapter);
    ask(&r, "weave", NULL);
    expect_refused(&r, LYC_MALFORMED, "one chapter");
    ask(&r, "weave", file, file, NULL);
    expect_refused(&r, LYC_MALFORMED, "one chapter");
    ask(&r, "weave", path_of("none.md"), NULL);
    expect_refused(&r, LYC_FAILURE, "none.md");
    ask(&r, "weave", file_of("03-bad.md", "```lyap\nprove a: 1 <\n```\n"),
        NULL);
    expect_refused(&r, LYC_MALFORMED, "03-bad.md:2:");
    ask(&r, "weave", "--decided", path_of("none.json"), file, NULL);
    expect_refused(&r, LYC_FAILURE, "none.json");
    ask(&r, "weave", "--decided", file_of("bad.json", "{\"claims\": [}"), file,
        NULL);
    expect_refused(&r, LYC_MALFORMED, "bad.json:1:");
    ask(&r, "weave", "--decided", file_of("other.json", "{}"), file, NULL);
    expect_refused(&r, LYC_MALFORMED, "verify --json");
    ask(&r, "weave", "--resume", "x", file, NULL);
    expect_refused(&r, LYC_MALFORMED, "--resume");
}

/* A record that is nonsense inside says nothing of any claim. */
Test(weave, a_record_of_nonsense)
{
    reply r;
    const char *file =
        file_of("05-n.md", "~~~lyap\nprove a: 1 < 2\nprove b: 1 < 3");
    const char *record =
        file_of("record.json",
                "{\"claims\": [1, {\"id\": 7}, {\"id\": \"n.a\", \"kind\": []},"
                "{\"id\": \"n.b\", \"kind\": \"prove\", \"source\": null}],"
                "\"theorems\": {}, \"ensembles\": null}");
    ask(&r, "weave", "--decided", record, file, NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    expect_line(&r, "- **stale** `n.a`", "not the one");
    expect_line(&r, "- **stale** `n.b`", "not the one");
    reply_clear(&r);
}

Test(weave, a_chapter_without_claims)
{
    reply r;
    ask(&r, "weave", file_of("06-e.md", "# Nothing\n"), NULL);
    cr_expect_eq(r.status, LYC_PROVED);
    cr_expect_str_eq(r.out->bytes, "# Nothing\n");
    reply_clear(&r);
}
