/* Recipes: which results there are, and how each is computed. One file a
 * topic, results/recipes/TOPIC.recipe; the lines are described in
 * doc/results.md. */
#ifndef RESULTS_RECIPE_H
#define RESULTS_RECIPE_H

#include "lyapcert/text.h"

typedef enum
{
    KIND_EXACT,  /* deterministic: compared by bytes */
    KIND_GAUGE,  /* compared by verdict, and by overlap of enclosures */
    KIND_DATA,   /* a table, compared by bytes */
    KIND_BANDS,  /* a table whose enclosures are compared by overlap */
    KIND_TIMING, /* a table of measurements: made when asked, not compared */
    KINDS
} recipe_kind;

/* NAME takes each of the values in turn. */
typedef struct
{
    char *name;
    char **value;
    long values;
} recipe_loop;

/* A quantity that follows from one that is enclosed: `expression` in the name
 * of that one, such as exp(lambda_1). */
typedef struct
{
    char *name, *expression;
} recipe_derived;

#define RECIPE_LOOPS 4

typedef struct
{
    const char *file; /* of the recipe, owned by the list */
    int line;
    char *topic, *id; /* id: TOPIC.NAME */
    recipe_kind kind;
    char *title, *says;
    char *claim;    /* permanent id of a claim of a chapter, or NULL */
    char *run;      /* command words, or NULL */
    char *argument; /* what comes after them: a law, an equation */
    char *script;   /* instead of run: tools/results/SCRIPT and its words */
    char *columns;  /* of a script's table, or NULL */
    char *places;   /* decimals of a table's bounds after the point, or NULL */
    char **need;    /* ids whose results the script reads */
    long needs;
    recipe_derived *derived;
    long deriveds;
    recipe_loop
        loop[RECIPE_LOOPS]; /* of a table that `run` makes: a row a round */
    int loops;
} recipe;

typedef struct
{
    recipe *recipe;
    long length;
    char **file;
    long files;
} recipe_list;

/* Reads FOLDER/recipes in the order of names. 1; or 0 and d. */
int recipe_read_all(recipe_list *list, const char *folder, lyc_diag_t d);
void recipe_clear_all(recipe_list *list);

/* The recipe of that id, or NULL. */
const recipe *recipe_find(const recipe_list *list, const char *id);

int recipe_is_table(const recipe *r);

/* The values of "a b c" or "FROM..TO step STEP" (decimals, exact). 1; or 0. */
int recipe_loop_set(recipe_loop *loop, const char *text);

/* Appends text with each @NAME@ replaced by the loop's value in this round; the
 * last loop turns fastest. */
void recipe_fill(lyc_text_t out, const char *text, const recipe_loop *loop,
                 int loops, long round);
long recipe_rounds(const recipe_loop *loop, int loops);
/* The value that loop i has in this round. */
const char *recipe_value(const recipe_loop *loop, int loops, int i, long round);

#endif
