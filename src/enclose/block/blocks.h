/* Blocks on their way to evidence. */
#ifndef LYAPCERT_ENCLOSE_BLOCKS_H
#define LYAPCERT_ENCLOSE_BLOCKS_H

#include "enclose/block/find.h"

typedef struct
{
    lyc_blocks_t blocks;
    slong dim;
    double *top; /* of each block: an upper bound of its first exponent */
    arf_struct *lower, *upper; /* bounds of the same */
    double near;               /* sum of the widths of these, and a little */
    slong cones, degree, sweeps;
    const char *stop;
} lyc_block_search;

void lyc_block_search_init(lyc_block_search *s, slong dim);
void lyc_block_search_clear(lyc_block_search *s);
/* Encloses the exponents of every block. 1 when the blocks were found to be
 * blocks. */
int lyc_block_search_enclose(lyc_block_search *s, const lyc_law_t law,
                             const lyc_request *request,
                             const lyc_limits_t limits);
/* 1 when the kernel believed them, which are then moved into e; else s->blocks
 * is as before. */
int lyc_block_search_accept(lyc_enclosure_t e, lyc_block_search *s,
                            const lyc_law_t law, const lyc_limits_t limits);

#endif
