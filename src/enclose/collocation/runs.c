/* Where random products take directions to, and where they take them from. */
#include <math.h>

#include "enclose/collocation/collocation.h"

#define PI 3.14159265358979323846
#define SAMPLES 1500
#define BURN_IN 100

double lyc_arc_image(const double *a, double t)
{
    const double x = cos(t), y = sin(t);
    return atan2(a[2] * x + a[3] * y, a[0] * x + a[1] * y);
}

static double half_turn(double t)
{
    t = fmod(t, PI);
    return t < 0 ? t + PI : t;
}

static unsigned long draw(unsigned long *seed, slong n)
{
    *seed = *seed * 6364136223846793005UL + 1442695040888963407UL;
    return (*seed >> 33) % (unsigned long)n;
}

typedef struct
{
    double angle;
    int is_repelling;
} mark;

static int by_angle(const void *p, const void *q)
{
    const mark *a = p, *b = q;
    return a->angle < b->angle ? -1 : a->angle > b->angle;
}

/* adj(A) turns directions back; it sends everything to the kernel of a singular
 * A. */
static int sample(mark *m, const double (*a)[4], slong n, int is_repelling)
{
    unsigned long seed = 1;
    double t = is_repelling ? 0.7 : 0.3;
    for (int i = -BURN_IN; i < SAMPLES; i++)
    {
        const double *b = a[draw(&seed, n)];
        const double adj[4] = {b[3], -b[1], -b[2], b[0]};
        t = half_turn(lyc_arc_image(is_repelling ? adj : b, t));
        if (!isfinite(t))
            return 0;
        if (i >= 0)
        {
            m[i].angle = t;
            m[i].is_repelling = is_repelling;
        }
    }
    return 1;
}

/* Marks in cyclic order, the first one repelling. */
static int cut_runs(lyc_arc_run *run, const mark *m, int n)
{
    int first = 0, runs = 0, is_open = 0;
    while (first < n && !m[first].is_repelling)
        first++;
    double before = 0;
    for (int i = 0; i <= n; i++)
    {
        const mark *at = m + (first + i) % n;
        const double t = at->angle + (first + i >= n ? PI : 0);
        if (!at->is_repelling)
        {
            if (!is_open && runs == LYC_ARC_RUNS)
                return 0;
            if (!is_open)
                run[runs++] = (lyc_arc_run){t, t, before, t};
            is_open = 1;
            run[runs - 1].right = t;
        }
        else
        {
            if (is_open)
                run[runs - 1].to = t;
            is_open = 0;
            before = t;
        }
    }
    return runs;
}

int lyc_arc_runs(lyc_arc_run *run, const double (*a)[4], slong n)
{
    mark *m = lyc_malloc(2 * SAMPLES * sizeof(mark));
    int runs = 0;
    if (sample(m, a, n, 0) && sample(m + SAMPLES, a, n, 1))
    {
        qsort(m, 2 * SAMPLES, sizeof(mark), by_angle);
        runs = cut_runs(run, m, 2 * SAMPLES);
    }
    free(m);
    return runs;
}

/* The run whose gap holds t, and t in its turn; -1 if there is none. */
static int locate(double *t, const lyc_arc_run *run, int runs)
{
    for (int b = 0; b < runs; b++)
    {
        const double u = run[b].from + half_turn(*t - run[b].from);
        if (u > run[b].from && u < run[b].to)
        {
            *t = u;
            return b;
        }
    }
    return -1;
}

/* next: the hulls of all images, widened by margin. */
static int images(lyc_arc_run *next, const lyc_arc_run *run, int runs,
                  const double (*a)[4], slong n, double margin)
{
    for (int r = 0; r < runs; r++)
        for (slong i = 0; i < n; i++)
        {
            double t[2] = {lyc_arc_image(a[i], run[r].left),
                           lyc_arc_image(a[i], run[r].right)};
            const int b = locate(t, run, runs);
            if (b < 0 || locate(t + 1, run, runs) != b)
                return 0;
            next[b].left = fmin(next[b].left, fmin(t[0], t[1]) - margin);
            next[b].right = fmax(next[b].right, fmax(t[0], t[1]) + margin);
        }
    return 1;
}

#define SWEEPS 400

int lyc_arc_widen(lyc_arc_run *run, int runs, const double (*a)[4], slong n,
                  double margin)
{
    lyc_arc_run next[LYC_ARC_RUNS];
    for (int sweep = 0; sweep < SWEEPS; sweep++)
    {
        double change = 0;
        for (int r = 0; r < runs; r++)
            next[r] = run[r];
        if (!images(next, run, runs, a, n, margin))
            return 0;
        for (int r = 0; r < runs; r++)
        {
            change = fmax(change, run[r].left - next[r].left);
            change = fmax(change, next[r].right - run[r].right);
            run[r] = next[r];
            if (!(run[r].left > run[r].from && run[r].right < run[r].to))
                return 0;
        }
        if (change < margin / 64)
            return 1;
    }
    return 0;
}
