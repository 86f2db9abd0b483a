/* json_spectrum < FILE: the output of `lyapcert bound --json` as lines
 *     status WORD
 *     cones N
 *     seconds S
 *     exponent K LOWER UPPER WIDTH METHOD LOWER_EXACT UPPER_EXACT
 * for scripts. Anything missing ends with status 3. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

/* The member as text, whether JSON holds it as string or number. */
static const char *member(const json_t *object, const char *key)
{
    static char space[8][4096];
    static int next;
    const json_t *value = json_object_get(object, key);
    char *text = space[next = (next + 1) % 8];

    if (json_is_string(value))
    {
        snprintf(text, sizeof space[0], "%s", json_string_value(value));
    }
    else if (json_is_integer(value))
    {
        snprintf(text, sizeof space[0], "%lld",
                 (long long)json_integer_value(value));
    }
    else if (json_is_real(value))
    {
        snprintf(text, sizeof space[0], "%.17g", json_real_value(value));
    }
    else
    {
        return "-";
    }
    return text;
}

int main(void)
{
    json_error_t error;
    json_t *root = json_loadf(stdin, 0, &error), *item;
    size_t i;

    if (root == NULL)
    {
        fprintf(stderr, "json_spectrum: %d:%d: %s\n", error.line, error.column,
                error.text);
        return 3;
    }
    if (!json_is_array(json_object_get(root, "spectrum")))
    {
        fprintf(stderr, "json_spectrum: no spectrum\n");
        json_decref(root);
        return 3;
    }
    printf("status %s\ncones %s\nseconds %s\n", member(root, "status"),
           member(root, "cones"), member(root, "seconds"));
    json_array_foreach(json_object_get(root, "spectrum"), i, item)
    {
        printf("exponent %s %s %s %s %s %s %s\n", member(item, "k"),
               member(item, "lower"), member(item, "upper"),
               member(item, "width"), member(item, "method"),
               member(item, "lower_exact"), member(item, "upper_exact"));
    }
    json_decref(root);
    return 0;
}
