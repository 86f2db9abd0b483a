/* Expressions and comparisons over the tokens of one statement.
 *
 * ^ binds tightest and to the right, its right operand may carry a sign; then
 * unary minus, * and /, + and -, comparisons. */

%define api.prefix {lyc_yy}
%define api.pure full
%define api.token.prefix {LYC_TOKEN_}
%define parse.error custom
%define parse.lac full
%param {lyc_parse *parse}

%code requires
{
#include "lang/tree.h"
}

%union
{
    long token;
    lyc_expr *expr;
}

%code
{
#include "lang/expect.h"

/* Brackets and heights are limited elsewhere; this limits runs of signs and
 * of ^, each of which waits on the stack. */
#define YYMAXDEPTH 100000
#define YYMALLOC lyc_malloc

static int lyc_yylex(LYC_YYSTYPE *value, lyc_parse *parse);
static void lyc_yyerror(lyc_parse *parse, const char *message);
static lyc_expr *operate(lyc_parse *parse, int op, long token, lyc_expr *a,
                         lyc_expr *b);
static lyc_expr *compare(lyc_parse *parse, int op, long token, lyc_expr *a,
                         lyc_expr *b);
}

%token END 0 "the end"
%token NUMBER "a number"
%token NAME "a name"
%token LE "<=" GE ">=" EQ "==" IN "in" TO ".."
%token START_EXPRESSION START_COMPARISON

%type <token> NUMBER NAME '(' ')' '[' ']' '{' '}' '<' '>' LE GE EQ IN
%type <token> '+' '-' '*' '/' '^'
%type <expr> expression term factor power primary
%type <expr> comparison range arguments rows row outcomes
%destructor { lyc_expr_free($$); } <expr>

%%

start:
    START_EXPRESSION expression     { parse->root = $2; }
|   START_COMPARISON comparison     { parse->root = $2; }
|   START_COMPARISON expression     { parse->root = $2; }
;

comparison:
    expression '<' expression   { $$ = compare(parse, '<', $2, $1, $3); }
|   expression '>' expression   { $$ = compare(parse, '>', $2, $1, $3); }
|   expression LE expression    { $$ = compare(parse, 'l', $2, $1, $3); }
|   expression GE expression    { $$ = compare(parse, 'g', $2, $1, $3); }
|   expression EQ expression    { $$ = compare(parse, '=', $2, $1, $3); }
|   expression IN expression    { $$ = compare(parse, 'i', $2, $1, $3); }
;

expression:
    term
|   expression '+' term     { $$ = operate(parse, '+', $2, $1, $3); }
|   expression '-' term     { $$ = operate(parse, '-', $2, $1, $3); }
;

term:
    factor
|   term '*' factor         { $$ = operate(parse, '*', $2, $1, $3); }
|   term '/' factor         { $$ = operate(parse, '/', $2, $1, $3); }
;

factor:
    power
|   '-' factor              { $$ = lyc_tree_neg(parse, $1, $2); }
|   '+' factor              { $$ = $2; }
;

power:
    primary
|   primary '^' factor      { $$ = operate(parse, '^', $2, $1, $3); }
;

primary:
    NUMBER                  { $$ = lyc_tree_leaf(parse, LYC_EXPR_NUMBER, $1); }
|   NAME                    { $$ = lyc_tree_leaf(parse, LYC_EXPR_NAME, $1); }
|   NAME '(' ')'
    {
        $$ = lyc_tree_close(parse, lyc_tree_list(LYC_EXPR_CALL), $1, $3);
        $$->text = lyc_token_copy(parse->tokens, $1);
    }
|   NAME '(' range ',' arguments ')'
    {
        $$ = lyc_tree_close(parse, lyc_tree_first(parse, $5, $3), $1, $6);
        $$->text = lyc_token_copy(parse->tokens, $1);
    }
|   NAME '(' arguments ')'
    {
        $$ = lyc_tree_close(parse, $3, $1, $4);
        $$->text = lyc_token_copy(parse->tokens, $1);
    }
|   '(' expression ')'      { $$ = lyc_tree_span(parse, $2, $1, $3); }
|   '[' rows ']'            { $$ = lyc_tree_close(parse, $2, $1, $3); }
|   '{' outcomes '}'        { $$ = lyc_tree_close(parse, $2, $1, $3); }
;

range:
    expression GE expression    { $$ = compare(parse, 'g', $2, $1, $3); }
;

arguments:
    expression
    {
        $$ = lyc_tree_list(LYC_EXPR_CALL);
        lyc_tree_add(parse, $$, $1);
    }
|   arguments ',' expression
    {
        $$ = $1;
        lyc_tree_add(parse, $$, $3);
    }
;

rows:
    row
    {
        $$ = lyc_tree_list(LYC_EXPR_MATRIX);
        lyc_tree_row(parse, $$, $1);
    }
|   rows ';' row
    {
        $$ = $1;
        lyc_tree_row(parse, $$, $3);
    }
;

row:
    expression
    {
        $$ = lyc_tree_list(LYC_EXPR_MATRIX);
        lyc_tree_add(parse, $$, $1);
    }
|   row ',' expression
    {
        $$ = $1;
        lyc_tree_add(parse, $$, $3);
    }
;

outcomes:
    expression
    {
        $$ = lyc_tree_list(LYC_EXPR_LAW);
        lyc_tree_outcome(parse, $$, NULL, $1);
    }
|   expression ':' expression
    {
        $$ = lyc_tree_list(LYC_EXPR_LAW);
        lyc_tree_outcome(parse, $$, $1, $3);
    }
|   outcomes ',' expression
    {
        $$ = $1;
        lyc_tree_outcome(parse, $$, NULL, $3);
    }
|   outcomes ',' expression ':' expression
    {
        $$ = $1;
        lyc_tree_outcome(parse, $$, $3, $5);
    }
;

%%

static lyc_expr *operate(lyc_parse *parse, int op, long token, lyc_expr *a,
                         lyc_expr *b)
{
    return lyc_tree_binary(parse, LYC_EXPR_BINARY, op, token, a, b);
}

static lyc_expr *compare(lyc_parse *parse, int op, long token, lyc_expr *a,
                         lyc_expr *b)
{
    if (op == 'i' &&
        (b->kind != LYC_EXPR_MATRIX || b->rows != 1 || b->columns != 2))
        lyc_tree_fail(parse, b, "expected an interval '[a, b]' after 'in'");
    return lyc_tree_binary(parse, LYC_EXPR_COMPARE, op, token, a, b);
}

/* Hands over the next token; nothing more once an error is recorded. */
static int lyc_yylex(LYC_YYSTYPE *value, lyc_parse *parse)
{
    int start = parse->start;

    if (start != 0)
    {
        parse->start = 0;
        return start;
    }
    value->token = parse->next;
    if (parse->failed || parse->next >= parse->to)
        return 0;
    return parse->tokens->token[parse->next++].kind;
}

/* Bison calls this only when its stack would outgrow YYMAXDEPTH. */
static void lyc_yyerror(lyc_parse *parse, const char *message)
{
    (void)message;
    lyc_expect_less_depth(parse);
}

static int yyreport_syntax_error(const yypcontext_t *context, lyc_parse *parse)
{
    yysymbol_kind_t expected[YYNTOKENS];
    const char *name[YYNTOKENS];
    int n = yypcontext_expected_tokens(context, expected, YYNTOKENS);
    int i;

    for (i = 0; i < n; i++)
        name[i] = yysymbol_name(expected[i]);
    lyc_expect_one_of(parse, name, n > 0 ? n : 0,
                      yypcontext_token(context) == YYSYMBOL_YYEOF);
    return 0;
}
