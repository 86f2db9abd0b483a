#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "claim/state.h"
#include "lyapcert/arith.h"

#define FORMAT "lyapcert-state 1"

void lyc_state_format(lyc_text_t out, const lyc_state_t s)
{
    lyc_digest_t digest;
    char *body = json_dumps(s->outcomes, JSON_COMPACT | JSON_SORT_KEYS);
    if (body == NULL)
    {
        return;
    }
    lyc_digest(digest, body, strlen(body));
    lyc_text_printf(out, FORMAT " %s %s\n%s\n", s->key, digest, body);
    free(body);
}

static int refuse(lyc_text_t why, const char *what)
{
    lyc_text_add(why, what);
    return 0;
}

/* Every value is a string. */
static int is_sound(json_t *outcomes)
{
    const char *key;
    json_t *value;
    if (!json_is_object(outcomes))
    {
        return 0;
    }
    json_object_foreach(outcomes, key, value)
    {
        if (!json_is_string(value))
        {
            return 0;
        }
    }
    return 1;
}

int lyc_state_parse(lyc_state_t s, const lyc_text_t file, lyc_text_t why)
{
    const size_t word = sizeof(lyc_digest_t) - 1, format = strlen(FORMAT);
    const size_t head = format + 1 + word + 1 + word + 1;
    const char *bytes = file->bytes;
    lyc_digest_t digest;
    if (file->length < head + 1 || memcmp(bytes, FORMAT " ", format + 1) != 0 ||
        bytes[format + 1 + word] != ' ' || bytes[head - 1] != '\n' ||
        bytes[file->length - 1] != '\n')
    {
        return refuse(why, "it is not a state file of this version");
    }
    size_t n = file->length - head - 1;
    lyc_digest(digest, bytes + head, n);
    if (memcmp(bytes + format + 1 + word + 1, digest, word) != 0)
    {
        return refuse(why, "it is damaged");
    }
    if (memcmp(bytes + format + 1, s->key, word) != 0)
    {
        return refuse(why, "it is of another program, text or command");
    }
    json_t *outcomes =
        json_loadb(bytes + head, n, JSON_REJECT_DUPLICATES, NULL);
    if (!is_sound(outcomes))
    {
        json_decref(outcomes);
        return refuse(why, "it is damaged");
    }
    json_decref(s->outcomes);
    s->outcomes = outcomes;
    return 1;
}

/* The program that runs, byte by byte, and the libraries it runs with. */
static void describe_program(lyc_text_t out)
{
    lyc_text_t bytes;
    lyc_diag_t own;
    lyc_digest_t digest;
    lyc_text_init(bytes);
    lyc_diag_init(own);
    lyc_text_read_file(bytes, "/proc/self/exe", own);
    lyc_digest(digest, bytes->bytes, bytes->length);
    lyc_text_printf(out, "\n%s\n%s %s %s %s\n", digest, LYC_VERSION,
                    flint_version, mpfr_get_version(), gmp_version);
    lyc_text_clear(bytes);
    lyc_diag_clear(own);
}

void lyc_state_open(lyc_state_t s, const char *path, const char *what,
                    lyc_text_t why)
{
    lyc_text_t all, file;
    lyc_diag_t own;
    lyc_text_init(all);
    lyc_text_init(file);
    lyc_diag_init(own);
    s->path = lyc_strdup(path);
    lyc_text_add(all, what);
    describe_program(all);
    lyc_digest(s->key, all->bytes, all->length);
    if (access(path, F_OK) == 0 || errno != ENOENT)
    {
        if (!lyc_text_read_file(file, path, own))
        {
            refuse(why, own->text);
        }
        else
        {
            s->is_ours = lyc_state_parse(s, file, why);
        }
    }
    lyc_text_clear(all);
    lyc_text_clear(file);
    lyc_diag_clear(own);
}
