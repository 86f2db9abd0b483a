#include "certify/evidence_matrix.h"

#include <stdlib.h>
#include <string.h>

static int eval_entries(lyc_matrix_t m, const lyc_expr *expr, lyc_diag_t d)
{
    int ok = 1;
    lyc_program_t nothing;
    lyc_program_init(nothing);
    for (slong i = 0; ok && i < m->rows * m->columns; i++)
        ok = lyc_number_eval(m->entry + i, nothing, expr->child[i], d);
    lyc_program_clear(nothing);
    return ok;
}

static int parse(lyc_matrix_t m, const char *text, lyc_reader_t r, lyc_diag_t d)
{
    const lyc_source source = {r->file, text, strlen(text), r->line};
    lyc_tokens_t tokens;
    lyc_expr *expr = NULL;
    int ok = 0;
    lyc_tokens_init(tokens);
    if (lyc_tokens_scan(tokens, &source, d))
        expr = lyc_expr_parse(tokens, 0, tokens->length, 0, d);
    if (expr != NULL && expr->kind == LYC_EXPR_MATRIX &&
        expr->rows == m->rows && expr->columns == m->columns)
        ok = eval_entries(m, expr, d);
    lyc_expr_free(expr);
    lyc_tokens_clear(tokens);
    return ok;
}

int lyc_evidence_read_matrix(lyc_matrix_t m, lyc_reader_t r, lyc_diag_t d)
{
    const char *text = lyc_reader_rest(r, d);
    if (text == NULL)
        return 0;
    lyc_text_t again;
    lyc_diag_t inner;
    lyc_text_init(again);
    lyc_diag_init(inner);
    int ok = parse(m, text, r, inner);
    if (ok)
    {
        lyc_matrix_get_text(again, m);
        ok = strcmp(again->bytes, text) == 0;
    }
    if (!ok)
        lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                     "expected a %ldx%ld matrix as it is written: %s",
                     (long)m->rows, (long)m->columns,
                     inner->is_set ? inner->text : "it reads differently");
    lyc_diag_clear(inner);
    lyc_text_clear(again);
    return ok;
}

int lyc_matrix_evidence_read(lyc_evidence_t e, const lyc_evidence_type *type,
                             slong rows, slong columns, lyc_reader_t r,
                             lyc_diag_t d)
{
    lyc_matrix_t m;
    lyc_matrix_init(m, rows, columns);
    const int ok = lyc_evidence_read_matrix(m, r, d);
    if (ok)
        lyc_matrix_evidence_set(e, type, e->prec, m);
    lyc_matrix_clear(m);
    return ok;
}

int lyc_matrix_evidence_read_square(lyc_evidence_t e,
                                    const lyc_evidence_type *type,
                                    lyc_reader_t r, lyc_diag_t d)
{
    slong rows = 1;
    for (size_t i = r->at; i < r->text->length; i++)
        rows += r->text->bytes[i] == ';';
    if (rows < 2 || rows > LYC_EVIDENCE_MAX_DIM)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "expected a square matrix of 2 to %d rows",
                            LYC_EVIDENCE_MAX_DIM);
    return lyc_matrix_evidence_read(e, type, rows, rows, r, d);
}

void lyc_matrix_evidence_write(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_matrix_struct *m = e->data;
    lyc_text_add(out, " ");
    lyc_matrix_get_text(out, m);
    lyc_text_add(out, "\n");
}

void lyc_matrix_evidence_clear(void *data)
{
    if (data == NULL)
        return;
    lyc_matrix_clear(data);
    free(data);
}

void lyc_matrix_evidence_set(lyc_evidence_t e, const lyc_evidence_type *type,
                             slong prec, const lyc_matrix_t m)
{
    lyc_matrix_struct *own = lyc_malloc(sizeof *own);
    lyc_matrix_init(own, m->rows, m->columns);
    lyc_matrix_set(own, m);
    lyc_evidence_set_type(e, type, prec, own);
}

void lyc_matrix_columns_det(lyc_number_t z, const lyc_matrix_t u, slong i,
                            const lyc_matrix_t v, slong j)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_mul(t, lyc_matrix_entry(u, 0, i), lyc_matrix_entry(v, 1, j));
    lyc_number_mul(z, lyc_matrix_entry(u, 1, i), lyc_matrix_entry(v, 0, j));
    lyc_number_sub(z, t, z);
    lyc_number_clear(t);
}

lyc_verdict_t lyc_matrix_evidence_fits(const lyc_evidence_t e,
                                       const lyc_law_t law, slong columns,
                                       lyc_diag_t d)
{
    const lyc_matrix_struct *m = e->data;
    if (law->dim == 2 && m->rows == 2 && m->columns == columns)
        return LYC_PROVED;
    return lyc_evidence_fail(d, LYC_DISPROVED,
                             "the matrix of the evidence does not fit the law");
}

lyc_verdict_t lyc_matrix_evidence_fits_square(const lyc_evidence_t e,
                                              const lyc_law_t law, lyc_diag_t d)
{
    const lyc_matrix_struct *m = e->data;
    if (law->dim >= 2 && law->dim <= LYC_EVIDENCE_MAX_DIM &&
        m->rows == law->dim && m->columns == law->dim)
        return LYC_PROVED;
    return lyc_evidence_fail(d, LYC_DISPROVED,
                             "the matrix of the evidence does not fit the law");
}
