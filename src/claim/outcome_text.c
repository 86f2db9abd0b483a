#include <string.h>

#include "claim/ensemble.h"

void lyc_outcome_get_text(lyc_text_t out, const lyc_outcome_t o)
{
    json_t *object =
        json_pack("{s:s, s:b, s:O, s:s, s:f}", "words", o->words, "half",
                  o->is_half, "methods", o->methods, "reason", o->reason->bytes,
                  "seconds", o->seconds);
    char *text = object == NULL ? NULL : json_dumps(object, JSON_COMPACT);
    lyc_text_add(out, text == NULL ? "" : text);
    free(text);
    json_decref(object);
}

static int are_words(const char *s)
{
    if (strlen(s) != LYC_READINGS)
    {
        return 0;
    }
    for (; *s != '\0'; s++)
    {
        if (lyc_word_of_letter(*s) < 0)
        {
            return 0;
        }
    }
    return 1;
}

static int are_strings(const json_t *list)
{
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item)
    {
        if (!json_is_string(item))
        {
            return 0;
        }
    }
    return json_is_array(list);
}

int lyc_outcome_set_text(lyc_outcome_t o, const char *text)
{
    json_t *object = json_loads(text, 0, NULL);
    json_t *methods = NULL;
    const char *words = NULL, *reason = NULL;
    double seconds = 0.0;
    int half = 0;
    int ok = json_unpack(object, "{s:s, s:b, s:o, s:s, s:F !}", "words", &words,
                         "half", &half, "methods", &methods, "reason", &reason,
                         "seconds", &seconds) == 0 &&
             are_words(words) && are_strings(methods) && seconds >= 0.0;
    if (ok)
    {
        memcpy(o->words, words, sizeof o->words);
        o->is_half = half;
        json_decref(o->methods);
        o->methods = json_incref(methods);
        lyc_text_reset(o->reason);
        lyc_text_add(o->reason, reason);
        o->seconds = seconds;
    }
    json_decref(object);
    return ok;
}
