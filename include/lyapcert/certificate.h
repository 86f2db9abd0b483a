/* Certificates: a law, typed conclusions, and the evidence for them.
 * The format is described in doc/certificate.md. */
#ifndef LYAPCERT_CERTIFICATE_H
#define LYAPCERT_CERTIFICATE_H

#include "lyapcert/digest.h"
#include "lyapcert/evidence.h"

typedef enum
{
    LYC_CONCLUDE_EXPONENT, /* BOUNDS exponent k lower upper */
    LYC_CONCLUDE_SUM,      /* BOUNDS sum k lower upper */
    LYC_CONCLUDE_EXACT,    /* EXACT k expression (a logsum) */
    LYC_CONCLUDE_MINUSINF, /* MINUSINF k */
    LYC_CONCLUDE_ROOT,     /* ROOT lower upper equation: within the box of one
                              parameter there is exactly one root, and it lies
                              in [lower, upper] */
    LYC_CONCLUDE_NOROOT,   /* NOROOT equation: there is none */
    LYC_CONCLUDE_HOLDS,    /* HOLDS relation: for every value in the box */
    LYC_CONCLUDE_BLOCKS,   /* BLOCKS flag …: lyc_blocks_get_text */
    LYC_CONCLUDE_DEPTH,    /* DEPTH n …: about S_n alone */
    LYC_CONCLUDE_CHANGE,   /* CHANGE lower upper equation: its left side less
                              its right side has opposite signs at lower and
                              upper, two numbers of the box */
    LYC_CONCLUDE_ZERO,     /* ZERO lower upper equation: the same, and between
                              them there is a root; others are not excluded */
    LYC_CONCLUDE_SCALE     /* SCALE R1|R2 lower upper: for e A, A the law, the
                              reading holds for every e in (0, lower] and fails
                              for e = upper; k = 1 or 2 is the reading */
} lyc_conclusion_kind;

#define LYC_DEPTH_MAX 1000000000L

/* For every x != 0 that does not depend on the matrices. */
typedef enum
{
    LYC_DEPTH_VECTOR, /* lower <= E log(|S_n x|/|x|) <= upper */
    LYC_DEPTH_NORM,   /* lower <= E log ||S_n|| <= upper */
    LYC_DEPTH_ABOVE,  /* P(log(|S_n x|/|x|) >= lower) <= upper */
    LYC_DEPTH_BELOW   /* P(log(|S_n x|/|x|) <= lower) <= upper */
} lyc_depth_kind;

typedef struct
{
    lyc_conclusion_kind kind;
    slong k;
    arf_t lower, upper;
    lyc_logsum_t exact;
    char
        *equation; /* ROOT, NOROOT, CHANGE and ZERO: "LEFT = RIGHT"; HOLDS:
                      "LEFT <= RIGHT", or < > >=; BLOCKS: the text; else NULL */
    slong depth;   /* DEPTH: n >= 1 */
    lyc_depth_kind what; /* DEPTH */
    slong box;           /* index of its box in the certificate; -1: none */
} lyc_conclusion;

typedef struct
{
    char *statement; /* permanent id of the claim, or NULL */
    char *law_text;  /* self-contained, parses with lyc_law_parse */
    char *method;    /* "gauge", "formula", …: for people */
    lyc_conclusion *conclusion;
    slong conclusions;
    lyc_evidence_struct *evidence;
    slong evidences;
    lyc_box_struct *box; /* pairwise different; what evidence of a box proves is
                            concluded about that box only */
    slong boxes;
} lyc_certificate_struct;
typedef lyc_certificate_struct lyc_certificate_t[1];

void lyc_certificate_init(lyc_certificate_t c);
void lyc_certificate_clear(lyc_certificate_t c);

/* Appends evidence; takes its contents. */
void lyc_certificate_add_evidence(lyc_certificate_t c, lyc_evidence_t e);

/* The index of the box, which is appended when it is new; -1 for a box without
 * parameters. */
slong lyc_certificate_add_box(lyc_certificate_t c, const lyc_box_t box);

/* Everything in c is about this box from now on. */
void lyc_certificate_set_box(lyc_certificate_t c, const lyc_box_t box);

/* Appends the conclusions and the evidence of d, whose contents are taken: c
 * is about the same law and d about other boxes of its parameters. */
void lyc_certificate_join(lyc_certificate_t c, lyc_certificate_t d);

/* Replaces the conclusions by everything that facts say: per k EXACT or
 * MINUSINF or BOUNDS of the exponent (unless nothing is known), and BOUNDS of
 * every sum with k >= 2 that is known. Bounds that are not single points are
 * weakened by about 2^12 units of the evidence's precision (add it first), so
 * that a library that rounds otherwise still proves them. */
void lyc_certificate_conclude(lyc_certificate_t c, const lyc_facts_t facts);

/* The certificate as text, and the digest of its content (everything from the
 * first line to the end line; provenance is outside). */
void lyc_certificate_write(lyc_text_t out, lyc_digest_t digest,
                           const lyc_certificate_t c);

/* Strict reader: unknown version, kind or field, wrong counts, non-canonical
 * numbers, truncation and trailing bytes are MALFORMED. `file` is used in
 * messages. 1 on success. */
int lyc_certificate_read(lyc_certificate_t c, lyc_digest_t digest,
                         const char *bytes, size_t length, const char *file,
                         lyc_diag_t d);

/* The same from a file, which may be compressed (gzip; 2^28 bytes at most, else
 * UNDECIDED). */
int lyc_certificate_load(lyc_certificate_t c, lyc_digest_t digest,
                         const char *path, lyc_diag_t d);

/* Rechecks: parses the law from its text, establishes every evidence, and
 * compares every conclusion with the facts. Conclusions about a box are
 * compared with what the evidence of this box proves of the law over the box.
 * facts (initialised by this call, to be cleared by the caller in every case)
 * holds what was proved, of several boxes about the last one.
 * PROVED / DISPROVED / UNDECIDED / MALFORMED as in the verdict table. */
lyc_verdict_t lyc_certificate_check(lyc_facts_t facts,
                                    const lyc_certificate_t c, const char *file,
                                    const lyc_limits_t limits, lyc_diag_t d);

/* What became of one conclusion in a check that ended with v and these facts.
 */
lyc_verdict_t lyc_conclusion_standing(const lyc_conclusion *q,
                                      const lyc_facts_t facts, lyc_verdict_t v);

#endif
