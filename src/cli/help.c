#include <string.h>

#include "cli/cli.h"

static const char general[] =
    "lyapcert: certified bounds on Lyapunov exponents of random matrix "
    "products\n"
    "\n"
    "usage: lyapcert bound    LAW            enclosures of the exponents\n"
    "       lyapcert compare  LAW            residual against plain: readings "
    "decided\n"
    "       lyapcert flag     LAW            invariant subspaces, growth of "
    "vectors\n"
    "       lyapcert depth    LAW -L N       growth of log|S_N x| at depth N\n"
    "       lyapcert check    CERT...        recheck certificates\n"
    "       lyapcert verify   CHAPTER.md...  decide the claims of chapters\n"
    "       lyapcert weave    CHAPTER.md     the chapter with its verdicts "
    "written in\n"
    "       lyapcert cite     ID|CERT...     BibTeX, statement, digest\n"
    "       lyapcert solve    PROBLEM        certified root of an equation\n"
    "       lyapcert simulate LAW            Monte Carlo, not certified\n"
    "       lyapcert help [SUBCOMMAND]\n"
    "       lyapcert --version\n"
    "\n"
    "The last line on standard output is the verdict, and so is the exit "
    "status:\n"
    "  s PROVED 0   s DISPROVED 1   s UNDECIDED 2   s MALFORMED 3   "
    "s FAILURE 4\n";

static const char solve[] =
    "usage: lyapcert solve [OPTION]... 'NAME in [a,b]: LEFT = RIGHT'\n"
    "       lyapcert solve [OPTION]... 'R1: LAW'\n"
    "\n"
    "Encloses the root of an equation in one parameter and proves that it is\n"
    "the only one with a <= NAME <= b. PROVED: so it is. DISPROVED: there is\n"
    "no root. UNDECIDED: neither is proved; several roots, a multiple root, a\n"
    "root at an end of the range, or a limit.\n"
    "\n"
    "The sides are made of numbers, NAME, + - * / ^, abs, log, exp, sqrt, "
    "min,\n"
    "max and lambda(LAW, k) for triangular laws and c*I + s*gaussian(d).\n"
    "Examples:\n"
    "  lyapcert solve 's in [1,2]: lambda([s],1) = log(3/2)'\n"
    "  lyapcert solve --digits 50 \\\n"
    "    's in [1/2,1]: lambda(I + s*gaussian(2),1) = "
    "-lambda(s*gaussian(2),1)'\n"
    "\n"
    "R1: LAW, or R2: LAW, encloses the critical scale of a finite law of A:\n"
    "the largest e* such that this reading of `lyapcert compare` holds for "
    "e*A\n"
    "for every e below e*. Proved are: it holds for every e in (0, LOWER], "
    "and\n"
    "fails for e = UPPER. It may hold again above.\n"
    "  lyapcert solve 'R1: {[1/2,1;-1,1/3],[1,1/2;1/4,-1]}'\n"
    "\n"
    "  --tol W        absolute width asked of the enclosure (1e-12; 1e-3 for\n"
    "                 scales)\n"
    "  --digits N     instead: N significant digits\n"
    "  --cert FILE    write the certificate\n";

static const char bound[] =
    "usage: lyapcert bound [OPTION]... LAW\n"
    "\n"
    "Encloses the Lyapunov exponents of LAW. PROVED: every width asked for is\n"
    "reached. UNDECIDED: some is not; the enclosures printed are still true.\n"
    "\n"
    "LAW is an expression, a file (its last law) or FILE:NAME; a file may be\n"
    "a chapter, CHAPTER.md. Ranges of parameters may stand before an\n"
    "expression: what is said then holds for all their values. Examples:\n"
    "  lyapcert bound '{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}'\n"
    "  lyapcert bound --tol 0.05 \\\n"
    "    'forall b in [7/10,71/100]: {[0,1;b,1],[0,1;-b,1]}'\n"
    "  lyapcert bound --tol 1e-6 --cert fib.cert laws.law:fib\n"
    "\n"
    "  --tol W        absolute width asked of each exponent (1e-4)\n"
    "  --digits N     instead: N significant digits of each exponent not 0\n"
    "  -k 1,2         these exponents only (default: --all)\n"
    "  --all          all exponents\n"
    "  --method M     auto, formula, block, gauge, collocation, product or\n"
    "                 determinant\n"
    "  --cert FILE    write the certificate\n";

static const char compare[] =
    "usage: lyapcert compare [OPTION]... LAW\n"
    "\n"
    "Encloses the exponents of LAW, of A, and of the residual law, of I + A,\n"
    "and decides five readings of \"the residual spectrum is closer to 0\":\n"
    "PROVED, DISPROVED, UNDECIDED, or VACUOUS where the hypothesis fails. The\n"
    "margin of a reading is its right side minus its left side. PROVED: every\n"
    "reading whose hypothesis is met is decided, whichever way.\n"
    "\n"
    "  --tol W        width asked of each exponent, and the smallest one that\n"
    "                 is tried for the readings (nothing asked; 1e-7 tried)\n"
    "  --digits N     instead: N significant digits of each exponent not 0\n"
    "  --method M     auto, formula, block, gauge, collocation, product or\n"
    "                 determinant\n"
    "  --cert FILE    write the certificates FILE.plain and FILE.residual\n"
    "  --max-seconds  of the search (60)\n";

static const char flag[] =
    "usage: lyapcert flag [OPTION]... LAW\n"
    "\n"
    "Finds the real subspaces that all atoms of a finite law of rational\n"
    "matrices (dimension 6 at most) map into themselves, over Q and real\n"
    "quadratic fields, or proves that there are none; encloses the exponents\n"
    "block by block; and for invertible atoms says how vectors grow: the flag\n"
    "of Furstenberg and Kifer. PROVED: the structure is known completely, and\n"
    "widths are reached if any were asked for.\n"
    "\n"
    "  lyapcert flag '{[1,1,0;1,0,2;0,0,3],[0,1,1;-1,1,0;0,0,1/2]}'\n"
    "\n"
    "  --tol W        absolute width asked of each exponent; 1e-4 is tried\n"
    "  --digits N     instead: N significant digits of each exponent not 0\n"
    "  --cert FILE    write the certificate\n"
    "  --max-seconds  of the search (60)\n";

static const char depth[] =
    "usage: lyapcert depth [OPTION]... LAW -L N\n"
    "\n"
    "Growth at depth N, plain and residual side by side: S = A_N ... A_1 is a\n"
    "product of N independent draws of LAW (plain) or of I + A (residual), x "
    "a\n"
    "vector that does not depend on them. Intervals of E log(|S x|/|x|) that\n"
    "hold for every x, and of E log||S||. PROVED: all are certified.\n"
    "\n"
    "  -L N           the depth, 1 to 10^9\n"
    "  --exceed X     bound the probability of log(|S x|/|x|) >= X, for every\n"
    "                 x; X is a number, such as -3/2 or log(1000)\n"
    "  --below X      the same for <= X; both may be repeated\n"
    "  --cert FILE    write the certificates FILE.plain and FILE.residual\n"
    "  --max-seconds  of the search (60)\n"
    "\n"
    "Gradients that are propagated back multiply by the transposed matrices:\n"
    "use transpose(LAW).\n"
    "Example:\n"
    "  lyapcert depth 'I + (1/2)*{[0,1;1,1],[0,1;1,-1]}' -L 50 --exceed 40\n";

static const char simulate[] =
    "usage: lyapcert simulate [OPTION]... LAW\n"
    "\n"
    "Estimates the exponents by products of random draws in double precision,\n"
    "with standard errors from blocks. Nothing is certified, every line says\n"
    "so, and there is no verdict.\n"
    "\n"
    "  --steps N      draws (1000000)\n"
    "  --seed N       of the generator (1)\n";

static const char check[] =
    "usage: lyapcert check [OPTION]... CERT...\n"
    "\n"
    "Rechecks certificates: nothing is trusted but the law and the numbers in\n"
    "them. PROVED: the evidence establishes every conclusion. DISPROVED: it\n"
    "does not. Of several files the worst verdict counts.\n"
    "\n";

static const char verify[] =
    "usage: lyapcert verify [OPTION]... CHAPTER.md...\n"
    "\n"
    "Decides every claim, theorem and ensemble in the lyap blocks of the\n"
    "chapters. PROVED: every one is certified as stated. DISPROVED: the\n"
    "opposite of one is. Statements marked open are tried and shown.\n"
    "\n"
    "  --tol W        smallest width that is tried (1e-7); widths below cost\n"
    "                 little with collocation, and are tried there\n"
    "  --method M     auto, formula, block, gauge, collocation, product or\n"
    "                 determinant\n"
    "  --cert DIR     write the certificates of every claim into DIR\n"
    "  -j N           processes for instances and ensembles (all processors)\n"
    "  --full         as many instances and laws as full= says\n"
    "  --resume FILE  go on where a run that was interrupted stopped\n"
    "  --record FILE  write the words of the ensembles as an expected file\n"
    "  --max-seconds  of each claim, and each law of an ensemble (60)\n"
    "  --law-seconds  of each instance and each law of an ensemble instead\n";

static const char cite[] =
    "usage: lyapcert cite [OPTION]... ID|CERT...\n"
    "\n"
    "How to cite a result, or the bounds of a certificate: what it says, the\n"
    "digest that names the certificate, and a BibTeX entry. ID is the "
    "permanent\n"
    "id of a result (INDEX.md lists them), or of a claim that a result is "
    "about;\n"
    "a word with a slash, or that ends in .cert or .cert.gz, is a file. "
    "Digests\n"
    "of results are compared with their certificates; certificates are read "
    "and\n"
    "not rechecked: see lyapcert check.\n"
    "\n"
    "  --results DIR  folder of results (./results, else the installed one)\n";

static const char weave[] =
    "usage: lyapcert weave [OPTION]... CHAPTER.md\n"
    "\n"
    "Writes the chapter to standard output; under each lyap block a list says\n"
    "of every claim, theorem and ensemble whether it is proved, refuted,\n"
    "undecided, open, vacuous or stale, with the certified numbers, the "
    "digests\n"
    "of the certificates and the commands that recheck. All is decided as by\n"
    "'lyapcert verify'. There is no verdict line.\n"
    "\n"
    "  --cert DIR     write the certificates into DIR, and name them there\n"
    "  --decided FILE decide nothing: what 'lyapcert verify --json' printed\n"
    "                 counts; what stands in another text since is stale\n"
    "  --tol W        smallest width that is tried (1e-7)\n"
    "  --method M     auto, formula, block, gauge, collocation, product or\n"
    "                 determinant\n"
    "  -j N           processes for instances and ensembles (all processors)\n"
    "  --full         as many instances and laws as full= says\n"
    "  --max-seconds  of each claim, and each law of an ensemble (60)\n";

static const char common[] =
    "  --json         one JSON object instead of text\n"
    "  --max-seconds S, --max-memory BYTES[K|M|G|T], --max-cones N\n"
    "                 budgets; where one is used up the verdict is UNDECIDED\n"
    "  --threads N, --seed N\n"
    "  -v, --verbose  iteration counts on standard error\n"
    "  --quiet        no progress on standard error\n"
    "  --help, --version\n";

int lyc_cli_help(lyc_text_t out, const char *command)
{
    static const struct
    {
        const char *name, *text;
    } table[] = {{"bound", bound},   {"compare", compare},   {"check", check},
                 {"verify", verify}, {"weave", weave},       {"cite", cite},
                 {"solve", solve},   {"simulate", simulate}, {"depth", depth},
                 {"flag", flag}};
    if (*command == '\0')
    {
        lyc_text_add(out, general);
        return 1;
    }
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    {
        if (strcmp(command, table[i].name) == 0)
        {
            lyc_text_add(out, table[i].text);
            lyc_text_add(out, common);
            return 1;
        }
    }
    return 0;
}

void lyc_cli_version(lyc_text_t out)
{
    lyc_text_printf(out, "lyapcert %s\n", LYC_VERSION);
    lyc_text_printf(out, "FLINT %s, MPFR %s, GMP %s\n", flint_version,
                    mpfr_get_version(), gmp_version);
}

int lyc_cli_asked(lyc_run *run, const lyc_options *o)
{
    if (!o->help && !o->version)
    {
        return 0;
    }
    run->says_verdict = 0;
    run->verdict = LYC_PROVED;
    if (o->help)
    {
        lyc_cli_help(run->out, run->command);
    }
    else
    {
        lyc_cli_version(run->out);
    }
    return 1;
}
