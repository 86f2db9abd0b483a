/* The arithmetic libraries under one name.
 *
 * arb is a library of its own beside FLINT 2 (<arb.h>) and a part of FLINT 3
 * (<flint/arb.h>); Calcium (<calcium/ca.h>) went the same way. Everything else
 * includes this header and uses accessors only. */
#ifndef LYAPCERT_ARITH_H
#define LYAPCERT_ARITH_H

#include <gmp.h>
#include <mpfr.h>

#include <flint/flint.h>
#include <flint/ulong_extras.h>
#include <flint/fmpz.h>
#include <flint/fmpz_mat.h>
#include <flint/fmpz_vec.h>
#include <flint/fmpz_poly.h>
#include <flint/fmpz_poly_factor.h>
#include <flint/fmpq_poly.h>
#include <flint/fmpq.h>
#include <flint/fmpq_vec.h>
#include <flint/fmpq_mat.h>
#include <flint/fmpq_mpoly.h>

#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#include <flint/arb_hypgeom.h>
#include <flint/arb_mat.h>
#include <flint/arb_poly.h>
#include <flint/acb.h>
#include <flint/acb_calc.h>
#include <flint/ca.h>
#include <flint/ca_vec.h>
#else
#include <arb.h>
#include <arb_hypgeom.h>
#include <arb_mat.h>
#include <arb_poly.h>
#include <acb.h>
#include <acb_calc.h>
#include <calcium/ca.h>
#include <calcium/ca_vec.h>
#endif

#endif
