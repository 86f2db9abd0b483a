#include <string.h>

#include "lyapcert/ensemble.h"

static const char letters[] = "PIDUV";

char lyc_word_letter(lyc_word word)
{
    return letters[word];
}

int lyc_word_of_letter(char letter)
{
    const char *at = letter == '\0' ? NULL : strchr(letters, letter);
    return at == NULL ? -1 : (int)(at - letters);
}

const char *lyc_word_name(lyc_word word)
{
    static const char *const name[] = {"PROVED", "PROVED", "DISPROVED",
                                       "UNDECIDED", "VACUOUS"};
    return name[word];
}

const char *lyc_implied_statement(int i)
{
    static const char *const statement[] = {
        "R2 implies R1 and R3", "||A|| <= 1/2 implies R2 (residual.half)",
        "||A|| < 1 implies R5 (residual.window)"};
    return statement[i];
}
