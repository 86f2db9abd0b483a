/* Certificates that claim what their evidence does not give. */
#ifndef LYAPCERT_TESTS_CLI_TAMPER_H
#define LYAPCERT_TESTS_CLI_TAMPER_H

/* Reads `from`, moves the upper bound of its first interval below the middle
 * of that interval, and writes `to`: sound in form, false in content. */
void tamper_upper(const char *from, const char *to);

#endif
