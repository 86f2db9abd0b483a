#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/digest.h"

/* FIPS 180-4, examples of the secure hash algorithms. */
Test(digest, published_vectors)
{
    const char *two =
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    lyc_digest_t out;
    char *a;

    lyc_digest(out, "", 0);
    cr_assert_str_eq(out, "e3b0c44298fc1c149afbf4c8996fb924"
                          "27ae41e4649b934ca495991b7852b855");
    lyc_digest(out, "abc", 3);
    cr_assert_str_eq(out, "ba7816bf8f01cfea414140de5dae2223"
                          "b00361a396177a9cb410ff61f20015ad");
    lyc_digest(out, two, strlen(two));
    cr_assert_str_eq(out, "248d6a61d20638b8e5c026930c3e6039"
                          "a33ce45964ff2167f6ecedd419db06c1");
    a = malloc(1000000);
    cr_assert_not_null(a);
    memset(a, 'a', 1000000);
    lyc_digest(out, a, 1000000);
    free(a);
    cr_assert_str_eq(out, "cdc76e5c9914fb9281a1c7e284d73e67"
                          "f1809a48a497200e046d39ccc7112cd0");
}

Test(digest, bytes_after_nul_count)
{
    lyc_digest_t x, y;

    lyc_digest(x, "a\0b", 3);
    lyc_digest(y, "a\0c", 3);
    cr_assert_str_neq(x, y);
}
