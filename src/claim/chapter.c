#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <cmark.h>

#include "claim/front.h"

void lyc_chapter_init(lyc_chapter_t c)
{
    memset(c, 0, sizeof *c);
    lyc_text_init(c->text);
    lyc_script_init(c->script);
}

static void free_list(char **list, long n)
{
    for (long i = 0; i < n; i++)
    {
        free(list[i]);
    }
    free(list);
}

void lyc_chapter_clear(lyc_chapter_t c)
{
    lyc_script_clear(c->script);
    for (long i = 0; i < c->blocks; i++)
    {
        lyc_text_clear(c->block[i].text);
    }
    free(c->block);
    free_list(c->uses, c->uses_length);
    free(c->uses_line);
    free_list(c->sources, c->sources_length);
    free(c->file);
    free(c->name);
    free(c->title);
    free(c->expected);
    lyc_text_clear(c->text);
}

/* theory/04-random-fibonacci.md: random-fibonacci. */
static int set_name(lyc_chapter_t c, lyc_diag_t d)
{
    const char *slash = strrchr(c->file, '/');
    const char *s = slash == NULL ? c->file : slash + 1;
    const char *t = s;
    while (isdigit((unsigned char)*t))
    {
        t++;
    }
    s = t > s && *t == '-' ? t + 1 : s;
    size_t n = strlen(s);
    n = n > 3 && strcmp(s + n - 3, ".md") == 0 ? n - 3 : n;
    c->name = lyc_malloc(n + 1);
    memcpy(c->name, s, n);
    c->name[n] = '\0';
    for (s = c->name; *s != '\0'; s++)
    {
        if (!isalnum((unsigned char)*s) && *s != '-' && *s != '_')
        {
            break;
        }
    }
    if (n == 0 || *s != '\0')
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "%s: a chapter's file is named NN-name.md, with "
                             "letters, digits, - and _ in its name",
                             c->file);
    }
    return 1;
}

/* 1 when the first word of the info string is lyap. */
static int is_lyap(cmark_node *node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK)
    {
        return 0;
    }
    const char *info = cmark_node_get_fence_info(node);
    return info != NULL && strncmp(info, "lyap", 4) == 0 &&
           (info[4] == '\0' || isspace((unsigned char)info[4]));
}

static void add_block(lyc_chapter_t c, cmark_node *node)
{
    c->block =
        lyc_realloc(c->block, sizeof(lyc_block) * (size_t)(c->blocks + 1));
    lyc_block *b = c->block + c->blocks++;
    lyc_text_init(b->text);
    lyc_text_add(b->text, cmark_node_get_literal(node));
    b->first_line = cmark_node_get_start_line(node) + 1;
    b->last_line = cmark_node_get_end_line(node);
}

/* Front matter is blanked, so that line numbers are those of the file. */
static void find_blocks(lyc_chapter_t c, size_t front_bytes, int front_lines)
{
    lyc_text_t body;
    lyc_text_init(body);
    for (int i = 1; i < front_lines; i++)
    {
        lyc_text_add(body, "\n");
    }
    lyc_text_add_n(body, c->text->bytes + front_bytes,
                   c->text->length - front_bytes);
    cmark_node *root =
        cmark_parse_document(body->bytes, body->length, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
    {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_ENTER && is_lyap(node))
        {
            add_block(c, node);
        }
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
    lyc_text_clear(body);
}

static int read_text(lyc_chapter_t c, lyc_diag_t d)
{
    size_t bytes = 0;
    int lines = 0;
    if (!set_name(c, d) || !lyc_chapter_front(c, &bytes, &lines, d))
    {
        return 0;
    }
    find_blocks(c, bytes, lines);
    for (long i = 0; i < c->blocks; i++)
    {
        const lyc_block *b = c->block + i;
        lyc_source source = {c->file, b->text->bytes, b->text->length,
                             b->first_line};
        if (!lyc_script_add(c->script, &source, d))
        {
            return 0;
        }
    }
    return 1;
}

int lyc_chapter_parse(lyc_chapter_t c, const char *file, const char *bytes,
                      size_t length, lyc_diag_t d)
{
    c->file = lyc_strdup(file);
    lyc_text_add_n(c->text, bytes, length);
    return read_text(c, d);
}

int lyc_chapter_read(lyc_chapter_t c, const char *file, lyc_diag_t d)
{
    c->file = lyc_strdup(file);
    return lyc_text_read_file(c->text, file, d) && read_text(c, d);
}

lyc_source lyc_chapter_source(const lyc_chapter_t c, int line)
{
    lyc_source source = {c->file, NULL, 0, 1};
    for (long i = 0; i < c->blocks; i++)
    {
        const lyc_block *b = c->block + i;
        if (b->first_line <= line && line <= b->last_line)
        {
            source.bytes = b->text->bytes;
            source.length = b->text->length;
            source.first_line = b->first_line;
        }
    }
    return source;
}

void lyc_chapter_id(lyc_text_t out, const lyc_chapter_t c, long i)
{
    lyc_text_printf(out, "%s.%s", c->name, c->script->claim[i].name);
}

void lyc_chapter_digest(lyc_digest_t out, const lyc_chapter_t c, int line,
                        size_t end)
{
    lyc_text_t t;
    lyc_text_init(t);
    for (long i = 0; i < c->blocks; i++)
    {
        const lyc_block *b = c->block + i;
        int is_last = b->first_line <= line && line <= b->last_line;
        if (is_last)
        {
            lyc_text_add_n(t, b->text->bytes, end);
            break;
        }
        lyc_text_add_n(t, b->text->bytes, b->text->length);
    }
    lyc_digest(out, t->bytes, t->length);
    lyc_text_clear(t);
}
