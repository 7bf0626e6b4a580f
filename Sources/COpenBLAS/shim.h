// The only door to OpenBLAS: its C interface to BLAS and its own configuration calls.
#ifndef UNTRAP_COPENBLAS_SHIM_H
#define UNTRAP_COPENBLAS_SHIM_H

#include <cblas.h>

// The Swift side converts dimensions to 32-bit integers in one place; an ILP64 build would break that silently.
_Static_assert(sizeof(blasint) == 4, "untrap needs an OpenBLAS with 32-bit integers (LP64)");

#endif
