#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/chapter.h"

static int parse(lyc_chapter_t c, const char *file, const char *text,
                 lyc_diag_t d)
{
    lyc_chapter_init(c);
    lyc_diag_init(d);
    return lyc_chapter_parse(c, file, text, strlen(text), d);
}

Test(chapter, names)
{
    static const char *const row[][2] = {
        {"theory/04-random-fibonacci.md", "random-fibonacci"},
        {"01-setting.md", "setting"},
        {"/a/b/12-x.md", "x"},
        {"plain.md", "plain"},
        {"2nd.md", "2nd"},
        {"x", "x"},
    };
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    {
        lyc_chapter_t c;
        lyc_diag_t d;
        cr_expect(parse(c, row[i][0], "text\n", d));
        cr_expect_str_eq(c->name, row[i][1]);
        lyc_chapter_clear(c);
        lyc_diag_clear(d);
    }
}

Test(chapter, front_matter)
{
    lyc_chapter_t c;
    lyc_diag_t d;
    cr_assert(parse(c, "01-a.md",
                    "---\n"
                    "title: \"A: title\"\n"
                    "uses: [one.two, three.four-five,\n"
                    "       six.seven]   # and no more\n"
                    "sources:\n"
                    "  - \"Author, A. Title. 1 (1963)\"\n"
                    "  - plain\n"
                    "---\n"
                    "text\n",
                    d),
              "%s", d->text);
    cr_expect_str_eq(c->title, "A: title");
    cr_assert_eq(c->uses_length, 3);
    cr_expect_str_eq(c->uses[0], "one.two");
    cr_expect_str_eq(c->uses[1], "three.four-five");
    cr_expect_str_eq(c->uses[2], "six.seven");
    cr_expect_eq(c->uses_line[0], 3);
    cr_expect_eq(c->uses_line[2], 4);
    cr_assert_eq(c->sources_length, 2);
    cr_expect_str_eq(c->sources[0], "Author, A. Title. 1 (1963)");
    cr_expect_str_eq(c->sources[1], "plain");
    lyc_chapter_clear(c);
    lyc_diag_clear(d);
}

/* Blocks by their info string; claims keep the chapter's lines. */
Test(chapter, blocks)
{
    lyc_chapter_t c;
    lyc_diag_t d;
    lyc_text_t id;
    lyc_text_init(id);
    cr_assert(parse(c, "01-a.md",
                    "---\ntitle: t\n---\n"       /* 1-3 */
                    "```lyap\nlet x = 1\n```\n"  /* 4-6 */
                    "```c\nprove no: 1 < 0\n```" /* 7-9 */
                    "\n\n    prove no: 1 < 0\n"  /* 11 */
                    "\n~~~~ lyap  extra words\n" /* 13 */
                    "# comment\nprove yes: x < 2\n~~~~\n",
                    d),
              "%s", d->text);
    cr_expect_eq(c->blocks, 2);
    cr_assert_eq(c->script->length, 1);
    cr_expect_eq(c->script->claim[0].place.line, 15);
    cr_expect_str_eq(c->script->claim[0].text, "x < 2");
    lyc_chapter_id(id, c, 0);
    cr_expect_str_eq(id->bytes, "a.yes");
    cr_expect_not_null(lyc_chapter_source(c, 15).bytes);
    cr_expect_eq(lyc_chapter_source(c, 15).first_line, 14);
    cr_expect_null(lyc_chapter_source(c, 8).bytes);
    lyc_text_clear(id);
    lyc_chapter_clear(c);
    lyc_diag_clear(d);
}

Test(chapter, statements_of_prose)
{
    lyc_chapter_t c;
    lyc_diag_t d;
    cr_assert(parse(c, "01-a.md",
                    "**Theorem a.main.** x\n\nLemma\na.small-one says. "
                    "See a.aside, and Theorem b.other.\n"
                    "```lyap\nprove claim: 1 < 2\n```\n",
                    d));
    cr_expect(lyc_chapter_states(c, "main"));
    cr_expect(lyc_chapter_states(c, "small-one"));
    cr_expect(lyc_chapter_states(c, "claim"));
    cr_expect_not(lyc_chapter_states(c, "small"));
    cr_expect_not(lyc_chapter_states(c, "aside"));
    cr_expect_not(lyc_chapter_states(c, "other"));
    lyc_chapter_clear(c);
    lyc_diag_clear(d);
}

/* Bytes that are no text, blocks that are cut: no crash, and an answer. */
Test(chapter, odd_bytes)
{
    static const char *const text[] = {
        "",        "---",          "---\n",          "---\n---",
        "```lyap", "```lyap\n",    "\xff\xfe",       "```lyap\n\xff\n```\n",
        "---\n[",  "---\nuses: [", "---\nuses: [\"", "---\n- x\n---\n",
    };
    for (size_t i = 0; i < sizeof text / sizeof text[0]; i++)
    {
        lyc_chapter_t c;
        lyc_diag_t d;
        int ok = parse(c, "01-a.md", text[i], d);
        cr_expect_eq(ok, !d->is_set, "%zu", i);
        cr_expect(ok || d->status == LYC_MALFORMED);
        cr_expect_eq(c->script->length, 0);
        lyc_chapter_clear(c);
        lyc_diag_clear(d);
    }
}
