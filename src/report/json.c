#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/dyadic.h"
#include "lyapcert/json.h"
#include "lyapcert/report.h"

/* Bytes of the well-formed UTF-8 sequence at s, 0 when there is none
 * (RFC 3629, section 4). */
static size_t sequence(const unsigned char *s)
{
    unsigned char lead = s[0];
    if (lead < 0x80)
    {
        return 1;
    }
    size_t n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead < 0xC2 || lead > 0xF4 || s[1] < low || s[1] > high)
    {
        return 0;
    }
    for (size_t i = 2; i < n; i++)
    {
        if ((s[i] & 0xC0) != 0x80)
        {
            return 0;
        }
    }
    return n;
}

json_t *lyc_json_string(const char *s)
{
    if (s == NULL)
    {
        return json_null();
    }
    lyc_text_t t;
    lyc_text_init(t);
    while (*s != '\0')
    {
        size_t n = sequence((const unsigned char *)s);
        if (n == 0)
        {
            lyc_text_add(t, "\xEF\xBF\xBD");
            s++;
        }
        else
        {
            lyc_text_add_n(t, s, n);
            s += n;
        }
    }
    json_t *value = json_stringn(t->bytes, t->length);
    lyc_text_clear(t);
    return value;
}

void lyc_json_set(json_t *object, const char *key, json_t *value)
{
    if (value == NULL || json_object_set_new(object, key, value) != 0)
    {
        abort();
    }
}

/* Keeps a mistaken width from filling the disk. */
enum
{
    MAX_DIGITS = 1000000
};

static json_t *decimal(const arf_t x, slong digits, int is_upper)
{
    lyc_text_t t;
    lyc_text_init(t);
    if (is_upper)
    {
        lyc_decimal_upper(t, x, digits);
    }
    else
    {
        lyc_decimal_lower(t, x, digits);
    }
    json_t *value = lyc_json_string(t->bytes);
    lyc_text_clear(t);
    return value;
}

static json_t *dyadic(const arf_t x)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_dyadic_get_text(t, x);
    json_t *value = lyc_json_string(t->bytes);
    lyc_text_clear(t);
    return value;
}

void lyc_json_bounds(json_t *object, const arf_t lower, const arf_t upper)
{
    slong digits = lyc_report_digits(lower, upper, MAX_DIGITS);
    lyc_json_set(object, "lower", decimal(lower, digits, 0));
    lyc_json_set(object, "upper", decimal(upper, digits, 1));
    lyc_json_set(object, "lower_exact", dyadic(lower));
    lyc_json_set(object, "upper_exact", dyadic(upper));
}

json_t *lyc_json_interval(const arf_t lower, const arf_t upper)
{
    json_t *object = json_object();
    slong digits = lyc_report_digits(lower, upper, MAX_DIGITS);
    lyc_json_set(object, "lower", decimal(lower, digits, 0));
    lyc_json_set(object, "upper", decimal(upper, digits, 1));
    return object;
}

json_t *lyc_json_width(const arf_t width)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_report_width(t, width);
    json_t *value = lyc_json_string(t->bytes);
    lyc_text_clear(t);
    return value;
}

json_t *lyc_json_seconds(double seconds)
{
    return json_real(floor(seconds * 1000.0 + 0.5) / 1000.0);
}

static json_t *rational(const fmpq_t q)
{
    char *s = fmpq_get_str(NULL, 10, q);
    json_t *value = lyc_json_string(s);
    flint_free(s);
    return value;
}

json_t *lyc_json_box(const lyc_box_t box)
{
    json_t *list = json_array();
    for (slong i = 0; i < box->length; i++)
    {
        json_t *item = json_object();
        lyc_json_set(item, "name", lyc_json_string(box->name[i]));
        lyc_json_set(item, "lower", rational(box->lower + i));
        lyc_json_set(item, "upper", rational(box->upper + i));
        json_array_append_new(list, item);
    }
    return list;
}

int lyc_json_get_text(lyc_text_t out, const json_t *object)
{
    char *s = json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(12));
    if (s == NULL)
    {
        return 0;
    }
    lyc_text_add(out, s);
    lyc_text_add(out, "\n");
    free(s);
    return 1;
}
